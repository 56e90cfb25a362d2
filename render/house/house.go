// Package house reads house styles: small YAML files in which a publisher says
// how all its pictures look and speak. docs/house-style.md describes the file.
//
// A style is checked when it is loaded. What readers could not read, see or
// tell apart is refused with both colours, what they have and what they need.
package house

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// A Style is what a house wants of its pictures. Empty fields are not asked
// for.
type Style struct {
	// Theme is the theme that the style builds on with what the style changes.
	// Its faces name a Family only where there are files to measure.
	Theme *theme.Theme

	// FontFiles and HeadlineFontFiles are TrueType and OpenType files, relative
	// to the style file, to be registered as the families Theme.Text.Family and
	// Theme.Display.Family.
	FontFiles, HeadlineFontFiles []string

	DateStyle string // day-month, month-day, iso or ap
	Clock     string // 24h or 12h
	Lang      string // BCP 47 tag, as written
}

// maxBytes is how large a style may be. The largest useful one has 3 kB.
const maxBytes = 32 << 10

// maxShown is how many errors are reported at once. Of more than maxPlaced only
// the number is kept, because finding the place of each takes time.
const (
	maxShown  = 20
	maxPlaced = 200
)

// Load reads a house style. Name is the file's name for messages. All errors
// are *story.LoadError, with everything that is wrong in the order of the file.
func Load(name string, data []byte) (*Style, error) {
	l := &loader{name: name}
	text, ok := l.decode(data)
	if !ok {
		return nil, l.err()
	}
	l.text = text
	entries := l.parse()
	if len(l.diags) > 0 {
		return nil, l.err()
	}
	s := l.style(entries)
	if len(l.diags) > 0 {
		return nil, l.err()
	}
	return s, nil
}

// A loader reads one file and gathers what is wrong with it.
type loader struct {
	name, text string
	diags      []story.Diagnostic
	more       int // errors beyond maxPlaced
}

// A place is a line and a column, both from 1.
type place struct{ line, column int }

func (l *loader) fail(at place, name, message, help string) {
	if len(l.diags) == maxPlaced {
		l.more++
		return
	}
	d := story.Diagnostic{Name: name, Severity: story.Error, Message: message, Help: help}
	l.diags = append(l.diags, d.At(l.name, l.text, at.line, at.column))
}

// err returns what was found, in the order of the file.
func (l *loader) err() error {
	slices.SortStableFunc(l.diags, func(a, b story.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	shown := min(len(l.diags), maxShown)
	return &story.LoadError{Diagnostics: l.diags[:shown], More: len(l.diags) - shown + l.more}
}

// decode returns the file as text with plain line ends, by which the parser
// counts lines.
func (l *loader) decode(data []byte) (string, bool) {
	switch {
	case len(data) > maxBytes:
		l.fail(place{1, 1}, "too-large", "this file is too large for a house style", "a house style has a few dozen short lines")
	case !utf8.Valid(data):
		l.fail(place{1, 1}, "encoding", "this file is not UTF-8", "save the file as UTF-8")
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	return strings.ReplaceAll(text, "\r\n", "\n"), len(l.diags) == 0
}
