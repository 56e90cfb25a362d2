package merge

import (
	"strings"
	"sync"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

var lang = sync.OnceValue(func() nlp.Language { return english.New() })

// A report is a document for a test: its id, its date ("" for none) and text.
type report struct{ id, date, text string }

func (r report) read(t testing.TB) *extract.Document {
	t.Helper()
	opt := source.Options{}
	if r.date != "" {
		opt.Date = edtfDate(t, r.date)
	}
	d, err := source.ReadBytes(r.id+".txt", []byte(r.text), opt)
	if err != nil {
		t.Fatal(err)
	}
	return extract.Read(d, lang(), d.Published)
}

func edtfDate(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func readAll(t testing.TB, reports []report) []*extract.Document {
	t.Helper()
	var out []*extract.Document
	for _, r := range reports {
		out = append(out, r.read(t))
	}
	return out
}

// merged runs the whole package over reports.
func merged(t testing.TB, reports ...report) (*Result, []Inference) {
	t.Helper()
	docs, inferred := Date(readAll(t, reports))
	return Events(docs), inferred
}

// event returns the event that "report:trigger" is a mention of; with "#2" at
// the end, of the second such trigger.
func event(t testing.TB, r *Result, at string) *story.Event {
	t.Helper()
	id, word, _ := strings.Cut(at, ":")
	word, second := strings.CutSuffix(word, "#2")
	for i, d := range r.World.Docs {
		if d.Source.ID != id {
			continue
		}
		for _, m := range d.Mentions {
			toks := d.Tokens(m.Sentence)
			if !strings.EqualFold(d.Source.Text[toks[m.Start].Start:toks[m.End-1].End], word) {
				continue
			}
			if second {
				second = false
				continue
			}
			for k := range r.Events {
				if r.Events[k].ID == r.EventOf[[2]int{i, m.Chain}] {
					return &r.Events[k]
				}
			}
			t.Fatalf("%s is a mention of no event", at)
		}
	}
	t.Fatalf("no mention %s; there are %s", at, triggers(r))
	return nil
}

// triggers lists what was extracted, for failures.
func triggers(r *Result) string {
	var out []string
	for _, d := range r.World.Docs {
		for _, m := range d.Mentions {
			toks := d.Tokens(m.Sentence)
			out = append(out, d.Source.ID+":"+d.Source.Text[toks[m.Start].Start:toks[m.End-1].End]+" "+m.When.Date.String()+"/"+string(m.When.Basis))
		}
	}
	return strings.Join(out, ", ")
}

// lead makes a report of one heading and sentences.
func lead(id, date, heading string, sentences ...string) report {
	return report{id, date, heading + "\n\n" + strings.Join(sentences, " ") + "\n"}
}

// pairs holds that mentions are of one event or of two: "report:trigger|report:trigger".
func pairs(t *testing.T, r *Result, same, apart []string) {
	t.Helper()
	for _, p := range same {
		x, y, _ := strings.Cut(p, "|")
		if a, b := event(t, r, x), event(t, r, y); a.ID != b.ID {
			t.Errorf("%s and %s are apart: %s, %s\n%s", x, y, a.ID, b.ID, triggers(r))
		}
	}
	for _, p := range apart {
		x, y, _ := strings.Cut(p, "|")
		if a, b := event(t, r, x), event(t, r, y); a.ID == b.ID {
			t.Errorf("%s and %s are one: %s", x, y, a.ID)
		}
	}
}
