package edtf

import (
	"fmt"
	"strings"
)

// A pointParser reads one date without a slash or brackets from in[pos:end].
type pointParser struct {
	in       string
	from     int // where the date starts
	pos, end int
	p        point
}

// parsePoint reads s[from:to] as one date.
func parsePoint(s string, from, to int) (point, error) {
	r := pointParser{in: s, from: from, pos: from, end: to}
	if err := r.run(); err != nil {
		return point{}, err
	}
	return r.p, nil
}

func (r *pointParser) run() *ParseError {
	if r.pos == r.end {
		return r.fail(r.pos, "a date is missing here")
	}
	parts := [3]func() *ParseError{r.year, r.month, r.day}
	for i, read := range parts {
		before, err := r.qualifier()
		if err != nil {
			return err
		}
		if err := read(); err != nil {
			return err
		}
		after, err := r.qualifier()
		if err != nil {
			return err
		}
		r.p.qual[i] |= before
		for j := 0; j <= i; j++ {
			r.p.qual[j] |= after // a qualifier holds for all to its left
		}
		if r.pos == r.end {
			return nil
		}
		if r.in[r.pos] != '-' || i == 2 {
			return r.fail(r.pos, r.trailing())
		}
		r.pos++
	}
	return nil // unreachable: the third part ends the loop
}

// qualifier reads one of ? ~ %, or nothing.
func (r *pointParser) qualifier() (qualifier, *ParseError) {
	if r.pos == r.end {
		return 0, nil
	}
	q := qualifierOf(r.in[r.pos])
	if q == 0 {
		return 0, nil
	}
	r.pos++
	if r.pos < r.end && qualifierOf(r.in[r.pos]) != 0 {
		return 0, r.fail(r.pos, "one qualifier is enough; % says both uncertain and approximate")
	}
	return q, nil
}

// digits reads a run of digits and Xs.
func (r *pointParser) digits() string {
	from := r.pos
	for r.pos < r.end && (isDigit(r.in[r.pos]) || r.in[r.pos] == 'X') {
		r.pos++
	}
	return r.in[from:r.pos]
}

// accept reads one character if it comes next.
func (r *pointParser) accept(c byte) bool {
	if r.pos < r.end && r.in[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

func (r *pointParser) year() *ParseError {
	from := r.pos
	long := r.accept('Y')
	r.p.neg = r.accept('-')
	text := r.digits()
	if long {
		if err := r.longYear(from, text); err != nil {
			return err
		}
	} else {
		if len(text) != 4 {
			return r.fail(from, yearLength(text, r.p.neg))
		}
		mag, mask := readMasked(text)
		if r.p.neg && mag == 0 && mask == 0 {
			return r.fail(from, "the year 0 has no sign: write 0000 for 1 BC")
		}
		r.p.mag, r.p.yearX = mag, mask
	}
	if !r.accept('S') {
		return nil
	}
	return r.significant()
}

// longYear reads what follows a Y: digits, and perhaps an exponent.
func (r *pointParser) longYear(from int, text string) *ParseError {
	sign := ""
	if r.p.neg {
		sign = "-"
	}
	switch {
	case text == "":
		return r.fail(r.pos, "Y is followed by a year of more than four digits")
	case strings.Contains(text, "X"):
		return r.fail(from, "a year with Y has no unspecified digits; say how many are significant, as in Y171010000S3")
	case text[0] == '0':
		return r.fail(from, "a year with Y does not start with 0")
	case len(text) > 16:
		return r.fail(from, yearTooFar())
	}
	mag, _ := readMasked(text)
	exponent := r.accept('E')
	if exponent {
		at := r.pos
		e := strings.TrimLeft(r.digits(), "0")
		switch {
		case at == r.pos || strings.Contains(e, "X"):
			return r.fail(at, "E is followed by the number of zeros, as in Y-17E7")
		case len(e) > 2:
			return r.fail(at, yearTooFar())
		}
		n, _ := readMasked(e)
		for range n {
			if mag *= 10; mag > MaxYear {
				return r.fail(from, yearTooFar())
			}
		}
		r.p.exp = uint8(n)
	}
	if mag > MaxYear {
		return r.fail(from, yearTooFar())
	}
	if !exponent && len(text) < 5 {
		return r.fail(from, fmt.Sprintf("years of up to four digits have no Y: write %s%04d", sign, mag))
	}
	r.p.mag = mag
	return nil
}

func yearTooFar() string {
	return fmt.Sprintf("years beyond %d on either side are not supported", MaxYear)
}

// significant reads the number behind an S.
func (r *pointParser) significant() *ParseError {
	at := r.pos
	text := r.digits()
	have := digitsOf(r.p.mag)
	n, mask := int64(0), uint8(0)
	if len(text) <= 2 {
		n, mask = readMasked(text)
	}
	switch {
	case r.p.yearX != 0:
		return r.fail(at-1, "a year has either unspecified digits (X) or significant digits (S)")
	case mask != 0 || n < 1 || int(n) > have:
		return r.fail(at, fmt.Sprintf("S is followed by how many of the year's digits are significant, 1 to %d", max(1, have)))
	}
	r.p.sig = uint8(n)
	if first, last := r.p.years(); !inRange(first) || !inRange(last) {
		return r.fail(at, yearTooFar())
	}
	return nil
}

func (r *pointParser) month() *ParseError {
	from := r.pos
	text := r.digits()
	if r.p.sig > 0 || r.p.exp > 0 {
		return r.fail(from, "a year with E or S has no month")
	}
	if len(text) != 2 {
		return r.fail(from, r.monthLength(from, text))
	}
	value, mask := readMasked(text)
	r.p.month, r.p.monthX = uint8(value), mask
	switch {
	case mask == 0 && (value >= 1 && value <= 12 || value >= firstGrouping && value <= lastGrouping):
		return nil
	case mask == 0:
		return r.fail(from, noSuchMonth(r.in[r.from:from], value))
	case mask&0b10 == 0 && value > 10: // 2X and up; 0X and 1X fit
		return r.fail(from, fmt.Sprintf("no month is written %s: write 0X, 1X or XX", text))
	}
	return nil
}

func (r *pointParser) day() *ParseError {
	from := r.pos
	text := r.digits()
	if r.p.hasGrouping() {
		return r.fail(from, fmt.Sprintf("%02d is a part of the year and has no days", r.p.month))
	}
	if len(text) != 2 {
		return r.fail(from, r.dayLength(from, text))
	}
	value, mask := readMasked(text)
	r.p.day, r.p.dayX = uint8(value), mask
	if mask == 0 && value >= 1 && value <= 28 {
		return nil
	}
	if reason := r.p.noSuchDay(text); reason != "" {
		return r.fail(from, reason)
	}
	return nil
}

// readMasked reads digits and Xs; X counts as 0 and sets its bit in the mask.
// The text must not be longer than 18 characters.
func readMasked(text string) (value int64, mask uint8) {
	for i := range len(text) {
		value *= 10
		mask <<= 1
		if text[i] == 'X' {
			mask |= 1
			continue
		}
		value += int64(text[i] - '0')
	}
	return value, mask
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (r *pointParser) fail(offset int, reason string) *ParseError {
	return &ParseError{Input: r.in, Offset: offset, Reason: reason}
}
