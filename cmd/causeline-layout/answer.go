package main

import (
	"fmt"
	"math"

	"github.com/causeline/causeline/render/layout"
)

// answer turns y downwards, moves everything into a picture that begins at
// 0,0 and rounds to 1/64 px.
//
// The picture is measured again instead of taking Graphviz's own: that one
// leaves out curves which bulge over the border, and it is rounded.
func (p *places) answer(req *layout.Request) (*layout.Answer, error) {
	f := newFrame()
	a := &layout.Answer{Protocol: layout.Protocol}
	for i, n := range req.Nodes {
		x, y := f.at(p.nodes[i])
		f.cover(x, y, n.Width, n.Height)
		a.Nodes = append(a.Nodes, layout.PlacedNode{ID: n.ID, X: x, Y: y})
	}
	for i, e := range req.Edges {
		placed := layout.PlacedEdge{ID: e.ID, Points: make([][2]int, len(p.curves[i]))}
		for k, c := range p.curves[i] {
			placed.Points[k][0], placed.Points[k][1] = f.at(c)
		}
		from, to, last := p.index[e.From], p.index[e.To], len(placed.Points)-1
		snap(&placed.Points[0], &placed.Points[1], a.Nodes[from], req.Nodes[from])
		snap(&placed.Points[last], &placed.Points[last-1], a.Nodes[to], req.Nodes[to])
		for _, c := range placed.Points {
			f.cover(c[0], c[1], 0, 0)
		}
		if e.LabelWidth > 0 {
			placed.LabelX, placed.LabelY = f.at(p.labels[i])
			f.cover(placed.LabelX, placed.LabelY, e.LabelWidth, e.LabelHeight)
		}
		a.Edges = append(a.Edges, placed)
	}
	for i, c := range req.Clusters {
		r := p.clusters[i]
		left, top := f.at(point{r.left, r.top})
		right, bottom := f.at(point{r.right, r.bottom})
		f.cover(left, top, 0, 0)
		f.cover(right, bottom, 0, 0)
		a.Clusters = append(a.Clusters, layout.PlacedCluster{ID: c.ID, X: left, Y: top, W: right - left, H: bottom - top})
	}
	f.shift(req, a)
	if widest := max(a.Width, a.Height) / layout.Unit; widest > 99999 {
		return nil, fmt.Errorf("the diagram would be %d px long; draw fewer events or split the story", widest)
	}
	return a, nil
}

// A frame is the smallest rectangle around everything, in 1/64 px, y
// downwards.
type frame struct{ left, top, right, bottom int }

func newFrame() *frame {
	return &frame{math.MaxInt, math.MaxInt, math.MinInt, math.MinInt}
}

func (f *frame) at(p point) (x, y int) {
	return int(math.Round(p.x * layout.Unit)), int(math.Round(-p.y * layout.Unit))
}

// cover widens the frame to a box around x, y.
func (f *frame) cover(x, y, width, height int) {
	f.left = min(f.left, x-(width+1)/2)
	f.top = min(f.top, y-(height+1)/2)
	f.right = max(f.right, x+(width+1)/2)
	f.bottom = max(f.bottom, y+(height+1)/2)
}

// shift moves the answer so that the frame begins at 0,0.
func (f *frame) shift(req *layout.Request, a *layout.Answer) {
	a.Width, a.Height = f.right-f.left, f.bottom-f.top
	for i := range a.Nodes {
		a.Nodes[i].X -= f.left
		a.Nodes[i].Y -= f.top
	}
	for i := range a.Edges {
		e := &a.Edges[i]
		for k := range e.Points {
			e.Points[k][0] -= f.left
			e.Points[k][1] -= f.top
		}
		if req.Edges[i].LabelWidth > 0 {
			e.LabelX -= f.left
			e.LabelY -= f.top
		}
	}
	for i := range a.Clusters {
		a.Clusters[i].X -= f.left
		a.Clusters[i].Y -= f.top
	}
}
