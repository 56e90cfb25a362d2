package english

import (
	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/english/linear"
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// Parse sets Tag, UPOS, Lemma, Head and Rel of the tokens of s, whose Text and
// Lower must be set. It serves sentences that were tokenised elsewhere.
func (a Analyzer) Parse(s *nlp.Sentence) {
	title := tagger.LooksTitled(s.Tokens, s.Kind == nlp.Heading)
	tagger.Default().Tag(s.Tokens, title)
	if a.fast {
		linear.Default().Parse(s.Tokens)
		for i := range s.Tokens {
			s.Tokens[i].UPOS = universal(&s.Tokens[i])
		}
	} else {
		guess := make([]string, len(s.Tokens))
		for i := range s.Tokens {
			guess[i] = s.Tokens[i].Tag
		}
		biaffine.Default().Parse(s.Tokens, title)
		agree(s.Tokens, guess, title || s.Kind == nlp.Heading)
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = lemma.Of(t.Text, t.Lower, t.Tag)
	}
}
