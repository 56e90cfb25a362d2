package linear

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
)

// errDamaged is returned for a model file that does not hold what it says.
var errDamaged = errors.New("parser model is damaged: train it again")

// maxWidth is the greatest width of a beam that a model can ask for.
const maxWidth = 64

// Decode reads a model that Encode wrote.
func Decode(file []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("read parser model: %w", err)
	}
	var buf bytes.Buffer
	buf.Grow(len(file) + bytes.MinRead)
	if _, err := io.Copy(&buf, z); err != nil {
		return nil, fmt.Errorf("read parser model: %w", err)
	}
	c := &columns{b: buf.Bytes()}
	if string(c.take(len(magic))) != magic {
		return nil, errDamaged
	}
	m := &Model{}
	tags := c.strings()
	m.relations = c.strings()
	root := slices.Index(m.relations, rootRelation)
	if len(tags) > MaxTags || len(m.relations) > MaxRelations || root < 0 || len(m.relations) < 2 {
		return nil, errDamaged
	}
	m.vocabulary = NewVocabulary(tags, c.gaps(c.size(), 1<<32))
	m.labels.markers = Markers(m.relations)
	m.labels.allowed = c.allowed((1<<len(m.relations) - 1) &^ (1 << root))
	whole := c.parts(
		func(c *columns) { m.backward = c.reader() },
		func(c *columns) { m.forward = c.reader() },
		func(c *columns) { c.labels(&m.labels) },
	)
	if !whole || !c.whole() {
		return nil, errDamaged
	}
	return m, nil
}

// parts reads the parts of a model, all at the same time, and reports whether
// they are whole.
func (c *columns) parts(read ...func(*columns)) bool {
	parts := make([]columns, len(read))
	var wg sync.WaitGroup
	for i := range read {
		part := &parts[i]
		part.b = c.take(c.count())
		wg.Go(func() { read[i](part) })
	}
	wg.Wait()
	return !slices.ContainsFunc(parts, func(p columns) bool { return !p.whole() })
}

// Markers returns which relations words have that mark a case or a clause.
func Markers(relations []string) uint64 {
	var set uint64
	for i, r := range relations {
		if r == "case" || r == "mark" {
			set |= 1 << i
		}
	}
	return set
}

// columns reads the columns of a model; bad remembers any fault.
type columns struct {
	b       []byte
	bad     bool
	numbers []uint32 // the column read last
}

// whole reports whether everything was read and nothing was wrong.
func (c *columns) whole() bool { return !c.bad && len(c.b) == 0 }

func (c *columns) fail() {
	c.bad = true
	c.b = nil
}

func (c *columns) take(n int) []byte {
	if n > len(c.b) {
		c.fail()
		return nil
	}
	p := c.b[:n]
	c.b = c.b[n:]
	return p
}

func (c *columns) uvarint() uint64 {
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.b = c.b[n:]
	return v
}

// count reads a number that announces as many bytes or more.
func (c *columns) count() int {
	v := c.uvarint()
	if v > uint64(len(c.b)) {
		c.fail()
		return 0
	}
	return int(v)
}

func (c *columns) strings() []string {
	list := make([]string, c.count())
	for i := range list {
		list[i] = string(c.take(c.count()))
	}
	return list
}

// size reads the number of elements of a column, each of which takes a bit or
// more.
func (c *columns) size() int {
	v := c.uvarint()
	if v > 8*uint64(len(c.b)) {
		c.fail()
		return 0
	}
	return int(v)
}

// gaps reads n numbers below limit that ascend. They are valid until the next
// column is read.
func (c *columns) gaps(n int, limit uint64) []uint32 {
	out := c.rice(n)
	last := uint64(0)
	for i, gap := range out {
		if last += uint64(gap); last >= limit || gap == 0 && i > 0 {
			c.fail()
			return nil
		}
		out[i] = uint32(last)
	}
	return out
}

// weights reads n numbers not above limit, either way, in two's complement.
// They are valid until the next column is read.
func (c *columns) weights(n int, limit uint32) []uint32 {
	out := c.rice(n)
	for i, v := range out {
		if v > 2*limit {
			c.fail()
			return nil
		}
		out[i] = v>>1 ^ -(v & 1) // the lowest bit is the sign
	}
	return out
}

func (c *columns) allowed(all uint64) []uint64 {
	kinds := c.gaps(c.size(), Kinds)
	seen := make([]uint64, Kinds)
	sets := c.take(8 * len(kinds))
	if c.bad {
		return nil
	}
	for i, k := range kinds {
		seen[k] = binary.LittleEndian.Uint64(sets[8*i:])
		if seen[k]&^all != 0 {
			c.fail()
			return nil
		}
	}
	return completed(seen, all)
}

func (c *columns) reader() reader {
	var r reader
	width := c.uvarint()
	if width < 1 || width > maxWidth {
		c.fail()
		return r
	}
	r.width = int(width)
	n := c.size()
	r.table.index = newIndex(c.gaps(n, Places))
	r.table.rows = make([]uint32, n+1)
	rows := r.table.rows
	for i := range rows {
		rows[i] = row([Actions]int32{})
	}
	for a := range Actions {
		for i, v := range c.weights(n, MaxWeight) {
			rows[i+1] += v << (a * laneBits)
		}
	}
	return r
}

func (c *columns) labels(l *labels) {
	n := c.size()
	l.index = newIndex(c.gaps(n, Places))
	l.weights = make([]int16, n+1)
	for i, v := range c.weights(n, 1<<15-1) {
		l.weights[i+1] = int16(v)
	}
}
