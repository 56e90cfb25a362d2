package main

import (
	"fmt"
	"slices"
	"strings"
)

// A token of a date pattern is a field, such as MMMM, or a literal.
type token struct {
	field   bool
	content string
}

// parse cuts a pattern such as "d 'de' MMMM" into tokens.
func parse(pattern string) []token {
	var out []token
	quoted := false
	for _, r := range pattern {
		field := !quoted && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
		switch last := len(out) - 1; {
		case r == '\'':
			quoted = !quoted
		case last >= 0 && out[last].field == field && (!field || out[last].content[0] == byte(r)):
			out[last].content += string(r)
		default:
			out = append(out, token{field, string(r)})
		}
	}
	return out
}

// A grammar says how a language's months are written in patterns.
type grammar struct {
	declined bool   // they stand in the genitive beside a day
	suffix   string // what follows their number where they have no names
}

// dayMonth makes the phrase of a day and a month of a pattern of these two.
func (g grammar) dayMonth(pattern string) (string, error) {
	var b strings.Builder
	tokens := parse(pattern)
	for i, t := range tokens {
		switch {
		case !t.field && i > 0 && tokens[i-1].content == "M":
			b.WriteString(strings.TrimPrefix(t.content, g.suffix))
		case !t.field:
			b.WriteString(space(t.content))
		case t.content == "d":
			b.WriteString("{1}")
		case g.declined && (t.content == "MMM" || t.content == "MMMM"):
			b.WriteString("{2/gen}")
		case strings.HasPrefix(t.content, "M"):
			b.WriteString("{2}")
		default:
			return "", fmt.Errorf("pattern %q: cannot write %s", pattern, t.content)
		}
	}
	return b.String(), nil
}

// withYear makes of a whole pattern and the one of its part without the year
// the phrase that joins the two, and the phrase of the year: what follows its
// digits belongs to it.
func withYear(whole, part string) (join, year string, err error) {
	tokens, rest := parse(whole), parse(part)
	at := find(tokens, rest)
	if at < 0 {
		return "", "", fmt.Errorf("pattern %q does not contain %q", whole, part)
	}
	tokens = slices.Replace(tokens, at, at+len(rest), token{true, "rest"})
	for i, t := range tokens {
		switch {
		case t.content == "rest" && t.field:
			join += "{1}"
		case t.content == "y" && t.field:
			join += "{2/}"
			year = "{1}"
		case i > 0 && tokens[i-1].content == "y":
			year += space(t.content)
		default:
			join += space(t.content)
		}
	}
	if year == "" {
		return "", "", fmt.Errorf("pattern %q has no year", whole)
	}
	return join, year, nil
}

// find returns where the tokens of a part begin, -1 for nowhere.
func find(tokens, part []token) int {
	for i := range len(tokens) - len(part) + 1 {
		if slices.Equal(tokens[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// eraYear makes the phrase of a year with its era.
func eraYear(whole, part, era string) (string, error) {
	tokens, rest := parse(whole), parse(part)
	at := find(tokens, rest)
	if at < 0 {
		return "", fmt.Errorf("pattern %q does not contain %q", whole, part)
	}
	var b strings.Builder
	for _, t := range slices.Delete(tokens, at, at+len(rest)) {
		switch {
		case t.field && t.content == "y":
			b.WriteString("{1}")
		case t.field && t.content == "G":
			b.WriteString(strings.ReplaceAll(space(era), " ", "\u00a0"))
		default:
			b.WriteString(space(t.content))
		}
	}
	return strings.Trim(b.String(), " ,"), nil
}

// space writes narrow no-break spaces as wide ones, which every face has.
func space(s string) string { return strings.ReplaceAll(s, "\u202f", "\u00a0") }
