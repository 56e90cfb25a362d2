package story

import (
	"fmt"
	"strings"
)

// A Clock is a time of day, with or without an offset from UTC.
type Clock struct {
	Hour, Minute, Second int
	HasZone              bool
	Offset               int // minutes east of UTC, where HasZone
}

// Seconds counts from midnight, local time.
func (c Clock) Seconds() int { return c.Hour*3600 + c.Minute*60 + c.Second }

// ParseTime reads an event's time: "11:30", "11:30:05Z", "11:30-08:00", or a
// range of two with a slash. For a single time, to equals from. Where only one
// end of a range has a zone, it holds for both. A range may pass midnight.
func ParseTime(s string) (from, to Clock, err error) {
	first, second, isRange := strings.Cut(s, "/")
	if from, err = parseClock(first); err != nil {
		return Clock{}, Clock{}, err
	}
	if !isRange {
		if from.Hour == 24 {
			return Clock{}, Clock{}, fmt.Errorf("%q: a day begins at 00:00", s)
		}
		return from, from, nil
	}
	if to, err = parseClock(second); err != nil {
		return Clock{}, Clock{}, err
	}
	switch {
	case from.HasZone && !to.HasZone:
		to.HasZone, to.Offset = true, from.Offset
	case to.HasZone && !from.HasZone:
		from.HasZone, from.Offset = true, to.Offset
	}
	if from.Hour == 24 {
		return Clock{}, Clock{}, fmt.Errorf("%q: a day begins at 00:00", s)
	}
	return from, to, nil
}

func parseClock(s string) (c Clock, err error) {
	whole := s
	bad := func(why string) (Clock, error) {
		return Clock{}, fmt.Errorf("%q %s", whole, why)
	}
	local := s
	if i := strings.IndexAny(s, "Z+-"); i >= 0 {
		zone := s[i:]
		local = s[:i]
		c.HasZone = true
		if zone != "Z" {
			h, ok1 := twoDigits(zone[1:])
			m, ok2 := 0, true
			switch {
			case len(zone) == len("+08:00") && zone[3] == ':':
				m, ok2 = twoDigits(zone[4:])
			case len(zone) != len("+08"):
				ok2 = false
			}
			if !ok1 || !ok2 || h > 14 || m > 59 {
				return bad("has no zone such as Z, -08:00 or +05:30")
			}
			c.Offset = h*60 + m
			if zone[0] == '-' {
				c.Offset = -c.Offset
			}
		}
	}
	parts := strings.Split(local, ":")
	if len(parts) != 2 && len(parts) != 3 {
		return bad("is no clock time such as 11:30")
	}
	fields := []*int{&c.Hour, &c.Minute, &c.Second}
	for i, p := range parts {
		v, ok := twoDigits(p)
		if !ok || len(p) != 2 {
			return bad("is no clock time such as 09:30")
		}
		*fields[i] = v
	}
	if c.Hour > 24 || c.Minute > 59 || c.Second > 59 || c.Hour == 24 && c.Minute+c.Second > 0 {
		return bad("is past the end of the day")
	}
	return c, nil
}

func twoDigits(s string) (int, bool) {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}
