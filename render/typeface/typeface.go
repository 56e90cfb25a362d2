// Package typeface holds the fonts and sets lines of text in them.
//
// Embedded are Liberation Sans (Latin, Greek, Cyrillic, Hebrew; its widths are
// Arial's) in four styles and DejaVu Sans (Arabic, Armenian, Georgian, Lao and
// many symbols) in regular and bold. Others come from Register. Every
// character is set in the first face that has it: the style's own family,
// Liberation Sans, DejaVu Sans. What none of them has keeps its room and is
// reported, by Line.Missing.
//
// A font is parsed when the first line needs it. Lengths are whole numbers of
// em/2048 and the same on every machine. All functions are safe for concurrent
// use.
package typeface

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"sync"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
)

// Em is the number of units in an em. It is that of the embedded fonts, so
// that their advances are whole numbers.
const Em = 2048

// A Style says which face letters are set in. A family that is empty or was
// never registered means the embedded faces.
type Style struct {
	Family       string
	Bold, Italic bool
}

// A Face is one font file. It is read-only.
type Face struct {
	name         string
	data         []byte
	bold, italic bool
	font         *font.Font        // without outlines, where drawn has them
	drawn        func() *font.Font // the font with its outlines; nil where font has them
}

// Name returns the family and style, such as "Liberation Sans Bold".
func (f *Face) Name() string { return f.name }

// Data returns the font file, TrueType or OpenType. It must not be changed.
func (f *Face) Data() []byte { return f.data }

// UnitsPerEm returns the font's own number of units in an em.
func (f *Face) UnitsPerEm() int { return int(f.font.Upem()) }

// has reports whether the face has a glyph for a character.
func (f *Face) has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// embedded returns a function that parses an embedded font once.
func embedded(name string, data []byte, bold, italic bool) func() *Face {
	return sync.OnceValue(func() *Face {
		whole := sync.OnceValue(func() *font.Font { return mustParse(name, bytes.NewReader(data)) })
		return &Face{name, data, bold, italic, mustParse(name, withoutOutlines(data)), whole}
	})
}

func mustParse(name string, file font.Resource) *font.Font {
	face, err := font.ParseTTF(file)
	if err != nil {
		panic(fmt.Sprintf("typeface: the embedded %s does not parse: %v", name, err))
	}
	return face.Font
}

// withoutOutlines reads a font file in which the tables of outlines are not
// found. Parsing them takes longer than all the rest, and an SVG needs none.
func withoutOutlines(data []byte) font.Resource {
	const header, entry = 12, 16
	head := bytes.Clone(data[:header+entry*int(binary.BigEndian.Uint16(data[4:]))])
	for tag := head[header:]; len(tag) > 0; tag = tag[entry:] {
		switch string(tag[:4]) {
		case "glyf", "loca", "post":
			tag[0] = '-'
		}
	}
	return io.NewSectionReader(patched{head, data}, 0, int64(len(data)))
}

// patched is data with another beginning.
type patched struct{ head, data []byte }

func (p patched) ReadAt(b []byte, at int64) (int, error) {
	if at < 0 || at > int64(len(p.data)) {
		return 0, io.EOF
	}
	n := copy(b, p.data[at:])
	if at < int64(len(p.head)) {
		copy(b[:n], p.head[at:])
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// The embedded faces: upright and bold, then the same in italics.
var (
	liberation = [4]func() *Face{
		embedded("Liberation Sans", liberationsansregular.TTF, false, false),
		embedded("Liberation Sans Bold", liberationsansbold.TTF, true, false),
		embedded("Liberation Sans Italic", liberationsansitalic.TTF, false, true),
		embedded("Liberation Sans Bold Italic", liberationsansbolditalic.TTF, true, true),
	}
	dejavu = [2]func() *Face{
		embedded("DejaVu Sans", dejavusans.TTF, false, false),
		embedded("DejaVu Sans Bold", dejavusansbold.TTF, true, false),
	}
)

// A chain is the faces that a style asks, in order.
type chain struct {
	family       *family // nil for the embedded faces alone
	bold, italic bool
}

func chainOf(s Style) chain { return chain{lookup(s.Family), s.Bold, s.Italic} }

// first calls accept with one face after the other and returns the first that
// it takes, nil where it takes none. DejaVu Sans has no embedded italics; its
// scripts stand upright then.
func (c chain) first(accept func(*Face) bool) *Face {
	if f := c.own(); f != nil && accept(f) {
		return f
	}
	weight, slant := 0, 0
	if c.bold {
		weight = 1
	}
	if c.italic {
		slant = 2
	}
	if f := liberation[weight+slant](); accept(f) {
		return f
	}
	if f := dejavu[weight](); accept(f) {
		return f
	}
	return nil
}

// own returns the face of the registered family, nil where there is none.
func (c chain) own() *Face {
	if c.family == nil {
		return nil
	}
	return c.family.face(c.bold, c.italic)
}
