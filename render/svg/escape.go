package svg

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/render/scene"
)

// text prints s with XML's special characters escaped, good for content and
// for double-quoted attributes. Characters that XML 1.0 forbids are dropped.
func (w *writer) text(s string) *writer {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1, forbidden(r):
		case r == '&':
			w.raw("&amp;")
		case r == '<':
			w.raw("&lt;")
		case r == '>':
			w.raw("&gt;")
		case r == '"':
			w.raw("&quot;")
		case r == '\t', r == '\n', r == '\r':
			w.raw(" ")
		default:
			w.buf.WriteString(s[i : i+n])
		}
		i += n
	}
	return w
}

// forbidden reports whether a character may not stand in our documents:
// controls, and the code points that XML excludes.
func forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	}
	return r == 0xFFFE || r == 0xFFFF || override(r)
}

// override reports whether a character turns the direction of what follows:
// text of strangers could show what it does not say.
func override(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// clean returns s without forbidden characters and outer white space.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if forbidden(r) {
			return -1
		}
		return r
	}, s))
}

// num prints a length in px with at most one decimal: no one sees a twentieth
// of a pixel.
func (w *writer) num(u scene.Unit) *writer { return w.tenths(tenths(u)) }

// tenths returns a length in tenths of a px, rounded.
func tenths(u scene.Unit) int64 {
	if u < 0 {
		return -tenths(-u)
	}
	return (int64(u)*10 + 32) / 64
}

// tenths prints n/10 px.
func (w *writer) tenths(n int64) *writer {
	if n < 0 {
		w.raw("-")
		n = -n
	}
	return w.hundredths(n * 10)
}

// hundredths prints n/100 without trailing zeros.
func (w *writer) hundredths(n int64) *writer {
	b := w.buf.AvailableBuffer()
	b = strconv.AppendInt(b, n/100, 10)
	if f := n % 100; f != 0 {
		b = append(b, '.', byte('0'+f/10))
		if f%10 != 0 {
			b = append(b, byte('0'+f%10))
		}
	}
	w.buf.Write(b)
	return w
}
