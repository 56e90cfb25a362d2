package layout

import (
	"fmt"
	"sort"
)

// maxPicture bounds a side of the picture. Graphviz writes five digits, so
// that positions beyond this are too coarse to draw.
const maxPicture = 100000 * Unit

// Check reports the first thing that makes an answer to the request useless.
// Graphviz can fail without saying so: all nodes in one point, positions that
// are not numbers, boxes on top of each other, an empty picture. The process
// checks in order to try another way, the client because it trusts nobody.
func (a *Answer) Check(req *Request) error {
	if a.Width <= 0 || a.Height <= 0 || a.Width > maxPicture || a.Height > maxPicture {
		return fmt.Errorf("the picture is %d by %d (1/64 px)", a.Width, a.Height)
	}
	boxes, err := checkNodes(req, a)
	if err != nil {
		return err
	}
	if err := checkOverlap(boxes); err != nil {
		return err
	}
	if err := checkRanks(req, boxes); err != nil {
		return err
	}
	if err := checkEdges(req, a, boxes); err != nil {
		return err
	}
	return checkClusters(req, a, boxes)
}

// A box is a placed node's rectangle in half units, so that centres stay
// whole: every coordinate is doubled.
type box struct {
	id                       string
	left, top, right, bottom int
}

func newBox(n Node, p PlacedNode) box {
	return box{n.ID, 2*p.X - n.Width, 2*p.Y - n.Height, 2*p.X + n.Width, 2*p.Y + n.Height}
}

func indexBoxes(boxes []box) map[string]box {
	byID := make(map[string]box, len(boxes))
	for _, b := range boxes {
		byID[b.id] = b
	}
	return byID
}

// gap is how far a point lies from the box's border, in half units. The inside
// of the box is away from the border, too.
func (b box) gap(p [2]int) int {
	x, y := 2*p[0], 2*p[1]
	beyond := max(b.left-x, x-b.right, b.top-y, y-b.bottom)
	return max(beyond, -beyond)
}

func checkNodes(req *Request, a *Answer) ([]box, error) {
	if len(a.Nodes) != len(req.Nodes) {
		return nil, fmt.Errorf("%d of %d nodes have a place", len(a.Nodes), len(req.Nodes))
	}
	boxes := make([]box, len(req.Nodes))
	for i, n := range req.Nodes {
		p := a.Nodes[i]
		if p.ID != n.ID {
			return nil, fmt.Errorf("node %q has no place, or not in its turn", n.ID)
		}
		if p.X < 0 || p.Y < 0 || p.X > a.Width || p.Y > a.Height {
			return nil, fmt.Errorf("node %q lies outside the picture", n.ID)
		}
		b := newBox(n, p)
		if b.left < 0 || b.top < 0 || b.right > 2*a.Width || b.bottom > 2*a.Height {
			return nil, fmt.Errorf("node %q lies partly outside the picture", n.ID)
		}
		boxes[i] = b
	}
	return boxes, nil
}

// checkOverlap sweeps from left to right; boxes may touch.
func checkOverlap(boxes []box) error {
	sorted := append([]box(nil), boxes...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].left < sorted[j].left })
	for i, b := range sorted {
		for _, c := range sorted[i+1:] {
			if c.left >= b.right {
				break
			}
			if c.top < b.bottom && b.top < c.bottom {
				return fmt.Errorf("nodes %q and %q overlap", b.id, c.id)
			}
		}
	}
	return nil
}

// checkRanks compares centres: boxes of one rank share their middle line.
// Rounding can move it by a pixel.
func checkRanks(req *Request, boxes []box) error {
	middle := make(map[string]int, len(boxes))
	for _, b := range boxes {
		middle[b.id] = b.top + b.bottom
		if req.Direction == LeftToRight {
			middle[b.id] = b.left + b.right
		}
	}
	const pixel = 4 * Unit // sums of doubled coordinates
	last, started := 0, false
	for _, group := range req.Ranks {
		if len(group) == 0 {
			continue
		}
		first := middle[group[0]]
		for _, id := range group {
			if d := middle[id] - first; d > pixel || d < -pixel {
				return fmt.Errorf("nodes %q and %q do not share a rank", group[0], id)
			}
		}
		if started && first <= last+pixel {
			return fmt.Errorf("node %q does not lie after the rank before it", group[0])
		}
		last, started = first, true
	}
	return nil
}

func checkEdges(req *Request, a *Answer, boxes []box) error {
	if len(a.Edges) != len(req.Edges) {
		return fmt.Errorf("%d of %d edges have a place", len(a.Edges), len(req.Edges))
	}
	byID := indexBoxes(boxes)
	for i, e := range req.Edges {
		p := a.Edges[i]
		if p.ID != e.ID {
			return fmt.Errorf("edge %q has no place, or not in its turn", e.ID)
		}
		if n := len(p.Points); n < 4 || n%3 != 1 {
			return fmt.Errorf("edge %q has %d points, which make no curve", e.ID, n)
		}
		for _, point := range p.Points {
			if !inside(a, point[0], point[1], 0, 0) {
				return fmt.Errorf("edge %q lies outside the picture", e.ID)
			}
		}
		if byID[e.From].gap(p.Points[0]) > 2*Unit || byID[e.To].gap(p.Points[len(p.Points)-1]) > 2*Unit {
			return fmt.Errorf("edge %q does not lead from node %q to node %q", e.ID, e.From, e.To)
		}
		if e.LabelWidth > 0 && !inside(a, p.LabelX, p.LabelY, e.LabelWidth, e.LabelHeight) {
			return fmt.Errorf("the label of edge %q lies outside the picture", e.ID)
		}
	}
	return nil
}

// inside reports whether a rectangle around x, y lies in the picture. The
// coordinates are bounded before they are doubled.
func inside(a *Answer, x, y, width, height int) bool {
	if x < 0 || y < 0 || x > a.Width || y > a.Height {
		return false
	}
	return 2*x-width >= 0 && 2*y-height >= 0 && 2*x+width <= 2*a.Width && 2*y+height <= 2*a.Height
}

func checkClusters(req *Request, a *Answer, boxes []box) error {
	if len(a.Clusters) != len(req.Clusters) {
		return fmt.Errorf("%d of %d clusters have a place", len(a.Clusters), len(req.Clusters))
	}
	byID := indexBoxes(boxes)
	for i, c := range req.Clusters {
		p := a.Clusters[i]
		if p.ID != c.ID {
			return fmt.Errorf("cluster %q has no place, or not in its turn", c.ID)
		}
		if p.X < 0 || p.Y < 0 || p.W <= 0 || p.H <= 0 || p.W > a.Width-p.X || p.H > a.Height-p.Y {
			return fmt.Errorf("cluster %q lies outside the picture", c.ID)
		}
		for _, id := range c.Nodes {
			b := byID[id]
			if b.left < 2*p.X || b.top < 2*p.Y || b.right > 2*(p.X+p.W) || b.bottom > 2*(p.Y+p.H) {
				return fmt.Errorf("node %q lies outside its cluster %q", id, c.ID)
			}
		}
	}
	return nil
}
