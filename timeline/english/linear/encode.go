package linear

import (
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
)

// Data is a model as the trainer makes it and as the file holds it. All places
// and hashes ascend.
type Data struct {
	Tags      []string // up to MaxTags
	Relations []string // up to MaxRelations, "root" among them
	Words     []uint32 // hashes of the known words
	Allowed   []uint64 // for each Kind the relations that it was seen with, as bits
	Backward  Structure
	Forward   Structure
	Labels    []Cell
}

// A Structure is one of the two parsers.
type Structure struct {
	Width int // of the beam
	Rows  []Row
}

// A Row is what one feature says for and against the transitions.
type Row struct {
	Place   uint32
	Weights [Actions]int32 // not above MaxWeight, either way
}

// A Cell is what one feature says for or against one relation.
type Cell struct {
	Place  uint32
	Weight int16
}

const magic = "clin1\n"

// Encode writes the model, one column after the other. Equal data give equal
// bytes.
func (d *Data) Encode(w io.Writer) error {
	b := []byte(magic)
	b = appendStrings(b, d.Tags)
	b = appendStrings(b, d.Relations)
	b = binary.AppendUvarint(b, uint64(len(d.Words)))
	b = appendGaps(b, len(d.Words), func(i int) uint32 { return d.Words[i] })
	b = appendAllowed(b, d.Allowed)
	for _, part := range [][]byte{
		appendStructure(nil, &d.Backward), appendStructure(nil, &d.Forward), appendLabels(nil, d.Labels),
	} {
		b = binary.AppendUvarint(b, uint64(len(part)))
		b = append(b, part...)
	}
	// The columns are compressed already; gzip adds its checksum.
	z, err := gzip.NewWriterLevel(w, gzip.NoCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return fmt.Errorf("write parser model: %w", err)
	}
	return z.Close()
}

func appendStrings(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// appendGaps writes n numbers that ascend.
func appendGaps(b []byte, n int, at func(i int) uint32) []byte {
	gaps := make([]uint32, n)
	last := uint32(0)
	for i := range gaps {
		gaps[i] = at(i) - last
		last = at(i)
	}
	return appendRice(b, gaps)
}

// appendWeights writes n numbers of either sign.
func appendWeights(b []byte, n int, at func(i int) int32) []byte {
	values := make([]uint32, n)
	for i := range values {
		v := at(i)
		values[i] = uint32(v<<1) ^ uint32(v>>31)
	}
	return appendRice(b, values)
}

func appendAllowed(b []byte, allowed []uint64) []byte {
	var kinds []uint32
	for k, set := range allowed {
		if set != 0 {
			kinds = append(kinds, uint32(k))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(kinds)))
	b = appendGaps(b, len(kinds), func(i int) uint32 { return kinds[i] })
	for _, k := range kinds {
		b = binary.LittleEndian.AppendUint64(b, allowed[k])
	}
	return b
}

func appendStructure(b []byte, s *Structure) []byte {
	b = binary.AppendUvarint(b, uint64(s.Width))
	b = binary.AppendUvarint(b, uint64(len(s.Rows)))
	b = appendGaps(b, len(s.Rows), func(i int) uint32 { return s.Rows[i].Place })
	for a := range Actions {
		b = appendWeights(b, len(s.Rows), func(i int) int32 { return s.Rows[i].Weights[a] })
	}
	return b
}

func appendLabels(b []byte, cells []Cell) []byte {
	b = binary.AppendUvarint(b, uint64(len(cells)))
	b = appendGaps(b, len(cells), func(i int) uint32 { return cells[i].Place })
	return appendWeights(b, len(cells), func(i int) int32 { return int32(cells[i].Weight) })
}
