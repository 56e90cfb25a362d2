package chart

import (
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
				})
			}
		}
	}
}

func TestRandomStoriesFitLargePrint(t *testing.T) {
	all := themes(t)
	rapid.Check(t, func(t *rapid.T) {
		th := rapid.SampledFrom(all).Draw(t, "theme")
		s := randomStory(t)
		for _, draw := range []func(*story.Story, Options) (*scene.Picture, error){Wide, Narrow} {
			p, err := draw(s, Options{Theme: th})
			if err != nil {
				t.Fatal(err)
			}
			checkTexts(t, p)
		}
	})
}
