package raster

import "slices"

// A pixel is sub units wide and high.
const (
	subShift = 8
	sub      = 1 << subShift
)

// limit bounds coordinates, in 1/256 pixel, so that no product overflows. No
// picture reaches so far.
const limit = 1 << 28

// A point is a place in 1/256 pixel, x to the right and y down.
type point struct{ x, y int64 }

// An edge is a directed line that bounds an area.
type edge struct{ a, b point }

// A cell sums what edges do in a pixel: cover is by how much they go down, in
// 1/256 pixel; area is twice the area to their left.
type cell struct{ cover, area int32 }

// A scanner turns areas into coverage. It sums, for each pixel, the signed
// area that edges enclose (the method of the font rasterisers of Raph Levien's
// font-rs and of FreeType); sums are cut off at one, which is the nonzero rule
// for areas that do not cross themselves within a pixel.
type scanner struct {
	edges []edge
	cells []cell
	ends  []span // of each row, which cells hold something
	row   []uint16
}

// A span is the pixels from start to before end.
type span struct{ start, end int }

// bandRows is how many rows are scanned at once, which bounds memory.
const bandRows = 64

// polygon adds the area within points, closed by a line to the first.
func (s *scanner) polygon(points []point) {
	for i, p := range points {
		q := points[0]
		if i+1 < len(points) {
			q = points[i+1]
		}
		s.edge(p, q)
	}
}

// edge adds a line that bounds an area. Level ones bound nothing.
func (s *scanner) edge(p, q point) {
	if p.y != q.y {
		s.edges = append(s.edges, edge{p, q})
	}
}

// convex adds the area within points whichever way they go round, so that
// areas that overlap add up.
func (s *scanner) convex(points ...point) {
	var twice int64
	for i, p := range points {
		q := points[(i+1)%len(points)]
		twice += (p.x-points[0].x)*(q.y-points[0].y) - (q.x-points[0].x)*(p.y-points[0].y)
	}
	if twice < 0 {
		slices.Reverse(points)
	}
	s.polygon(points)
}

// scan calls paint for each row within width and height that is covered: from
// pixel x on, by so many 256ths. The edges are used up.
func (s *scanner) scan(width, height int, paint func(x, y int, coverage []uint16)) {
	minX, minY, maxX, maxY := s.bounds(width, height)
	for y := minY; y < maxY; y += bandRows {
		rows := min(bandRows, maxY-y)
		s.band(minX, y, maxX-minX, rows, paint)
	}
	s.edges = s.edges[:0]
}

// bounds returns the pixels that edges touch, cut off at the picture. To the
// left of the first column edges count for the rows they pass.
func (s *scanner) bounds(width, height int) (minX, minY, maxX, maxY int) {
	if len(s.edges) == 0 {
		return 0, 0, 0, 0
	}
	low, high := s.edges[0].a, s.edges[0].a
	for _, e := range s.edges {
		low.x, high.x = min(low.x, e.a.x, e.b.x), max(high.x, e.a.x, e.b.x)
		low.y, high.y = min(low.y, e.a.y, e.b.y), max(high.y, e.a.y, e.b.y)
	}
	within := func(v int64, size int) int { return int(min(max(v>>subShift, 0), int64(size))) }
	return within(low.x, width), within(low.y, height), within(high.x+sub-1, width), within(high.y+sub-1, height)
}

// band scans rows from y on, columns from x on.
func (s *scanner) band(x, y, columns, rows int, paint func(x, y int, coverage []uint16)) {
	if columns <= 0 || rows <= 0 {
		return
	}
	stride := columns + 1 // the last holds what lies to the right
	s.cells = grow(s.cells, stride*rows)
	s.row = grow(s.row, columns)
	s.ends = grow(s.ends, rows)
	for i := range s.ends {
		s.ends[i] = span{columns, -1}
	}
	b := band{s.cells, s.ends, stride, int64(columns) << subShift, int64(rows) << subShift}
	dx, dy := int64(x)<<subShift, int64(y)<<subShift
	for _, e := range s.edges {
		b.edge(point{e.a.x - dx, e.a.y - dy}, point{e.b.x - dx, e.b.y - dy})
	}
	for i, ends := range s.ends {
		if ends.end < ends.start {
			continue
		}
		cells := s.cells[i*stride : (i+1)*stride]
		end := min(ends.end+1, columns)
		if coverage := s.row[ends.start:max(end, ends.start)]; sum(cells[ends.start:], coverage) {
			paint(x+ends.start, y+i, coverage)
		}
		clear(cells[ends.start : ends.end+1])
	}
}

// grow returns a slice of n values. Values that were there stay: cells are left
// cleared.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// sum turns cells into coverage, and reports whether there is any.
func sum(cells []cell, coverage []uint16) bool {
	var cover int64
	any := false
	for i := range coverage {
		c := cells[i]
		cover += int64(c.cover)
		area := cover*(2*sub) - int64(c.area)
		if area < 0 {
			area = -area
		}
		n := uint16(min((area+sub)>>(subShift+1), 256))
		coverage[i] = n
		any = any || n > 0
	}
	return any
}

// A band is the cells of some rows.
type band struct {
	cells         []cell
	ends          []span
	stride        int
	width, height int64
}

// edge cuts a line at the band's upper and lower edge, and where it leaves the
// columns.
func (b *band) edge(p, q point) {
	if p.y == q.y || max(p.y, q.y) <= 0 || min(p.y, q.y) >= b.height {
		return
	}
	if max(p.x, q.x) < b.width && min(p.x, q.x) >= 0 && max(p.y, q.y) <= b.height && min(p.y, q.y) >= 0 {
		b.line(p, q)
		return
	}
	// Cuts, from p to q: at rows first, then at columns.
	a, c := p, q
	for _, y := range [2]int64{0, b.height} {
		if (p.y < y) != (q.y < y) {
			cut := point{p.x + ratio(y-p.y, q.x-p.x, q.y-p.y), y}
			if (p.y < y) == (y == 0) {
				a = cut
			} else {
				c = cut
			}
		}
	}
	b.columns(a, c)
}

// columns cuts a line where it leaves the columns. What lies outside is moved
// to the edge of the columns, where it covers as before.
func (b *band) columns(p, q point) {
	if p.y == q.y {
		return
	}
	for _, x := range [2]int64{0, b.width} {
		if (p.x < x) != (q.x < x) && p.x != x && q.x != x {
			cut := point{x, p.y + ratio(x-p.x, q.y-p.y, q.x-p.x)}
			b.columns(p, cut)
			b.columns(cut, q)
			return
		}
	}
	switch {
	case min(p.x, q.x) >= b.width:
		p.x, q.x = b.width, b.width
	case max(p.x, q.x) <= 0:
		p.x, q.x = 0, 0
	}
	b.line(p, q)
}

// ratio returns a*n/d, rounded down.
func ratio(a, n, d int64) int64 { return floorDiv(a*n, d) }

func floorDiv(n, d int64) int64 {
	q := n / d
	if n%d != 0 && (n < 0) != (d < 0) {
		q--
	}
	return q
}

// line adds a line that lies within the band, row by row.
func (b *band) line(p, q point) {
	dx, dy := q.x-p.x, q.y-p.y
	x, y := p.x, p.y
	for y != q.y {
		// The row that the next part of the line is in, and where it leaves it.
		row, next := y>>subShift, (y>>subShift+1)<<subShift
		if dy < 0 {
			row = (y - 1) >> subShift
			next = row << subShift
		}
		if (dy > 0) == (next > q.y) {
			next = q.y
		}
		at := q.x
		if next != q.y {
			at = p.x + ratio(next-p.y, dx, dy)
		}
		b.across(int(row), x, at, next-y)
		x, y = at, next
	}
}

// across adds a part of a line that goes from x to at within a row, down by dy.
func (b *band) across(row int, x, at, dy int64) {
	from, to := x>>subShift, at>>subShift
	ends := &b.ends[row]
	ends.start, ends.end = min(ends.start, int(min(from, to))), max(ends.end, int(max(from, to)))
	cells := b.cells[row*b.stride : (row+1)*b.stride]
	if from == to {
		cells[from].add(dy, x+at-2*(from<<subShift))
		return
	}
	// Cell by cell; the height is shared out in proportion, and its rest goes
	// to the last cell, so that nothing is lost.
	step, dx, left := int64(1), at-x, dy
	if dx < 0 {
		step = -1
	}
	for c, here := from, x; ; c += step {
		edge := (c + (step+1)/2) << subShift
		if c == to {
			cells[c].add(left, here+at-2*(c<<subShift))
			return
		}
		part := ratio(edge-x, dy, dx) - (dy - left)
		cells[c].add(part, here+edge-2*(c<<subShift))
		here, left = edge, left-part
	}
}

// add adds a line that goes down by dy, twice whose mean distance from the
// cell's left edge is x.
func (c *cell) add(dy, x int64) {
	c.cover += int32(dy)
	c.area += int32(dy * x)
}
