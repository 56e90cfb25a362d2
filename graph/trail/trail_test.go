package trail

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

var update = flag.Bool("update", false, "write the golden files of this test anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs: got\n%s\nwant\n%s", name, got, want)
	}
}

// river is a story with everything that an answer can hold: forks and joins,
// possible steps, a stated order, parts, a circle and dates that contradict.
func river(t testing.TB) (*story.Story, *graph.Graph) {
	t.Helper()
	data, err := os.ReadFile("testdata/river.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := story.Load("river.yaml", data)
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	return s, build(t, s)
}

func build(t testing.TB, s *story.Story) *graph.Graph {
	t.Helper()
	g, err := graph.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGolden(t *testing.T) {
	s, g := river(t)
	var all strings.Builder
	for _, tt := range []struct {
		id  string
		d   Direction
		opt Options
	}{
		{"bridge-closed", Causes, Options{}},
		{"bridge-closed", Causes, Options{Stated: true}},
		{"bridge-closed", Causes, Options{Steps: 1}},
		{"rain", Effects, Options{}},
		{"rain", Causes, Options{}},
		{"detour", Causes, Options{Stated: true}},
		{"inquiry", Effects, Options{}},
		{"works", Effects, Options{}},
		{"rumour", Causes, Options{}},
		{"loop-a", Causes, Options{}},
	} {
		a, err := Follow(s, g, tt.id, tt.d, tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&all, "==== %s of %s %+v\n%s", tt.d, tt.id, tt.opt, a.Text(72))
	}
	golden(t, "follow.txt", all.String())
	a, err := Follow(s, g, "bridge-closed", Causes, Options{Steps: 1})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "follow.json", indented(t, a))
}

func TestGoldenPaths(t *testing.T) {
	s, g := river(t)
	var all strings.Builder
	for _, tt := range []struct {
		from, to string
		opt      Options
	}{
		{"rain", "bridge-closed", Options{}},
		{"rain", "bridge-closed", Options{Limit: 9}},
		{"bridge-closed", "rain", Options{}},
		{"inquiry", "works", Options{}},
		{"arch", "bridge-closed", Options{}},
		{"rain", "mill", Options{}},
		{"mill", "rain", Options{}},
		{"rumour", "mill", Options{}},
		{"rain", "rain", Options{}},
		{"bridge-closed", "detour", Options{Stated: true}},
	} {
		r, err := Between(s, g, tt.from, tt.to, tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		if r.ByDate != "" {
			r.Apart = "3 moons"
		}
		fmt.Fprintf(&all, "==== %s to %s %+v\n%s", tt.from, tt.to, tt.opt, r.Text(72, "ask the other way"))
	}
	golden(t, "paths.txt", all.String())
	r, err := Between(s, g, "rain", "bridge-closed", Options{})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "paths.json", indented(t, r))
}

// TestPathsCutOff: where --steps cuts chains off, nothing says that there are
// none.
func TestPathsCutOff(t *testing.T) {
	const (
		causes = "No chain of causes of at most 2 relations leads from the one to the other; a larger --steps finds one. "
		either = "No stated chain of at most 2 relations leads from the one to the other, either way; a larger --steps finds some"
		longer = "No stated chain of at most 2 relations leads this way; a larger --steps finds one. "
	)
	chain := func(typ story.RelationType, ids ...string) (out []story.Relation) {
		for i := range ids[1:] {
			out = append(out, story.Relation{From: ids[i], To: ids[i+1], Type: typ})
		}
		return out
	}
	abcd := chain(story.Causes, "a", "b", "c", "d")
	for name, tt := range map[string]struct {
		relations []story.Relation
		from, to  string
		opt       Options
		kind      Kind
		more      bool
		says      string
	}{
		"too long":           {abcd, "a", "d", Options{Steps: 2}, "", true, longer + "None leads the other way."},
		"long enough":        {abcd, "a", "d", Options{Steps: 3}, OfCauses, false, ""},
		"too long backwards": {abcd, "d", "a", Options{Steps: 2}, "", false, "No stated chain leads this way, and none of at most 2 relations the other way; a larger --steps finds one"},
		"too long both ways": {append(chain(story.Causes, "d", "e", "f", "a"), abcd...), "a", "d", Options{Steps: 2}, "", true, either},
		"one back":           {append(chain(story.Causes, "d", "a"), abcd...), "a", "d", Options{Steps: 2}, "", true, longer + "One leads the other way:"},
		"then in order":      {append(chain(story.Before, "a", "d"), abcd...), "a", "d", Options{Steps: 2}, OfOrder, true, causes + "This one has steps"},
		"then by parts":      {append(chain(story.PartOf, "a", "d"), abcd...), "a", "d", Options{Steps: 2}, OfParts, true, causes + "This one goes by parts"},
		"order, then parts": {append(chain(story.PartOf, "a", "d"), chain(story.Before, "a", "b", "c", "d")...), "a", "d", Options{Steps: 2}, OfParts, true,
			"No chain of causes leads from the one to the other, and none with steps in order of at most 2 relations; a larger --steps finds one. This one goes by parts"},
		"longer ones":      {append(chain(story.Causes, "a", "d"), abcd...), "a", "d", Options{Steps: 2, Limit: 9}, OfCauses, true, "There are longer paths: give a larger --steps."},
		"others or longer": {append(chain(story.Causes, "a", "d"), abcd...), "a", "d", Options{Steps: 2}, OfCauses, true, "There are other or longer paths: --all lists those of at most 2 relations, a larger"},
		"possible": {append(abcd, story.Relation{From: "a", To: "d", Type: story.Causes, Strength: story.StrengthPossible}), "a", "d", Options{Steps: 2, Stated: true}, "", true,
			longer + "A possible one does: give --strength possible."},
	} {
		s := &story.Story{Relations: tt.relations}
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			s.Events = append(s.Events, story.Event{ID: id, Title: id})
		}
		r, err := Between(s, build(t, s), tt.from, tt.to, tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		text := prose.OneLine(r.Text(80, "ask"))
		if r.Kind != tt.kind || r.More != tt.more || !strings.Contains(text, tt.says) {
			t.Errorf("%s: kind %q, more %v, says %s; want %q, %v, %s", name, r.Kind, r.More, text, tt.kind, tt.more, tt.says)
		}
		if tt.more && (strings.Contains(text, "No stated chain leads") || tt.kind != "" && strings.Contains(text, "No chain of causes leads from the one to the other.")) {
			t.Errorf("%s: says that there is none: %s", name, text)
		}
	}
}

func indented(t *testing.T, v any) string {
	t.Helper()
	out, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimSpace(out)) + "\n"
}

// TestContradictions: a step is marked as graph.Check names it, but for
// findings that a person silenced.
func TestContradictions(t *testing.T) {
	s, _ := river(t)
	s.Relations = append(s.Relations, story.Relation{From: "mill", To: "flood", Type: story.PartOf})
	g := build(t, s)
	want := map[story.RelationKey]string{}
	for _, d := range graph.Check(s) {
		if d.Name == "effect-before-cause" || d.Name == "part-outside-whole" {
			want[d.Relations[0]] = d.Name
		}
	}
	if len(want) < 4 {
		t.Fatalf("only %v", want)
	}
	marked := func() {
		t.Helper()
		tl := newTeller(s, g)
		for i := range s.Relations {
			r := &s.Relations[i]
			if got := tl.step(r, 1).Contradiction; got != want[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] {
				t.Errorf("%s %s %s: %q", r.From, r.Type, r.To, got)
			}
		}
	}
	marked()
	silenced := map[string]bool{}
	for _, d := range graph.Check(s) {
		if want[d.Relations[0]] == d.Name && !silenced[d.Name] { // one of each name
			silenced[d.Name] = true
			s.Silenced = append(s.Silenced, d.ID)
			delete(want, d.Relations[0])
		}
	}
	if len(silenced) != 2 || len(want) == 0 {
		t.Fatalf("silenced %v, left %v", silenced, want)
	}
	marked()
}

// TestListsAreNeverNull: a program that reads an empty answer finds lists.
func TestListsAreNeverNull(t *testing.T) {
	s, g := river(t)
	a, err := Follow(s, g, "mill", Causes, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Between(s, g, "mill", "rumour", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{indented(t, a), indented(t, r)} {
		if strings.Contains(text, "null") {
			t.Errorf("null in %s", text)
		}
	}
}

func TestUnknownEvent(t *testing.T) {
	s, g := river(t)
	if _, err := Follow(s, g, "bridge-close", Causes, Options{}); err == nil || !strings.Contains(err.Error(), "bridge-closed") {
		t.Errorf("Follow: %v", err)
	}
	if _, err := Between(s, g, "rain", "ghost", Options{}); err == nil || !strings.Contains(err.Error(), "ghost") {
		t.Errorf("Between: %v", err)
	}
}

// TestBeyond: what the bounds cut off is said, for pictures too.
func TestBeyond(t *testing.T) {
	s, g := river(t)
	for _, tt := range []struct {
		opt  Options
		want string
	}{
		{Options{}, ""},
		{Options{Steps: 1}, "There is more beyond: give a larger --steps."},
		{Options{Limit: 2}, "There is more: an answer ends after 2 relations. Ask for an event at the end of a branch."},
	} {
		a, err := Follow(s, g, "bridge-closed", Causes, tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Beyond(); got != tt.want || !strings.Contains(prose.OneLine(a.Text(80)), tt.want) {
			t.Errorf("%+v: %q, want %q, in\n%s", tt.opt, got, tt.want, a.Text(80))
		}
	}
}

// TestDeepTree: branches that run out of room go on from the margin, and none
// of their words is squeezed.
func TestDeepTree(t *testing.T) {
	s := &story.Story{}
	const depth = 60
	for i := range depth {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%02d", i), Title: fmt.Sprintf("The dyke gives way at mile %d of the lower river", i)})
		if i > 0 {
			s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("e%02d", i-1), To: fmt.Sprintf("e%02d", i), Type: story.Causes})
		}
	}
	a, err := Follow(s, build(t, s), "e59", Causes, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := a.Text(80)
	for i := range depth {
		if title := fmt.Sprintf("mile %d of", i); strings.Count(strings.Join(strings.Fields(strings.ReplaceAll(text, "│", " ")), " "), title) == 0 {
			t.Errorf("%q is not told", title)
		}
	}
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(line) - 1; n > 80 {
			t.Errorf("%d characters in %q", n, line)
		}
	}
	if strings.Count(text, "told below") != strings.Count(text, "Further, from") || !strings.Contains(text, "told below") {
		t.Errorf("branches that are put off are not all told:\n%s", text)
	}
}

// randomStory draws a story with circles, several relations of one pair and
// relations of an event to itself.
func randomStory(t *rapid.T) *story.Story {
	s := &story.Story{}
	dates := []string{"", "2001", "2001-05", "2002", "1999~", "2003?"}
	n := rapid.IntRange(1, 8).Draw(t, "events")
	for i := range n {
		d, err := edtf.Parse(rapid.SampledFrom(dates[1:]).Draw(t, "date"))
		if err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 3).Draw(t, "undated") == 0 {
			d = edtf.Date{}
		}
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%d", i), Title: rapid.String().Draw(t, "title"), Date: d})
	}
	types := []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf}
	for range rapid.IntRange(0, 14).Draw(t, "relations") {
		s.Relations = append(s.Relations, story.Relation{
			From: fmt.Sprintf("e%d", rapid.IntRange(0, n-1).Draw(t, "from")), To: fmt.Sprintf("e%d", rapid.IntRange(0, n-1).Draw(t, "to")),
			Type:     rapid.SampledFrom(types).Draw(t, "type"),
			Strength: rapid.SampledFrom([]story.Strength{"", story.StrengthStated, story.StrengthPossible}).Draw(t, "strength"),
			Cue:      rapid.SampledFrom([]string{"", "led to"}).Draw(t, "cue"),
			Mentions: []story.Mention{{Document: "d", Quote: rapid.String().Draw(t, "quote")}}[:rapid.IntRange(0, 1).Draw(t, "mentions")],
		})
	}
	return s
}

// TestFollowProperties: the steps are exactly the claims that can be reached,
// the text tells each once, in lines that fit, without what a terminal obeys.
func TestFollowProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		g, err := graph.New(s)
		if err != nil {
			t.Fatal(err)
		}
		d := rapid.SampledFrom([]Direction{Causes, Effects}).Draw(t, "direction")
		opt := Options{Stated: rapid.Bool().Draw(t, "stated")}
		a, err := Follow(s, g, "e0", d, opt)
		if err != nil {
			t.Fatal(err)
		}
		// By force: grow the set of reached events until nothing is added.
		reached := map[string]bool{"e0": true}
		want := 0
		for again := true; again; {
			again, want = false, 0
			for i := range s.Relations {
				r := &s.Relations[i]
				near, far := r.To, r.From
				if d == Effects {
					near, far = far, near
				}
				if !claims(r) || r.From == r.To || opt.Stated && r.Strength == story.StrengthPossible || !reached[near] {
					continue
				}
				want++
				again = again || !reached[far]
				reached[far] = true
			}
		}
		if len(a.Steps) != want || a.More {
			t.Fatalf("%d steps, want %d", len(a.Steps), want)
		}
		width := rapid.IntRange(40, 100).Draw(t, "width")
		text := a.Text(width)
		if n := strings.Count(text, "├─ ") + strings.Count(text, "└─ "); n < want {
			t.Fatalf("the text tells %d steps of %d:\n%s", n, want, text)
		}
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			words := strings.Fields(strings.TrimLeft(line, "│├└─ "))
			if n := utf8.RuneCountInString(line); n > width && len(words) > 1 {
				t.Fatalf("%d characters in %q", n, line)
			}
			if strings.ContainsFunc(line, unicode.IsControl) {
				t.Fatalf("a control character in %q", line)
			}
		}
	})
}

// TestBetweenProperties: a path goes from one event to the other step by step,
// and there is one whenever there can be.
func TestBetweenProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		g, err := graph.New(s)
		if err != nil {
			t.Fatal(err)
		}
		to := s.Events[len(s.Events)-1].ID
		r, err := Between(s, g, "e0", to, Options{Limit: 5})
		if err != nil {
			t.Fatal(err)
		}
		a, err := Follow(s, g, "e0", Effects, Options{})
		if err != nil {
			t.Fatal(err)
		}
		linked := to != "e0" && slices.ContainsFunc(a.Steps, func(x Step) bool { return x.To == to })
		if linked != (r.Kind == OfCauses) {
			t.Fatalf("effects say linked %v, paths are of %q", linked, r.Kind)
		}
		for _, p := range r.Paths {
			at := "e0"
			for i, x := range p {
				if x.From != at || x.Depth != i+1 {
					t.Fatalf("step %d of %v goes from %s", i, p, x.From)
				}
				at = x.To
			}
			if at != to || len(p) < len(r.Paths[0]) {
				t.Fatalf("path %v", p)
			}
		}
	})
}
