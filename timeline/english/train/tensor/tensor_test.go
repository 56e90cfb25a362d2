package tensor

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(r, c int, rng *rand.Rand) Mat {
	m := New(r, c)
	for i := range m.D {
		m.D[i] = float32(rng.NormFloat64())
	}
	return m
}

// The vector kernels and the plain loops must agree to the bit, in all sizes.
func TestProductsAgreeToTheBit(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 1, 1}, {4, 16, 3}, {7, 33, 5}, {12, 64, 96}, {3, 15, 8}, {5, 48, 1}} {
		m, n, k := size[0], size[1], size[2]
		a, at, b, c := random(m, k, rng), New(k, m), random(k, n, rng), random(m, n, rng)
		Transpose(at, a)
		want := append([]float32(nil), c.D...)
		plain(want, n, m, n, a.D, k, 1, b.D, n, k)
		c2 := Mat{m, n, append([]float32(nil), c.D...)}
		MulAdd(c, a, b)
		MulAddT(c2, at, b)
		for i := range want {
			if c.D[i] != want[i] || c2.D[i] != want[i] {
				t.Fatalf("size %v, value %d: %v, %v, want %v", size, i, c.D[i], c2.D[i], want[i])
			}
		}
	}
}

func TestSizesMustFit(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic for matrices that do not fit")
		}
	}()
	MulAdd(New(2, 2), New(2, 3), New(2, 2))
}

func TestFunctions(t *testing.T) {
	for x := float32(-20); x < 20; x += 0.37 {
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"exp", float64(Exp(x)), math.Exp(float64(x))},
			{"sigmoid", float64(Sigmoid(x)), 1 / (1 + math.Exp(-float64(x)))},
			{"tanh", float64(Tanh(x)), math.Tanh(float64(x))},
		} {
			if d := math.Abs(c.got - c.want); d > 3e-7*math.Max(1, math.Abs(c.want)) {
				t.Errorf("%s(%v) = %v, want %v", c.name, x, c.got, c.want)
			}
		}
	}
	if Exp(1000) != Exp(87) || Exp(-1000) != Exp(-87) {
		t.Error("exp is not bounded")
	}
}

// Adam must find the lowest point of a bowl, and leave the rows of a table
// that had no gradient where they are.
func TestAdam(t *testing.T) {
	p := NewTable(3, 1)
	p.D[0], p.D[1], p.D[2] = 5, 5, 5
	for n := 1; n <= 2000; n++ {
		p.Touch(1)[0] = 2 * (p.D[1] - 3)
		p.Step(0.01, 1, n)
	}
	if math.Abs(float64(p.D[1])-3) > 0.01 || p.D[0] != 5 || p.D[2] != 5 {
		t.Errorf("%v, want 5, 3, 5", p.D)
	}
}

func BenchmarkMulAdd(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	a, m, c := random(240, 256, rng), random(256, 512, rng), New(240, 512)
	for b.Loop() {
		MulAdd(c, a, m)
	}
	b.ReportMetric(float64(a.R*a.C*m.C)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmac/s")
}
