package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/causeline/causeline/render/typeface"
)

// clean returns s without what cannot be printed, each stretch of white space
// one space.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(printable(s), typeface.BreakingSpace), " ")
}

// printable returns s as valid UTF-8 without controls and noncharacters. White
// space stays, as spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case typeface.BreakingSpace(r):
			return ' '
		case unicode.IsControl(r), r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// words prints a text string: as it is where it is ASCII, in UTF-16
// otherwise.
func words(s string) string {
	s = clean(s)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return literal("\xFE\xFF" + string(utf16Bytes(s)))
		}
	}
	return literal(s)
}

// literal prints a string of bytes. A carriage return would be read as a line
// feed.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(s) + ")"
}

// utf16Bytes returns s in UTF-16, big end first.
func utf16Bytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.BigEndian.AppendUint16(out, u)
	}
	return out
}

// utf16Hex prints s in UTF-16 as hex digits.
func utf16Hex(s string) string { return fmt.Sprintf("%X", utf16Bytes(s)) }

// uri prints an address. Addresses in a PDF are ASCII; anything else is
// escaped as browsers do.
func uri(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return literal(b.String())
}

// xmlText escapes s for the content of an XML element.
func xmlText(s string) string {
	var b bytes.Buffer
	// Writes to a bytes.Buffer do not fail.
	xml.EscapeText(&b, []byte(clean(s)))
	return b.String()
}

// language returns a BCP 47 tag that is fit to print, empty where s is none.
func language(s string) string {
	for _, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || strings.ContainsFunc(part, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
		}) {
			return ""
		}
	}
	return s
}
