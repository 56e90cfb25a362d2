// Package sfnt reads of a TrueType or OpenType file what it takes to embed
// the font in a document, and makes subsets that keep a few glyphs. It is a
// leaf and shapes nothing.
//
// The tables are those of the OpenType specification 1.9 (ISO/IEC
// 14496-22). Lengths are font units, y upwards. Files may be damaged or made
// to do harm: every read is checked, and no table asks for more memory than
// the file is long.
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Font is a parsed font file. It is read-only and may be shared.
type Font struct {
	Name        string // PostScript name, ASCII letters, digits and hyphens; may be empty
	Glyphs      int    // glyph ids are below it
	UnitsPerEm  int    // font units in an em
	Box         [4]int // around all glyphs: left, bottom, right, top
	Ascent      int
	Descent     int // below the baseline: negative
	CapHeight   int
	Weight      int  // 400 is regular, 700 bold
	ItalicAngle int  // degrees, negative where letters lean to the right
	CFF         bool // outlines are CFF, not glyf
	Permission  Permission

	tables  map[string][]byte
	cff     *cff
	metrics int  // entries of hmtx that have an advance
	long    bool // offsets in loca have 32 bits
}

// Permission is what the maker of a font lets others do with it, from its
// OS/2 table.
type Permission uint8

// The permissions.
const (
	Subsets Permission = iota // may be embedded, whole or in part
	Whole                     // may be embedded, but not in part
	Never                     // may not be embedded
)

// maxTables is more than any font has; a file with more is not a font.
const maxTables = 256

// Parse reads the directory and the small tables of a font file. The data
// must not change as long as the font is in use. Collections and compressed
// web fonts are refused.
func Parse(data []byte) (*Font, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	for _, read := range []func(*Font) error{(*Font).head, (*Font).maxp, (*Font).hhea, (*Font).outlines} {
		if err := read(f); err != nil {
			return nil, err
		}
	}
	f.os2()
	f.post()
	f.Name = postScriptName(tables["name"])
	return f, nil
}

// directory returns the file's tables by tag.
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errors.New("the font file is too short")
	}
	switch tag := string(data[:4]); tag {
	case "\x00\x01\x00\x00", "OTTO", "true":
	case "ttcf":
		return nil, errors.New("the file is a collection of fonts; give one font")
	case "wOFF", "wOF2":
		return nil, errors.New("the file is a compressed web font; give the TrueType or OpenType font")
	default:
		return nil, errors.New("the file is no TrueType or OpenType font")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if n > maxTables || len(data) < 12+16*n {
		return nil, errors.New("the font's directory is cut off")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		entry := data[12+16*i:]
		tag := string(entry[:4])
		offset, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if offset+length > uint64(len(data)) {
			return nil, fmt.Errorf("the font's table %q lies outside the file", tag)
		}
		tables[tag] = data[offset : offset+length]
	}
	return tables, nil
}

// table returns a table that must be there and at least size bytes long.
func (f *Font) table(tag string, size int) (table, error) {
	t := f.tables[tag]
	if len(t) < size {
		return nil, fmt.Errorf("the font's table %q is missing or too short", tag)
	}
	return t, nil
}

// A table is the bytes of one table. Its readers expect a checked length.
type table []byte

func (t table) u16(at int) int { return int(binary.BigEndian.Uint16(t[at:])) }
func (t table) i16(at int) int { return int(int16(binary.BigEndian.Uint16(t[at:]))) }
func (t table) u32(at int) int { return int(binary.BigEndian.Uint32(t[at:])) }

func (f *Font) head() error {
	t, err := f.table("head", 54)
	if err != nil {
		return err
	}
	f.UnitsPerEm = t.u16(18)
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return fmt.Errorf("the font has %d units in an em; 16 to 16384 are allowed", f.UnitsPerEm)
	}
	f.Box = [4]int{t.i16(36), t.i16(38), t.i16(40), t.i16(42)}
	f.Weight = 400
	if t.u16(44)&1 != 0 {
		f.Weight = 700
	}
	f.long = t.i16(50) != 0
	return nil
}

func (f *Font) maxp() error {
	t, err := f.table("maxp", 6)
	if err != nil {
		return err
	}
	if f.Glyphs = t.u16(4); f.Glyphs == 0 {
		return errors.New("the font has no glyphs")
	}
	return nil
}

func (f *Font) hhea() error {
	t, err := f.table("hhea", 36)
	if err != nil {
		return err
	}
	f.Ascent, f.Descent = t.i16(4), t.i16(6)
	f.CapHeight = f.Ascent // until OS/2 says better
	f.metrics = min(t.u16(34), f.Glyphs)
	if f.metrics == 0 {
		return errors.New("the font has no advances")
	}
	_, err = f.table("hmtx", 4*f.metrics)
	return err
}

// outlines finds out what the glyphs are drawn with.
func (f *Font) outlines() error {
	if data := f.tables["CFF "]; len(data) > 0 {
		var err error
		f.CFF = true
		f.cff, err = readCFF(data, f.Glyphs)
		return err
	}
	size := 2
	if f.long {
		size = 4
	}
	if _, err := f.table("loca", size*(f.Glyphs+1)); err != nil {
		return err
	}
	_, err := f.table("glyf", 0)
	return err
}

// os2 reads weight, height and permissions. The table may be missing.
func (f *Font) os2() {
	t := table(f.tables["OS/2"])
	if len(t) < 10 {
		return
	}
	f.Weight = t.u16(4)
	const restricted, noSubsets, bitmapsOnly, lesser = 0x2, 0x100, 0x200, 0xC
	switch kind := t.u16(8); {
	case kind&restricted != 0 && kind&lesser == 0, kind&bitmapsOnly != 0:
		f.Permission = Never
	case kind&noSubsets != 0:
		f.Permission = Whole
	}
	if len(t) >= 90 && t.u16(0) >= 2 {
		f.CapHeight = t.i16(88)
	}
}

func (f *Font) post() {
	if t := table(f.tables["post"]); len(t) >= 8 {
		f.ItalicAngle = t.i16(4)
	}
}

// postScriptName finds name 6, which is the same in every language. It is
// ASCII, so that leaving out zeros reads UTF-16 as well.
func postScriptName(t table) string {
	if len(t) < 6 {
		return ""
	}
	for i := range t.u16(2) {
		at := 6 + 12*i
		if at+12 > len(t) {
			return ""
		}
		if t.u16(at+6) != 6 {
			continue
		}
		from := t.u16(4) + t.u16(at+10)
		to := from + t.u16(at+8)
		if to > len(t) {
			continue
		}
		if name := plain(t[from:to]); name != "" {
			return name
		}
	}
	return ""
}

func plain(name []byte) string {
	const maxName = 63 // the longest that the specification allows
	var out []byte
	for _, c := range name {
		if len(out) < maxName && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
			out = append(out, c)
		}
	}
	return string(out)
}

// Code returns the number by which a PDF calls a glyph of the embedded font: the
// character id where the font's outlines have such ids, as those for Chinese,
// Japanese and Korean do, else the glyph id.
func (f *Font) Code(glyph int) int {
	if f.cff != nil && glyph >= 0 && glyph < len(f.cff.cids) {
		return f.cff.cids[glyph]
	}
	return glyph
}

// Advance returns how far the pen moves after a glyph; 0 for an id that the
// font does not have.
func (f *Font) Advance(glyph int) int {
	if glyph < 0 || glyph >= f.Glyphs {
		return 0
	}
	return table(f.tables["hmtx"]).u16(4 * min(glyph, f.metrics-1))
}
