package main

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"
)

// A point is a place in the units of the picture's view box.
type point struct{ x, y float64 }

// A drawing is what can be read off a picture.
type drawing struct {
	width    float64 // of the view box
	natural  float64 // px for a unit where nothing scales the picture
	smallest float64 // size of the smallest type, in units
	events   map[string]point
	lines    []edge
}

// An edge is a relation's line, flattened.
type edge struct {
	from, to string
	path     []point
}

// A place says where in a picture an element stands: inside which event or
// relation, and how far it is moved.
type place struct {
	event, from, to string
	move            point
	size            float64 // of type
	title           bool    // within a title
	foreign         bool    // marks of the picture that are not drawn: masks, markers
}

// readDrawing reads a picture by causeline, Graphviz or d2. Each marks its
// events and relations in its own way, see ends.
func readDrawing(data []byte) (*drawing, error) {
	d := &drawing{events: map[string]point{}, smallest: math.Inf(1)}
	dec := xml.NewDecoder(strings.NewReader(string(data)))
	dec.Strict = false // d2 writes names that XML does not know
	dec.Entity = xml.HTMLEntity
	stack := []place{{size: 16}}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			p := stack[len(stack)-1]
			if err := d.start(t, &p); err != nil {
				return nil, err
			}
			stack = append(stack, p)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if p := &stack[len(stack)-1]; p.title && len(stack) > 1 {
				// Graphviz names what a group is in its title, its first child.
				group := &stack[len(stack)-2]
				group.event, group.from, group.to = named(strings.TrimSpace(string(t)))
			}
		}
	}
	if d.width == 0 {
		return nil, errors.New("the picture has no view box")
	}
	return d, nil
}

// start reads an element into the drawing.
func (d *drawing) start(t xml.StartElement, p *place) error {
	attr := func(name string) string {
		for _, a := range t.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	p.title = t.Name.Local == "title" && p.event == "" && p.from == ""
	if moved, ok := strings.CutPrefix(attr("transform"), "scale(1 1) rotate(0) "); ok {
		var x, y float64
		if _, err := fmt.Sscanf(moved, "translate(%g %g)", &x, &y); err != nil {
			return fmt.Errorf("transform %q: %w", moved, err)
		}
		p.move = point{p.move.x + x, p.move.y + y}
	}
	if size, ok := typeSize(attr("font-size"), attr("style")); ok {
		p.size = size
	}
	switch t.Name.Local {
	case "svg":
		if d.width == 0 {
			return d.frame(attr("viewBox"), attr("width"))
		}
	case "mask", "marker", "defs", "clipPath":
		p.foreign = true
	case "g":
		if event, from, to := ends(attr("data-event"), attr("data-from"), attr("data-to"), attr("class")); event != "" || from != "" {
			p.event, p.from, p.to = event, from, to
		}
	case "text":
		if !p.foreign {
			d.smallest = min(d.smallest, p.size)
		}
	}
	if p.foreign || p.title {
		return nil
	}
	return d.shape(t.Name.Local, attr, p)
}

// frame reads the size of the picture.
func (d *drawing) frame(viewBox, width string) error {
	var x, y, h float64
	if _, err := fmt.Sscanf(viewBox, "%g %g %g %g", &x, &y, &d.width, &h); err != nil || d.width <= 0 {
		return fmt.Errorf("view box %q", viewBox)
	}
	d.natural = 1
	if points, ok := strings.CutSuffix(width, "pt"); ok {
		w, err := strconv.ParseFloat(points, 64)
		if err != nil {
			return err
		}
		d.natural = w * 4 / 3 / d.width
	}
	return nil
}

// ends returns the event or the ends of the relation that a group stands for,
// as causeline writes them in data attributes and d2 in a class of base64.
func ends(event, from, to, class string) (string, string, string) {
	if event != "" || from != "" {
		return event, from, to
	}
	text, err := base64.StdEncoding.DecodeString(class)
	if err != nil || len(text) == 0 {
		return "", "", ""
	}
	name := html.UnescapeString(string(text))
	if inner, ok := strings.CutPrefix(name, "("); ok {
		inner, _, _ = strings.Cut(inner, ")")
		name = strings.ReplaceAll(inner, " ", "")
	}
	return named(name)
}

// named tells the name of an event, "e0001", from that of a relation,
// "e0001->e0002", and from anything else.
func named(name string) (event, from, to string) {
	if a, b, ok := strings.Cut(name, "->"); ok && isEvent(a) && isEvent(b) {
		return "", a, b
	}
	if isEvent(name) {
		return name, "", ""
	}
	return "", "", ""
}

// isEvent knows the ids that invent gives.
func isEvent(id string) bool {
	digits, ok := strings.CutPrefix(id, "e")
	_, err := strconv.Atoi(digits)
	return ok && err == nil && len(digits) >= 4
}

// typeSize reads a size of type from its attribute or style.
func typeSize(attr, style string) (float64, bool) {
	if attr == "" {
		_, after, ok := strings.Cut(style, "font-size:")
		if !ok {
			return 0, false
		}
		attr, _, _ = strings.Cut(after, ";")
	}
	size, err := strconv.ParseFloat(strings.TrimSuffix(attr, "px"), 64)
	return size, err == nil
}

// shape reads a line of a relation, or the place of an event: the middle of
// the first thing that is drawn for it, which is its box or its mark. Bars
// beside the axis of a narrow picture, the only boxes without a border, are
// no marks.
func (d *drawing) shape(name string, attr func(string) string, p *place) error {
	var path []point
	var err error
	switch name {
	case "path":
		path, err = flatten(attr("d"))
	case "polygon":
		path, err = pointList(attr("points"))
	case "rect":
		if attr("stroke") != "" {
			path, err = corners(attr("x"), attr("y"), attr("width"), attr("height"))
		}
	case "circle":
		path, err = corners(attr("cx"), attr("cy"), "0", "0")
	}
	if err != nil {
		return fmt.Errorf("<%s>: %w", name, err)
	}
	if len(path) == 0 {
		return nil
	}
	for i := range path {
		path[i].x += p.move.x
		path[i].y += p.move.y
	}
	switch {
	case p.from != "" && name == "path" && attr("fill") == "none":
		d.line(edge{p.from, p.to, path})
	case p.event != "":
		if _, seen := d.events[p.event]; !seen {
			d.events[p.event] = middle(path)
		}
	}
	return nil
}

// line keeps a line of a relation, unless there is a longer one: heads and the
// gaps around crossings are lines, too.
func (d *drawing) line(e edge) {
	for i, other := range d.lines {
		if other.from == e.from && other.to == e.to {
			if lengthOf(e.path) > lengthOf(other.path) {
				d.lines[i] = e
			}
			return
		}
	}
	d.lines = append(d.lines, e)
}

func lengthOf(path []point) (total float64) {
	for i := 1; i < len(path); i++ {
		total += math.Hypot(path[i].x-path[i-1].x, path[i].y-path[i-1].y)
	}
	return total
}

// middle is the middle of the box around the points.
func middle(path []point) point {
	b := boundsOf(path)
	return point{(b.low.x + b.high.x) / 2, (b.low.y + b.high.y) / 2}
}
