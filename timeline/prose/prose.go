// Package prose lays words out for terminals and plain text: wrapped lines with
// hanging indents, labels in a column of their own.
package prose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelWidth is the column in which what belongs to a label begins.
const labelWidth = 10

// leastWidth is the narrowest text that is written: narrower terminals wrap
// themselves.
const leastWidth = 40

// A Writer wraps lines. Make one with New.
type Writer struct {
	b     strings.Builder
	width int
}

// New returns a writer of lines of at most width characters, where the words
// allow it.
func New(width int) *Writer { return &Writer{width: max(width, leastWidth)} }

// Width is how many characters fit into a line.
func (w *Writer) Width() int { return w.width }

// String returns what was written.
func (w *Writer) String() string { return w.b.String() }

// Gap writes an empty line.
func (w *Writer) Gap() { w.b.WriteByte('\n') }

// Item writes a label and what belongs to it, in a column of its own.
func (w *Writer) Item(label, text string) {
	w.Wrap(fmt.Sprintf("%-*s", labelWidth, label), strings.Repeat(" ", labelWidth), text)
}

// Lines writes a text with its first line indented by first and the others by
// rest.
func (w *Writer) Lines(first, rest int, text string) {
	w.Wrap(strings.Repeat(" ", first), strings.Repeat(" ", rest), text)
}

// Wrap writes a text with first before its first line and rest before the
// others. What a terminal would not show as text is left out.
func (w *Writer) Wrap(first, rest, text string) {
	line, used, empty := first, utf8.RuneCountInString(first), true
	for _, word := range strings.Fields(visible(text)) {
		n := utf8.RuneCountInString(word)
		if !empty && used+1+n > w.width {
			w.put(line)
			line, used, empty = rest, utf8.RuneCountInString(rest), true
		}
		if !empty {
			line += " "
			used++
		}
		line += word
		used += n
		empty = false
	}
	w.put(line)
}

// Line writes a text on one line of its own however long it is, such as a
// command that is to be copied.
func (w *Writer) Line(indent int, text string) {
	w.put(strings.Repeat(" ", indent) + visible(text))
}

func (w *Writer) put(line string) { w.b.WriteString(strings.TrimRight(line, " ") + "\n") }

// OneLine puts a text on one line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// And joins words: "a", "a and b", "a, b and c".
func And(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// visible leaves out what a terminal would not show as text. White space of
// all kinds becomes spaces.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
}
