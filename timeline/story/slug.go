package story

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug turns s into lower-case ASCII words joined by hyphens: accents fall
// away, Latin ligatures, Cyrillic and Greek are transliterated, apostrophes
// close up, everything else parts words. It may be empty.
func Slug(s string) string { return strings.Join(slugWords(s), "-") }

// maxSlugInput bounds the text that a slug is made from, in bytes.
const maxSlugInput = 1 << 12

func slugWords(s string) []string {
	if len(s) > maxSlugInput {
		s = s[:maxSlugInput]
	}
	var words []string
	var word strings.Builder
	letters := 0 // letters of the source in word: "U.S." is one word
	flush := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
		}
		word.Reset()
		letters = 0
	}
	initials := false // word is a row of single letters with periods
	for _, r := range decomposed(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue // an accent
		case r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == 'ь' || r == 'ъ' || r == 'Ь' || r == 'Ъ':
			continue
		case r == '.' && word.Len() > 0 && (letters == 1 && !endsInDigit(word.String()) || initials):
			initials, letters = true, 0
			continue
		}
		ascii := transliterate(r)
		if ascii == "" {
			flush()
			initials = false
			continue
		}
		if initials && letters == 1 {
			// A second letter after a period: "J. Smith" had a blank, so this
			// is "a.de": part it.
			last := word.String()
			word.Reset()
			word.WriteString(last[:len(last)-1])
			rest := last[len(last)-1:]
			flush()
			initials = false
			word.WriteString(rest)
			letters = 1
		}
		word.WriteString(ascii)
		letters++
	}
	flush()
	return words
}

// decomposed takes letters and accents apart, except letters that are spelled
// differently with the accent: й is no и.
func decomposed(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(s) {
		if letters[unicode.ToLower(r)] != "" {
			b.WriteRune(r)
			continue
		}
		b.WriteString(norm.NFKD.String(string(r)))
	}
	return b.String()
}

func endsInDigit(s string) bool {
	last := s[len(s)-1]
	return last >= '0' && last <= '9'
}

// transliterate returns the lower-case ASCII letters and digits for r, empty
// where there are none.
func transliterate(r rune) string {
	r = unicode.ToLower(r)
	if r < unicode.MaxASCII {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return string(r)
		}
		return ""
	}
	return letters[r]
}

// letters maps letters that Unicode does not take apart. Cyrillic follows the
// common English romanisation, Greek the modern one.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l",
	'ħ': "h", 'ı': "i", 'ŋ': "ng", 'ə': "e", 'ŧ': "t", 'ƒ': "f", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k",

	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ы': "y",
	'й': "y", 'ё': "yo", 'ї': "yi", 'э': "e", 'ю': "yu", 'я': "ya", 'є': "ye", 'і': "i", 'ґ': "g", 'ђ': "dj", 'ј': "j",
	'љ': "lj", 'њ': "nj", 'ћ': "c", 'џ': "dz", 'ѕ': "dz", 'ў': "u", 'ғ': "gh", 'қ': "q",
	'ң': "ng", 'ө': "o", 'ү': "u", 'ұ': "u", 'һ': "h", 'ә': "a",

	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i",
	'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s",
	'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
}
