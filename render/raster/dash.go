package raster

import (
	"math"

	"github.com/causeline/causeline/render/scene"
)

// maxEdges is how many edges the dashes of a line may have; with more, as only
// a hostile picture has them, it is drawn solid.
const maxEdges = 1 << 20

// dashes returns lengths of strokes and gaps in turn, in 1/256 pixel and even
// in number, or nil for a solid line, as SVG has it for negative lengths too.
func (d *drawing) dashes(lengths []scene.Unit) []float64 {
	var out []float64
	sum := 0.0
	for _, u := range lengths {
		if u < 0 {
			return nil
		}
		out = append(out, float64(d.px(u)))
		sum += float64(d.px(u))
	}
	if sum == 0 {
		return nil
	}
	if len(out)%2 == 1 {
		out = append(out, out...)
	}
	return out
}

// dashed cuts a contour into its dashes, at most so many. There are only sums of floating-point
// numbers here, no sums of products, which machines may round differently.
func (c contour) dashed(dashes []float64, most int) []contour {
	points := c.points
	if c.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	if c.dashCount(dashes) > float64(most) {
		return []contour{c}
	}
	var out []contour
	k, left := 0, dashes[0]
	open := contour{points: points[:1:1]}
	for i := range len(points) - 1 {
		p, q := points[i], points[i+1]
		whole := length(q.x-p.x, q.y-p.y)
		at := 0.0
		for left < whole-at {
			at += left
			here := point{p.x + part(q.x-p.x, at, whole), p.y + part(q.y-p.y, at, whole)}
			if k%2 == 0 {
				open.points = append(open.points, here)
				out = append(out, open)
			}
			k = (k + 1) % len(dashes)
			left = dashes[k]
			open = contour{points: []point{here}}
		}
		left -= whole - at
		if k%2 == 0 {
			open.points = append(open.points, q)
		}
	}
	if k%2 == 0 {
		out = append(out, open)
	}
	for i := range out {
		out[i].points = distinct(out[i].points)
	}
	return out
}

// part returns the part at/whole of d.
func part(d int64, at, whole float64) int64 { return int64(math.Round(float64(d) * at / whole)) }

// dashCount returns about how many dashes a contour falls into.
func (c contour) dashCount(dashes []float64) float64 {
	var whole, period float64
	for i := range len(c.points) - 1 {
		whole += length(c.points[i+1].x-c.points[i].x, c.points[i+1].y-c.points[i].y)
	}
	for _, d := range dashes {
		period += d
	}
	return whole / period * float64(len(dashes)/2)
}
