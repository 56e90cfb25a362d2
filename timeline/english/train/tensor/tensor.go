// Package tensor holds the arithmetic that the parser's network is trained
// with: matrices of float32, their products, the functions between layers and
// Adam.
//
// Training has to give the same bytes on every machine. Every product is
// rounded before it is added and every sum runs in a fixed order, so that the
// vector instructions of the one machine and the plain loops of the other do
// the same arithmetic. For the same reason exp is written out here: the
// standard library's differs between architectures in the last bit.
package tensor

// A Mat is a matrix in row order.
type Mat struct {
	R, C int
	D    []float32 // R*C values
}

// New returns a matrix of zeros.
func New(r, c int) Mat { return Mat{r, c, make([]float32, r*c)} }

// Row returns row i. It shares memory with m.
func (m Mat) Row(i int) []float32 { return m.D[i*m.C : (i+1)*m.C : (i+1)*m.C] }

// Rows returns the rows from i to j, j exclusive. It shares memory with m.
func (m Mat) Rows(i, j int) Mat { return Mat{j - i, m.C, m.D[i*m.C : j*m.C]} }

// Zero sets all values to 0.
func (m Mat) Zero() { clear(m.D) }

// Resize returns a matrix of zeros of the size wanted, in m's memory if that
// suffices.
func (m Mat) Resize(r, c int) Mat {
	if cap(m.D) < r*c {
		return New(r, c)
	}
	d := m.D[:r*c]
	clear(d)
	return Mat{r, c, d}
}

// Transpose writes the transposed src to dst.
func Transpose(dst, src Mat) {
	for i := range src.R {
		row := src.Row(i)
		for j, v := range row {
			dst.D[j*dst.C+i] = v
		}
	}
}

// MulAdd adds a·b to c.
func MulAdd(c, a, b Mat) {
	if a.C != b.R || c.R != a.R || c.C != b.C {
		panic("tensor: sizes do not fit")
	}
	product(c.D, c.C, c.R, c.C, a.D, a.C, 1, b.D, b.C, a.C)
}

// MulAddT adds aᵀ·b to c.
func MulAddT(c, a, b Mat) {
	if a.R != b.R || c.R != a.C || c.C != b.C {
		panic("tensor: sizes do not fit")
	}
	product(c.D, c.C, c.R, c.C, a.D, 1, a.C, b.D, b.C, a.R)
}

// product adds to c, of m rows and n columns, the product of a and b, whose
// inner length is k. a's element (i, p) is a[i*ai+p*ak].
func product(c []float32, ldc, m, n int, a []float32, ai, ak int, b []float32, ldb, k int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	// The last elements: a fault here is better than one in assembly.
	_, _, _ = c[(m-1)*ldc+n-1], a[(m-1)*ai+(k-1)*ak], b[(k-1)*ldb+n-1]
	wide := 0
	if vector {
		wide = n &^ 15
		// Columns outside: a strip of b stays in the cache for all rows.
		for j := 0; j < wide; j += 16 {
			i := 0
			for ; i+4 <= m; i += 4 {
				mul4x16(&c[i*ldc+j], uintptr(ldc)*4, &a[i*ai], uintptr(ai)*4, uintptr(ak)*4, &b[j], uintptr(ldb)*4, k)
			}
			for ; i < m; i++ {
				mul1x16(&c[i*ldc+j], &a[i*ai], uintptr(ak)*4, &b[j], uintptr(ldb)*4, k)
			}
		}
	}
	if wide < n {
		plain(c[wide:], ldc, m, n-wide, a, ai, ak, b[wide:], ldb, k)
	}
}

// plain is product without vector instructions: the same sums in the same
// order.
func plain(c []float32, ldc, m, n int, a []float32, ai, ak int, b []float32, ldb, k int) {
	for i := range m {
		row := c[i*ldc : i*ldc+n]
		for p := range k {
			f := a[i*ai+p*ak]
			for j, v := range b[p*ldb : p*ldb+n] {
				row[j] += float32(f * v)
			}
		}
	}
}

// AddRow adds v to every row of m.
func AddRow(m Mat, v []float32) {
	for i := range m.R {
		row := m.Row(i)
		for j := range row {
			row[j] += v[j]
		}
	}
}

// SumRows adds the sum of m's rows to v.
func SumRows(v []float32, m Mat) {
	for i := range m.R {
		for j, x := range m.Row(i) {
			v[j] += x
		}
	}
}

// Dot returns the product of two vectors of one length, summed from the left.
func Dot(a, b []float32) float32 {
	var s float32
	b = b[:len(a)]
	for i, v := range a {
		s += float32(v * b[i])
	}
	return s
}

// Axpy adds f·x to y.
func Axpy(y []float32, f float32, x []float32) {
	x = x[:len(y)]
	for i := range y {
		y[i] += float32(f * x[i])
	}
}
