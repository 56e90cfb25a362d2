package recall_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/recall"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

const text = `The ferry of Sele

Aurel Dane met Mira Holt in Sele on 4 May 1869. Dane resigned on 6 May 1869, and Holt sued Tobias Renn in Orne on 9 May 1869.

Renn visited Tarn on 11 May 1869.
`

func day(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func read(t testing.TB, id, text string) *extract.Document {
	t.Helper()
	src, err := source.ReadBytes(id+".txt", []byte(text), source.Options{Date: day(t, "1880-02-03")})
	if err != nil {
		t.Fatal(err)
	}
	return extract.Read(src, english.Fast(), src.Published)
}

// told makes a story of what was read: an event for each chain that is not
// told in passing, by its first word.
func told(t testing.TB, d *extract.Document) *story.Story {
	t.Helper()
	s := &story.Story{Documents: []story.Document{{ID: d.Source.ID, Published: d.Date}}}
	for _, c := range d.Chains {
		e := story.Event{ID: d.Mentions[c.Mentions[0]].Lemma, Title: d.Mentions[c.Mentions[0]].Title, Date: c.When.Date}
		if c.Minor || e.Title == "" {
			continue
		}
		for _, k := range c.Mentions {
			e.Mentions = append(e.Mentions, d.StoryMention(k, true))
		}
		s.Events = append(s.Events, e)
	}
	if len(s.Events) < 4 {
		t.Fatalf("too little was read: %v", s.Events)
	}
	return s
}

// chains says which words tell of which event.
func chains(d recall.Document) string {
	var out []string
	for at, c := range d.Chains {
		if d.Of[at] == "" {
			continue
		}
		var words []string
		for _, k := range c.Mentions {
			words = append(words, d.Mentions[k].Lemma)
		}
		out = append(out, fmt.Sprintf("%s: %s %s", d.Of[at], strings.Join(words, " "), c.When.Date))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

const all = "meet: meet 1869-05-04; resign: resign 1869-05-06; sue: sue 1869-05-09; visit: visit 1869-05-11"

// What a story quotes is read as the report was, with offsets and without.
func TestReports(t *testing.T) {
	d := read(t, "a", text)
	bare := func(s *story.Story) {
		for i := range s.Events {
			for k := range s.Events[i].Mentions {
				s.Events[i].Mentions[k].Sentence, s.Events[i].Mentions[k].Trigger = story.Span{}, story.Span{}
			}
		}
	}
	find := func(s *story.Story, id string) *story.Event {
		return &s.Events[slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == id })]
	}
	for _, tt := range []struct {
		name string
		edit func(s *story.Story)
		want string
		more string // as a person dated it
	}{
		{"as it was", func(s *story.Story) {}, all, ""},
		{"without offsets", bare, all, ""},
		{"other titles and people", func(s *story.Story) {
			for i := range s.Events {
				s.Events[i].Title, s.Events[i].Actors = "Mine", []string{"Nobody"}
			}
		}, all, ""},
		{"one deleted", func(s *story.Story) {
			s.Events = slices.DeleteFunc(s.Events, func(e story.Event) bool { return e.ID == "resign" })
		}, strings.Replace(all, "resign: resign 1869-05-06; ", "", 1), ""},
		{"put together", func(s *story.Story) {
			find(s, "meet").Mentions = append(find(s, "meet").Mentions, find(s, "visit").Mentions...)
			s.Events = slices.DeleteFunc(s.Events, func(e story.Event) bool { return e.ID == "visit" })
		}, "meet: meet visit 1869-05-04; resign: resign 1869-05-06; sue: sue 1869-05-09", ""},
		{"dated by a person", func(s *story.Story) { find(s, "sue").Date = day(t, "1871") }, all,
			strings.Replace(all, "1869-05-09", "1871", 1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := told(t, d)
			tt.edit(s)
			other := []*extract.Document{read(t, "b", "Tobias Renn resigned on 20 May 1869.")}
			got := recall.NewMemory(s, nil).Reports(english.Fast(), other, nil)
			if len(got) == 0 || chains(got[0]) != tt.want {
				t.Fatalf("recalled %v, want %s", got, tt.want)
			}
			if tt.more == "" && len(got) > 1 || tt.more != "" && (len(got) != 2 || !got[1].Edit || chains(got[1]) != tt.more) {
				t.Errorf("%d readings, want the second to be %q", len(got), tt.more)
			}
			for _, m := range got[0].Mentions {
				if m.Chain < 0 || m.Chain >= len(got[0].Chains) {
					t.Errorf("%s is in chain %d of %d", m.Lemma, m.Chain, len(got[0].Chains))
				}
			}
		})
	}
}

// Removed events are remembered as long as they are known.
func TestReportsOfRemoved(t *testing.T) {
	s := told(t, read(t, "a", text))
	gone := s.Events[3:]
	s.Events = s.Events[:3]
	got := recall.NewMemory(s, gone).Reports(english.Fast(), []*extract.Document{read(t, "b", "Tobias Renn resigned on 20 May 1869.")}, nil)
	if len(got) != 1 || chains(got[0]) != all {
		t.Errorf("recalled %s", chains(got[0]))
	}
}

// Only reports that share a name or a day with others are looked at.
func TestReportsAsked(t *testing.T) {
	m := recall.NewMemory(told(t, read(t, "a", text)), nil)
	for _, tt := range []struct {
		other   string
		without bool
		want    int
	}{
		{"Tobias Renn resigned on 20 May 1871.", false, 1},
		{"Tobias Renn resigned on 20 May 1871.", true, 0},
		{"Lena Aalto visited Kestrin on 6 May 1869.", false, 1},
		{"Lena Aalto visited Kestrin on 7 May 1869.", false, 0},
	} {
		if got := m.Reports(english.Fast(), []*extract.Document{read(t, "b", tt.other)}, map[string]bool{"a": tt.without}); len(got) != tt.want {
			t.Errorf("%s: %d reports, want %d", tt.other, len(got), tt.want)
		}
	}
	if got := m.Quotes("a"); len(got) != 3 {
		t.Errorf("quotes %q", got)
	}
	if got := m.Quotes("x"); got != nil {
		t.Errorf("quotes of no document: %q", got)
	}
}

// A text that has changed still tells of what it told of; what is new in it is
// told apart.
func TestBind(t *testing.T) {
	m := recall.NewMemory(told(t, read(t, "a", text)), nil)
	changed := strings.Replace(text, "Renn visited Tarn on 11 May 1869.", "Renn visited Kestrin on 12 May 1869.", 1)
	got := m.Bind(read(t, "a", changed), "a")
	if want := strings.Replace(all, "; visit: visit 1869-05-11", "", 1); chains(got) != want {
		t.Errorf("bound %s, want %s", chains(got), want)
	}
	for quote := range got.Known {
		if !strings.Contains(text, quote) || strings.Contains(quote, "Kestrin") {
			t.Errorf("%q counts as known", quote)
		}
	}
	if got := m.Bind(read(t, "b", text), "b"); len(got.Of) > 0 || len(got.Known) > 0 {
		t.Errorf("a document that is not known has %v", got.Of)
	}
}

// FuzzReports: no mention of a story, however wrong, stops the program.
func FuzzReports(f *testing.F) {
	f.Add("Renn resigned.", 0, 14, 5, 13, "in May")
	f.Add("Ünï résigned \xff on 3 May", -1, 4, 99, 3, "")
	f.Add("", 5, 1, 1, 1, "x")
	f.Fuzz(func(t *testing.T, quote string, start, end, from, to int, words string) {
		m := story.Mention{Document: "a", Quote: quote, Sentence: story.Span{Start: start, End: end}, Trigger: story.Span{Start: from, End: to}, DateText: words}
		s := &story.Story{Documents: []story.Document{{ID: "a"}}, Events: []story.Event{{ID: "x", Title: "Renn", Mentions: []story.Mention{m, m}}, {ID: "y", Title: "Y", Mentions: []story.Mention{m}}}}
		memory := recall.NewMemory(s, nil)
		other := read(t, "b", "Tobias Renn resigned on 20 May 1871.")
		for _, d := range memory.Reports(english.Fast(), []*extract.Document{other}, nil) {
			for at, c := range d.Chains {
				if len(c.Mentions) == 0 || c.Parent >= len(d.Chains) || c.Parent == at {
					t.Errorf("chain %d: %+v", at, c)
				}
			}
		}
		memory.Bind(other, "a")
	})
}
