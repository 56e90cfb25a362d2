package causal

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

const (
	boxPad   = scene.Px * 8
	boxTop   = scene.Px * 4
	shaft    = scene.Px * 7 // of a line, from the left edge of its word
	wordGap  = scene.Px * 8 // from the line to its word
	wordLine = scene.Px * 18
	wordSep  = scene.Px * 8   // between words
	widest   = scene.Px * 420 // of boxes that are widened for words
)

// edgeSep is the layout's least room beside a line. What boxes need more is part
// of their size there, so that many lines find their way through a row.
const edgeSep = scene.Px * 8

// boxesOf measures the events and words and says which end of each relation
// stands above the other.
func (d *diagram) boxesOf(p plan) *layered {
	w := &layered{diagram: d, plan: p, boxes: make([]box, len(d.ms)), lines: make([]line, len(d.rels))}
	for i := range w.boxes {
		w.boxes[i] = d.boxOf(i, p.label)
	}
	for k, r := range d.rels {
		w.lines[k] = line{relation: r, word: r.word(w.opt.Say)}
	}
	w.setEnds()
	if p.panels {
		w.panels = w.findPanels()
	}
	t := d.frame.Type.Note
	for k := range w.lines {
		l := &w.lines[k]
		l.w = whole(shaft + wordGap + measure.Reserved(l.word, furniture.Style(t)) + scene.Pixels(4))
		if l.panelled = w.inPanel(l.relation); !l.panelled {
			w.boxes[l.top].tail = append(w.boxes[l.top].tail, k)
			w.boxes[l.end].head = append(w.boxes[l.end].head, k)
		}
	}
	for i := range w.boxes {
		w.widen(&w.boxes[i])
	}
	return w
}

// setEnds puts causes above effects and wholes above parts. Relations that
// would close a circle run up: of causes that do, those against time; before
// all those that claim no cause.
func (w *layered) setEnds() {
	class := func(l *line) int {
		switch {
		case l.Type == story.PartOf:
			return 3
		case l.Type == story.Before:
			return 2
		case l.from > l.to:
			return 1
		}
		return 0
	}
	order := make([]int, len(w.lines))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(class(&w.lines[p]), class(&w.lines[q])) })
	below := make([][]int, len(w.boxes))
	for _, k := range order {
		l := &w.lines[k]
		l.top, l.end = l.from, l.to
		if l.Type == story.PartOf {
			l.top, l.end = l.to, l.from
		}
		if leads(below, l.end, l.top) {
			l.top, l.end = l.end, l.top
		}
		below[l.top] = append(below[l.top], l.end)
	}
}

// leads reports whether a way leads from one event down to another.
func leads(below [][]int, from, to int) bool {
	seen := make([]bool, len(below))
	stack := []int{from}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if i == to {
			return true
		}
		if !seen[i] {
			seen[i] = true
			stack = append(stack, below[i]...)
		}
	}
	return false
}

// widen makes room above a box for the words of the lines into it: unless they
// are many, they can come down straight.
func (w *layered) widen(b *box) {
	need := 2*(headInset-shaft) - wordSep
	for _, k := range b.head {
		need += w.lines[k].w + wordSep
	}
	b.w = whole(max(b.w, min(need, widest)))
	b.cell = max(b.w, need)
}

func (d *diagram) boxOf(i int, width scene.Unit) box {
	m, t := d.ms[i], d.frame.Type
	var b box
	b.textX = boxPad + scene.Pixels(20)
	if d.lasting(i) {
		b.textX = boxPad + d.markLength(i) + scene.Pixels(14)
	}
	b.label.AddDate(d.opt.Say, furniture.When(d.opt.Say, m, inFull), furniture.StatusWord(d.opt.Say, m.Event), t.Date, width)
	b.label.Add(furniture.Title(d.opt.Say, m.Event), t.Label, width)
	for _, words := range d.doubts(i) {
		b.label.AddDifference(words, t.Date, width)
	}
	b.w = b.textX + b.label.Width + boxPad
	b.h = b.label.Height + 2*boxTop
	return b
}

// findPanels returns the wholes whose parts can stand with them in a panel:
// neither is a part or whole of anything else, and no part is a cause of the
// whole.
func (w *layered) findPanels() []panel {
	wholes, parts := make([]int, len(w.ms)), make([]int, len(w.ms))
	for _, r := range w.rels {
		if r.Type == story.PartOf {
			wholes[r.from]++
			parts[r.to]++
		}
	}
	var out []panel
	for i := range w.ms {
		p := panel{whole: i, members: []int{i}}
		clean := parts[i] > 0 && wholes[i] == 0 && !slices.Contains(w.plan.loose, i)
		for _, l := range w.lines {
			if l.Type == story.PartOf && l.to == i {
				clean = clean && wholes[l.from] == 1 && parts[l.from] == 0 && l.top == i
				p.members = append(p.members, l.from)
			}
		}
		if clean {
			out = append(out, p)
		}
	}
	return out
}

// sprawling returns the wholes whose parts stand too far from them in the rows:
// a panel across many rows pushes everything else aside.
func (w *layered) sprawling(rows [][]int) []int {
	row := make([]int, len(w.boxes))
	for k, events := range rows {
		for _, i := range events {
			row[i] = k
		}
	}
	var out []int
	for _, p := range w.panels {
		low, high := len(rows), 0
		for _, i := range p.members {
			low, high = min(low, row[i]), max(high, row[i])
		}
		if high-low > len(p.members) {
			out = append(out, p.whole)
		}
	}
	return out
}

// inPanel reports whether a panel says what the relation does.
func (w *layered) inPanel(r relation) bool {
	return r.Type == story.PartOf && w.panelOf(r.from) >= 0 && w.panelOf(r.from) == w.panelOf(r.to)
}

// panelOf returns the panel that an event stands in, or -1.
func (w *layered) panelOf(i int) int {
	return slices.IndexFunc(w.panels, func(p panel) bool { return slices.Contains(p.members, i) })
}

func itoa(k int) string          { return strconv.Itoa(k) }
func eventNode(i int) string     { return "e" + itoa(i) }
func lineEdge(k int) string      { return "r" + itoa(k) }
func clusterOf(panel int) string { return "p" + itoa(panel) }

// request describes the graph: a node is an event with the words of the lines
// into it, an edge leads from an upper event to a lower one. Relations between
// the same two events share an edge. Rows that are given become groups of ranks.
func (w *layered) request() layout.Request {
	req := layout.Request{Direction: layout.TopToBottom, NodeSep: int(edgeSep), RankSep: int(scene.Pixels(24))}
	for i, b := range w.boxes {
		req.Nodes = append(req.Nodes, layout.Node{ID: eventNode(i), Width: int(b.cell + w.plan.sep - edgeSep), Height: int(b.h)})
	}
	for k, l := range w.lines {
		if w.edgeOf(k) == k {
			req.Edges = append(req.Edges,
				layout.Edge{ID: lineEdge(k), From: eventNode(l.upper()), To: eventNode(l.lower()), Constraint: true})
		}
	}
	for _, rank := range w.ranks {
		var group []string
		for _, i := range rank {
			group = append(group, eventNode(i))
		}
		req.Ranks = append(req.Ranks, group)
	}
	for n, p := range w.panels {
		c := layout.Cluster{ID: clusterOf(n)}
		for _, i := range p.members {
			c.Nodes = append(c.Nodes, eventNode(i))
		}
		req.Clusters = append(req.Clusters, c)
	}
	return req
}

// edgeOf returns the first relation between the events of relation k, which
// has the edge that both share.
func (w *layered) edgeOf(k int) int {
	return slices.IndexFunc(w.lines, func(l line) bool { return l.top == w.lines[k].top && l.end == w.lines[k].end })
}

// whole rounds up to whole pixels, which render crisper and print shorter.
func whole(x scene.Unit) scene.Unit { return (x + scene.Px - 1) / scene.Px * scene.Px }
