package chart

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

func lane(name string, e story.Event) story.Event {
	e.Lane = name
	return e
}

func status(s story.Status, e story.Event) story.Event {
	e.Status = s
	return e
}

// stories returns what the golden pictures show, by name.
func stories() map[string]*story.Story {
	m := map[string]*story.Story{
		"empty":   {Title: "The lighthouse that was never built"},
		"undated": {Title: "Rumours of a ghost ship", Events: []story.Event{event("ghost", "", "A trawler crew reports lights")}},
		"one": {Title: "Elm Bridge", Documents: []story.Document{{Publisher: "Elmford Gazette"}},
			Events: []story.Event{event("opening", "1931-06-20", "Elm Bridge opens to carts and bicycles")}},
		"two": {Title: "A library burns, a library opens", Events: []story.Event{
			event("fire", "1874-11-02", "Fire destroys the town library"),
			event("new", "1951-04-09", "New library opens on the same square")}},
		"five": {Title: "A bridge in five steps", Summary: "How Karl Street got its footbridge.", Events: []story.Event{
			event("vote", "2011-02-14", "Council votes for a footbridge"),
			event("tender", "2011-06-01", "Tender is published"),
			status(story.StatusCancelled, event("strike", "2011-09-20", "Builders' strike called off by the union")),
			event("start", "2012-01-09", "Work begins on the eastern pier"),
			status(story.StatusPlanned, event("opening", "2012-10", "Opening with a street party"))}},
		"dam":      dam(),
		"lanes":    lanes(),
		"ancient":  ancient(),
		"hour":     hour(),
		"forty":    many(40, 1903),
		"long":     long(),
		"scripts":  scripts(),
		"marks":    marks(),
		"same-day": sameDate(),
	}
	m["hostile"] = &story.Story{Title: `<script>alert("x")</script>`, Summary: "]]> & \x00 end",
		Documents: []story.Document{{Publisher: `"><img src=x onerror=alert(1)>`}},
		Events: []story.Event{{ID: `a"b`, Title: `</text><script>`, Date: edtf.FromYear(1990), Drawn: true, URL: "javascript:alert(1)"},
			event("b", "1991-01-01", "]]> \x07 and "+`"quotes"`)}}
	return m
}

// dam has a distant beginning, a crowded year, week and day in it.
func dam() *story.Story {
	s := &story.Story{Title: "The Selke dam: sixty years to a flood",
		Documents: []story.Document{{Publisher: "Selke Courier"}, {Publisher: "Radio Harz"}, {Publisher: "Selke Courier"}}}
	for _, e := range []struct{ id, when, title, lane string }{
		{"plan", "1938-05-04", "Engineers propose a dam above the village", "Engineers"},
		{"build", "1997/1999", "Dam is built", "Engineers"},
		{"crack", "2001-03-12", "Inspectors report a crack in the spillway", "Inspectors"},
		{"repair", "2002-08", "Repairs are put off for want of money", "Engineers"},
		{"rain", "2003-05-28/2003-06-14", "Heavy rain falls on the upper valley", "Weather"},
		{"alarm", "2003-06-20", "Sensors at the spillway fail", "Inspectors"},
		{"meeting", "2003-09-02", "Mayor asks for a second inspection", "Village"},
		{"level", "2003-09-11", "Water stands one metre below the crest", "Weather"},
		{"evac", "2003-09-13 05:30+02:00", "Sirens call the lower streets to leave", "Village"},
		{"open", "2003-09-13 06:15+02:00/08:45+02:00", "Gates are opened by hand, one after the other", "Engineers"},
		{"school", "2003-09-13 07:00+02:00", "School day cancelled for four hundred pupils", "Village"},
		{"breach", "2003-09-13 09:20+02:00", "Spillway wall gives way and the wave reaches the mill", "Weather"},
		{"count", "2003-09-14", "All villagers are found safe", "Village"},
		{"visit", "2003-09-17", "Minister promises to pay for the mill", "Village"},
	} {
		ev := lane(e.lane, event(e.id, e.when, e.title))
		ev.URL = "https://example.org/" + e.id
		s.Events = append(s.Events, ev)
	}
	s.Events[10].Status = story.StatusCancelled
	s.Disagreements = []story.Disagreement{
		{About: []string{"breach"}, Field: "number", Kind: story.Conflict,
			Values: []story.DisagreementValue{{Value: "the wave came at 9:20"}, {Value: "at 9:35"}}},
		{About: []string{"plan"}, Field: "number", Kind: story.Differs,
			Values: []story.DisagreementValue{{Value: "40 m"}, {Value: "42 m"}}},
	}
	return s
}

// lanes has six lanes, more than have a look of their own, and every status.
func lanes() *story.Story {
	s := &story.Story{Title: "Six clubs and one pitch"}
	for i, club := range []string{"Rowers", "Archers", "Fencers", "Chess club", "Choir", "Cyclists"} {
		s.Events = append(s.Events, lane(club, event(fmt.Sprintf("e%d", i), fmt.Sprintf("1988-%02d-10", i+2), club+" ask for the pitch")))
	}
	s.Events[1].Status = story.StatusDenied
	s.Events[3].Status = story.StatusPlanned
	s.Events = append(s.Events, event("none", "1988-11-30", "Pitch goes to nobody"))
	return s
}

func ancient() *story.Story {
	return &story.Story{Title: "Salt: from a spring to a vault", Events: []story.Event{
		event("spring", "-1199", "Boiling of brine begins at the spring"),
		event("law", "-0043-03", "A law taxes salt carts"),
		event("mine", "1311~", "Monks sink the first shaft"),
		event("close", "1987-06-30", "Last shaft closes"),
		status(story.StatusPlanned, event("vault", "Y12024", "Vault is to be opened"))}}
}

func hour() *story.Story {
	s := &story.Story{Title: "An hour on the night ferry"}
	for i, title := range []string{"Smoke seen in the engine room", "Captain stops the engines", "First lifeboat lowered",
		"Coastguard answers", "Fire is out", "Engines start again"} {
		s.Events = append(s.Events, event(fmt.Sprintf("f%d", i), fmt.Sprintf("1993-02-11 02:%02d+01:00", 3+i*9), title))
	}
	return s
}

// many spreads n events over the days after a year's beginning.
func many(n int, year int64) *story.Story {
	s := &story.Story{Title: fmt.Sprintf("%d days in the life of a harbour", n)}
	verbs := []string{"Crane", "Pilot", "Customs boat", "Harbour office", "Dredger"}
	things := []string{"is repaired", "answers a complaint about noise at night", "gets a new coat of paint", "stands idle for want of coal"}
	day := edtf.DayOf(year, 1, 3)
	for i := range n {
		day += edtf.Day(i*i%17 + 1)
		e := event(fmt.Sprintf("h%03d", i), edtf.FromDay(day).String(), verbs[i%5]+" "+things[i%4])
		if i%3 == 0 {
			e.Lane = "Quay"
		}
		s.Events = append(s.Events, e)
	}
	return s
}

func long() *story.Story {
	text := strings.TrimSpace(strings.Repeat("A committee meets to hear what another committee has to say about the lamps ", 4))
	return &story.Story{Title: "Lamps: " + text, Events: []story.Event{
		event("a", "1966-01-12", text), event("b", "1966-02-01", strings.Repeat("Strassenbeleuchtung", 15)),
		event("c", "1966-05-30", "Lamps are lit")}}
}

func scripts() *story.Story {
	return &story.Story{Title: "河の物語", Events: []story.Event{
		event("a", "1955-07-01", "川が氾濫し、町の半分が水に浸かった"),
		event("b", "1955-07-09", "הגשר נסגר לתנועה"),
		event("c", "1955-07-20", "توقفت العبارة عن العمل"),
		event("d", "1955-08-02", ""),
		event("e", "1955-08-11", "🚢 returns 🏝️")}}
}

// marks has every kind of date and status.
func marks() *story.Story {
	return &story.Story{Title: "Every mark once", Events: []story.Event{
		event("year", "1902", "Only the year is known"),
		event("month", "1903-05", "Only the month is known"),
		event("about", "1904-03-10~", "About this day"),
		event("maybe", "1904-11-02?", "Perhaps this day"),
		event("span", "1905-02/1906-01", "A long strike"),
		event("inside", "1905-06-11", "A day inside the strike"),
		event("second", "1905-05/1905-12", "A lockout at the same time"),
		status(story.StatusPlanned, event("plan", "1906-06-01", "A parade")),
		status(story.StatusCancelled, event("off", "1906-10-01", "A regatta")),
		status(story.StatusDenied, event("no", "1907-02-01", "A secret treaty")),
		event("open", "1907-07-01/..", "The new timetable is in force")}}
}

// sameDate has a day with many events and no clock times.
func sameDate() *story.Story {
	s := &story.Story{Title: "Election night in Brookvale"}
	for i, title := range []string{"Polls close", "First count is announced", "Two boxes are missing", "Boxes are found in a van"} {
		s.Events = append(s.Events, event(fmt.Sprintf("n%d", i), "1979-05-03", title))
	}
	s.Events = append(s.Events, event("before", "1979-04-20", "Campaign ends in the rain"), event("after", "1979-05-09", "Recount confirms the result"))
	return s
}
