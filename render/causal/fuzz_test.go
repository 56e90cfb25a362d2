package causal

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/href"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// The most that one fuzzed story holds.
const (
	fuzzEvents    = 90
	fuzzRelations = 240
)

// storyFrom reads a story from any bytes, one item a line, its fields apart by
// tabs. A line that begins with a sign is an event or a relation, others are
// the title:
//
//	event:    +id, date, clock time, title, lane, status, address, field of a difference
//	relation: >the numbers of two events, type, strength, cue
//
// Nothing is refused: what makes no sense is left as it is, or out.
func storyFrom(text string) *story.Story {
	s := &story.Story{}
	for line := range strings.SplitSeq(text, "\n") {
		f := append(strings.Split(line, "\t"), "", "", "", "", "", "", "")
		switch {
		case strings.HasPrefix(line, "+") && len(s.Events) < fuzzEvents:
			e := story.Event{ID: f[0][1:], Time: f[2], Title: f[3], Lane: f[4], Status: story.Status(f[5]), URL: f[6], Drawn: true}
			e.Date, _ = edtf.Parse(f[1])
			if f[7] != "" {
				s.Disagreements = append(s.Disagreements, story.Disagreement{About: []string{e.ID}, Field: f[7],
					Kind: story.Conflict, Values: []story.DisagreementValue{{Value: f[3]}, {Value: f[7]}}})
			}
			s.Events = append(s.Events, e)
		case strings.HasPrefix(line, ">") && len(s.Relations) < fuzzRelations && len(s.Events) > 0:
			s.Relations = append(s.Relations, story.Relation{From: s.Events[number(f[0][1:])%len(s.Events)].ID,
				To: s.Events[number(f[1])%len(s.Events)].ID, Type: story.RelationType(f[2]), Strength: story.Strength(f[3]), Cue: f[4]})
		default:
			s.Title = line
		}
	}
	return s
}

// number reads digits, and anything else as some number.
func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = (n*10 + int(c-'0')) & 0xffff
	}
	return n
}

// textOf writes a story for storyFrom.
func textOf(s *story.Story) string {
	var b strings.Builder
	b.WriteString(s.Title)
	place := map[string]int{}
	for i, e := range s.Events {
		place[e.ID] = i
		fmt.Fprintf(&b, "\n+%s\t%s\t%s\t%s\t%s\t%s\t%s", e.ID, e.Date, e.Time, e.Title, e.Lane, e.Status, e.URL)
	}
	for _, r := range s.Relations {
		fmt.Fprintf(&b, "\n>%d\t%d\t%s\t%s\t%s", place[r.From], place[r.To], r.Type, r.Strength, r.Cue)
	}
	return b.String()
}

// valid reports whether the story would pass a check, so that it has to be
// drawn.
func valid(s *story.Story) bool {
	return !slices.ContainsFunc(s.Validate(""), func(d story.Diagnostic) bool { return d.Severity == story.Error })
}

// FuzzCausesPicture draws whatever a story holds, in every shape and order: no
// panic, the same bytes twice, well-formed XML without anything that runs, each
// event that is to be shown, and each relation between two of them as a line
// or in words.
func FuzzCausesPicture(f *testing.F) {
	for _, s := range stories() {
		f.Add(textOf(s))
	}
	for _, text := range []string{
		"",
		"+a\t1900\n+a\t1901\n>0\t1\tcauses", // two events of one id
		"+a\t1900\n>0\t0\tcauses\n>0\t0\tpart_of",
		"+a\t1900\n+b\t1900\n+c\t1900\n>0\t1\tpart_of\n>1\t2\tpart_of\n>2\t0\tpart_of",
		"+a\t1900\t\tOne\n+b\t1901\t\tTwo\n>0\t1\tcauses\n>0\t1\tcauses\tpossible\n>1\t0\tprevents\n>0\t1\tbefore",
		"+\"><script>alert(1)</script>\t1900\t\t]]></svg><script>x</script>\t<b>\t\tjavascript:alert(1)\n+b\t1901\t\t&amp;\x00\xff\n>0\t1\tcauses\t\t\"'<>&",
		"+a\t../1900\t\t\u202egnp.exe\n+b\t1899-XX\t25:99\t" + strings.Repeat("W", 3000) + "\n+c\t\t\tNo date\n>0\t1\tcauses\n>1\t2\tenables",
		"+a\t-99999/99999\t\t \n+b\tY170000002\t\t\u0600\u0301\u0301\n+c\t1985-04-12T23:20:30Z\t\t洪水 שלום مرحبا 🚢\n>0\t1\tcauses\n>2\t1\tno such\tno such",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		s := storyFrom(text)
		checkPicture(t, s, func() (*scene.Picture, error) { return Narrow(s, Options{}) })
		checkPicture(t, s, func() (*scene.Picture, error) { return Wide(context.Background(), s, Options{}) })
		// Order by cause starts a process for each picture.
		if crc32.ChecksumIEEE([]byte(text))%32 == 0 {
			checkPicture(t, s, func() (*scene.Picture, error) {
				return Wide(context.Background(), s, Options{Order: ByCause, Layout: program})
			})
		}
	})
}

func checkPicture(t *testing.T, s *story.Story, draw func() (*scene.Picture, error)) {
	t.Helper()
	p, err := draw()
	if err != nil {
		if valid(s) {
			t.Fatal(err)
		}
		return
	}
	data := svg.Marshal(p, svg.Options{})
	again, err := draw()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, svg.Marshal(again, svg.Options{})) {
		t.Fatal("drawn twice, the picture differs")
	}
	checkInert(t, data)
	checkTold(t, s, p)
}

// checkInert tests that the picture is well-formed and that nothing in it
// runs, loads or leads to where it must not.
func checkInert(t *testing.T, data []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "script", "foreignObject", "image", "use", "animate", "set", "iframe":
			t.Fatalf("the picture holds <%s>", start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") {
				t.Fatalf("the picture holds the attribute %s", a.Name.Local)
			}
			if _, safe := href.Safe(a.Value); a.Name.Local == "href" && !safe {
				t.Fatalf("the picture leads to %q", a.Value)
			}
		}
	}
}

// checkTold tests that the picture has exactly the events that it should, and
// that each relation between two of them is there as a line, or at least in
// the words of its events.
func checkTold(t *testing.T, s *story.Story, p *scene.Picture) {
	t.Helper()
	shown, count, err := Shown(s)
	if err != nil {
		t.Fatal(err)
	}
	want, got, labels := map[string]bool{}, map[string]bool{}, map[string]string{}
	titles := map[string]string{}
	for _, m := range shown {
		want[m.Event.ID] = true
		titles[m.Event.ID] = m.Event.Title
	}
	lines := map[string]bool{}
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		g, ok := m.(scene.Group)
		if !ok {
			return
		}
		if g.Role == scene.ListItem {
			id := datum(g, "event")
			if got[id] {
				t.Fatalf("event %q is drawn twice", id)
			}
			got[id], labels[id] = true, g.Label
		}
		if len(g.Data) > 0 && g.Data[0].Key == "from" {
			lines[datum(g, "from")+"\n"+datum(g, "type")+"\n"+datum(g, "to")] = true
		}
	})
	if !maps.Equal(got, want) {
		t.Fatalf("events drawn %v, want %v", got, want)
	}
	related := map[string]bool{}
	for _, r := range s.Relations {
		if !want[r.From] || !want[r.To] || r.From == r.To {
			continue
		}
		key := r.From + "\n" + string(r.Type) + "\n" + r.To
		related[key] = true
		inWords := strings.Contains(labels[r.From], titles[r.To]) && strings.Contains(labels[r.To], titles[r.From])
		if !lines[key] && !inWords {
			t.Fatalf("relation %q is neither a line nor told in %q and %q", key, labels[r.From], labels[r.To])
		}
	}
	if len(related) != count {
		t.Fatalf("%d relations, but the picture counts %d", len(related), count)
	}
	for key := range lines {
		if !related[key] {
			t.Fatalf("a line for %q, which nobody stated", key)
		}
	}
	if p.Description == "" || len(shown) > 0 && !strings.Contains(p.Description, lang.Speaker{}.Count("relations", int64(count))) {
		t.Fatalf("the description is %q for %d relations", p.Description, count)
	}
}
