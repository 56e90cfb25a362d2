package causal

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func datum(g scene.Group, key string) string {
	for _, d := range g.Data {
		if d.Key == key {
			return d.Value
		}
	}
	return ""
}

// expected returns the events and relations that a picture of the story has
// to show, found in the plainest way.
func expected(s *story.Story) (events []scale.Moment, relations []string) {
	moments := scale.Moments(s)
	drawn := func(id string) bool {
		return slices.ContainsFunc(moments, func(m scale.Moment) bool { return m.Event.ID == id })
	}
	for _, r := range s.Relations {
		if key := r.From + " " + string(r.Type) + " " + r.To; drawn(r.From) && drawn(r.To) && !slices.Contains(relations, key) {
			relations = append(relations, key)
		}
	}
	for _, m := range moments {
		if slices.ContainsFunc(s.Relations, func(r story.Relation) bool {
			return drawn(r.From) && drawn(r.To) && (r.From == m.Event.ID || r.To == m.Event.ID)
		}) {
			events = append(events, m)
		}
	}
	slices.Sort(relations)
	return events, relations
}

// checkAll tests what holds for every picture in which time runs down: each
// event once with its whole title, each relation once, events in the order of
// time, no text on text, no line through text, nothing outside.
func checkAll(t failer, s *story.Story, p *scene.Picture) {
	t.Helper()
	events, _ := expected(s)
	checkEvents(t, events, p)
	checkRest(t, s, p)
}

// checkLayered tests the same, with causes above what they led to instead.
func checkLayered(t failer, s *story.Story, p *scene.Picture) {
	t.Helper()
	events, _ := expected(s)
	tops := checkListed(t, events, p)
	checkRest(t, s, p)
	if !strings.Contains(p.Description, "Causes stand above") {
		checkEvents(t, events, p)
		return
	}
	leads := func(from, to string) bool { // by claims of causes alone
		var seen []string
		for todo := []string{from}; len(todo) > 0; todo = todo[1:] {
			for _, r := range s.Relations {
				if r.From == todo[0] && isClaim(r) && !slices.Contains(seen, r.To) {
					seen, todo = append(seen, r.To), append(todo, r.To)
				}
			}
		}
		return slices.Contains(seen, to)
	}
	for _, r := range s.Relations {
		a, drawn := tops[r.From]
		b, also := tops[r.To]
		if drawn && also && isClaim(r) && a >= b && !leads(r.To, r.From) {
			t.Fatalf("%s stands at %d, not above %s at %d, to which it led", r.From, a, r.To, b)
		}
	}
}

// isClaim reports whether a relation says what came of an event.
func isClaim(r story.Relation) bool { return r.Type != story.Before && r.Type != story.PartOf }

func checkRest(t failer, s *story.Story, p *scene.Picture) {
	t.Helper()
	_, relations := expected(s)
	var got []string
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && datum(g, "from") != "" {
			got = append(got, datum(g, "from")+" "+datum(g, "type")+" "+datum(g, "to"))
			if st := datum(g, "strength"); st != "stated" && st != "possible" {
				t.Fatalf("relation with strength %q", st)
			}
			if len(g.Marks) == 0 {
				t.Fatalf("relation %v draws nothing", g.Data)
			}
		}
	})
	slices.Sort(got)
	if !slices.Equal(got, relations) {
		t.Fatalf("relations drawn:\n%q\nwant\n%q", got, relations)
	}
	checkTexts(t, p)
	checkLines(t, p)
}

// checkEvents tests that events are listed and stand in the order of time.
func checkEvents(t failer, events []scale.Moment, p *scene.Picture) {
	t.Helper()
	tops := checkListed(t, events, p)
	for _, a := range events {
		for _, b := range events {
			end, ok := a.Event.Date.Latest()
			start, too := b.Event.Date.Earliest()
			if ok && too && end < start && tops[a.Event.ID] >= tops[b.Event.ID] {
				t.Fatalf("%s (%s) stands at %d, not above %s (%s) at %d", a.Event.ID, a.Event.Date, tops[a.Event.ID],
					b.Event.ID, b.Event.Date, tops[b.Event.ID])
			}
		}
	}
}

// checkListed tests that the list has each event once, in the order of time and
// with its whole title. It returns the height of each event's first line.
func checkListed(t failer, events []scale.Moment, p *scene.Picture) map[string]scene.Unit {
	t.Helper()
	var order []string
	words, tops := map[string]string{}, map[string]scene.Unit{}
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
			order = append(order, datum(g, "event"))
		}
		text, ok := m.(scene.Text)
		for _, g := range in {
			if id := datum(g, "event"); ok && id != "" {
				words[id] += text.String()
				if _, seen := tops[id]; !seen {
					tops[id] = text.Y
				}
			}
		}
	})
	var want []string
	at := map[string]scale.Moment{}
	for _, m := range events {
		want = append(want, m.Event.ID)
		at[m.Event.ID] = m
		if !strings.Contains(squeeze(words[m.Event.ID]), squeeze(furniture.Title(lang.Speaker{}, m.Event))) {
			t.Fatalf("title %q of %s is not whole in %q", m.Event.Title, m.Event.ID, words[m.Event.ID])
		}
	}
	// Where dates leave it open, relations decide.
	for i, later := range order {
		for _, earlier := range order[:i] {
			if ordered(at[later], at[earlier]) {
				t.Fatalf("events drawn: %v, which is not the order of time: %s began before %s", order, later, earlier)
			}
		}
	}
	slices.Sort(order)
	slices.Sort(want)
	if !slices.Equal(order, want) {
		t.Fatalf("events drawn: %v, want %v", order, want)
	}
	return tops
}

// checkTexts tests that no two lines of text meet, even in a face 15 % wider,
// that none leaves the picture and that none is too small.
func checkTexts(t failer, p *scene.Picture) {
	t.Helper()
	var boxes []scene.Box
	var lines []string
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		text, ok := m.(scene.Text)
		if !ok {
			return
		}
		if text.Size < theme.MinSize {
			t.Fatalf("%q is %d/64 px high", text.String(), text.Size)
		}
		b := text.BoxOf(measure.Reserve(text.Width))
		if b.Min.X < 0 || b.Min.Y < 0 || b.Max.X > p.Width || b.Max.Y > p.Height {
			t.Fatalf("%q at %v leaves the picture of %d by %d", text.String(), b, p.Width, p.Height)
		}
		for i, other := range boxes {
			if b.Overlaps(other) {
				t.Fatalf("%q at %v overlaps %q at %v", text.String(), b, lines[i], other)
			}
		}
		boxes, lines = append(boxes, b), append(lines, text.String())
	})
}

// checkLines tests that no line of a relation runs through text, and that
// none leaves the picture.
func checkLines(t failer, p *scene.Picture) {
	t.Helper()
	var texts []scene.Text
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if text, ok := m.(scene.Text); ok {
			texts = append(texts, text)
		}
	})
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		path, ok := m.(scene.Path)
		if !ok || len(in) == 0 || datum(in[len(in)-1], "from") == "" {
			return
		}
		var at scene.Point
		for _, seg := range path.Segments {
			if seg.Op == scene.Close {
				continue
			}
			to := seg.P[2]
			if to.X < 0 || to.Y < 0 || to.X > p.Width || to.Y > p.Height {
				t.Fatalf("relation %v leaves the picture at %v", in[len(in)-1].Data, to)
			}
			if seg.Op == scene.Line {
				piece := scene.Box{Min: scene.Point{X: min(at.X, to.X), Y: min(at.Y, to.Y)},
					Max: scene.Point{X: max(at.X, to.X) + 1, Y: max(at.Y, to.Y) + 1}}
				for _, text := range texts {
					if piece.Overlaps(text.Box()) {
						t.Fatalf("relation %v runs through %q: %v, %v", in[len(in)-1].Data, text.String(), piece, text.Box())
					}
				}
			}
			at = to
		}
	})
}
