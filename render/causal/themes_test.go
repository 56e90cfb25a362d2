package causal

import (
	"context"
	"testing"

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
				if s != "ferry" {
					return // the layout program takes its time
				}
				p, err = Wide(context.Background(), all[s], Options{Theme: th, Layout: program})
				if err != nil {
					t.Fatal(err)
				}
				checkTexts(t, p)
			})
		}
	}
}
