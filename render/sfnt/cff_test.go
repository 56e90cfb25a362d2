package sfnt

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/testfont"
)

// small is a font with CFF outlines.
func small(t testing.TB) []byte { return testfont.CFF(t) }

// withCFF returns the small font with another CFF table.
func withCFF(t testing.TB, table []byte) []byte { return testfont.WithCFF(t, small(t), table) }

func TestCFF(t *testing.T) {
	f := parsed(t, small(t))
	if !f.CFF || f.Code(3) != 3 {
		t.Errorf("%+v, code of 3: %d", f, f.Code(3))
	}
	kept := f.Glyphs - 1
	table, err := f.Subset([]int{kept})
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != len(f.tables["CFF "]) || bytes.Equal(table, f.tables["CFF "]) {
		t.Errorf("%d bytes of %d", len(table), len(f.tables["CFF "]))
	}
	before, after := shaped(t, small(t)), shaped(t, withCFF(t, table))
	empty := 0
	for g := range f.Glyphs {
		a, b := segments(t, before, g), segments(t, after, g)
		switch {
		case (g == 0 || g == kept) && !slices.Equal(a, b):
			t.Errorf("the outline of glyph %d has changed", g)
		case g != 0 && g != kept && len(b) != 0:
			t.Errorf("the outline of glyph %d is not empty", g)
		case len(a) > 0 && len(b) == 0:
			empty++
		}
	}
	if empty == 0 || len(segments(t, after, kept)) == 0 {
		t.Errorf("%d outlines were emptied", empty)
	}
	if _, err := f.Subset([]int{f.Glyphs}); err == nil {
		t.Error("a glyph that is not there is kept")
	}
}

// coded makes a table of three glyphs whose font has codes of its own.
func coded(charset string, outlines ...string) []byte {
	head := append([]byte{1, 0, 4, 1}, testfont.Index("Coded")...)
	size := len(head) + len(testfont.Index(strings.Repeat("x", 5+5+2+5+1+5+1))) + 4
	top := testfont.Number(0) + testfont.Number(0) + "\x0c\x1e" + testfont.Number(size) + "\x0f" + testfont.Number(size+len(charset)) + "\x11"
	table := append(head, testfont.Index(top)...)
	table = append(table, 0, 0, 0, 0) // no strings, no subroutines
	table = append(table, charset...)
	return append(table, testfont.Index(outlines...)...)
}

func TestCodes(t *testing.T) {
	tests := []struct {
		name, charset string
		want          []int // nil for an error
	}{
		{"single", "\x00\x00\x09\x01\x00", []int{0, 9, 256}},
		{"ranges", "\x01\x00\x09\x00\x00\x20\x05", []int{0, 9, 32}},
		{"one range", "\x01\x00\x09\x01", []int{0, 9, 10}},
		{"long ranges", "\x02\x01\x00\x00\x05", []int{0, 256, 257}},
		{"unknown", "\x03\x01\x00\x00\x05", nil},
	}
	for _, tt := range tests {
		c, err := readCFF(coded(tt.charset, "\x0e", "\x8b\x0e", "\x8b\x8b\x0e"), 3)
		if tt.want == nil {
			if err == nil {
				t.Errorf("%s: codes %v", tt.name, c.cids)
			}
			continue
		}
		if err != nil || !slices.Equal(c.cids, tt.want) {
			t.Errorf("%s: %v, %v, want %v", tt.name, c, err, tt.want)
			continue
		}
		f := &Font{CFF: true, cff: c}
		if f.Code(2) != tt.want[2] || f.Code(3) != 3 || f.Code(-1) != -1 {
			t.Errorf("%s: code of 2 is %d", tt.name, f.Code(2))
		}
	}
}

func TestComposedOutlinesAreKept(t *testing.T) {
	const composition = "\x8b\x8b\x8c\xf7\x00\x1c\x00\x01\x0e"
	c, err := readCFF(coded("\x00\x00\x01\x00\x02", "\x0e", composition, "\x8b\x8b\x16\x0e"), 3)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := c.subset([]int{1}); err != nil || !bytes.Equal(out, c.data) {
		t.Errorf("parts of a glyph are lost (%v)", err)
	}
	out, err := c.subset([]int{2})
	if err != nil || !bytes.HasSuffix(out, []byte("\x01\x02\x03\x07\x0e\x0e\x8b\x8b\x16\x0e\x00\x00\x00\x00\x00\x00\x00\x00")) {
		t.Errorf("%v, %v", out, err)
	}
	for outline, want := range map[string]bool{
		composition: true, "\x8b" + composition: true, "\xff\x00\x00\x00\x00\xfe\x00\x8b\x8b\x0e": true,
		"\x0e": false, "\x8b\x0e": false, "\x8b\x8b\x8b\x8b\x16\x0e": false, "\x8b\x8b\x8b\x8b": false, "\x1c": false, "": false,
	} {
		if got := composed([]byte(outline)); got != want {
			t.Errorf("%q composed: %v", outline, got)
		}
	}
}

func TestDamagedCFF(t *testing.T) {
	good := parsed(t, small(t)).tables["CFF "]
	for n := range good {
		// Only what the outlines do not need may be missing.
		f, err := Parse(withCFF(t, good[:n]))
		if err != nil {
			continue
		}
		if _, err := f.Subset([]int{1}); err != nil {
			t.Errorf("%d bytes parse, but: %v", n, err)
		}
	}
	for _, dict := range []string{"\x1e\x12", "\x1c\x00", "\x1d\x00\x00\x00", "\xf7", "\x0c"} {
		if out, err := readDict([]byte(dict)); err == nil {
			t.Errorf("%q is read as %v", dict, out)
		}
	}
	if out, err := readDict([]byte("\x1e\x1a\x2f\x8c\x11")); err != nil || out[opCharStrings] != 1 {
		t.Errorf("a real number before another is read as %v, %v", out, err)
	}
	if codes, err := readCharset([]byte{0, 0, 0, 0, 0, 9, 0}, 3, 3); err == nil {
		t.Errorf("codes %v of a list that is cut off", codes)
	}
	if _, err := readCFF(good, 2); err == nil {
		t.Error("a font of other glyphs is read")
	}
	if _, err := readCFF(append([]byte{2}, good[1:]...), parsed(t, small(t)).Glyphs); err == nil {
		t.Error("another version is read")
	}
}

func FuzzCFF(f *testing.F) {
	f.Add(coded("\x01\x00\x09\x00\x00\x20\x05", "\x0e", "\x8b\x0e", "\x8b\x8b\x0e"), 3)
	f.Add(parsed(f, small(f)).tables["CFF "], parsed(f, small(f)).Glyphs)
	f.Fuzz(func(t *testing.T, data []byte, glyphs int) {
		if glyphs < 1 || glyphs > 0xFFFF {
			return
		}
		c, err := readCFF(data, glyphs)
		if err != nil {
			return
		}
		out, err := c.subset([]int{0, glyphs - 1})
		if err == nil && len(out) != len(data) {
			t.Errorf("%d bytes became %d", len(data), len(out))
		}
		if c.cids != nil && len(c.cids) != glyphs {
			t.Errorf("%d codes for %d glyphs", len(c.cids), glyphs)
		}
	})
}

// TestRecoded checks that the font that other packages test with is what it
// should be.
func TestRecoded(t *testing.T) {
	got := testfont.Coded(t)
	f, before, after := parsed(t, got), shaped(t, small(t)), shaped(t, got)
	for g := range f.Glyphs {
		if code := f.Code(g); code != 99+g && g > 0 {
			t.Errorf("glyph %d has the code %d", g, code)
		}
		if !slices.Equal(segments(t, before, g), segments(t, after, g)) {
			t.Errorf("the outline of glyph %d has changed", g)
		}
	}
}
