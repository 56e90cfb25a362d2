// Package kernel multiplies matrices of 8-bit weights with vectors of 16-bit
// values into 32-bit sums: all the arithmetic that takes time in a small
// network.
//
// Integer sums do not depend on their order, so vector instructions and plain
// Go give the same bits on every machine, as long as no sum leaves 32 bits.
// With |value| <= 2^15 and |weight| <= 127 that holds for rows of up to 512.
package kernel

import "fmt"

// Group is how many outputs are computed together. A matrix has a multiple of
// it.
const Group = 32

// pair is how many inputs are multiplied by one instruction.
const pair = 2

// A Matrix is a weight matrix, laid out for the way it is read: for each group
// of outputs, for each pair of inputs, for each output of the group its two
// weights.
type Matrix struct {
	in, out int
	data    []byte
	lanes   []int64 // for machines without vector instructions, else nil
}

// Size returns the bytes of a matrix. in is rounded up to a pair.
func Size(in, out int) int { return (in + 1) &^ 1 * out }

// New returns the matrix that data holds in the layout of Pack. It keeps data.
func New(data []byte, in, out int) (*Matrix, error) {
	if in <= 0 || out <= 0 || out%Group != 0 || len(data) != Size(in, out) {
		return nil, fmt.Errorf("kernel: %d bytes for %d inputs and %d outputs", len(data), in, out)
	}
	m := &Matrix{in: (in + 1) &^ 1, out: out, data: data}
	if !vector {
		m.spread()
	}
	return m, nil
}

// Pack lays weights out, given as a function of input and output, whose
// results must be in [-127, 127]. Inputs and outputs beyond the ones given are
// 0.
func Pack(in, out int, weight func(in, out int) int8) []byte {
	wide := (in + 1) &^ 1
	data := make([]byte, 0, Size(in, out))
	for g := 0; g < out; g += Group {
		for k := 0; k < wide; k += pair {
			for j := range Group {
				for p := range pair {
					var w int8
					if k+p < in {
						w = weight(k+p, g+j)
					}
					data = append(data, byte(w))
				}
			}
		}
	}
	return data
}

// In returns the length of a vector that the matrix takes: an even number.
func (m *Matrix) In() int { return m.in }

// Out returns the number of sums that it gives.
func (m *Matrix) Out() int { return m.out }

// MulAdd adds to sums the products of the matrix with x.
func (m *Matrix) MulAdd(sums []int32, x []int16) {
	if len(sums) != m.out || len(x) != m.in {
		panic("kernel: sizes do not fit")
	}
	if vector {
		mulAdd(&sums[0], &x[0], &m.data[0], m.in/pair, m.out/Group)
		return
	}
	m.plain(sums, x)
}

// Dot returns the sum of the products of a and b, of one even length.
func Dot(a, b []int16) int32 {
	if len(a) != len(b) {
		panic("kernel: sizes do not fit")
	}
	if vector && len(a)%16 == 0 && len(a) > 0 {
		return dot(&a[0], &b[0], len(a)/16)
	}
	var sum int32
	for i, v := range a {
		sum += int32(v) * int32(b[i])
	}
	return sum
}

// spread builds the form that plain reads: the weights of two outputs, which
// lie beside each other in a group, in one word, so that one multiplication
// serves both.
func (m *Matrix) spread() {
	m.lanes = make([]int64, m.in*m.out/2)
	for j := 0; j < m.out; j += 2 {
		for k := range m.in {
			low, high := m.weight(k, j), m.weight(k, j+1)
			m.lanes[j/2*m.in+k] = int64(low) + int64(high)<<32
		}
	}
}

// weight returns the weight of one input and output.
func (m *Matrix) weight(in, out int) int8 {
	g, j := out/Group, out%Group
	return int8(m.data[(g*m.in/pair+in/pair)*Group*pair+j*pair+in%pair])
}

// plain is MulAdd without vector instructions. The low half of a word is the
// sum of the one output; the high half that of the other, less one where the
// low half is negative.
func (m *Matrix) plain(sums []int32, x []int16) {
	for j := 0; j < m.out; j += 2 {
		lanes := m.lanes[j/2*m.in : (j/2+1)*m.in]
		var a, b int64
		for k := 0; k+1 < len(x); k += 2 {
			a += int64(x[k]) * lanes[k]
			b += int64(x[k+1]) * lanes[k+1]
		}
		a += b
		low := int32(a)
		sums[j] += low
		sums[j+1] += int32((a - int64(low)) >> 32)
	}
}
