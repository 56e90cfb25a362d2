package source

import (
	"strings"
	"unicode"

	"github.com/causeline/causeline/timeline/nlp"
)

// A builder assembles running text from blocks that stand apart by a blank
// line.
type builder struct {
	text   strings.Builder
	blocks []nlp.Block
}

// add appends a block, unless nothing is in it.
func (b *builder) add(s string, kind nlp.BlockKind) {
	s = tidy(s)
	if s == "" {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	start := b.text.Len()
	b.text.WriteString(s)
	b.blocks = append(b.blocks, nlp.Block{Start: start, End: b.text.Len(), Kind: kind})
}

// addLines appends lines of a plain text.
func (b *builder) addLines(text string, lines []line) {
	for _, block := range groupBlocks(text, lines) {
		b.add(strings.ReplaceAll(text[block.Start:block.End], "\n", " "), block.Kind)
	}
}

// tidy collapses white space within lines, drops empty lines and characters
// that only hyphenate or join, and makes controls spaces.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad', r == '\u200b', r == '\ufeff', r == '\u2060':
			return -1
		case r == '\r':
			return '\n'
		case unicode.IsControl(r) && r != '\n':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if !strings.Contains(s, "\n") {
		return oneLine(s)
	}
	var lines []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = oneLine(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}
