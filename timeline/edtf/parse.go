package edtf

import (
	"fmt"
	"strings"
)

// maxInput is the longest input in bytes that Parse looks at; it bounds the
// work that a set can ask for.
const maxInput = 1000

// A ParseError says why a text is not a date.
type ParseError struct {
	Input  string
	Offset int    // in bytes, where in Input the trouble starts
	Reason string // what is wrong and what to write instead
}

// Error returns the input and the reason.
func (e *ParseError) Error() string {
	in := e.Input
	if len(in) > 60 {
		in = strings.ToValidUTF8(in[:57], "") + "..."
	}
	return fmt.Sprintf("date %q: %s", in, e.Reason)
}

// Parse reads a date. The error is always a [*ParseError].
func Parse(s string) (Date, error) {
	switch {
	case s == "":
		return Date{}, &ParseError{Input: s, Reason: "it is empty; leave the date out where it is not known"}
	case len(s) > maxInput:
		return Date{}, &ParseError{Input: s, Offset: maxInput, Reason: fmt.Sprintf("it is longer than %d bytes", maxInput)}
	}
	if err := refuseForeign(s); err != nil {
		return Date{}, err
	}
	if s[0] == '[' || s[0] == '{' {
		return parseSet(s)
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		return parseInterval(s, i)
	}
	if i := strings.Index(s, ".."); i >= 0 {
		return Date{}, &ParseError{s, i, `".." between dates belongs into a set, as in [1667..1670]; an interval is written with a slash: ` +
			strings.Replace(s, "..", "/", 1)}
	}
	p, err := parsePoint(s, 0, len(s))
	if err != nil {
		return Date{}, err
	}
	return newSingle(p), nil
}

func parseInterval(s string, slash int) (Date, error) {
	if s == "/" {
		return Date{}, &ParseError{s, 0, "an interval needs at least one end; leave the date out where it is not known"}
	}
	if i := strings.IndexByte(s[slash+1:], '/'); i >= 0 {
		return Date{}, &ParseError{s, slash + 1 + i, twoSlashes(s)}
	}
	start, startIs, err := parseEnd(s, 0, slash)
	if err != nil {
		return Date{}, err
	}
	end, endIs, err := parseEnd(s, slash+1, len(s))
	if err != nil {
		return Date{}, err
	}
	d := newInterval(start, startIs, end, endIs)
	if d.backwards() {
		return Date{}, &ParseError{s, slash + 1, fmt.Sprintf("the interval ends before it starts; the other way round it is %s/%s", end, start)}
	}
	return d, nil
}

// parseEnd reads s[from:to] as one side of an interval.
func parseEnd(s string, from, to int) (point, endKind, error) {
	switch s[from:to] {
	case "":
		return point{}, unknown, nil
	case "..":
		return point{}, open, nil
	}
	p, err := parsePoint(s, from, to)
	return p, known, err
}

func parseSet(s string) (Date, error) {
	k, closing := oneOf, byte(']')
	if s[0] == '{' {
		k, closing = allOf, '}'
	}
	if len(s) < 2 || s[len(s)-1] != closing {
		return Date{}, &ParseError{s, len(s), fmt.Sprintf("a set that opens with %c ends with %c", s[0], closing)}
	}
	members, err := parseMembers(s)
	if err != nil {
		return Date{}, err
	}
	return newSet(k, members), nil
}

// parseMembers reads what stands between the brackets of a set.
func parseMembers(s string) ([]Date, error) {
	var members []Date
	end := len(s) - 1
	for from := 1; from <= end; {
		to := end
		if i := strings.IndexByte(s[from:end], ','); i >= 0 {
			to = from + i
		}
		m, err := parseMember(s, from, to)
		if err != nil {
			return nil, err
		}
		if m.OpenStart() && from != 1 {
			return nil, &ParseError{s, from, `".." without a date before it stands first in a set`}
		}
		if m.OpenEnd() && to != end {
			return nil, &ParseError{s, to, `".." without a date behind it stands last in a set`}
		}
		members = append(members, m)
		from = to + 1
	}
	return members, nil
}

// parseMember reads s[from:to] as a date or a range with "..".
func parseMember(s string, from, to int) (Date, error) {
	text := s[from:to]
	if i := strings.IndexByte(text, '/'); i >= 0 {
		return Date{}, &ParseError{s, from + i, `inside a set a range is written with "..", not with a slash`}
	}
	dots := strings.Index(text, "..")
	if dots < 0 {
		p, err := parsePoint(s, from, to)
		if err != nil {
			return Date{}, err
		}
		return newSingle(p), nil
	}
	var start, end point
	startIs, endIs := open, open
	var err error
	if dots > 0 {
		startIs = known
		if start, err = parsePoint(s, from, from+dots); err != nil {
			return Date{}, err
		}
	}
	if from+dots+2 < to {
		endIs = known
		if end, err = parsePoint(s, from+dots+2, to); err != nil {
			return Date{}, err
		}
	}
	if startIs == open && endIs == open {
		return Date{}, &ParseError{s, from, `".." needs a date before or behind it`}
	}
	d := newInterval(start, startIs, end, endIs)
	if d.backwards() {
		return Date{}, &ParseError{s, from + dots, fmt.Sprintf("the range ends before it starts; the other way round it is %s..%s", end, start)}
	}
	return d, nil
}
