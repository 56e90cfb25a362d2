package lang

import "strconv"

// Clock writes a clock time, in minutes since midnight: "14:30", "2:30 p.m.".
func (s Speaker) Clock(minute int) string {
	if !s.hours12() {
		return s.clock24(minute)
	}
	if name := wholeHour(minute); name != "" {
		return s.Say(name)
	}
	return s.Say(half(minute), clock12(minute))
}

// ClockRange writes two clock times of one day: "11:30–14:30", "11:30 a.m. –
// 2:30 p.m.", "2–2:30 p.m.".
func (s Speaker) ClockRange(from, to int) string {
	switch {
	case !s.hours12():
		return s.Say("clock.range", s.Clock(from), s.Clock(to))
	case half(from) == half(to) && wholeHour(from) == "" && wholeHour(to) == "":
		return s.Say("clock.range", clock12(from), s.Clock(to))
	}
	return s.Say("clock.range.words", s.Clock(from), s.Clock(to))
}

// hours12 reports whether hours are counted twice to twelve. The Associated
// Press does so, ISO does not, and most languages have no words for it.
func (s Speaker) hours12() bool {
	return s.Dates != ISO && (s.Hours12 || s.Dates == AP) && s.has("clock.am")
}

// half returns the name of the phrase for the half of the day.
func half(minute int) string {
	if minute < 12*60 {
		return "clock.am"
	}
	return "clock.pm"
}

// wholeHour returns the name of the phrase for an hour that has a name of its
// own, "" for others.
func wholeHour(minute int) string {
	switch minute {
	case 0:
		return "clock.midnight"
	case 12 * 60:
		return "clock.noon"
	}
	return ""
}

// clock12 writes a time on a dial, whole hours without minutes.
func clock12(minute int) string {
	hour := strconv.Itoa((minute/60+11)%12 + 1)
	if minute%60 == 0 {
		return hour
	}
	return hour + ":" + twoDigits(minute%60)
}

func (s Speaker) clock24(minute int) string {
	hour := twoDigits(minute / 60)
	if s.Dates != ISO && s.Say("clock") == "H:mm" {
		hour = strconv.Itoa(minute / 60)
	}
	return hour + ":" + twoDigits(minute%60)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
