package edtf

import "strconv"

// A point is one date without a slash or brackets. Digits that are written X
// are zero in the number and have their bit set in the mask beside it.
type point struct {
	mag   int64 // the year without its sign
	neg   bool  // the year is before year 0
	yearX uint8 // bit i: the year's digit worth 10^i is unspecified
	exp   uint8 // the exponent the year is written with
	sig   uint8 // significant digits, 0 where not stated

	month, monthX uint8 // 1..12, or a grouping 21..41; both 0 where absent
	day, dayX     uint8 // both 0 where absent

	qual [3]qualifier // of year, month, day
}

// A qualifier says how much a component is to be relied on.
type qualifier uint8

const (
	uncertain qualifier = 1 << iota
	approximate
)

// String returns the character that stands for the qualifier.
func (q qualifier) String() string {
	switch q {
	case uncertain:
		return "?"
	case approximate:
		return "~"
	case uncertain | approximate:
		return "%"
	}
	return ""
}

// qualifierOf returns the qualifier that a character stands for, 0 for none.
func qualifierOf(c byte) qualifier {
	switch c {
	case '?':
		return uncertain
	case '~':
		return approximate
	case '%':
		return uncertain | approximate
	}
	return 0
}

const (
	firstGrouping = 21
	lastGrouping  = 41
)

func (p point) hasMonth() bool    { return p.month != 0 || p.monthX != 0 }
func (p point) hasDay() bool      { return p.day != 0 || p.dayX != 0 }
func (p point) hasGrouping() bool { return p.month >= firstGrouping }
func (p point) hasMask() bool     { return p.yearX|p.monthX|p.dayX != 0 }

// components returns how many of year, month and day are there.
func (p point) components() int {
	switch {
	case p.hasDay():
		return 3
	case p.hasMonth():
		return 2
	}
	return 1
}

// anyQual returns the qualifiers that stand on any component.
func (p point) anyQual() qualifier { return p.qual[0] | p.qual[1] | p.qual[2] }

// qualified returns the point with q on all its components.
func (p point) qualified(q qualifier) point {
	for i := range p.components() {
		p.qual[i] |= q
	}
	return p
}

// bare returns the point without qualifiers.
func (p point) bare() point {
	p.qual = [3]qualifier{}
	return p
}

// year returns the signed year, unspecified digits taken as zero.
func (p point) year() int64 {
	if p.neg {
		return -p.mag
	}
	return p.mag
}

// append writes the canonical spelling. A qualifier that the leading
// components share stands once behind the last of them, where it holds for
// everything to its left; any other stands before its own component.
func (p point) append(b []byte) []byte {
	n := p.components()
	shared := 1
	for shared < n && p.qual[shared] == p.qual[0] {
		shared++
	}
	for i := range n {
		if i > 0 {
			b = append(b, '-')
		}
		if i >= shared {
			b = append(b, p.qual[i].String()...)
		}
		switch i {
		case 0:
			b = p.appendYear(b)
		case 1:
			b = appendMasked(b, int64(p.month), p.monthX, 2)
		case 2:
			b = appendMasked(b, int64(p.day), p.dayX, 2)
		}
		if i == shared-1 {
			b = append(b, p.qual[0].String()...)
		}
	}
	return b
}

func (p point) appendYear(b []byte) []byte {
	long := p.exp > 0 || p.mag > 9999
	if long {
		b = append(b, 'Y')
	}
	if p.neg {
		b = append(b, '-')
	}
	if long {
		b = strconv.AppendInt(b, p.mag/pow10(int(p.exp)), 10)
	} else {
		b = appendMasked(b, p.mag, p.yearX, 4)
	}
	if p.exp > 0 {
		b = append(b, 'E')
		b = strconv.AppendInt(b, int64(p.exp), 10)
	}
	if p.sig > 0 {
		b = append(b, 'S')
		b = strconv.AppendInt(b, int64(p.sig), 10)
	}
	return b
}

// appendMasked writes n in width digits, X for those in the mask.
func appendMasked(b []byte, n int64, mask uint8, width int) []byte {
	for i := width - 1; i >= 0; i-- {
		if mask>>i&1 != 0 {
			b = append(b, 'X')
			continue
		}
		b = append(b, byte('0'+n/pow10(i)%10))
	}
	return b
}

func (p point) String() string { return string(p.append(make([]byte, 0, 16))) }

// pow10 returns 10^n for n from 0 to 18.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// digitsOf returns how many digits n has; none for 0.
func digitsOf(n int64) int {
	k := 0
	for ; n > 0; n /= 10 {
		k++
	}
	return k
}
