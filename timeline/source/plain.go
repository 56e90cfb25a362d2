package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
)

// readPlain reads a plain text. The text is the file itself; only blocks are
// laid over it.
func readPlain(text string) content {
	var blocks []nlp.Block
	for _, g := range lineGroups(text) {
		blocks = append(blocks, groupBlocks(text, g)...)
	}
	a := annotate(text, blocks, true)
	return content{
		title: a.title, publisher: a.publisher, url: a.url,
		text: text, blocks: a.blocks, dates: a.dates,
	}
}

// A line is a line of text without the white space around it.
type line struct {
	start, end int  // bytes
	indented   bool // white space stood before it
}

func (l line) in(text string) string { return text[l.start:l.end] }

// lineGroups splits text at its blank lines. Lines end with LF, CRLF or CR.
func lineGroups(text string) [][]line {
	var groups [][]line
	var group []line
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexAny(text[at:], "\n\r"); i >= 0 {
			end, next = at+i, at+i+1
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		trimmed := strings.TrimSpace(text[at:end])
		if trimmed == "" {
			if group != nil {
				groups = append(groups, group)
				group = nil
			}
		} else {
			start := at + strings.Index(text[at:end], trimmed)
			group = append(group, line{start, start + len(trimmed), start > at})
		}
		at = next
	}
	if group != nil {
		groups = append(groups, group)
	}
	return groups
}

// bullet matches what marks a list item.
var bullet = compile(`^(?:[-*•·‣▪◦]|\d{1,3}[.)])\s+`)

// groupBlocks lays blocks over lines that no blank line separates: a wrapped
// paragraph, lines that are a paragraph each, or a list.
func groupBlocks(text string, lines []line) []nlp.Block {
	var before, after []nlp.Block
	for len(lines) > 0 && isAside(lines[0].in(text)) {
		before = append(before, lineBlock(lines[0], nlp.Meta))
		lines = lines[1:]
	}
	for len(lines) > 0 && isAside(lines[len(lines)-1].in(text)) {
		after = append([]nlp.Block{lineBlock(lines[len(lines)-1], nlp.Meta)}, after...)
		lines = lines[:len(lines)-1]
	}
	// Asides become Meta when annotated; here they only need to stand alone.
	for i := range before {
		before[i].Kind = nlp.Paragraph
	}
	for i := range after {
		after[i].Kind = nlp.Paragraph
	}
	blocks := before
	wrapped := isWrapped(text, lines)
	open := false // the last block takes further lines
	for i, l := range lines {
		s := l.in(text)
		mark := bullet().FindString(s)
		switch {
		case mark != "" && len(mark) < len(s):
			blocks = append(blocks, nlp.Block{Start: l.start + len(mark), End: l.end, Kind: nlp.ListItem})
			open = true
		case i > 0 && open && (wrapped || l.indented && blocks[len(blocks)-1].Kind == nlp.ListItem):
			blocks[len(blocks)-1].End = l.end
		default:
			kind := nlp.Paragraph
			if strings.HasPrefix(s, ">") {
				kind = nlp.Quote
			}
			blocks = append(blocks, lineBlock(l, kind))
			open = true
		}
	}
	return append(blocks, after...)
}

func lineBlock(l line, kind nlp.BlockKind) nlp.Block {
	return nlp.Block{Start: l.start, End: l.end, Kind: kind}
}

// isAside reports whether a line stands alone even where no blank line
// separates it from a paragraph.
func isAside(s string) bool {
	return isFurniture(s) || header().MatchString(s) && len(s) <= 400 || datesOnLine(s, false) != nil
}

// maxWrap is the width in characters of the widest text that is taken for
// wrapped by hand.
const maxWrap = 120

// isWrapped reports whether lines are one paragraph broken to a width: no
// line leaves room for the first word of the next. One line in five may, for
// ragged wrapping by hand. Lines that all end sentences are paragraphs.
func isWrapped(text string, lines []line) bool {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.in(text)))
	}
	if len(lines) < 2 || width > maxWrap {
		return false
	}
	loose, stops := 0, 0
	for i, l := range lines[:len(lines)-1] {
		word := lines[i+1].in(text)
		if j := strings.IndexFunc(word, unicode.IsSpace); j >= 0 {
			word = word[:j]
		}
		if utf8.RuneCountInString(l.in(text))+1+utf8.RuneCountInString(word) <= width {
			loose++
		}
		if endsSentence(l.in(text)) {
			stops++
		}
	}
	return loose*5 <= len(lines)-1 && stops < len(lines)-1
}
