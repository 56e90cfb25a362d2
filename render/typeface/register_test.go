package typeface

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"

	"github.com/causeline/causeline/render/testfont"
)

func faceOf(family string, bold, italic bool) string {
	return Shape("a", Style{family, bold, italic}).Glyphs[0].Face.Name()
}

func TestRegister(t *testing.T) {
	before := Advance("Harbour", Style{Family: "Register"})
	if err := Register("Register", liberationserifbold.TTF, liberationserifregular.TTF,
		liberationserifbolditalic.TTF, liberationserifitalic.TTF); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		bold, italic bool
		want         string
	}{
		{false, false, "Register regular"}, {true, false, "Register bold"},
		{false, true, "Register italic"}, {true, true, "Register bold italic"},
	} {
		if got := faceOf("Register", test.bold, test.italic); got != test.want {
			t.Errorf("bold %v, italic %v: %s, want %s", test.bold, test.italic, got, test.want)
		}
	}
	if after := Advance("Harbour", Style{Family: "Register"}); after == before {
		t.Errorf("the family is as wide as the embedded face, %d: an old width is remembered", after)
	}
	if got, want := show(Shape("a\u0628b", Style{Family: "Register"})), "[Register regular]a[DejaVu Sans]\u0628[Register regular]b"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := faceOf("Unknown", true, false); got != "Liberation Sans Bold" {
		t.Errorf("an unknown family gives %s", got)
	}
	if face := Shape("a", Style{Family: "Register"}).Glyphs[0].Face; !bytes.Equal(face.Data(), liberationserifregular.TTF) || face.UnitsPerEm() != 2048 {
		t.Error("the face does not give its file")
	}
}

func TestMissingStyles(t *testing.T) {
	for name, files := range map[string][][]byte{
		"regular alone":      {liberationserifregular.TTF},
		"regular and bold":   {liberationserifregular.TTF, liberationserifbold.TTF},
		"regular and italic": {liberationserifitalic.TTF, liberationserifregular.TTF},
		"bold italic alone":  {liberationserifbolditalic.TTF},
	} {
		if err := Register(name, files...); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		family       string
		bold, italic bool
		want         string
	}{
		{"regular alone", true, true, "regular"},
		{"regular and bold", false, true, "regular"},
		{"regular and bold", true, true, "bold"},
		{"regular and italic", true, false, "regular"},
		{"regular and italic", true, true, "italic"},
		{"bold italic alone", false, false, "bold italic"},
	} {
		if got := faceOf(test.family, test.bold, test.italic); got != test.family+" "+test.want {
			t.Errorf("bold %v, italic %v: %s, want %s", test.bold, test.italic, got, test.want)
		}
	}
}

// Fonts with cubic outlines and another number of units are scaled.
func TestCFF(t *testing.T) {
	if err := Register("CFF", testfont.CFF(t)); err != nil {
		t.Fatal(err)
	}
	g := Shape("\u4E2D", Style{Family: "CFF"}).Glyphs[0]
	if g.Face == nil || g.Face.UnitsPerEm() != 1000 || g.Advance != 1229 { // 600 of 1000
		t.Fatalf("glyph %+v", g)
	}
	contours, ok := g.Face.Outline(g.ID)
	if !ok || len(contours) == 0 || contours[0].Op != MoveTo {
		t.Fatalf("outline %v", contours)
	}
}

// without returns a font with one table's name changed, so that the table is
// missing.
func without(font []byte, table string) []byte {
	out := bytes.Clone(font)
	i := bytes.Index(out[:12+16*20], []byte(table))
	copy(out[i:], "xxxx")
	return out
}

func TestRegisterRefuses(t *testing.T) {
	good := liberationmonoregular.TTF
	for _, test := range []struct {
		name, family string
		files        [][]byte
		want         string
	}{
		{"no name", "", [][]byte{good}, "needs a name"},
		{"no file", "R", nil, "no file given"},
		{"empty", "R", [][]byte{good, nil}, `font family "R": file 2: not a font: the file is too short`},
		{"no font", "R", [][]byte{[]byte("<!doctype html><p>Not found")}, "not a TrueType or OpenType font"},
		{"web font", "R", [][]byte{[]byte("wOF2............")}, "web font"},
		{"collection", "R", [][]byte{[]byte("ttcf............")}, "collection"},
		{"header only", "R", [][]byte{good[:12]}, "list of tables"},
		{"cut off", "R", [][]byte{good[:len(good)/2]}, "beyond the end of the file"},
		{"no outlines", "R", [][]byte{without(good, "glyf")}, "no outlines"},
		{"no map", "R", [][]byte{without(good, "cmap")}, `no table "cmap"`},
		{"no widths", "R", [][]byte{without(good, "hmtx")}, `no table "hmtx"`},
		{"twice", "R", [][]byte{good, good}, "files 1 and 2 are both regular"},
	} {
		err := Register(test.family, test.files...)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	if lookup("R") != nil {
		t.Error("a refused family is registered")
	}
	if err := Register("Again", good); err != nil {
		t.Error(err)
	}
	if err := Register("Again", bytes.Clone(good)); err != nil {
		t.Errorf("the same file again: %v", err)
	}
	if err := Register("Again", liberationserifregular.TTF); err == nil {
		t.Error("another file under a name that is taken is accepted")
	}
}

func TestRegisterConcurrently(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			name := fmt.Sprint("Concurrent ", i%2)
			if err := Register(name, liberationmonoregular.TTF); err != nil {
				t.Error(err)
			}
			if got := faceOf(name, false, false); got != name+" regular" {
				t.Errorf("%s, want %s", got, name)
			}
		})
	}
	wg.Wait()
}

// FuzzRegister takes damaged fonts as far as a drawing would.
func FuzzRegister(f *testing.F) {
	f.Add(testfont.CFF(f))
	f.Add(testfont.TrueType(f))
	f.Add([]byte("\x00\x01\x00\x00............"))
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := parse("Fuzz", data)
		if err != nil {
			return
		}
		own := chain{family: &family{faces: []*Face{face}}}
		s := shapers.New().(*shaper)
		line := s.line(letters("01\u4E2Dab \u0628\u0628 A\u0301"), []chain{own})
		for _, g := range line.Glyphs {
			if g.Face != nil {
				g.Face.Outline(g.ID)
			}
		}
	})
}
