package pick

import (
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// dates is the condition that an event may lie between From and To.
func (f Filter) dates() condition {
	flag := ""
	if !f.From.IsZero() {
		flag = "--from " + f.From.String()
	}
	if !f.To.IsZero() {
		if flag != "" {
			flag += " "
		}
		flag += "--to " + f.To.String()
	}
	return condition{
		flag:  flag,
		keeps: func(e *story.Event) bool { return mayLie(e.Date, f.From, f.To) },
		words: func(say lang.Speaker) string { return dateWords(say, f.From, f.To) },
	}
}

// mayLie reports whether some day that a date can mean lies between the first
// day of from and the last day of to.
func mayLie(d, from, to edtf.Date) bool {
	first, bounded := from.Earliest()
	last, ends := to.Latest()
	for _, m := range d.Members() {
		lo, hasLo := m.Earliest()
		hi, hasHi := m.Latest()
		if (!ends || !hasLo || lo <= last) && (!bounded || !hasHi || hi >= first) {
			return true
		}
	}
	return false
}

// undated counts the events that only lack a date to be kept.
func (f Filter) undated(s *story.Story, conditions []condition) int {
	if f.From.IsZero() && f.To.IsZero() {
		return 0
	}
	n := 0
	dates := f.dates().flag
	for i := range s.Events {
		e := &s.Events[i]
		if !e.Date.IsZero() || e.Passing() {
			continue
		}
		keeps := true
		for _, c := range conditions {
			keeps = keeps && (c.flag == dates || c.keeps(e))
		}
		if keeps {
			n++
		}
	}
	return n
}
