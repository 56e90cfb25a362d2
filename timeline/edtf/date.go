package edtf

import "strings"

// A Date is a date of any kind that the format has: a day or something
// coarser, an interval, or a set. It is a plain value, comparable with ==:
// two dates are equal when they have the same canonical spelling. The zero
// Date is no date.
type Date struct {
	start, end point // a single date stands in start
	lo, hi     Day
	set        string // the canonical spelling of a set, whose members are read from it
	kind       kind
	startIs    endKind
	endIs      endKind
	setQual    qualifier // anywhere in the set
	hasLo      bool
	hasHi      bool
}

type kind uint8

const (
	none kind = iota
	single
	interval
	oneOf // [...]
	allOf // {...}
)

// An endKind says what stands at one side of an interval.
type endKind uint8

const (
	known   endKind = iota
	open            // ".."
	unknown         // nothing
)

// newSingle makes a date of a point that has been checked.
func newSingle(p point) Date {
	d := Date{kind: single, start: p}
	d.lo, d.hi, d.hasLo = p.bounds()
	d.hasHi = d.hasLo
	return d
}

// newInterval makes an interval; a point counts only where its side is known.
func newInterval(start point, startIs endKind, end point, endIs endKind) Date {
	d := Date{kind: interval, startIs: startIs, endIs: endIs}
	if startIs == known {
		d.start = start
		d.lo, _, d.hasLo = start.bounds()
	}
	if endIs == known {
		d.end = end
		_, d.hi, d.hasHi = end.bounds()
	}
	return d
}

// newSet makes a set of members that are single dates or intervals. Members
// must not be empty.
func newSet(k kind, members []Date) Date {
	d := Date{kind: k, hasLo: true, hasHi: true}
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = m.memberString()
		d.setQual |= m.quals()
		if i == 0 || m.lo < d.lo {
			d.lo = m.lo
		}
		if i == 0 || m.hi > d.hi {
			d.hi = m.hi
		}
		d.hasLo = d.hasLo && m.hasLo
		d.hasHi = d.hasHi && m.hasHi
	}
	if !d.hasLo {
		d.lo = 0
	}
	if !d.hasHi {
		d.hi = 0
	}
	d.set = strings.Join(texts, ",")
	if k == oneOf {
		d.set = "[" + d.set + "]"
	} else {
		d.set = "{" + d.set + "}"
	}
	return d
}

// memberString spells an interval the way sets do: 1670..1672.
func (d Date) memberString() string {
	if d.kind != interval {
		return d.String()
	}
	b := make([]byte, 0, 24)
	if d.startIs == known {
		b = d.start.append(b)
	}
	b = append(b, ".."...)
	if d.endIs == known {
		b = d.end.append(b)
	}
	return string(b)
}

// String returns the canonical spelling, which Parse reads back as the same
// Date. The zero Date has the empty one.
func (d Date) String() string {
	switch d.kind {
	case single:
		return d.start.String()
	case interval:
		b := make([]byte, 0, 32)
		b = appendEnd(b, d.start, d.startIs)
		b = append(b, '/')
		return string(appendEnd(b, d.end, d.endIs))
	}
	return d.set
}

func appendEnd(b []byte, p point, is endKind) []byte {
	switch is {
	case open:
		return append(b, ".."...)
	case unknown:
		return b
	}
	return p.append(b)
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.kind == none }

// Earliest returns the first day that the date can mean. It reports false for
// the zero Date and where nothing bounds the date on that side.
func (d Date) Earliest() (Day, bool) { return d.lo, d.hasLo }

// Latest returns the last day that the date can mean. It reports false for
// the zero Date and where nothing bounds the date on that side.
func (d Date) Latest() (Day, bool) { return d.hi, d.hasHi }

// Start returns the date at the start of an interval, zero where that is open
// or unknown. Of any other date it returns the date itself.
func (d Date) Start() Date {
	if d.kind != interval {
		return d
	}
	if d.startIs != known {
		return Date{}
	}
	return newSingle(d.start)
}

// End returns the date at the end of an interval, zero where that is open or
// unknown. Of any other date it returns the date itself.
func (d Date) End() Date {
	if d.kind != interval {
		return d
	}
	if d.endIs != known {
		return Date{}
	}
	return newSingle(d.end)
}

// IsInterval reports whether the date is written with a slash.
func (d Date) IsInterval() bool { return d.kind == interval }

// IsSet reports whether the date is a one-of or an all-of set.
func (d Date) IsSet() bool { return d.kind == oneOf || d.kind == allOf }

// OpenStart reports whether d is an interval from "..": without a start.
func (d Date) OpenStart() bool { return d.kind == interval && d.startIs == open }

// OpenEnd reports whether d is an interval to "..": without an end so far.
func (d Date) OpenEnd() bool { return d.kind == interval && d.endIs == open }

// UnknownStart reports whether d is an interval that has a start which nobody
// knows.
func (d Date) UnknownStart() bool { return d.kind == interval && d.startIs == unknown }

// UnknownEnd reports whether d is an interval that has an end which nobody
// knows.
func (d Date) UnknownEnd() bool { return d.kind == interval && d.endIs == unknown }

// Members returns the dates of a set as they are written; ranges are
// intervals. Of any other date it returns the date alone, of the zero Date
// nothing.
func (d Date) Members() []Date {
	switch {
	case d.IsZero():
		return nil
	case d.IsSet():
		members, err := parseMembers(d.set)
		if err != nil {
			return nil // unreachable: the spelling is our own
		}
		return members
	}
	return []Date{d}
}

// quals returns the qualifiers that stand anywhere in the date.
func (d Date) quals() qualifier { return d.start.anyQual() | d.end.anyQual() | d.setQual }

// Approximate reports whether any part of the date is marked with ~ or %.
func (d Date) Approximate() bool { return d.quals()&approximate != 0 }

// Uncertain reports whether any part of the date is marked with ? or %.
func (d Date) Uncertain() bool { return d.quals()&uncertain != 0 }

// WithApproximate returns the date with every part of it marked approximate.
func (d Date) WithApproximate() Date { return d.with(approximate) }

// WithUncertain returns the date with every part of it marked uncertain.
func (d Date) WithUncertain() Date { return d.with(uncertain) }

func (d Date) with(q qualifier) Date {
	switch d.kind {
	case single:
		d.start = d.start.qualified(q)
	case interval:
		if d.startIs == known {
			d.start = d.start.qualified(q)
		}
		if d.endIs == known {
			d.end = d.end.qualified(q)
		}
	case oneOf, allOf:
		members := d.Members()
		for i, m := range members {
			members[i] = m.with(q)
		}
		return newSet(d.kind, members)
	}
	return d
}

// MarshalText returns the canonical spelling; the zero Date gives empty text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes, and anything that Parse reads.
// Empty text gives the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	date, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = date
	return nil
}
