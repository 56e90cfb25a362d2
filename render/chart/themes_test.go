package chart

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// themes are the built-in themes, and one whose words are wide and large.
func themes(t testing.TB) []*theme.Theme {
	t.Helper()
	var out []*theme.Theme
	for _, name := range theme.Names() {
		th, ok := theme.Named(name)
		if !ok {
			t.Fatalf("there is no theme %q", name)
		}
		out = append(out, th)
	}
	wide := out[len(out)-1].Clone()
	wide.Name, wide.Text.Percent, wide.Display.Percent = "wide", 130, 130
	return append(out, wide)
}

// TestThemesFit draws every story in every theme and tests that no words meet.
func TestThemesFit(t *testing.T) {
	for _, th := range themes(t) {
		for name, s := range stories() {
			for shape, draw := range map[string]func(*story.Story, Options) (*scene.Picture, error){"wide": Wide, "narrow": Narrow} {
				t.Run(th.Name+"/"+name+"/"+shape, func(t *testing.T) {
					p, err := draw(s, Options{Theme: th})
					if err != nil {
						t.Fatal(err)
					}
					checkTexts(t, p)
					headline := th.Wide.Headline.Size
					if shape == "narrow" {
						headline = th.Narrow.Headline.Size
					}
					found := false
					scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
						text, ok := m.(scene.Text)
						found = found || ok && (text.Size == scene.Unit(headline) || text.Size == scene.Unit(headline*5/6)) // long ones are smaller
					})
					if s.Title != "" && !found {
						t.Errorf("no line is as large as the theme's headline, %d/64 px", headline)
					}
				})
			}
		}
	}
}

// TestNoWordIsBroken tests narrow places in which large type could tear words.
func TestNoWordIsBroken(t *testing.T) {
	digging := &story.Story{Title: "A cutting", Events: []story.Event{
		event("dig", "1987-09/1989-12", "The cutting is dug"),
		event("open", "1991-05-06", "The first train runs"),
	}}
	whole := regexp.MustCompile(`\b(September|Sept|enlarged)\b`)
	torn := regexp.MustCompile(`(Sep|enl)[a-z]*$`)
	verdana := theme.Default().Clone() // in a face as wide as that
	verdana.Text.Percent, verdana.Display.Percent = 118, 118
	all := themes(t)
	for _, th := range append(all[:len(all)-1], verdana) {
		for name, draw := range map[string]func() (*scene.Picture, error){
			"rows":   func() (*scene.Picture, error) { return Wide(dam(), Options{Theme: th}) },
			"column": func() (*scene.Picture, error) { return Narrow(digging, Options{Theme: th}) },
		} {
			p, err := draw()
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
				text, ok := m.(scene.Text)
				switch {
				case !ok:
				case whole.MatchString(text.String()):
					found++
				case torn.MatchString(text.String()):
					t.Errorf("%s, %s: %q is torn", th.Name, name, text.String())
				}
			})
			if found == 0 {
				t.Errorf("%s, %s: no line has a whole word", th.Name, name)
			}
		}
	}
}

func TestRandomStoriesFitEveryTheme(t *testing.T) {
	all := themes(t)
	rapid.Check(t, func(t *rapid.T) {
		th := all[rapid.IntRange(0, len(all)-1).Draw(t, "theme")]
		shape := rapid.SampledFrom(Shapes()).Draw(t, "shape")
		opt := Options{Theme: th, Scale: rapid.SampledFrom(Scales()).Draw(t, "scale")}
		p, err := Draw(randomStory(t), shape, opt)
		if err != nil {
			if !strings.Contains(err.Error(), "shorten") {
				t.Fatal(err)
			}
			return
		}
		checkTexts(t, p)
	})
}

// TestPosterCredit tests that a house's credit stands on a poster, beside the
// number of events or, where it is long, below it.
func TestPosterCredit(t *testing.T) {
	for _, credit := range []string{"Graphic: The Post", strings.TrimSpace(strings.Repeat("The Harbour Post ", 5))} {
		th := theme.Default().Clone()
		th.Credit = credit
		for _, shape := range []Shape{Card, Square, Tall} {
			p, err := Draw(dam(), shape, Options{Theme: th})
			if err != nil {
				t.Fatal(err)
			}
			checkTexts(t, p)
			var words []string
			scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
				if text, ok := m.(scene.Text); ok {
					words = append(words, text.String())
				}
			})
			if all := strings.Join(words, " "); !strings.Contains(all, credit) || !strings.Contains(all, "of 14 events") {
				t.Errorf("%s: %q or the number of events is not in %q", shape, credit, all)
			}
		}
	}
}
