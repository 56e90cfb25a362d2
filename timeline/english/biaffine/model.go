package biaffine

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/causeline/causeline/timeline/english/kernel"
)

// Data is a model as the trainer makes it and as the file holds it: embeddings
// and one or more networks on top of them, whose scores are added.
type Data struct {
	Xpos, Upos, Labels []string        // ascending
	Pairs              []uint32        // for each of Xpos, the bit set of Upos that go with it
	Keys               [Slots][]uint32 // ascending; the embedding of Keys[s][i] is row i+1
	Tables             [Slots]TableData
	Nets               []NetData
}

// NetData are the weights of one network.
type NetData struct {
	Cells  [2][2]LayerData // layer, direction: 4·hidden outputs, in the order of the gates
	Xpos   LayerData       // hidden·2 → tags, padded
	Upos   LayerData
	Dep    LayerData // hidden·2 → arc
	Head   LayerData
	Arc    LayerData // arc → arc: the bilinear form
	Root   []int16   // the root as a head, in fixed point like all heads
	Bias   []int16   // arc: how likely a word is a head
	LabDep LayerData // hidden·2 → label
	LabTop LayerData // the same for the head
	LabTo  []int16   // the root's, label
	Out    LayerData // label → relations, padded
}

// A TableData holds rows of 8-bit embeddings. A value v stands for v·Scale in
// units of the fixed point of activations, divided by 1<<TableBits.
type TableData struct {
	Wide  int
	Scale int32
	Rows  []byte // two's complement
}

// A LayerData holds the weights of a layer: sums of 8-bit weights times
// inputs, to which Bias was added, are multiplied by Scale, one for each
// output, and divided by 1<<LayerBits.
type LayerData struct {
	In, Out int
	Weights []byte // as kernel.Pack lays them out
	Bias    []int32
	Scale   []int32
}

// Binary points: the value 1 is 1<<bits. A scale makes an input's point and
// the weights' size into the output's point.
const (
	StateBits  = 12 // of embeddings and of the LSTMs' states
	HiddenBits = 10 // of the vectors that heads and relations are scored with
	FormBits   = 9  // of the bilinear form's outputs
	GateBits   = 9  // of what goes into the table of sigmoids
	ScoreBits  = 12 // of scores of tags and relations
	TableBits  = 20 // of the scales of tables
	LayerBits  = 28 // of the scales of layers
)

const magic = "cdep1\n"

// Encode returns the model's file. Equal data give equal bytes. Weights are
// not compressed: they would hardly shrink, and this way reading the file is
// almost no work.
func (d *Data) Encode() []byte {
	b := []byte(magic)
	for _, names := range [][]string{d.Xpos, d.Upos, d.Labels} {
		b = binary.AppendUvarint(b, uint64(len(names)))
		for _, n := range names {
			b = binary.AppendUvarint(b, uint64(len(n)))
			b = append(b, n...)
		}
	}
	for _, p := range d.Pairs {
		b = binary.LittleEndian.AppendUint32(b, p)
	}
	for _, keys := range d.Keys {
		b = binary.AppendUvarint(b, uint64(len(keys)))
		for _, k := range keys {
			b = binary.LittleEndian.AppendUint32(b, k)
		}
	}
	for _, t := range d.Tables {
		b = binary.AppendUvarint(b, uint64(t.Wide))
		b = binary.LittleEndian.AppendUint32(b, uint32(t.Scale))
		b = appendBytes(b, t.Rows)
	}
	b = binary.AppendUvarint(b, uint64(len(d.Nets)))
	for i := range d.Nets {
		b = d.Nets[i].append(b)
	}
	return b
}

func (n *NetData) append(b []byte) []byte {
	n.layers(func(l *LayerData) {
		b = binary.AppendUvarint(b, uint64(l.In))
		b = binary.AppendUvarint(b, uint64(l.Out))
		b = appendBytes(b, l.Weights)
		for _, v := range l.Bias {
			b = binary.LittleEndian.AppendUint32(b, uint32(v))
		}
		for _, v := range l.Scale {
			b = binary.LittleEndian.AppendUint32(b, uint32(v))
		}
	})
	n.vectors(func(v *[]int16) {
		b = binary.AppendUvarint(b, uint64(len(*v)))
		for _, x := range *v {
			b = binary.LittleEndian.AppendUint16(b, uint16(x))
		}
	})
	return b
}

// layers calls f for every layer, in the order of the file.
func (n *NetData) layers(f func(*LayerData)) {
	for l := range n.Cells {
		for d := range n.Cells[l] {
			f(&n.Cells[l][d])
		}
	}
	for _, l := range []*LayerData{&n.Xpos, &n.Upos, &n.Dep, &n.Head, &n.Arc, &n.LabDep, &n.LabTop, &n.Out} {
		f(l)
	}
}

func (n *NetData) vectors(f func(*[]int16)) {
	f(&n.Root)
	f(&n.Bias)
	f(&n.LabTo)
}

func appendBytes(b, data []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(data)))
	return append(b, data...)
}

// errDamaged is returned for a file that does not hold what it says.
var errDamaged = errors.New("parser model is damaged: train it again")

// Decode reads a model that Encode wrote. It keeps file.
func Decode(file []byte) (*Model, error) {
	d, err := decode(file)
	if err != nil {
		return nil, err
	}
	return newModel(d)
}

func decode(file []byte) (*Data, error) {
	r := &reader{b: file}
	if string(r.take(len(magic))) != magic {
		return nil, errDamaged
	}
	d := &Data{}
	for _, names := range []*[]string{&d.Xpos, &d.Upos, &d.Labels} {
		*names = make([]string, r.count(1))
		for i := range *names {
			(*names)[i] = string(r.take(r.count(1)))
		}
	}
	d.Pairs = make([]uint32, len(d.Xpos))
	for i := range d.Pairs {
		d.Pairs[i] = r.uint32()
	}
	for s := range d.Keys {
		keys := make([]uint32, r.count(4))
		for i := range keys {
			keys[i] = r.uint32()
		}
		d.Keys[s] = keys
	}
	for i := range d.Tables {
		t := &d.Tables[i]
		t.Wide = r.count(0)
		t.Scale = int32(r.uint32())
		t.Rows = r.take(r.count(1))
	}
	d.Nets = make([]NetData, r.count(1))
	for i := range d.Nets {
		d.Nets[i].read(r)
	}
	if r.bad || len(r.b) != 0 || len(d.Nets) == 0 || len(d.Xpos) == 0 || len(d.Upos) == 0 || len(d.Labels) == 0 {
		return nil, errDamaged
	}
	return d, nil
}

func (n *NetData) read(r *reader) {
	n.layers(func(l *LayerData) {
		l.In, l.Out = r.count(0), r.count(0)
		l.Weights = r.take(r.count(1))
		l.Bias, l.Scale = r.int32s(l.Out), r.int32s(l.Out)
	})
	n.vectors(func(v *[]int16) {
		raw := r.take(2 * r.count(2))
		*v = make([]int16, len(raw)/2)
		for i := range *v {
			(*v)[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
		}
	})
}

// A reader takes a file apart; bad remembers any fault.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	p := r.b[:n:n]
	r.b = r.b[n:]
	return p
}

// count reads a number of things of the given size that must still follow;
// with size 0 it is any number that fits the sums.
func (r *reader) count(size int) int {
	v, n := binary.Uvarint(r.b)
	limit := uint64(1 << 15)
	if size > 0 {
		limit = uint64(len(r.b) / size)
	}
	if n <= 0 || v > limit {
		r.bad = true
		r.b = nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) uint32() uint32 {
	p := r.take(4)
	if p == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(p)
}

func (r *reader) int32s(n int) []int32 {
	raw := r.take(4 * n)
	v := make([]int32, len(raw)/4)
	for i := range v {
		v[i] = int32(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return v
}

// check reports whether the parts of a network fit each other.
func (n *NetData) check(d *Data) error {
	if len(d.Upos) > 32 {
		return errDamaged
	}
	in := 0
	for s, t := range d.Tables {
		if t.Wide <= 0 || len(t.Rows) != t.Wide*(len(d.Keys[s])+1) {
			return errDamaged
		}
		in += t.Wide
	}
	hid := n.Cells[0][0].Out / 4
	arc, label := n.Dep.Out, n.LabDep.Out
	for l := range n.Cells {
		for _, c := range n.Cells[l] {
			if c.In != in+hid || c.Out != 4*hid {
				return errDamaged
			}
		}
		in = 2 * hid
	}
	for _, f := range []struct {
		l       *LayerData
		in, out int
	}{
		{&n.Xpos, in, padded(len(d.Xpos))}, {&n.Upos, in, padded(len(d.Upos))},
		{&n.Dep, in, arc}, {&n.Head, in, arc}, {&n.Arc, arc, arc},
		{&n.LabDep, in, label}, {&n.LabTop, in, label}, {&n.Out, label, padded(len(d.Labels))},
	} {
		if f.l.In != f.in || f.l.Out != f.out {
			return errDamaged
		}
	}
	if len(n.Root) != arc || len(n.Bias) != arc || len(n.LabTo) != label || hid%2 != 0 {
		return errDamaged
	}
	return nil
}

// padded rounds up to the outputs of a kernel's group.
func padded(n int) int { return (n + kernel.Group - 1) / kernel.Group * kernel.Group }

func (l *LayerData) layer() (layer, error) {
	m, err := kernel.New(l.Weights, l.In, l.Out)
	if err != nil {
		return layer{}, fmt.Errorf("parser model: %w", err)
	}
	if len(l.Bias) != l.Out || len(l.Scale) != l.Out {
		return layer{}, errDamaged
	}
	return layer{m, l.Bias, l.Scale}, nil
}
