package measure

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/causeline/causeline/render/scene"
)

// A Block is a text broken into lines.
type Block struct {
	Lines  []string
	Widths []scene.Unit // of each line, as measured
	Width  scene.Unit   // of the widest line
}

// Reserved returns the room that the block's widest line needs.
func (b Block) Reserved() scene.Unit { return Reserve(b.Width) }

// Wrap breaks text into lines whose reserved width is at most width, and
// balances them: no narrower width would give the same number of lines. Words
// are kept whole unless one alone is wider than a line; such a word is broken
// after a hyphen or slash, else between any two graphemes. No character but
// white space at line ends is lost. Empty text gives no lines.
func Wrap(text string, width scene.Unit, style Style) []string {
	return Fit(text, width, style).Lines
}

// Fit is Wrap with the width that came of it.
func Fit(text string, width scene.Unit, style Style) Block {
	return fit(text, width, style, true)
}

// Fill is Fit without balancing: every line takes as many words as it can.
// It is meant for running text such as notes.
func Fill(text string, width scene.Unit, style Style) Block {
	return fit(text, width, style, false)
}

func fit(text string, width scene.Unit, style Style, balance bool) Block {
	room := Natural(width)
	parts := pieces(text, room, style)
	if len(parts) == 0 {
		return Block{}
	}
	space := style.width(" ")
	if balance {
		room = narrowest(parts, room, space)
	}
	return lines(parts, room, space)
}

// A piece is a word, or a part of one, that is not broken further.
type piece struct {
	text  string
	width scene.Unit
	space bool // white space stands before it
}

// narrowest returns the smallest room that needs no more lines than room
// does. The number of lines never grows with the room, so halving finds it.
func narrowest(pieces []piece, room, space scene.Unit) scene.Unit {
	want := count(pieces, room, space)
	low := scene.Unit(0)
	for _, p := range pieces {
		low = max(low, p.width)
	}
	high := max(room, low)
	for low < high {
		mid := (low + high) / 2
		if count(pieces, mid, space) <= want {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return high
}

func count(pieces []piece, room, space scene.Unit) int {
	n, x := 1, scene.Unit(0)
	for i, p := range pieces {
		switch next := x + gap(p, space) + p.width; {
		case i == 0:
			x = p.width
		case next > room:
			n++
			x = p.width
		default:
			x = next
		}
	}
	return n
}

func gap(p piece, space scene.Unit) scene.Unit {
	if p.space {
		return space
	}
	return 0
}

func lines(pieces []piece, room, space scene.Unit) Block {
	var b Block
	var line string
	var x scene.Unit
	for i, p := range pieces {
		next := x + gap(p, space) + p.width
		switch {
		case i == 0:
			line, x = p.text, p.width
		case next > room:
			b.add(line, x)
			line, x = p.text, p.width
		case p.space:
			line, x = line+" "+p.text, next
		default:
			line, x = line+p.text, next
		}
	}
	b.add(line, x)
	return b
}

func (b *Block) add(line string, width scene.Unit) {
	b.Lines, b.Widths, b.Width = append(b.Lines, line), append(b.Widths, width), max(b.Width, width)
}

// pieces cuts text at white space, between ideographs, and inside words that
// are wider than room.
func pieces(text string, room scene.Unit, style Style) []piece {
	var out []piece
	for _, word := range fields(text) {
		for i, part := range ideographs(word) {
			w := style.width(part)
			if w <= room {
				out = append(out, piece{part, w, i == 0})
				continue
			}
			for j, bit := range chop(part, room, style) {
				bit.space = i == 0 && j == 0
				out = append(out, bit)
			}
		}
	}
	return out
}

// ideographs cuts a word before every Han character, hiragana and katakana,
// and after a run of them; those scripts break lines without spaces. A number
// stays with what it counts, as in 5月.
func ideographs(word string) []string {
	var out []string
	start, before, digit := 0, false, false
	for i, r := range word {
		now := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
		// Marks and closing punctuation stay with what they follow.
		joins := !now && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		if i > start && (now || before) && !joins && !(now && digit) {
			out = append(out, word[start:i])
			start = i
		}
		if !joins {
			before = now
		}
		digit = unicode.IsDigit(r)
	}
	return append(out, word[start:])
}

// chop breaks a word that is wider than room. A grapheme that alone is wider
// becomes a piece of its own. Graphemes are measured one by one; a fiftieth of
// the room is kept for pairs that kerning moves apart.
func chop(word string, room scene.Unit, style Style) []piece {
	room -= room / 50
	var out []piece
	start, x := 0, scene.Unit(0) // where the open piece begins, its width
	good, gx := 0, scene.Unit(0) // end of its last part that ends in a hyphen, width up to there
	end := 0
	for g := graphemes.FromString(word); g.Next(); {
		w := style.width(g.Value())
		for x > 0 && x+w > room {
			cut, cx := end, x
			if good > start {
				cut, cx = good, gx
			}
			out = append(out, piece{text: word[start:cut], width: style.width(word[start:cut])})
			start, x = cut, x-cx
		}
		end += len(g.Value())
		x += w
		if last, _ := utf8.DecodeLastRuneInString(g.Value()); last == '-' || last == '/' || last == '–' || last == '—' {
			good, gx = end, x
		}
	}
	if start < len(word) {
		out = append(out, piece{text: word[start:], width: style.width(word[start:])})
	}
	return out
}
