package chart

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// A format is a shape of a fixed size: it is laid out at the size at which its
// words are as large as on a page, and then enlarged.
type format struct {
	width, height int // laid out, in px
	n, d          scene.Unit
	most, enough  int // events at most, and how many to try for
	across        bool
}

var formats = map[Shape]format{
	Card:   {600, 315, 2, 1, 4, 4, true},
	Square: {450, 450, 12, 5, 8, 5, false},
	Tall:   {450, 800, 12, 5, 16, 9, false},
}

// Room around what a poster shows.
const (
	posterMargin = scene.Px * 28
	posterFoot   = scene.Px * 34 // of the line at the bottom
	posterPad    = scene.Px * 18 // above it
)

// poster draws a shape of a fixed size. It shows as many events as fit, those
// that weigh most first, and says how many there are.
func poster(s *story.Story, shape Shape, opt Options) (*scene.Picture, error) {
	f := formats[shape]
	frame := furniture.PosterFrame(opt.Theme, f.width)
	frame.Margin = posterMargin
	if f.across {
		frame.Type = acrossType(frame.Type)
	}
	headline := frame.Type.Headline.Size
	all := newChart(s, opt, frame)
	if len(all.ms) == 0 {
		all.frame.Type.Headline = furniture.NarrowFrame(opt.Theme).Type.Headline
		p := all.empty()
		if p.Height > scene.Pixels(f.height) {
			return nil, fmt.Errorf("the headline of %d characters does not fit on a %s picture; shorten it", len([]rune(s.Title)), shape)
		}
		p.Height = scene.Pixels(f.height)
		return scene.Scaled(p, f.n, f.d), nil
	}
	ranked, total := rank(s, all.ms, f.most), len(all.ms)
	// Rather a smaller headline than too few events; but where that shows hardly
	// one more, the larger.
	var best *scene.Picture
	most := 0
	for _, size := range []int64{28, 24, 20, 17} { // in 28ths of the theme's
		frame.Type.Headline.Size = headline * size / 28
		frame.Type.Headline.Line = frame.Type.Headline.Size * 8 / 7
		p, n := fill(s, opt, frame, f, ranked, total)
		if n > most+1 || best == nil && n > 0 {
			best, most = p, n
		}
		if most >= min(f.enough, len(ranked)) {
			break
		}
	}
	if best == nil {
		return nil, fmt.Errorf("the headline and %q do not fit on a %s picture; shorten one of them or choose another shape",
			furniture.Title(opt.Say, ranked[0].Event), shape)
	}
	return scene.Scaled(best, f.n, f.d), nil
}

// fill draws as many events as fit below a headline, and returns how many. Total
// is how many the story has.
func fill(s *story.Story, opt Options, frame furniture.Frame, f format, ranked []scale.Moment, total int) (*scene.Picture, int) {
	for n := len(ranked); n > 0; n-- {
		for _, scale := range f.scales(opt.Scale) {
			tried := opt
			tried.Scale = scale
			c := newChart(s, tried, frame)
			c.pick(ranked[:n])
			if p, ok := c.poster(f, total); ok {
				return p, n
			}
		}
	}
	return nil, 0
}

// scales are the scales to try: where there is too little room to be true to
// time, the events stand in order.
func (f format) scales(asked Scale) []Scale {
	if f.across || asked == Sequence {
		return []Scale{Sequence}
	}
	return []Scale{asked, Sequence}
}

// acrossType is the type scale of posters on which the events stand side by
// side: labels a tenth smaller, and dates as large as they are.
func acrossType(t theme.Scale) theme.Scale {
	const px = int64(scene.Px)
	t.Label.Size = max(theme.MinSize, t.Label.Size*9/10)
	t.Label.Line = t.Label.Line * 9 / 10 / px * px
	t.Date.Size, t.Date.Line = t.Label.Size, t.Label.Line
	return t
}

// rank returns the moments that matter most, at most n, the first ones first: by
// weight, and of equal ones so that the first few tell the whole story: its
// first and its last event, then always the one farthest, in order, from those
// before; of these the one with more relations.
func rank(s *story.Story, ms []scale.Moment, n int) []scale.Moment {
	degree := map[string]int{} // looked up only
	for _, r := range s.Relations {
		degree[r.From]++
		degree[r.To]++
	}
	left := make([]int, len(ms))
	far := make([]int, len(ms)) // from the nearest one chosen
	for i := range ms {
		left[i], far[i] = i, len(ms)+max(i, len(ms)-1-i)
	}
	var out []scale.Moment
	for len(left) > 0 && len(out) < n {
		best := slices.MinFunc(left, func(a, b int) int {
			x, y := ms[a].Event, ms[b].Event
			return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(far[b], far[a]), cmp.Compare(degree[y.ID], degree[x.ID]), cmp.Compare(a, b))
		})
		out = append(out, ms[best])
		left = slices.DeleteFunc(left, func(i int) bool { return i == best })
		for i := range far {
			far[i] = min(far[i], max(i-best, best-i))
		}
	}
	return out
}

// pick keeps the given moments only, in the order of time.
func (c *chart) pick(ms []scale.Moment) {
	var kept []scale.Moment
	for _, m := range c.ms {
		if slices.ContainsFunc(ms, func(k scale.Moment) bool { return k.Event == m.Event }) {
			kept = append(kept, m)
		}
	}
	c.ms = kept
}

// poster draws the picked events. It reports false where they do not fit.
func (c *chart) poster(f format, total int) (*scene.Picture, bool) {
	height := scene.Pixels(f.height)
	top := scene.Pixels(18)
	marks, top := furniture.TopRule(c.frame, top)
	head, top := furniture.Paragraph(c.pic.Title, c.frame.Type.Headline, c.frame.Margin, top+scene.Pixels(2), c.frame.Inner(), scene.Left)
	c.pic.Add(scene.Group{Marks: append(marks, head...)})
	lines, credit := c.posterFootWords(total)
	foot := height - posterFoot - scene.Unit(len(lines)-1)*scene.Unit(c.frame.Type.Note.Line)
	var bottom scene.Unit
	note := c.verticalNote(nil)
	switch {
	case total == 1 && !c.ruler.Relative():
		bottom = c.alone(top+scene.Pixels(24), c.frame.Type.Row)
	case f.across:
		s := c.newStrip(c.ms, true)
		if !s.set() {
			return nil, false
		}
		bottom = s.draw(top + scene.Pixels(10))
		note = s.note()
	default:
		bottom = c.posterColumn(top+scene.Pixels(14), foot-posterPad)
	}
	if bottom > foot-posterPad+scene.Pixels(6) {
		return nil, false
	}
	c.posterFoot(foot, lines, credit)
	c.pic.Height = height
	c.pic.Description = c.opt.Say.Sentences(c.pic.Description, note, c.opt.Note)
	return c.pic, true
}

// posterColumn draws the events down the poster, spread over the room that
// there is, and returns the edge below them.
func (c *chart) posterColumn(top, foot scene.Unit) scene.Unit {
	dates := c.dateRoom(scene.Pixels(96))
	right := dates + scene.Pixels(26)
	col := column{left: 0, right: c.frame.Width, dateRight: right, axis: right + scene.Pixels(20), text: right + scene.Pixels(38),
		textRight: c.frame.Width - c.frame.Margin, dateWidth: dates}
	stops := c.stops(col, c.ms)
	last := &stops[len(stops)-1]
	if spare := foot - top - last.bottom; spare > 0 && len(stops) > 1 {
		loosen(stops, min(spare, scene.Pixels(14)*scene.Unit(len(stops)-1)))
	}
	c.decorate(c.backdrop(col, stops, top)...)
	c.pic.Add(scene.Group{Role: scene.List, Marks: c.itemsOf(col, stops, top)})
	return top + last.bottom
}

// loosen moves the stops apart by a spare length in all.
func loosen(stops []stop, spare scene.Unit) {
	n := scene.Unit(len(stops) - 1)
	for i := range stops {
		by := spare * scene.Unit(i) / n
		s := &stops[i]
		s.y, s.top, s.bottom = s.y+by, s.top+by, s.bottom+by
		if i > 0 {
			s.gapY = (stops[i-1].bottom + s.top) / 2
		}
	}
}

// posterFootWords returns the words at the bottom: how many events of how many,
// the source where it fits, and the credit to stand beside them. A credit that
// has no room there is one of the lines, and none stands beside.
func (c *chart) posterFootWords(total int) (lines []string, credit string) {
	t := c.frame.Type.Note
	say := c.opt.Say
	credit = cmp.Or(c.frame.Credit, say.Say("credit", "causeline"))
	words := furniture.Count(say, total)
	if len(c.ms) < total {
		words = say.Say("some", say.Number(int64(len(c.ms))), words)
	}
	if c.opt.Scale == Sequence && len(c.ms) > 1 {
		words += " · " + say.Say("scale.none")
	}
	room := c.frame.Inner() - furniture.Room(credit, t) - scene.Pixels(16)
	if furniture.Room(words, t) > room {
		for _, w := range []string{words, credit} {
			lines = append(lines, measure.Fill(w, c.frame.Inner(), furniture.Style(t)).Lines...)
		}
		return append(lines, c.posterNote()...), ""
	}
	longer := words + " · " + furniture.Sources(say, c.story)
	if len(c.story.Documents) > 0 && furniture.Room(longer, t) <= room {
		words = longer
	}
	return append([]string{words}, c.posterNote()...), credit
}

// posterNote returns the lines of the caller's note.
func (c *chart) posterNote() []string {
	if c.opt.Note == "" {
		return nil
	}
	return measure.Fill(c.opt.Note, c.frame.Inner(), furniture.Style(c.frame.Type.Note)).Lines
}

// posterFoot draws the rule and the words at the bottom.
func (c *chart) posterFoot(y scene.Unit, lines []string, credit string) {
	t := c.frame.Type.Note
	out := []scene.Mark{scene.Rect{X: c.frame.Margin, Y: y, W: c.frame.Inner(), H: scene.Px, Paint: scene.Paint{Fill: scene.Hair}}}
	base := furniture.Baseline(t, y+scene.Pixels(6))
	for i, words := range lines {
		out = append(out, furniture.Line(words, t, c.frame.Margin, base+scene.Unit(i)*scene.Unit(t.Line), scene.Left))
	}
	if credit != "" {
		out = append(out, furniture.Line(credit, t, c.frame.Width-c.frame.Margin, base, scene.Right))
	}
	c.pic.Add(scene.Group{Marks: out})
}
