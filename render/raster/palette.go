package raster

import (
	"cmp"
	"slices"
)

// maxColours is the size of a PNG's palette.
const maxColours = 256

// maxError is by how much a sample may differ from what was drawn, of 255. The
// eye tells no such shades apart at the edge of a letter.
const maxError = 6

// reduce returns a palette, as red, green and blue of each colour in turn, and
// the index of each colour that occurs, both nil where no palette comes near
// enough. The colours of exact are kept as they are, others are taken by how
// often they occur; what is left has the index of a colour close by.
func reduce(pixels []uint32, exact []rgb) (colours []byte, indexOf map[uint32]uint8) {
	found := count(pixels, exact)
	for most := range maxError + 1 {
		chosen, indexOf := choose(found, most)
		if chosen == nil {
			continue
		}
		for _, p := range chosen {
			colours = append(colours, byte(p>>16), byte(p>>8), byte(p))
		}
		return colours, indexOf
	}
	return nil, nil
}

// manyColours is more than maxError can bring down to a palette.
const manyColours = 1 << 16

// count returns the colours that occur: those of exact first, the others by how
// often they occur. It gives up where there are too many.
func count(pixels []uint32, exact []rgb) []uint32 {
	times := map[uint32]int{}
	for i := 0; i < len(pixels); {
		p, start := pixels[i], i
		for i < len(pixels) && pixels[i] == p {
			i++
		}
		times[p] += i - start
		if len(times) > manyColours {
			break
		}
	}
	for _, c := range exact {
		if times[c.pixel()] > 0 {
			times[c.pixel()] = len(pixels) + 1
		}
	}
	found := make([]uint32, 0, len(times))
	for p := range times {
		found = append(found, p)
	}
	slices.SortFunc(found, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b))
	})
	return found
}

// choose picks colours so that all others differ from one of them by at most so
// much in each sample. It returns nil where that takes too many.
func choose(found []uint32, most int) ([]uint32, map[uint32]uint8) {
	var chosen []uint32
	indexOf := make(map[uint32]uint8, len(found))
	for _, p := range found {
		i := slices.IndexFunc(chosen, func(q uint32) bool { return differ(p, q) <= most })
		if i < 0 {
			if len(chosen) == maxColours {
				return nil, nil
			}
			i = len(chosen)
			chosen = append(chosen, p)
		}
		indexOf[p] = uint8(i)
	}
	return chosen, indexOf
}

// differ returns the largest difference of two colours' samples.
func differ(p, q uint32) int {
	most := 0
	for shift := 0; shift < 24; shift += 8 {
		d := int(p>>shift&0xFF) - int(q>>shift&0xFF)
		most = max(most, d, -d)
	}
	return most
}
