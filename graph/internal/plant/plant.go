// Package plant makes stories of any size whose contradictions are known, for
// tests and benchmarks of the event graph.
package plant

import (
	"fmt"
	"math/rand/v2"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A Contradiction is one that was put into a story.
type Contradiction struct {
	Name   string
	Events []string // in the order in which the finding has them
}

// every is how many events there are for each contradiction.
const every = 1000

// Story makes a story of so many events and relations, and returns what
// contradicts itself in it. The same numbers give the same story. Sizes below
// a hundred give a story without contradictions. A pair of events is related
// once, so there must be fewer relations than pairs of neighbours: ten times
// the events is safe.
func Story(events, relations int, seed uint64) (*story.Story, []Contradiction, error) {
	p := &planter{rand: rand.New(rand.NewPCG(seed, 1)), story: &story.Story{
		Title:     "A story of known contradictions",
		Documents: []story.Document{{ID: "gazette"}, {ID: "herald"}},
	}}
	planted := max(events/every, min(events/100, 1))
	for i := range planted * len(kinds) / 2 {
		kinds[i%len(kinds)](p)
	}
	if err := p.sound(events-len(p.story.Events), relations-len(p.story.Relations)); err != nil {
		return nil, nil, err
	}
	p.rand.Shuffle(len(p.story.Events), func(i, j int) {
		p.story.Events[i], p.story.Events[j] = p.story.Events[j], p.story.Events[i]
	})
	p.rand.Shuffle(len(p.story.Relations), func(i, j int) {
		p.story.Relations[i], p.story.Relations[j] = p.story.Relations[j], p.story.Relations[i]
	})
	return p.story, p.planted, nil
}

// kinds put one contradiction each, or something that only looks like one,
// into a story.
var kinds = []func(*planter){
	(*planter).backwards, (*planter).ring, (*planter).outside, (*planter).partsOfEachOther,
	(*planter).twoWholes, (*planter).twoDates, (*planter).wrongClock, (*planter).doubtful,
	(*planter).sameDay, (*planter).wholeOfWhole,
}

type planter struct {
	rand    *rand.Rand
	story   *story.Story
	planted []Contradiction
}

func (p *planter) found(name string, events ...string) {
	p.planted = append(p.planted, Contradiction{name, events})
}

// event adds an event and returns its id.
func (p *planter) event(date, time string) string {
	d, err := edtf.Parse(date)
	if date != "" && err != nil {
		panic(fmt.Sprintf("plant: %q is no date: %v", date, err))
	}
	id := fmt.Sprintf("event-%06d", len(p.story.Events))
	e := story.Event{ID: id, Date: d, Time: time, Title: fmt.Sprintf("Council meets for the %dth time", len(p.story.Events)),
		Status: story.StatusHappened, Actors: []string{"Council"}, Weight: 0.5,
		Mentions: []story.Mention{{Document: "gazette", Quote: "The council met in " + id + ", and all were there."}}}
	if date != "" {
		e.Mentions[0].DateText, e.Mentions[0].DateBasis = date, story.BasisStated
	}
	p.story.Events = append(p.story.Events, e)
	return id
}

func (p *planter) relate(from string, t story.RelationType, to string) {
	p.story.Relations = append(p.story.Relations, story.Relation{From: from, To: to, Type: t, Strength: story.StrengthStated,
		Cue: "led to", Mentions: []story.Mention{{Document: "herald", Quote: "What came of " + from + " led to " + to + "."}}})
}

func (p *planter) cause() story.RelationType {
	return []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before}[p.rand.IntN(4)]
}

// day is a day of the century, by number.
func day(n int) string {
	return (edtf.DayOf(1900, 1, 1) + edtf.Day(n)).String()
}

const days = 36000

func (p *planter) backwards() {
	n := 1 + p.rand.IntN(days)
	late, early := p.event(day(n), ""), p.event(day(p.rand.IntN(n)), "")
	p.relate(late, p.cause(), early)
	p.found("effect-before-cause", late, early)
}

func (p *planter) ring() {
	date := []string{day(p.rand.IntN(days)), "", "1950", "1930/1970"}[p.rand.IntN(4)]
	var ids []string
	for range 2 + p.rand.IntN(5) {
		ids = append(ids, p.event(date, ""))
	}
	for i, id := range ids {
		p.relate(id, p.cause(), ids[(i+1)%len(ids)])
	}
	p.found("cycle-of-causes", ids...)
}

func (p *planter) outside() {
	part, whole := p.event("1931-05-06", ""), p.event([]string{"1932", "1910/1931-05-05", "1890/1900"}[p.rand.IntN(3)], "")
	p.relate(part, story.PartOf, whole)
	p.found("part-outside-whole", part, whole)
}

func (p *planter) partsOfEachOther() {
	a, b, c := p.event("1931", ""), p.event("", ""), p.event("", "")
	p.relate(a, story.PartOf, b)
	p.relate(b, story.PartOf, c)
	p.relate(c, story.PartOf, a)
	p.found("cycle-of-parts", a, b, c)
}

func (p *planter) twoWholes() {
	part, first, second := p.event("1931-05-06", ""), p.event("1930/1932", ""), p.event("1931", "")
	p.relate(part, story.PartOf, first)
	p.relate(part, story.PartOf, second)
	p.found("two-wholes", part, first, second)
}

func (p *planter) twoDates() {
	id := p.event("1931-05-06", "")
	p.story.Disagreements = append(p.story.Disagreements, story.Disagreement{About: []string{id}, Field: "date", Kind: story.Conflict,
		Values: []story.DisagreementValue{{Value: "1931-05-06", Documents: []string{"gazette"}}, {Value: "1931-05-07", Documents: []string{"herald"}}}})
	p.found("two-dates", id)
}

// wrongClock: on one day, or the day after, but instants tell.
func (p *planter) wrongClock() {
	late, early := p.event("1961-05-02", "10:00+10:00"), p.event("1961-05-01", "13:00-08:00")
	p.relate(early, story.Causes, late) // 1 May 21:00Z to 2 May 00:00Z
	p.relate(p.event("1961-05-02", "09:00Z"), story.Causes, late)
	p.found("effect-before-cause", fmt.Sprintf("event-%06d", len(p.story.Events)-1), late)
}

// doubtful: dates that would contradict each other if they were certain.
func (p *planter) doubtful() {
	for _, pair := range [][2]string{{"1931~", "1930"}, {"1950?", "1930"}, {"1931-05-06", "1931-05-05~"}, {"1931/..", "1930/.."}, {"../1940", "1920"}, {"1940", ""}} {
		p.relate(p.event(pair[0], ""), p.cause(), p.event(pair[1], ""))
	}
}

// sameDay: clock times without zones say nothing of what came first.
func (p *planter) sameDay() {
	p.relate(p.event("1931-05-06", "20:00"), p.cause(), p.event("1931-05-06", "08:00"))
}

// wholeOfWhole: two wholes, one of which is part of the other.
func (p *planter) wholeOfWhole() {
	part, whole, larger := p.event("1931-05-06", ""), p.event("1931", ""), p.event("1930/1939", "")
	p.relate(part, story.PartOf, whole)
	p.relate(part, story.PartOf, larger)
	p.relate(whole, story.PartOf, larger)
}

// sound adds events and relations that do not contradict each other: every
// relation leads forward from one day to a later one, whatever of these days
// the dates tell. Most are short in time; some are long, and half of the
// `before` follow from others.
func (p *planter) sound(events, relations int) error {
	if events < 2 || relations > events*10 {
		return fmt.Errorf("besides contradictions there are %d relations and %d events left: at most ten relations an event can be made", relations, events)
	}
	first := len(p.story.Events)
	for i := range events {
		p.event(p.covering(i*days/events), "")
	}
	id := func(i int) string { return p.story.Events[first+i].ID }
	for seen := map[[2]int]bool{}; relations > 0; {
		from := p.rand.IntN(events - 1)
		ahead := 1 + p.rand.IntN(20)
		if p.rand.IntN(50) == 0 {
			ahead = 1 + p.rand.IntN(events)
		}
		to := min(from+ahead, events-1)
		if !seen[[2]int{from, to}] {
			seen[[2]int{from, to}] = true
			p.relate(id(from), p.cause(), id(to))
			relations--
		}
	}
	return nil
}

// covering is a date that has a day in it.
func (p *planter) covering(n int) string {
	d := day(n)
	switch p.rand.IntN(12) {
	case 0:
		return ""
	case 1:
		return d[:4]
	case 2:
		return d[:7]
	case 3:
		return d + "~"
	case 4:
		return d + "/" + day(n+p.rand.IntN(400))
	case 5:
		return d + "?"
	}
	return d
}
