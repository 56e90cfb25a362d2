package tensor

import "math"

// Exp returns e^x for x in [-87, 87] and its value at the border outside,
// with an error below 2e-7 of the value (Cephes' polynomial for expf).
func Exp(x float32) float32 {
	if x > 87 {
		x = 87
	}
	if x < -87 {
		x = -87
	}
	// x = n·ln 2 + r, with ln 2 in two parts so that r is exact enough.
	n := float32(math.Floor(float64(float32(x*1.44269504) + 0.5)))
	r := x - float32(n*0.693359375)
	r += float32(n * 2.12194440e-4)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(p*float32(r*r)) + r + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// Sigmoid returns 1/(1+e^-x).
func Sigmoid(x float32) float32 { return 1 / (1 + Exp(-x)) }

// Tanh returns the hyperbolic tangent.
func Tanh(x float32) float32 { return 2/(1+Exp(-2*x)) - 1 }

// Softmax turns scores into probabilities in place and returns the logarithm
// of the one at gold.
func Softmax(s []float32, gold int) float64 {
	top := s[0]
	for _, v := range s {
		top = max(top, v)
	}
	var sum float32
	for i, v := range s {
		s[i] = Exp(v - top)
		sum += s[i]
	}
	for i := range s {
		s[i] /= sum
	}
	return math.Log(float64(max(s[gold], 1e-30)))
}

// leak is the slope of LeakyReLU below zero.
const leak = 0.125

// LeakyReLU replaces each value v below zero by v/8.
func LeakyReLU(v []float32) {
	for i, x := range v {
		if x < 0 {
			v[i] = x * leak
		}
	}
}

// LeakyReLUBack multiplies d by the slope of LeakyReLU where it gave y.
func LeakyReLUBack(d, y []float32) {
	for i, v := range y {
		if v < 0 {
			d[i] *= leak
		}
	}
}
