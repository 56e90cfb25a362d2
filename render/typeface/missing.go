package typeface

import (
	"fmt"
	"strings"
)

// A MissingError says that no font has characters of a text.
type MissingError struct {
	Characters []string // each with what is joined to it
	Text       string   // where they stand
}

// shown is how many characters, and how much of the text, an error names.
const (
	shownCharacters = 5
	shownText       = 80
)

func (e *MissingError) Error() string {
	var names []string
	for i, c := range e.Characters {
		if i == shownCharacters {
			names = append(names, "and others")
			break
		}
		names = append(names, fmt.Sprintf("%q", c))
	}
	text := []rune(e.Text)
	more := ""
	if len(text) > shownText {
		text, more = text[:shownText], "…"
	}
	return fmt.Sprintf("no font has %s in %q%s: give a font that has them", strings.Join(names, ", "), string(text), more)
}
