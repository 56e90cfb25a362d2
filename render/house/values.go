package house

import (
	"fmt"
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// scalar returns an entry's word; "" where there is no entry.
func (l *loader) scalar(e entry, help string) string {
	switch e.value.kind {
	case word:
		return e.value.word
	case nothing:
		return ""
	}
	l.fail(e.value.at, "wrong-type", fmt.Sprintf("`%s` must be one word or number, not %s", e.key, describe(e.value)), help)
	return ""
}

// describe names a value's shape for a message.
func describe(v value) string {
	switch v.kind {
	case nothing:
		return "nothing"
	case list:
		return "a list"
	case mapping:
		return "a mapping"
	case other:
		return "this"
	}
	text := []rune(v.word)
	if len(text) > 30 {
		text = append(text[:30], '…')
	}
	return strconv.Quote(string(text))
}

// choice returns an entry's word, which must be one of those allowed.
func (l *loader) choice(e entry, allowed []string) string {
	help := "it is one of " + strings.Join(allowed, ", ")
	w := l.scalar(e, help)
	if w == "" && e.value.kind != word {
		return ""
	}
	for _, a := range allowed {
		if w == a {
			return w
		}
	}
	message := fmt.Sprintf("`%s` cannot be %s", e.key, describe(e.value))
	if near := story.Nearest(w, allowed); near != "" {
		message += fmt.Sprintf(": did you mean `%s`?", near)
	}
	l.fail(e.value.at, "bad-value", message, help)
	return ""
}

// number returns a number within bounds, 0 for one that is not.
func (l *loader) number(e entry, low, high int64, unit string) float64 {
	help := fmt.Sprintf("write a number from %d to %d, in %s", low, high, unit)
	w := l.scalar(e, help)
	if w == "" && e.value.kind != word {
		return 0
	}
	n, err := strconv.ParseFloat(w, 64)
	switch {
	case err != nil || math.IsNaN(n) || math.IsInf(n, 0):
		l.fail(e.value.at, "bad-value", fmt.Sprintf("`%s` must be a number, not %s", e.key, describe(e.value)), help)
	case n < float64(low):
		l.fail(e.value.at, "bad-value", fmt.Sprintf("`%s` must not be below %d, and is %s", e.key, low, w), help)
	case n > float64(high):
		l.fail(e.value.at, "bad-value", fmt.Sprintf("`%s` must not be above %d, and is %s", e.key, high, w), help)
	default:
		return n
	}
	return 0
}

// units turns px into 1/64 px, in half pixels.
func units(pixels float64) int64 { return int64(math.Round(pixels*2)) * 32 }

// words returns the words of a list, or of one word alone.
func (l *loader) words(e entry, most int) []value {
	v := e.value
	switch {
	case v.kind == word:
		return []value{v}
	case v.kind != list:
		l.fail(v.at, "wrong-type", fmt.Sprintf("`%s` must be a list, not %s", e.key, describe(v)), "write "+e.key+": [first, second]")
		return nil
	case len(v.list) == 0:
		l.fail(v.at, "bad-value", fmt.Sprintf("`%s` is an empty list", e.key), "leave the line out")
		return nil
	case len(v.list) > most:
		l.fail(v.at, "bad-value", fmt.Sprintf("`%s` has %d entries", e.key, len(v.list)), fmt.Sprintf("give at most %d", most))
		return nil
	}
	for _, item := range v.list {
		if item.kind != word {
			l.fail(item.at, "wrong-type", fmt.Sprintf("`%s` must be a list of words, and holds %s", e.key, describe(item)), "write "+e.key+": [first, second]")
			return nil
		}
	}
	return v.list
}

// maxFonts is how many families or files a face may have.
const maxFonts = 8

// families returns the names of a font stack.
func (l *loader) families(e entry) []string {
	var out []string
	for _, v := range l.words(e, maxFonts) {
		if !theme.FamilyName(v.word) {
			l.fail(v.at, "bad-value", fmt.Sprintf("`%s`: %s is no name of a font family", e.key, describe(v)), "names have letters, digits, spaces and hyphens, at most 64")
			continue
		}
		out = append(out, v.word)
	}
	return out
}

// fontFiles returns the names of font files.
func (l *loader) fontFiles(e entry) []string {
	var out []string
	for _, v := range l.words(e, maxFonts) {
		name := v.word
		switch ext := strings.ToLower(path.Ext(name)); {
		case path.IsAbs(name) || strings.Contains(name, `\`) || len(name) > 1 && name[1] == ':' || len(name) > 255 || !printable(name):
			l.fail(v.at, "bad-path", fmt.Sprintf("`%s`: %s cannot be read", e.key, describe(v)), "write it relative to this file, with forward slashes")
		case ext != ".ttf" && ext != ".otf":
			l.fail(v.at, "bad-path", fmt.Sprintf("`%s`: %s is no TrueType or OpenType file", e.key, describe(v)), "give files that end in .ttf or .otf; web fonts (.woff, .woff2) can be converted")
		default:
			out = append(out, name)
		}
	}
	return out
}

func printable(s string) bool {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

// tag is a BCP 47 language tag as far as its shape goes.
var tag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$`) })

func (l *loader) lang(e entry) string {
	const help = "write a tag such as en, de or pt-BR"
	w := l.scalar(e, help)
	if e.value.kind == word && !tag().MatchString(w) {
		l.fail(e.value.at, "bad-value", fmt.Sprintf("`lang` cannot be %s", describe(e.value)), help)
		return ""
	}
	return w
}

// maxCredit is the longest credit in characters; it has to leave room for the
// sources beside it.
const maxCredit = 80

func (l *loader) credit(e entry) string {
	w := strings.Join(strings.Fields(l.scalar(e, "put it in quotes")), " ")
	switch {
	case e.value.kind != word:
		return ""
	case w == "" || !printable(w):
		l.fail(e.value.at, "bad-value", "`credit` must be words that can be printed", "leave the line out for the usual credit")
		return ""
	case utf8.RuneCountInString(w) > maxCredit:
		l.fail(e.value.at, "bad-value", fmt.Sprintf("`credit` has %d characters", utf8.RuneCountInString(w)), fmt.Sprintf("shorten it to %d", maxCredit))
		return ""
	}
	return w
}
