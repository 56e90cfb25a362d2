package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/causeline/causeline/timeline/lexicon"
)

// Key folds the spellings that one family name takes on its way from another
// alphabet: Yury and Iurii, Tchaikovsky and Chaikovskii. Names with one key
// may be one name; names with different keys are not.
func Key(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '-' || r == '.' || r == ' ' {
			continue
		}
		switch r {
		case 'ł':
			r = 'l'
		case 'ø':
			r = 'o'
		case 'đ':
			r = 'd'
		case 'ı':
			r = 'i'
		}
		b.WriteRune(r)
	}
	s := folds.Replace(b.String())
	var out strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}

// folds maps the letters that transliterations disagree on. Longer spellings
// come first, as strings.Replacer takes the first that fits.
var folds = strings.NewReplacer(
	"tch", "ch", "tsch", "ch", "shch", "sch", "kh", "h", "ks", "x", "off", "ov", "eff", "ev",
	"iy", "i", "yi", "i", "ij", "i", "yu", "iu", "ju", "iu", "ya", "ia", "ja", "ia", "ye", "e",
	"y", "i", "w", "v", "ph", "f", "ou", "u", "ck", "k", "q", "k", "ß", "ss", "ae", "e", "oe", "o", "ue", "u",
)

// Same reports whether two given names are spellings of one.
func Same(a, b string) bool {
	return Key(a) == Key(b) || lexicon.SameName(a, b)
}
