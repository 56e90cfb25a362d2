package causal

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// headRoom is the length of the longest head.
const headRoom = scene.Px * 10

// edgeHalo is how far the halo of a line reaches on either side.
const edgeHalo = scene.Px * 5 / 2

// A way is the direction in which a line arrives.
type way struct{ dx, dy scene.Unit } // one of them 1 or -1, the other 0

var (
	down  = way{0, 1}
	up    = way{0, -1}
	right = way{1, 0}
)

// paint is the look of a line: its form tells the type, its dashes how
// plainly it is stated.
func (r relation) paint() scene.Paint {
	p := scene.Paint{Stroke: r.role(), StrokeWidth: scene.Px * 2}
	switch r.Type {
	case story.Enables, story.PartOf:
		p.StrokeWidth = scene.Px * 3 / 2
	case story.Before:
		p.StrokeWidth = scene.Px * 3 / 2
		p.Dash = []scene.Unit{scene.Px * 3 / 2, scene.Px * 7 / 2}
		return p
	}
	if r.possible() {
		p.Dash = []scene.Unit{scene.Px * 5, scene.Px * 4}
	}
	return p
}

// role is the colour of a line and its head.
func (r relation) role() scene.Role {
	switch {
	case r.conflict:
		return scene.Warn
	case r.Type == story.Before || r.Type == story.PartOf:
		return scene.Axis
	}
	return scene.Ink
}

// inset is how far before the tip the line itself ends.
func (r relation) inset() scene.Unit {
	switch r.Type {
	case story.Causes:
		return scene.Px * 7
	case story.Before:
		return scene.Px * 5
	case story.PartOf:
		return scene.Px * 6
	}
	return scene.Px / 2
}

// head draws the end of a line that arrives at x, y.
func (r relation) head(x, y scene.Unit, w way) []scene.Mark {
	// at returns the point that lies back from the tip and across the line.
	at := func(back, across scene.Unit) scene.Point {
		return scene.Point{X: x - w.dx*back - w.dy*across, Y: y - w.dy*back + w.dx*across}
	}
	pen := r.paint()
	pen.Dash = nil
	switch r.Type {
	case story.Enables:
		return []scene.Mark{scene.Polyline(pen, at(scene.Px*7, scene.Px*5), at(0, 0), at(scene.Px*7, -scene.Px*5))}
	case story.Prevents:
		pen.StrokeWidth = scene.Px * 5 / 2
		return []scene.Mark{scene.Polyline(pen, at(scene.Px, scene.Px*13/2), at(scene.Px, -scene.Px*13/2))}
	case story.Before:
		c := at(scene.Px*5/2, 0)
		return []scene.Mark{scene.Circle{X: c.X, Y: c.Y, R: scene.Px * 5 / 2, Paint: scene.Paint{Fill: r.role()}}}
	case story.PartOf:
		c := at(scene.Px*3, 0)
		return []scene.Mark{scene.Circle{X: c.X, Y: c.Y, R: scene.Px * 5 / 2,
			Paint: scene.Paint{Fill: scene.Background, Stroke: r.role(), StrokeWidth: scene.Px * 3 / 2}}}
	}
	return []scene.Mark{scene.Polygon(scene.Paint{Fill: r.role()}, at(scene.Px*9, scene.Px*9/2), at(0, 0), at(scene.Px*9, -scene.Px*9/2))}
}

// strokes draws a line. With a halo it cuts what was drawn before, so that
// crossings read as one line over another.
func (r relation) strokes(line scene.Path, halo bool) []scene.Mark {
	line.Paint = r.paint()
	if !halo {
		return []scene.Mark{line}
	}
	under := line
	under.Paint = scene.Paint{Stroke: scene.Background, StrokeWidth: line.StrokeWidth + 2*edgeHalo}
	return []scene.Mark{under, line}
}

// A crossing is where a line comes upon one drawn before it.
type crossing struct {
	at      scene.Point
	upright bool // the later line runs up or down there
}

// cutReach is how far from a crossing the line drawn before is cut.
const cutReach = scene.Px * 5

// box is the ground that a cut takes.
func (c crossing) box() scene.Box {
	return scene.Box{Min: scene.Point{X: c.at.X - cutReach, Y: c.at.Y - cutReach}, Max: scene.Point{X: c.at.X + cutReach, Y: c.at.Y + cutReach}}
}

// cut is a stroke in the colour of the ground under a line of some paint, so
// that the crossing reads as one line over another. It is moved down by y0.
func (c crossing) cut(line scene.Paint, ground scene.Role, y0 scene.Unit) scene.Mark {
	from, to := scene.Point{X: c.at.X - cutReach, Y: y0 + c.at.Y}, scene.Point{X: c.at.X + cutReach, Y: y0 + c.at.Y}
	if c.upright {
		from, to = scene.Point{X: c.at.X, Y: y0 + c.at.Y - cutReach}, scene.Point{X: c.at.X, Y: y0 + c.at.Y + cutReach}
	}
	return scene.Polyline(scene.Paint{Stroke: ground, StrokeWidth: line.StrokeWidth + 2*edgeHalo}, from, to)
}

// crossingsWith returns where a path crosses others, piece by piece.
func crossingsWith(path []scene.Point, others [][]scene.Point) []crossing {
	var out []crossing
	for n := 1; n < len(path); n++ {
		for _, other := range others {
			for _, p := range meets(path[n-1], path[n], other) {
				out = append(out, crossing{p, path[n-1].X == path[n].X})
			}
		}
	}
	return out
}

// meets returns where a straight piece crosses the pieces of a path that run
// the other way.
func meets(a, b scene.Point, path []scene.Point) []scene.Point {
	var out []scene.Point
	upright := a.X == b.X
	for n := 1; n < len(path); n++ {
		c, d := path[n-1], path[n]
		if (c.X == d.X) == upright {
			continue
		}
		v0, v1, h0, h1 := a, b, c, d
		if !upright {
			v0, v1, h0, h1 = c, d, a, b
		}
		if min(h0.X, h1.X) < v0.X && v0.X < max(h0.X, h1.X) && min(v0.Y, v1.Y) < h0.Y && h0.Y < max(v0.Y, v1.Y) {
			out = append(out, scene.Point{X: v0.X, Y: h0.Y})
		}
	}
	return out
}

// crosses reports whether a line, of upright and level pieces, meets one of
// those drawn before it.
func crosses(before [][]scene.Point, line []scene.Point) bool {
	for _, other := range before {
		for n := 1; n < len(other); n++ {
			for m := 1; m < len(line); m++ {
				if extent(other[n-1], other[n]).Overlaps(extent(line[m-1], line[m])) {
					return true
				}
			}
		}
	}
	return false
}

// extent is the ground that a piece of a line covers with its halo.
func extent(a, b scene.Point) scene.Box {
	return scene.Box{Min: scene.Point{X: min(a.X, b.X) - edgeHalo, Y: min(a.Y, b.Y) - edgeHalo},
		Max: scene.Point{X: max(a.X, b.X) + edgeHalo, Y: max(a.Y, b.Y) + edgeHalo}}
}

// A lineSign is an entry of the key of lines.
type lineSign struct {
	rel   relation
	words string
	panel bool
}

// lineSigns returns the key for the relations that are drawn as lines, and
// for panels where there are any.
func (d *diagram) lineSigns(drawn func(relation) bool, panels bool) []lineSign {
	words := func(t story.RelationType) string {
		if t == story.Before {
			return d.opt.Say.Say("key.before")
		}
		return typeWord(d.opt.Say, t)
	}
	var out []lineSign
	possible := false
	for _, t := range []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf} {
		for _, r := range d.rels {
			if r.Type == t && drawn(r) {
				out = append(out, lineSign{rel: plain(t, story.StrengthStated), words: words(t)})
				break
			}
		}
	}
	for _, r := range d.rels {
		possible = possible || r.possible() && r.Type != story.Before && drawn(r)
	}
	if possible {
		out = append(out, lineSign{rel: plain(story.Enables, story.StrengthPossible), words: d.opt.Say.Say("key.possible")})
	}
	if panels {
		out = append(out, lineSign{words: d.opt.Say.Say("key.parts"), panel: true})
	}
	return out
}

func plain(t story.RelationType, s story.Strength) relation {
	return relation{Relation: &story.Relation{Type: t, Strength: s}}
}

// lineKey draws the key of lines and returns the edge below it.
func lineKey(f furniture.Frame, top scene.Unit, signs []lineSign) ([]scene.Mark, scene.Unit) {
	if len(signs) == 0 {
		return nil, top
	}
	const (
		sign = scene.Px * 38
		room = scene.Px * 46 // from the sign's left to its words
		row  = scene.Px * 22
	)
	var marks []scene.Mark
	t := f.Type.Date
	t.Bold, t.Role = false, string(scene.Secondary)
	x := f.Margin
	for _, s := range signs {
		w := room + measure.Reserved(s.words, furniture.Style(t))
		if x > f.Margin && x+w > f.Width-f.Margin {
			x, top = f.Margin, top+row
		}
		y := top + row/2
		if s.panel {
			marks = append(marks, scene.Rect{X: x, Y: y - scene.Px*8, W: sign, H: scene.Px * 16, Radius: scene.Px * 4,
				Paint: scene.Paint{Fill: scene.Tint, Stroke: scene.Hair, StrokeWidth: scene.Px}})
		} else {
			marks = append(marks, scene.Polyline(s.rel.paint(), scene.Point{X: x, Y: y},
				scene.Point{X: x + sign - s.rel.inset(), Y: y}))
			marks = append(marks, s.rel.head(x+sign, y, right)...)
		}
		marks = append(marks, furniture.Line(s.words, t, x+room, y+scene.Unit(t.Size)*7/20, scene.Left))
		x += w + scene.Pixels(18)
	}
	return marks, top + row + scene.Pixels(4)
}
