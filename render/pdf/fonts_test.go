package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"github.com/causeline/causeline/render/sfnt"
	"github.com/causeline/causeline/render/testfont"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/render/typeface"
)

// permitting returns a font whose maker allows what kind says.
func permitting(t *testing.T, kind uint16) []byte {
	t.Helper()
	data := slices.Clone(liberationsansregular.TTF)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(data[binary.BigEndian.Uint32(entry[8:])+8:], kind)
			return data
		}
	}
	t.Fatal("no table OS/2")
	return nil
}

func register(t *testing.T, family string, data []byte) {
	t.Helper()
	if err := typeface.Register(family, data); err != nil {
		t.Fatal(err)
	}
}

// descriptor returns what a document says of its first font.
func (d document) descriptor() dict {
	font := d.get(d.page(), "Resources", "Font", "F1", "DescendantFonts").([]any)[0]
	return d.get(font, "FontDescriptor").(dict)
}

func TestPermissions(t *testing.T) {
	register(t, "pdf whole", permitting(t, 0x100))
	d := parsed(t, picture(line("Harbour")), in("pdf whole"))
	if file := d.get(d.descriptor(), "FontFile2").(stream).data; !bytes.Equal(file, permitting(t, 0x100)) {
		t.Errorf("a font that must stay whole has %d bytes", len(file))
	}
	if got := d.descriptor()["FontName"]; got != name("LiberationSans") {
		t.Errorf("a whole font is called %v", got)
	}
	if got := d.shown()[0].text; got != "Harbour " {
		t.Errorf("read %q", got)
	}

	register(t, "pdf never", permitting(t, 2))
	_, err := Marshal(picture(line("Harbour")), in("pdf never"))
	if err == nil || !strings.Contains(err.Error(), "pdf never regular: the font's licence does not allow") {
		t.Errorf("a font that must not be embedded: %v", err)
	}
}

// TestOwnFont tests a font with CFF outlines, and that what it lacks is set
// in the embedded faces.
func TestOwnFont(t *testing.T) {
	data := testfont.CFF(t)
	register(t, "pdf CFF", data)
	d := parsed(t, picture(line("\u4e2d a")), in("pdf CFF"))
	if got := d.shown()[0].text; got != "\u4e2d a " {
		t.Errorf("read %q", got)
	}
	file := d.get(d.descriptor(), "FontFile3").(stream)
	if file.dict["Subtype"] != name("CIDFontType0C") || !bytes.HasPrefix(file.data, []byte{1, 0, 4}) {
		t.Errorf("%v, %d bytes", file.dict, len(file.data))
	}
	font := d.get(d.page(), "Resources", "Font", "F1")
	descendant := d.resolve(d.get(font, "DescendantFonts").([]any)[0]).(dict)
	if descendant["Subtype"] != name("CIDFontType0") || descendant["CIDToGIDMap"] != nil {
		t.Errorf("descendant %v", descendant)
	}
	if d.get(d.page(), "Resources", "Font", "F2") == nil {
		t.Error("what the font lacks is not set in another")
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for code, w := range d.widths(font) {
		if want := float64(f.Advance(int(code[0])<<8|int(code[1]))) * 1000 / float64(f.UnitsPerEm); w < want-0.5 || w > want+0.5 {
			t.Errorf("glyph %X is %v wide, want %v", code, w, want)
		}
	}
}

// TestCodedFont tests a font whose glyphs have codes of their own, as those
// for Chinese, Japanese and Korean do.
func TestCodedFont(t *testing.T) {
	register(t, "pdf coded", testfont.Coded(t))
	id := int(typeface.Shape("\u4e2d", typeface.Style{Family: "pdf coded"}).Glyphs[0].ID)
	d := parsed(t, picture(line("\u4e2d")), in("pdf coded"))
	l := d.shown()[0]
	if want := fmt.Sprintf("F1 %04X", 99+id); l.codes[0] != want || strings.TrimSpace(l.text) != "\u4e2d" {
		t.Errorf("%v is read as %q, want %s", l.codes, l.text, want)
	}
	if _, ok := d.widths(d.get(d.page(), "Resources", "Font", "F1"))[string([]byte{0, byte(99 + id)})]; !ok {
		t.Error("the code has no width")
	}
}

// in sets all words in a registered family.
func in(family string) Options {
	t := theme.Default().Clone()
	t.Text.Family = family
	return Options{Theme: t}
}

func TestDamagedFont(t *testing.T) {
	face := typeface.Shape("x", typeface.Style{}).Glyphs[0].Face
	f := fonts{order: []*embedded{{face: face, err: errors.New("the font is too short")}}}
	if _, err := f.write(newFile()); err == nil || err.Error() != "pdf: Liberation Sans: the font is too short" {
		t.Errorf("a font that cannot be read: %v", err)
	}
	damaged := &sfnt.Font{UnitsPerEm: 1000}
	f.order[0] = &embedded{face: face, font: damaged, glyphs: map[int]string{7: "x"}}
	if _, err := f.write(newFile()); err == nil || !strings.HasPrefix(err.Error(), "pdf: Liberation Sans: ") {
		t.Errorf("a font that cannot be cut down: %v", err)
	}
}
