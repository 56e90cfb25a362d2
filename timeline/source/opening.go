package source

import (
	"strings"
)

// A header is a line "Key: value" above a text.
var header = compile(`(?i)^(title|headline|date|published|publication date|pub ?date|source|publisher|publication|url|link|author|authors|byline|location|language|copyright)\s*:\s+(\S.*)$`)

var (
	changedLabel = compile(`(?i)\b(?:updated?|modified|edited|revised|corrected|changed)\b`)
	issuedLabel  = compile(`(?i)\b(?:published|posted|issued|released|first published|created|date)\b`)
	// lineWords are what may stand beside the date on a line that is there
	// for the date alone.
	lineWords = compile(`(?i)\b(?:first|last|published|posted|issued|released|created|updated?|modified|edited|revised|corrected|changed|date|on|at|from|time|local|hrs|hours|\d+ min(?:ute)?s? read|` + weekdayWords + `|[ap]\.?m\.?|gmt|utc|bst|ist|cet|cest|eet|eest|msk|jst|kst|sgt|aest|aedt|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|z)\b\.?|\b\d{1,2}(?:[:.h]\d{2}){1,2}\b|[+-]\d{2}:?\d{2}\b|\b\d{1,2} ?[ap]m\b`)
	nameWords = compile(`^(?:\s*(?:\p{Lu}[\p{L}\p{N}'’.\-]*|and|of|the|de|von|van|for|in|staff|writer|reporter|correspondent|[|/,;:()&·•–—-]))*\s*$`)
)

// partialDay is a date without its year, or an age.
var partialDay = compile(`(?i)\b(?:(?:` + monthWords + `)\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:` + monthWords + `)|(?:\d+|an?) (?:minute|min|hour|day|week|month)s? ago|today|yesterday)\b`)

// isPartialDateLine reports whether a line is there for a date that is not
// whole, such as "Posted 3 March, 10:15" or "2 hours ago".
func isPartialDateLine(s string) bool {
	if len(s) > maxDateLine || !partialDay().MatchString(s) {
		return false
	}
	return onlyMarks().MatchString(lineWords().ReplaceAllString(partialDay().ReplaceAllString(s, " "), " "))
}

// maxDateLine is the length in bytes of the longest line that is read as a
// date line.
const maxDateLine = 160

// A lineDate is a date on a line of its own.
type lineDate struct {
	day      string
	modified bool // the line says that it is of a change
	labelled bool // the line says what it is a date of
}

// datesOnLine reads a line that is there for its date alone, such as
// "Published: 3 March 2020, 10:15 GMT | Updated: 4 March 2020". With names it
// also takes lines that share the date with an author, a paper or a place:
// "By A. Writer | 3 March 2020".
func datesOnLine(line string, names bool) []lineDate {
	if len(line) > maxDateLine {
		return nil
	}
	if endsSentence(line) && len(line) > 100 {
		return nil
	}
	var dates []lineDate
	var residue strings.Builder
	rest := line
	for len(dates) < 4 {
		day, start, end, ok := findDay(rest)
		if !ok {
			break
		}
		label := rest[:start]
		dates = append(dates, lineDate{
			day:      day,
			modified: changedLabel().MatchString(label),
			labelled: issuedLabel().MatchString(label),
		})
		residue.WriteString(label)
		residue.WriteByte(' ')
		rest = rest[end:]
	}
	if dates == nil {
		return nil
	}
	residue.WriteString(rest)
	left := lineWords().ReplaceAllString(residue.String(), " ")
	if onlyMarks().MatchString(left) {
		return dates
	}
	if names && !endsSentence(line) && (nameWords().MatchString(left) || isByline(line)) {
		return dates
	}
	return nil
}
