package timex

import (
	"slices"
	"strings"
)

// A join says what may stand between two readings that are one expression.
type join struct {
	left, right func(*reading) bool
	words       map[string]bool
}

// A prefix is a run of words before an expression that narrows or bounds it.
type prefix struct {
	words        []string
	mod          string
	length, date bool // what a bound goes with
	inside       bool // the words belong to the expression
}

// parts are the kinds of readings that joins.txt names.
var parts = map[string]func(*reading) bool{
	"day": isDay, "time": isTime, "part": isPart, "weekday": isWeekdayOnly, "monthday": isMonthDay, "daypart": isDayPart,
}

// readJoins reads joins.txt. Of prefixes that end alike, the longest counts.
func readJoins(l *Language, lines []line) error {
	for _, ln := range lines {
		head, words, ok := strings.Cut(ln.text, ": ")
		f := strings.Fields(head)
		if !ok || len(f) == 0 {
			return ln.errorf("no colon and space in %q", ln.text)
		}
		switch {
		case f[0] == "join" && len(f) == 3 && parts[f[1]] != nil && parts[f[2]] != nil:
			l.joins = append(l.joins, join{parts[f[1]], parts[f[2]], wordSet(words)})
		case f[0] == "phase" && len(f) == 2:
			l.phase = appendPrefixes(l.phase, words, prefix{mod: f[1], inside: true})
		case f[0] == "tail" && len(f) == 2:
			l.tail = appendPrefixes(l.tail, words, prefix{mod: f[1], inside: true})
		case f[0] == "bound" && len(f) == 4:
			l.bound = appendPrefixes(l.bound, words, prefix{
				mod:    f[1],
				length: strings.Contains(f[2], "length"),
				date:   strings.Contains(f[2], "date"),
				inside: f[3] == "inside",
			})
		default:
			return ln.errorf("want join, phase, bound or tail, have %q", head)
		}
	}
	return nil
}

func appendPrefixes(dst []prefix, words string, p prefix) []prefix {
	for alt := range strings.SplitSeq(words, "|") {
		p.words = strings.Fields(alt)
		dst = append(dst, p)
	}
	slices.SortStableFunc(dst, func(a, b prefix) int { return len(b.words) - len(a.words) })
	return dst
}

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
