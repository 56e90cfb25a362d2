package causal

import (
	"context"
	"slices"
	"strconv"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// Where the parts of the wide diagram stand.
const (
	axisX     = scene.Px * 44
	tickX     = scene.Px * 58  // words beside the axis
	tickWidth = scene.Px * 156 // room for them
	fieldX    = scene.Px * 220 // left edge of the events
)

const (
	boxPad   = scene.Px * 8
	boxTop   = scene.Px * 4
	shaft    = scene.Px * 7 // of a line, from the left edge of its word
	wordGap  = scene.Px * 8 // from the line to its word
	wordLine = scene.Px * 18
)

// A box is an event of the wide diagram.
type box struct {
	label      furniture.Block
	w, h       scene.Unit
	textX      scene.Unit // of the label, from the left edge
	rank       int
	band       int
	x, y       scene.Unit // of the top left corner
	tail, head []int      // relations that leave below, that arrive above
}

// A line is a relation of the wide diagram that is drawn as a line. It passes
// its word on the way into the lower event; the word has a place of its own,
// so that no line and no label can run into it.
type line struct {
	relation
	top, end int // the upper and the lower event
	word     string
	w        scene.Unit    // of the word's place
	x, y     scene.Unit    // of its top left corner
	path     []scene.Point // the layout's Bézier curve from the upper event to the word
	first    int           // band of the upper event
	xs       []scene.Unit  // where the line passes the bands, from first on
	lane     []int         // of the move above each of these bands
	portX    scene.Unit    // where the line meets the lower event's box
	panelled bool
}

// upper and lower are the ends by row. Within one time that need not be the
// order of the events.
func (l *line) upper() int { return l.top }
func (l *line) lower() int { return l.end }

// shaftX is where the line passes its word.
func (l *line) shaftX() scene.Unit { return l.x + shaft }

// A wide is a wide diagram in the making.
type wide struct {
	*diagram
	boxes  []box
	lines  []line // as the relations; those in a panel have no path
	ranks  [][]int
	breaks []lang.Length // before each row
	panels []panel
	bands  []band
	height scene.Unit
}

// A panel is the ground behind an event and its parts.
type panel struct {
	whole      int
	members    []int
	x, y, w, h scene.Unit
}

// A plan is how generous an arrangement is.
type plan struct {
	label  scene.Unit // about the width of labels
	sep    scene.Unit // between boxes
	share  scene.Unit // per cent of the width for boxes; lines pass in the rest
	panels bool
}

// arrange asks for places. It returns nil where no arrangement fits into the
// width.
func (d *diagram) arrange(ctx context.Context) (*wide, error) {
	room := d.frame.Width - d.frame.Margin - fieldX
	for _, try := range []plan{
		{scene.Pixels(420), scene.Pixels(24), 90, true}, {scene.Pixels(300), scene.Pixels(20), 75, true},
		{scene.Pixels(210), scene.Pixels(18), 60, true}, {scene.Pixels(150), scene.Pixels(10), 50, false},
	} {
		w := d.boxesOf(try)
		req := w.request(try.sep)
		answer, err := layout.Run(ctx, req, d.opt.Layout)
		if err != nil {
			return nil, err
		}
		if scene.Unit(answer.Width) <= room {
			w.place(answer)
			return w, nil
		}
	}
	return nil, nil
}

// boxesOf measures the events and words and sorts them into rows.
func (d *diagram) boxesOf(p plan) *wide {
	w := &wide{diagram: d, boxes: make([]box, len(d.ms)), lines: make([]line, len(d.rels))}
	for i := range w.boxes {
		w.boxes[i] = d.boxOf(i, p.label)
	}
	room := (d.frame.Width - d.frame.Margin - fieldX) * p.share / 100
	w.ranks = d.rows(room, func(i int) scene.Unit { return w.boxes[i].w + p.sep })
	for k, rank := range w.ranks {
		for _, i := range rank {
			w.boxes[i].rank = k
		}
	}
	w.breaks = make([]lang.Length, len(w.ranks))
	for i, gap := range d.gaps() {
		if gap.IsZero() {
			continue
		}
		first := w.boxes[i].rank
		for first > 0 && sameTime(d.ms[w.ranks[first-1][0]], d.ms[i]) {
			first--
		}
		w.breaks[first] = gap
	}
	if p.panels {
		w.panels = w.findPanels()
	}
	t := d.frame.Type.Note
	for k, r := range d.rels {
		l := line{relation: r, word: r.word(w.opt.Say), panelled: w.inPanel(r)}
		l.w = shaft + wordGap + measure.Reserved(l.word, furniture.Style(t)) + scene.Pixels(4)
		l.w = whole(l.w)
		l.top, l.end = r.from, r.to
		if w.boxes[l.top].rank > w.boxes[l.end].rank {
			l.top, l.end = l.end, l.top
		}
		if !l.panelled {
			w.boxes[l.top].tail = append(w.boxes[l.top].tail, k)
			w.boxes[l.end].head = append(w.boxes[l.end].head, k)
		}
		w.lines[k] = l
	}
	for i := range w.boxes {
		w.widen(&w.boxes[i], p.label, p.sep)
	}
	return w
}

// widen makes room above a box for the words of the lines into it, so that
// they can come down straight.
func (w *wide) widen(b *box, width, sep scene.Unit) {
	need := -sep
	for _, k := range b.head {
		need += w.lines[k].w + sep
	}
	b.w = whole(max(b.w, min(need, width)))
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
	for _, words := range furniture.Differences(d.opt.Say, d.story, m.Event.ID) {
		b.label.AddDifference(words, t.Date, width)
	}
	b.w = b.textX + b.label.Width + boxPad
	b.h = b.label.Height + 2*boxTop
	return b
}

// findPanels returns the wholes whose parts can stand with them in a panel:
// neither is a part or whole of anything else.
func (w *wide) findPanels() []panel {
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
		clean := parts[i] > 0 && wholes[i] == 0
		for _, r := range w.rels {
			if r.Type == story.PartOf && r.to == i {
				clean = clean && wholes[r.from] == 1 && parts[r.from] == 0
				p.members = append(p.members, r.from)
			}
		}
		if clean && w.compact(p.members) {
			out = append(out, p)
		}
	}
	return out
}

// compact reports whether the members of a panel stand close enough for it:
// a panel across many rows would push everything else aside.
func (w *wide) compact(members []int) bool {
	low, high := len(w.ranks), 0
	for _, i := range members {
		low, high = min(low, w.boxes[i].rank), max(high, w.boxes[i].rank)
	}
	return high-low <= 2*len(members)
}

// inPanel reports whether a panel says what the relation does.
func (w *wide) inPanel(r relation) bool {
	return r.Type == story.PartOf && w.panelOf(r.from) >= 0 && w.panelOf(r.from) == w.panelOf(r.to)
}

// panelOf returns the panel that an event stands in, or -1.
func (w *wide) panelOf(i int) int {
	return slices.IndexFunc(w.panels, func(p panel) bool { return slices.Contains(p.members, i) })
}

func eventNode(i int) string { return "e" + strconv.Itoa(i) }
func wordNode(k int) string  { return "w" + strconv.Itoa(k) }

// request describes the graph: events and words are boxes, and each line is
// two edges, into the word and out of it. The words of the lines into one row
// of events make a row of their own above it.
func (w *wide) request(sep scene.Unit) layout.Request {
	req := layout.Request{Direction: layout.TopToBottom, NodeSep: int(sep), RankSep: int(scene.Pixels(16))}
	for i, b := range w.boxes {
		req.Nodes = append(req.Nodes, layout.Node{ID: eventNode(i), Width: int(b.w), Height: int(b.h)})
	}
	for k, l := range w.lines {
		if l.panelled {
			continue
		}
		word := wordNode(k)
		req.Nodes = append(req.Nodes, layout.Node{ID: word, Width: int(l.w), Height: int(wordLine)})
		req.Edges = append(req.Edges,
			layout.Edge{ID: "u" + strconv.Itoa(k), From: eventNode(l.upper()), To: word, Constraint: true},
			layout.Edge{ID: "l" + strconv.Itoa(k), From: word, To: eventNode(l.lower()), Constraint: true})
	}
	for _, rank := range w.ranks {
		var words, events []string
		for _, i := range rank {
			events = append(events, eventNode(i))
			for _, k := range w.boxes[i].head {
				words = append(words, wordNode(k))
			}
		}
		req.Ranks = append(req.Ranks, words, events)
	}
	for n, p := range w.panels {
		c := layout.Cluster{ID: "p" + strconv.Itoa(n)}
		first := len(w.ranks)
		for _, i := range p.members {
			first = min(first, w.boxes[i].rank)
		}
		for _, i := range p.members {
			c.Nodes = append(c.Nodes, eventNode(i))
			for _, k := range w.boxes[i].head {
				if w.boxes[i].rank > first {
					c.Nodes = append(c.Nodes, wordNode(k))
				}
			}
		}
		req.Clusters = append(req.Clusters, c)
	}
	return req
}

// whole rounds up to whole pixels, which render crisper and print shorter.
func whole(x scene.Unit) scene.Unit { return (x + scene.Px - 1) / scene.Px * scene.Px }
