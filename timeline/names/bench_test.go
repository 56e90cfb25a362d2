package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// BenchmarkRead finds the names of a report that was tagged and parsed before.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(`President Amara Okello of Kenya met Rui Costa in Lisbon on Monday. The Kenyan leader
told reporters at the University of Lisbon that her government and the European Union would sign a treaty in
March. "We are ready," Okello said. Costa, a former mayor of Porto, leads the Harbour Workers' Union.

`, 40)
	sents := english.New().Analyze(text, nil)
	own := make([]nlp.Sentence, len(sents))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for i, s := range sents { // Read changes tags
			own[i] = s
			own[i].Tokens = slices.Clone(s.Tokens)
		}
		Read(own)
	}
}
