package lang

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// A Language is the phrases of one language.
type Language struct {
	Tag     string            // BCP 47
	phrases map[string]string // by name; looked up only, never walked
}

// readPhrases reads a file of phrases: a line "name = phrase" each, blank lines
// and lines that begin with # left out. Quotation marks around a phrase are
// not part of it.
func readPhrases(tag, text string) (*Language, error) {
	l := &Language{Tag: tag, phrases: map[string]string{}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, phrase, ok := strings.Cut(line, " = ")
		if !ok {
			return nil, fmt.Errorf("%s.txt:%d: a line is NAME = PHRASE, not %q", tag, i+1, line)
		}
		if _, twice := l.phrases[name]; twice {
			return nil, fmt.Errorf("%s.txt:%d: %s stands there twice", tag, i+1, name)
		}
		if n := len(phrase); n > 1 && phrase[0] == '"' && phrase[n-1] == '"' {
			phrase = phrase[1 : n-1] // quotes keep a space at the end
		}
		l.phrases[name] = phrase
	}
	return l, nil
}

var english = sync.OnceValue(func() *Language {
	text, err := files.ReadFile("data/en.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	l, err := readPhrases("en", string(text))
	if err != nil {
		panic(err)
	}
	return l
})
