package linear

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/causeline/causeline/timeline/nlp"
)

// small is a model of two tags and a few weights.
func small() *Data {
	d := &Data{
		Tags:      []string{"NN", "VBD"},
		Relations: []string{"nsubj", "obj", "root"},
		Words:     []uint32{min(Hash("rain"), Hash("fell")), max(Hash("rain"), Hash("fell"))},
		Allowed:   make([]uint64, Kinds),
		Labels:    []Cell{{Place: 7, Weight: -300}, {Place: 7000, Weight: 12}},
	}
	d.Allowed[firstTag] = 3
	d.Backward = Structure{Width: 1, Rows: []Row{{Place: 3, Weights: [Actions]int32{1, -MaxWeight, 0}}}}
	d.Forward = Structure{Width: 4, Rows: []Row{{Place: 0, Weights: [Actions]int32{0, 5, MaxWeight}}, {Place: Places - 1, Weights: [Actions]int32{-1, 0, 2}}}}
	return d
}

func encode(t *testing.T, d *Data) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncodeDecode(t *testing.T) {
	file := encode(t, small())
	if !bytes.Equal(file, encode(t, small())) {
		t.Error("equal models give different bytes")
	}
	m, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if m.forward.width != 4 || m.backward.width != 1 {
		t.Error("the widths are lost")
	}
	if got := m.forward.table.Scores([]uint32{0, 1, Places - 1}); got != [Actions]int32{-1, 5, MaxWeight + 2} {
		t.Errorf("the scores are %v", got)
	}
	if got := m.backward.table.Scores([]uint32{3, 3}); got != [Actions]int32{2, -2 * MaxWeight, 0} {
		t.Errorf("the scores are %v", got)
	}
	if w := m.labels.weights[m.labels.index.at(7)]; w != -300 {
		t.Errorf("the weight of a relation is %d", w)
	}
	toks := []nlp.Token{{Lower: "rain", Tag: "NN"}, {Lower: "fell", Tag: "VBD"}}
	m.Parse(toks)
	checkTree(t, toks)
}

func TestDamagedModelsAreRefused(t *testing.T) {
	file := encode(t, small())
	for n := range file {
		if _, err := Decode(file[:n]); err == nil {
			t.Errorf("a model cut to %d of %d bytes was read", n, len(file))
		}
	}
	for name, damage := range map[string]func(*Data){
		"no root":              func(d *Data) { d.Relations[2] = "dep" },
		"root for a child":     func(d *Data) { d.Allowed[firstTag] = 4 },
		"an unknown relation":  func(d *Data) { d.Allowed[firstTag] = 8 },
		"no beam":              func(d *Data) { d.Forward.Width = 0 },
		"a huge beam":          func(d *Data) { d.Forward.Width = 1 << 20 },
		"a weight too great":   func(d *Data) { d.Backward.Rows[0].Weights[0] = MaxWeight + 1 },
		"a place out of range": func(d *Data) { d.Labels[1].Place = Places },
		"a place given twice":  func(d *Data) { d.Labels[1].Place = d.Labels[0].Place },
		"too many tags":        func(d *Data) { d.Tags = make([]string, MaxTags+1) },
	} {
		d := small()
		damage(d)
		if _, err := Decode(encode(t, d)); err == nil {
			t.Errorf("%s: the model was read", name)
		}
	}
}

// TestDamagedColumns changes bytes behind the checksum: whatever is read then
// must still parse.
func TestDamagedColumns(t *testing.T) {
	z, err := gzip.NewReader(bytes.NewReader(encode(t, small())))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	for i := range plain {
		for _, x := range []byte{1, 0x80, 0xff} {
			bad := slices.Clone(plain)
			bad[i] ^= x
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			w.Write(bad)
			w.Close()
			m, err := Decode(b.Bytes())
			if err != nil {
				continue
			}
			toks := []nlp.Token{{Lower: "rain", Tag: "NN"}, {Lower: "fell", Tag: "VBD"}, {Lower: ".", Tag: "."}}
			m.Parse(toks)
			checkTree(t, toks[:2])
		}
	}
}

func TestRice(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, limit := range []uint32{1, 2, 100, 1 << 20, 1<<32 - 1} {
		values := make([]uint32, 999)
		for i := range values {
			values[i] = rng.Uint32N(limit)
		}
		values[500] = 1<<32 - 1
		c := &columns{b: appendRice(nil, values)}
		got := c.rice(len(values))
		if c.bad || len(c.b) > 0 || !slices.Equal(got, values) {
			t.Errorf("numbers below %d do not come back", limit)
		}
	}
}

func TestReverse(t *testing.T) {
	heads := []int32{0, 2, 4, 2} // root is 4
	Reverse(heads)
	if want := []int32{0, 2, 4, 2}; !slices.Equal(heads, want) {
		t.Errorf("heads are %v, want %v", heads, want)
	}
	heads = []int32{0, 2, 3, 4}
	Reverse(heads)
	if want := []int32{0, 4, 1, 2}; !slices.Equal(heads, want) {
		t.Errorf("heads are %v, want %v", heads, want)
	}
}
