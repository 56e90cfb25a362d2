package furniture

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Title returns an event's title in one line, or words that say that there is
// none.
func Title(say lang.Speaker, e *story.Event) string {
	if t := oneLine(e.Title); t != "" {
		return t
	}
	return say.Say("untitled")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// When writes an event's date with its clock time, "15 August, 11:30–14:30".
// It returns "" for an event without a date.
func When(say lang.Speaker, m scale.Moment, form lang.Form) string {
	words := say.Date(m.Event.Date, form)
	if m.Timed && words != "" {
		return say.Say("when", words, m.Clock.Words(say))
	}
	return words
}

// StatusWord returns the status where a reader must be told: not for what
// happened, and not where the title says it already.
func StatusWord(say lang.Speaker, e *story.Event) string {
	switch e.Status {
	case story.StatusPlanned, story.StatusCancelled, story.StatusDenied:
	default:
		return ""
	}
	title := strings.ToLower(e.Title)
	for _, stem := range strings.Fields(say.Say("status." + string(e.Status) + ".stems")) {
		if strings.Contains(title, stem) {
			return ""
		}
	}
	return say.Say("status." + string(e.Status))
}

// Differences returns what to say about each contradiction between reports
// of an event: "Reports differ: 14 July or 15 July". Answers that only
// compare or count different things are not contradictions.
func Differences(say lang.Speaker, s *story.Story, id string) []string {
	var out []string
	for _, d := range s.Disagreements {
		if d.Kind != story.Conflict || !slices.Contains(d.About, id) {
			continue
		}
		var values []string
		for _, v := range d.Values {
			words := oneLine(valueWords(say, d.Field, v.Value))
			if words != "" && !slices.Contains(values, words) {
				values = append(values, words)
			}
		}
		if len(values) > 1 {
			out = append(out, say.Say("differ", say.Either(values)))
		}
	}
	return out
}

func valueWords(say lang.Speaker, field, value string) string {
	if field == "date" {
		if d, err := edtf.Parse(value); err == nil {
			if words := say.Date(d, lang.Form{Full: true}); words != "" {
				return words
			}
		}
	}
	return value
}

// Standfirst returns the story's summary, or the number of events and the
// time that they span.
func Standfirst(say lang.Speaker, s *story.Story, ms []scale.Moment) string {
	if words := oneLine(s.Summary); words != "" {
		return words
	}
	if len(ms) == 0 {
		return ""
	}
	return say.Say("standfirst", CountOver(say, ms))
}

// Count writes a number of events: "1 event", "14 events".
func Count(say lang.Speaker, n int) string { return say.Count("events", int64(n)) }

// CountOver writes the number of events and the time that they span:
// "14 events, from 3 May 1907 to 2011", "1 event, on 4 May 1907".
func CountOver(say lang.Speaker, ms []scale.Moment) string {
	count := Count(say, len(ms))
	if len(ms) == 0 {
		return count
	}
	last := ms[0]
	for _, m := range ms {
		if m.To > last.To {
			last = m
		}
	}
	form := lang.Form{Full: true}
	start, end := ms[0].Event.Date.Start(), last.Event.Date.End()
	from, to := say.Date(start, form), say.Date(end, form)
	switch {
	case from == to && ms[0].Kind == scale.Period:
		return say.SayDates("span.in", form, count, start)
	case from == to:
		return say.SayDates("span.on", form, count, start)
	case from == "":
		return count
	case to == "":
		return say.SayDates("span.from", form, count, start)
	}
	return say.SayDates("span", form, count, start, end)
}
