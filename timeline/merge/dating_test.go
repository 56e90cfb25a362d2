package merge

import (
	"strings"
	"testing"
)

const geneva = "President Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva on "

func TestDateUndatedReports(t *testing.T) {
	reports := []report{
		lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"Thursday. The two presidents signed a treaty."),
		lead("b", "", "Rautio and Quiroga meet in Geneva", geneva+"Thursday. Rautio had met Wanjiru Kamau in Oslo last month."),
		lead("c", "", "Ferry sinks off Zanzibar", "A ferry sank off Zanzibar on Tuesday. Divers searched for survivors."),
	}
	docs, inferred := Date(readAll(t, reports))
	r := Events(docs)
	if !inferred[0].Date.IsZero() {
		t.Errorf("a dated report was dated again: %v", inferred[0])
	}
	if got := inferred[1].Date.String(); got != "2018-05-04~" {
		t.Errorf("the report of the same meeting is dated %q, want 2018-05-04~", got)
	}
	for _, want := range []string{"a", "2018-05-04", `"Thursday"`} {
		if !strings.Contains(inferred[1].Reason, want) {
			t.Errorf("reason %q does not name %s", inferred[1].Reason, want)
		}
	}
	if !inferred[2].Date.IsZero() {
		t.Errorf("the report of something else is dated %v", inferred[2])
	}
	// What the inferred date dates in turn.
	if got := event(t, r, "b:met#2").Date.String(); got != "2018-04" {
		t.Errorf("last month is %q, want 2018-04", got)
	}
	if got := event(t, r, "b:met").Date.String(); got != "2018-05-03" {
		t.Errorf("Thursday is %q, want 2018-05-03", got)
	}
	if got := event(t, r, "c:sank"); !got.Date.IsZero() {
		t.Errorf("the ferry sank on %s, which nobody says", got.Date)
	}
}

// TestEarliestReportDates: of several dated reports the first one is nearest
// to the news.
func TestEarliestReportDates(t *testing.T) {
	_, inferred := merged(t,
		lead("a", "2018-05-06", "Rautio meets Quiroga in Geneva", geneva+"3 May 2018."),
		lead("b", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"3 May 2018."),
		lead("c", "", "Rautio and Quiroga meet in Geneva", geneva+"3 May."))
	if got := inferred[2].Date.String(); got != "2018-05-04~" || !strings.Contains(inferred[2].Reason, "b") {
		t.Errorf("dated %s because it %s, want the date of b", got, inferred[2].Reason)
	}
}

// TestNewsDay: a report of the day after that gives no day tells of the day
// that others state.
func TestNewsDay(t *testing.T) {
	r, _ := merged(t,
		lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"Thursday."),
		lead("b", "2018-05-04", "Rautio and Quiroga meet", "President Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva. Rautio resigned hours later."))
	if a, b := event(t, r, "a:met"), event(t, r, "b:met"); a.ID != b.ID || a.Date.String() != "2018-05-03" {
		t.Errorf("the meeting is %s and %s", a.ID, b.ID)
	}
	b := r.World.Docs[1]
	if b.News.String() != "2018-05-03" {
		t.Errorf("the second report's news is of %q, want 2018-05-03", b.News)
	}
}

// TestNoDatedReport: without any dated report nothing can be inferred, and
// dating ends.
func TestNoDatedReport(t *testing.T) {
	_, inferred := merged(t,
		lead("a", "", "Rautio meets Quiroga in Geneva", geneva+"Thursday."),
		lead("b", "", "Rautio and Quiroga meet in Geneva", geneva+"Thursday."))
	for _, inf := range inferred {
		if !inf.Date.IsZero() {
			t.Errorf("dated %v", inf)
		}
	}
}

// TestDateLeavesDocumentsAlone: extractions are read, never changed.
func TestDateLeavesDocumentsAlone(t *testing.T) {
	in := readAll(t, []report{
		lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"Thursday."),
		lead("b", "", "Rautio and Quiroga meet in Geneva", geneva+"Thursday."),
	})
	out, _ := Date(in)
	if !in[1].Date.IsZero() || out[1].Date.IsZero() {
		t.Errorf("in is dated %q, out %q", in[1].Date, out[1].Date)
	}
}

// TestInferenceThroughAnother: a report that shares nobody with the dated one
// is dated through a third that has people of both.
func TestInferenceThroughAnother(t *testing.T) {
	_, inferred := merged(t,
		lead("a", "2018-05-04", "Rautio meets Quiroga", "Aino Rautio met Pablo Quiroga in Geneva on Thursday."),
		lead("b", "", "Rautio, Quiroga and Kamau meet", "Aino Rautio met Pablo Quiroga and Wanjiru Kamau in Geneva on Thursday."),
		lead("c", "", "Kamau in Geneva", "Wanjiru Kamau met Tomas Hruska in Geneva on Thursday."))
	for i, inf := range inferred[1:] {
		if got := inf.Date.String(); got != "2018-05-04~" {
			t.Errorf("report %d is dated %q, want 2018-05-04~", i+1, got)
		}
	}
}

// TestInPassing: that an undated report mentions an event says nothing of when
// it was written.
func TestInPassing(t *testing.T) {
	_, inferred := merged(t,
		lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"3 May 2018."),
		lead("b", "", "Ferry sinks off Zanzibar", "A ferry sank off Zanzibar on Tuesday. Kenya sent rescue teams to Zanzibar. Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."))
	if !inferred[1].Date.IsZero() {
		t.Errorf("dated %v", inferred[1])
	}
}
