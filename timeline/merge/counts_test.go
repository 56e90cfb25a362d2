package merge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

func TestReadCount(t *testing.T) {
	for _, tt := range []struct {
		words string
		value int64 // thousandths, 0 for none
		slack int64
	}{
		{"12", 12_000, 0}, {"twelve", 12_000, 0}, {"twenty-one", 21_000, 0}, {"1,187", 1_187_000, 0},
		{"2.5 million", 2_500_000_000, 50_000_000}, {"two hundred", 200_000, 10_000}, {"three thousand", 3_000_000, 150_000},
		{"1,200", 1_200_000, 50_000}, {"three dozen", 36_000, 1800},
		{"", 0, 0}, {"0", 0, 0}, {"1990s", 0, 0}, {"-4", 0, 0}, {"1.2.3", 0, 0}, {"99999999999999999999", 0, 0},
		{"900 trillion trillion", 0, 0}, {"twenty-twelve", 0, 0}, {"five.", 0, 0},
	} {
		value, slack, ok := readCount(strings.Fields(tt.words))
		if ok != (tt.value > 0) || ok && (value != tt.value || slack != tt.slack) {
			t.Errorf("%q is %d ± %d, %v; want %d ± %d", tt.words, value, slack, ok, tt.value, tt.slack)
		}
	}
}

// TestNumbers: reports disagree where they count the same thing differently.
func TestNumbers(t *testing.T) {
	sank := func(id, day, what string) report {
		return lead(id, "2031-05-0"+day, "Ferry Halva sinks off Ostrand", "The ferry Halva sank off Ostrand on 3 May 2031. "+what)
	}
	for _, tt := range []struct {
		name    string
		reports []report
		want    string // values with documents, "" for no disagreement
	}{
		{"two tolls", []report{sank("a", "4", "The sinking killed 12 people."), sank("b", "4", "The sinking killed 14 people.")}, "12 people [a] 14 people [b]"},
		{"a higher toll the day after", []report{sank("a", "4", "The sinking killed twelve people."), sank("b", "5", "The sinking killed 30 people.")}, "twelve people [a] 30 people [b]"},
		{"three reports", []report{sank("a", "4", "The sinking killed 12 people."), sank("b", "4", "The sinking killed 14 people."), sank("c", "5", "The sinking killed 14 people.")}, "12 people [a] 14 people [b c]"},
		{"a lower bound", []report{sank("a", "4", "The sinking killed at least 12 people."), sank("b", "5", "The sinking killed 14 people.")}, ""},
		{"a lower bound above", []report{sank("a", "4", "The sinking killed at least 20 people."), sank("b", "5", "The sinking killed 14 people.")}, "14 people [b] at least 20 people [a]"},
		{"about as many", []report{sank("a", "4", "The sinking killed about 15 people."), sank("b", "5", "The sinking killed 14 people.")}, ""},
		{"one number in two spellings", []report{sank("a", "4", "The sinking killed twelve people."), sank("b", "5", "The sinking killed 12 people.")}, ""},
		{"other things", []report{sank("a", "4", "The sinking killed 12 people."), sank("b", "5", "The sinking killed 14 horses.")}, ""},
		{"one report alone", []report{sank("a", "4", "The sinking killed 12 people. The sinking killed 14 people.")}, ""},
	} {
		r, _ := merged(t, tt.reports...)
		var got []string
		for _, d := range r.Disagreements {
			if d.Field != "number" {
				continue
			}
			if d.Kind != story.Conflict || len(d.About) != 1 {
				t.Errorf("%s: %+v", tt.name, d)
			}
			for _, v := range d.Values {
				got = append(got, fmt.Sprintf("%s %v", v.Value, v.Documents))
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q\n%s", tt.name, s, tt.want, triggers(r))
		}
	}
}

// TestDisputes: places that exclude each other and a call-off that another
// report denies by telling of the event are answers to one question.
func TestDisputes(t *testing.T) {
	w := world()
	nodes := []Node{node(t, 0, "2018-05-03", ann, bo, lyon), node(t, 1, "2018-05-03", ann, bo, oslo)}
	w.Docs[0].Source.ID, w.Docs[1].Source.ID = "a", "b"
	r := &Result{World: w, Nodes: nodes}
	if got := fmt.Sprint(r.scenes(Cluster{0, 1})); got != "[{Lyon [a]} {Oslo [b]}]" {
		t.Errorf("places %s", got)
	}
	nodes[1].places = append(nodes[1].places, lyon)
	if got := r.scenes(Cluster{0, 1}); len(got) > 0 {
		t.Errorf("a report that gives both places disagrees: %v", got)
	}
	nodes[0].status = story.StatusCancelled
	if got := fmt.Sprint(r.outcomes(Cluster{0, 1})); got != "[{happened [b]} {cancelled [a]}]" {
		t.Errorf("outcomes %s", got)
	}
	nodes[0].status = story.StatusPlanned
	if got := r.outcomes(Cluster{0, 1}); len(got) > 1 {
		t.Errorf("a plan disagrees with its event: %v", got)
	}
}
