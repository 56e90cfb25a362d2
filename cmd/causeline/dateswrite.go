package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/timex"
)

// appendDates appends a text's dates as a line of JSON. It is written by hand,
// since the keys have an order and a text has many small expressions.
func appendDates(b []byte, t datedText, explain bool) []byte {
	b = append(b, `{"doc":`...)
	b = append(b, t.doc...)
	if t.dct != "" {
		b = append(b, `,"dct":`...)
		b = append(b, t.dct...)
	}
	b = append(b, `,"timexes":[`...)
	bytes, points := 0, 0
	first := true
	for _, sentence := range t.found {
		for i := range sentence {
			x := &sentence[i]
			if !first {
				b = append(b, ',')
			}
			first = false
			points += utf8.RuneCountInString(t.text[bytes:x.Start])
			b = append(b, `{"start":`...)
			b = strconv.AppendInt(b, int64(points), 10)
			points += utf8.RuneCountInString(t.text[x.Start:x.End])
			bytes = x.End
			b = append(b, `,"end":`...)
			b = strconv.AppendInt(b, int64(points), 10)
			b = appendMember(b, "text", t.text[x.Start:x.End])
			b = appendMember(b, "type", string(x.Type))
			b = appendMember(b, "value", x.Value)
			b = appendOptional(b, "mod", x.Mod)
			b = appendOptional(b, "edtf", x.Date.String())
			if explain {
				b = appendReasons(b, x, t.text)
			}
			b = append(b, '}')
		}
	}
	return append(b, "]}\n"...)
}

// appendReasons appends what the value of an expression rests on.
func appendReasons(b []byte, x *timex.Timex, text string) []byte {
	b = appendMember(b, "rule", x.Rule)
	b = appendMember(b, "basis", string(x.Basis))
	b = appendOptional(b, "anchor", x.Trace.Anchor.String())
	b = appendOptional(b, "anchor_text", text[x.Trace.AnchorStart:x.Trace.AnchorEnd])
	return appendMember(b, "reason", x.Explain(text))
}

func appendOptional(b []byte, key, value string) []byte {
	if value == "" {
		return b
	}
	return appendMember(b, key, value)
}

func appendMember(b []byte, key, value string) []byte {
	b = append(b, ',', '"')
	b = append(b, key...)
	b = append(b, '"', ':')
	return appendQuoted(b, value)
}

// appendQuoted appends a string as JSON. Nothing is escaped that need not be.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c == '\t':
			b = append(b, '\\', 't')
		case c < ' ':
			const hex = "0123456789abcdef"
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

func quoted(s string) string { return string(appendQuoted(nil, strings.ToValidUTF8(s, "\ufffd"))) }

// appendListing appends a text's dates for a person: each expression in its
// sentence, what it means and, on demand, why.
func appendListing(b []byte, t datedText, explain bool) []byte {
	b = append(b, visible(plain(t.doc))...)
	if dct := plain(t.dct); dct != "" {
		b = append(b, ", dated "...)
		b = append(b, visible(dct)...)
	} else {
		b = append(b, ", without a date"...)
	}
	b = append(b, '\n')
	before := len(b)
	for k, sentence := range t.found {
		for i := range sentence {
			x := &sentence[i]
			s := t.sents[k]
			b = append(b, "\n  "...)
			b = append(b, visible(t.text[s.Start:x.Start]+"["+t.text[x.Start:x.End]+"]"+t.text[x.End:s.End])...)
			b = append(b, "\n      "...)
			b = append(b, meaning(x)...)
			if explain {
				b = append(b, "\n      "...)
				b = append(b, visible(x.Explain(t.text))...)
			}
			b = append(b, '\n')
		}
	}
	if len(b) == before {
		b = append(b, "\n  no date expressions\n"...)
	}
	return append(b, '\n')
}

// plain is what a JSON string says; numbers and "" stay as they are.
func plain(value string) string {
	var s string
	if json.Unmarshal([]byte(value), &s) != nil {
		return value
	}
	return s
}

// meaning writes type, value, mod and date of an expression, a date that the
// value spells already left out.
func meaning(x *timex.Timex) string {
	out := string(x.Type) + " " + x.Value
	if x.Mod != "" {
		out += " " + x.Mod
	}
	if d := x.Date.String(); d != "" && d != x.Value {
		out += " = " + d
	}
	if w := x.Date.Words(edtf.Style{}); w != "" {
		out += " (" + w + ")"
	}
	return out
}

// visible writes a text on one line that a terminal takes for text.
func visible(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
