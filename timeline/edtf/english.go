package edtf

import "sync"

// English returns the vocabulary that Words has by itself. It is shared:
// copy it to change it.
var English = sync.OnceValue(func() *Vocabulary {
	return &Vocabulary{Phrases: english(), Plural: englishPlural, Ordinal: englishOrdinal}
})

func englishPlural(n int64) string {
	if n == 1 {
		return "one"
	}
	return "other"
}

func englishOrdinal(n int64) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "one"
		case 2:
			return "two"
		case 3:
			return "few"
		}
	}
	return "other"
}

// english returns every phrase that dates need. docs/languages.md says what
// each of them is for.
func english() map[string]string {
	return map[string]string{
		"month.1": "January", "month.2": "February", "month.3": "March", "month.4": "April",
		"month.5": "May", "month.6": "June", "month.7": "July", "month.8": "August",
		"month.9": "September", "month.10": "October", "month.11": "November", "month.12": "December",
		"month.short.1": "Jan", "month.short.2": "Feb", "month.short.3": "Mar", "month.short.4": "Apr",
		"month.short.5": "May", "month.short.6": "June", "month.short.7": "July", "month.short.8": "Aug",
		"month.short.9": "Sept", "month.short.10": "Oct", "month.short.11": "Nov", "month.short.12": "Dec",

		"day": "{1} {2}", "day.short": "{1} {2}", "day.first": "1", "days": "{1}–{2}",
		"day.year": "{1} {2/}", "day.year.short": "{1} {2/}", "month.year": "{1} {2/}", "year.apart": "{1}, {2/}",
		"month-first.day": "{2} {1}", "month-first.day.short": "{2} {1}",
		"month-first.day.year": "{1}, {2/}", "month-first.day.year.short": "{1}, {2/}",

		"year": "{1}", "year.ad": "AD {1}", "year.bc": "{1} BC", "year.big": "year {1}",
		"years": "{1}–{2}", "years.ad": "AD {1}–{2}", "years.bc": "{1}–{2} BC",
		"round": "year {1}", "round.bc": "{1} BC", "estimate": "{1} by estimate, within {2}",
		"million.one": "{1} million", "million.other": "{1} million",
		"billion.one": "{1} billion", "billion.other": "{1} billion",

		"ordinal.one": "{1/number}st", "ordinal.two": "{1/number}nd", "ordinal.few": "{1/number}rd", "ordinal.other": "{1/number}th",
		"decade": "the {1}s", "decade/bare": "{1}s",
		"century": "the {1} century", "century/bare": "{1} century", "century.bc": "the {1} century BC",
		"millennium": "the {1} millennium", "millennium.bc": "the {1} millennium BC",

		"season.spring": "spring", "season.summer": "summer", "season.autumn": "autumn", "season.winter": "winter",
		"season.year": "{1} {2/}", "north": "{1} (northern hemisphere)", "south": "{1} (southern hemisphere)",
		"quarter.1": "the first quarter", "quarter.2": "the second quarter",
		"quarter.3": "the third quarter", "quarter.4": "the fourth quarter",
		"half.1": "the first half", "half.2": "the second half", "part.year": "{1} of {2/}",

		"early.year": "early {1}", "mid.year": "mid {1}", "late.year": "late {1}",
		"early.month": "early {1}", "mid.month": "mid {1}", "late.month": "late {1}",
		"early.decade": "the early {1/bare}", "mid.decade": "the mid {1/bare}", "late.decade": "the late {1/bare}",
		"early.century": "the early {1/bare}", "mid.century": "the mid {1/bare}", "late.century": "the late {1/bare}",

		"possibly": "possibly {1}", "about": "about {1}", "possibly.about": "possibly about {1}",
		"span": "{1} – {2}", "since": "since {1}", "until": "until {1}",
		"since.endless": "from {1}, end unknown", "until.startless": "until {1}, start unknown",
		"since.unknown": "since an unknown date", "until.unknown": "until an unknown date", "always": "at any time",
		"comma": "{1}, {2}", "or": "{1} or {2}", "and": "{1} and {2}",
		"or.earlier": "{1} or earlier", "or.later": "{1} or later",
		"and.earlier": "{1} and earlier", "and.later": "{1} and later",

		"unknown.year": "an unknown year", "no.year": "{1}, year unknown", "some.year": "{1}, some year in {2}",
		"some.month": "some month in {1}", "some.day": "some day in {1}", "day.some.month": "the {1} of some month in {2}",
		"between.days":   "some day between {1} and {2}",
		"between.months": "some month between {1} and {2}",
		"between.years":  "some year between {1} and {2}",
	}
}
