package pdf

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/sfnt"
	"github.com/causeline/causeline/render/typeface"
)

// fonts is the faces that a document uses, in the order of their first use.
type fonts struct {
	byFace map[*typeface.Face]*embedded
	order  []*embedded
}

// An embedded is one face in the file.
type embedded struct {
	number int // named F1, F2 and so on
	face   *typeface.Face
	font   *sfnt.Font
	err    error
	glyphs map[int]string // what each glyph in use is read as
}

// of returns a face's entry.
func (f *fonts) of(face *typeface.Face) *embedded {
	e := f.byFace[face]
	if e == nil {
		e = &embedded{number: len(f.order) + 1, face: face, glyphs: map[int]string{}}
		e.font, e.err = sfnt.Parse(face.Data())
		if e.err != nil {
			e.font = &sfnt.Font{UnitsPerEm: typeface.Em} // the error is returned in the end
		}
		if f.byFace == nil {
			f.byFace = map[*typeface.Face]*embedded{}
		}
		f.byFace[face], f.order = e, append(f.order, e)
	}
	return e
}

// width returns a glyph's advance in em/1000.
func (e *embedded) width(glyph int) int {
	return (e.font.Advance(glyph)*1000 + e.font.UnitsPerEm/2) / e.font.UnitsPerEm
}

// use notes glyphs as used and returns the text that a program reads from
// them. A glyph is read in one way everywhere: as what it stood for when it
// was first used.
func (f *fonts) use(glyphs []typeface.Glyph) string {
	var read strings.Builder
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Text == "" && glyphs[n].Face == glyphs[0].Face {
			n++
		}
		e := f.of(glyphs[0].Face)
		for i, text := range split(glyphs[0].Text, glyphs[:n]) {
			id := int(glyphs[i].ID)
			if _, known := e.glyphs[id]; !known {
				e.glyphs[id] = strings.Map(space, text)
			}
			read.WriteString(e.glyphs[id])
		}
		glyphs = glyphs[n:]
	}
	return read.String()
}

// split divides characters among the glyphs that stand for them together: one
// each, in the order of the glyphs, or all to the widest.
func split(text string, glyphs []typeface.Glyph) []string {
	parts := make([]string, len(glyphs))
	r := []rune(text)
	if len(r) == len(glyphs) {
		if turned(r[0]) {
			slices.Reverse(r)
		}
		for i := range r {
			parts[i] = string(r[i])
		}
		return parts
	}
	widest := 0
	for i, g := range glyphs {
		if g.Advance > glyphs[widest].Advance {
			widest = i
		}
	}
	parts[widest] = text
	return parts
}

// write writes all fonts and returns the page's entry for them.
func (f *fonts) write(file *file) (string, error) {
	if len(f.order) == 0 {
		return "", nil
	}
	var b strings.Builder
	b.WriteString("/Font<<")
	for _, e := range f.order {
		if e.err != nil {
			return "", fmt.Errorf("pdf: %s: %w", e.face.Name(), e.err)
		}
		r, err := e.write(file)
		if err != nil {
			return "", fmt.Errorf("pdf: %s: %w", e.face.Name(), err)
		}
		fmt.Fprintf(&b, "/F%d %s", e.number, r)
	}
	return b.String() + ">>", nil
}

// ids returns the glyphs in use, in the order of their codes in text.
func (e *embedded) ids() []int {
	return slices.SortedFunc(maps.Keys(e.glyphs), func(a, b int) int {
		return cmp.Or(e.font.Code(a)-e.font.Code(b), a-b)
	})
}

// write writes the font's five objects.
func (e *embedded) write(file *file) (ref, error) {
	name := e.font.Name
	if name == "" {
		name = "Font"
	}
	data, cut, err := e.program()
	if err != nil {
		return 0, err
	}
	if cut {
		name = tag(data) + "+" + name
	}
	key, kind, entries, extra := "FontFile2", "CIDFontType2", fmt.Sprintf("/Length1 %d", len(data)), "/CIDToGIDMap/Identity"
	if e.font.CFF {
		key, kind, entries, extra = "FontFile3", "CIDFontType0", "/Subtype/OpenType", ""
		if cut {
			entries = "/Subtype/CIDFontType0C"
		}
	}
	descriptor := file.add(e.descriptor(name, key, file.stream(entries, data)))
	descendant := file.add(fmt.Sprintf("<</Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/DW 0/W[%s]%s>>",
		kind, name, descriptor, e.widths(), extra))
	return file.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, descendant, file.stream("", e.toUnicode()))), nil
}

// program returns the font file to embed, and whether it is cut down.
func (e *embedded) program() (data []byte, cut bool, err error) {
	switch {
	case e.font.Permission == sfnt.Never:
		return nil, false, errors.New("the font's licence does not allow embedding it in a document; give another font")
	case e.font.Permission == sfnt.Whole:
		return e.face.Data(), false, nil
	}
	data, err = e.font.Subset(e.ids())
	return data, true, err
}

// tag returns the six letters that tell subsets of a font apart.
func tag(data []byte) string {
	sum := sha256.Sum256(data)
	n := binary.BigEndian.Uint64(sum[:8])
	var out [6]byte
	for i := range out {
		out[i] = byte('A' + n%26)
		n /= 26
	}
	return string(out[:])
}

func (e *embedded) descriptor(name, key string, program ref) string {
	f := e.font
	scaled := func(v int) int { return v * 1000 / f.UnitsPerEm }
	const symbolic, italic = 4, 64
	flags := symbolic // codes are glyphs, not characters
	if f.ItalicAngle != 0 {
		flags |= italic
	}
	stem := 80 // no table of the font tells; about right for these weights
	if f.Weight >= 600 {
		stem = 140
	}
	return fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/%s %s>>",
		name, flags, scaled(f.Box[0]), scaled(f.Box[1]), scaled(f.Box[2]), scaled(f.Box[3]),
		f.ItalicAngle, scaled(f.Ascent), scaled(f.Descent), scaled(f.CapHeight), stem, key, program)
}

// widths prints the advances in use, neighbours in one list.
func (e *embedded) widths() string {
	var b strings.Builder
	last := -2
	for _, id := range e.ids() {
		code := e.font.Code(id)
		switch {
		case last < 0:
			fmt.Fprintf(&b, "%d[", code)
		case code == last+1:
			b.WriteString(" ")
		default:
			fmt.Fprintf(&b, "]%d[", code)
		}
		fmt.Fprintf(&b, "%d", e.width(id))
		last = code
	}
	b.WriteString("]")
	return b.String()
}

// toUnicode returns the table by which programs read glyphs. What is only part
// of a letter is read as nothing; the text around says what it is.
func (e *embedded) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // entries of a block
	for ids := range slices.Chunk(e.ids(), most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(ids))
		for _, id := range ids {
			text := e.glyphs[id]
			if text == "" {
				text = "\u200b"
			}
			fmt.Fprintf(&b, "<%04X><%s>\n", e.font.Code(id), utf16Hex(text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend")
	return []byte(b.String())
}
