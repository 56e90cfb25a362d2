// Package measure tells how wide words are and breaks them into lines.
//
// Words are shaped with the embedded Liberation Sans, whose widths are
// Arial's. A reader's browser may choose another family of the font stack,
// so layout works with reserved widths: 15 % more than measured, which covers
// the families in common use. Results are whole 1/64 px and the same on every
// machine. All functions are safe for concurrent use.
package measure

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"github.com/causeline/causeline/render/scene"
)

// A Style is what a width depends on. Italics are as wide as upright letters
// in this family, so there is no field for them.
type Style struct {
	Size scene.Unit
	Bold bool
	// Percent is how wide the words will be in per cent of the embedded face,
	// where they are set in another one that is not at hand; 0 reads as 100.
	Percent int
}

// em is the number of font units in an em of Liberation Sans. Words are
// shaped at this size, where every advance is a whole number, and scaled with
// integers afterwards.
const em = 2048

// maxRun is the longest piece shaped at once, in code points; it keeps the
// shaper's 32-bit sums from overflowing on a hostile word.
const maxRun = 256

// fonts parses the embedded faces once. Parsed fonts are read-only and may be
// shared; faces and shapers hold buffers and are pooled below.
var fonts = sync.OnceValue(func() [2]*font.Font {
	var out [2]*font.Font
	for i, data := range [2][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			panic(fmt.Sprintf("measure: the embedded face %d does not parse: %v", i, err))
		}
		out[i] = face.Font
	}
	return out
})

// A ruler is what one goroutine needs to measure.
type ruler struct {
	shaper shaping.HarfbuzzShaper
	faces  [2]*font.Face
	memo   map[memoKey]int64 // advances of short words; layouts try many widths
}

type memoKey struct {
	word string
	bold bool
}

// The memo is emptied when it is full, and holds no long words.
const (
	memoWords = 4096
	memoBytes = 48
)

var rulers = sync.Pool{New: func() any {
	f := fonts()
	return &ruler{faces: [2]*font.Face{font.NewFace(f[0]), font.NewFace(f[1])}, memo: map[memoKey]int64{}}
}}

// face returns the face of a weight.
func (r *ruler) face(bold bool) *font.Face {
	if bold {
		return r.faces[1]
	}
	return r.faces[0]
}

// word returns the advance of a word in font units.
func (r *ruler) word(w string, bold bool) int64 {
	if len(w) > memoBytes {
		return r.advance(w, bold)
	}
	key := memoKey{w, bold}
	if n, ok := r.memo[key]; ok {
		return n
	}
	if len(r.memo) >= memoWords {
		clear(r.memo)
	}
	key.word = strings.Clone(w) // does not keep the whole text alive
	n := r.advance(w, bold)
	r.memo[key] = n
	return n
}

// advance shapes a word. Characters that the face
// lacks count as one em: CJK and emoji are that wide, and other scripts are
// narrower, so that nothing is promised less room than it takes.
func (r *ruler) advance(w string, bold bool) int64 {
	face := r.face(bold)
	runes := []rune(w)
	var sum int64
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && j-i < maxRun && has(face, runes[j]) {
			j++
		}
		if j > i {
			sum += r.shape(runes[i:j], face)
			i = j
			continue
		}
		if !zeroWidth(runes[i]) {
			sum += em
		}
		i++
	}
	return sum
}

func has(face *font.Face, r rune) bool {
	_, ok := face.NominalGlyph(r)
	return ok
}

// shape returns the advance of a run that the face covers.
func (r *ruler) shape(runes []rune, face *font.Face) int64 {
	out := r.shaper.ShapeNoExtents(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR,
		Face: face, Size: fixed.I(em), Script: script(runes), Language: "en",
	})
	return int64(out.Advance) / 64
}

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
