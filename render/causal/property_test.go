package causal

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// randomStory draws a story of 1 to 40 events: spread over ages, crowded into
// a few days, with ranges, coarse dates, clock times and statuses; most of
// its relations run with time.
func randomStory(t *rapid.T) *story.Story {
	s := &story.Story{Title: rapid.StringMatching(`[A-Z][a-z]{2,9}( [a-z]{1,9}){0,12}`).Draw(t, "headline")}
	n := rapid.IntRange(1, 40).Draw(t, "n")
	if rapid.Bool().Draw(t, "few") {
		n = 1 + n%14
	}
	base := edtf.DayOf(rapid.Int64Range(-3000, 13000).Draw(t, "year"), 3, 1)
	reach := rapid.SampledFrom([]int{1, 30, 400, 20_000, 900_000}).Draw(t, "reach")
	for i := range n {
		day := base + edtf.Day(rapid.IntRange(0, reach).Draw(t, "day"))
		e := story.Event{ID: fmt.Sprintf("e%02d", i), Drawn: rapid.IntRange(0, 9).Draw(t, "drawn") > 0, Title: randomTitle(t),
			Status: rapid.SampledFrom([]story.Status{"", story.StatusHappened, story.StatusPlanned, story.StatusCancelled, story.StatusDenied}).Draw(t, "status"),
			Lane:   rapid.SampledFrom([]string{"", "", "North", "South", "East", "West", "Middle"}).Draw(t, "lane")}
		e.Date, e.Time = randomDate(t, day)
		s.Events = append(s.Events, e)
	}
	used := map[string]bool{}
	for range rapid.IntRange(0, n*3/2).Draw(t, "relations") {
		a, b := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		if edtf.Compare(s.Events[a].Date, s.Events[b].Date) > 0 && rapid.IntRange(0, 9).Draw(t, "against") > 0 {
			a, b = b, a
		}
		kind := rapid.SampledFrom([]story.RelationType{story.Causes, story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf}).Draw(t, "type")
		if key := fmt.Sprint(a, b, kind); a != b && !used[key] {
			used[key] = true
			s.Relations = append(s.Relations, story.Relation{From: s.Events[a].ID, To: s.Events[b].ID, Type: kind,
				Strength: rapid.SampledFrom([]story.Strength{story.StrengthStated, story.StrengthPossible, ""}).Draw(t, "strength"),
				Cue:      rapid.SampledFrom([]string{"", "led to", "because of", "wwwwwwwwwww", "as a consequence of which"}).Draw(t, "cue")})
		}
	}
	if rapid.Bool().Draw(t, "differ") {
		s.Disagreements = []story.Disagreement{{About: []string{"e00"}, Kind: story.Conflict, Field: "number",
			Values: []story.DisagreementValue{{Value: "three boats"}, {Value: "four boats"}}}}
	}
	return s
}

func randomTitle(t *rapid.T) string {
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
		return date, fmt.Sprintf("%02d:%02d", rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
	}
	return date, ""
}

func TestNarrowLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		p, err := Narrow(s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkAll(t, s, p)
	})
}

func TestWideLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		p, err := Wide(context.Background(), s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkAll(t, s, p)
	})
}

// Layers start a process or more for each story, so their number is kept small.
func TestLayeredLosesNothing(t *testing.T) {
	stories := rapid.Custom(randomStory)
	for seed := range 80 {
		s := stories.Example(seed)
		p := mustLayered(t, s)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { checkLayered(t, s, p) })
	}
}

func TestNamedStories(t *testing.T) {
	all := stories()
	for _, name := range names(all) {
		t.Run(name, func(t *testing.T) {
			checkAll(t, all[name], mustNarrow(t, all[name]))
			checkAll(t, all[name], mustWide(t, all[name]))
			checkLayered(t, all[name], mustLayered(t, all[name]))
		})
	}
}

// Arcs nest: one that contains another lies outside it, and arcs that share
// rows never share a track.
func TestArcsNest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sub, err := subjectOf(lang.Speaker{}, randomStory(t))
		if err != nil {
			t.Fatal(err)
		}
		tracks := rapid.IntRange(1, 6).Draw(t, "tracks")
		arcs, told := nest(sub.rels, tracks)
		if len(arcs)+len(told) != len(sub.rels) {
			t.Fatalf("%d arcs and %d told of %d relations", len(arcs), len(told), len(sub.rels))
		}
		for i, a := range arcs {
			if a.track < 0 || a.track >= tracks {
				t.Fatalf("track %d of %d", a.track, tracks)
			}
			for _, b := range arcs[:i] {
				overlap := a.upper() < b.lower() && b.upper() < a.lower()
				if overlap && a.track == b.track {
					t.Fatalf("%v and %v share track %d", a.relation, b.relation, a.track)
				}
				if a.upper() <= b.upper() && a.lower() >= b.lower() && a.track <= b.track {
					t.Fatalf("%v on track %d contains %v on track %d", a.relation, a.track, b.relation, b.track)
				}
			}
		}
	})
}

func TestManyEventsAreReduced(t *testing.T) {
	s := &story.Story{Title: "The long strike"}
	for i := range 90 {
		e := event(fmt.Sprintf("e%02d", i), fmt.Sprintf("%d-05-01", 1800+i), fmt.Sprintf("Meeting %d", i))
		e.Weight = float64(i) / 100
		s.Events = append(s.Events, e)
		if i > 0 {
			kind := "causes"
			if i > 70 {
				kind = "before"
			}
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d %s e%02d", i-1, kind, i)))
		}
	}
	for _, p := range []*scene.Picture{mustWide(t, s), mustNarrow(t, s), mustLayered(t, s)} {
		n, said := 0, false
		scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
			if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
				n++
				if id := datum(g, "event"); id > "e70" || id < "e11" {
					t.Errorf("%s is drawn, which is light or has no cause", id)
				}
			}
			if text, ok := m.(scene.Text); ok {
				said = said || strings.Contains(text.String(), "Left out: 30 events of 90")
			}
		})
		if n != 60 || !said {
			t.Errorf("%d events drawn, said so: %v", n, said)
		}
		checkTexts(t, p)
	}
}

// A story in which everything is related to everything is drawn in good time,
// and nothing of it is lost.
func TestDenseStories(t *testing.T) {
	for _, n := range []int{20, 60} {
		s := dense(n)
		checkAll(t, s, mustNarrow(t, s))
		events, _ := expected(s)
		for _, p := range []*scene.Picture{mustWide(t, s), mustLayered(t, s)} {
			checkEvents(t, events, p)
			checkTexts(t, p)
		}
	}
}
