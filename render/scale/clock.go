package scale

import (
	"strings"

	"github.com/causeline/causeline/render/lang"
)

// A Clock is a clock time or a range of two, as the story file spells them:
// 11:30, 11:30-08:00, 11:30-08:00/14:30-08:00.
type Clock struct {
	Start, End Minute // since midnight, local; equal where there is one time
	Range      bool
	Zone       string // as written, such as -08:00 or Z; empty where absent
	Told       bool   // Words tell the zone, since others occur beside it
}

// ParseClock reads the time field of an event. It reports false for anything
// else, including hours and minutes that no clock shows.
func ParseClock(s string) (Clock, bool) {
	from, to, isRange := strings.Cut(s, "/")
	start, zone, ok := parseTime(from)
	if !ok {
		return Clock{}, false
	}
	c := Clock{Start: start, End: start, Zone: zone}
	if isRange {
		end, _, ok := parseTime(to)
		if !ok {
			return Clock{}, false
		}
		c.End, c.Range = end, end != start
	}
	return c, true
}

// parseTime reads hh:mm with an optional :ss and an optional zone.
func parseTime(s string) (Minute, string, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 5 || s[2] != ':' {
		return 0, "", false
	}
	h, ok1 := twoDigits(s[:2])
	m, ok2 := twoDigits(s[3:5])
	if !ok1 || !ok2 || h > 23 || m > 59 {
		return 0, "", false
	}
	rest := s[5:]
	if len(rest) >= 3 && rest[0] == ':' {
		if sec, ok := twoDigits(rest[1:3]); !ok || sec > 60 {
			return 0, "", false
		}
		rest = rest[3:]
	}
	if !validZone(rest) {
		return 0, "", false
	}
	return Minute(h)*Hour + Minute(m), rest, true
}

func twoDigits(s string) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

func validZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	if len(s) != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':' {
		return false
	}
	_, ok1 := twoDigits(s[1:3])
	_, ok2 := twoDigits(s[4:])
	return ok1 && ok2
}

// Words writes the time for people: "11:30", "11:30–14:30".
func (c Clock) Words(say lang.Speaker) string {
	words := say.Clock(int(c.Start))
	if c.Range {
		words = say.ClockRange(int(c.Start), int(c.End))
	}
	if zone := c.ZoneWords(); c.Told && zone != "" {
		return say.Say("clock.zone", words, zone)
	}
	return words
}

// ZoneWords writes the zone for people: "UTC−8", "UTC+5:30", "UTC"; empty
// where the time has none.
func (c Clock) ZoneWords() string {
	switch c.Zone {
	case "":
		return ""
	case "Z", "+00:00", "-00:00":
		return "UTC"
	}
	sign := "+"
	if c.Zone[0] == '-' {
		sign = "−"
	}
	out := "UTC" + sign + strings.TrimPrefix(c.Zone[1:3], "0")
	if c.Zone[4:] != "00" {
		out += ":" + c.Zone[4:]
	}
	return out
}
