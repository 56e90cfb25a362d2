package furniture

import (
	"slices"
	"strconv"
	"strings"

	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Untitled stands in for a title that an event does not have.
const Untitled = "(no title)"

// Title returns an event's title in one line, or Untitled.
func Title(e *story.Event) string {
	if t := strings.Join(strings.Fields(e.Title), " "); t != "" {
		return t
	}
	return Untitled
}

// When writes an event's date with its clock time, "15 August, 11:30–14:30".
// It returns "" for an event without a date.
func When(m scale.Moment, style edtf.Style) string {
	words := m.Event.Date.Words(style)
	if m.Timed && words != "" {
		words += ", " + m.Clock.Words()
	}
	return words
}

// StatusWord returns the status where a reader must be told: not for what
// happened, and not where the title says it already.
func StatusWord(e *story.Event) string {
	var word string
	var stems []string
	switch e.Status {
	case story.StatusPlanned:
		word, stems = "planned", []string{"planned"}
	case story.StatusCancelled:
		word, stems = "cancelled", []string{"cancelled", "canceled"}
	case story.StatusDenied:
		word, stems = "denied", []string{"denied"}
	default:
		return ""
	}
	title := strings.ToLower(e.Title)
	for _, s := range stems {
		if strings.Contains(title, s) {
			return ""
		}
	}
	return word
}

// Differences returns what to say about each contradiction between reports
// of an event: "Reports differ: 14 July or 15 July". Answers that only
// compare or count different things are not contradictions.
func Differences(s *story.Story, id string) []string {
	var out []string
	for _, d := range s.Disagreements {
		if d.Kind != story.Conflict || !slices.Contains(d.About, id) {
			continue
		}
		var values []string
		for _, v := range d.Values {
			words := strings.Join(strings.Fields(valueWords(d.Field, v.Value)), " ")
			if words != "" && !slices.Contains(values, words) {
				values = append(values, words)
			}
		}
		if len(values) > 1 {
			out = append(out, "Reports differ: "+List(values, "or"))
		}
	}
	return out
}

func valueWords(field, value string) string {
	if field == "date" {
		if d, err := edtf.Parse(value); err == nil {
			if words := d.Words(edtf.Style{FullMonth: true}); words != "" {
				return words
			}
		}
	}
	return value
}

// List joins values: "A", "A or B", "A, B or C".
func List(values []string, conjunction string) string {
	last := len(values) - 1
	if last < 1 {
		return strings.Join(values, "")
	}
	return strings.Join(values[:last], ", ") + " " + conjunction + " " + values[last]
}

// EventLabel is what a screen reader says for an event: its date, title,
// status and contradictions. Extra sentences, such as "Caused by: ...", follow.
func EventLabel(s *story.Story, m scale.Moment, extra ...string) string {
	when := When(m, edtf.Style{FullMonth: true})
	if zone := m.Clock.ZoneWords(); m.Timed && zone != "" {
		when += " (" + zone + ")"
	}
	label := Title(m.Event)
	if when != "" {
		label = when + ": " + label
	}
	if w := StatusWord(m.Event); w != "" {
		label += " (" + w + ")"
	}
	for _, more := range append(Differences(s, m.Event.ID), extra...) {
		label = sentence(label) + " " + more
	}
	return label
}

// sentence ends words with a full stop unless they end a sentence already.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// Standfirst returns the story's summary, or the number of events and the
// time that they span.
func Standfirst(s *story.Story, ms []scale.Moment) string {
	if words := strings.Join(strings.Fields(s.Summary), " "); words != "" {
		return words
	}
	if len(ms) == 0 {
		return ""
	}
	return Count(len(ms)) + SpanWords(ms) + "."
}

// Count writes a number of events: "1 event", "14 events".
func Count(n int) string {
	if n == 1 {
		return "1 event"
	}
	return strconv.Itoa(n) + " events"
}

// SpanWords writes the time that events span: ", from 3 May 1907 to 2011",
// ", on 4 May 1907"; empty for none.
func SpanWords(ms []scale.Moment) string {
	if len(ms) == 0 {
		return ""
	}
	last := ms[0]
	for _, m := range ms {
		if m.To > last.To {
			last = m
		}
	}
	style := edtf.Style{FullMonth: true}
	from, to := ms[0].Event.Date.Start().Words(style), last.Event.Date.End().Words(style)
	switch {
	case from == to && ms[0].Kind == scale.Period:
		return ", " + from
	case from == to:
		return ", on " + from
	case from == "":
		return ""
	case to == "":
		return ", from " + from + " on"
	}
	return ", from " + from + " to " + to
}

// Sources names the publishers of the documents: "Sources: A; B",
// "Source: not given". A document without a publisher counts by its title.
func Sources(s *story.Story) string {
	var names []string
	others := 0
	for _, d := range s.Documents {
		name := strings.Join(strings.Fields(d.Publisher), " ")
		if name == "" && len(s.Documents) == 1 {
			name = strings.Join(strings.Fields(d.Title), " ")
		}
		switch {
		case name == "":
			others++
		case !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	if others > 0 {
		more := strconv.Itoa(others)
		if len(names) > 0 {
			more += " other"
		}
		more += " report"
		if others > 1 {
			more += "s"
		}
		names = append(names, more)
	}
	switch len(names) {
	case 0:
		return "Source: not given"
	case 1:
		return "Source: " + names[0]
	}
	return "Sources: " + strings.Join(names, "; ")
}
