package tagger

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A Weight is one tag's share in a feature's row.
type Weight struct {
	Tag   uint8
	Value int32
}

// A Row is what one feature says for and against tags.
type Row struct {
	Feature Feature
	Weights []Weight // ascending tags
}

// An Entry is what the dictionary knows of one word.
type Entry struct {
	Hash   uint32 // of the lower-case form
	Tags   uint64 // bit set of the tags seen, 0 where too rare
	Habit  uint8  // how it is written: Habit constants
	Frozen bool   // Tags has one bit, and no other tag was ever due
}

// How a word is usually written inside a sentence.
const (
	HabitUnknown uint8 = iota
	HabitSmall
	HabitCapital
	HabitMixed
)

// Data is a model as the trainer makes it and as the file holds it.
type Data struct {
	Tags    []string
	Entries []Entry // ascending hashes
	Rows    []Row   // ascending features
}

const magic = "ctag1\n"

// Encode writes the model as gzip. Equal data give equal bytes.
func (d *Data) Encode(w io.Writer) error {
	var b []byte
	b = append(b, magic...)
	b = binary.AppendUvarint(b, uint64(len(d.Tags)))
	for _, t := range d.Tags {
		b = binary.AppendUvarint(b, uint64(len(t)))
		b = append(b, t...)
	}
	b = appendEntries(b, d.Entries)
	b = appendRows(b, d.Rows)
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return fmt.Errorf("write tagger model: %w", err)
	}
	return z.Close()
}

// appendEntries writes the dictionary, one column after the other: like lies
// beside like, which is what gzip rewards.
func appendEntries(b []byte, entries []Entry) []byte {
	var sets []uint64
	index := map[uint64]int{}
	for _, e := range entries {
		if _, ok := index[e.Tags]; !ok {
			index[e.Tags] = len(sets)
			sets = append(sets, e.Tags)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(sets)))
	for _, s := range sets {
		b = binary.AppendUvarint(b, s)
	}
	b = binary.AppendUvarint(b, uint64(len(entries)))
	last := uint32(0)
	for _, e := range entries {
		b = binary.AppendUvarint(b, uint64(e.Hash-last))
		last = e.Hash
	}
	for _, e := range entries {
		b = binary.AppendUvarint(b, uint64(index[e.Tags]))
	}
	for _, e := range entries {
		c := e.Habit
		if e.Frozen {
			c |= 4
		}
		b = append(b, c)
	}
	return b
}

func appendRows(b []byte, rows []Row) []byte {
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := Feature(0)
	for _, r := range rows {
		b = binary.AppendUvarint(b, uint64(r.Feature-last))
		last = r.Feature
	}
	for _, r := range rows {
		b = append(b, byte(len(r.Weights)))
	}
	for _, r := range rows {
		for _, w := range r.Weights {
			b = append(b, w.Tag)
		}
	}
	for _, r := range rows {
		for _, w := range r.Weights {
			b = binary.AppendVarint(b, int64(w.Value))
		}
	}
	return b
}

// errDamaged is returned for a model file that does not hold what it says.
var errDamaged = errors.New("tagger model is damaged: train it again")

// Decode reads a model that Encode wrote.
func Decode(file []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("read tagger model: %w", err)
	}
	var buf bytes.Buffer
	buf.Grow(4 * len(file))
	if _, err := io.Copy(&buf, z); err != nil {
		return nil, fmt.Errorf("read tagger model: %w", err)
	}
	r := &reader{b: buf.Bytes()}
	if string(r.take(len(magic))) != magic {
		return nil, errDamaged
	}
	m := &Model{}
	n := r.count()
	for i := 0; i < n && !r.bad; i++ {
		m.tags = append(m.tags, string(r.take(r.count())))
	}
	m.grammar = NewGrammar(m.tags)
	m.Dictionary = r.dictionary()
	m.rows(r)
	if r.bad || len(m.tags) == 0 || len(m.tags) > 64 {
		return nil, errDamaged
	}
	return m, nil
}

// reader reads the columns of a model; bad remembers any fault.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	p := r.b[:n]
	r.b = r.b[n:]
	return p
}

func (r *reader) uvarint() uint64 {
	if len(r.b) > 0 && r.b[0] < 0x80 {
		v := r.b[0]
		r.b = r.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad = true
		r.b = nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

// count reads a number that announces as many bytes or more.
func (r *reader) count() int {
	v := r.uvarint()
	if v > uint64(len(r.b)) {
		r.bad = true
		return 0
	}
	return int(v)
}

func (r *reader) dictionary() *Dictionary {
	sets := make([]uint64, r.count())
	for i := range sets {
		sets[i] = r.uvarint()
	}
	entries := make([]Entry, r.count())
	last := uint32(0)
	for i := range entries {
		last += uint32(r.uvarint())
		entries[i].Hash = last
	}
	for i := range entries {
		k := r.uvarint()
		if k >= uint64(len(sets)) {
			r.bad = true
			return NewDictionary(nil)
		}
		entries[i].Tags = sets[k]
	}
	flags := r.take(len(entries))
	for i := range flags {
		entries[i].Habit = flags[i] & 3
		entries[i].Frozen = flags[i]&4 != 0
	}
	return NewDictionary(entries)
}

// rows reads the weights into one table of slots and one list of weights.
func (m *Model) rows(r *reader) {
	n := r.count()
	keys := make([]uint32, n)
	last := uint32(0)
	for i := range keys {
		last += uint32(r.uvarint())
		keys[i] = last
	}
	sizes := r.take(n)
	total := 0
	for _, s := range sizes {
		total += int(s)
	}
	tags := r.take(total)
	if r.bad {
		return
	}
	m.weights = make([]int32, total)
	for i := range m.weights {
		u := r.uvarint()
		if int(tags[i]) >= len(m.tags) {
			r.bad = true
			return
		}
		v := int32(u>>1) ^ -int32(u&1) // zigzag, as AppendVarint writes it
		m.weights[i] = v<<8 | int32(tags[i])
	}
	m.slots, m.shift = newSlots(n)
	from := uint32(0)
	for i, k := range keys {
		m.insert(k, from, uint32(sizes[i]))
		from += uint32(sizes[i])
	}
}
