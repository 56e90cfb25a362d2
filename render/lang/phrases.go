package lang

import (
	"embed"
	"fmt"
	"maps"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

//go:embed data/*.txt
var files embed.FS

// A Language is the phrases of one language.
type Language struct {
	Tag     string            // BCP 47
	phrases map[string]string // by name; looked up only, never walked
	plural  func(n int64) string
	dates   *edtf.Vocabulary
	ticks   *edtf.Vocabulary // dates at the ticks of an axis
	ap      *edtf.Vocabulary // dates as the Associated Press writes them, nil where it has none
}

// datePrefix marks the phrases that edtf asks for.
const datePrefix = "date."

// read reads the files of a language. What people write counts more than what
// is made from CLDR.
func read(tag string) (*Language, error) {
	phrases := map[string]string{}
	for _, name := range []string{tag + ".cldr.txt", tag + ".txt"} {
		text, err := files.ReadFile("data/" + name)
		if err != nil {
			continue // English is written by hand alone; a test asks for the others' files
		}
		more, err := readPhrases(name, string(text))
		if err != nil {
			return nil, err
		}
		maps.Copy(phrases, more)
	}
	return newLanguage(tag, phrases)
}

// newLanguage makes a language of its phrases.
func newLanguage(tag string, phrases map[string]string) (*Language, error) {
	l := &Language{Tag: tag, phrases: phrases, plural: plurals[phrases["plural"]]}
	ordinal := ordinals[phrases["ordinal"]]
	if l.plural == nil || ordinal == nil {
		return nil, fmt.Errorf("%s.txt: plural = %q and ordinal = %q: there are no such rules", tag, phrases["plural"], phrases["ordinal"])
	}
	words := map[string]string{}
	if tag == "en" {
		words = edtf.English().Phrases
	}
	l.dates = &edtf.Vocabulary{Phrases: overlay(words, phrases, datePrefix), Plural: l.plural, Ordinal: ordinal}
	l.ticks, l.ap = l.variant("tick."), l.variant("ap.")
	if l.ticks == nil {
		l.ticks = l.dates
	}
	return l, nil
}

// variant returns the vocabulary of dates with the phrases that a prefix
// marks, nil where there are none.
func (l *Language) variant(prefix string) *edtf.Vocabulary {
	words := overlay(l.dates.Phrases, l.phrases, prefix+datePrefix)
	if len(words) == 0 || maps.Equal(words, l.dates.Phrases) {
		return nil
	}
	v := *l.dates
	v.Phrases = words
	return &v
}

// overlay returns the words, with those phrases in their place whose names
// begin with the prefix.
func overlay(words, phrases map[string]string, prefix string) map[string]string {
	out := maps.Clone(words)
	for name, phrase := range phrases {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			out[rest] = phrase
		}
	}
	return out
}

// readPhrases reads a file of phrases: a line "name = phrase" each, blank lines
// and lines that begin with # left out. Quotation marks around a phrase are
// not part of it.
func readPhrases(file, text string) (map[string]string, error) {
	phrases := map[string]string{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, phrase, ok := strings.Cut(line, " = ")
		if !ok {
			return nil, fmt.Errorf("%s:%d: a line is NAME = PHRASE, not %q", file, i+1, line)
		}
		name, phrase = strings.TrimSpace(name), strings.TrimSpace(phrase)
		if _, twice := phrases[name]; twice {
			return nil, fmt.Errorf("%s:%d: %s stands there twice", file, i+1, name)
		}
		if n := len(phrase); n > 1 && phrase[0] == '"' && phrase[n-1] == '"' {
			phrase = phrase[1 : n-1] // quotes keep a space at the end
		}
		phrases[name] = phrase
	}
	return phrases, nil
}
