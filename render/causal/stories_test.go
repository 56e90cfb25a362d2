package causal

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// event makes an event that is drawn. The date may carry a clock time after a
// space: "1999-05-03 14:05+02:00".
func event(id, when, title string) story.Event {
	day, clock, _ := strings.Cut(when, " ")
	var date edtf.Date
	if day != "" {
		var err error
		if date, err = edtf.Parse(day); err != nil {
			panic(err)
		}
	}
	return story.Event{ID: id, Date: date, Time: clock, Title: title, Drawn: true, Status: story.StatusHappened}
}

// rel reads a relation: "from type to", with "?" after the type where it is
// only possible, and the cue after a comma.
func rel(words string) story.Relation {
	ends, cue, _ := strings.Cut(words, ", ")
	f := strings.Fields(ends)
	r := story.Relation{From: f[0], To: f[2], Strength: story.StrengthStated, Cue: cue}
	kind, possible := strings.CutSuffix(f[1], "?")
	if r.Type = story.RelationType(kind); possible {
		r.Strength = story.StrengthPossible
	}
	return r
}

func rels(words ...string) []story.Relation {
	var out []story.Relation
	for _, w := range words {
		out = append(out, rel(w))
	}
	return out
}

// stories returns what the golden pictures show, by name.
func stories() map[string]*story.Story {
	return map[string]*story.Story{
		"empty": {Title: "The bell that nobody rang", Events: []story.Event{event("bell", "1911-05-02", "Parish buys a bell")}},
		"pair": {Title: "Orchard road", Documents: []story.Document{{Publisher: "Lindental Bote"}}, Events: []story.Event{
			event("frost", "1956-02", "Frost kills the cherry trees"), event("road", "1957-09-30", "Village cuts a road through the orchard")},
			Relations: rels("frost causes road, paved way")},
		"ferry":  ferry(),
		"parts":  parts(),
		"circle": circle(),
		"dense":  dense(12),
	}
}

// ferry has each type of relation, both strengths, gaps, lanes and statuses.
func ferry() *story.Story {
	s := &story.Story{Title: "How Marnholm lost its ferry", Documents: []story.Document{{Publisher: "Marnholm Tidende"}, {Publisher: "Radio Sund"}}}
	for _, e := range []struct{ id, when, title, lane string }{
		{"pier", "1888-07-01", "First pier is built at Marnholm", "Ferry"},
		{"bridge", "1969-05-14", "Parliament votes for a bridge over the sound", "Bridge"},
		{"strike", "1971-03/1971-04", "Dockers strike for six weeks", "Ferry"},
		{"loan", "1971-11-02", "Bank refuses the ferry company a second loan", "Money"},
		{"ship", "1972-06-09", "Order for a new ship cancelled", "Ferry"},
		{"open", "1974-08-17 10:00", "Queen opens the bridge", "Bridge"},
		{"last", "1974-08-17 18:30", "Last ferry leaves with four hundred passengers and a brass band", "Ferry"},
		{"museum", "1975", "Museum in the ticket hall", "Ferry"},
		{"suit", "1975-01-20", "Company sues the county over the lost traffic", "Money"},
	} {
		ev := event(e.id, e.when, e.title)
		ev.Lane = e.lane
		ev.URL = "https://example.org/" + e.id
		s.Events = append(s.Events, ev)
	}
	s.Events[4].Status = story.StatusCancelled
	s.Events[7].Status = story.StatusPlanned
	s.Relations = rels("pier enables? last", "bridge causes loan", "strike causes loan, after", "loan prevents ship, ruled out",
		"bridge enables open", "open causes last, forced", "open before last", "last enables museum", "last causes suit",
		"strike causes? ship, in the end contributed to it")
	s.Disagreements = []story.Disagreement{{About: []string{"last"}, Field: "time", Kind: story.Conflict,
		Values: []story.DisagreementValue{{Value: "it left at 18:30"}, {Value: "at 18:45"}}}}
	return s
}

// parts has a whole with parts, and a part of a part.
func parts() *story.Story {
	return &story.Story{Title: "A week of regattas", Events: []story.Event{
		event("week", "2009-06-01/2009-06-07", "Regatta week on the Loire"),
		event("eights", "2009-06-03", "Race of the eights"),
		event("crash", "2009-06-03 15:10", "Two boats collide at the weir"),
		event("finals", "2009-06-06", "Finals are rowed in the rain"),
		event("rule", "2010-02-01", "Federation bans racing above the weir"),
		event("probe", "2009-07", "Inquiry"), event("hearing", "2009-07-08", "Hearing of the coxswains"),
		event("report", "2009-07-20", "Report blames the current"),
	}, Relations: rels("eights part_of week", "crash part_of eights", "finals part_of week", "crash causes probe",
		"hearing part_of probe", "report part_of probe", "report causes rule", "hearing enables report")}
}

// circle has relations that run against time, in a circle and in pairs.
func circle() *story.Story {
	return &story.Story{Events: []story.Event{
		event("a", "1990-01-01", "Rumour of a shortage"), event("b", "1990-01-02", "Shops are emptied"),
		event("c", "1990-01-02", "Prices double"), event("d", "1990-01-03", "Rumour is denied"),
	}, Relations: rels("a causes b", "b causes c", "c causes b", "d prevents a", "d prevents b, calmed", "a before b", "a part_of d")}
}

// dense relates every event to every later one.
func dense(n int) *story.Story {
	s := &story.Story{Title: "Everything leads to everything?"}
	for i := range n {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("%d-03-01", 1900+i), fmt.Sprintf("Council session number %d about the same street lamp", i+1)))
		for j := range i {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", j, i)))
		}
	}
	return s
}
