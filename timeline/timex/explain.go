package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// because notes what the value of the reading at hand is counted from and how.
func (n *narrator) because(origin stamp, why string) { n.origin, n.why = origin, why }

// trace makes the trace of a value just resolved.
func (n *narrator) trace(b Basis) Trace {
	var t Trace
	t.Why = n.why
	if b != Anchored && b != InContext {
		return t
	}
	t.Anchor = n.origin.date("")
	t.AnchorStart, t.AnchorEnd = n.origin.start, n.origin.end
	switch n.clue.tense {
	case past:
		t.Tense = "past"
	case future:
		t.Tense = "future"
	}
	if t.Tense != "" {
		t.CueStart, t.CueEnd = n.clue.start, n.clue.end
	}
	return t
}

// unitsAway says where something so many units from its anchor lies.
func unitsAway(u unit, n int) string {
	name := ""
	for _, row := range unitTable {
		if row.unit == u {
			name = row.name
		}
	}
	switch {
	case n == 0:
		return "the same " + name
	case n == 1:
		return "the " + name + " after"
	case n == -1:
		return "the " + name + " before"
	case n < 0:
		return plural(-n, name) + " before"
	}
	return plural(n, name) + " after"
}

func plural(n int, name string) string {
	if stem, ok := strings.CutSuffix(name, "y"); ok && name != "day" {
		name = stem + "ies"
	} else {
		name += "s"
	}
	return strconv.Itoa(n) + " " + name
}

// Explain says in one line of words which rule found the expression and what
// its value was resolved against. Text is the one that Find was given.
func (t *Timex) Explain(text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "rule %s", t.Rule)
	switch {
	case t.Trace.AnchorEnd > 0:
		fmt.Fprintf(&b, ", counted from %q, %s", text[t.Trace.AnchorStart:t.Trace.AnchorEnd], t.Trace.Anchor)
	case !t.Trace.Anchor.IsZero():
		fmt.Fprintf(&b, ", counted from the date of the document, %s", t.Trace.Anchor)
	}
	b.WriteString(": ")
	b.WriteString(t.how())
	if t.Trace.Tense != "" && t.Trace.CueEnd > 0 {
		fmt.Fprintf(&b, "; %q tells of the %s", text[t.Trace.CueStart:t.Trace.CueEnd], t.Trace.Tense)
	}
	return b.String()
}

// how says in words how the value follows from what it is counted from.
func (t *Timex) how() string {
	switch {
	case t.Basis == Explicit:
		return "the words say it all"
	case t.Basis == Unresolved && strings.HasSuffix(t.Value, "_REF"):
		return "no date can be told from it"
	case t.Basis == Unresolved && t.Trace.Why == "":
		return "what it is counted from is not known"
	}
	return t.Trace.Why
}

// Reason says the same for readers who know no rules: what the value is
// counted from, dates in words, and how. Text is the one that Find was given;
// own is what to call the date of the document: "the report's own date".
func (t *Timex) Reason(text, own string) string {
	var b strings.Builder
	day := t.Trace.Anchor.Words(edtf.Style{FullMonth: true})
	switch {
	case t.Trace.AnchorEnd > 0:
		words := strings.Join(strings.Fields(text[t.Trace.AnchorStart:t.Trace.AnchorEnd]), " ")
		fmt.Fprintf(&b, "counted from “%s” in the text", words)
		if day != "" && day != words {
			fmt.Fprintf(&b, ", %s", day)
		}
	case day != "":
		fmt.Fprintf(&b, "counted from %s, %s", day, own)
	}
	if how := t.how(); how != "" {
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(how)
	}
	if t.Trace.Tense != "" && t.Trace.CueEnd > 0 {
		fmt.Fprintf(&b, "; “%s” tells of the %s", text[t.Trace.CueStart:t.Trace.CueEnd], t.Trace.Tense)
	}
	return b.String()
}
