package sfnt

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/testfont"
)

func parsed(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// shaped parses a font with the library that the pictures are measured with.
func shaped(t testing.TB, data []byte) *font.Face {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func glyphsOf(t testing.TB, face *font.Face, text string) []int {
	t.Helper()
	var out []int
	for _, r := range text {
		g, ok := face.NominalGlyph(r)
		if !ok {
			t.Fatalf("no glyph for %q", r)
		}
		out = append(out, int(g))
	}
	return out
}

func TestParse(t *testing.T) {
	tests := []struct {
		name   string
		data   []byte
		weight int
		angle  int
	}{
		{"LiberationSans", liberationsansregular.TTF, 400, 0},
		{"LiberationSans-Bold", liberationsansbold.TTF, 700, 0},
		{"LiberationSans-Italic", liberationsansitalic.TTF, 400, -12},
	}
	for _, tt := range tests {
		f := parsed(t, tt.data)
		if f.Name != tt.name || f.Weight != tt.weight || f.ItalicAngle != tt.angle {
			t.Errorf("%s: name %q, weight %d, angle %d", tt.name, f.Name, f.Weight, f.ItalicAngle)
		}
		if f.UnitsPerEm != 2048 || f.Ascent != 1854 || f.Descent != -434 || f.CapHeight != 1409 || f.CFF || f.Permission != Subsets {
			t.Errorf("%s: %+v", tt.name, *f)
		}
		if f.Box[0] >= 0 || f.Box[2] < 2048 || f.Box[1] >= f.Descent/2 || f.Box[3] < f.Ascent {
			t.Errorf("%s: box %v", tt.name, f.Box)
		}
		face := shaped(t, tt.data)
		for g := range f.Glyphs {
			if got, want := f.Advance(g), int(face.HorizontalAdvance(font.GID(g))); got != want {
				t.Fatalf("%s: glyph %d advances %d, want %d", tt.name, g, got, want)
			}
		}
		if f.Advance(-1) != 0 || f.Advance(f.Glyphs) != 0 {
			t.Errorf("%s: a glyph that is not there advances", tt.name)
		}
	}
}

// whole gives a subset the tables back that a parser of fonts asks for.
func whole(t testing.TB, original *Font, subset []byte) []byte {
	t.Helper()
	tables, err := directory(subset)
	if err != nil {
		t.Fatal(err)
	}
	var all []opentype.Table
	for _, tag := range []string{"cmap", "OS/2", "name", "post"} {
		all = append(all, opentype.Table{Tag: opentype.MustNewTag(tag), Content: original.tables[tag]})
	}
	for tag, data := range tables {
		all = append(all, opentype.Table{Tag: opentype.MustNewTag(tag), Content: data})
	}
	return opentype.WriteTTF(all)
}

func segments(t testing.TB, face *font.Face, g int) []opentype.Segment {
	t.Helper()
	outline, ok := face.GlyphData(font.GID(g)).(font.GlyphOutline)
	if !ok {
		t.Fatalf("glyph %d has no outline", g)
	}
	return outline.Segments
}

func TestSubsetKeepsOutlines(t *testing.T) {
	for _, data := range [][]byte{liberationsansregular.TTF, liberationsansitalic.TTF} {
		f, face := parsed(t, data), shaped(t, data)
		glyphs := glyphsOf(t, face, "Ẩb éЖώש 8") // the first and é are composed
		subset, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		small := shaped(t, whole(t, f, subset))
		for _, g := range append(glyphs, 0) {
			if !slices.Equal(segments(t, small, g), segments(t, face, g)) {
				t.Errorf("the outline of glyph %d has changed", g)
			}
			if a, b := small.HorizontalAdvance(font.GID(g)), face.HorizontalAdvance(font.GID(g)); a != b {
				t.Errorf("glyph %d advances %v, want %v", g, a, b)
			}
		}
		other := glyphsOf(t, face, "Q")[0]
		if n := len(segments(t, small, other)); n != 0 {
			t.Errorf("glyph %d is not used and has %d segments", other, n)
		}
		if n := parsed(t, subset).Glyphs; n <= slices.Max(glyphs) || n >= f.Glyphs {
			t.Errorf("%d glyphs, of %d", n, f.Glyphs)
		}
		if len(subset) > 60_000 {
			t.Errorf("the subset has %d bytes", len(subset))
		}
	}
}

func TestSubsetIsSmallAndRepeats(t *testing.T) {
	f := parsed(t, liberationsansregular.TTF)
	glyphs := glyphsOf(t, shaped(t, liberationsansregular.TTF), "Harbour pilots strike")
	a, err := f.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(glyphs)
	b, err := f.Subset(append(glyphs, glyphs[0]))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the order of the glyphs changes the subset")
	}
	if len(a) > 4000 {
		t.Errorf("13 letters take %d bytes", len(a))
	}
	maxp := table(parsed(t, a).tables["maxp"])
	for at, want := range map[int]int{14: 1, 16: 0, 18: 0, 20: 0, 22: 0, 24: 0, 26: 0} {
		if got := maxp.u16(at); got != want {
			t.Errorf("maxp has %d at %d, want %d", got, at, want)
		}
	}
	if checksum(a) != 0xB1B0AFBA {
		t.Errorf("the file's checksum is %#x", checksum(a))
	}
	for i := range int(binary.BigEndian.Uint16(a[4:])) {
		entry := table(a[12+16*i:])
		data := slices.Clone(a[entry.u32(8) : entry.u32(8)+entry.u32(12)])
		if tag := string(entry[:4]); tag == "head" {
			clear(data[8:12])
		} else if i > 0 && tag <= string(a[12+16*(i-1):][:4]) {
			t.Errorf("table %q stands in the wrong place", tag)
		}
		if uint32(entry.u32(4)) != checksum(data) || entry.u32(8)%4 != 0 {
			t.Errorf("table %q: wrong checksum or offset", entry[:4])
		}
	}
}

// TestNoInstructions tests that glyphs come without what only a coarse
// screen runs, since the tables that it needs are left out.
func TestNoInstructions(t *testing.T) {
	f := parsed(t, liberationsansregular.TTF)
	for g := range f.Glyphs {
		data, err := f.outline(g)
		if err != nil {
			t.Fatal(err)
		}
		out, parts, err := strip(data)
		if err != nil {
			t.Fatalf("glyph %d: %v", g, err)
		}
		again, parts2, err := strip(out)
		if err != nil || !bytes.Equal(again, out) || !slices.Equal(parts, parts2) {
			t.Fatalf("glyph %d still has instructions: %v", g, err)
		}
		if len(out) > len(data) {
			t.Fatalf("glyph %d has grown", g)
		}
	}
}

// edited returns a copy of a font with bytes of one table changed.
func edited(t testing.TB, tag string, at int, with ...byte) []byte {
	t.Helper()
	data := slices.Clone(liberationsansregular.TTF)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := table(data[12+16*i:])
		if string(entry[:4]) == tag {
			copy(data[entry.u32(8)+at:], with)
			return data
		}
	}
	t.Fatalf("no table %q", tag)
	return nil
}

// TestShortOffsets tests a font whose offsets have 16 bits.
func TestShortOffsets(t *testing.T) {
	data := testfont.TrueType(t)
	f := parsed(t, data)
	if f.long {
		t.Fatal("the offsets are long; take another font")
	}
	all := make([]int, f.Glyphs)
	for g := range all {
		all[g] = g
	}
	subset, err := f.Subset(all)
	if err != nil {
		t.Fatal(err)
	}
	before, after := shaped(t, data), shaped(t, whole(t, f, subset))
	for _, g := range all {
		if !slices.Equal(segments(t, before, g), segments(t, after, g)) {
			t.Errorf("the outline of glyph %d has changed", g)
		}
	}
}

// TestAdvances tests fonts that list other numbers of advances than glyphs:
// the last counts for the rest, and more than there are glyphs are no fault.
func TestAdvances(t *testing.T) {
	f := parsed(t, edited(t, "hhea", 34, 0, 40))
	if a, b := f.Advance(2000), f.Advance(39); a != b || a == 0 || f.Advance(38) == 0 {
		t.Errorf("glyph 2000 advances %d, the last in the list %d", a, b)
	}
	if a, b := parsed(t, edited(t, "hhea", 34, 0xFF, 0xFF)).Advance(2000), parsed(t, liberationsansregular.TTF).Advance(2000); a != b {
		t.Errorf("glyph 2000 advances %d, want %d", a, b)
	}
}

func TestPermission(t *testing.T) {
	for kind, want := range map[byte]Permission{0: Subsets, 2: Never, 4: Subsets, 8: Subsets, 0xA: Subsets} {
		if got := parsed(t, edited(t, "OS/2", 8, 0, kind)).Permission; got != want {
			t.Errorf("kind %#x: %d, want %d", kind, got, want)
		}
	}
	for kind, want := range map[byte]Permission{1: Whole, 2: Never, 3: Never} {
		if got := parsed(t, edited(t, "OS/2", 8, kind, 0)).Permission; got != want {
			t.Errorf("kind %#x00: %d, want %d", kind, got, want)
		}
	}
}

func TestDamaged(t *testing.T) {
	good := liberationsansregular.TTF
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "too short"},
		{"text", []byte("Harbour pilots strike"), "no TrueType or OpenType"},
		{"collection", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01"), "collection"},
		{"web font", []byte("wOF2\x00\x01\x00\x00\x00\x00\x00\x01"), "compressed"},
		{"cut directory", good[:100], "directory is cut off"},
		{"cut file", good[:5000], "outside the file"},
		{"no em", edited(t, "head", 18, 0, 0), "units in an em"},
		{"no glyphs", edited(t, "maxp", 4, 0, 0), "no glyphs"},
		{"too many glyphs", edited(t, "maxp", 4, 0xFF, 0xFF), `"loca" is missing or too short`},
		{"no advances", edited(t, "hhea", 34, 0, 0), "no advances"},
	}
	for _, tt := range tests {
		if _, err := Parse(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestSubsetOfDamaged(t *testing.T) {
	f := parsed(t, liberationsansregular.TTF)
	for _, glyphs := range [][]int{{-1}, {f.Glyphs}, {1 << 30}} {
		if _, err := f.Subset(glyphs); err == nil || !strings.Contains(err.Error(), "no glyph") {
			t.Errorf("glyphs %v: %v", glyphs, err)
		}
	}
	// Every glyph is the whole table: small in the file, huge in a subset.
	big := slices.Clone(liberationsansregular.TTF)
	tables, err := directory(big)
	if err != nil {
		t.Fatal(err)
	}
	loca := tables["loca"]
	for g := range len(loca) / 4 {
		binary.BigEndian.PutUint32(loca[4*g:], uint32(g%2*len(tables["glyf"])))
	}
	if _, err := parsed(t, big).Subset([]int{2, 4, 6}); err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Error("glyphs that overlap are kept")
	}
	// A glyph that is composed of itself ends, and parts that are not there
	// are an error.
	if _, _, err := strip([]byte{0xFF, 0xFF, 9: 0, 11: moreComponents}); err == nil {
		t.Error("an endless composite is no error")
	}
}

func TestComposites(t *testing.T) {
	head := append([]byte{0xFF, 0xFF}, make([]byte, 8)...)
	first := []byte{0, moreComponents | wordArguments | oneScale, 0, 7, 1, 2, 3, 4, 5, 6}
	middle := []byte{0, moreComponents | twoScales, 0, 8, 1, 2, 1, 2, 3, 4}
	second := []byte{hasInstructions >> 8, fourScales, 0, 9, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8}
	data := slices.Concat(head, first, middle, second, []byte{0, 2, 42, 42})
	out, parts, err := strip(data)
	second[0] = 0
	if want := slices.Concat(head, first, middle, second); err != nil || !slices.Equal(parts, []int{7, 8, 9}) || !bytes.Equal(out, want) {
		t.Errorf("%v of %v, %v, want %v", out, parts, err, want)
	}
	if _, _, err := strip(data[:len(data)-8]); err == nil {
		t.Error("a composite that is cut off is no error")
	}
}

func TestAnySubset(t *testing.T) {
	f := parsed(t, liberationsansregular.TTF)
	face := shaped(t, liberationsansregular.TTF)
	rapid.Check(t, func(t *rapid.T) {
		glyphs := rapid.SliceOfN(rapid.IntRange(0, f.Glyphs-1), 0, 20).Draw(t, "glyphs")
		data, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		small, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range glyphs {
			want, _, _ := strip(must(f.outline(g)))
			got := must(small.outline(g))
			if !bytes.Equal(got[:len(want)], want) || len(got)-len(want) > 3 {
				t.Fatalf("glyph %d has changed", g)
			}
			if small.Advance(g) != int(face.HorizontalAdvance(font.GID(g))) || small.bearing(g) != f.bearing(g) {
				t.Fatalf("glyph %d stands elsewhere", g)
			}
		}
	})
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

func FuzzSubset(f *testing.F) {
	small, err := parsed(f, liberationsansregular.TTF).Subset([]int{3, 5, 120})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small, 3, 120)
	f.Add([]byte("OTTO\x00\x00"), 0, 0)
	f.Fuzz(func(t *testing.T, data []byte, a, b int) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		font.Advance(a)
		out, err := font.Subset([]int{a, b})
		if err != nil {
			return
		}
		if len(out) > 12*len(data)+64*max(a, b, 1)+1_000_000 {
			t.Errorf("%d bytes became %d", len(data), len(out))
		}
		if _, err := Parse(out); err != nil {
			t.Errorf("the subset does not parse: %v", err)
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	glyphs := make([]int, 80)
	for i := range glyphs {
		glyphs[i] = 3 + i
	}
	for b.Loop() {
		f, err := Parse(liberationsansregular.TTF)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.Subset(glyphs); err != nil {
			b.Fatal(err)
		}
	}
}
