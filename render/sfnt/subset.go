package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Subset returns a TrueType file with the outlines and advances of the given
// glyphs, of the glyphs that they are composed of, and of glyph 0. Glyph ids
// stay as they are; other glyphs are empty, and none follows the last that
// is kept. Instructions for coarse screens are left out, and so is every
// table that only shaping needs. The same glyphs in any order give the same
// bytes.
//
// Of a font with CFF outlines, the CFF table alone is returned, with the
// outlines of other glyphs emptied.
func (f *Font) Subset(glyphs []int) ([]byte, error) {
	if f.CFF {
		return f.cff.subset(glyphs)
	}
	kept, err := f.closure(glyphs)
	if err != nil {
		return nil, err
	}
	n := 1
	for g := range kept {
		n = max(n, g+1)
	}
	var glyf []byte
	loca := make([]byte, 0, 4*(n+1))
	hmtx := make([]byte, 4*n)
	for g := range n {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, ok := kept[g]
		if !ok {
			continue
		}
		glyf = append(glyf, outline...)
		glyf = append(glyf, make([]byte, pad(len(outline)))...)
		binary.BigEndian.PutUint16(hmtx[4*g:], uint16(f.Advance(g)))
		binary.BigEndian.PutUint16(hmtx[4*g+2:], uint16(f.bearing(g)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	return assemble([]part{
		{"glyf", glyf},
		{"head", f.newHead()},
		{"hhea", patched(f.tables["hhea"][:36], 34, n)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", f.newMaxp(n)},
	}), nil
}

// closure returns the outlines of the glyphs and of their components,
// without instructions.
func (f *Font) closure(glyphs []int) (map[int][]byte, error) {
	kept := map[int][]byte{}
	room := len(f.tables["glyf"]) // glyphs do not overlap, unless to blow up the subset
	todo := append([]int{0}, glyphs...)
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if _, ok := kept[g]; ok {
			continue
		}
		data, err := f.outline(g)
		if err != nil {
			return nil, err
		}
		if room -= len(data); room < 0 {
			return nil, errors.New("the font's glyphs overlap in the file")
		}
		outline, parts, err := strip(data)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
		kept[g] = outline
		todo = append(todo, parts...)
	}
	return kept, nil
}

// outline returns a glyph's bytes in the glyf table.
func (f *Font) outline(g int) ([]byte, error) {
	if g < 0 || g >= f.Glyphs {
		return nil, fmt.Errorf("the font has no glyph %d", g)
	}
	loca, glyf := table(f.tables["loca"]), f.tables["glyf"]
	var from, to int
	if f.long {
		from, to = loca.u32(4*g), loca.u32(4*g+4)
	} else {
		from, to = 2*loca.u16(2*g), 2*loca.u16(2*g+2)
	}
	if from > to || to > len(glyf) {
		return nil, fmt.Errorf("glyph %d lies outside the font's outlines", g)
	}
	return glyf[from:to], nil
}

// bearing returns a glyph's left side bearing.
func (f *Font) bearing(g int) int {
	hmtx := table(f.tables["hmtx"])
	if g < f.metrics {
		return hmtx.i16(4*g + 2)
	}
	if at := 4*f.metrics + 2*(g-f.metrics); at+2 <= len(hmtx) {
		return hmtx.i16(at)
	}
	return 0
}

// newHead is the old one for long offsets, its checksum still to be set.
func (f *Font) newHead() []byte {
	t := slices.Clone(f.tables["head"][:54])
	clear(t[8:12])
	return patched(t, 50, 1)
}

// newMaxp tells of n glyphs that need no instructions.
func (f *Font) newMaxp(n int) []byte {
	t := patched(f.tables["maxp"], 4, n)
	const zones, instructions = 14, 26
	if len(t) >= 32 {
		clear(t[zones+2 : instructions+2])
		t[zones+1] = 1
	}
	return t
}

// patched returns a copy with a 16-bit number changed.
func patched(t []byte, at, value int) []byte {
	t = slices.Clone(t)
	binary.BigEndian.PutUint16(t[at:], uint16(value))
	return t
}

// pad is how many bytes are missing to a multiple of four.
func pad(n int) int { return -n & 3 }

// A part is a table of the new file.
type part struct {
	tag  string
	data []byte
}

// assemble writes a font file. The parts come in the order of their tags.
func assemble(parts []part) []byte {
	n := len(parts)
	log := 0
	for 2<<log <= n {
		log++
	}
	file := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	offset, head := 12+16*n, 0
	for _, p := range parts {
		if p.tag == "head" {
			head = offset
		}
		file = append(file, p.tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(p.data))
		file = binary.BigEndian.AppendUint32(file, uint32(offset))
		file = binary.BigEndian.AppendUint32(file, uint32(len(p.data)))
		offset += len(p.data) + pad(len(p.data))
	}
	for _, p := range parts {
		file = append(file, p.data...)
		file = append(file, make([]byte, pad(len(p.data)))...)
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file))
	return file
}

// checksum is the sum of all 32-bit words, the last filled up with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
