package source

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
)

//go:embed languages.txt
var languageLines string

// What a text must have before it is called foreign. Short texts, lists of
// names and tables have too little of it, and English texts that quote another
// language have too much English.
const (
	judgedBytes   = 1 << 16 // of running text, from its beginning
	minLetters    = 60      // in another script
	minSmallWords = 7       // different ones, those that stand in names left out
	smallShare    = 5       // one word of so many is a small one of the language
	overEnglish   = 3       // times as many small words as English ones
)

// A smallWords is a language by its function words. What maps to true stands
// in names as well.
type smallWords struct {
	name  string
	words map[string]bool
}

// languages returns the table, English first.
var languages = sync.OnceValue(func() []smallWords {
	var out []smallWords
	for line := range strings.Lines(languageLines) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		l := smallWords{name, map[string]bool{}}
		own, inNames, _ := strings.Cut(words, "~")
		for _, w := range strings.Fields(inNames) {
			l.words[w] = true
		}
		for _, w := range strings.Fields(own) {
			l.words[w] = false
		}
		out = append(out, l)
	}
	return out
})

// scripts are alphabets other than the Latin one and how to speak of a text in
// them; the first that a text has much of counts. Kana stands before Han,
// since Japanese has both.
var scripts = []struct {
	name   string
	tables []*unicode.RangeTable
}{
	{"Japanese", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"Korean", []*unicode.RangeTable{unicode.Hangul}},
	{"Chinese", []*unicode.RangeTable{unicode.Han}},
	{"a language in Cyrillic letters", []*unicode.RangeTable{unicode.Cyrillic}},
	{"a language in Arabic letters", []*unicode.RangeTable{unicode.Arabic}},
	{"Greek", []*unicode.RangeTable{unicode.Greek}},
	{"Hebrew", []*unicode.RangeTable{unicode.Hebrew}},
	{"Thai", []*unicode.RangeTable{unicode.Thai}},
	{"a language of India", []*unicode.RangeTable{unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Telugu, unicode.Gujarati, unicode.Kannada, unicode.Malayalam, unicode.Gurmukhi}},
}

// Foreign names the language of a text that is not in English: "German". It
// returns "" for English and for what cannot be told: it rather takes a
// foreign text for English than the other way round.
func (d *Document) Foreign() string {
	var text strings.Builder
	for _, b := range d.Blocks {
		if b.Kind == nlp.Meta {
			continue
		}
		text.WriteString(d.Text[b.Start:b.End])
		if text.WriteByte('\n'); text.Len() > judgedBytes {
			break
		}
	}
	return foreignText(cutRunes(text.String(), judgedBytes))
}

// cutRunes returns the first n bytes of s, or fewer so that no rune is cut.
func cutRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func foreignText(text string) string {
	if name := foreignScript(text); name != "" {
		return name
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	all := languages()
	english, _ := all[0].count(words)
	best, name := 0, ""
	for _, l := range all[1:] {
		if n, different := l.count(words); n > best && different >= minSmallWords {
			best, name = n, l.name
		}
	}
	if best*smallShare < len(words) || best < overEnglish*english {
		return ""
	}
	return name
}

// count returns how many words are small ones of the language, and how many
// different ones there are, without those that stand in names.
func (l *smallWords) count(words []string) (n, different int) {
	seen := map[string]bool{}
	for _, w := range words {
		inName, ok := l.words[w]
		if !ok {
			continue
		}
		n++
		if !inName && !seen[w] {
			seen[w] = true
			different++
		}
	}
	return n, different
}

// foreignScript names the language of a text most of whose letters are of one
// script other than the Latin.
func foreignScript(text string) string {
	letters := 0
	counts := make([]int, len(scripts))
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x370 {
			continue // Latin; spares most texts the tables
		}
		for i := range scripts {
			if unicode.In(r, scripts[i].tables...) {
				counts[i]++
				break
			}
		}
	}
	sum, name := 0, ""
	for i, n := range counts {
		// Half of Japanese is Han; a tenth of kana tells the two apart.
		if name == "" && n*10 > letters {
			name = scripts[i].name
		}
		sum += n
	}
	if sum < minLetters || sum*2 < letters {
		return ""
	}
	return name
}

// InEnglish parts documents in English from those in other languages, for each
// of which it returns a warning. Where nothing is left, that is an error.
func InEnglish(docs []Document) ([]Document, []Warning, error) {
	var kept []Document
	var warnings []Warning
	for i := range docs {
		name := docs[i].Foreign()
		if name == "" {
			kept = append(kept, docs[i])
			continue
		}
		warnings = append(warnings, Warning{displayName(docs[i].Path), "left out: it is in " + name + ", and only English is read"})
	}
	if len(kept) == 0 && len(warnings) > 0 {
		return nil, warnings, fmt.Errorf("%w: no report is in English", ErrNoDocument)
	}
	return kept, warnings, nil
}
