package typeface

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// maxRun is the longest piece shaped at once, in code points; it keeps the
// shaper's 32-bit sums from overflowing on a hostile word.
const maxRun = 256

// A shaper is what one goroutine needs to set lines.
type shaper struct {
	harfbuzz shaping.HarfbuzzShaper
	faces    map[*Face]*font.Face
	memo     map[memoKey]int // advances of short words; layouts try many widths
}

type memoKey struct {
	word  string
	faces chain
}

// The memo is emptied when it is full, and holds no long words.
const (
	memoWords = 4096
	memoBytes = 48
)

var shapers = sync.Pool{New: func() any {
	return &shaper{faces: map[*Face]*font.Face{}, memo: map[memoKey]int{}}
}}

// Advance returns the width of a word in units of Em. White space is not
// collapsed. It is what Shape gives for the word alone, and quick for words
// that come again.
func Advance(word string, style Style) int {
	s := shapers.Get().(*shaper)
	defer shapers.Put(s)
	key := memoKey{word, chainOf(style)}
	if n, ok := s.memo[key]; ok {
		return n
	}
	n := s.line(letters(word), []chain{key.faces}).Advance
	if len(word) <= memoBytes {
		if len(s.memo) >= memoWords {
			clear(s.memo)
		}
		key.word = strings.Clone(word) // does not keep the whole text alive
		s.memo[key] = n
	}
	return n
}

// letters returns the characters of a word. Controls and broken UTF-8 are
// dropped, as the writer of SVG drops them.
func letters(word string) []letter {
	out := make([]letter, 0, len(word))
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		if !(r == utf8.RuneError && n == 1) && !unicode.IsControl(r) {
			out = append(out, letter{r: r})
		}
		i += n
	}
	return out
}

// A letter is one character and the number of its span.
type letter struct {
	r    rune
	span int
}

// An item is a stretch of one face, direction and span.
type item struct {
	start, end int
	face       *Face // nil where none has the characters
	span       int
	level      uint8
}

// line sets characters, whose spans have the given faces.
func (s *shaper) line(text []letter, faces []chain) Line {
	runes := make([]rune, len(text))
	for i, l := range text {
		runes[i] = l.r
	}
	base, levels := bidiLevels(runes)
	items := cut(text, runes, levels, faces)
	line := Line{RightToLeft: base == 1}
	for _, it := range visualOrder(items) {
		before := len(line.Glyphs)
		line.Glyphs = s.item(line.Glyphs, runes, it)
		for _, g := range line.Glyphs[before:] {
			line.Advance += g.Advance
		}
	}
	return line
}

// cut divides a line into items. Spaces stand alone, so that a line is as wide
// as its words and spaces together.
func cut(text []letter, runes []rune, levels []uint8, faces []chain) []item {
	var out []item
	for i := 0; i < len(text); {
		j := i + 1
		for j < len(text) && j-i < maxRun && text[j].span == text[i].span && joins(runes[j-1], runes[j]) {
			j++
		}
		it := item{i, j, pick(faces[text[i].span], runes[i:j]), text[i].span, levels[i]}
		i = j
		if len(out) > 0 && it.continues(out[len(out)-1], runes) {
			out[len(out)-1].end = j
			continue
		}
		out = append(out, it)
	}
	return out
}

// continues reports whether an item may be shaped together with the one
// before.
func (it item) continues(before item, runes []rune) bool {
	return it.face != nil && it.face == before.face && it.span == before.span && it.level == before.level &&
		runes[it.start] != ' ' && runes[before.start] != ' ' && it.end-before.start <= maxRun
}

// item appends the glyphs of an item, from left to right.
func (s *shaper) item(glyphs []Glyph, runes []rune, it item) []Glyph {
	if it.face == nil {
		return append(glyphs, missing(runes[it.start:it.end], it.span))
	}
	out, ok := s.shape(runes, it)
	if !ok {
		return append(glyphs, missing(runes[it.start:it.end], it.span))
	}
	cluster := -1
	for _, g := range out {
		glyph := Glyph{Face: it.face, ID: GlyphID(g.GlyphID), Span: it.span,
			X: round(g.XOffset), Y: round(g.YOffset), Advance: round(g.Advance)}
		if g.TextIndex() != cluster {
			cluster = g.TextIndex()
			glyph.Text = string(runes[cluster:min(cluster+g.RunesCount(), it.end)])
		}
		if g.GlyphID == 0 || g.GlyphID == font.EmptyGlyph {
			glyph.Face, glyph.ID = nil, 0
		}
		glyphs = append(glyphs, glyph)
	}
	return glyphs
}

// shape runs the shaper over an item. A damaged font of a person's own may make
// it panic, which is reported as not ok.
func (s *shaper) shape(runes []rune, it item) (out []shaping.Glyph, ok bool) {
	defer func() {
		if recover() != nil {
			s.harfbuzz = shaping.HarfbuzzShaper{}
			out, ok = nil, false
		}
	}()
	direction := di.DirectionLTR
	if it.level%2 == 1 {
		direction = di.DirectionRTL
	}
	return s.harfbuzz.ShapeNoExtents(shaping.Input{
		Text: runes, RunStart: it.start, RunEnd: it.end, Direction: direction,
		Face: s.face(it.face), Size: fixed.I(Em), Script: script(runes[it.start:it.end]), Language: "en",
	}).Glyphs, true
}

// face returns this shaper's handle of a face.
func (s *shaper) face(f *Face) *font.Face {
	if s.faces[f] == nil {
		s.faces[f] = font.NewFace(f.font)
	}
	return s.faces[f]
}

// round rounds to whole units.
func round(v fixed.Int26_6) int { return int(v+32) >> 6 }

// script returns the script of the first character that has one of its own.
func script(runes []rune) language.Script {
	for _, r := range runes {
		s := language.LookupScript(r)
		if s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Latin
}
