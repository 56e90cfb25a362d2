package causal

import (
	"testing"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/timeline/story"
)

// TestWordsFitBetweenArcsAndHeads checks the words of all languages.
func TestWordsFitBetweenArcsAndHeads(t *testing.T) {
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, typ := range []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before} {
			d := &diagram{opt: Options{Say: lang.Speaker{Language: l}}, frame: furniture.NarrowFrame(nil)}
			for _, strength := range []story.Strength{story.StrengthStated, story.StrengthPossible} {
				r := relation{Relation: &story.Relation{Type: typ, Strength: strength}}
				d.rels = []relation{r}
				for _, col := range []column{d.narrowColumn(), d.wideColumn()} {
					word := r.summary(d.opt.Say)
					if room := col.wordEnd() - col.inner; measure.Reserved(word, furniture.Style(d.frame.Type.Note)) > room {
						t.Errorf("%s: %q does not fit into %d", tag, word, room)
					}
				}
			}
		}
	}
}
