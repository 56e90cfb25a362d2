package lemma

import "strings"

// base turns what is left of a verb or adjective without its ending into the
// dictionary form: "plann" is "plan", "arriv" is "arrive", "visit" stays.
// past says that the ending began with e, which may have swallowed another.
func base(stem string, past bool) string {
	n := len(stem)
	if n < 2 {
		return stem
	}
	if form, ok := stems()[stem]; ok {
		return form
	}
	if k := strings.LastIndexByte(stem, '-'); k >= 0 && k < n-2 {
		return stem[:k+1] + base(stem[k+1:], past)
	}
	last, prev := stem[n-1], stem[n-2]
	if last == prev {
		return undouble(stem)
	}
	if last == 'e' {
		if past { // agre-ed
			return stem + "e"
		}
		return stem
	}
	if !hasVowel(stem) {
		if past && n == 2 { // "ow", "us" have vowels; what is left is noise
			return stem + "e"
		}
		return stem
	}
	if silent(stem, last, prev) {
		return stem + "e"
	}
	return stem
}

// undouble makes a doubled final consonant single where the ending doubled it.
func undouble(stem string) string {
	n := len(stem)
	switch stem[n-1] {
	case 's', 'f', 'z', 'e', 'o', 'u':
		return stem
	case 'l':
		if vowelGroups(stem) == 1 {
			return stem
		}
		for _, whole := range []string{"install", "recall", "enroll", "stall", "roll", "call", "kill", "sell", "dwell", "pull", "fall", "well", "bull"} {
			if strings.HasSuffix(stem, whole) && !strings.HasSuffix(stem, "troll") {
				return stem
			}
		}
	}
	return stem[:n-1]
}

// silent reports whether a silent e follows the stem, which ends in two
// different letters.
func silent(stem string, last, prev byte) bool {
	n := len(stem)
	if !vowel(prev) {
		return silentAfterConsonant(stem, last, prev)
	}
	// Two vowels before the consonant are long without an e: "need", "avoid".
	// The u of "qu" and "gu", and i and u before a ("appreciate"), do not count.
	double := n >= 3 && vowel(stem[n-3])
	if double && stem[n-3] == 'u' && n >= 4 && (stem[n-4] == 'q' || stem[n-4] == 'g' || prev == 'a') {
		double = false
	}
	if double && stem[n-3] == 'i' && prev == 'a' {
		double = false
	}
	switch last {
	case 'v', 'c', 'u', 's', 'z':
		return last != 'u' || prev != 'o'
	}
	if double {
		return false
	}
	switch last {
	case 'g', 'k', 'd', 'b', 'm', 'p':
		return !(last == 'm' && prev == 'e') && !(last == 'b' && prev == 'a')
	case 't':
		return prev == 'a' || prev == 'u'
	case 'r':
		return prev == 'a' || prev == 'i' || prev == 'u'
	case 'n':
		return prev == 'i'
	case 'l':
		return prev == 'i' || prev == 'o' || prev == 'u'
	case 'f':
		return prev == 'a'
	}
	return false
}

// silentAfterConsonant is silent for stems that end in two consonants.
func silentAfterConsonant(stem string, last, prev byte) bool {
	switch last {
	case 'v', 'u', 'z', 'c':
		return last != 'c' || prev != 'n' || !strings.HasSuffix(stem, "sync")
	case 's':
		return strings.IndexByte("nrlp", prev) >= 0
	case 'g':
		if prev == 'n' {
			return strings.HasSuffix(stem, "ang") || strings.HasSuffix(stem, "eng") || strings.HasSuffix(stem, "ung")
		}
		return prev == 'd' || prev == 'r' || prev == 'l'
	case 'l':
		return strings.IndexByte("bcdfgkptz", prev) >= 0 || strings.HasSuffix(stem, "sl")
	case 'r':
		return strings.IndexByte("bcgt", prev) >= 0
	case 'd', 't', 'k', 'p', 'm', 'n':
		// A y between consonants is a vowel: "typ-ed".
		return prev == 'y'
	}
	return false
}

// vowel reports whether c is a written vowel.
func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// vowelGroups counts runs of vowels, about the number of syllables.
func vowelGroups(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		v := vowel(s[i]) || s[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
