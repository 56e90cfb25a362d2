package causal

import (
	"context"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// TestThemesFit draws every story in every theme, and in one whose words are
// wide and large, and tests that no words meet.
func TestThemesFit(t *testing.T) {
	all := stories()
	for _, name := range append(theme.Names(), "wide") {
		th, ok := theme.Named(name)
		if !ok {
			th, _ = theme.Named("large")
			th = th.Clone()
			th.Text.Percent, th.Display.Percent = 130, 130
		}
		for _, s := range names(all) {
			t.Run(name+"/"+s, func(t *testing.T) {
				p, err := Narrow(all[s], Options{Theme: th})
				if err != nil {
					t.Fatal(err)
				}
				checkTexts(t, p)
				checkLines(t, p)
				if s != "ferry" {
					return // the layout program takes its time
				}
				p, err = Wide(context.Background(), all[s], Options{Theme: th, Order: ByCause, Layout: program})
				if err != nil {
					t.Fatal(err)
				}
				checkTexts(t, p)
				checkLines(t, p)
				checkTheme(t, p, th)
			})
		}
	}
}

// checkTheme tests that the headline and the boxes are the theme's.
func checkTheme(t *testing.T, p *scene.Picture, th *theme.Theme) {
	t.Helper()
	boxes := 0
	largest := scene.Unit(0)
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		switch m := m.(type) {
		case scene.Text:
			largest = max(largest, m.Size)
		case scene.Rect:
			if m.Stroke != scene.Axis {
				return
			}
			boxes++
			if m.Radius != scene.Unit(th.Radius) {
				t.Errorf("a box has the radius %d, the theme %d", m.Radius, th.Radius)
			}
		}
	})
	if boxes == 0 || largest != scene.Unit(th.Wide.Headline.Size) {
		t.Errorf("%d boxes, headline %d/64 px, want %d", boxes, largest, th.Wide.Headline.Size)
	}
}
