package causal

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// TestWordsFitBetweenArcsAndHeads checks the words of all languages: whole, and
// in two lines rather than at the cost of the titles.
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
					lines := d.summaryLines(r, col)
					for _, line := range lines {
						if room := col.wordEnd() - col.inner; measure.Reserved(line, furniture.Style(d.frame.Type.Note)) > room {
							t.Errorf("%s: %q does not fit into %d", tag, line, room)
						}
					}
					said := strings.Join(strings.Fields(strings.Join(lines, "")), "")
					if want := strings.Join(strings.Fields(r.summary(d.opt.Say)), ""); said != want {
						t.Errorf("%s: %q says %s, not %s", tag, lines, said, want)
					}
				}
			}
		}
	}
	d := &diagram{frame: furniture.NarrowFrame(nil)}
	d.rels = []relation{plain(story.Enables, story.StrengthStated)}
	stated := d.narrowColumn()
	d.rels = append(d.rels, plain(story.Enables, story.StrengthPossible))
	if col := d.narrowColumn(); col.text > stated.text+scene.Pixels(8) || len(d.summaryLines(d.rels[1], col)) != 2 {
		t.Errorf("a doubt moves the titles from %d to %d", stated.text, col.text)
	}
}
