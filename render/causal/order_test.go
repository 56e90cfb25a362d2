package causal

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

func orderOf(t *testing.T, s *story.Story) string {
	t.Helper()
	sub, err := subjectOf(lang.Speaker{}, s)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range sub.ms {
		ids = append(ids, m.Event.ID)
	}
	for _, r := range sub.rels {
		if sub.ms[r.from].Event.ID != r.From || sub.ms[r.to].Event.ID != r.To {
			t.Errorf("%s %s %s points at %d and %d", r.From, r.Type, r.To, r.from, r.to)
		}
	}
	return strings.Join(ids, " ")
}

// What dates leave open of the order follows the relations; what they settle
// does not.
func TestOrderFollowsCauses(t *testing.T) {
	events := func(dates ...string) []story.Event {
		var out []story.Event
		for i, d := range dates {
			out = append(out, event(string(rune('a'+i)), d, "Event"))
		}
		return out
	}
	for _, c := range []struct {
		name   string
		events []story.Event
		rels   []string
		want   string
	}{
		{"a month may be after its third day", events("1866-11", "1866-11-03"), []string{"b causes a"}, "b a"},
		{"a year may be before one of its days", events("1929-10-24", "1929"), []string{"b causes a"}, "b a"},
		{"nothing is moved without a reason", events("1866-11", "1866-11-03"), []string{"a causes b"}, "a b"},
		{"mere order counts, too", events("1866-11", "1866-11-03"), []string{"b before a"}, "b a"},
		{"a day goes before the next", events("1866-11-02", "1866-11-03"), []string{"b causes a"}, "a b"},
		{"what began on a day began then", events("1866-11-01/1866-11-09", "1866-11-03"), []string{"b causes a"}, "a b"},
		{"hours of a day", events("1866-11-01 09:00", "1866-11-01 10:00"), []string{"b causes a"}, "a b"},
		{"past a third event if its date allows", events("1866", "1866-03", "1866-11-03"), []string{"c causes a", "b causes c"}, "b c a"},
		{"not past one that forbids it", events("1866-11", "1866-11-03", "1866-12-01"), []string{"c causes b", "a causes c"}, "a b c"},
		{"in a circle what is stated decides", events("1866-11-03", "1866-11-03"), []string{"a causes? b", "b causes a"}, "b a"},
		{"a whole before its part", events("1987-12", "1987-12/1993-12"), []string{"a part_of b"}, "b a"},
	} {
		if got := orderOf(t, &story.Story{Events: c.events, Relations: rels(c.rels...)}); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What has no date cannot be drawn, and the picture says so; in place of a
// diagram, too.
func TestUndatedIsNamed(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1990-05-01", "Prices rise"), event("b", "1990-05-02", "Strike"), event("c", "", "Wages fall"),
		event("d", "", "Alone"), event("e", "", "Shops close"), event("f", "", "Hidden")}, Relations: rels("a causes b", "c causes b", "c causes e", "f causes b")}
	hide := false
	s.Events[5].Show = &hide
	for name, p := range map[string]*scene.Picture{"wide": inTime(t, s), "narrow": mustNarrow(t, s), "by cause": mustLayered(t, s)} {
		if want := "Not drawn, because no date is known: Wages fall; Shops close."; !strings.Contains(p.Description, want) {
			t.Errorf("%s: %q does not say %q", name, p.Description, want)
		}
	}
	s.Events, s.Relations = s.Events[2:5], rels("c causes e")
	if p := inTime(t, s); p.Description != "Not drawn, because no date is known: Wages fall; Shops close." {
		t.Errorf("nothing to draw: %q", p.Description)
	}
}

// A year stands above each day that is told, or the day is not told.
func TestDaysStandUnderTheirYear(t *testing.T) {
	s := &story.Story{Title: "One day each year"}
	for i, day := range []string{"1925-02-03", "1925-04-28", "1926-03-10", "1926-05-01", "1927-01-02", "1927-02-03", "1928-02-03", "1929-10-24",
		"1930-01-01", "1930-05-06", "1931-01-01", "1931-01-03", "1931-01-09", "1932-04-05"} {
		s.Events = append(s.Events, event(string(rune('a'+i)), day, "Event"))
		if i > 0 {
			s.Relations = append(s.Relations, rel(string(rune('a'+i-1))+" causes "+string(rune('a'+i))))
		}
	}
	st := stairsOf(t, s)
	for i := range st.steps { // so near that years are crowded
		st.steps[i].x = firstX + scene.Unit(i)*scene.Px*24
	}
	marks, _ := st.axis(0)
	var year, day *scene.Text
	days := 0
	scene.Walk(marks, func(m scene.Mark, in []scene.Group) {
		text, ok := m.(scene.Text)
		switch {
		case !ok || len(in) > 0:
		case len(text.String()) == 4:
			year = &text
		default:
			days, day = days+1, &text
			for i := range st.steps {
				if d := st.steps[i].x - day.X; d >= 0 && d <= scene.Px && !strings.HasPrefix(s.Events[i].Date.String(), year.String()) {
					t.Errorf("%s stands under %s, its event is of %s", day.String(), year.String(), s.Events[i].Date)
				}
			}
		}
	})
	if days < 3 {
		t.Errorf("%d days are told", days)
	}
}

// Parts outside their whole and circles of parts are marked, and in a diagram
// in order of cause the reasons stand with the events, too.
func TestConflictsOfParts(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("fair", "1960-05-01/1960-05-10", "Fair"), event("parade", "1961-05-03", "Parade"),
		event("reform", "1970", "Reform"), event("law", "1970", "Law")},
		Relations: rels("parade part_of fair", "reform part_of law", "law part_of reform")}
	for name, p := range map[string]*scene.Picture{"wide": inTime(t, s), "narrow": mustNarrow(t, s), "by cause": mustLayered(t, s)} {
		text := strings.ReplaceAll(string(svg.Marshal(p, svg.Options{})), "\n", "")
		for _, want := range []string{"Dated outside the whole", "Parts run in a circle here"} {
			if strings.Count(text, want) < 2 { // for the eye and the ear
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
}
