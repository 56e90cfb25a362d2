package eval

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// A Phrase is a phrase with the dates that annotators gave it, as TEI has them:
// "when", or bounds: "from" and "to", "notBefore" and "notAfter".
type Phrase struct {
	Genre   string            `json:"genre"`
	Created string            `json:"created"`
	Text    string            `json:"text"`
	Attr    map[string]string `json:"attr"`
	Sent    string            `json:"sent"`
	Nth     int               `json:"-"` // how many equal phrases of the sentence came before
}

// The kinds of phrase that figures are given for.
const (
	KindWhen   = "when"
	KindFromTo = "from+to"
	KindRest   = "rest"
)

// Kind says how a phrase is dated.
func (p Phrase) Kind() string {
	has := func(key string) bool { return p.Attr[key] != "" }
	switch {
	case has("when"):
		return KindWhen
	case has("from") && has("to"):
		return KindFromTo
	}
	return KindRest
}

// ReadPhrases reads a corpus of phrases, in the order of the file.
func ReadPhrases(file string) ([]Phrase, error) {
	var phrases []Phrase
	seen := map[[2]string]int{}
	err := readLines(file, func(line []byte) error {
		var p Phrase
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		key := [2]string{p.Sent, p.Text}
		p.Nth = seen[key]
		seen[key]++
		phrases = append(phrases, p)
		return nil
	})
	return phrases, err
}

// Judge reads the sentence of a phrase and reports whether the expressions that
// overlap the phrase, which it returns, mean what the annotators say.
//
// A "when" is met by one of the expressions, see meetsWhen. Bounds are met by
// the expressions together: the first that has a date in the calendar begins,
// the last ends, so that "from May to June 1981" may be one or two. A side for
// which the annotators give no bound must have none. Of an expression that
// reaches beyond the phrase, the value counts without its mod: annotators date
// the phrase "1980s" in "the late 1980s" and leave "late" alone.
func (p Phrase) Judge() (right bool, found []Span, err error) {
	date, err := day(p.Created)
	if err != nil {
		return false, nil, fmt.Errorf("phrase %q: %w", p.Text, err)
	}
	start, end := p.place()
	for _, s := range Find(p.Sent, date) {
		if s.Start < end && s.End > start {
			found = append(found, s)
		}
	}
	if when := p.Attr["when"]; when != "" {
		for _, s := range found {
			if meetsWhen(s, when) {
				return true, found, nil
			}
		}
		return false, found, nil
	}
	first := p.Attr["from"] + p.Attr["notBefore"]
	last := p.Attr["to"] + p.Attr["notAfter"]
	for i := range found {
		if found[i].Start < start || found[i].End > end {
			found[i] = bare(found[i])
		}
	}
	return meetsBounds(found, first, last), found, nil
}

// meetsWhen reports whether an expression means the date of a "when". It must
// be as precise, and equal the value or, qualifiers left out, the EDTF date.
//
//   - --10 and --10-25 recur every year: XXXX-10 and XXXX-10-25.
//   - -0508 is 508 BC to the corpus: BC0508, which is -0507 in EDTF.
//   - 500 is 0500.
//   - Of a time of day, only the day counts where the "when" has no time; else
//     day, hour and minute must be right.
func meetsWhen(s Span, when string) bool {
	day, clock, timed := strings.Cut(when, "T")
	valueDay, valueClock, _ := strings.Cut(s.Value, "T")
	if timed {
		return valueDay == day && len(valueClock) >= 5 && len(clock) >= 5 && valueClock[:5] == clock[:5]
	}
	if rest, yearless := strings.CutPrefix(when, "--"); yearless {
		return valueDay == "XXXX-"+rest
	}
	if year, err := strconv.ParseInt(when, 10, 64); err == nil {
		if year < 0 {
			return valueDay == fmt.Sprintf("BC%04d", -year) || unqualified(s.Date) == edtf.FromYear(year+1).String()
		}
		when = fmt.Sprintf("%04d", year)
	}
	return valueDay == when || s.EDTF != "" && unqualified(s.Date) == when
}

// unqualified spells a date without doubt.
func unqualified(d edtf.Date) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("?~%", r) {
			return -1
		}
		return r
	}, d.String())
}
