package timeline

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// What taking part in causes and effects adds to an event's weight, in
// hundredths: stated ones, by how many events they join it to, or where there
// are none, possible ones.
const (
	relatedStated   = 10
	relatedFurther  = 3
	relatedCounted  = 3 // further events that count
	relatedPossible = 4
)

// Weigh raises the weight of events that take part in causal relations. It is
// for events that were read from documents, and to be called once: it adds to
// what is there.
func Weigh(s *story.Story) {
	stated, possible := map[string]map[string]bool{}, map[string]map[string]bool{}
	join := func(to map[string]map[string]bool, a, b string) {
		if to[a] == nil {
			to[a] = map[string]bool{}
		}
		to[a][b] = true
	}
	for _, r := range s.Relations {
		switch r.Type {
		case story.Causes, story.Enables, story.Prevents:
			in := stated
			if r.Strength == story.StrengthPossible {
				in = possible
			}
			join(in, r.From, r.To)
			join(in, r.To, r.From)
		}
	}
	for i := range s.Events {
		e := &s.Events[i]
		points, why := 0, ""
		switch n := len(stated[e.ID]); {
		case n > 0:
			points = relatedStated + relatedFurther*min(n-1, relatedCounted)
			why = "a cause or effect of another event"
			if n > 1 {
				why = fmt.Sprintf("a cause or effect of %d other events", n)
			}
		case len(possible[e.ID]) > 0:
			points, why = relatedPossible, "perhaps a cause or effect of another event"
		default:
			continue
		}
		e.Weight = float64(min(100, hundredths(e.Weight)+points)) / 100
		if e.WeightReason != "" {
			e.WeightReason += ", "
		}
		e.WeightReason += fmt.Sprintf("%s %+d", why, points)
	}
}

func hundredths(weight float64) int { return int(math.Round(weight * 100)) }

// Detail says how much of a story the pictures draw.
type Detail string

// The levels of detail, from few events to all that have a date. The empty
// value reads as DetailNormal.
const (
	DetailLess   Detail = "less"
	DetailNormal Detail = "normal"
	DetailMore   Detail = "more"
	DetailAll    Detail = "all"
)

// A level is what a Detail asks for: so many halves of the events that fit a
// story of its size, none lighter than floor hundredths: below
// 20 lies what is told in passing (story.Event.Passing).
type level struct{ halves, floor int }

var levels = map[Detail]level{
	DetailLess:   {1, 35},
	DetailNormal: {2, 20},
	DetailMore:   {4, 20},
}

// Decide sets which events the pictures draw. What a person says with show
// goes first, and an event that a person wrote is drawn. Of the others the
// heaviest are drawn, as many as fit the number of reports that tell of them,
// cut where the weights fall most, with the stated causes and effects that
// belong to them. Events without a date are never drawn: a picture of time has
// no place for them.
func Decide(s *story.Story, detail Detail) {
	heavy := map[*story.Event]bool{}
	for _, e := range heaviest(s, detail) {
		heavy[e] = true
	}
	for _, e := range partners(s, heavy) {
		heavy[e] = true
	}
	for i := range s.Events {
		e := &s.Events[i]
		switch {
		case !placed(e.Date):
			e.Drawn = false
		case e.Show != nil:
			e.Drawn = *e.Show
		default:
			e.Drawn = e.ByHand() || heavy[e]
		}
	}
}

// partnerFloor is the least weight, in hundredths, of an event that is drawn for
// being the stated cause or effect of one that is: without it a picture shows
// an effect and hides what a report says brought it about.
const partnerFloor = 45

// partners returns the dated events of some weight that are stated causes or
// effects of the events drawn.
func partners(s *story.Story, drawn map[*story.Event]bool) []*story.Event {
	if len(drawn) == 0 {
		return nil
	}
	at := map[string]*story.Event{}
	for i := range s.Events {
		at[s.Events[i].ID] = &s.Events[i]
	}
	var out []*story.Event
	for _, r := range s.Relations {
		if r.Strength != story.StrengthStated || r.Type != story.Causes && r.Type != story.Enables && r.Type != story.Prevents {
			continue
		}
		for _, pair := range [...][2]*story.Event{{at[r.From], at[r.To]}, {at[r.To], at[r.From]}} {
			a, b := pair[0], pair[1]
			if a != nil && b != nil && drawn[a] && !drawn[b] && placed(b.Date) && hundredths(b.Weight) >= partnerFloor {
				out = append(out, b)
			}
		}
	}
	return out
}

// heaviest returns the events from reports that a detail draws. What a person
// shows or hides counts as before: it moves no other event in or out.
func heaviest(s *story.Story, detail Detail) []*story.Event {
	var ranked []*story.Event
	reports := map[string]bool{}
	for i := range s.Events {
		e := &s.Events[i]
		if e.ByHand() || !placed(e.Date) {
			continue
		}
		ranked = append(ranked, e)
		for _, m := range e.Mentions {
			reports[m.Document] = true
		}
	}
	if detail == DetailAll {
		return ranked
	}
	slices.SortStableFunc(ranked, func(a, b *story.Event) int {
		return cmp.Or(
			cmp.Compare(hundredths(b.Weight), hundredths(a.Weight)),
			cmp.Compare(told(b), told(a)),
			cmp.Compare(len(b.Mentions), len(a.Mentions)),
			strings.Compare(a.ID, b.ID),
		)
	})
	l, ok := levels[detail]
	if !ok {
		l = levels[DetailNormal]
	}
	weights := make([]int, len(ranked))
	for i, e := range ranked {
		weights[i] = hundredths(e.Weight)
	}
	return ranked[:cut(weights, l.halves*fitting(len(reports))/2, l.floor)]
}

// told counts the documents that tell of an event.
func told(e *story.Event) int {
	docs := map[string]bool{}
	for _, m := range e.Mentions {
		docs[m.Document] = true
	}
	return len(docs)
}

// fitting is how many events a picture of so many reports is made for: nine
// for one, a dozen for five, and no more than a reader takes in for any.
func fitting(reports int) int {
	root := 0
	for (root+1)*(root+1) <= 6*reports {
		root++
	}
	return min(7+root, 22)
}

// cut returns how many of some weights, which fall, to take: about as many as
// wanted, a sixth more or fewer, so that the first that is left out is
// clearly lighter than the last that is taken. None is lighter than floor.
func cut(weights []int, wanted, floor int) int {
	n := 0
	for n < len(weights) && weights[n] >= floor {
		n++
	}
	if n <= wanted {
		return n
	}
	best, bestStep := wanted, 0
	for at := wanted - wanted/6; at <= min(wanted+wanted/6, n); at++ {
		next := floor - 1
		if at < n {
			next = weights[at]
		}
		step := 0
		if at > 0 {
			step = weights[at-1] - next
		}
		// Of equal steps the one nearest to what is wanted, of these the first.
		if step > bestStep || step == bestStep && abs(at-wanted) < abs(best-wanted) {
			best, bestStep = at, step
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// placed reports whether a date has at least one end to draw it at.
func placed(d edtf.Date) bool {
	_, a := d.Earliest()
	_, b := d.Latest()
	return a || b
}
