package furniture

import (
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

var english lang.Speaker

func moments(t *testing.T, events ...story.Event) []scale.Moment {
	t.Helper()
	s := &story.Story{Events: events}
	for i := range s.Events {
		s.Events[i].Drawn = true
	}
	return scale.Moments(s)
}

func on(date string) edtf.Date {
	d, err := edtf.Parse(date)
	if err != nil {
		panic(err)
	}
	return d
}

func TestStatusWord(t *testing.T) {
	tests := []struct {
		status      story.Status
		title, want string
	}{
		{story.StatusHappened, "Ferry sails", ""},
		{"", "Ferry sails", ""},
		{story.StatusPlanned, "Ferry sails", "planned"},
		{story.StatusPlanned, "Planned sailing of the ferry", ""},
		{story.StatusCancelled, "Sailing canceled in fog", ""},
		{story.StatusCancelled, "Sailing", "cancelled"},
		{story.StatusDenied, "Collision", "denied"},
	}
	for _, tt := range tests {
		if got := StatusWord(english, &story.Event{Status: tt.status, Title: tt.title}); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.status, tt.title, got, tt.want)
		}
	}
}

func TestDifferences(t *testing.T) {
	value := func(vs ...string) (out []story.DisagreementValue) {
		for _, v := range vs {
			out = append(out, story.DisagreementValue{Value: v})
		}
		return out
	}
	s := &story.Story{Disagreements: []story.Disagreement{
		{About: []string{"a", "b"}, Field: "date", Kind: story.Conflict, Values: value("1999-07-14", "1999-07-15")},
		{About: []string{"a"}, Field: "number", Kind: story.Conflict, Values: value("two", "three", "two", "four")},
		{About: []string{"a"}, Field: "number", Kind: story.Differs, Values: value("5 km", "6 km")},
		{About: []string{"a"}, Field: "place", Kind: story.Conflict, Values: value("Ulm", " Ulm ")},
	}}
	want := []string{"Reports differ: 14 July 1999 or 15 July 1999", "Reports differ: two, three or four"}
	if got := Differences(english, s, "a"); !slices.Equal(got, want) {
		t.Errorf("a: %q", got)
	}
	if got := Differences(english, s, "b"); !slices.Equal(got, want[:1]) {
		t.Errorf("b: %q", got)
	}
	if got := Differences(english, s, "c"); got != nil {
		t.Errorf("c: %q", got)
	}
}

func TestLabel(t *testing.T) {
	s := &story.Story{
		Documents: []story.Document{{ID: "d", Publisher: "The Gazette"}, {ID: "e", Publisher: "The Wire"}},
		Events: []story.Event{
			{ID: "a", Title: "A lockout", Date: on("1907-05-03"), Drawn: true, URL: "https://www.example.org/a"},
			{ID: "b", Title: "The dockers strike", Date: on("1907-05-04"), Time: "11:30-08:00", Drawn: true,
				Status: story.StatusPlanned, Mentions: []story.Mention{{Document: "d"}, {Document: "e"}, {Document: "d"}}},
			{ID: "c", Title: "Who gave way?", Date: on("1907-06"), Drawn: true},
			{ID: "d"},
		},
		Relations: []story.Relation{
			{From: "a", To: "b", Type: story.Causes},
			{From: "b", To: "c", Type: story.Enables, Strength: story.StrengthPossible},
			{From: "b", To: "gone", Type: story.Causes},
		},
	}
	told, ms := NewTeller(english, s), scale.Moments(s)
	for i, want := range []string{
		"3 May 1907: A lockout. Led to 4 May 1907: The dockers strike. Source: example.org.",
		"4 May 1907, 11:30 (UTC−8): The dockers strike (planned). Because of 3 May 1907: A lockout; " +
			"possibly allowed June 1907: Who gave way? Sources: The Gazette; The Wire.",
		"June 1907: Who gave way? Possibly made possible by 4 May 1907: The dockers strike.",
	} {
		if got := told.Label(ms[i]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := told.Label(scale.Moment{Event: &s.Events[3]}); got != "(no title)" {
		t.Errorf("no date and no title: %q", got)
	}
}

func TestSources(t *testing.T) {
	doc := func(p, title string) story.Document { return story.Document{Publisher: p, Title: title} }
	tests := []struct {
		docs []story.Document
		want string
	}{
		{nil, "Source: not given"},
		{[]story.Document{doc("", "")}, "Source: 1 report"},
		{[]story.Document{doc("", "A letter")}, "Source: A letter"},
		{[]story.Document{doc("Courier", "x"), doc("Courier", "y")}, "Source: Courier"},
		{[]story.Document{doc("Courier", ""), doc("", "A letter"), doc("Radio", "")}, "Sources: Courier; Radio; 1 other report"},
	}
	for _, tt := range tests {
		if got := Sources(english, &story.Story{Documents: tt.docs}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestSourcesOfAStoryByHand(t *testing.T) {
	s := &story.Story{Events: []story.Event{
		{URL: "https://www.harbour.example/a", Drawn: true}, {URL: "https://harbour.example/b", Drawn: true},
		{URL: "https://hidden.example/"}, {URL: "notes/a.html", Drawn: true}, {URL: "http://archive.example/1", Drawn: true},
	}}
	if got := Sources(english, s); got != "Sources: harbour.example; archive.example" {
		t.Errorf("%q", got)
	}
	for _, host := range []string{"b", "c", "d"} {
		s.Events = append(s.Events, story.Event{URL: "https://" + host + ".example", Drawn: true})
	}
	if got := Sources(english, s); got != "Sources: harbour.example; archive.example; b.example; 2 more" {
		t.Errorf("of many: %q", got)
	}
}

func TestStandfirst(t *testing.T) {
	ms := moments(t, story.Event{ID: "a", Date: on("1999-07-14")}, story.Event{ID: "b", Date: on("2001")})
	tests := []struct {
		s    story.Story
		ms   []scale.Moment
		want string
	}{
		{story.Story{Summary: "Two\n steps."}, ms, "Two steps."},
		{story.Story{}, ms, "2 events, from 14 July 1999 to 2001."},
		{story.Story{}, ms[:1], "1 event, on 14 July 1999."},
		{story.Story{}, ms[1:], "1 event, 2001."},
		{story.Story{}, nil, ""},
	}
	for _, tt := range tests {
		if got := Standfirst(english, &tt.s, tt.ms); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestGroups(t *testing.T) {
	var events []story.Event
	for _, lane := range []string{"North", "South", "North", "East", "West", "Middle"} {
		events = append(events, story.Event{ID: "e" + lane, Lane: lane, Date: on("1999")})
	}
	ms := moments(t, events...)
	slices.SortStableFunc(ms, func(a, b scale.Moment) int { return strings.Compare(a.Event.ID, b.Event.ID) })
	g := GroupsOf(ms) // East, Middle, North, South, West
	seen := map[scene.Role]Shape{}
	for _, m := range ms {
		role, shape := g.Look(m.Event)
		seen[role] = shape
	}
	if len(seen) != 5 {
		t.Errorf("five lanes have %d colours", len(seen))
	}
	if role, _ := g.Look(&story.Event{Lane: "West"}); role != scene.GroupOther {
		t.Errorf("the fifth lane is %s", role)
	}
	if role, shape := (Groups{}).Look(&story.Event{}); role != scene.Group1 || shape != Circle {
		t.Errorf("without lanes a mark is %s, shape %d", role, shape)
	}
	words := func(es []Entry) (out []string) {
		for _, e := range es {
			out = append(out, e.Words)
		}
		return out
	}
	if got := words(KeyOf(english, g, ms)); !slices.Equal(got, []string{"East", "Middle", "North", "South", "West", "some time in this period"}) {
		t.Errorf("key %q", got)
	}
	plain := moments(t, story.Event{ID: "a", Date: on("1999-01-01")})
	if got := KeyOf(english, GroupsOf(plain), plain); len(got) != 0 {
		t.Errorf("a story without lanes has the key %q", words(got))
	}
	some := moments(t, story.Event{ID: "a", Date: on("1999-01-01"), Lane: "North"}, story.Event{ID: "b", Date: on("1999-01-02"), Status: story.StatusDenied})
	if got := words(KeyOf(english, GroupsOf(some), some)); !slices.Equal(got, []string{"North", "other", "denied"}) {
		t.Errorf("key %q", got)
	}
}

// TestMarksDiffer tests that every status, shape and kind of date looks
// different without its colour.
func TestMarksDiffer(t *testing.T) {
	looks := []Look{}
	for shape := Circle; shape <= Pentagon; shape++ {
		for _, status := range []story.Status{story.StatusHappened, story.StatusPlanned, story.StatusCancelled, story.StatusDenied} {
			looks = append(looks, Look{Role: scene.Group1, Shape: shape, Status: status})
		}
	}
	looks = append(looks, Look{Role: scene.Group1, Approximate: true}, Look{Role: scene.Group1, Uncertain: true})
	seen := map[string]int{}
	for i, l := range looks {
		key := describe(Point(0, 0, l))
		if j, ok := seen[key]; ok {
			t.Errorf("looks %+v and %+v are drawn alike", looks[j], l)
		}
		seen[key] = i
	}
	bars := map[string]bool{}
	for _, b := range []Bar{{}, {Faint: true}, {OpenEnd: true}, {OpenStart: true}} {
		b.From, b.To, b.Thick = 0, 64*40, BarWidth
		for _, status := range []story.Status{story.StatusHappened, story.StatusPlanned, story.StatusCancelled} {
			key := describe(b.Marks(Look{Role: scene.Group1, Status: status}))
			if bars[key] {
				t.Errorf("bar %+v with status %s is drawn like another", b, status)
			}
			bars[key] = true
		}
	}
}

func describe(marks []scene.Mark) string {
	var b strings.Builder
	for _, m := range marks {
		switch m := m.(type) {
		case scene.Rect:
			b.WriteString("R")
			write(&b, m.Paint, m.X, m.Y, m.W, m.H)
		case scene.Circle:
			b.WriteString("C")
			write(&b, m.Paint, m.X, m.Y, m.R)
		case scene.Path:
			b.WriteString("P")
			for _, s := range m.Segments {
				write(&b, m.Paint, s.P[2].X, s.P[2].Y)
			}
		}
	}
	return b.String()
}

func write(b *strings.Builder, p scene.Paint, us ...scene.Unit) {
	b.WriteString(string(p.Fill) + "/" + string(p.Stroke))
	for _, u := range append(us, append(p.Dash, scene.Unit(p.Fade))...) {
		b.WriteString(" " + strings.Repeat("-", int(max(0, -u))%97) + strings.Repeat("+", int(max(0, u))%97))
	}
}

func TestBlock(t *testing.T) {
	var b Block
	ty := theme.Default().Wide
	b.AddDate(english, "16 May – 2 June 1999", "planned", ty.Date, scene.Pixels(300))
	if b.Lines() != 1 {
		t.Errorf("a date with its status takes %d lines", b.Lines())
	}
	var narrow Block
	narrow.AddDate(english, "16 May – 2 June 1999", "planned", ty.Date, scene.Pixels(86))
	var lines []string
	for _, m := range narrow.Marks(0, 0, scene.Left) {
		lines = append(lines, m.(scene.Text).String())
	}
	if !slices.Equal(lines, []string{"16 May –", "2 June 1999", "planned"}) {
		t.Errorf("in a narrow column: %q", lines)
	}
	b.Add("Ferries stay in port while the crews vote on the offer", ty.Label, scene.Pixels(160))
	b.AddDifference("Reports differ: two crews or three crews", ty.Date, scene.Pixels(160))
	for _, anchor := range []scene.Anchor{scene.Left, scene.Right} {
		signs := 0
		for _, m := range b.Marks(scene.Pixels(400), 0, anchor) {
			switch m := m.(type) {
			case scene.Text:
				box := m.BoxOf(measure.Reserve(m.Width))
				low, high := scene.Pixels(400), scene.Pixels(400)+b.Width
				if anchor == scene.Right {
					low, high = scene.Pixels(400)-b.Width, scene.Pixels(400)
				}
				if box.Min.X < low || box.Max.X > high || box.Max.Y > b.Height {
					t.Errorf("%q at %v leaves its block", m.String(), box)
				}
			case scene.Rect:
				signs++
			}
		}
		if signs != 1 {
			t.Errorf("%d signs of a contradiction", signs)
		}
	}
}

func TestKeyWraps(t *testing.T) {
	var entries []Entry
	for _, w := range []string{"Harbour office", strings.Repeat("A very long lane ", 8), "Pilots", "Customs"} {
		entries = append(entries, Entry{w, scene.Group2, true, pointSign(Look{Role: scene.Group2})})
	}
	f := NarrowFrame(nil)
	marks, bottom := Key(f, 0, entries)
	var boxes []scene.Box
	for _, m := range marks {
		if text, ok := m.(scene.Text); ok {
			b := text.BoxOf(measure.Reserve(text.Width))
			if b.Max.X > f.Width || b.Max.Y > bottom || slices.ContainsFunc(boxes, b.Overlaps) {
				t.Errorf("%q at %v does not fit", text.String(), b)
			}
			boxes = append(boxes, b)
		}
	}
	if marks, bottom := Key(f, 64, nil); marks != nil || bottom != 64 {
		t.Error("a key without entries takes room")
	}
}

// TestLargestLanesHaveLooks tests that the lane of most events is never grey,
// however late it comes.
func TestLargestLanesHaveLooks(t *testing.T) {
	var events []story.Event
	for i, lane := range []string{"A", "B", "C", "D", "E", "E", "E"} {
		events = append(events, story.Event{ID: lane, Lane: lane, Date: on("190" + string(rune('0'+i)))})
	}
	g := GroupsOf(moments(t, events...))
	for lane, want := range map[string]scene.Role{"A": scene.Group1, "C": scene.Group3, "E": scene.Group4, "D": scene.GroupOther} {
		if role, _ := g.Look(&story.Event{Lane: lane}); role != want {
			t.Errorf("%s is %s, want %s", lane, role, want)
		}
	}
}
