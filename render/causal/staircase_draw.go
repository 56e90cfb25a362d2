package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// draw draws the staircase when everything has its place.
func (s *staircase) draw() *scene.Picture {
	s.pic.Description = s.opt.Say.Say("causes.description.across",
		furniture.CountOver(s.opt.Say, s.ms), s.opt.Say.Count("relations", int64(len(s.rels))))
	signs := s.lineSigns(func(r relation) bool { return !s.inGround(r) }, len(s.grounds) > 0)
	entries := furniture.KeyOf(s.opt.Say, s.groups, s.ms)
	title, y := furniture.Headline(s.frame, s.headline(), s.standfirst())
	s.pic.Add(scene.Group{Marks: title})
	free := s.freeCorner(keyHeight(s.frame, entries, signs))
	if free < 0 {
		var marks []scene.Mark
		marks, y = bothKeys(s.frame, y, entries, signs)
		s.decorate(marks...)
	}
	y += scene.Pixels(10)
	axis, y0 := s.axis(y)
	s.pic.Add(s.panels(y0)...)
	s.decorate(axis...)
	s.decorate(s.plumbs(y, y0)...)
	for k := range s.flights {
		s.pic.Add(s.flightMarks(k, y0))
	}
	list := scene.Group{Role: scene.List}
	for i := range s.steps {
		list.Add(s.stepItem(i, y0))
	}
	s.pic.Add(list)
	if free >= 0 {
		marks, _ := bothKeys(cornerFrame(s.frame), y0+free, entries, signs)
		s.decorate(marks...)
	}
	words := s.opt.Say.Say("causes.note")
	if slices.ContainsFunc(s.gaps, func(l lang.Length) bool { return !l.IsZero() }) {
		words = s.opt.Say.Say("causes.note.gaps")
	}
	return s.foot(y0+s.height+scene.Pixels(24), words)
}

// standfirst says how to read the lines, and where the words at the heads come
// from.
func (s *staircase) standfirst() string {
	for k := range s.flights {
		if !s.flights[k].quoted(s.opt.Say) {
			return s.opt.Say.Say("causes.lines.summed")
		}
	}
	return s.opt.Say.Say("causes.lines.quoted")
}

// panels draws the grounds behind wholes and their parts. The first part's
// relation carries the whole ground, the others carry the place of their part.
func (s *staircase) panels(y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	for _, g := range s.grounds {
		area := s.groundArea(g)
		first := true
		for _, r := range s.rels {
			if r.Type != story.PartOf || r.to != g.first {
				continue
			}
			if !first {
				area = s.labelArea(r.from)
			}
			first = false
			out = append(out, s.lineGroup(r, scene.Rect{X: area.Min.X, Y: y0 + area.Min.Y, W: area.Max.X - area.Min.X,
				H: area.Max.Y - area.Min.Y, Radius: s.frame.Radius, Paint: scene.Paint{Fill: g.role()}}))
		}
	}
	return out
}

// groundArea is what a panel covers: its events, and no line's way around
// them.
func (s *staircase) groundArea(g ground) scene.Box {
	first, last := &s.steps[g.first], &s.steps[g.last]
	above, below := s.edges(g)
	left, _, _ := s.trunkSpan(g.first)
	b := scene.Box{Min: scene.Point{X: first.x - left - above - groundPad, Y: s.rows[first.row].top - above},
		Max: scene.Point{Y: s.rows[last.row].bottom + below}}
	for i := g.first; i <= g.last; i++ {
		b.Max.X = max(b.Max.X, s.steps[i].right()+panelEdge*scene.Unit(s.inner(g)+1))
	}
	b.Max.X = min(b.Max.X, s.edge(g.last)+panelEdge)
	return b
}

// labelArea is where the mark and the words of an event stand.
func (s *staircase) labelArea(i int) scene.Box {
	st := &s.steps[i]
	top := s.rows[st.row].top
	return scene.Box{Min: scene.Point{X: st.x - scene.Px*7, Y: top}, Max: scene.Point{X: st.right(), Y: top + st.label.Height}}
}

// flightMarks draws a line, its head and its word. Where it crosses a line
// drawn before, that one is cut.
func (s *staircase) flightMarks(k int, y0 scene.Unit) scene.Group {
	f := &s.flights[k]
	path := slices.Clone(f.path)
	for n := range path {
		path[n].Y += y0
	}
	last := len(path) - 1
	tip, to, back := &path[last], right, scene.Point{X: -f.inset()}
	if f.above {
		to, back = down, scene.Point{Y: -f.inset()}
	}
	if f.against() {
		tip, to, back = &path[0], up, scene.Point{Y: f.inset()}
	}
	at := *tip
	tip.X, tip.Y = tip.X+back.X, tip.Y+back.Y
	g := s.lineGroup(f.relation, s.halos(k, y0)...)
	g.Add(s.pieces(f, path, y0)...)
	g.Add(f.head(at.X, at.Y, to)...)
	if f.told {
		return g
	}
	t := s.frame.Type.Note
	t.Role = string(scene.Ink)
	anchor := scene.Right
	if f.above {
		anchor = scene.Left
	}
	g.Add(furniture.Line(f.word, t, f.at.X, y0+f.at.Y, anchor))
	return g
}

// halos cuts the lines drawn before where flight k crosses them.
func (s *staircase) halos(k int, y0 scene.Unit) []scene.Mark {
	f := &s.flights[k]
	var before [][]scene.Point
	for o := range k {
		before = append(before, s.flights[o].path)
	}
	var out []scene.Mark
	for _, c := range crossingsWith(f.path, before) {
		if !s.occupied(c.box()) {
			out = append(out, c.cut(f.paint(), s.groundAt(c.at), y0))
		}
	}
	return out
}

// occupied reports whether a word or a head stands in a box.
func (s *staircase) occupied(b scene.Box) bool {
	return slices.ContainsFunc(s.flights, func(f flight) bool {
		return !f.told && f.wordBox().Overlaps(b) || f.headBox().Overlaps(b)
	})
}

// groundAt is the colour behind a point.
func (s *staircase) groundAt(p scene.Point) scene.Role {
	role := scene.Background
	for _, g := range s.grounds {
		b := s.groundArea(g)
		if b.Min.X <= p.X && p.X < b.Max.X && b.Min.Y <= p.Y && p.Y < b.Max.Y {
			role = g.role()
		}
	}
	return role
}

// pieces draws a flight's line with a hole wherever it meets a word.
func (s *staircase) pieces(f *flight, path []scene.Point, y0 scene.Unit) []scene.Mark {
	var parts [][]scene.Point
	part := []scene.Point{path[0]}
	for n := 1; n < len(path); n++ {
		for _, hole := range s.holes(f, path[n-1], path[n], y0) {
			parts = append(parts, append(part, hole[0]))
			part = []scene.Point{hole[1]}
		}
		part = append(part, path[n])
	}
	parts = append(parts, part)
	var out []scene.Mark
	for _, p := range parts {
		line := rounded(p)
		line.Paint = f.paint()
		out = append(out, line)
	}
	return out
}

// holes returns the ends of what a word takes of an upright piece, in the
// order of the piece.
func (s *staircase) holes(f *flight, a, b scene.Point, y0 scene.Unit) [][2]scene.Point {
	if a.X != b.X {
		return nil
	}
	var words []scene.Box
	for k := range s.flights {
		box := s.flights[k].wordBox()
		box.Min.Y, box.Max.Y = y0+box.Min.Y-scene.Px, y0+box.Max.Y+scene.Px
		if !s.flights[k].told && box.Min.X < a.X+2*scene.Px && a.X-2*scene.Px < box.Max.X && box.Min.Y > a.Y && box.Max.Y < b.Y {
			words = append(words, box)
		}
	}
	slices.SortStableFunc(words, func(v, w scene.Box) int { return cmp.Compare(v.Min.Y, w.Min.Y) })
	var out [][2]scene.Point
	for _, w := range words {
		if n := len(out); n > 0 && out[n-1][1].Y >= w.Min.Y {
			out[n-1][1].Y = w.Max.Y
			continue
		}
		out = append(out, [2]scene.Point{{X: a.X, Y: w.Min.Y}, {X: a.X, Y: w.Max.Y}})
	}
	return out
}

// stepItem draws an event: its mark, the stem at which lines arrive, the bars
// at which many lines arrive from above or leave, and its words.
func (s *staircase) stepItem(i int, y0 scene.Unit) scene.Group {
	st := &s.steps[i]
	stem := scene.Paint{Fill: scene.Axis}
	var marks []scene.Mark
	if left, _, _ := s.trunkSpan(i); st.last > st.y || left > scene.Px*5 {
		marks = append(marks, scene.Rect{X: st.x - scene.Px*2, Y: y0 + st.y, W: scene.Px * 4, H: st.foot() - scene.Px - st.y,
			Paint: stem})
	}
	if left, right, _ := s.trunkSpan(i); left > scene.Px*5 {
		marks = append(marks, scene.Rect{X: st.x - left - scene.Px, Y: y0 + st.foot() - scene.Px*2, W: left + right + scene.Px*2, H: scene.Px * 3,
			Paint: stem})
	}
	if n := scene.Unit(len(st.over)); n > 1 {
		w := (n-1)*s.overSep(i) + scene.Px*4
		marks = append(marks, scene.Rect{X: st.x - w/2, Y: y0 + st.y - tipGap, W: w, H: scene.Px * 3, Paint: stem})
	}
	marks = append(marks, s.mark(i, st.x, y0+st.y, false, s.ground(i))...)
	marks = append(marks, st.label.Marks(st.labelX, y0+s.rows[st.row].top, scene.Left)...)
	return s.item(i, marks...)
}
