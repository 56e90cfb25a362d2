package story

import (
	"fmt"
	"strings"
)

// quotedEnd returns the byte after the quoted scalar that begins at off, -1
// where none does.
func quotedEnd(text string, off int) int {
	if off >= len(text) {
		return -1
	}
	quote := text[off]
	if quote != '"' && quote != '\'' {
		return -1
	}
	for i := off + 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// blockScalarEnd returns the byte after the last line of the block scalar
// whose "|" or ">" stands at off: the lines below it that are blank or
// indented deeper than indent. Trailing blank lines belong to it only with
// the indicator "+".
func blockScalarEnd(src *source, off, indent int) int {
	first := src.lineOf(off)
	header := strings.TrimRight(src.line(first)[off-src.lines[first]:], "\r\n")
	header, _, _ = strings.Cut(header, "#")
	keep := strings.Contains(header, "+")
	end := off + len(strings.TrimRight(header, " \t"))
	for i := first + 1; i < len(src.lines); i++ {
		line := strings.TrimRight(src.line(i), "\r\n")
		body := strings.TrimLeft(line, " ")
		if body == "" {
			if keep {
				end = src.lines[i] + len(line)
			}
			continue
		}
		if len(line)-len(body) <= indent {
			break
		}
		end = src.lines[i] + len(line)
	}
	return end
}

// maxDepth is how deep values may lie in one another. A story needs seven
// levels; the parser recurses, and a stack that overflows cannot be caught.
const maxDepth = 100

// maxColons is how often ": " may stand in one line outside brackets.
const maxColons = 10000

// checkDepth refuses text that would nest deeper than maxDepth: brackets, and
// indicators ("- - -", "? ? ?", tags, anchors) in a row.
func checkDepth(src *source) (Diagnostic, bool) {
	deep := func(off int) (Diagnostic, bool) {
		return src.at(Diagnostic{
			Name: "too-large", Severity: Error,
			Message: fmt.Sprintf("values are nested more than %d deep here", maxDepth),
			Help:    "a story has events in a list and their fields below them, nothing deeper",
		}, off), true
	}
	// The parser takes time in the square of the colons of one line.
	for i := range src.lines {
		line := src.line(i)
		if len(line) > 2*maxColons && strings.Count(line, ": ") > maxColons && !strings.ContainsAny(line[:100], "\"'[{") {
			return src.at(Diagnostic{
				Name: "too-large", Severity: Error,
				Message: "this line holds more keys than a line can have",
				Help:    "put each key on a line of its own",
			}, src.lines[i]), true
		}
	}
	// Brackets in a plain text weigh nothing unless they follow where a value
	// may begin, so only those are counted.
	brackets, run := 0, 0
	valueMayBegin := true
	text := src.text
	for i := 0; i < len(text); i++ {
		switch b := text[i]; b {
		case '[', '{':
			if valueMayBegin {
				brackets++
			}
			if brackets > maxDepth {
				return deep(i)
			}
		case ']', '}':
			brackets = max(brackets-1, 0)
			valueMayBegin = false
		case ' ', '\t', '\r', '\n':
			if b == '\n' {
				run = 0
				valueMayBegin = true
			}
		case '-', '?', '!', '&', ':':
			if b == ':' || i+1 < len(text) && (text[i+1] == ' ' || b == '!' || b == '&') {
				run++
			}
			if b != ':' && run > 10*maxDepth {
				return deep(i)
			}
			valueMayBegin = true
		case ',':
			valueMayBegin = true
		default:
			valueMayBegin = false
		}
	}
	return Diagnostic{}, false
}
