package graph

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph/internal/plant"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func TestCheckDates(t *testing.T) {
	const cause, part = "effect-before-cause", "part-outside-whole"
	tests := []struct {
		name, from, relation, to string
		finding                  string   // "" for none
		words                    []string // in the message
	}{
		{"effect first", "2002", "causes", "2001", cause, []string{"cause", "2002", "2001"}},
		{"enabled first", "2002", "enables", "2001", cause, []string{"enable"}},
		{"prevented first", "2002", "prevents", "2001", cause, []string{"prevent"}},
		{"later first", "2002", "before", "2001", cause, []string{"before"}},
		{"in order", "2001", "causes", "2002", "", nil},
		{"one day", "2001-05-01", "causes", "2001-05-01", "", nil},
		{"the day after", "2001-05-02", "causes", "2001-05-01", cause, nil},
		{"overlap", "2001-05", "causes", "2001", "", nil},
		{"a day in the effect's year", "2001-12-31", "causes", "2001", "", nil},
		{"cause undated", "", "causes", "2001", "", nil},
		{"effect undated", "2001", "causes", "", "", nil},
		{"effect without an end", "2005", "causes", "2001/..", "", nil},
		{"effect of unknown end", "2005", "causes", "2001/", "", nil},
		{"cause without a start", "../2005", "causes", "2001", "", nil},
		{"cause without an end", "2005/..", "causes", "2001", cause, nil},
		{"before our era", "-0043", "causes", "-0053", cause, nil},
		{"about a day", "2001-05-03~", "causes", "2001-05-02", "", nil},
		{"about a day, months later", "2001-08-03~", "causes", "2001-05-02", cause, nil},
		{"about a year", "2005~", "causes", "2001", "", nil},
		{"about a year, decades later", "2005~", "causes", "1981", cause, nil},
		{"perhaps", "2005?", "causes", "1905", "", nil},
		{"an unknown day of the month", "2001-05-XX", "causes", "2001-05-01", "", nil},
		{"one of two years, the effect before both", "[2003,2005]", "causes", "2002", cause, nil},
		{"one of two years", "[2001,2005]", "causes", "2002", "", nil},
		{"clocks without zones", "2001-05-01 12:00", "causes", "2001-05-01 10:00", "", nil},
		{"one zone only", "2001-05-01 12:00Z", "causes", "2001-05-01 10:00", "", nil},
		{"both zones", "2001-05-01 12:00Z", "causes", "2001-05-01 10:00Z", cause, []string{"12:00Z"}},
		{"another day at the same time", "2001-05-02 01:00+09:00", "causes", "2001-05-01 09:00-07:00", "", nil},
		{"another day, but earlier", "2001-05-02 00:30+09:00", "causes", "2001-05-01 20:00-07:00", "", nil},
		{"the same day, but later", "2001-05-01 09:00-07:00", "causes", "2001-05-01 23:30+09:00", cause, nil},
		{"ranges that meet", "2001-05-01 12:00Z/13:00Z", "causes", "2001-05-01 10:00Z/12:00Z", "", nil},
		{"a range past midnight", "2001-05-02 00:30Z", "causes", "2001-05-01 23:00Z/01:00Z", "", nil},
		{"an uncertain day has no clock", "2001-05-01? 12:00Z", "causes", "2001-05-01 10:00Z", "", nil},

		{"part later", "2002", "part_of", "2001", part, []string{"2002", "2001", "part of"}},
		{"part earlier", "2000", "part_of", "2001", part, nil},
		{"part within", "2001-05", "part_of", "2001", "", nil},
		{"part that outlasts", "2001/2003", "part_of", "2000/2002", "", nil},
		{"part undated", "", "part_of", "2001", "", nil},
		{"whole without an end", "2009", "part_of", "2001/..", "", nil},
		{"part of about then", "2009", "part_of", "2001~", "", nil},
		{"part by the clock", "2001-05-01 12:00Z", "part_of", "2001-05-01 09:00Z/11:00Z", part, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tale(t, []string{"a " + tt.from, "b " + tt.to}, "a "+tt.relation+" b", "a causes ghost")
			if tt.from == "" || tt.to == "" {
				s.Events[0].Date, s.Events[1].Date = date(t, tt.from), date(t, tt.to)
			}
			found := Check(s)
			if tt.finding == "" {
				if len(found) != 0 {
					t.Errorf("found %v", found)
				}
				return
			}
			if len(found) != 1 {
				t.Fatalf("found %v, want one", found)
			}
			d := found[0]
			if d.Name != tt.finding || d.Severity != story.Error || !slices.Equal(d.Events, []string{"a", "b"}) || d.Item != (story.Item{List: "relations", Index: 0}) ||
				len(d.Relations) != 1 || d.Relations[0] != (story.RelationKey{From: "a", To: "b", Type: story.RelationType(tt.relation)}) {
				t.Errorf("found %+v", d)
			}
			for _, w := range tt.words {
				if !strings.Contains(d.Message, w) {
					t.Errorf("message %q does not say %s", d.Message, w)
				}
			}
		})
	}
}

func TestCheckShapes(t *testing.T) {
	tests := []struct {
		name      string
		relations []string
		want      []string // name: events
	}{
		{"none", []string{"a causes b", "b causes c", "a before c", "d part_of e"}, nil},
		{"two", []string{"b causes a", "a enables b"}, []string{"cycle-of-causes: a b"}},
		{"by way of order", []string{"a causes b", "b before c", "c prevents a"}, []string{"cycle-of-causes: a b c"}},
		{"once for all that share events, the shortest of them", []string{"a causes b", "b causes c", "c causes a", "c causes b"}, []string{"cycle-of-causes: b c"}},
		{"two apart", []string{"a causes b", "b causes a", "b causes c", "c causes d", "d causes c"}, []string{"cycle-of-causes: a b", "cycle-of-causes: c d"}},
		{"parts do not close a cycle of causes", []string{"a causes b", "b part_of a"}, nil},
		{"parts of each other", []string{"a part_of b", "b part_of a"}, []string{"cycle-of-parts: a b"}},
		{"related to itself: that is said elsewhere", []string{"a causes a", "b part_of b"}, nil},
		{"two wholes", []string{"a part_of b", "a part_of c"}, []string{"two-wholes: a b c"}},
		{"a whole of a whole", []string{"a part_of b", "a part_of c", "b part_of c"}, nil},
		{"through a third", []string{"a part_of b", "a part_of c", "b part_of d", "d part_of c"}, nil},
		{"one of three", []string{"a part_of b", "a part_of c", "a part_of d", "b part_of d"}, []string{"two-wholes: a b c"}},
		{"two wholes, one said twice", []string{"a part_of b", "a part_of c", "a causes b", "a part_of b"}, []string{"two-wholes: a b c"}},
		{"the same said twice", []string{"a part_of b", "a part_of b"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tale(t, []string{"a 2001", "b 2001", "c 2001", "d 2001", "e 2001"}, tt.relations...)
			var got []string
			for _, d := range Check(s) {
				got = append(got, d.Name+": "+strings.Join(d.Events, " "))
				if d.Item.List != "relations" || keyOf(&s.Relations[d.Item.Index]) != d.Relations[0] && d.Name != "two-wholes" && !slices.Contains(d.Relations, keyOf(&s.Relations[d.Item.Index])) {
					t.Errorf("%s stands at %+v", d.Name, d.Item)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCheckTwoDates(t *testing.T) {
	s := tale(t, []string{"a 2001", "b 2003", "c 2003"})
	mention := func(document, quote, date string) story.Mention {
		return story.Mention{Document: document, Quote: quote, DateText: date}
	}
	s.Events[0].Mentions = []story.Mention{mention("wire", "It was in 2001.", "in 2001"), mention("herald", "It was in 2002.", "in 2002"),
		mention("wire", "It was grand.", ""), mention("post", "In 2001, they say.", "in 2001"), mention("wire", "It was in 2001.", "in 2001")}
	values := []story.DisagreementValue{{Value: "2001", Documents: []string{"wire"}}, {Value: "2002", Documents: []string{"herald"}}}
	s.Disagreements = []story.Disagreement{
		{About: []string{"a"}, Field: "date", Kind: story.Differs, Values: values},
		{About: []string{"a"}, Field: "place", Kind: story.Conflict, Values: values},
		{About: []string{"a"}, Field: "date", Kind: story.Conflict, Values: values},
	}
	s.SameAs = [][2]string{{"b", "c"}, {"b", "gone"}, {"a", "b"}}
	found := Check(s)
	if len(found) != 2 {
		t.Fatalf("found %v, want two", found)
	}
	d := found[0]
	want := []story.Sentence{{Document: "wire", Quote: "It was in 2001."}, {Document: "herald", Quote: "It was in 2002."}}
	if d.Name != "two-dates" || d.Severity != story.Warning || d.Item != (story.Item{List: "disagreements", Index: 2}) ||
		!slices.Equal(d.Events, []string{"a"}) || !slices.Equal(d.Sentences, want) {
		t.Errorf("found %+v", d)
	}
	if !strings.Contains(d.Message, "2001 (wire) or 2002 (herald)") {
		t.Errorf("message %q", d.Message)
	}
	if d := found[1]; d.Name != "two-dates" || d.Item != (story.Item{List: "same_as", Index: 2}) || !slices.Equal(d.Events, []string{"a", "b"}) {
		t.Errorf("found %+v", d)
	}
}

// TestFindingIDs: an id stays while the story is edited elsewhere, and changes
// with the contradiction.
func TestFindingIDs(t *testing.T) {
	ids := func(s *story.Story) map[string]string {
		out := map[string]string{}
		for _, d := range Check(s) {
			out[d.Name+" "+strings.Join(d.Events, " ")] = d.ID
		}
		return out
	}
	conflict := func(values ...string) story.Disagreement {
		d := story.Disagreement{About: []string{"b"}, Field: "date", Kind: story.Conflict}
		for _, v := range values {
			d.Values = append(d.Values, story.DisagreementValue{Value: v})
		}
		return d
	}
	s := tale(t, []string{"a 2002", "b 2001", "c 2003", "d 2003"}, "a causes b", "c causes d", "d causes c")
	s.Disagreements = []story.Disagreement{conflict("2001", "2000")}
	before := ids(s)
	if len(before) != 3 {
		t.Fatalf("found %v", before)
	}
	edited := tale(t, []string{"new 1999", "d 2003", "c 2003", "b 2000-05", "a 2002-03"}, "new causes c", "d causes c", "c causes d", "a causes b")
	edited.Events[3].Title = "Another title"
	edited.Relations[3].Strength = story.StrengthPossible
	edited.Disagreements = []story.Disagreement{conflict("2000", "2001")}
	after := ids(edited)
	for _, key := range []string{"effect-before-cause a b", "two-dates b", "cycle-of-causes c d"} {
		if before[key] != after[key] || before[key] == "" {
			t.Errorf("%s: id %q became %q", key, before[key], after[key])
		}
	}
	changed := tale(t, []string{"a 2002", "b 2001", "c 2003", "d 2003"}, "a enables b", "c causes d", "d causes c", "d before c")
	changed.Disagreements = []story.Disagreement{conflict("2001", "1999")}
	for key, id := range ids(changed) {
		if id == before[key] {
			t.Errorf("%s changed, but its id is %s still", key, id)
		}
	}
}

// TestTwoWholesID: which of the events is the part makes a finding, the order of
// its wholes does not.
func TestTwoWholesID(t *testing.T) {
	id := func(events []string, relations ...string) string {
		found := Check(tale(t, events, relations...))
		if len(found) != 1 {
			t.Fatalf("found %v, want one", found)
		}
		return found[0].ID
	}
	in := id([]string{"a 2001", "b 2001", "c 2001"}, "a part_of b", "a part_of c")
	if got := id([]string{"a 2001", "b 2001", "c 2001-02"}, "a part_of c", "a part_of b"); got != in {
		t.Errorf("id %s became %s when the wholes changed places", in, got)
	}
	if got := id([]string{"a 2001", "b 2001", "c 2001"}, "b part_of a", "b part_of c"); got == in {
		t.Errorf("one id, %s, for a in b and c and for b in a and c", in)
	}
}

func TestLongMessages(t *testing.T) {
	s := &story.Story{}
	for i := range 300 {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("event-%d", i)})
		s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("event-%d", i), To: fmt.Sprintf("event-%d", (i+1)%300), Type: story.Causes})
	}
	found := Check(s)
	if len(found) != 1 || len(found[0].Events) != 300 || len(found[0].Message) > 500 || !strings.Contains(found[0].Message, "by way of 293 more") {
		t.Errorf("found %v", found)
	}
}

// TestCheckFindsWhatIsPlanted: in thousands of events, the contradictions that
// are there and no others, whatever the spelling.
func TestCheckFindsWhatIsPlanted(t *testing.T) {
	for _, seed := range []uint64{1, 2} {
		s, planted, err := plant.Story(6000, 9000, seed)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := story.WriteYAML(&b, s); err != nil {
			t.Fatal(err)
		}
		read, places, diags, err := story.LoadPlaces("big.yaml", b.Bytes())
		if err != nil || len(diags) > 0 {
			t.Fatal(err, diags)
		}
		var want, got []string
		for _, c := range planted {
			want = append(want, c.Name+" "+strings.Join(sorted(c.Events), " "))
		}
		lines := strings.Split(b.String(), "\n")
		for _, d := range Check(read) {
			got = append(got, d.Name+" "+strings.Join(sorted(d.Events), " "))
			d = places.Place(d)
			named := func(id string) bool { return strings.Contains(strings.Join(lines[d.Line-1:d.Line+1], " "), id) }
			if d.Line == 0 || !slices.ContainsFunc(d.Events, named) {
				t.Errorf("%s of %v stands at line %d", d.Name, d.Events, d.Line)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("seed %d: %s", seed, d)
		}
	}
}

// TestRelate: against all periods that two dates can mean.
func TestRelate(t *testing.T) {
	one := func(s1, e1, s2, e2 int64) Allen {
		switch {
		case e1 < s2:
			return Precedes
		case e2 < s1:
			return PrecededBy
		case s1 == s2 && e1 == e2:
			return Equals
		case s1 == s2 && e1 < e2:
			return Starts
		case s1 == s2:
			return StartedBy
		case e1 == e2 && s1 > s2:
			return Finishes
		case e1 == e2:
			return FinishedBy
		case s1 > s2 && e1 < e2:
			return During
		case s1 < s2 && e1 > e2:
			return Contains
		case s1 < s2 && e1 == s2:
			return Meets
		case s1 < s2:
			return Overlaps
		case e2 == s1:
			return MetBy
		}
		return OverlappedBy
	}
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) period {
			bound := func() span {
				a, b := rapid.Int64Range(0, 6).Draw(rt, name), rapid.Int64Range(0, 6).Draw(rt, name)
				return span{min(a, b), max(a, b)}
			}
			return period{bound(), bound()}
		}
		a, b := draw("a"), draw("b")
		var want Allen
		for s1 := a.first.start; s1 <= a.first.end; s1++ {
			for e1 := max(s1, a.last.start); e1 <= a.last.end; e1++ {
				for s2 := b.first.start; s2 <= b.first.end; s2++ {
					for e2 := max(s2, b.last.start); e2 <= b.last.end; e2++ {
						want |= one(s1, e1, s2, e2)
					}
				}
			}
		}
		if got := relate(a, b); got != want {
			rt.Fatalf("%v and %v: %q, want %q", a, b, got, want)
		}
		if got := relate(b, a); got != want.Inverse() {
			rt.Fatalf("turned round: %q, want %q", got, want.Inverse())
		}
	})
	for _, tt := range []struct {
		a, b    string
		want    Allen
		certain bool
	}{
		{"2001", "2002", Precedes, true},
		{"2003-01-01", "2002", PrecededBy, true},
		{"2001-05-01", "2001-05-01", Equals, true},
		{"2001-05-01", "2001-04/2001-06", During, true},
		{"1999/2005", "2001-05-01", Contains, true},
		{"2001-05-01/2001-06-01", "2001-06-01/2001-07-01", Meets, true},
		{"2001-05", "2001-06-10~", Precedes | Meets | Overlaps | FinishedBy | Contains | Starts | Equals | StartedBy | During | Finishes | OverlappedBy | MetBy | PrecededBy, false},
		{"1990/..", "1980", PrecededBy, true},
		{"../1990", "1995", Precedes, true},
		{"1800?", "1995", anyAllen, false},
	} {
		x, y := date(t, tt.a), date(t, tt.b)
		got := Relate(x, y)
		if tt.certain && (got != tt.want || !got.Certain()) || got&^tt.want != 0 || !tt.certain && got.Certain() {
			t.Errorf("%s and %s: %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
	if got := Relate(edtf.Date{}, date(t, "2001")); got != anyAllen {
		t.Errorf("no date: %q", got)
	}
	if got := (Precedes | Meets).String(); got != "precedes or meets" {
		t.Errorf("spelt %q", got)
	}
	if !(Precedes | Meets).Within(Precedes|Meets|Overlaps) || Allen(0).Within(Precedes) || (Precedes | Meets).Within(Meets) {
		t.Error("Within is wrong")
	}
}
