package spot

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

const magic = "spot1\n"

// Encode writes the model as gzip: the numbers of the rows that are not zero,
// as differences, then the weights of each kind in turn. Equal models give
// equal bytes.
func (m *Model) Encode(w io.Writer) error {
	b := []byte(magic)
	var used []int
	for f, r := range m.rows {
		if r != (Row{}) {
			used = append(used, f)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(used)))
	last := 0
	for _, f := range used {
		b = binary.AppendUvarint(b, uint64(f-last))
		last = f
	}
	for k := range Kinds {
		for _, f := range used {
			b = binary.AppendVarint(b, int64(m.rows[f][k]))
		}
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return fmt.Errorf("write model of names: %w", err)
	}
	return z.Close()
}

// errDamaged is returned for a model file that does not hold what it says.
var errDamaged = errors.New("model of names is damaged: train it again")

// Decode reads a model that Encode wrote.
func Decode(file []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("read model of names: %w", err)
	}
	var buf bytes.Buffer
	buf.Grow(4 * len(file))
	if _, err := io.Copy(&buf, z); err != nil {
		return nil, fmt.Errorf("read model of names: %w", err)
	}
	b, ok := bytes.CutPrefix(buf.Bytes(), []byte(magic))
	if !ok {
		return nil, errDamaged
	}
	m := &Model{rows: make([]Row, 1<<Bits)}
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(m.rows)) {
		return nil, errDamaged
	}
	b = b[size:]
	used := make([]int, n)
	last := 0
	for i := range used {
		d, size := binary.Uvarint(b)
		if size <= 0 || d >= uint64(len(m.rows)-last) {
			return nil, errDamaged
		}
		b = b[size:]
		last += int(d)
		used[i] = last
	}
	for k := range Kinds {
		for _, f := range used {
			v, size := binary.Varint(b)
			if size <= 0 || v != int64(int16(v)) {
				return nil, errDamaged
			}
			b = b[size:]
			m.rows[f][k] = int16(v)
		}
	}
	return m, nil
}
