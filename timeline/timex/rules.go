package timex

// allRules is every rule in order of preference among matches of one length.
var allRules = joinRules(rejectRules, absoluteRules, relativeRules, quarterRules, durationRules, setRules, holidayRules)

func joinRules(tables ...[]rule) []rule {
	var out []rule
	for _, t := range tables {
		out = append(out, t...)
	}
	return out
}

// rejectRules match what only looks like a date, so that no other rule does.
var rejectRules = []rule{
	{"not-age", "num unit|units 'old'|'olds'", reject},
	{"not-age-vague", "art|vague unit|units 'old'", reject},
	{"not-age-of", "'age'|'aged'|'ages' num 'to'|'and'|dash? num? units?", reject},
	{"not-time-of-life", "poss decade", reject},
	{"not-mile", "num dash? 'minute' 'mile'", reject},
}

func reject(m match) (reading, bool) { return reading{kind: kReject}, true }
