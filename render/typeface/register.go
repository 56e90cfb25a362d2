package typeface

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A family is the faces that were registered under a name.
type family struct{ faces []*Face }

var families = struct {
	sync.RWMutex
	byName map[string]*family
}{byName: map[string]*family{}}

func lookup(name string) *family {
	if name == "" {
		return nil
	}
	families.RLock()
	defer families.RUnlock()
	return families.byName[name]
}

// Register makes font files known under a family name, for the whole process.
// Files are TrueType or OpenType with glyf or CFF outlines; weight (bold from
// 600 on) and slant are read from them. Where a weight or slant is missing,
// the nearest file stands in, the regular one first. A variable font is used
// at its default weight. The bytes are kept and must not be changed.
//
// A file that is no such font, two files of the same weight and slant, and
// other files under a name that is taken are errors; nothing is registered
// then. The same files again change nothing.
func Register(name string, files ...[]byte) error {
	switch {
	case name == "":
		return errors.New("a font family needs a name")
	case len(files) == 0:
		return fmt.Errorf("font family %q: no file given", name)
	}
	fam := &family{}
	for i, data := range files {
		face, err := parse(name, data)
		if err != nil {
			return fmt.Errorf("font family %q: file %d: %w", name, i+1, err)
		}
		for k, other := range fam.faces {
			if other.bold == face.bold && other.italic == face.italic {
				return fmt.Errorf("font family %q: files %d and %d are both %s; give one", name, k+1, i+1, face.style())
			}
		}
		fam.faces = append(fam.faces, face)
	}
	families.Lock()
	defer families.Unlock()
	if old := families.byName[name]; old != nil {
		if !slices.EqualFunc(old.faces, fam.faces, func(a, b *Face) bool { return bytes.Equal(a.data, b.data) }) {
			return fmt.Errorf("font family %q is registered already, with other files", name)
		}
		return nil
	}
	families.byName[name] = fam
	return nil
}

// face returns the face nearest to a style. Upright letters in place of
// italics are the smallest loss, then the wrong weight; italics in place of
// upright letters come last.
func (f *family) face(bold, italic bool) *Face {
	return slices.MinFunc(f.faces, func(a, b *Face) int { return a.loss(bold, italic) - b.loss(bold, italic) })
}

func (f *Face) loss(bold, italic bool) int {
	n := 0
	if f.bold != bold {
		n += 2
	}
	switch {
	case italic && !f.italic:
		n++
	case f.italic && !italic:
		n += 4
	}
	return n
}

// style names weight and slant.
func (f *Face) style() string {
	switch {
	case f.bold && f.italic:
		return "bold italic"
	case f.bold:
		return "bold"
	case f.italic:
		return "italic"
	}
	return "regular"
}

// parse reads a font file from a person. The parser is made to cope with
// damaged files; should it panic all the same, that is the file's fault.
func parse(name string, data []byte) (face *Face, err error) {
	defer func() {
		if p := recover(); p != nil {
			face, err = nil, fmt.Errorf("the font is damaged: %v", p)
		}
	}()
	if err := kind(data); err != nil {
		return nil, err
	}
	if err := tables(data); err != nil {
		return nil, err
	}
	file, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the font is damaged: %w", err)
	}
	parsed, err := font.NewFont(file)
	if err != nil {
		return nil, fmt.Errorf("the font is damaged: %w", err)
	}
	if upem := parsed.Upem(); upem < 16 || upem > 16384 {
		return nil, fmt.Errorf("the font is damaged: %d units in an em, not 16 to 16384", upem)
	}
	aspect := parsed.Describe().Aspect
	face = &Face{data: data, font: parsed, bold: aspect.Weight >= font.WeightSemibold, italic: aspect.Style == font.StyleItalic}
	face.name = name + " " + face.style()
	return face, face.check()
}

// kind looks at the first bytes.
func kind(data []byte) error {
	if len(data) < 12 {
		return errors.New("not a font: the file is too short")
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
		return nil
	case "wOFF", "wOF2":
		return errors.New("a web font (WOFF); give the font as .ttf or .otf")
	case "ttcf":
		return errors.New("a collection of fonts; give a file with one font, .ttf or .otf")
	}
	return errors.New("not a TrueType or OpenType font")
}

// tables checks the directory of tables: all lie within the file, and what
// drawing needs is there. (The parser would make room for as many bytes as the
// directory claims.)
func tables(data []byte) error {
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return errors.New("the font is damaged: the file ends within its list of tables")
	}
	have := map[string]bool{}
	for i := range n {
		entry := data[12+16*i:]
		name, offset, length := string(entry[:4]), uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if offset+length > uint64(len(data)) {
			return fmt.Errorf("the font is damaged: table %q lies beyond the end of the file", name)
		}
		have[name] = true
	}
	needed := []string{"cmap", "head", "hhea", "hmtx", "maxp"}
	switch {
	case have["glyf"]:
		needed = append(needed, "loca")
	case !have["CFF "]:
		return errors.New("the font has no outlines that can be drawn (glyf or CFF)")
	}
	for _, name := range needed {
		if !have[name] {
			return fmt.Errorf("the font is damaged: it has no table %q", name)
		}
	}
	return nil
}

// checked is how many characters of a font are tried.
const checked = 1024

// check tries the first characters of the font: each needs an outline, be it
// empty, and at least one must not be empty and take room.
func (f *Face) check() error {
	seen, drawn := 0, 0
	face := font.NewFace(f.font)
	for it := f.font.Cmap.Iter(); it.Next() && seen < checked; seen++ {
		r, id := it.Char()
		outline, ok := face.GlyphDataOutline(id)
		if !ok {
			return fmt.Errorf("the font is damaged: no outline for %q", r)
		}
		if len(outline.Segments) > 0 && face.HorizontalAdvance(id) > 0 {
			drawn++
		}
	}
	if drawn == 0 {
		return errors.New("the font has no letters")
	}
	return nil
}
