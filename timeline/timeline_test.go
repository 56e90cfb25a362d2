package timeline_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph/relate"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

var lang = sync.OnceValue(func() nlp.Language { return english.New() })

func day(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// report makes a document; date "" leaves it undated.
func report(t testing.TB, name, date, text string) source.Document {
	t.Helper()
	opt := source.Options{}
	if date != "" {
		opt.Date = day(t, date)
	}
	d, err := source.ReadBytes(name+".txt", []byte(text), opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lake is a set of reports on one story, in which events are told several
// times, in other words, with and without dates.
func lake(t testing.TB) []source.Document {
	return []source.Document{
		report(t, "fjord", "2018-05-04", "Rautio and Quiroga meet in Geneva\n\nPresident Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva on 3 May 2018. The flood of March 2018 in Nigeria led to the meeting, officials said.\n\nRautio had sued Tomas Hruska in Oslo in 2011."),
		report(t, "harbour", "2018-05-05", "Talks in Geneva\n\nFinland and Chile held talks in Geneva on Thursday. Aino Rautio and Pablo Quiroga signed a treaty at the talks."),
		report(t, "meadow", "", "Quiroga meets Rautio\n\nPresident Pablo Quiroga of Chile met President Aino Rautio of Finland in Geneva on Thursday. Quiroga had visited Wanjiru Kamau in Nairobi last month."),
		report(t, "north", "2018-05-06", "Presidents part\n\nAino Rautio met Pablo Quiroga on 2 May 2018 in Geneva. In 2011 Aino Rautio sued Tomas Hruska in Oslo."),
		report(t, "orchard", "2018-06-01", "Ferry sinks off Zanzibar\n\nA ferry sank off Zanzibar on 30 May 2018. Kenya sent rescue teams because of the accident."),
	}
}

// told runs everything and returns the story and its bytes.
func told(t testing.TB, docs []source.Document) (*story.Story, []byte) {
	t.Helper()
	r := timeline.Read(docs, lang(), nil)
	s := r.Story(relate.Relations(r.Merge))
	timeline.Weigh(s)
	timeline.Decide(s, timeline.DetailNormal)
	var b bytes.Buffer
	if err := story.WriteJSON(&b, s); err != nil {
		t.Fatal(err)
	}
	return s, b.Bytes()
}

func TestReadIsDeterministic(t *testing.T) {
	docs := lake(t)
	s, want := told(t, docs)
	if len(s.Events) < 5 || len(s.Relations) == 0 {
		t.Fatalf("too little was read to compare: %d events, %d relations", len(s.Events), len(s.Relations))
	}
	rapid.Check(t, func(rt *rapid.T) {
		_, got := told(t, rapid.Permutation(docs).Draw(rt, "order"))
		if !bytes.Equal(want, got) {
			rt.Fatalf("the order of the documents changes the story:\n%s", cmp.Diff(string(want), string(got)))
		}
	})
	for _, n := range []int{1, 8} {
		before := runtime.GOMAXPROCS(n)
		_, got := told(t, docs)
		runtime.GOMAXPROCS(before)
		if !bytes.Equal(want, got) {
			t.Errorf("%d processors change the story:\n%s", n, cmp.Diff(string(want), string(got)))
		}
	}
}

// TestReadLeavesDocuments: the caller's list keeps its order.
func TestReadLeavesDocuments(t *testing.T) {
	docs := lake(t)
	docs[0], docs[4] = docs[4], docs[0]
	timeline.Read(docs, lang(), nil)
	if docs[0].ID != "orchard" {
		t.Error("the documents were reordered under the caller")
	}
}

// TestUnrelatedReport: a report of something else changes nothing about the
// other events.
func TestUnrelatedReport(t *testing.T) {
	docs := lake(t)
	before, _ := told(t, docs[:4])
	after, _ := told(t, docs)
	in := map[string]story.Event{}
	for _, e := range after.Events {
		in[e.ID] = e
	}
	for _, e := range before.Events {
		if d := cmp.Diff(e, in[e.ID], cmp.Comparer(func(x, y edtf.Date) bool { return x == y })); d != "" {
			t.Errorf("%s changed:\n%s", e.ID, d)
		}
	}
	if len(after.Events) <= len(before.Events) {
		t.Error("the ferry is missing")
	}
	if d := cmp.Diff(before.Disagreements, after.Disagreements); d != "" || len(before.Disagreements) > 0 && len(before.Documents) != 4 {
		t.Errorf("disagreements changed:\n%s", d)
	}
}

func TestDocuments(t *testing.T) {
	s, _ := told(t, lake(t))
	var got []string
	for _, d := range s.Documents {
		got = append(got, fmt.Sprintf("%s %s %s", d.ID, d.Published, d.Dating))
		if d.TextSHA256 == "" || d.Path != d.ID+".txt" || d.Title == "" {
			t.Errorf("document %+v lacks something", d)
		}
		if (d.Dating == story.DatingInferred) != strings.Contains(d.DatingReason, "fjord") {
			t.Errorf("%s is dated %s because: %s", d.ID, d.Dating, d.DatingReason)
		}
	}
	want := "fjord 2018-05-04 given, harbour 2018-05-05 given, meadow 2018-05-04~ inferred, north 2018-05-06 given, orchard 2018-06-01 given"
	if strings.Join(got, ", ") != want {
		t.Errorf("documents\n got %s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestProgress(t *testing.T) {
	docs := lake(t)
	var seen []int
	timeline.Read(docs, lang(), func(done, of int) {
		if of != len(docs) {
			t.Errorf("of %d documents, want %d", of, len(docs))
		}
		seen = append(seen, done)
	})
	for i, n := range seen {
		if n != i+1 {
			t.Errorf("progress %v does not count up", seen)
		}
	}
	if len(seen) != len(docs) {
		t.Errorf("%d calls for %d documents", len(seen), len(docs))
	}
}

func TestReadNothing(t *testing.T) {
	r := timeline.Read(nil, lang(), nil)
	if s := r.Story(nil); len(s.Events) != 0 || s.Title != "" {
		t.Errorf("nothing was read, but there is %v", s)
	}
}

// TestStoryTitle: that of the event that matters most, of equals the first.
func TestStoryTitle(t *testing.T) {
	r := timeline.Read(nil, lang(), nil)
	r.Merge.Events = []story.Event{{Title: "Small", Weight: 0.2}, {Title: "Great", Weight: 0.9}, {Title: "As great", Weight: 0.9}}
	if got := r.Story(nil).Title; got != "Great" {
		t.Errorf("title %q, want Great", got)
	}
}

// corpus makes reports of about 4 kB on events that overlap.
func corpus(tb testing.TB, n int) []source.Document {
	people := []string{"Aino Rautio", "Pablo Quiroga", "Wanjiru Kamau", "Tomas Hruska", "Leila Haddad", "Ingrid Solberg"}
	towns := []string{"Geneva", "Oslo", "Lyon", "Nairobi", "Lima", "Tampere"}
	acts := []string{"met", "sued", "visited", "telephoned", "criticised"}
	var out []source.Document
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "%s meets %s\n", people[i%6], people[(i+1)%6])
		for k := 0; b.Len() < 4000; k++ {
			a, c := people[(i+k)%6], people[(i+k*k+1)%6]
			fmt.Fprintf(&b, "\n%s %s %s in %s on %d May %d. The talks in %s led to a strike in %s, and a treaty was signed there two days later because of the flood.\n",
				a, acts[k%5], c, towns[(i+k)%6], 1+(i+k)%28, 1990+k, towns[(i+k)%6], towns[(k+2)%6])
		}
		out = append(out, report(tb, fmt.Sprintf("report-%02d", i), "2018-06-01", b.String()))
	}
	return out
}

// BenchmarkRead reads and merges thirty reports of 4 kB.
func BenchmarkRead(b *testing.B) {
	docs := corpus(b, 30)
	lang()
	for b.Loop() {
		r := timeline.Read(docs, lang(), nil)
		relate.Relations(r.Merge)
	}
	b.ReportMetric(float64(30*b.N)/b.Elapsed().Seconds(), "reports/s")
}
