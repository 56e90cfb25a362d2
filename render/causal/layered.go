package causal

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
)

// A box is an event of the layered diagram.
type box struct {
	label      furniture.Block
	w, h       scene.Unit
	cell       scene.Unit // width of the box with the words above it
	textX      scene.Unit // of the label, from the left edge
	layer      int        // the layout's row
	rank       int        // the row in the picture
	band       int
	x, y       scene.Unit // of the top left corner
	tail, head []int      // relations that leave below, that arrive above
}

// A line is a relation of the layered diagram that is drawn as a line. It passes
// its word on the way into the lower event; the word has a place of its own,
// so that no line and no label can run into it.
type line struct {
	relation
	top, end int // the upper and the lower event
	word     string
	w        scene.Unit    // of the word's place
	x, y     scene.Unit    // of its top left corner
	path     []scene.Point // the layout's Bézier curve from the upper event to the lower
	through  []scene.Unit  // by layer: where the curve passes those between the ends
	first    int           // band of the upper event
	xs       []scene.Unit  // where the line passes the bands, from first on
	lane     []int         // of the move above each of these bands
	portX    scene.Unit    // where the line meets the lower event's box
	panelled bool
}

// upper and lower are the ends by row, which need not be the order of time.
func (l *line) upper() int { return l.top }
func (l *line) lower() int { return l.end }

// shaftX is where the line passes its word.
func (l *line) shaftX() scene.Unit { return l.x + shaft }

// A layered is a diagram with causes above what they led to, in the making.
// Which events share a row is Graphviz's choice, unless the rows are given.
type layered struct {
	*diagram
	boxes   []box
	lines   []line  // as the relations; those in a panel have no path
	ranks   [][]int // the rows of events from top to bottom
	layers  []int   // of each row: where shelves stand below one another, others than the rows
	shelves []int   // the first rows of groups that stand below one another
	panels  []panel
	bands   []band
	height  scene.Unit
	plan    plan
}

// A panel is the ground behind an event and its parts.
type panel struct {
	whole      int
	members    []int
	x, y, w, h scene.Unit
}

// A plan is how generous an arrangement is.
type plan struct {
	label   scene.Unit // about the width of labels
	sep     scene.Unit // between boxes
	share   scene.Unit // of rows that are cut: per cent of the width for boxes; lines pass in the rest
	squeeze scene.Unit // of rows that are too wide: up to which per cent of the width they are squeezed
	panels  bool
	loose   []int // wholes that get no panel
}

// The plans for Graphviz's own rows, the most generous first.
var plans = []plan{
	{label: scene.Px * 300, sep: scene.Px * 24, squeeze: 115, panels: true},
	{label: scene.Px * 230, sep: scene.Px * 20, squeeze: 120, panels: true},
	{label: scene.Px * 180, sep: scene.Px * 16, squeeze: 130, panels: true},
	{label: scene.Px * 150, sep: scene.Px * 10, squeeze: 150},
}

// The plans for rows that are cut.
var cutPlans = []plan{
	{label: scene.Px * 230, sep: scene.Px * 20, share: 80, squeeze: 150, panels: true},
	{label: scene.Px * 180, sep: scene.Px * 16, share: 70, squeeze: 150, panels: true},
	{label: scene.Px * 150, sep: scene.Px * 10, share: 60, squeeze: 300},
	{label: scene.Px * 150, sep: scene.Px * 10, share: 45, squeeze: 300},
	{label: scene.Px * 150, sep: scene.Px * 10, share: 30, squeeze: 300},
}

// layered draws causes above what they led to. Where that does not fit into
// the width, it draws a list with arcs and says so.
func (d *diagram) layered(ctx context.Context) (*scene.Picture, error) {
	if len(d.rels) > maxLines {
		return d.listed(), nil
	}
	w, err := d.arrange(ctx)
	if err != nil {
		return nil, fmt.Errorf("placing the events of the causal diagram: %w", err)
	}
	if w == nil {
		return d.listed(), nil
	}
	return w.draw(), nil
}

// listed draws the list with arcs that stands for a layered diagram.
func (d *diagram) listed() *scene.Picture {
	d.left = d.opt.Say.Sentences(d.opt.Say.Say("causes.layers.list"), d.left)
	return d.arcs(d.wideColumn())
}

// arrange asks for places, as a rule with one start of the process. It returns
// nil where no arrangement fits into the width.
//
// First the rows are Graphviz's, with smaller and smaller labels. Rows that are
// still too wide are cut into several, which leaves causes above effects.
func (d *diagram) arrange(ctx context.Context) (*layered, error) {
	first, both := d.likely()
	ahead, err := d.askAhead(ctx, first, both)
	if err != nil {
		return nil, err
	}
	var rows [][]int // Graphviz's own, once known
	for n, p := range plans[first:] {
		if rows != nil && d.boxesOf(p).need(rows) > d.frame.Inner() {
			continue // cannot fit
		}
		var answer *layout.Answer
		if n < len(ahead) {
			answer = ahead[n]
		}
		w, ok, err := d.try(ctx, p, nil, answer)
		if err != nil || ok {
			return w, err
		}
		rows = w.ranks
	}
	for _, p := range cutPlans {
		if w, ok, err := d.try(ctx, p, d.boxesOf(p).cut(rows), nil); err != nil || ok {
			return w, err
		}
	}
	return nil, nil
}

// likely returns the first plan that may fit, by a guess at the rows, and
// whether it may well not, so that the next one should be asked for with it.
func (d *diagram) likely() (first int, both bool) {
	room := d.frame.Inner()
	for first < len(plans)-1 {
		w := d.boxesOf(plans[first])
		need := w.need(w.guess())
		if need <= room {
			return first, need > room*3/4
		}
		first++
	}
	return first, false
}

// askAhead asks for the places of a plan, and of the next one in the same
// start of the process.
func (d *diagram) askAhead(ctx context.Context, first int, both bool) ([]*layout.Answer, error) {
	reqs := []layout.Request{d.boxesOf(plans[first]).request()}
	if both {
		reqs = append(reqs, d.boxesOf(plans[first+1]).request())
	}
	return layout.RunAll(ctx, reqs, d.opt.Layout)
}

// try places events once, in the rows given or, if they are nil, in Graphviz's
// own. The answer of the layout is asked for where it is nil. What does not fit
// into the width has its rows, but its parts have no places.
func (d *diagram) try(ctx context.Context, p plan, rows [][]int, answer *layout.Answer) (w *layered, fits bool, err error) {
	w = d.boxesOf(p)
	w.setRanks(rows)
	if answer == nil {
		if answer, err = layout.Run(ctx, w.request(), d.opt.Layout); err != nil {
			return nil, false, err
		}
	}
	if rows == nil {
		rows = w.rowsOf(answer)
		if loose := w.sprawling(rows); len(loose) > 0 {
			p.loose = append(p.loose, loose...)
			return d.try(ctx, p, nil, nil)
		}
		w.setRanks(rows)
	}
	w.locate(answer)
	if !w.shelve() {
		return w, false, nil
	}
	w.place()
	return w, true, nil
}

// setRanks gives the events their rows; nil leaves them to Graphviz.
func (w *layered) setRanks(rows [][]int) {
	w.ranks = rows
	for k, row := range rows {
		for _, i := range row {
			w.boxes[i].rank = k
		}
	}
}

// rowsOf reads the rows of events off the answer.
func (w *layered) rowsOf(a *layout.Answer) [][]int {
	order := make([]int, len(w.boxes)) // nodes are in the order of boxes
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(a.Nodes[i].Y, a.Nodes[j].Y) })
	var rows [][]int
	for n, i := range order {
		// Events of one row share their middle, but for rounding.
		if n == 0 || a.Nodes[i].Y > a.Nodes[order[n-1]].Y+2*layout.Unit {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], i)
	}
	for _, row := range rows {
		slices.Sort(row)
	}
	return rows
}
