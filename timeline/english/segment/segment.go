// Package segment finds the sentences and the tokens of English text.
//
// Tokens follow the Penn Treebank: clitics ("n't", "'s") stand alone,
// abbreviations keep their stop, numbers keep their separators, and marks of
// punctuation are tokens of their own. Unlike newer treebanks, hyphenated words
// stay whole. Sentences are cut between tokens, so that a sentence never ends
// inside a word.
//
// The rules for stops are of the kind that Grefenstette and Tapanainen describe
// ("What is a word, what is a sentence?", 1994): what stands before a stop, and
// how the word after it is written. The lists were made and measured on
// treebanks; see the program in eval.
//
// The package reads bytes once from left to right, looks words up in maps and
// uses no regular expressions. Runs in scripts that do not put spaces between
// words are left to the word boundaries of Unicode Standard Annex 29, and no
// token parts what the annex calls a grapheme cluster. Every rule looks at a
// bounded number of tokens, so that the time is linear in the text.
package segment

import "github.com/clipperhouse/uax29/v2/graphemes"

// MaxTokens bounds a sentence. Longer runs without a stop (tables, lists of
// names, hostile input) are cut, at a semicolon or a comma where there is one,
// so that no later stage meets a sentence of unbounded length. The longest
// sentence of the treebanks that the rules were written on has 159 words.
const MaxTokens = 400

// A Span is a half-open range of byte offsets.
type Span struct {
	Start, End int
}

// A Range is a half-open range of indices into a list of tokens.
type Range struct {
	From, To int
}

// Tokens appends the tokens of text[start:end] to dst. The spans are offsets
// into text, ascending, not empty and without overlap; what lies between them
// is white space or control characters. No token begins or ends inside a
// grapheme cluster, but for a mark that follows white space.
func Tokens(dst []Span, text string, start, end int) []Span {
	i := start
	for i < end {
		n := spaceLen(text[i:end])
		if n > 0 {
			i += n
			continue
		}
		stop, clusters := chunkEnd(text, i, end)
		k := len(dst)
		dst = chunk(dst, text, i, stop)
		if clusters && len(dst) > k+1 {
			dst = mendClusters(dst, k, text[i:stop], i)
		}
		i = stop
	}
	return dst
}

// chunkEnd returns the end of the run without white space that begins at i,
// and whether the run holds characters that may form a grapheme cluster with
// their neighbours.
func chunkEnd(text string, i, end int) (stop int, clusters bool) {
	for i < end {
		c := text[i]
		if c <= ' ' || c == 0x7f {
			return i, clusters
		}
		if c >= 0x80 {
			if spaceLen(text[i:end]) > 0 {
				return i, clusters
			}
			// U+0300 is the first mark; of the common marks of punctuation,
			// U+2000 to U+203F, only the joiners join.
			if c >= 0xcc && !(c == 0xe2 && i+2 < end && text[i+1] == 0x80 && text[i+2]&^1 != 0x8c) {
				clusters = true
			}
		}
		i++
	}
	return end, clusters
}

// mendClusters joins the tokens dst[k:] of a chunk that begins at offset start
// where they would part a grapheme cluster, as Unicode Standard Annex 29
// defines it: an emoji from its modifiers, a letter from its accents.
func mendClusters(dst []Span, k int, chunk string, start int) []Span {
	to := k // the last token kept
	at := start
	it := graphemes.FromString(chunk)
	for _, s := range dst[k+1:] {
		for at < s.Start && it.Next() {
			at += len(it.Value())
		}
		if at > s.Start {
			dst[to].End = s.End
			continue
		}
		to++
		dst[to] = s
	}
	return dst[:to+1]
}

// spaceLen returns the length in bytes of the white space or control
// character at the head of s, and 0 when there is none.
func spaceLen(s string) int {
	switch c := s[0]; {
	case c <= ' ' || c == 0x7f:
		return 1
	case c < 0x80:
		return 0
	case c == 0xc2 && len(s) > 1 && s[1] >= 0x80 && s[1] <= 0xa0: // C1 controls, no-break space
		return 2
	case c == 0xc2 && len(s) > 1 && s[1] == 0xad: // soft hyphen alone
		return 0
	case c == 0xe2 && len(s) > 2 && s[1] == 0x80:
		b := s[2]
		// U+2000..U+200F spaces and marks, but not the joiners U+200C and U+200D;
		// U+2028..U+202F separators and embeddings.
		if b >= 0x80 && b <= 0x8f && b&^1 != 0x8c || b >= 0xa8 && b <= 0xaf {
			return 3
		}
	case c == 0xe2 && len(s) > 2 && s[1] == 0x81:
		// U+205F..U+206F: space, word joiner, invisible marks. U+2065 is no character.
		if s[2] >= 0x9f && s[2] <= 0xaf && s[2] != 0xa5 {
			return 3
		}
	case c == 0xe3 && len(s) > 2 && s[1] == 0x80 && s[2] == 0x80: // ideographic space
		return 3
	case c == 0xef && len(s) > 2 && s[1] == 0xbb && s[2] == 0xbf: // byte order mark
		return 3
	}
	return 0
}
