package merge

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// reasonsOf returns the mentions' reasons by document and, with a full stop,
// the event's own.
func reasonsOf(e *story.Event) map[string]string {
	out := map[string]string{"title": e.TitleReason, "status": e.StatusReason}
	for _, m := range e.Mentions {
		if _, ok := out["date "+m.Document]; !ok {
			out["date "+m.Document], out["link "+m.Document] = m.DateReason, m.LinkReason
		}
	}
	return out
}

func TestReasons(t *testing.T) {
	const second = "President Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva"
	for _, tt := range []struct {
		name, at string
		reports  []report
		want     map[string]string // "" for nothing
	}{
		{"one report", "a:met", []report{lead("a", "2018-05-04", "Summit", geneva+"Thursday.")}, map[string]string{
			"title": "made from “President Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva on Thursday” in a", "status": "",
			"date a": "counted from 4 May 2018, the date given for the report: the latest such day up to then", "link a": "",
		}},
		{"merged by day, people and place", "a:met", []report{
			lead("a", "2018-05-04", "Presidents", geneva+"3 May 2018."), lead("b", "2018-05-05", "Presidents", geneva+"Thursday."),
		}, map[string]string{
			"date a": "the words say it all",
			"date b": "counted from 5 May 2018, the date given for the report: the latest such day up to then",
			"link b": "as in a: the same kind of act (meeting), the same people or bodies (Aino Rautio, Pablo Quiroga and Chile), the same place (Geneva), the same day, both reports are about it",
		}},
		{"the day of the news from another report", "a:met", []report{
			lead("a", "2018-05-04", "Summit", geneva+"Thursday."), lead("b", "2018-05-04", "Presidents", second+"."),
		}, map[string]string{"date b": "the day that other reports give for what this report is about: a"}},
		{"a report's own day stays its own", "a:met", []report{lead("a", "2018-05-04", "Summit", second+".")}, map[string]string{
			"date a": "told in the past tense in a report of 4 May 2018; no other day is named",
		}},
		{"an undated report", "a:met", []report{
			lead("a", "2018-05-04", "Summit", geneva+"3 May 2018."), lead("b", "", "Presidents", geneva+"Thursday."),
		}, map[string]string{"date b": "counted from 4 May 2018, the date inferred for the report: the latest such day up to then"}},
		{"two days", "a:met", []report{
			lead("a", "2018-12-04", "Summit", geneva+"3 May 2018."), lead("b", "2018-12-05", "Presidents", geneva+"4 May 2018."),
		}, map[string]string{"date b": "the words say it all; but the event has possibly 3 May 2018, from a"}},
		{"a plan that came to pass", "b:met", []report{
			lead("a", "2018-05-01", "Summit", "President Aino Rautio of Finland will meet President Pablo Quiroga of Chile in Geneva on 3 May 2018."),
			lead("b", "2018-05-04", "Presidents", geneva+"3 May 2018."),
		}, map[string]string{"status": "a told it as planned, which is older knowledge"}},
		{"a plan", "a:meet", []report{lead("a", "2018-05-01", "Summit", "Aino Rautio will meet Pablo Quiroga in Geneva on 3 May 2018.")}, map[string]string{
			"status": "“will meet” in a; its date lies after 1 May 2018, the date given for the report",
		}},
		{"a call-off", "a:summit", []report{lead("a", "2018-05-01", "News", "The summit of Aino Rautio and Pablo Quiroga in Geneva was cancelled on Monday.")}, map[string]string{
			"status": "“was cancelled” in a",
		}},
	} {
		r, _ := merged(t, tt.reports...)
		got := reasonsOf(event(t, r, tt.at))
		for k, want := range tt.want {
			if got[k] != want {
				t.Errorf("%s: %s\n got %q\nwant %q", tt.name, k, got[k], want)
			}
		}
	}
}

// TestReasonsWithinAReport: later mentions of one report say why they are of
// the same event.
func TestReasonsWithinAReport(t *testing.T) {
	r, _ := merged(t, lead("a", "2018-05-04", "Summit", geneva+"3 May 2018. The meeting lasted two hours."))
	e := event(t, r, "a:met")
	last := e.Mentions[len(e.Mentions)-1]
	if !strings.Contains(last.LinkReason, "in the same report") && !strings.Contains(last.LinkReason, "the same report told before") {
		t.Errorf("the last of %d mentions is there because %q", len(e.Mentions), last.LinkReason)
	}
	if last.DateReason != "the same report dates it elsewhere: “3 May 2018”" {
		t.Errorf("it is dated because %q", last.DateReason)
	}
	if e.Mentions[0].LinkReason != "" {
		t.Errorf("the first mention is joined to itself: %q", e.Mentions[0].LinkReason)
	}
}

// TestEveryMentionHasReasons: the first mention of an event stands for itself,
// each other says why it is one of it, and where the event has a date each
// says how it comes to it.
func TestEveryMentionHasReasons(t *testing.T) {
	r, _ := merged(t,
		lead("a", "2018-05-04", "Talks", "Aino Rautio and Pablo Quiroga held talks in Geneva on Thursday. The talks lasted two hours. Rautio praised the food and thanked the cooks."),
		lead("b", "2018-05-05", "Presidents", geneva+"Thursday. They held talks on trade. In 2011 Aino Rautio sued Tomas Hruska in Oslo."),
		lead("c", "", "Talks in Geneva", "Pablo Quiroga held talks with Aino Rautio in Geneva on Thursday. A treaty will be signed on 9 June."))
	linked := 0
	for _, e := range r.Events {
		for i, m := range e.Mentions {
			if (i == 0) != (m.LinkReason == "") {
				t.Errorf("%s: mention %d of %s is linked by %q", e.ID, i, m.Document, m.LinkReason)
			}
			if !e.Date.IsZero() && m.DateReason == "" {
				t.Errorf("%s: mention %d of %s has a date for no reason", e.ID, i, m.Document)
			}
			if i > 0 && m.Document != e.Mentions[i-1].Document {
				linked++
				if !strings.HasPrefix(m.LinkReason, "as in ") {
					t.Errorf("%s: %s is linked by %q", e.ID, m.Document, m.LinkReason)
				}
			}
		}
		if e.TitleReason == "" || e.WeightReason == "" {
			t.Errorf("%s has no reason for its title or weight", e.ID)
		}
	}
	if linked == 0 {
		t.Error("nothing was merged")
	}
}
