package causal

import (
	"cmp"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/story"
)

// maxNamed is how many of the events that are left out are named.
const maxNamed = 3

// leftOut says what a diagram leaves out: how many events, among them those
// that matter most, and how many relations that follow from others.
func leftOut(say lang.Speaker, all, shown subject, follows int) string {
	var words []string
	if n := len(all.ms) - len(shown.ms); n > 0 {
		kept := make(map[string]bool, len(shown.ms))
		for _, m := range shown.ms {
			kept[m.Event.ID] = true
		}
		var left []scale.Moment
		for _, m := range all.ms {
			if !kept[m.Event.ID] {
				left = append(left, m)
			}
		}
		slices.SortStableFunc(left, func(a, b scale.Moment) int { return cmp.Compare(b.Event.Weight, a.Event.Weight) })
		var names []string
		for _, m := range left[:min(len(left), maxNamed)] {
			names = append(names, furniture.EventName(say, m.Event))
		}
		if left[len(left)-1].Event.Weight >= heaviest(shown.ms) {
			words = append(words, say.Say("causes.left.even", furniture.Count(say, n), say.Number(int64(len(all.ms)))))
		} else {
			words = append(words, say.Say("causes.left", furniture.Count(say, n), say.Number(int64(len(all.ms)))),
				say.Say("causes.left.names", strings.Join(names, say.Say("semicolon"))))
		}
	}
	if follows > 0 {
		words = append(words, say.Say("causes.left.before", say.Count("relations", int64(follows))))
	}
	return say.Sentences(words...)
}

// heaviest returns the greatest weight among events.
func heaviest(ms []scale.Moment) float64 {
	most := ms[0].Event.Weight
	for _, m := range ms {
		most = max(most, m.Event.Weight)
	}
	return most
}

// undated returns the events that are related to drawn ones, or to one
// another, and have no date to be drawn at; without those that reports tell
// only in passing.
func undated(s *story.Story, drawn []scale.Moment) []*story.Event {
	const isDrawn, isUndated = 1, 2
	kind := make(map[string]int, len(s.Events))
	for _, m := range drawn {
		kind[m.Event.ID] = isDrawn
	}
	for i := range s.Events {
		e := &s.Events[i]
		hidden := e.Show != nil && !*e.Show
		if _, dated := scale.SpanOf(e); !dated && !hidden && (e.Drawn || !e.Passing()) {
			kind[e.ID] = isUndated
		}
	}
	related := make(map[string]bool)
	for _, r := range s.Relations {
		if r.From != r.To && kind[r.From] != 0 && kind[r.To] != 0 {
			related[r.From], related[r.To] = true, true
		}
	}
	var out []*story.Event
	for i := range s.Events {
		if e := &s.Events[i]; kind[e.ID] == isUndated && related[e.ID] {
			out = append(out, e)
		}
	}
	return out
}

// undatedWords names the events that are not drawn for want of a date, "" for
// none.
func (s subject) undatedWords(say lang.Speaker) string {
	var names []string
	for _, e := range s.undated[:min(len(s.undated), maxNamed)] {
		names = append(names, furniture.Title(say, e))
	}
	if more := len(s.undated) - maxNamed; more > 0 {
		names = append(names, say.Count("sources.more", int64(more)))
	}
	if len(names) == 0 {
		return ""
	}
	return say.Say("causes.undated", strings.Join(names, say.Say("semicolon")))
}
