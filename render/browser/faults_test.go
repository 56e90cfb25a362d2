package browser

import (
	"fmt"
	"image"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// What a reader may expect of every text.
const (
	minSize     = 12.0 // CSS px, at the width the picture is made for
	minContrast = 4.5  // WCAG 2.2, 1.4.3
)

// squash drops white space, at which lines break differently from width to
// width, and the breaks that a long word may get. Control characters, and those
// that turn the direction of text round, are dropped by the pictures, too.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

// brief cuts a text for a message.
func brief(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// legible lists the texts that a reader cannot read: pale, hidden behind
// something, or one over another.
func (r *reading) legible() []string {
	var faults []string
	faults = append(faults, r.overlaps()...)
	if r.ground == nil {
		return faults
	}
	for _, t := range r.Texts {
		if t.Drawn && r.reduced() {
			continue // see readIn
		}
		for _, b := range t.Boxes {
			if f := r.pale(t, b); f != "" {
				faults = append(faults, f)
			}
			if !r.visible(b) {
				faults = append(faults, fmt.Sprintf("%q is not to be seen at %.0f,%.0f", brief(t.Text), b.X, b.Y))
			}
		}
	}
	return faults
}

// reduced reports whether the pictures are shown smaller than they are made.
func (r *reading) reduced() bool {
	for _, p := range r.Pictures {
		if p.Scale < 0.99 {
			return true
		}
	}
	return false
}

// small lists the sizes under minSize, with the first text that is set in each.
func (r *reading) small() []string {
	first, more := map[string]string{}, map[string]int{}
	for _, t := range r.Texts {
		if t.Size >= minSize-0.01 {
			continue
		}
		size := fmt.Sprintf("%.1f px", t.Size)
		if _, ok := first[size]; ok {
			more[size]++
			continue
		}
		first[size] = brief(t.Text)
	}
	var faults []string
	for _, size := range slices.Sorted(maps.Keys(first)) {
		faults = append(faults, fmt.Sprintf("%q is set in %s, and %d others", first[size], size, more[size]))
	}
	return faults
}

// overlaps lists pairs of texts whose boxes share more than an edge.
func (r *reading) overlaps() []string {
	type placed struct {
		box
		text  string
		slack float64
	}
	var all []placed
	for _, t := range r.Texts {
		for _, b := range t.Boxes {
			all = append(all, placed{b, t.Text, 0.1 * t.Size})
		}
	}
	var faults []string
	for i, a := range all {
		for _, b := range all[i+1:] {
			w, h := a.overlap(b.box)
			if slack := min(a.slack, b.slack); w > slack && h > slack {
				faults = append(faults, fmt.Sprintf("%q and %q overlap by %.1f × %.1f px", brief(a.text), brief(b.text), w, h))
			}
		}
	}
	return faults
}

// cut lists what reaches over a picture's edge, and texts over the page's.
func (r *reading) cut() []string {
	var faults []string
	for _, p := range r.Pictures {
		for _, o := range p.Out {
			faults = append(faults, "over the picture's edge: "+o)
		}
	}
	for _, t := range r.Texts {
		for _, b := range t.Boxes {
			if b.X < -0.5 || b.Y < -0.5 || b.X+b.W > r.Viewport+0.5 || b.Y+b.H > r.Height+0.5 {
				faults = append(faults, fmt.Sprintf("%q is cut at the page's edge", brief(t.Text)))
			}
		}
	}
	return faults
}

// pixels returns the part of a photograph that a box covers.
func pixels(img *image.RGBA, b box) image.Rectangle {
	return image.Rect(int(math.Floor(b.X)), int(math.Floor(b.Y)), int(math.Ceil(b.X+b.W)), int(math.Ceil(b.Y+b.H))).
		Intersect(img.Bounds())
}

// pale compares a text's colour with every pixel behind its letters. A
// twentieth of them may be of another shape that touches the box.
func (r *reading) pale(t text, b box) string {
	if t.Colour == nil {
		return fmt.Sprintf("%q has no plain colour", brief(t.Text))
	}
	// Above capitals and below descenders, boxes hold no letters.
	area := pixels(r.ground, box{b.X, b.Y + b.H/10, b.W, b.H * 8 / 10})
	bad, worst := 0, math.Inf(1)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			c := contrast(*t.Colour, rgb(r.ground, x, y))
			if c < minContrast {
				bad++
				worst = min(worst, c)
			}
		}
	}
	if bad*20 <= area.Dx()*area.Dy() {
		return ""
	}
	return fmt.Sprintf("%q has a contrast of %.2f to what lies behind it", brief(t.Text), worst)
}

// visible reports whether letters show along the whole of a text's box: some
// pixel differs from the photograph without text in every stretch as long as
// two letters are high.
func (r *reading) visible(b box) bool {
	area := pixels(r.ground, b)
	if area.Empty() {
		return false
	}
	step := max(2*area.Dy(), 4)
	for x := area.Min.X; x < area.Max.X; x += step {
		stretch := area
		stretch.Min.X = x
		stretch.Max.X = min(x+step, area.Max.X)
		if stretch.Dx() < step && x > area.Min.X {
			break // a rest too short to hold a letter for certain
		}
		if !r.inkIn(stretch) {
			return false
		}
	}
	return true
}

func (r *reading) inkIn(area image.Rectangle) bool {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			a, b := rgb(r.ground, x, y), rgb(r.inked, x, y)
			if math.Abs(a[0]-b[0])+math.Abs(a[1]-b[1])+math.Abs(a[2]-b[2]) > 60 {
				return true
			}
		}
	}
	return false
}

// rgb returns a pixel's colour, 0..255.
func rgb(img *image.RGBA, x, y int) [3]float64 {
	p := img.Pix[img.PixOffset(x, y):]
	return [3]float64{float64(p[0]), float64(p[1]), float64(p[2])}
}

// contrast is the contrast ratio of WCAG 2.2 between a colour, as it looks
// where it is laid on another, and that other one.
func contrast(ink [4]float64, ground [3]float64) float64 {
	var seen [3]float64
	for i := range seen {
		seen[i] = ink[3]*ink[i] + (1-ink[3])*ground[i]
	}
	a, b := luminance(seen), luminance(ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is the relative luminance of an sRGB colour, 0..1.
func luminance(c [3]float64) float64 {
	var l [3]float64
	for i, v := range c {
		if v /= 255; v <= 0.04045 {
			l[i] = v / 12.92
		} else {
			l[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// untitled lists the events whose title does not stand whole in the text of
// their group.
func (r *reading) untitled(events []event) []string {
	words := map[string]string{}
	for _, t := range r.Texts {
		words[t.Event] += squash(t.Text)
	}
	var faults []string
	for _, e := range events {
		if !strings.Contains(words[e.ID], squash(e.Title)) {
			faults = append(faults, fmt.Sprintf("the title of %s is not whole: want %q in %q", e.ID, e.Title, words[e.ID]))
		}
	}
	return faults
}

// unlisted lists what a screen reader misses: a name for the picture, and a
// list item for each event that says its title.
func unlisted(nodes []node, events []event) []string {
	byID := make(map[string]node, len(nodes))
	for _, n := range nodes {
		byID[n.ID] = n
	}
	var root string // the picture's own node stands above all others of these roles
	var name string
	var items []string
	for _, n := range nodes {
		role := n.Role.String()
		switch {
		case n.Ignored:
		case role == "listitem":
			items = append(items, squash(spoken(byID, n, 0)))
		case root == "" && slices.Contains([]string{"graphics-document", "SvgRoot", "img", "image"}, role):
			root, name = n.ID, strings.TrimSpace(n.Name.String())
		}
	}
	var faults []string
	if name == "" {
		faults = append(faults, "the picture has no name in the accessibility tree")
	}
	if len(items) < len(events) {
		faults = append(faults, fmt.Sprintf("%d list items in the accessibility tree for %d events", len(items), len(events)))
	}
	for _, e := range events {
		found := false
		for _, item := range items {
			found = found || strings.Contains(item, squash(e.Title))
		}
		if !found {
			faults = append(faults, fmt.Sprintf("no list item in the accessibility tree says %q", e.Title))
		}
	}
	return faults
}

// spoken returns what is read aloud of a node: the name of an image or a link
// stands for all that is in it.
func spoken(byID map[string]node, n node, depth int) string {
	if depth > 50 {
		return ""
	}
	words := ""
	if !n.Ignored {
		words = n.Name.String()
		if role := n.Role.String(); words != "" && (role == "image" || role == "img" || role == "link") {
			return words
		}
	}
	for _, id := range n.Children {
		words += " " + spoken(byID, byID[id], depth+1)
	}
	return words
}
