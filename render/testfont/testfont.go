// Package testfont gives small fonts to tests. Two are read from the module
// golang.org/x/image, which is tested with them itself, so that no font of
// others lies in this project; the third is made of one of them.
package testfont

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"
)

// folder is where the go command keeps the fonts.
var folder = sync.OnceValues(func() (string, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/image").Output()
	return filepath.Join(strings.TrimSpace(string(dir)), "font", "testdata"), err
})

func read(t testing.TB, name string) []byte {
	t.Helper()
	dir, err := folder()
	if err != nil {
		t.Fatalf("asking the go command for golang.org/x/image: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// CFF returns a font of 1000 units with cubic outlines, among them of U+4E2D.
func CFF(t testing.TB) []byte { return read(t, "CFFTest.otf") }

// TrueType returns a font with quadratic outlines, whose offsets have 16 bits.
func TrueType(t testing.TB) []byte { return read(t, "glyfTest.ttf") }

// Coded returns the font CFF with codes of its own, as fonts for Chinese,
// Japanese and Korean have them: glyph g has the code 99 + g. Its outlines are
// the same. The table is that of Adobe's Technical Note 5176, section 18.
func Coded(t testing.TB) []byte {
	t.Helper()
	font := CFF(t)
	parsed, err := cff.Parse(table(t, font, "CFF "))
	if err != nil {
		t.Fatal(err)
	}
	glyphs := len(parsed.Charstrings)
	var drawn []string
	for _, s := range parsed.Charstrings {
		drawn = append(drawn, string(s))
	}
	head := append([]byte{1, 0, 4, 1}, Index("Coded")...)
	words := Index("Adobe", "Identity") // the first strings that are not standard: 391 and 392
	charset := []byte{2, 0, 100, 0, byte(glyphs - 2)}
	dicts := []byte{3, 0, 1, 0, 0, 0, 0, byte(glyphs)} // all glyphs are drawn by dictionary 0
	outlines := Index(drawn...)
	array := Index(Number(0) + Number(0) + "\x12") // which says nothing

	const topSize = 43
	at := len(head) + len(Index(strings.Repeat("x", topSize))) + len(words) + len(Index())
	place := func(data []byte) string {
		offset := Number(at)
		at += len(data)
		return offset
	}
	top := Number(391) + Number(392) + Number(0) + "\x0c\x1e" + place(charset) + "\x0f" + place(dicts) + "\x0c\x25" +
		place(outlines) + "\x11" + place(array) + "\x0c\x24"
	return WithCFF(t, font, slices.Concat(head, Index(top), words, Index(), charset, dicts, outlines, array))
}

// table returns a table of a font.
func table(t testing.TB, font []byte, tag string) []byte {
	t.Helper()
	l, err := opentype.NewLoader(bytes.NewReader(font))
	if err != nil {
		t.Fatal(err)
	}
	data, err := l.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// WithCFF returns a font with another CFF table.
func WithCFF(t testing.TB, font, with []byte) []byte {
	t.Helper()
	l, err := opentype.NewLoader(bytes.NewReader(font))
	if err != nil {
		t.Fatal(err)
	}
	var all []opentype.Table
	for _, tag := range l.Tables() {
		content := slices.Clip(with) // the writer of fonts appends to it
		if tag != opentype.MustNewTag("CFF ") {
			content = table(t, font, tag.String())
		}
		all = append(all, opentype.Table{Tag: tag, Content: content})
	}
	slices.SortFunc(all, func(a, b opentype.Table) int { return int(int64(a.Tag) - int64(b.Tag)) })
	data := opentype.WriteTTF(all)
	copy(data, "OTTO")
	return data
}

// Index returns an INDEX of a CFF table. It holds less than 64 kB.
func Index(list ...string) []byte {
	if len(list) == 0 {
		return []byte{0, 0}
	}
	joined := strings.Join(list, "")
	size := byte(1) // of an offset
	if len(joined) > 254 {
		size = 2
	}
	out := []byte{0, byte(len(list)), size}
	add := func(offset int) {
		if size == 2 {
			out = append(out, byte(offset>>8))
		}
		out = append(out, byte(offset))
	}
	at := 1
	add(at)
	for _, s := range list {
		at += len(s)
		add(at)
	}
	return append(out, joined...)
}

// Number returns an operand in five bytes, so that it is as long as any other.
func Number(n int) string {
	return string(binary.BigEndian.AppendUint32([]byte{29}, uint32(int32(n))))
}
