package browser

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// widths are those of a phone, a tablet and a desk.
var widths = []int{360, 700, 1200}

// widthsOf are those at which a picture differs that is made for a width: in
// a wider window it is shown as it is.
func widthsOf(own int) []int {
	var out []int
	for _, w := range widths {
		if w <= own {
			out = append(out, w)
		}
	}
	return out
}

// drawings are the pictures that a build writes, with the width that each is
// made for.
var drawings = []struct {
	name   string
	own    int
	causes bool
}{
	{"timeline.svg", 1200, false},
	{"timeline-narrow.svg", 360, false},
	{"causes.svg", 1200, true},
	{"causes-narrow.svg", 360, true},
}

// TestOut measures the samples as they are committed.
func TestOut(t *testing.T) {
	subjects := committed(t)
	testPictures(t, subjects)
	testPages(t, subjects)
}

// TestHere measures what the programs draw of the stories in testdata.
func TestHere(t *testing.T) {
	subjects := drawnHere(t)
	testPictures(t, subjects)
	testPages(t, subjects)
}

func testPictures(t *testing.T, subjects []subject) {
	for _, s := range subjects {
		for _, d := range drawings {
			t.Run(s.name+"/"+d.name, func(t *testing.T) {
				t.Parallel()
				data, err := os.ReadFile(s.file(d.name))
				if err != nil {
					t.Fatal(err)
				}
				want := expectation{events: s.story.drawn(), gaps: s.story.longGaps()}
				if d.causes {
					want = expectation{causes: true}
					want.events, want.relations = s.story.related()
				}
				want.unsorted = true
				for _, f := range examine(t, data, d.own, want) {
					t.Error(f)
				}
			})
		}
	}
}

// An expectation is what a picture must show.
type expectation struct {
	events    []event
	relations []relation
	gaps      int  // at least so many breaks of the axis
	unsorted  bool // the events are in the order of a file
	some      bool // a picture that may leave events out: a poster, or one that counts them by year
	causes    bool // a causal diagram, which may leave events out above a number
}

// examine shows a picture at every width, in light and dark, and returns what
// is wrong with it. Own is the width that it is made for.
func examine(t *testing.T, data []byte, own int, want expectation) []string {
	t.Helper()
	if err := wellFormed(data); err != nil {
		return []string{"not well-formed: " + err.Error()}
	}
	v := open(t, wrap(t, data))
	var faults []string
	for _, width := range widthsOf(own) {
		for _, c := range []colours{inLight, inDark} {
			r := v.readIn(t, width, c)
			if len(r.Pictures) != 1 {
				return append(faults, fmt.Sprintf("%d pictures on the page", len(r.Pictures)))
			}
			found := append(r.cut(), r.legible()...)
			found = append(found, r.untitled(r.shownOf(want))...)
			if width == own {
				found = append(found, r.small()...)
			}
			for _, f := range found {
				faults = append(faults, at(width, c)+": "+f)
			}
			if width == own && c == inLight {
				faults = append(faults, r.marks(want, own)...)
				nodes := v.nodes(t)
				faults = append(faults, unlisted(nodes, r.shownOf(want))...)
				faults = append(faults, misread(nodes, r, r.shownOf(want), !want.unsorted)...)
			}
		}
	}
	for _, r := range v.requests {
		faults = append(faults, "the picture asks for "+r)
	}
	return faults
}

// shownOf returns the events that are expected. A causal diagram of a crowded
// story may choose among them.
func (r *reading) shownOf(want expectation) []event {
	if !want.some && (!want.causes || len(want.events) <= maxCauses) {
		return want.events
	}
	var shown []event
	for _, e := range want.events {
		if slices.Contains(r.Pictures[0].Events, e.ID) {
			shown = append(shown, e)
		}
	}
	return shown
}

// gapWords is how the length of a gap reads: "151 years", "over 3 years".
var gapWords = regexp.MustCompile(`^(about |over |nearly |up to )*[\d,. ]*\d( million| billion)? (hour|day|week|month|year)s?( later)?$`)

// marks checks what programs read of a picture.
func (r *reading) marks(want expectation, own int) []string {
	p := r.Pictures[0]
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }

	if p.Box.W != float64(own) || p.Scale != 1 {
		fault("the picture is %.1f px wide at a scale of %.2f, want %d px", p.Box.W, p.Scale, own)
	}
	for _, a := range r.Active {
		fault("the picture is not inert: %s", a)
	}
	shown := r.shownOf(want)
	if want.causes && len(shown) != min(len(want.events), maxCauses) {
		fault("%d events of %d are drawn", len(shown), len(want.events))
	}
	for _, e := range shown {
		if n := count(p.Events, e.ID); n != 1 {
			fault("%d marks with data-event=%q, want 1", n, e.ID)
		}
	}
	for _, id := range p.Events {
		if !slices.ContainsFunc(shown, func(e event) bool { return e.ID == id }) {
			fault("data-event=%q is not to be drawn", id)
		}
	}
	if len(p.Gaps) < want.gaps {
		fault("%d data-gap for %d stretches of years in which nothing happens: %q", len(p.Gaps), want.gaps, p.Gaps)
	}
	for _, g := range p.Gaps {
		words := gapWords
		if p.Lang != "" && p.Lang != "en" {
			words = number
		}
		if !words.MatchString(g) {
			fault("data-gap=%q is no length of time", g)
		}
	}
	for _, rel := range want.relations {
		if !slices.Contains(p.Events, rel.From) || !slices.Contains(p.Events, rel.To) {
			continue // one of its ends was left out, which is looked at above
		}
		n := 0
		for _, q := range p.Relations {
			if q.From == rel.From && q.To == rel.To && q.Type == rel.Type {
				n++
			}
		}
		if n != 1 {
			fault("%d marks for the relation %v, want 1", n, rel)
		}
	}
	for _, q := range p.Relations {
		if !slices.ContainsFunc(want.relations, func(rel relation) bool {
			return q.From == rel.From && q.To == rel.To && q.Type == rel.Type && q.Strength == rel.Strength
		}) {
			fault("the story states no relation %v", q)
		}
	}
	if want.causes && len(want.relations) == 0 && len(r.Texts) < 2 {
		fault("a diagram without relations does not say so")
	}
	return faults
}

// number is what is known of a length of time in any language.
var number = regexp.MustCompile(`\d`)

func count(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// wellFormed reads a picture as programs other than browsers do.
func wellFormed(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// wrap writes a page that holds the picture as publishers embed one: as wide
// as it likes, but no wider than the screen.
func wrap(t *testing.T, svg []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "picture.html")
	page := "<!doctype html><html lang=en><meta charset=utf-8><meta name=color-scheme content='light dark'>" +
		"<link rel=icon href='data:,'><title>" + html.EscapeString(t.Name()) + "</title>" +
		"<style>body{margin:0}body>svg{display:block;max-width:100%;height:auto}</style>" + string(svg)
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
