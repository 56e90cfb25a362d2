package raster

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// The colour types of PNG that are written, with 8 bits for a sample.
const (
	truecolour = 2
	indexed    = 3
)

// level is zlib's: higher ones save a fiftieth and take ten times as long.
const level = 5

// encode returns a PNG (ISO/IEC 15948): indexed where the palette suffices,
// half as large as true colour, which is written otherwise. The exact colours
// are kept in the palette.
func encode(c *canvas, exact []rgb, title, description string, scale int) ([]byte, error) {
	colours, indexOf := reduce(c.pixels, exact)
	kind := byte(indexed)
	if colours == nil {
		kind = truecolour
	}
	data, err := compress(c, indexOf)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(c.width))
	header = binary.BigEndian.AppendUint32(header, uint32(c.height))
	chunk(&out, "IHDR", append(header, 8, kind, 0, 0, 0))
	chunk(&out, "sRGB", []byte{0})
	chunk(&out, "pHYs", resolution(scale))
	text(&out, "Title", title)
	text(&out, "Description", description)
	if colours != nil {
		chunk(&out, "PLTE", colours)
	}
	chunk(&out, "IDAT", data)
	chunk(&out, "IEND", nil)
	return out.Bytes(), nil
}

// chunk writes a chunk with its length and checksum.
func chunk(out *bytes.Buffer, name string, data []byte) {
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	start := out.Len()
	out.WriteString(name)
	out.Write(data)
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(out.Bytes()[start:])))
}

// resolution says how many pixels there are to the metre, both ways. A CSS px is
// 1/96 of an inch of 25.4 mm.
func resolution(scale int) []byte {
	n := uint32((scale*96*10000 + 127) / 254)
	data := binary.BigEndian.AppendUint32(nil, n)
	data = binary.BigEndian.AppendUint32(data, n)
	return append(data, 1) // the unit is the metre
}

// text writes words in UTF-8, without compression, language or translation of
// the keyword.
func text(out *bytes.Buffer, keyword, words string) {
	words = strings.ToValidUTF8(strings.ReplaceAll(words, "\x00", ""), "\uFFFD")
	if words != "" {
		chunk(out, "iTXt", []byte(keyword+"\x00\x00\x00\x00\x00"+words))
	}
}

// compress returns the rows as PNG has them, each after the byte for "no
// filter": flat areas do not gain from one. Pixels are written by their index
// where there is one, else as red, green and blue.
func compress(c *canvas, indexOf map[uint32]uint8) ([]byte, error) {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, level)
	if err != nil {
		return nil, err
	}
	row := make([]byte, 0, 1+3*c.width)
	for y := range c.height {
		row = append(row[:0], 0)
		pixels := c.pixels[y*c.width:][:c.width]
		if indexOf != nil {
			row = appendIndexed(row, pixels, indexOf)
		} else {
			for _, p := range pixels {
				row = append(row, byte(p>>16), byte(p>>8), byte(p))
			}
		}
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func appendIndexed(row []byte, pixels []uint32, indexOf map[uint32]uint8) []byte {
	last := pixels[0]
	index := indexOf[last]
	for _, p := range pixels {
		if p != last {
			last, index = p, indexOf[p]
		}
		row = append(row, index)
	}
	return row
}
