package story

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says whether a Diagnostic stops the work.
type Severity string

// The severities of a diagnostic.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A RelationKey names one relation in a diagnostic.
type RelationKey struct {
	From string       `json:"from"`
	To   string       `json:"to"`
	Type RelationType `json:"type"`
}

// A Diagnostic is one thing that is wrong with a story, or may be. It is plain
// data, so that a program can sort, count and print it.
type Diagnostic struct {
	Name     string   // stable identifier such as "unknown-key" or "impossible-date"
	Severity Severity // Error or Warning
	File     string   // as the caller named it; empty where unknown
	Line     int      // from 1; 0 where the place is unknown
	Column   int      // from 1, in Unicode code points; 0 where unknown
	Message  string   // what is wrong, one line
	Help     string   // what to do about it, one line; may be empty
	Source   string   // the offending line, shortened where it is very long
	Caret    int      // code points of Source before the offending place

	Events    []string      // ids of the events concerned
	Relations []RelationKey // relations concerned
	Item      Item          // the entry that it is about, for Places to find
	Sentences []Sentence    // what reports say of it, in their words

	// ID is what a person silences the finding by: short, and the same as long
	// as the finding is. Identify gives it to those that have none.
	ID       string
	Silenced bool // a person lets it stand
}

// An Item is an entry of one of a story's lists; the zero Item is none.
type Item struct {
	List  string // its key in the file: "events", "relations", ...
	Index int
}

// A Sentence is a sentence of a document.
type Sentence struct {
	Document string `json:"document"` // id
	Quote    string `json:"quote"`
}

// String prints "file:line:column: message", then the offending line with a
// caret under the offending place, then what to do. It ends without a newline.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(Printable(d.File))
		b.WriteByte(':')
	}
	if d.Line > 0 {
		fmt.Fprintf(&b, "%d:", d.Line)
		if d.Column > 0 {
			fmt.Fprintf(&b, "%d:", d.Column)
		}
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	if d.Severity == Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(Printable(d.Message))
	if strings.TrimSpace(d.Source) != "" {
		b.WriteString("\n    ")
		b.WriteString(d.Source)
		b.WriteString("\n    ")
		i := 0
		for _, r := range d.Source {
			if i == d.Caret {
				break
			}
			if r == '\t' {
				b.WriteByte('\t') // keeps the caret under its place
			} else {
				b.WriteByte(' ')
			}
			i++
		}
		b.WriteByte('^')
	}
	if d.Help != "" {
		b.WriteString("\n  ")
		b.WriteString(Printable(d.Help))
	}
	return b.String()
}

// Evidence prints the finding's id and the sentences that speak for it, each on
// an indented line of its own, without a newline at the end.
func (d Diagnostic) Evidence() string {
	lines := []string{"  id: " + Printable(d.ID)}
	for _, s := range d.Sentences {
		quote := strings.Join(strings.Fields(s.Quote), " ")
		lines = append(lines, "  "+Printable(s.Document)+": \u201c"+Printable(quote)+"\u201d")
	}
	return strings.Join(lines, "\n")
}

// At returns the diagnostic with its place in a file of the given text: line
// and column from 1, the column in code points.
func (d Diagnostic) At(file, text string, line, column int) Diagnostic {
	src := newSource(file, text)
	return src.at(d, src.offset(line, column))
}

// MarshalJSON writes the fields that a program wants, lists never null.
func (d Diagnostic) MarshalJSON() ([]byte, error) {
	events, relations, sentences := d.Events, d.Relations, d.Sentences
	if events == nil {
		events = []string{}
	}
	if relations == nil {
		relations = []RelationKey{}
	}
	if sentences == nil {
		sentences = []Sentence{}
	}
	return json.Marshal(struct {
		ID        string        `json:"id,omitempty"`
		Name      string        `json:"name"`
		Severity  Severity      `json:"severity"`
		Events    []string      `json:"events"`
		Relations []RelationKey `json:"relations"`
		Message   string        `json:"message"`
		Help      string        `json:"help,omitempty"`
		File      string        `json:"file,omitempty"`
		Line      int           `json:"line,omitempty"`
		Column    int           `json:"column,omitempty"`
		Sentences []Sentence    `json:"sentences"`
		Silenced  bool          `json:"silenced,omitempty"`
	}{d.ID, d.Name, d.Severity, events, relations, d.Message, d.Help, d.File, d.Line, d.Column, sentences, d.Silenced})
}

// maxShown is how many errors a LoadError holds and prints: enough to mend a
// file in one go, not so many that the first one scrolls away.
const maxShown = 20

// A LoadError is what Load returns for a file that has errors: all of them,
// up to twenty, in the order of the file.
type LoadError struct {
	Diagnostics []Diagnostic // errors only, at most twenty
	More        int          // how many errors were found beyond those
}

// Error prints every diagnostic, one after the other.
func (e *LoadError) Error() string {
	parts := make([]string, 0, len(e.Diagnostics)+1)
	for _, d := range e.Diagnostics {
		parts = append(parts, d.String())
	}
	if e.More > 0 {
		parts = append(parts, fmt.Sprintf("and %d more errors", e.More))
	}
	return strings.Join(parts, "\n")
}

// newLoadError gathers the errors among diags, nil where there are none.
func newLoadError(diags []Diagnostic) error {
	e := &LoadError{}
	for _, d := range diags {
		if d.Severity != Error {
			continue
		}
		if len(e.Diagnostics) == maxShown {
			e.More++
			continue
		}
		e.Diagnostics = append(e.Diagnostics, d)
	}
	if len(e.Diagnostics) == 0 {
		return nil
	}
	return e
}

// The zero-width characters that writing needs, as Persian and emoji do.
const zwnj, zwj = '\u200c', '\u200d'

// Printable keeps a hostile file from steering the reader's terminal: what is
// not to be seen, line breaks too, becomes U+FFFD. Tabs, spaces of all widths
// and the two characters that join letters or part them stay.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == zwnj || r == zwj || unicode.IsPrint(r) || unicode.Is(unicode.Zs, r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// excerptWidth is the longest source line, in code points, that is shown whole.
const excerptWidth = 100

// excerpt cuts a window out of line around the byte at and returns it with the
// caret's place in it, in code points. It looks at the window only, since a
// file may be one long line with many faults.
func excerpt(line string, at int) (text string, caret int) {
	at = min(max(at, 0), len(line))
	from := at
	for caret < excerptWidth/2 && from > 0 {
		_, w := utf8.DecodeLastRuneInString(line[:from])
		from -= w
		caret++
	}
	if utf8.RuneCountInString(line[:min(len(line), 4*excerptWidth+4)]) <= excerptWidth {
		caret += utf8.RuneCountInString(line[:from])
		return Printable(line), caret
	}
	to, n := at, caret
	for n < excerptWidth && to < len(line) {
		_, w := utf8.DecodeRuneInString(line[to:])
		to += w
		n++
	}
	text = Printable(line[from:to])
	if from > 0 {
		text = "…" + text
		caret++
	}
	if to < len(line) {
		text += "…"
	}
	return text, caret
}
