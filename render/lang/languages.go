package lang

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A known language has its files under data. Each is read once, when it is
// first asked for.
type known struct {
	tag   string
	names []string // what else people write for it, in lower case
	load  func() *Language
}

var languages = []known{
	{"de", []string{"deu", "ger", "german", "deutsch"}, reader("de")},
	{"en", []string{"eng", "english"}, reader("en")},
	{"es", []string{"spa", "sp", "spanish", "español", "espanol", "castellano"}, reader("es")},
	{"fr", []string{"fra", "fre", "french", "français", "francais"}, reader("fr")},
	{"ru", []string{"rus", "russian", "русский"}, reader("ru")},
	{"uk", []string{"ukr", "ua", "ukrainian", "українська"}, reader("uk")},
	{"zh", []string{"zho", "chi", "cn", "chinese", "中文", "汉语"}, reader("zh")},
}

var english = languages[1].load

// reader returns the function that reads a language.
func reader(tag string) func() *Language {
	return sync.OnceValue(func() *Language {
		l, err := read(tag)
		if err != nil {
			panic(err) // the files are part of the program
		}
		return l
	})
}

// Tags returns the tags of all languages, sorted.
func Tags() []string {
	var out []string
	for _, k := range languages {
		out = append(out, k.tag)
	}
	return out
}

// For returns the language of a BCP 47 tag. Regions and other subtags are
// left out of account, so that "de-AT" is German; traditional Chinese is not
// there. The error lists what there is.
func For(tag string) (*Language, error) {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	i := slices.IndexFunc(languages, func(k known) bool { return k.tag == parts[0] })
	if i < 0 || traditional(parts) {
		words := fmt.Sprintf("there is no language %q; there are %s", tag, strings.Join(Tags(), ", "))
		if near := nearest(parts[0]); near != "" {
			words += "; did you mean " + near + "?"
		}
		return nil, fmt.Errorf("%s", words)
	}
	return languages[i].load(), nil
}

// traditional reports whether a tag asks for the traditional characters.
func traditional(parts []string) bool {
	if parts[0] != "zh" || slices.Contains(parts, "hans") {
		return false
	}
	return slices.ContainsFunc(parts[1:], func(p string) bool {
		return p == "hant" || p == "tw" || p == "hk" || p == "mo"
	})
}

// nearest returns the tag of the language that a word names, or nearly
// names; "" for none.
func nearest(word string) string {
	for _, k := range languages {
		if k.tag == word || slices.Contains(k.names, word) {
			return k.tag
		}
	}
	for _, k := range languages {
		for _, name := range k.names {
			if len(word) > 2 && len(name) > 3 && (strings.HasPrefix(name, word) || slip(name, word)) {
				return k.tag
			}
		}
	}
	return ""
}

// slip reports whether two words differ by one letter that is wrong, missing
// or too many.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x) <= 1 && len(y) <= 1
}
