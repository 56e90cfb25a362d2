package kernel

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// random returns a packed matrix, its weights and a vector; with extreme, all
// of the greatest size.
func random(in, out int, extreme bool, rng *rand.Rand) (*Matrix, func(in, out int) int8, []int16) {
	w := make([]int8, in*out)
	for i := range w {
		w[i] = int8(rng.IntN(255) - 127)
		if extreme {
			w[i] = []int8{-127, 127}[rng.IntN(2)]
		}
	}
	weight := func(i, o int) int8 { return w[i*out+o] }
	m, err := New(Pack(in, out, weight), in, out)
	if err != nil {
		panic(err)
	}
	x := make([]int16, m.In())
	for i := range in {
		x[i] = int16(rng.IntN(1<<16) - 1<<15)
		if extreme {
			x[i] = -1 << 15
		}
	}
	return m, weight, x
}

// Vector instructions, plain Go and the textbook must agree.
func TestMulAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct {
		in, out int
		extreme bool
	}{{1, 32, false}, {2, 64, false}, {7, 96, false}, {192, 512, false}, {511, 32, true}, {512, 128, true}} {
		m, weight, x := random(c.in, c.out, c.extreme, rng)
		want := make([]int32, c.out)
		for o := range want {
			want[o] = int32(o) - 5
			for i := range c.in {
				want[o] += int32(weight(i, o)) * int32(x[i])
			}
		}
		fast, slow := make([]int32, c.out), make([]int32, c.out)
		for o := range fast {
			fast[o], slow[o] = int32(o)-5, int32(o)-5
		}
		m.MulAdd(fast, x)
		m.spread()
		m.plain(slow, x)
		for o := range want {
			if fast[o] != want[o] || slow[o] != want[o] {
				t.Fatalf("%+v, output %d: %d, plain %d, want %d", c, o, fast[o], slow[o], want[o])
			}
		}
	}
}

// TestWays: on a machine that knows several ways, all agree.
func TestWays(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for _, in := range []int{2, 6, 8, 14, 130, 510} {
		m, _, x := random(in, 64, false, rng)
		var want []int32
		for name, way := range ways() {
			sums := make([]int32, m.Out())
			way(&sums[0], &x[0], &m.data[0], m.in/pair, m.out/Group)
			if want == nil {
				want = sums
			}
			if !slices.Equal(sums, want) {
				t.Errorf("%d inputs: %s differs", in, name)
			}
		}
	}
}

func TestDot(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for _, n := range []int{0, 2, 16, 30, 96, 128} {
		a, b := make([]int16, n), make([]int16, n)
		var want int32
		for i := range a {
			a[i], b[i] = int16(rng.IntN(8000)-4000), int16(rng.IntN(8000)-4000)
			want += int32(a[i]) * int32(b[i])
		}
		if got := Dot(a, b); got != want {
			t.Errorf("%d values: %d, want %d", n, got, want)
		}
	}
}

func TestSizesAreChecked(t *testing.T) {
	for _, c := range [][3]int{{10, 0, 32}, {10, 5, 31}, {32*6 - 1, 5, 32}} {
		if _, err := New(make([]byte, c[0]), c[1], c[2]); err == nil {
			t.Errorf("%v: no error", c)
		}
	}
}

func BenchmarkMulAdd(b *testing.B) {
	m, _, x := random(256, 512, false, rand.New(rand.NewPCG(1, 1)))
	m.spread()
	sums := make([]int32, m.Out())
	all := ways()
	all["plain"] = func(*int32, *int16, *byte, int, int) { m.plain(sums, x) }
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				all[name](&sums[0], &x[0], &m.data[0], m.in/pair, m.out/Group)
			}
			b.ReportMetric(float64(m.in*m.out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmac/s")
		})
	}
}
