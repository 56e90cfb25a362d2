package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// testPages measures pages at all widths. They are long: photographs are taken
// at two of the widths, and in the dark at one.
func testPages(t *testing.T, subjects []subject) {
	for _, s := range subjects {
		t.Run(s.name+"/index.html", func(t *testing.T) {
			v := open(t, s.file("index.html"))
			for _, width := range append([]int{320}, widths...) {
				r := v.measure(t, width, inLight)
				if width == 360 || width == 1200 {
					r = v.readIn(t, width, inLight)
				}
				for _, f := range r.page(s.story) {
					t.Errorf("%s: %s", at(width, inLight), f)
				}
			}
			for _, f := range v.readIn(t, 360, inDark).page(s.story) {
				t.Errorf("%s: %s", at(360, inDark), f)
			}
			for _, r := range v.requests {
				t.Errorf("the page asks for %s", r)
			}
		})
	}
}

// page returns what is wrong with index.html, scripts being off.
func (r *reading) page(s storyFile) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }

	if r.Width > r.Viewport {
		fault("the page is %.0f px wide", r.Width)
	}
	if r.Lang == "" || strings.TrimSpace(r.Title) == "" || r.Headings != 1 {
		fault("language %q, title %q, %d headings of the first level", r.Lang, r.Title, r.Headings)
	}
	for _, a := range r.Active {
		fault("something is fetched or run: %s", a)
	}
	if len(r.Pictures) != 2 {
		fault("%d pictures are shown, want one timeline and one causal diagram", len(r.Pictures))
	}
	faults = append(faults, r.ids(s)...)
	faults = append(faults, r.words(s)...)
	faults = append(faults, r.cut()...)
	faults = append(faults, r.legible()...)
	// Pictures between two of their widths are scaled down; the page's own
	// text never is.
	for _, t := range r.Texts {
		if !t.Drawn && t.Size < minSize-0.01 {
			fault("%q is set in %.1f px", brief(t.Text), t.Size)
		}
	}
	return faults
}

// ids checks that every event can be linked to and every link leads somewhere.
func (r *reading) ids(s storyFile) []string {
	var faults []string
	for _, e := range s.Events {
		if n := count(r.IDs, e.ID); n != 1 {
			faults = append(faults, fmt.Sprintf("%d elements with the id %q, want 1", n, e.ID))
		}
	}
	sorted := slices.Sorted(slices.Values(r.IDs))
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] {
			faults = append(faults, fmt.Sprintf("the id %q is used twice", sorted[i]))
		}
	}
	for _, l := range r.Links {
		if id, local := strings.CutPrefix(l, "#"); local && id != "" && !slices.Contains(r.IDs, id) {
			faults = append(faults, fmt.Sprintf("the link %q leads nowhere", l))
		}
	}
	return faults
}

// words checks that every event's title, drawn or not, can be read in the
// page's own text.
func (r *reading) words(s storyFile) []string {
	var all strings.Builder
	for _, t := range r.Texts {
		if !t.Drawn {
			all.WriteString(squash(t.Text))
		}
	}
	var faults []string
	for _, e := range s.Events {
		if !strings.Contains(all.String(), squash(e.Title)) {
			faults = append(faults, fmt.Sprintf("the page does not show the title of %s, %q", e.ID, e.Title))
		}
	}
	return faults
}
