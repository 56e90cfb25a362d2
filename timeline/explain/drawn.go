package explain

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// drawn says why the pictures draw an event, or do not.
func drawn(s *story.Story, e *story.Event) string {
	heavier := 0
	for i := range s.Events {
		if o := &s.Events[i]; o.Drawn && o.Weight > e.Weight {
			heavier++
		}
	}
	switch {
	case e.Date.IsZero():
		return "it has no date, and a picture of time has no place for it"
	case e.Show != nil && *e.Show:
		return "a person wants it shown"
	case e.Show != nil:
		return "a person wants it left out"
	case e.ByHand() && e.Drawn:
		return "a person wrote it"
	case e.Drawn && heavier == 0:
		return "nothing in the story weighs more"
	case e.Drawn && heavier == 1:
		return "one event in the pictures weighs more"
	case e.Drawn:
		return fmt.Sprintf("%d events in the pictures weigh more", heavier)
	case e.Passing():
		return "reports tell of it only in passing; --detail all draws it"
	}
	return "it weighs less than what the pictures have room for; --detail more draws more, and \"show: true\" this event"
}

// Changes lists what a person changed in an event since the machine's last
// state of it, in the order of the story file. Where the machine has no such
// event there is nothing to compare.
func Changes(e, was *story.Event) []Change {
	if was == nil {
		return nil
	}
	var out []Change
	for _, f := range []struct{ field, was, is string }{
		{"date", was.Date.String(), e.Date.String()},
		{"time", was.Time, e.Time},
		{"title", was.Title, e.Title},
		{"status", status(was), status(e)},
		{"actors", strings.Join(was.Actors, ", "), strings.Join(e.Actors, ", ")},
		{"place", was.Place, e.Place},
		{"lane", was.Lane, e.Lane},
		{"weight", weight(was.Weight), weight(e.Weight)},
		{"show", truth(was.Show), truth(e.Show)},
		{"reviewed", truth(was.Reviewed), truth(e.Reviewed)},
		{"note", was.Note, e.Note},
		{"url", was.URL, e.URL},
		{"mentions", quotes(was), quotes(e)},
	} {
		if f.was != f.is {
			if f.field == "mentions" {
				f.was, f.is = strconv.Itoa(len(was.Mentions)), strconv.Itoa(len(e.Mentions))
			}
			out = append(out, Change{f.field, prose.OneLine(f.was), prose.OneLine(f.is)})
		}
	}
	return out
}

func status(e *story.Event) string {
	if e.Status == "" {
		return string(story.StatusHappened)
	}
	return string(e.Status)
}

func weight(w float64) string {
	if w == 0 {
		return ""
	}
	return strconv.FormatFloat(w, 'f', -1, 64)
}

func truth(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}

func quotes(e *story.Event) string {
	var all []string
	for _, m := range e.Mentions {
		all = append(all, m.Document, m.Quote)
	}
	return strings.Join(all, "\x00")
}
