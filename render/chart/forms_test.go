package chart

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

// TestGoldenForms keeps the forms that only options bring.
func TestGoldenForms(t *testing.T) {
	for name, tt := range map[string]struct {
		story string
		shape Shape
		opt   Options
	}{
		"dam-linear":         {"dam", WideShape, Options{Scale: Linear}},
		"dam-linear-narrow":  {"dam", NarrowShape, Options{Scale: Linear}},
		"dam-sequence":       {"dam", WideShape, Options{Scale: Sequence}},
		"dam-relative":       {"dam", WideShape, Options{Scale: Relative, Zero: "breach"}},
		"dam-card":           {"dam", Card, Options{}},
		"dam-square":         {"dam", Square, Options{}},
		"dam-tall":           {"dam", Tall, Options{}},
		"dam-900":            {"dam", WideShape, Options{Width: 900}},
		"lanes-columns":      {"lanes", WideShape, Options{Lanes: true}},
		"forty-sequence-360": {"forty", NarrowShape, Options{Scale: Sequence}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Draw(stories()[tt.story], tt.shape, tt.opt)
			if err != nil {
				t.Fatal(err)
			}
			checkTexts(t, p)
			golden(t, name, svg.Marshal(p, svg.Options{}))
		})
	}
}

// middles returns the middle of the first circle or bar of each event.
func middles(p *scene.Picture) map[string]scene.Point {
	out := map[string]scene.Point{}
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		c, ok := m.(scene.Circle)
		if !ok || len(in) < 2 || in[len(in)-1].Role != scene.ListItem {
			return
		}
		id := in[len(in)-1].Data[0].Value
		if _, seen := out[id]; !seen {
			out[id] = scene.Point{X: c.X, Y: c.Y}
		}
	})
	return out
}

// crowd of events in a week after a lonely one, too many for one row.
func lonelyAndCrowded() *story.Story {
	s := &story.Story{Events: []story.Event{event("e00", "1900-01-01", "Post office opens")}}
	for i := range 20 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i+1), fmt.Sprintf("1999-%02d-01", 1+i%12), "A letter with a long address goes astray on its way"))
	}
	return s
}

func TestLinearIsLinear(t *testing.T) {
	for _, shape := range []Shape{WideShape, NarrowShape} {
		s := lonelyAndCrowded()
		p, err := Draw(s, shape, Options{Scale: Linear})
		if err != nil {
			t.Fatal(err)
		}
		at := middles(p)
		ms := scale.Moments(s)
		first, last := ms[0], ms[len(ms)-1]
		whole := at[last.Event.ID].Y - at[first.Event.ID].Y
		for _, m := range ms {
			want := share(whole, m.From-first.From, last.From-first.From)
			if got := at[m.Event.ID].Y - at[first.Event.ID].Y; got < want-scene.Px || got > want+scene.Px {
				t.Errorf("%s: %s stands at %d, %d would be true to time", shape, m.Event.ID, got, want)
			}
		}
		if doc := string(svg.Marshal(p, svg.Options{})); strings.Contains(doc, "data-gap") {
			t.Errorf("%s: a linear scale cuts a gap", shape)
		}
		checkLeaders(t, p)
	}
}

// TestManyLinear tests that a form that is tried and left leaves nothing behind.
func TestManyLinear(t *testing.T) {
	s := &story.Story{}
	for i := range maxRowEvents + 5 { // three of one date share a label
		s.Events = append(s.Events, event(fmt.Sprintf("e%d", i), fmt.Sprint(1900+i/3), "Bell"))
	}
	p, err := Draw(s, WideShape, Options{Scale: Linear})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(svg.Marshal(p, svg.Options{})), ">Bell<"); n != len(s.Events) {
		t.Errorf("%d titles for %d events", n, len(s.Events))
	}
}

// TestCountIsANumber tests that programs read the count of a period as a number.
func TestCountIsANumber(t *testing.T) {
	s := &story.Story{}
	for i := range 10_001 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%d", i), "1950-05-01", "Bell rings"))
	}
	p, err := Draw(s, NarrowShape, Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := string(svg.Marshal(p, svg.Options{}))
	if !strings.Contains(doc, `data-count="10001"`) || !strings.Contains(doc, ">10,001 events<") {
		t.Error("the period does not count 10001 events")
	}
}

// TestNoShape tests that a picture is wide where no shape is named.
func TestNoShape(t *testing.T) {
	opt := Options{Lanes: true, Width: 900}
	a, err := Draw(stories()["lanes"], "", opt)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Draw(stories()["lanes"], WideShape, opt)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(svg.Marshal(a, svg.Options{}), svg.Marshal(b, svg.Options{})) {
		t.Error("the picture is not wide")
	}
}

func TestStripHasEqualSteps(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1900", "Post office opens"), event("b", "1950-05-01", "It burns"),
		event("c", "1950-05-03", "It opens again"), event("d", "2001-02-03", "It closes")}}
	p, err := Draw(s, WideShape, Options{Scale: Sequence})
	if err != nil {
		t.Fatal(err)
	}
	at := middles(p)
	b, c, d := at["b"].X, at["c"].X, at["d"].X
	if c-b < d-c-scene.Px || c-b > d-c+scene.Px || c-b < stripPitch {
		t.Errorf("steps of %d and %d", c-b, d-c)
	}
	if p.Height > stripHeight {
		t.Errorf("the strip is %d/64 px high", p.Height)
	}
	if doc := string(svg.Marshal(p, svg.Options{})); strings.Count(doc, "data-gap") != 2 {
		t.Errorf("%d gaps are named, want 2", strings.Count(doc, "data-gap"))
	}
}

func TestLanesStandApart(t *testing.T) {
	s := &story.Story{}
	for i, lane := range []string{"Sea", "Land", "Sea", "", "Land"} {
		e := event(fmt.Sprintf("e%d", i), fmt.Sprintf("1950-05-%02d", 1+i), "A flag goes up on a mast")
		e.Lane = lane
		s.Events = append(s.Events, e)
	}
	p, err := Draw(s, WideShape, Options{Lanes: true})
	if err != nil {
		t.Fatal(err)
	}
	var xs [][2]string
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		if text, ok := m.(scene.Text); ok && len(in) > 1 && in[len(in)-1].Role == scene.ListItem {
			xs = append(xs, [2]string{in[len(in)-1].Data[0].Value, fmt.Sprint(text.X)})
		}
	})
	column := map[string]string{}
	for _, x := range xs {
		column[x[0]] = x[1]
	}
	if column["e0"] != column["e2"] || column["e1"] != column["e4"] || column["e0"] == column["e1"] || column["e3"] == column["e0"] || column["e3"] == column["e1"] {
		t.Errorf("columns %v", column)
	}
	for i := range s.Events {
		s.Events[i].Lane = ""
	}
	if _, err := Draw(s, WideShape, Options{Lanes: true}); err == nil || !strings.Contains(err.Error(), "none of the drawn events has a lane") {
		t.Errorf("without lanes: %v", err)
	}
}

// TestEntangledRangesHaveLines tests that of three ranges at one time each has
// a line of its own, on which nothing else stands.
func TestEntangledRangesHaveLines(t *testing.T) {
	s := &story.Story{}
	for i, dates := range []string{"1950-01-01/1950-12-01", "1950-02-01/1950-11-01", "1950-03-01/1950-10-01", "1950-06-01"} {
		s.Events = append(s.Events, event(fmt.Sprintf("e%d", i), dates, "Dredgers work in the harbour mouth"))
	}
	c := newChart(s, Options{}, furniture.WideFrame(nil))
	if !c.entangled() {
		t.Fatal("three ranges at a time are not entangled")
	}
	p := picture(t, s, false)
	tops := map[string]scene.Unit{}
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		if text, ok := m.(scene.Text); ok && len(in) > 1 && in[len(in)-1].Role == scene.ListItem {
			id := in[len(in)-1].Data[0].Value
			if _, seen := tops[id]; !seen {
				tops[id] = text.Y
			}
		}
	})
	for i := 1; i < 4; i++ {
		a, b := tops[fmt.Sprintf("e%d", i-1)], tops[fmt.Sprintf("e%d", i)]
		if b < a+scene.Pixels(30) {
			t.Errorf("event %d at %d stands beside the one at %d", i, b, a)
		}
	}
	s.Events = s.Events[2:]
	if c := newChart(s, Options{}, furniture.WideFrame(nil)); c.entangled() {
		t.Error("one range is entangled")
	}
}

func TestRank(t *testing.T) {
	s := &story.Story{}
	for i := range 9 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%d", i), fmt.Sprintf("1950-05-%02d", 1+i), "Bell rings"))
	}
	ids := func() (out string) {
		for _, m := range rank(s, scale.Moments(s), 4) {
			out += m.Event.ID + " "
		}
		return out
	}
	if got := ids(); got != "e0 e8 e4 e2 " {
		t.Errorf("alike: %s", got)
	}
	s.Relations = []story.Relation{{From: "e5", To: "e6"}, {From: "e6", To: "e7"}}
	if got := ids(); got != "e0 e8 e4 e6 " {
		t.Errorf("with relations: %s", got)
	}
	s.Events[3].Weight, s.Events[5].Weight = 0.9, 0.5
	if got := ids(); got != "e3 e5 e0 e8 " {
		t.Errorf("weighed: %s", got)
	}
}

func TestOptionsThatCannotBe(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1950", "Bell rings"), {ID: "b", Title: "Nobody knows when"}}}
	for want, tt := range map[string]struct {
		shape Shape
		opt   Options
	}{
		"a card picture has a fixed size":        {Card, Options{Width: 900}},
		"can be 700 to 2400 px wide, not 300":    {WideShape, Options{Width: 300}},
		"can be 320 to 699 px wide, not 900":     {NarrowShape, Options{Width: 900}},
		"lanes need a wide picture":              {NarrowShape, Options{Lanes: true}},
		"lanes are drawn to the scale auto":      {WideShape, Options{Lanes: true, Scale: Linear}},
		"there is no event x to count time from": {WideShape, Options{Scale: Relative, Zero: "x"}},
		"the event b has no date":                {WideShape, Options{Scale: Relative, Zero: "b"}},
		`there is no shape "round"`:              {"round", Options{}},
	} {
		if _, err := Draw(s, tt.shape, tt.opt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %q", tt, err, want)
		}
	}
}
