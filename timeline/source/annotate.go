package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
)

// An annotation is what a text says about itself, and its blocks with all
// that is not running text marked as Meta.
type annotation struct {
	blocks                []nlp.Block
	title, publisher, url string
	dates                 []foundDate
}

// openingBlocks bounds how many blocks above the text may belong to its head.
const openingBlocks = 16

// minBody is the length in characters from which a paragraph is the text
// itself and no longer its head.
const minBody = 80

// annotate marks the blocks that are not running text: header lines, date
// lines, bylines, credits, furniture, and the dateline before the first
// sentence. plain says that the blocks come from a plain text, whose headings
// are still to be found.
func annotate(text string, blocks []nlp.Block, plain bool) annotation {
	a := annotation{}
	opening := true
	for i, b := range blocks {
		s := text[b.Start:b.End]
		if opening && (b.Kind == nlp.Paragraph || b.Kind == nlp.Heading) && a.readHead(s, len(a.blocks) == 0) {
			b.Kind = nlp.Meta
			a.blocks = append(a.blocks, b)
			continue
		}
		if dates := labelledDates(s); dates != nil {
			a.addLineDates(dates)
			b.Kind = nlp.Meta
			a.blocks = append(a.blocks, b)
			continue
		}
		if isFurniture(s) {
			b.Kind = nlp.Meta
			a.blocks = append(a.blocks, b)
			continue
		}
		if plain && b.Kind == nlp.Paragraph && i+1 < len(blocks) && isHeading(s, opening) {
			b.Kind = nlp.Heading
		}
		if b.Kind == nlp.Heading && opening && a.title == "" {
			a.title = s
		}
		if opening && b.Kind == nlp.Paragraph {
			l := leadOf(s)
			if l.day != "" {
				r := rankFirstLine
				if l.how == "dateline" {
					r = rankDateline
				}
				a.dates = append(a.dates, foundDate{r, l.day, l.how})
			}
			if l.end > 0 && l.end < len(s) {
				mark := nlp.Block{Start: b.Start, End: b.Start + len(strings.TrimRightFunc(s[:l.end], unicode.IsSpace)), Kind: nlp.Meta}
				a.blocks = append(a.blocks, mark)
				b.Start += l.end
			}
			opening = l.end == 0 && utf8.RuneCountInString(s) < minBody
		}
		if len(a.blocks) > openingBlocks {
			opening = false
		}
		a.blocks = append(a.blocks, b)
	}
	if plain {
		unhead(a.blocks)
	}
	return a
}

// readHead reads a block above the text that is there for its metadata.
func (a *annotation) readHead(s string, first bool) bool {
	if m := header().FindStringSubmatch(s); m != nil && len(s) <= 400 && !strings.Contains(s, "\n") {
		value := strings.TrimSpace(m[2])
		switch strings.ToLower(m[1]) {
		case "title", "headline":
			a.title = value
		case "source", "publisher", "publication":
			a.publisher = value
		case "url", "link":
			a.url = webAddress(value)
		case "date", "published", "publication date", "pub date", "pubdate":
			day := readStamp(value)
			if day == "" {
				// More than a date: a sentence, or a lead before one.
				return false
			}
			if len(value) > maxDateLine {
				return false
			}
			a.dates = append(a.dates, foundDate{rankHeader, day, "header line"})
		}
		return true
	}
	if dates := datesOnLine(s, !first); dates != nil {
		a.addLineDates(dates)
		return true
	}
	return isPartialDateLine(s)
}

// labelledDates reads a date line that says what it is, wherever it stands.
func labelledDates(s string) []lineDate {
	dates := datesOnLine(s, false)
	for _, d := range dates {
		if d.labelled || d.modified {
			return dates
		}
	}
	return nil
}

func (a *annotation) addLineDates(dates []lineDate) {
	for _, d := range dates {
		if d.modified {
			a.dates = append(a.dates, foundDate{rankModified, d.day, "line of the last update"})
		} else {
			a.dates = append(a.dates, foundDate{rankFirstLine, d.day, "date line"})
		}
	}
}

// maxHeading is the length in characters of the longest heading.
const maxHeading = 140

// isHeading reports whether a plain paragraph is a heading by its looks:
// short, without a final stop, opening like a sentence. Above the text a
// headline may end with a question or exclamation mark.
func isHeading(s string, opening bool) bool {
	if utf8.RuneCountInString(s) > maxHeading || !hasLetter(s) || !opensSentence(s) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(":;,", last) {
		return false
	}
	return !endsSentence(s) || opening && (last == '?' || last == '!')
}

// unhead makes the headings after the last paragraph plain paragraphs: there
// is nothing that they could head.
func unhead(blocks []nlp.Block) {
	for i := len(blocks) - 1; i >= 0; i-- {
		switch blocks[i].Kind {
		case nlp.Heading:
			blocks[i].Kind = nlp.Paragraph
		case nlp.Meta:
		default:
			return
		}
	}
}
