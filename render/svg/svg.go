// Package svg prints scenes as SVG. It is the only writer of SVG.
//
// Light colours are presentation attributes, so that the picture is right
// where style sheets are refused (strict content security policies) or not
// understood (office programs, rasterisers). A short style sheet adds dark
// colours, the reader's forced colours and a focus ring. There is no script,
// no reference to anything outside, and no foreignObject. The same scene
// gives the same bytes on every machine.
package svg

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// baseSize is the font size set on the root; texts of another size say so.
const baseSize = 14 * scene.Px

// mark stands for the id prefix until the content hash is known. It is a
// control character, and so never part of text.
const mark = '\x01'

// Options are the choices of a house style.
type Options struct {
	Theme *theme.Theme // colours and faces; nil for the default
}

// Marshal returns the picture as an SVG document. All ids begin with "c" and
// eight hex digits of the content's SHA-256, so that several pictures can
// stand in one page.
func Marshal(p *scene.Picture, opt Options) []byte {
	t := theme.Or(opt.Theme)
	w := &writer{theme: t, used: map[use]bool{{scene.Background, "fill"}: true}}
	for _, m := range p.Marks {
		w.mark(m)
	}
	body := w.buf.Bytes()

	head := &writer{theme: t}
	head.open(p)
	head.style(w.used)
	head.raw(`<rect width="`).num(p.Width).raw(`" height="`).num(p.Height).
		raw(`" fill="`).raw(w.light(scene.Background)).raw(`"/>` + "\n")
	all := append(head.buf.Bytes(), body...)
	all = append(all, "</svg>\n"...)

	sum := sha256.Sum256(all)
	prefix := "c" + hex.EncodeToString(sum[:4])
	return bytes.ReplaceAll(all, []byte{mark}, []byte(prefix))
}

// A writer collects the document.
type writer struct {
	theme *theme.Theme
	buf   bytes.Buffer
	used  map[use]bool // what the style sheet must name
}

// A use is a role and the property that it colours, fill or stroke.
type use struct {
	role     scene.Role
	property string
}

func (w *writer) raw(s string) *writer {
	w.buf.WriteString(s)
	return w
}

// open prints the root's start tag and the words for the whole picture.
func (w *writer) open(p *scene.Picture) {
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg" id="`).id("").raw(`" width="`).num(p.Width).
		raw(`" height="`).num(p.Height).raw(`" viewBox="0 0 `).num(p.Width).raw(" ").num(p.Height).
		raw(`" role="graphics-document" aria-labelledby="`).id("t").raw(`"`)
	if p.Description != "" {
		w.raw(` aria-describedby="`).id("d").raw(`"`)
	}
	w.attr("lang", p.Lang)
	w.attr("font-family", w.theme.Text.Stack)
	w.raw(` font-size="`).num(baseSize).raw(`" fill="`).raw(w.light(scene.Ink)).raw("\">\n")
	title := p.Title
	if clean(title) == "" {
		title = "Picture" // a graphics-document must have a name
	}
	w.raw(`<title id="`).id("t").raw(`">`).text(title).raw("</title>\n")
	if p.Description != "" {
		w.raw(`<desc id="`).id("d").raw(`">`).text(p.Description).raw("</desc>\n")
	}
}

// id prints an id made unique; the empty name is the root's.
func (w *writer) id(name string) *writer {
	w.buf.WriteByte(mark)
	if name != "" {
		w.raw("-").text(name)
	}
	return w
}

// attr prints an attribute, or nothing for the empty value.
func (w *writer) attr(key, value string) *writer {
	if value != "" {
		w.raw(" ").raw(key).raw(`="`).text(value).raw(`"`)
	}
	return w
}

// light returns a role's value for attributes.
func (w *writer) light(r scene.Role) string {
	if c, ok := w.theme.Lookup(string(r)); ok {
		return c.Light
	}
	return "none"
}
