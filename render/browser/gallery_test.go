package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A drawing is one picture of the gallery, as gallery.json lists it.
type drawing struct {
	File, Story, View string
	Widths            []int // the first is the one that it is made for
	data              []byte
	story             storyFile
}

// own is the width that the picture is made for.
func (d drawing) own() int { return d.Widths[0] }

// narrow reports whether the picture is made for phones.
func (d drawing) narrow() bool { return d.own() <= 400 }

// vast reports whether the story is so long that its pictures, many screens
// high, are looked at in fewer conditions.
func (d drawing) vast() bool { return len(d.story.Events) > 100 }

// usual reports whether the picture is one that every build draws.
func (d drawing) usual() bool {
	name, _ := strings.CutPrefix(d.File, d.Story+".")
	return slices.Contains([]string{"timeline-wide.svg", "timeline-narrow.svg", "causes-wide.svg", "causes-narrow.svg"}, name)
}

// hardest are the stories that between them have every mark, colour and script.
var hardest = []string{"fourteen", "statuses", "disagreements", "four-lanes", "scripts", "hostile", "uncertain", "open-ended"}

func (d drawing) hard() bool { return slices.Contains(hardest, d.Story) }

// sampled reports whether the picture is measured: the usual pictures of all
// stories, and all pictures of the hardest ones.
func sampled(d drawing) bool { return d.usual() || d.hard() }

// usualAndHard are the pictures that are looked at in ways that hardly depend
// on the story.
func usualAndHard(d drawing) bool { return d.usual() && d.hard() }

// want is what the picture must show.
func (d drawing) want() expectation {
	if d.View == "causes" {
		w := expectation{causes: true}
		w.events, w.relations = d.story.related()
		// Where dates leave it open, wholes go before parts and causes before effects.
		place := func(id string) int {
			return slices.IndexFunc(w.events, func(e event) bool { return e.ID == id })
		}
		w.unsorted = slices.ContainsFunc(w.relations, func(r relation) bool {
			return r.Type == "part_of" || place(r.From) > place(r.To)
		})
		return w
	}
	w := expectation{events: d.story.drawn()}
	if d.usual() {
		w.gaps = d.story.longGaps()
	}
	w.some = len(d.story.Events) > maxSingle || d.poster()
	return w
}

// maxSingle is how many events a timeline shows one by one; of more, it shows
// how many there were in each period.
const maxSingle = 500

// poster reports whether the picture has a fixed size, which may not hold all
// events.
func (d drawing) poster() bool {
	for _, shape := range []string{"card", "square", "tall"} {
		if strings.HasSuffix(d.File, ".timeline-"+shape+".svg") {
			return true
		}
	}
	return false
}

// workshop is a folder for what all tests share; TestMain removes it.
var workshop string

// drawGallery draws the gallery once, with the programs as they are now.
var drawGallery = sync.OnceValues(func() ([]drawing, error) {
	layout := filepath.Join(workshop, "causeline-layout")
	dir := filepath.Join(workshop, "gallery")
	for _, args := range [][]string{
		{"build", "-buildvcs=false", "-o", layout, "./cmd/causeline-layout"},
		{"run", "-buildvcs=false", "./render/gallery/cmd", "-layout", layout, "-o", dir},
	} {
		cmd := exec.Command("go", args...)
		cmd.Dir = "../.."
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", cmd, err, out)
		}
	}
	var all []drawing
	if err := readJSON(filepath.Join(dir, "gallery.json"), &all); err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(d drawing) bool { return filepath.Ext(d.File) != ".svg" })
	for i := range all {
		d := &all[i]
		var err error
		if d.data, err = os.ReadFile(filepath.Join(dir, d.File)); err != nil {
			return nil, err
		}
		if err := readJSON(filepath.Join(dir, d.Story+".json"), &d.story); err != nil {
			return nil, err
		}
	}
	return all, nil
})

func readJSON(file string, to any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, to); err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	return nil
}

// forEach runs a test on every picture of the gallery that is wanted.
func forEach(t *testing.T, wanted func(drawing) bool, test func(*testing.T, drawing)) {
	t.Helper()
	all, err := drawGallery()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, d := range all {
		if !wanted(d) {
			continue
		}
		n++
		t.Run(d.File, func(t *testing.T) {
			t.Parallel()
			test(t, d)
		})
	}
	if n == 0 {
		t.Error("no picture of the gallery is wanted")
	}
}

// conditions are the widths and colours in which a picture of the gallery is
// measured. Below its own width, where its colours are the same, it is
// measured in one of them; vast pictures are measured in light only.
func (d drawing) conditions() (widths []int, schemes []colours) {
	for _, c := range []colours{inLight, inDark, inForced} {
		if c == inLight || !d.vast() {
			widths, schemes = append(widths, d.own()), append(schemes, c)
		}
	}
	return append(widths, d.reduced()), append(schemes, inLight)
}

// reduced is the width at which a picture is shown smaller than it is made:
// small phones, tablets.
func (d drawing) reduced() int {
	if d.narrow() {
		return 320
	}
	return 900
}

// TestGallery measures the gallery: every title whole and large enough, no
// text over another or cut, contrast, what programs and screen readers read.
func TestGallery(t *testing.T) {
	forEach(t, sampled, func(t *testing.T, d drawing) {
		if err := wellFormed(d.data); err != nil {
			t.Fatal(err)
		}
		want := d.want()
		v := open(t, wrap(t, d.data))
		widths, schemes := d.conditions()
		for i, width := range widths {
			r := v.readIn(t, width, schemes[i])
			if len(r.Pictures) != 1 {
				t.Fatalf("%d pictures on the page", len(r.Pictures))
			}
			faults := append(r.cut(), r.legible()...)
			faults = append(faults, r.untitled(r.shownOf(want))...)
			if width == d.own() || d.narrow() {
				faults = append(faults, r.small()...)
			}
			if i == 0 {
				faults = append(faults, r.marks(want, d.own())...)
				nodes := v.nodes(t)
				if shown := r.shownOf(want); len(shown) > 0 || len(want.events) == 0 {
					faults = append(faults, unlisted(nodes, shown)...)
					faults = append(faults, misread(nodes, r, shown, true)...)
				}
			}
			for _, f := range faults {
				t.Errorf("%s: %s", at(width, schemes[i]), f)
			}
		}
		for _, r := range v.requests {
			t.Errorf("the picture asks for %s", r)
		}
	})
}
