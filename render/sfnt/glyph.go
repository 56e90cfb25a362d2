package sfnt

import (
	"errors"
	"slices"
)

var errCut = errors.New("the outline is cut off")

// strip returns a glyph's outline without instructions, and the glyphs that
// it is composed of.
func strip(data []byte) (outline []byte, parts []int, err error) {
	const header = 10 // number of contours, box
	switch {
	case len(data) == 0:
		return nil, nil, nil // a space
	case len(data) < header:
		return nil, nil, errCut
	case table(data).i16(0) < 0:
		return stripComposite(data, header)
	}
	outline, err = stripSimple(data, header)
	return outline, nil, err
}

// stripSimple cuts the instructions out, which stand between the ends of the
// contours and the points.
func stripSimple(data table, header int) ([]byte, error) {
	at := header + 2*data.i16(0)
	if len(data) < at+2 {
		return nil, errCut
	}
	end := at + 2 + data.u16(at)
	if len(data) < end {
		return nil, errCut
	}
	out := slices.Clone(data[:at+2])
	out[at], out[at+1] = 0, 0
	return append(out, data[end:]...), nil
}

// The flags of a component that say how long it is, and what follows.
const (
	wordArguments   = 0x1
	oneScale        = 0x8
	moreComponents  = 0x20
	twoScales       = 0x40
	fourScales      = 0x80
	hasInstructions = 0x100
)

// stripComposite reads the components, and leaves out the instructions that
// stand after the last.
func stripComposite(data table, at int) ([]byte, []int, error) {
	out := table(slices.Clone(data))
	var parts []int
	for {
		if len(out) < at+4 {
			return nil, nil, errCut
		}
		flags := out.u16(at)
		out[at] &^= hasInstructions >> 8
		parts = append(parts, out.u16(at+2))
		at += 4 + arguments(flags)
		if len(out) < at {
			return nil, nil, errCut
		}
		if flags&moreComponents == 0 {
			return out[:at], parts, nil
		}
	}
}

// arguments returns how many bytes stand behind a component's glyph id.
func arguments(flags int) int {
	n := 2
	if flags&wordArguments != 0 {
		n = 4
	}
	switch {
	case flags&oneScale != 0:
		n += 2
	case flags&twoScales != 0:
		n += 4
	case flags&fourScales != 0:
		n += 8
	}
	return n
}
