package biaffine

import "sync"

// The table of sigmoids spans [-8, 8) in steps of 1/512.
const (
	sigmoidSpan = 8
	sigmoidSize = 2 * sigmoidSpan << GateBits
	gateOne     = 1 << 15 // what a gate that is fully open would be
)

// sigmoids holds round(32768/(1+e^-x)) for x = i/512 - 8. It is computed from
// one constant by multiplications, additions and divisions that cannot be
// fused, so that it is the same on every machine.
var sigmoids = sync.OnceValue(func() *[sigmoidSize]int16 {
	const (
		e8   = 2980.957987041728274743592 // e^8
		step = 0.998048780107475470712    // e^(-1/512)
	)
	t := new([sigmoidSize]int16)
	v := float64(e8)
	for i := range t {
		s := gateOne / (1 + v)
		t[i] = int16(min(int(s+0.5), gateOne-1))
		v = float64(v * step)
	}
	return t
})

// sigmoid looks x up, a number with its point at GateBits.
func sigmoid(t *[sigmoidSize]int16, x int32) int32 {
	i := x + sigmoidSize/2
	if i < 0 {
		i = 0
	}
	if i >= sigmoidSize {
		i = sigmoidSize - 1
	}
	return int32(t[i])
}

// tanh is 2·sigmoid(2x) - 1, with its point at 15 bits.
func tanh(t *[sigmoidSize]int16, x int32) int32 {
	x = max(min(x, sigmoidSize), -sigmoidSize) // so that 2x stays in range
	return 2*sigmoid(t, 2*x) - gateOne
}
