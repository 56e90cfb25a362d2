package story

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberish matches what some YAML reader takes for a number, a date or a
// time: those are quoted.
var numberish = pattern(`^[0-9][0-9_,.:xoabcdefABCDEF+TtZz -]*$`)

// yamlScalar spells a text on one line: plain where every reader of YAML 1.1
// and 1.2 takes it for the same text, else in double quotes.
func yamlScalar(s string, flow bool) string {
	if plainSafe(s, flow) {
		return s
	}
	return yamlQuote(s)
}

func plainSafe(s string, flow bool) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if s == "" || !unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("(“‘„«$€£", first) {
		return false
	}
	if numberish().MatchString(s) {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return false
	}
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, " ") || strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return false
	}
	if flow && strings.ContainsAny(s, ",[]{}:#\"'") {
		return false
	}
	for _, r := range s {
		if !unicode.IsPrint(r) || r > 0xFFFF {
			return false
		}
	}
	return true
}

// yamlQuote spells a text in double quotes.
func yamlQuote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case unicode.IsPrint(r) || unicode.Is(unicode.Zs, r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// literalSafe reports whether a text of several lines can stand as it is below
// a "|".
func literalSafe(s string) bool {
	if !strings.Contains(strings.TrimRight(s, "\n"), "\n") || strings.HasSuffix(s, "\n\n") {
		return false
	}
	for _, line := range strings.Split(s, "\n") {
		if line != strings.TrimSpace(line) {
			return false
		}
		for _, r := range line {
			if !unicode.IsPrint(r) {
				return false
			}
		}
	}
	return s[0] != '\n'
}
