// Package segment finds the sentences and the tokens of English text.
//
// Tokens follow the Penn Treebank: clitics ("n't", "'s") stand alone,
// abbreviations keep their stop, numbers keep their separators, and marks of
// punctuation are tokens of their own. Unlike newer treebanks, hyphenated words
// stay whole. Sentences are cut between tokens, so that a sentence never ends
// inside a word.
//
// The package reads bytes once from left to right, looks words up in maps and
// uses no regular expressions. Runs in scripts that do not put spaces between
// words are left to the word boundaries of Unicode Standard Annex 29.
package segment

// MaxTokens bounds a sentence. Longer runs without a stop (tables, lists of
// names, hostile input) are cut there, so that no later stage meets a sentence
// of unbounded length.
const MaxTokens = 1000

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
// is white space or control characters.
func Tokens(dst []Span, text string, start, end int) []Span {
	i := start
	for i < end {
		n := spaceLen(text[i:end])
		if n > 0 {
			i += n
			continue
		}
		stop := chunkEnd(text, i, end)
		dst = chunk(dst, text, i, stop)
		i = stop
	}
	return dst
}

// chunkEnd returns the end of the run without white space that begins at i.
func chunkEnd(text string, i, end int) int {
	for i < end {
		c := text[i]
		if c <= ' ' || c == 0x7f {
			return i
		}
		if c >= 0x80 && spaceLen(text[i:end]) > 0 {
			return i
		}
		i++
	}
	return end
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
		// U+2000..U+200F spaces and marks, U+2028..U+202F separators and embeddings.
		if b <= 0x8f || (b >= 0xa8 && b <= 0xaf) {
			return 3
		}
	case c == 0xe2 && len(s) > 2 && s[1] == 0x81:
		// U+205F..U+206F: space, word joiner, invisible marks.
		if s[2] >= 0x9f && s[2] <= 0xaf {
			return 3
		}
	case c == 0xe3 && len(s) > 2 && s[1] == 0x80 && s[2] == 0x80: // ideographic space
		return 3
	case c == 0xef && len(s) > 2 && s[1] == 0xbb && s[2] == 0xbf: // byte order mark
		return 3
	}
	return 0
}
