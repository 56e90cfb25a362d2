package linear

import (
	"encoding/binary"
	"math/bits"
)

// Columns of numbers are written in Rice's code (Rice and Plaunt, "Adaptive
// Variable-Length Coding for Efficient Compression of Spacecraft Television
// Data", 1971): the low bits of a number as they are, the rest in unary. For
// gaps and weights it is about as short as gzip's code, and faster to read.

// escape is the length in unary from which a number is written in 32 bits.
const escape = 24

// riceSize is the length of values in bits with k low bits.
func riceSize(values []uint32, k uint) uint64 {
	sum := uint64(0)
	for _, v := range values {
		if q := uint64(v) >> k; q < escape {
			sum += q + 1 + uint64(k)
		} else {
			sum += escape + 32
		}
	}
	return sum
}

// appendRice appends values with the number of low bits that makes them
// shortest.
func appendRice(dst []byte, values []uint32) []byte {
	best := uint(0)
	for k := uint(1); k < 32; k++ {
		if riceSize(values, k) < riceSize(values, best) {
			best = k
		}
	}
	size := (riceSize(values, best) + 7) / 8
	dst = append(dst, byte(best))
	dst = binary.AppendUvarint(dst, size)
	var acc uint64
	var n uint
	put := func(v uint64, width uint) {
		acc |= v << n
		for n += width; n >= 8; n -= 8 {
			dst = append(dst, byte(acc))
			acc >>= 8
		}
	}
	for _, v := range values {
		if q := uint(v >> best); q < escape {
			put(1<<q-1, q+1)
			put(uint64(v)&(1<<best-1), best)
		} else {
			put(1<<escape-1, escape)
			put(uint64(v), 32)
		}
	}
	if n > 0 {
		dst = append(dst, byte(acc))
	}
	return dst
}

// rice reads a column of n values, which are valid until the next one is read.
func (c *columns) rice(n int) []uint32 {
	k := uint(0)
	if p := c.take(1); len(p) == 1 {
		k = uint(p[0])
	}
	b := c.take(c.count())
	if k >= 32 || c.bad {
		c.fail()
		return nil
	}
	if cap(c.numbers) < n {
		c.numbers = make([]uint32, n)
	}
	dst := c.numbers[:n]
	var acc uint64 // the next bits, the first one lowest
	var have uint  // how many of them are read from b
	low := uint64(1)<<k - 1
	at := 0
	for i := range dst {
		// A value takes up to escape + 32 bits, which a refill always gives.
		if at+8 <= len(b) {
			acc |= binary.LittleEndian.Uint64(b[at:]) << (have & 63)
			at += int(63-have) >> 3
			have |= 56
		} else {
			for ; have <= 56 && at < len(b); at++ {
				acc |= uint64(b[at]) << (have & 63)
				have += 8
			}
		}
		q := uint(bits.TrailingZeros64(^acc))
		width := q + 1 + k
		v := uint64(q)<<(k&31) | acc>>((q+1)&63)&low
		if q >= escape {
			width = escape + 32
			v = acc >> escape & (1<<32 - 1)
		}
		if width > have {
			c.fail()
			return nil
		}
		acc >>= width & 63
		have -= width
		dst[i] = uint32(v)
	}
	return dst
}
