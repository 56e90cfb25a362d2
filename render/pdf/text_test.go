package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/sfnt"
	"github.com/causeline/causeline/render/typeface"
)

// TestText reads back what the lines say.
func TestText(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "Harbour (closed) \\ <13:00>", ""},
		{"ligatures", "Office fills ﬁrst", ""},
		{"accents", "Ænigma naïve Tiếng Việt e\u0301n", ""},
		{"marks that no glyph has", "x\u0301q\u0323\u0301 z", ""},
		{"Cyrillic and Greek", "Порт закрыт, το λιμάνι ανοίγει", ""},
		{"Armenian and Georgian", "Նավահանգիստ ნავსადგური", ""},
		{"beyond the first plane", "sign 𝔸 of 𝕏", ""},
		{"no-break space", "at 5\u00a0km", "at 5 km"},
		{"white space", "  to \t\n many   spaces ", "to many spaces"},
		{"controls", "nul\x00bell\x07del\x7fc1\u0085 \xff.", "nulbelldelc1 ."},
		{"hyphen at the end", "North-", ""},
		// From left to right, as programs expect it.
		{"Hebrew", "נמל סגור", "רוגס למנ"},
		{"Arabic with a ligature", "الآن", "نلآا"},
		{"Hebrew with points", "\u05d0\u05b7\u05d1\u05b8", "\u05b8\u05d1\u05d0\u05b7"},
		{"Hebrew whose points share a glyph", "שָׁ", "\u200bשָׁ"},
		{"Hebrew with a point on nothing", "ש \u05b8", "ש \u05b8"}, // beside the glyphs, in the order of reading
		{"both", "port of חיפה opens", "port of הפיח opens"},
	}
	for _, tt := range tests {
		lines := parsed(t, picture(line(tt.text)), Options{}).shown()
		if tt.want == "" {
			tt.want = tt.text
		}
		if len(lines) != 1 {
			t.Errorf("%s: %d lines", tt.name, len(lines))
		} else if got := strings.TrimSpace(lines[0].text); got != tt.want {
			t.Errorf("%s: read %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestReadTwoWays tests that a glyph that stands for other characters here
// than before is still read right: the words stand beside it.
func TestReadTwoWays(t *testing.T) {
	// The soft hyphen and the hyphen are one glyph, and so are K and the
	// Kelvin sign.
	texts := []string{"K and \u212a", "\u212a and K", "5 - 3 \u2010 2"}
	var marks []scene.Mark
	for i, s := range texts {
		marks = append(marks, below(20*i, line(s)))
	}
	for i, l := range parsed(t, picture(marks...), Options{}).shown() {
		if got := strings.TrimSpace(l.text); got != texts[i] {
			t.Errorf("read %q, want %q", got, texts[i])
		}
	}
}

// TestPlaces tests that glyphs stand where they were measured to stand.
func TestPlaces(t *testing.T) {
	for _, text := range []string{"AVATAR To Wave", "Harbour pilots strike", "ستانلي 12", "חיפה AV", strings.Repeat("AVe ", 100)} {
		for anchor := scene.Left; anchor <= scene.Right; anchor++ {
			m := line(text)
			m.X, m.Anchor = scene.Pixels(100), anchor
			m.Runs = append(m.Runs, scene.Run{Text: " bold", Fill: scene.Secondary, Bold: true})
			set := typeface.ShapeSpans(typeface.Span{Text: text}, typeface.Span{Text: " bold", Style: typeface.Style{Bold: true}})
			width := float64(set.Advance) / typeface.Em * 14
			want := 100 - width*float64(anchor)/2

			// What is not read has no space at its end.
			l := parsed(t, picture(scene.Group{Hidden: true, Marks: []scene.Mark{m}}), Options{}).shown()[0]
			if math.Abs(l.x-want) > 0.05 || l.y != 10 {
				t.Errorf("%q, anchor %d: begins at %v, %v, want %v, 10", text, anchor, l.x, l.y, want)
			}
			if got := l.width / 1000 * 14; math.Abs(got-width) > 0.05 {
				t.Errorf("%q, anchor %d: %v px wide, want %v", text, anchor, got, width)
			}
			if len(l.codes) != len(set.Glyphs) {
				t.Errorf("%q: %d glyphs, want %d", text, len(l.codes), len(set.Glyphs))
			}
		}
	}
}

// TestSpaceAtTheEnd tests that a right-to-left line does not move for the
// space at its end, which is on the left.
func TestSpaceAtTheEnd(t *testing.T) {
	m := line("נמל")
	m.X = scene.Pixels(100)
	read := parsed(t, picture(m), Options{}).shown()[0]
	hidden := parsed(t, picture(scene.Group{Hidden: true, Marks: []scene.Mark{m}}), Options{}).shown()[0]
	space := 14 * 569.0 / 2048
	if math.Abs(hidden.x-100) > 0.01 || math.Abs(read.x-100+space) > 0.02 || len(read.codes) != len(hidden.codes)+1 {
		t.Errorf("begins at %v, without the space at %v", read.x, hidden.x)
	}
}

// TestRaised tests that marks stand above and below their letters where the
// font puts them.
func TestRaised(t *testing.T) {
	const words = "\u0628\u064e\u0651 x"
	set := typeface.Shape(words, typeface.Style{})
	data := painted(t, line(words))
	var want, got []string
	for _, g := range set.Glyphs {
		if ts := px(scene.Unit(g.Y)*14*64/2048) + " Ts"; len(want) == 0 || want[len(want)-1] != ts {
			want = append(want, ts)
		}
	}
	for _, l := range strings.Split(data, "\n") {
		if strings.HasSuffix(l, " Ts") {
			got = append(got, l)
		}
	}
	if len(want) < 3 || !slices.Equal(got, want) {
		t.Errorf("raised by %q, want %q", got, want)
	}
}

func TestLooks(t *testing.T) {
	m := scene.Text{X: 64, Y: 64, Size: scene.Pixels(13), Runs: []scene.Run{
		{Text: "11:00", Fill: scene.Ink, Bold: true}, {Text: " planned", Fill: scene.Secondary, Italic: true},
		{Text: " not", Fill: scene.Warn, Italic: true}, {Text: " x", Fill: scene.None}}}
	data := painted(t, m)
	for _, want := range []string{"BT\n1 0 0 -1 1 1 Tm\n0 Tr\n0.102 0.102 0.102 rg\n/F1 13 Tf\n0 Ts\n[<", "0.349 0.349 0.349 rg\n/F2 13 Tf\n[<", "]TJ\n0.549 0.353 0 rg\n[<", "3 Tr\n/F3 13 Tf\n"} {
		if !strings.Contains(data, want) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
	d := parsed(t, picture(m), Options{})
	for font, want := range map[name]string{"F1": "LiberationSans-Bold", "F2": "LiberationSans-Italic", "F3": "LiberationSans"} {
		if base := string(d.get(d.page(), "Resources", "Font", font, "BaseFont").(name)); base[6:] != "+"+want {
			t.Errorf("%s is %s", font, base)
		}
	}
	for _, size := range []scene.Unit{0, -64} {
		m.Size = size
		if data := painted(t, m); data != "" {
			t.Errorf("text of size %d is painted as\n%s", size, data)
		}
	}
}

func TestMissingCharacters(t *testing.T) {
	_, err := Marshal(picture(line("Harbour"), line("東京 火 of 🌋 and 山水目木日月"), line("東")), Options{})
	const want = `pdf: no font has ["東" "京" "火" "🌋" "山"] and 5 more, as in "東京 火 of 🌋 and 山水目木日月"; give a font that has them`
	if err == nil || err.Error() != want {
		t.Errorf("%v, want\n%s", err, want)
	}
	_, err = Marshal(picture(line(strings.Repeat("long ", 1000)+"東")), Options{})
	if err == nil || len(err.Error()) > 200 {
		t.Errorf("%v", err)
	}
}

// TestFonts tests that every font is embedded with the glyphs in use, and what
// the file says of it.
func TestFonts(t *testing.T) {
	bold := line("Ẩ bold")
	bold.Runs[0].Bold = true
	italic := below(20, line("in italics"))
	italic.Runs[0].Italic = true
	d := parsed(t, picture(line("Harbour ستانلي"), bold, italic), Options{})
	used := map[string][]int{}
	for _, l := range d.shown() {
		for _, c := range l.codes {
			var font string
			var code []byte
			fmt.Sscanf(c, "%s %X", &font, &code)
			used[font] = append(used[font], int(code[0])<<8|int(code[1]))
		}
	}
	if len(used) != 4 {
		t.Errorf("%d fonts, want 4", len(used))
	}
	tags := map[string]bool{}
	for key, glyphs := range used {
		font := d.get(d.page(), "Resources", "Font", name(key)).(dict)
		base := string(font["BaseFont"].(name))
		descendant := d.resolve(font["DescendantFonts"].([]any)[0]).(dict)
		descriptor := d.get(descendant, "FontDescriptor").(dict)
		if tags[base[:7]] || descendant["BaseFont"] != name(base) || descriptor["FontName"] != name(base) || font["Encoding"] != name("Identity-H") {
			t.Errorf("%s: %v, %v", base, font, descendant)
		}
		tags[base[:7]] = true
		if flags := descriptor["Flags"]; (flags == 68.0) != strings.HasSuffix(base, "Italic") || (descriptor["ItalicAngle"] == 0.0) == strings.HasSuffix(base, "Italic") {
			t.Errorf("%s: flags %v, angle %v", base, flags, descriptor["ItalicAngle"])
		}
		file := d.get(descriptor, "FontFile2").(stream)
		f, err := sfnt.Parse(file.data)
		if err != nil {
			t.Fatalf("%s: %v", base, err)
		}
		if file.dict["Length1"] != float64(len(file.data)) {
			t.Errorf("%s: length %v of %d", base, file.dict["Length1"], len(file.data))
		}
		widths := d.widths(font)
		for _, g := range glyphs {
			got := widths[string([]byte{byte(g >> 8), byte(g)})]
			if want := float64(f.Advance(g)) * 1000 / 2048; math.Abs(got-want) > 0.5 {
				t.Errorf("%s: glyph %d is %v wide, want %v", base, g, got, want)
			}
		}
		slices.Sort(glyphs)
		if n := len(slices.Compact(glyphs)); n != len(widths) || n != len(d.toUnicode(font)) {
			t.Errorf("%s: %d glyphs, %d widths, %d are read", base, n, len(widths), len(d.toUnicode(font)))
		}
	}
}

func TestLongFont(t *testing.T) {
	var s strings.Builder
	for r := 'Ā'; r < 'Ƀ'; r++ { // more than a block of the table of characters holds
		s.WriteRune(r)
	}
	if got := parsed(t, picture(line(s.String())), Options{}).shown()[0].text; strings.TrimSpace(got) != s.String() {
		t.Errorf("read %q", got)
	}
}

// TestBrackets tests that brackets are read as they are seen, also where they
// turn with the text.
func TestBrackets(t *testing.T) {
	d := parsed(t, picture(line("נמל (סגור) «א»"), below(20, line("port (closed) «a»")), below(40, line("x) ב( y"))), Options{})
	for i, want := range []string{" «א» (רוגס) למנ", "port (closed) «a» ", "x) ב( y "} {
		if got := d.shown()[i].text; got != want {
			t.Errorf("read %q, want %q", got, want)
		}
	}
	if data := string(d.get(d.page(), "Contents").(stream).data); strings.Contains(data, "ActualText") {
		t.Errorf("words stand beside the glyphs in\n%s", data)
	}
}
