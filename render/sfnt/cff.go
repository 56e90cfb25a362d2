package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// What is read of a CFF table is told in Adobe's Technical Note 5176, the
// outlines in 5177.

var errCFF = errors.New("the font's CFF outlines are damaged")

// A cff is what is known of a CFF table.
type cff struct {
	data    []byte
	strings index // the outlines, by glyph
	cids    []int // codes of the glyphs where the font has codes of its own, else nil
}

// An index is a list of byte strings inside a table.
type index struct {
	at    int // where its offsets begin
	size  int // bytes of an offset
	count int
	base  int // offsets count from here, from 1 on
	end   int // behind the last string
}

// Operators of the top dictionary.
const (
	opCharset     = 15
	opCharStrings = 17
	opROS         = 12<<8 | 30
)

// readCFF finds the outlines of a font with so many glyphs.
func readCFF(data []byte, glyphs int) (*cff, error) {
	if len(data) < 4 || data[0] != 1 {
		return nil, errCFF
	}
	names, err := readIndex(data, int(data[2]))
	if err != nil {
		return nil, err
	}
	tops, err := readIndex(data, names.end)
	if err != nil || tops.count == 0 {
		return nil, errCFF
	}
	from, to, err := tops.span(data, 0)
	if err != nil {
		return nil, err
	}
	top, err := readDict(data[from:to])
	if err != nil {
		return nil, err
	}
	c := &cff{data: data}
	if c.strings, err = readIndex(data, top[opCharStrings]); err != nil || c.strings.count != glyphs {
		return nil, errCFF
	}
	if _, ok := top[opROS]; ok {
		c.cids, err = readCharset(data, top[opCharset], glyphs)
	}
	return c, err
}

func readIndex(data []byte, at int) (index, error) {
	if at < 0 || at+2 > len(data) {
		return index{}, errCFF
	}
	count := int(binary.BigEndian.Uint16(data[at:]))
	if count == 0 {
		return index{end: at + 2}, nil
	}
	if at+3 > len(data) {
		return index{}, errCFF
	}
	x := index{at: at + 3, size: int(data[at+2]), count: count}
	x.base = x.at + x.size*(count+1) - 1
	if x.size < 1 || x.size > 4 || x.base >= len(data) {
		return index{}, errCFF
	}
	_, end, err := x.span(data, count-1)
	x.end = end
	return x, err
}

// span returns where a string of the index lies in the table.
func (x index) span(data []byte, i int) (from, to int, err error) {
	from, to = x.base+x.offset(data, i), x.base+x.offset(data, i+1)
	if from <= x.base || from > to || to > len(data) {
		return 0, 0, errCFF
	}
	return from, to, nil
}

func (x index) offset(data []byte, i int) int {
	n := 0
	for _, b := range data[x.at+x.size*i:][:x.size] {
		n = n<<8 | int(b)
	}
	return n
}

// readDict returns the last operand of each operator. Real numbers count as 0;
// no operator that is asked for has one.
func readDict(data []byte) (map[int]int, error) {
	out := map[int]int{}
	last := 0
	for len(data) > 0 {
		b, n := int(data[0]), 1
		switch {
		case b == 12:
			n = 2
		case b == 28:
			n = 3
		case b == 29:
			n = 5
		case b == 30:
			for n < len(data) && data[n]&0xF != 0xF && data[n]>>4 != 0xF {
				n++
			}
			n++
		case b >= 247 && b <= 254:
			n = 2
		}
		if n > len(data) {
			return nil, errCFF
		}
		if b <= 21 {
			if b == 12 {
				b = 12<<8 | int(data[1])
			}
			out[b] = last
		} else {
			last = operand(data[:n])
		}
		data = data[n:]
	}
	return out, nil
}

func operand(data []byte) int {
	b := int(data[0])
	switch {
	case b == 28:
		return int(int16(binary.BigEndian.Uint16(data[1:])))
	case b == 29:
		return int(int32(binary.BigEndian.Uint32(data[1:])))
	case b >= 32 && b <= 246:
		return b - 139
	case b >= 247 && b <= 250:
		return (b-247)*256 + int(data[1]) + 108
	case b >= 251 && b <= 254:
		return -(b-251)*256 - int(data[1]) - 108
	}
	return 0
}

// readCharset returns the codes of the glyphs. Glyph 0 has code 0.
func readCharset(data []byte, at, glyphs int) ([]int, error) {
	if at < 3 || at >= len(data) {
		return nil, errCFF // fonts with codes have a charset of their own
	}
	format, cids := data[at], []int{0}
	at++
	for len(cids) < glyphs {
		size := 2 + min(int(format), 2)
		if format > 2 || at+size > len(data) {
			return nil, errCFF
		}
		first, more := int(binary.BigEndian.Uint16(data[at:])), 0
		switch format {
		case 1:
			more = int(data[at+2])
		case 2:
			more = int(binary.BigEndian.Uint16(data[at+2:]))
		}
		for i := 0; i <= more && len(cids) < glyphs; i++ {
			cids = append(cids, first+i)
		}
		at += size
	}
	return cids, nil
}

// subset returns the table with the outlines of other glyphs emptied.
// Everything stays where it is, so that no offset changes; the room that is
// left over is zeros, which pack well. Where an outline is composed of others,
// as in very old fonts, all are kept.
func (c *cff) subset(glyphs []int) ([]byte, error) {
	kept := map[int]bool{0: true}
	for _, g := range glyphs {
		if g < 0 || g >= c.strings.count {
			return nil, fmt.Errorf("the font has no glyph %d", g)
		}
		kept[g] = true
	}
	out := slices.Clone(c.data)
	x := c.strings
	room := out[x.base+1 : x.end]
	clear(room)
	used := 0
	for g := range x.count {
		x.put(out, g, used+1)
		outline := []byte{endchar}
		if kept[g] {
			from, to, err := x.span(c.data, g)
			if err != nil {
				return nil, err
			}
			outline = c.data[from:to]
			if composed(outline) {
				return c.data, nil
			}
		}
		if used+len(outline) > len(room) {
			return nil, errCFF
		}
		used += copy(room[used:], outline)
	}
	x.put(out, x.count, used+1)
	return out, nil
}

func (x index) put(data []byte, i, offset int) {
	for k := x.size - 1; k >= 0; k-- {
		data[x.at+x.size*i+k] = byte(offset)
		offset >>= 8
	}
}

// endchar ends an outline.
const endchar = 14

// composed reports whether an outline is made of two others: numbers alone,
// four or more, before the end.
func composed(outline []byte) bool {
	for n := 0; len(outline) > 0; n++ {
		b, size := outline[0], 1
		switch {
		case b == endchar:
			return n >= 4
		case b == 28:
			size = 3
		case b == 255:
			size = 5
		case b >= 247:
			size = 2
		case b < 32:
			return false
		}
		outline = outline[min(size, len(outline)):]
	}
	return false
}
