package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	placeWord  = `\p{Lu}[\p{L}'’.\-]*`
	placeName  = placeWord + `(?:\s(?:(?:de|of|la|le|el|al|del|da|do|dos|on|upon|am|sur)\s)?` + placeWord + `){0,3}`
	places     = placeName + `(?:\s*[,/]\s*` + placeName + `){0,3}`
	datePhrase = `(?:(?i:` + weekdayWords + `)\.?,?\s*)?(?:(?i:` + monthWords + `)\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+(?i:` + monthWords + `)\.?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2})|(?i:` + weekdayWords + `)`
	source     = `\([^()]{2,40}\)|/[A-Z][\w. -]{2,30}/`
	dash       = `(?:—|–|―|--|-)`
)

var (
	// PLACE, date (Agency) — text, in the orders that agencies use.
	fullDateline = compile(`^\s*(` + places + `?)(?:(?:,\s*|\s+|\s*\()(` + datePhrase + `)\)?)?(?:,?\s*(` + source + `))?(?:,?\s*(` + datePhrase + `))?\s*(` + dash + `|:)\s+`)
	// (Agency) — text
	agencyLine = compile(`^\s*\(([^()]{2,40})\)\s*` + dash + `\s+`)
	// date 2025-08-16 text: the prefix that some collections put before a text.
	labelledDay = compile(`^\s*(?i:date|dated|published|posted)\s*:?\s+`)
	afterDay    = compile(`^\s*(?:[:|]|` + dash + `)\s+`)
)

// A lead is what stands before the first sentence of a text's first
// paragraph: a date, a dateline, an agency.
type lead struct {
	end int    // bytes of the paragraph before its sentence text
	day string // YYYY-MM-DD, empty where it gives no whole date
	how string // in words, where day is not empty
}

// leadOf splits off what stands before the sentence text of a paragraph.
func leadOf(p string) lead {
	var l lead
	window := p[:runeFloor(p, 300)]
	if end, day := dayPrefix(window); end > 0 {
		l = lead{end, day, "first line"}
	}
	end, day := placePrefix(window[l.end:], len(p)-l.end)
	if end > 0 && l.day == "" && day != "" {
		l.day, l.how = day, "dateline"
	}
	l.end += end
	return l
}

// dayPrefix recognises a date that opens a paragraph without being part of
// its sentence: labelled, or followed by a separator, or in figures before a
// capital letter.
func dayPrefix(p string) (end int, day string) {
	at := len(p) - len(strings.TrimLeftFunc(p, unicode.IsSpace))
	labelled := labelledDay().FindStringIndex(p)
	if labelled != nil {
		at = labelled[1]
	}
	day, start, stop, ok := findDay(p[at:])
	if !ok || start != 0 {
		return 0, ""
	}
	at += stop
	rest := p[at:]
	if sep := afterDay().FindStringIndex(rest); sep != nil {
		return at + sep[1], day
	}
	text := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(text) == len(rest) || text == "" {
		return 0, ""
	}
	figures := p[at-stop] >= '0' && p[at-stop] <= '9' && stop == len("2006-01-02")
	if labelled == nil && !(figures && opensSentence(text)) {
		return 0, ""
	}
	return len(p) - len(text), day
}

// placePrefix recognises a dateline. size is the length of the paragraph
// whose beginning p is: what follows must be long enough to be a sentence.
func placePrefix(p string, size int) (end int, day string) {
	if m := agencyLine().FindStringSubmatchIndex(p); m != nil && isAgency(p[m[2]:m[3]]) {
		return m[1], ""
	}
	m := fullDateline().FindStringSubmatchIndex(p)
	if m == nil {
		return 0, ""
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return p[m[2*i]:m[2*i+1]]
	}
	place, date, agency, date2, mark := group(1), group(2), group(3), group(4), group(5)
	if date == "" {
		date = date2
	}
	text := p[m[1]:]
	if size-m[1] < 20 || !opensSentence(text) {
		return 0, ""
	}
	shouted := place == strings.ToUpper(place) && len(place) > 2
	spaced := m[10] > 0 && unicode.IsSpace(rune(p[m[10]-1]))
	switch {
	case date != "" || agency != "":
	case mark == ":":
		if len(strings.Fields(place)) > 4 || notPlaces[strings.ToLower(place)] {
			return 0, ""
		}
	case mark == "-" && !spaced, !shouted && len(strings.Fields(place)) > 4, notPlaces[strings.ToLower(place)]:
		return 0, ""
	}
	if d, _, _, ok := findDay(date); ok {
		day = d
	}
	return m[1], day
}

// notPlaces are words that open a sentence before a dash or colon and are no
// place.
var notPlaces = map[string]bool{
	"yes": true, "no": true, "but": true, "and": true, "so": true, "however": true, "still": true,
	"he": true, "she": true, "they": true, "we": true, "it": true, "i": true, "this": true, "that": true,
	"then": true, "now": true, "today": true, "the result": true, "the reason": true, "the answer": true,
}

// opensSentence reports whether s begins as sentences do: with a capital
// letter or a digit, perhaps after an opening quotation mark or bracket.
func opensSentence(s string) bool {
	s = strings.TrimLeft(s, `"'“‘«([„`)
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r))
}

// runeFloor gives the largest rune boundary of s that is at most n.
func runeFloor(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}
