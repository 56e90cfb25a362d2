package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// Text writes an explanation for people, in lines of at most width characters
// where the words allow it.
func (x *Explanation) Text(width int) string {
	w := prose.New(width)
	w.Lines(0, 2, x.Title)
	w.Lines(0, 2, x.ID)
	w.Gap()
	x.head(w)
	x.relations(w)
	x.disagreements(w)
	x.reports(w)
	if x.Missing != "" {
		w.Gap()
		w.Lines(0, 0, x.Missing)
	}
	return w.String()
}

func (x *Explanation) head(w *prose.Writer) {
	byHand := len(x.Reports) == 0
	switch {
	case x.TitleReason != "":
		w.Item("title", x.TitleReason)
	case byHand:
		w.Item("title", "a person wrote it: no report in the story tells of the event")
	case x.Missing == "":
		w.Item("title", "a person wrote it") // the machine would say where it is from
	}
	x.date(w, byHand)
	status := x.Status
	if x.StatusReason != "" {
		status += ": " + x.StatusReason
	} else if x.changed("status") {
		status += ": a person says so"
	}
	w.Item("status", status)
	if len(x.Actors) > 0 {
		w.Item("who", strings.Join(x.Actors, ", "))
	}
	if x.Place != "" {
		w.Item("where", x.Place)
	}
	if !byHand || x.Weight > 0 {
		weight := fmt.Sprintf("%.0f of 100", x.Weight*100)
		if x.WeightReason != "" {
			weight += ": " + x.WeightReason
		} else if x.Missing == "" {
			weight += ": a person says so"
		}
		w.Item("weight", weight)
	}
	if x.Drawn {
		w.Item("drawn", "yes: "+x.DrawnReason)
	} else {
		w.Item("drawn", "no: "+x.DrawnReason)
	}
	if x.Reviewed {
		w.Item("reviewed", "by a person")
	}
	if x.Note != "" {
		w.Item("note", x.Note)
	}
	for i, c := range x.Changes {
		label := ""
		if i == 0 {
			label = "changed"
		}
		w.Item(label, c.words()+" by a person")
	}
}

func (x *Explanation) changed(field string) bool {
	for _, c := range x.Changes {
		if c.Field == field {
			return true
		}
	}
	return false
}

func (c Change) words() string {
	switch {
	case c.Field == "mentions":
		return "sentences that tell of it: " + c.Was + " made " + c.Is
	case c.Was == "":
		return c.Field + " set to “" + c.Is + "”"
	case c.Is == "":
		return c.Field + " “" + c.Was + "” taken out"
	}
	return c.Field + " “" + c.Was + "” made “" + c.Is + "”"
}

// date writes the date and the chain that leads to it, the surest first, and
// where a report's own date comes from if it was inferred.
func (x *Explanation) date(w *prose.Writer, byHand bool) {
	date := x.DateWords
	switch {
	case date == "":
		date = "not known"
	case x.Time != "":
		date += ", " + x.Time
	}
	w.Item("date", date)
	switch {
	case x.Date == "" && !byHand:
		w.Item("", "no sentence that tells of it says when")
	case x.changed("date") || x.changed("time"):
		w.Item("", "a person says so; the reports:")
	case byHand && x.Date != "":
		w.Item("", "a person says so")
	}
	for _, d := range x.Dating {
		w.Item("", d.sentence())
	}
	for _, r := range x.Reports {
		if r.inferred && x.Date != "" && r.DatingReason != "" && r.counted() {
			w.Item("", fmt.Sprintf("%s carries no date; it is taken to be of %s, since it %s", r.Document, r.Dated, r.DatingReason))
		}
	}
}

// counted reports whether a date in the report was counted from the report's
// own.
func (r *Report) counted() bool {
	return slices.ContainsFunc(r.Mentions, func(m Mention) bool { return m.DateReason != "" && m.DateReason != saysAll })
}

// saysAll is the reason for a date that needs nothing to count from.
const saysAll = "the words say it all"

// sentence says in one line where a date comes from.
func (d Dating) sentence() string {
	var b strings.Builder
	in := prose.And(d.Documents)
	switch {
	case d.Words != "":
		fmt.Fprintf(&b, "“%s” in %s", d.Words, in)
	case d.Basis == string(story.BasisContext):
		fmt.Fprintf(&b, "by what stands around it in %s", in)
	case d.Basis == string(story.BasisDocument) && len(d.Documents) > 1:
		fmt.Fprintf(&b, "by the dates of the reports %s", in)
	case d.Basis == string(story.BasisDocument):
		fmt.Fprintf(&b, "by the date of the report %s", in)
	case d.Basis == string(story.BasisInferred):
		fmt.Fprintf(&b, "inferred for %s", in)
	default:
		fmt.Fprintf(&b, "stated in %s", in)
	}
	if d.Reason != "" {
		b.WriteString(": " + d.Reason)
	}
	return b.String()
}

func (x *Explanation) relations(w *prose.Writer) {
	for _, r := range x.Relations {
		w.Gap()
		line := r.Says + " " + r.Event
		if r.Title != "" {
			line += " (" + r.Title
			if r.Date != "" {
				line += ", " + r.Date
			}
			line += ")"
		}
		line += ": " + r.Strength
		if r.Cue != "" {
			line += " by the words “" + r.Cue + "”"
		}
		w.Lines(0, 2, line)
		for _, q := range r.Quotes {
			w.Lines(2, 2, fmt.Sprintf("“%s” (%s)", q.Quote, q.Document))
		}
		if len(r.Quotes) == 0 {
			w.Lines(2, 2, "no sentence is given for it: a person wrote it")
		}
	}
}

// questions are the fields on which reports disagree, as readers say them.
var questions = map[string]string{
	"date": "the date", "status": "whether it happened", "actors": "who took part", "place": "the place", "number": "the number",
}

func (x *Explanation) disagreements(w *prose.Writer) {
	for _, g := range x.Disagreements {
		w.Gap()
		about := questions[g.Field]
		if about == "" {
			about = g.Field
		}
		line := "reports disagree on " + about
		if g.Kind == string(story.Differs) {
			line = "reports give different answers on " + about + ", but they compare different things, and both may hold"
		}
		if len(g.With) > 0 {
			line += " (also of " + prose.And(g.With) + ")"
		}
		w.Lines(0, 2, line+":")
		for _, a := range g.Answers {
			value := a.Words
			if value == "" {
				value = a.Value
			}
			if len(a.Documents) > 0 {
				value += " (" + prose.And(a.Documents) + ")"
			}
			w.Lines(2, 4, value)
		}
	}
}

func (x *Explanation) reports(w *prose.Writer) {
	for _, r := range x.Reports {
		w.Gap()
		line := r.Document
		for _, part := range []string{r.Title, r.Publisher, r.Dated} {
			if part != "" {
				line += ", " + part
			}
		}
		w.Lines(0, 2, line)
		for _, m := range r.Mentions {
			quote := m.Quote
			if m.from < m.to {
				quote = quote[:m.from] + "[" + quote[m.from:m.to] + "]" + quote[m.to:]
			}
			if quote == "" {
				quote = "(no sentence is given)"
			} else {
				quote = "“" + quote + "”"
			}
			w.Lines(2, 2, quote)
			if m.LinkReason != "" {
				w.Lines(4, 6, m.LinkReason)
			}
		}
	}
}
