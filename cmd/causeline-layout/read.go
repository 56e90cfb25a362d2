package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/causeline/causeline/render/layout"
)

// A drawing is the part of Graphviz's JSON that we read.
type drawing struct {
	Objects []object `json:"objects"`
	Edges   []curve  `json:"edges"`
}

type object struct {
	Name string `json:"name"`
	Pos  string `json:"pos"` // of nodes: centre
	BB   string `json:"bb"`  // of clusters: left, bottom, right, top
}

type curve struct {
	ID  string `json:"id"`
	Pos string `json:"pos"` // control points
	LP  string `json:"lp"`  // centre of the label
}

// A point is a place in Graphviz's points, y upwards.
type point struct{ x, y float64 }

// A rect is a rectangle in Graphviz's points.
type rect struct{ left, bottom, right, top float64 }

// errNoPlaces is what a layout that failed silently comes to.
var errNoPlaces = errors.New("graphviz found no layout for this graph")

// read turns Graphviz's JSON into an answer.
func read(req *layout.Request, text []byte) (*layout.Answer, error) {
	var d drawing
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("graphviz's output cannot be read: %w", err)
	}
	p, err := collect(req, &d)
	if err != nil {
		return nil, err
	}
	return p.answer(req)
}

// places are the positions by number.
type places struct {
	nodes    []point
	curves   [][]point
	labels   []point
	clusters []rect
	index    map[string]int // of nodes
}

func collect(req *layout.Request, d *drawing) (*places, error) {
	p := &places{
		nodes:    make([]point, len(req.Nodes)),
		curves:   make([][]point, len(req.Edges)),
		labels:   make([]point, len(req.Edges)),
		clusters: make([]rect, len(req.Clusters)),
		index:    indexNodes(req),
	}
	var nodes, curves, clusters int
	for _, o := range d.Objects {
		if i, ok := number(o.Name, "cluster_", len(p.clusters)); ok {
			v, err := numbers(o.BB)
			if err != nil || len(v) != 4 {
				return nil, fmt.Errorf("%w: a cluster has no place", errNoPlaces)
			}
			p.clusters[i] = rect{v[0], v[1], v[2], v[3]}
			clusters++
		} else if i, ok := number(o.Name, "n", len(p.nodes)); ok {
			at, err := points(o.Pos)
			if err != nil || len(at) != 1 {
				return nil, fmt.Errorf("%w: a node has no place", errNoPlaces)
			}
			p.nodes[i] = at[0]
			nodes++
		}
	}
	for _, c := range d.Edges {
		i, ok := number(c.ID, "e", len(p.curves))
		if !ok {
			continue // an invisible one
		}
		p.route(req, i, c)
		curves++
	}
	if nodes != len(p.nodes) || curves != len(p.curves) || clusters != len(p.clusters) {
		return nil, fmt.Errorf("%w: something is missing", errNoPlaces)
	}
	return p, nil
}

// route reads the way of one edge and the place of its label, or makes them
// where Graphviz has none.
func (p *places) route(req *layout.Request, i int, c curve) {
	at, err := points(c.Pos)
	if err != nil || len(at) < 4 || len(at)%3 != 1 {
		from, to := p.index[req.Edges[i].From], p.index[req.Edges[i].To]
		at = straight(p.nodes[from], p.nodes[to], req.Nodes[from], req.Nodes[to])
	}
	p.curves[i] = at
	if req.Edges[i].LabelWidth == 0 {
		return
	}
	if label, err := points(c.LP); err == nil && len(label) == 1 {
		p.labels[i] = label[0]
	} else {
		p.labels[i] = middle(at)
	}
}

// number reads names such as n12.
func number(name, prefix string, limit int) (int, bool) {
	digits, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil && n >= 0 && n < limit
}

// points reads "x,y x,y ...".
func points(text string) ([]point, error) {
	var list []point
	for field := range strings.FieldsSeq(text) {
		v, err := numbers(field)
		if err != nil {
			return nil, err
		}
		if len(v) != 2 {
			return nil, fmt.Errorf("%q is not a point", field)
		}
		list = append(list, point{v[0], v[1]})
	}
	return list, nil
}

// numbers reads "1,2,...". ParseFloat takes nan and inf for numbers; we do not.
func numbers(text string) ([]float64, error) {
	var list []float64
	for field := range strings.SplitSeq(text, ",") {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil, err
		}
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return nil, fmt.Errorf("%q is not a position", field)
		}
		list = append(list, v)
	}
	return list, nil
}
