package segment

import (
	"strings"
	"unicode"
)

// unmarked returns the last tokens of the first and of the last but one
// sentence of a block where the layout has set a line apart that no stop ends,
// each -1 where there is none: the label of a caption ("Figure 1.3 A bridge"),
// a dateline, a line for the date before the first sentence or after a headline.
func unmarked(text string, toks []Span) (head, tail int) {
	head, tail = -1, -1
	if len(toks) < 3 || !isUpper(text[toks[0].Start]) && !isDigit(text[toks[0].Start]) {
		return head, tail
	}
	if n := labelLen(text, toks); n > 0 && (capitalAfter(text, toks, n) || creditAfter(text, toks, n)) {
		return n - 1, tail
	}
	if n := datelineLen(text, toks); n > 0 && capitalAfter(text, toks, n) {
		head = n - 1
	} else if n := dateLen(text, toks, false); n > 0 && capitalAfter(text, toks, n) {
		head = n - 1
	}
	for k := max(3, len(toks)-maxDate); k < len(toks)-3; k++ {
		if dateLen(text, toks[k:], true) == len(toks)-k && !leadsOn(text[toks[k-1].Start:toks[k-1].End]) {
			tail = k - 1
		}
	}
	return head, tail
}

// creditAfter reports whether a token n begins "(credit: ...".
func creditAfter(text string, toks []Span, n int) bool {
	return n+1 < len(toks) && text[toks[n].Start] == '(' && lowerASCII(text[toks[n+1].Start:toks[n+1].End]) == "credit"
}

// leadsOn reports whether the date after the word or mark w belongs to w's
// sentence.
func leadsOn(w string) bool {
	return strings.IndexByte(",;:-(", w[0]) >= 0 || governs[lowerASCII(w)]
}

// capitalAfter reports whether a token n follows and begins with a capital.
func capitalAfter(text string, toks []Span, n int) bool {
	if n >= len(toks) || toks[n-1].End == toks[n].Start {
		return false
	}
	r, _ := opening(text, toks, n)
	return unicode.IsUpper(r)
}

// labels are the words that a caption begins with, before a number.
var labels = map[string]bool{
	"figure": true, "fig.": true, "table": true, "box": true, "listing": true,
	"exhibit": true, "plate": true, "map": true, "chart": true, "diagram": true,
}

// labelLen returns the number of tokens of a caption's label, 0 without one.
func labelLen(text string, toks []Span) int {
	if !isDigit(text[toks[1].Start]) || !labels[lowerASCII(text[toks[0].Start:toks[0].End])] {
		return 0
	}
	return 2
}

// maxDateline is the number of tokens of the longest dateline.
const maxDateline = 16

// datelineLen returns the number of tokens of a dateline and its dash, 0
// without one: a place in capitals, or a place with a region, a date or an
// agency in brackets ("LIMA —", "Lima, Peru, March 3 (Agency) --").
func datelineLen(text string, toks []Span) int {
	capitals, commas, words := true, 0, 0
	for k := 0; k+1 < len(toks) && k < maxDateline; k++ {
		w := text[toks[k].Start:toks[k].End]
		switch {
		case isDash(w):
			apart := k > 0 && toks[k-1].End < toks[k].Start && toks[k].End < toks[k+1].Start
			if apart && (commas > 0 || capitals && words <= 3 && w != "-" && !isUpper(text[toks[k+1].End-1])) {
				return k + 1
			}
			return 0
		case w == "," && k > 0:
			commas++
		case w == "(":
			for n := k + 2; n < len(toks)-1 && n < k+6; n++ {
				if text[toks[n].Start] == ')' && isDash(text[toks[n+1].Start:toks[n+1].End]) && words > 0 {
					return n + 2
				}
			}
			return 0
		case isUpper(w[0]):
			words++
			capitals = capitals && len(w) >= 3 && isUpper(w[1]) && isUpper(w[2])
		case !(k > 0 && dayOfMonth(w) && months[lowerASCII(text[toks[k-1].Start:toks[k-1].End])]):
			return 0
		}
	}
	return 0
}

func isDash(w string) bool { return w == "—" || w == "–" || w == "--" || w == "-" || w == "―" }

// governs holds words that tie a date to the sentence before it.
var governs = map[string]bool{
	"on": true, "of": true, "by": true, "from": true, "since": true, "until": true,
	"till": true, "to": true, "through": true, "before": true, "after": true,
	"for": true, "and": true, "or": true, "last": true, "next": true, "this": true,
	"is": true, "was": true, "dated": true,
}

var weekdays = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true,
	"friday": true, "saturday": true, "sunday": true,
}

var months = map[string]bool{
	"january": true, "february": true, "march": true, "april": true, "may": true,
	"june": true, "july": true, "august": true, "september": true, "october": true,
	"november": true, "december": true, "jan.": true, "feb.": true, "mar.": true,
	"apr.": true, "jun.": true, "jul.": true, "aug.": true, "sept.": true,
	"sep.": true, "oct.": true, "nov.": true, "dec.": true,
}

// maxDate is the number of tokens of the longest date that dateLen knows.
const maxDate = 6

// dateLen returns the number of tokens of a full date at the head of toks:
// "Tuesday, March 3, 2021", "3 March 2021". It returns 0 when there is none or
// when it lacks the day of the week that is asked for.
func dateLen(text string, toks []Span, weekday bool) int {
	k := 0
	word := func() string {
		if k >= len(toks) {
			return ""
		}
		return lowerASCII(text[toks[k].Start:toks[k].End])
	}
	comma := func() {
		if word() == "," {
			k++
		}
	}
	if weekdays[word()] {
		k++
		comma()
	} else if weekday {
		return 0
	}
	switch {
	case months[word()]:
		k++
		if !dayOfMonth(word()) {
			return 0
		}
	case dayOfMonth(word()):
		k++
		if !months[word()] {
			return 0
		}
	default:
		return 0
	}
	k++
	comma()
	if w := word(); len(w) != 4 || !isDigit(w[0]) || !isDigit(w[3]) {
		return 0
	}
	return k + 1
}

func dayOfMonth(w string) bool {
	return len(w) == 1 && isDigit(w[0]) || len(w) == 2 && isDigit(w[0]) && isDigit(w[1])
}

// credits holds the words that begin the credit of a picture.
var credits = map[string]bool{
	"image": true, "photo": true, "photograph": true, "picture": true,
	"credit": true, "illustration": true,
}

// credit returns the token that begins a picture's credit ("Image: ") whose
// colon is token i, where something stands before it in its sentence; 0 when
// there is none.
func credit(text string, toks []Span, from, i int) int {
	k := i
	for k > from && i-k < 2 && credits[lowerASCII(text[toks[k-1].Start:toks[k-1].End])] {
		k--
	}
	if k == i || k == from || !isUpper(text[toks[k].Start]) {
		return 0
	}
	before := text[toks[k-1].End-1]
	if isAlnum(before) || before >= 0x80 || before == ')' || before == '.' {
		return k
	}
	return 0
}
