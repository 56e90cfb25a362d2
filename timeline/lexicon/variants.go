package lexicon

import (
	"strings"
	"sync"
	"unicode"
)

// maxNameBytes bounds what SameName compares; no name of a person or place is
// longer.
const maxNameBytes = 200

// nameGroups maps each listed spelling, in folded form, to its line of
// namegroups.tsv.
var nameGroups = sync.OnceValue(func() map[string]int {
	groups := map[string]int{}
	for i, row := range mustTable("namegroups.tsv", 2) {
		for _, name := range append(list(row[1]), row[0]) {
			groups[foldName(name)] = i + 1
		}
	}
	return groups
})

// SameName reports whether a and b are spellings of one name: equal but for
// case and diacritics, listed as such, equal once differences between
// transliterations are removed, or one vowel apart in a long name. It compares
// word by word, so that a surname is not the same name as a full name.
//
// Two places, peoples or organisations that the gazetteers tell apart are never
// the same, and two given names only where they are listed as one or
// transliterate one another.
func SameName(a, b string) bool {
	if a == "" || b == "" || len(a) > maxNameBytes || len(b) > maxNameBytes {
		return false
	}
	if plainMarks(a) == plainMarks(b) {
		return true
	}
	if same, known := sameEntry(a, b); known {
		return same
	}
	return sameWords(a, b)
}

// sameEntry asks the gazetteers. It knows the answer where both names are
// entries of the same one.
func sameEntry(a, b string) (same, known bool) {
	if pa, ok := Place(a); ok {
		if pb, ok := Place(b); ok {
			return pa.Name == pb.Name && pa.Country == pb.Country, true
		}
	}
	if oa, ok := Org(a); ok {
		if ob, ok := Org(b); ok {
			return oa.Name == ob.Name, true
		}
	}
	if da, ok := Demonym(a); ok {
		if db, ok := Demonym(b); ok {
			return da.Of == db.Of && foldName(a) == foldName(b), true
		}
	}
	return false, false
}

func sameWords(a, b string) bool {
	wa, wb := nameWords(a), nameWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	if len(wa) != len(wb) {
		// "Jong-un", "Jong Un", "Jongun": same letters, other gaps.
		return strings.Join(wa, "") == strings.Join(wb, "")
	}
	for i := range wa {
		if !sameWord(wa[i], wb[i]) {
			return false
		}
	}
	return true
}

// nameWords gives the folded words of a name, without the Arabic article.
func nameWords(name string) []string {
	var words []string
	split := func(r rune) bool { return unicode.IsSpace(r) || r == '-' }
	for _, word := range strings.FieldsFunc(plainMarks(name), split) {
		word = foldName(word)
		if word == "al" || word == "el" || word == "" {
			continue
		}
		words = append(words, word)
	}
	return words
}

// foldName writes a name in lower case, without diacritics, apostrophes, full
// stops and hyphens.
func foldName(name string) string {
	name = strings.ToLower(foldDiacritics(plainMarks(name)))
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == '.' || r == '-' || r == '`' {
			return -1
		}
		return r
	}, name)
}

// minKeyLength is the least length of a word whose transliteration key is
// believed: keys of short words collide.
const minKeyLength = 4

// sameWord compares two folded words of names.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	ga, gb := nameGroups()[a], nameGroups()[b]
	if ga != 0 && gb != 0 {
		return ga == gb
	}
	if differentPlaces(a, b) {
		return false
	}
	ka, kb := transliterationKey(a), transliterationKey(b)
	if ka == kb {
		return len(ka) >= minKeyLength
	}
	if isGivenFold(a) && isGivenFold(b) || isPlaceFold(a) || isPlaceFold(b) {
		return false
	}
	return oneVowelApart(ka, kb)
}

func differentPlaces(a, b string) bool {
	pa, okA := Place(capitalise(a))
	pb, okB := Place(capitalise(b))
	return okA && okB && pa.Name != pb.Name
}

func isPlaceFold(word string) bool {
	_, isPlace := Place(capitalise(word))
	_, isDemonym := Demonym(capitalise(word))
	return isPlace || isDemonym
}

func isGivenFold(word string) bool { return IsGivenName(capitalise(word)) }

func capitalise(word string) string {
	r := []rune(word)
	if len(r) == 0 {
		return ""
	}
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// transliterationKey removes the differences between the usual ways of writing
// Cyrillic and Arabic names in Latin letters: what is heard alike is written
// alike. The input is a folded word.
func transliterationKey(word string) string {
	if rest, ok := strings.CutPrefix(word, "ye"); ok && len(rest) > 3 {
		word = "e" + rest
	}
	word = letterPairs.Replace(word)
	word = softEndings(word)
	// Doubled letters say nothing: "Mohammed", "Mohamed".
	var b strings.Builder
	var last rune
	for _, r := range word {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	key := b.String()
	if len(key) > minKeyLength && strings.HasSuffix(key, "ah") {
		key = strings.TrimSuffix(key, "h")
	}
	return key
}

// letterPairs rewrites left to right, longer pairs first.
var letterPairs = strings.NewReplacer(
	"shch", "s", "tsch", "c", "sch", "s", "tch", "c", "dzh", "j", "sh", "s", "ch", "c",
	"kh", "h", "gh", "g", "zh", "j", "dj", "j", "dh", "d", "th", "t", "ph", "f",
	"tz", "ts", "ck", "k", "ks", "x", "q", "k", "w", "v", "oo", "u", "ou", "u",
	"eye", "e", "eie", "e", "ij", "i", "yi", "i", "iy", "i", "yy", "i", "ii", "i", "y", "i",
)

// softEndings removes what remains of the Slavic endings: "off" for "ov".
func softEndings(word string) string {
	if stem, ok := strings.CutSuffix(word, "off"); ok && len(stem) > 2 {
		return stem + "ov"
	}
	return word
}

// oneVowelApart reports whether two keys of at least six letters differ in one
// vowel, neither the first letter nor the last, where "Maria" and "Mario" part.
func oneVowelApart(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) > len(rb) {
		ra, rb = rb, ra
	}
	if len(ra) < 6 || len(rb)-len(ra) > 1 || ra[0] != rb[0] || ra[len(ra)-1] != rb[len(rb)-1] {
		return false
	}
	i := 0
	for i < len(ra) && ra[i] == rb[i] {
		i++
	}
	if i == len(ra) || !isVowel(rb[i]) {
		return false
	}
	if len(ra) == len(rb) {
		return isVowel(ra[i]) && string(ra[i+1:]) == string(rb[i+1:])
	}
	// A vowel more is a transliteration only beside another vowel: "Sergeiev".
	beside := isVowel(rb[i-1]) || isVowel(rb[i+1])
	return beside && string(ra[i:]) == string(rb[i+1:])
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiou", r) }
