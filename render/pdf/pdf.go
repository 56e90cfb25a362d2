// Package pdf prints scenes as PDF documents of one page. It is the only
// writer of PDF.
//
// What it writes is PDF 1.7 (ISO 32000-1): paths and text, no images, no
// scripts, nothing from outside but the addresses that links lead to. Text
// is set in the faces that the layout measured, embedded with the glyphs in
// use, and can be searched and copied in the order of reading. The structure
// tree follows the groups of the scene as PDF/UA (ISO 14289-1) asks, so that
// the page can be read by ear. There is no date in the file: the same scene
// gives the same bytes on every machine.
package pdf

import (
	"errors"
	"fmt"
	"strings"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/render/typeface"
)

// Options say how a picture is printed. The zero value is the light theme on
// the reader's paper in the embedded faces.
type Options struct {
	Theme      *theme.Theme                     // its families and light colours; nil is the default
	Color      func(scene.Role) (r, g, b uint8) // of a role; nil for the theme's
	Background bool                             // paint the page
}

// Marshal returns the picture as a PDF document. A CSS pixel is 0.75 pt.
//
// Characters that no face has are an error that names them, and so is a font
// that may not be embedded.
func Marshal(p *scene.Picture, opt Options) ([]byte, error) {
	if p.Width <= 0 || p.Height <= 0 || p.Width > limit || p.Height > limit {
		return nil, errors.New("pdf: the picture has no size that a page can have")
	}
	opt.Theme = theme.Or(opt.Theme)
	if opt.Color == nil {
		opt.Color = func(r scene.Role) (uint8, uint8, uint8) { return light(opt.Theme, r) }
	}
	w := &writer{file: newFile(), out: newContent(), opt: opt, picture: p, scale: userUnit(p),
		alphas: map[int]bool{}, colors: map[scene.Role]string{}, spaces: map[typeface.Style]typeface.Glyph{}}
	w.page = w.file.reserve()
	w.tags.root = &element{kind: "Document"}
	w.draw()
	if err := w.missing.err(); err != nil {
		return nil, err
	}
	return w.finish()
}

// A writer is the state of one document.
type writer struct {
	file    *file
	out     *content // of the page
	opt     Options
	picture *scene.Picture
	scale   int64 // default user space units are so many points
	page    ref

	fonts   fonts
	missing missing
	tags    tags
	links   []annotation
	forms   []ref        // named X1, X2 and so on
	alphas  map[int]bool // graphics states in use, by per cent of opacity
	faded   bool
	colors  map[scene.Role]string // as printed
	spaces  map[typeface.Style]typeface.Glyph
}

// maxPage is the longest side of a page in default units, in points. Longer
// ones get a larger unit.
const maxPage = 14400

// userUnit returns the points in a unit of the page.
func userUnit(p *scene.Picture) int64 {
	const px = maxPage * 4 / 3
	return int64((max(p.Width, p.Height) + scene.Pixels(px) - 1) / scene.Pixels(px))
}

// draw paints the page.
func (w *writer) draw() {
	w.out.set["gs"] = "/A100" // as every page begins
	// From here on, a unit is a CSS pixel and y runs down.
	scale := decimal((750_000_000+w.scale/2)/w.scale, 1_000_000_000)
	w.out.raw(fmt.Sprintf("%s 0 0 -%[1]s 0 %s cm\n", scale, w.pt(w.picture.Height)))
	if w.opt.Background {
		w.enter(nil)
		page := scene.Rect{W: w.picture.Width, H: w.picture.Height, Paint: scene.Paint{Fill: scene.Background}}
		w.mark(page)
	}
	w.marks(w.picture.Marks, w.tags.root)
	w.leave()
}

// pt prints a length of the scene in default units, with three decimals.
func (w *writer) pt(u scene.Unit) string {
	unit := 64 * w.scale
	return decimal((int64(u)*750+unit/2)/unit, 1000)
}

// box prints a box of the scene in default units, cut at the page's edges.
func (w *writer) box(b scene.Box) string {
	x := func(u scene.Unit) string { return w.pt(max(0, min(w.picture.Width, u))) }
	y := func(u scene.Unit) string { return w.pt(w.picture.Height - max(0, min(w.picture.Height, u))) }
	return "[" + x(b.Min.X) + " " + y(b.Max.Y) + " " + x(b.Max.X) + " " + y(b.Min.Y) + "]"
}

// finish writes all objects that the page needs.
func (w *writer) finish() ([]byte, error) {
	fonts, err := w.fonts.write(w.file)
	if err != nil {
		return nil, err
	}
	contents := w.file.stream("", w.out.buf.Bytes())
	annotations := w.writeLinks()
	tree := w.writeTags()

	pages := w.file.add(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count 1>>", w.page))
	var page strings.Builder
	fmt.Fprintf(&page, "<</Type/Page/Parent %s/MediaBox[0 0 %s %s]", pages, w.pt(w.picture.Width), w.pt(w.picture.Height))
	if w.scale > 1 {
		fmt.Fprintf(&page, "/UserUnit %d", w.scale)
	}
	if w.faded {
		page.WriteString("/Group<</S/Transparency/CS/DeviceRGB/I true>>")
	}
	fmt.Fprintf(&page, "/Resources<<%s%s>>/Contents %s/StructParents 0/Tabs/S%s>>", fonts, w.states(), contents, annotations)
	w.file.put(w.page, page.String())
	root, info := w.describe(pages, tree)
	return w.file.finish(root, info), nil
}

// states prints the resources for fading.
func (w *writer) states() string {
	if !w.faded {
		return ""
	}
	var b strings.Builder
	b.WriteString("/ExtGState<<")
	for percent := range 101 {
		if w.alphas[percent] {
			value := decimal(int64(percent), 100)
			fmt.Fprintf(&b, "/A%d<</ca %s/CA %[2]s>>", percent, value)
		}
	}
	b.WriteString(">>")
	if len(w.forms) > 0 {
		b.WriteString("/XObject<<")
		for i, form := range w.forms {
			fmt.Fprintf(&b, "/X%d %s", i+1, form)
		}
		b.WriteString(">>")
	}
	return b.String()
}

// light returns a role's light colour.
func light(t *theme.Theme, r scene.Role) (red, green, blue uint8) {
	c, ok := t.Lookup(string(r))
	if !ok {
		c, _ = t.Lookup(string(scene.Ink))
	}
	// The palette is checked to be #rrggbb.
	fmt.Sscanf(c.Light, "#%02x%02x%02x", &red, &green, &blue)
	return red, green, blue
}

// missing collects what no face has.
type missing struct {
	characters []string
	known      map[string]bool
	line       string // where the first of them stands
}

func (m *missing) add(characters []string, line string) {
	if m.known == nil {
		m.known = map[string]bool{}
	}
	for _, c := range characters {
		if !m.known[c] {
			m.known[c] = true
			m.characters = append(m.characters, c)
		}
	}
	if m.line == "" {
		m.line = line
	}
}

// err names a few of the characters and what to do about them.
func (m *missing) err() error {
	if len(m.characters) == 0 {
		return nil
	}
	const few = 5
	list := m.characters[:min(few, len(m.characters))]
	more := ""
	if n := len(m.characters) - len(list); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return fmt.Errorf("pdf: no font has %q%s, as in %q; give a font that has them", list, more, shorten(m.line))
}

// shorten cuts a line that is too long to be quoted.
func shorten(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
