package chart

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// randomStory draws a story of 1 to 480 events, mostly few: spread over ages, crowded into
// a day, or in clusters; with ranges, coarse dates, clock times and statuses.
func randomStory(t *rapid.T) *story.Story {
	s := &story.Story{Title: rapid.StringMatching(`[A-Z][a-z]{2,9}( [a-z]{1,9}){0,12}`).Draw(t, "headline")}
	n := rapid.IntRange(1, 60).Draw(t, "n")
	switch rapid.IntRange(0, 29).Draw(t, "size") {
	case 0:
		n *= 8 // up to 480
	case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12:
		n = 1 + n%14
	}
	base := edtf.DayOf(rapid.Int64Range(-3000, 13000).Draw(t, "year"), 3, 1)
	reach := rapid.SampledFrom([]int{1, 30, 400, 20_000, 900_000}).Draw(t, "reach")
	day := base
	for i := range n {
		if rapid.IntRange(0, 9).Draw(t, "jump") < 6 {
			day = base + edtf.Day(rapid.IntRange(0, reach).Draw(t, "day"))
		} else {
			day += edtf.Day(rapid.IntRange(0, 3).Draw(t, "next"))
		}
		e := story.Event{ID: fmt.Sprintf("e%02d", i), Drawn: true, Title: randomTitle(t),
			Status: rapid.SampledFrom([]story.Status{"", story.StatusHappened, story.StatusPlanned, story.StatusCancelled, story.StatusDenied}).Draw(t, "status"),
			Lane:   rapid.SampledFrom([]string{"", "", "North", "South", "East", "West", "Middle"}).Draw(t, "lane")}
		e.Date, e.Time = randomDate(t, day)
		s.Events = append(s.Events, e)
	}
	if rapid.Bool().Draw(t, "differ") {
		s.Disagreements = []story.Disagreement{{About: []string{"e00"}, Kind: story.Conflict, Field: "number",
			Values: []story.DisagreementValue{{Value: "three boats"}, {Value: "four boats"}}}}
	}
	return s
}

func randomTitle(t *rapid.T) string {
	if rapid.IntRange(0, 19).Draw(t, "script") == 0 {
		return rapid.StringOfN(rapid.RuneFrom([]rune("川の町 橋が🌉نهر جسر גשר a-")), 1, 60, -1).Draw(t, "other script") + "."
	}
	title := rapid.StringMatching(`[A-Z][a-z]{1,11}( [a-zà-ü]{1,12}){0,15}( [0-9]{1,4}-[a-z]{3})?`).Draw(t, "title")
	if len(title) > 120 {
		title = title[:120]
	}
	return strings.ToValidUTF8(strings.TrimSpace(title), "")
}

func randomDate(t *rapid.T, day edtf.Day) (edtf.Date, string) {
	y, m, _ := day.Civil()
	date := edtf.FromDay(day)
	switch rapid.IntRange(0, 11).Draw(t, "kind") {
	case 0:
		return edtf.FromYear(y), ""
	case 1:
		return edtf.FromMonth(y, m), ""
	case 2:
		return edtf.Interval(date, edtf.FromDay(day+edtf.Day(rapid.IntRange(1, 500).Draw(t, "length")))), ""
	case 3:
		return edtf.Interval(date, edtf.Date{}), ""
	case 4:
		return date.WithApproximate(), ""
	case 5:
		return date.WithUncertain(), ""
	case 6, 7, 8:
		h := rapid.IntRange(0, 23).Draw(t, "hour")
		if rapid.Bool().Draw(t, "until") {
			return date, fmt.Sprintf("%02d:15+01:00/%02d:45+01:00", h, h)
		}
		return date, fmt.Sprintf("%02d:%02d", h, rapid.IntRange(0, 59).Draw(t, "minute"))
	}
	return date, ""
}

// variants are the ways to draw a timeline that show every event.
func variants() map[string]func(*story.Story) (*scene.Picture, error) {
	out := map[string]func(*story.Story) (*scene.Picture, error){}
	for _, shape := range []Shape{WideShape, NarrowShape} {
		for _, scale := range Scales() {
			out[string(shape)+" "+string(scale)] = func(s *story.Story) (*scene.Picture, error) { return Draw(s, shape, Options{Scale: scale}) }
		}
	}
	for _, width := range []int{700, 900, 2000} {
		out[fmt.Sprint("wide ", width)] = func(s *story.Story) (*scene.Picture, error) { return Draw(s, WideShape, Options{Width: width}) }
	}
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			panic(err)
		}
		for _, shape := range []Shape{WideShape, NarrowShape} {
			out[string(shape)+" "+tag] = func(s *story.Story) (*scene.Picture, error) {
				return Draw(s, shape, Options{Say: lang.Speaker{Language: l}})
			}
		}
	}
	for _, dates := range []lang.DateStyle{lang.MonthDay, lang.ISO, lang.AP} {
		out["narrow "+dates.String()] = func(s *story.Story) (*scene.Picture, error) {
			return Draw(s, NarrowShape, Options{Say: lang.Speaker{Dates: dates}})
		}
	}
	out["narrow 320"] = func(s *story.Story) (*scene.Picture, error) { return Draw(s, NarrowShape, Options{Width: 320}) }
	return out
}

func TestNothingIsLostAndNothingOverlaps(t *testing.T) {
	all := variants()
	names := slices.Sorted(maps.Keys(all))
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		name := rapid.SampledFrom(names).Draw(t, "variant")
		p, err := all[name](s)
		if err != nil {
			t.Fatal(err)
		}
		checkEvents(t, s, p)
		checkTexts(t, p)
		checkLeaders(t, p)
	})
}

// TestPostersHoldWhatTheyShow tests the shapes of a fixed size: the events
// that they show are whole, and how many there are is said.
func TestPostersHoldWhatTheyShow(t *testing.T) {
	sizes := map[Shape][2]int{Card: {1200, 630}, Square: {1080, 1080}, Tall: {1080, 1920}}
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		shape := rapid.SampledFrom([]Shape{Card, Square, Tall}).Draw(t, "shape")
		p, err := Draw(s, shape, Options{Scale: rapid.SampledFrom(Scales()).Draw(t, "scale")})
		if err != nil {
			if !strings.Contains(err.Error(), "shorten") {
				t.Fatal(err)
			}
			return
		}
		if size := sizes[shape]; p.Width != scene.Pixels(size[0]) || p.Height != scene.Pixels(size[1]) {
			t.Fatalf("%s is %d by %d", shape, p.Width, p.Height)
		}
		shown, all := drawnEvents(p), len(scale.Moments(s))
		some := &story.Story{}
		var words strings.Builder
		for _, e := range s.Events {
			if slices.Contains(shown, e.ID) {
				some.Events = append(some.Events, e)
			}
		}
		scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
			if text, ok := m.(scene.Text); ok {
				words.WriteString(text.String() + " ")
			}
		})
		if want := fmt.Sprintf("%d of %d events", len(shown), all); len(shown) < all && !strings.Contains(words.String(), want) {
			t.Fatalf("%q does not say %q", words.String(), want)
		}
		if len(shown) == 0 {
			t.Fatal("no event is shown")
		}
		checkEvents(t, some, p)
		checkTexts(t, p)
	})
}

func drawnEvents(p *scene.Picture) []string {
	var out []string
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
			out = append(out, g.Data[0].Value)
		}
	})
	return out
}

// TestHundreds tests stories of up to 500 events, and that larger ones are
// counted by period.
func TestHundreds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{}
		day := edtf.DayOf(rapid.Int64Range(-800, 1900).Draw(t, "year"), 1, 1)
		n := rapid.IntRange(60, 520).Draw(t, "n")
		reach := rapid.SampledFrom([]int{0, 2, 40, 900}).Draw(t, "reach")
		titles := rapid.SliceOfN(rapid.Custom(randomTitle), 20, 20).Draw(t, "titles")
		for i := range n {
			day += edtf.Day((i * 7919 % 97) * reach / 97)
			e := event(fmt.Sprintf("e%03d", i), edtf.FromDay(day).String(), titles[i%len(titles)])
			e.Weight = float64(i%11) / 11
			s.Events = append(s.Events, e)
		}
		for _, shape := range []Shape{WideShape, NarrowShape} {
			p, err := Draw(s, shape, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkTexts(t, p)
			if n <= maxEvents {
				checkEvents(t, s, p)
			} else {
				checkPeriods(t, p, n)
			}
		}
	})
}

// checkPeriods tests that the periods count all events.
func checkPeriods(t failer, p *scene.Picture, n int) {
	t.Helper()
	sum := 0
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
			var k int
			if _, err := fmt.Sscan(g.Data[1].Value, &k); err != nil || !strings.Contains(g.Label, g.Data[1].Value+" event") {
				t.Fatalf("period %v says %q", g.Data, g.Label)
			}
			sum += k
		}
	})
	if sum != n {
		t.Fatalf("the periods count %d of %d events", sum, n)
	}
	if !strings.Contains(p.Description, "each bar counts") {
		t.Fatalf("%q does not say that events are counted", p.Description)
	}
}

func TestManyEvents(t *testing.T) {
	for _, n := range []int{24, 25, 200} {
		s := many(n, 1850)
		for _, narrow := range []bool{false, true} {
			p := picture(t, s, narrow)
			checkEvents(t, s, p)
			checkTexts(t, p)
			checkLeaders(t, p)
		}
	}
}

func TestGoldenStoriesToo(t *testing.T) {
	for name, s := range stories() {
		if name == "hostile" {
			continue // control characters leave the text only in the writer
		}
		for _, narrow := range []bool{false, true} {
			p := picture(t, s, narrow)
			checkEvents(t, s, p)
			checkTexts(t, p)
			checkLeaders(t, p)
		}
	}
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// checkEvents tests that each event is drawn once, with its whole title, in
// the order of time.
func checkEvents(t failer, s *story.Story, p *scene.Picture) {
	t.Helper()
	var order []string
	words := map[string]string{}
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
			order = append(order, g.Data[0].Value)
			if !strings.Contains(g.Label, furniture.Title(lang.Speaker{}, &story.Event{Title: titleOf(s, g.Data[0].Value)})) {
				t.Fatalf("label %q of %s lacks the title", g.Label, g.Data[0].Value)
			}
		}
		if text, ok := m.(scene.Text); ok {
			for _, g := range in {
				if g.Role == scene.ListItem {
					words[g.Data[0].Value] += text.String()
				}
			}
		}
	})
	var want []string
	for _, m := range scale.Moments(s) {
		want = append(want, m.Event.ID)
		if !strings.Contains(squeeze(words[m.Event.ID]), squeeze(furniture.Title(lang.Speaker{}, m.Event))) {
			t.Fatalf("title %q of %s is not whole in %q", m.Event.Title, m.Event.ID, words[m.Event.ID])
		}
	}
	if !slices.Equal(order, want) {
		t.Fatalf("events drawn: %v, want %v", order, want)
	}
}

func titleOf(s *story.Story, id string) string {
	for _, e := range s.Events {
		if e.ID == id {
			return e.Title
		}
	}
	return ""
}

// checkTexts tests that no two lines meet, even in a face 15 % wider, that
// none leaves the picture and that none is too small.
func checkTexts(t failer, p *scene.Picture) {
	t.Helper()
	type line struct {
		scene.Box
		words string
	}
	var lines []line
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
		lines = append(lines, line{b, text.String()})
	})
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.Min.Y, b.Min.Y) })
	for i, a := range lines {
		for _, b := range lines[i+1:] {
			if b.Min.Y >= a.Max.Y {
				break
			}
			if a.Overlaps(b.Box) {
				t.Fatalf("%q at %v overlaps %q at %v", a.words, a.Box, b.words, b.Box)
			}
		}
	}
}

// checkLeaders tests that no two leaders cross and that none runs through a
// label.
func checkLeaders(t failer, p *scene.Picture) {
	t.Helper()
	var leaders [][]scene.Point
	var boxes []scene.Box
	scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
		if text, ok := m.(scene.Text); ok && slices.ContainsFunc(in, func(g scene.Group) bool { return g.Role == scene.ListItem }) {
			boxes = append(boxes, text.Box())
		}
		path, ok := m.(scene.Path)
		if !ok || path.StrokeWidth != theme.LeaderWidth || len(in) != 1 || !in[0].Hidden || path.Fill != scene.None {
			return
		}
		for _, s := range path.Segments {
			if s.Op == scene.Move {
				leaders = append(leaders, nil)
			}
			leaders[len(leaders)-1] = append(leaders[len(leaders)-1], s.P[2])
		}
	})
	for i, a := range leaders {
		for _, b := range leaders[:i] {
			for k := 1; k < len(a); k++ {
				for l := 1; l < len(b); l++ {
					if cross(a[k-1], a[k], b[l-1], b[l]) {
						t.Fatalf("leaders %v and %v cross", a, b)
					}
				}
			}
		}
		for k := 1; k < len(a); k++ {
			for _, b := range boxes {
				if through(a[k-1], a[k], b) {
					t.Fatalf("leader %v runs through the label at %v", a, b)
				}
			}
		}
	}
}

// cross reports whether two lines have an inner point in common.
func cross(a, b, c, d scene.Point) bool {
	side := func(p, q, r scene.Point) int {
		v := (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X)
		return max(-1, min(1, int(v)))
	}
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// through reports whether a line meets a box, tested at points along it.
func through(a, b scene.Point, box scene.Box) bool {
	for i := range scene.Unit(65) {
		x, y := a.X+(b.X-a.X)*i/64, a.Y+(b.Y-a.Y)*i/64
		if x > box.Min.X && x < box.Max.X && y > box.Min.Y && y < box.Max.Y {
			return true
		}
	}
	return false
}
