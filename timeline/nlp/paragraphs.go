package nlp

import "strings"

// wrapWidth is the length in bytes above which a line cannot come from an
// editor that wraps lines: each line of such a paragraph is then a paragraph
// of its own.
const wrapWidth = 160

// Paragraphs returns the blocks of a text whose layout is unknown: blank lines
// separate paragraphs, and so does every line end where lines are too long to
// have been wrapped by hand.
func Paragraphs(text string) []Block {
	var blocks []Block
	for i := 0; i < len(text); {
		end := paragraphEnd(text, i)
		blocks = appendParagraph(blocks, text, i, end)
		i = end
		for i < len(text) && (text[i] == '\n' || text[i] == '\r') {
			i++
		}
	}
	return blocks
}

// paragraphEnd returns where the paragraph that begins at i ends: at a blank
// line or at the end of text.
func paragraphEnd(text string, i int) int {
	for {
		k := strings.IndexByte(text[i:], '\n')
		if k < 0 {
			return len(text)
		}
		end := i + k
		i = end + 1
		next := i
		for next < len(text) && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r') {
			next++
		}
		if next == len(text) || text[next] == '\n' {
			return end
		}
	}
}

// appendParagraph appends text[i:end] as one block or, where a line is too
// long for a wrapped one, as a block a line.
func appendParagraph(blocks []Block, text string, i, end int) []Block {
	if !hasLongLine(text[i:end]) {
		return appendTrimmed(blocks, text, i, end)
	}
	for i < end {
		stop := end
		if k := strings.IndexByte(text[i:end], '\n'); k >= 0 {
			stop = i + k
		}
		blocks = appendTrimmed(blocks, text, i, stop)
		i = stop + 1
	}
	return blocks
}

func hasLongLine(s string) bool {
	for {
		k := strings.IndexByte(s, '\n')
		if k < 0 {
			return len(s) > wrapWidth
		}
		if k > wrapWidth {
			return true
		}
		s = s[k+1:]
	}
}

// appendTrimmed appends the block text[i:end] without the space around it,
// unless nothing is left.
func appendTrimmed(blocks []Block, text string, i, end int) []Block {
	for i < end && text[i] <= ' ' {
		i++
	}
	for end > i && text[end-1] <= ' ' {
		end--
	}
	if i == end {
		return blocks
	}
	return append(blocks, Block{Start: i, End: end})
}
