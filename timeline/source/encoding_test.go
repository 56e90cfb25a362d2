package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"pgregory.net/rapid"
)

// TestDecodeLegacy encodes a text in a legacy encoding and wants it back.
func TestDecodeLegacy(t *testing.T) {
	const (
		western  = "The café’s owner said “never” – and the naïve goat left for Århus. It cost €40."
		russian  = "Коза уплыла на материк в понедельник, и никто не знает, почему она это сделала. Смотритель маяка молчит."
		japanese = "山羊は月曜日に本土まで泳いで渡った。なぜそうしたのかは誰にも分からない。灯台守は何も言わない。"
	)
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"windows-1252", charmap.Windows1252, western},
		{"windows-1251", charmap.Windows1251, russian},
		{"koi8-r", charmap.KOI8R, russian},
		{"shift_jis", sjis, japanese},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), western},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), russian},
		{"utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), western},
		{"utf-32be", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), western},
		{"utf-8", unicode.UTF8BOM, western},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		for range 20 { // the detector runs concurrently
			got, err := decode(data, false)
			if err != nil || got != c.text {
				t.Errorf("%s: got %q, %v", c.name, got, err)
				break
			}
		}
	}
}

var sjis encoding.Encoding = japanese.ShiftJIS

func TestDecodeKeepsCount(t *testing.T) {
	for in, want := range map[string]string{
		"a\x07b\x1b[0m": "a b [0m",
		"a\r\n\tb":      "a\r\n\tb",
		"a\ufeffb":      "a\ufeffb",
		utf8BOM + "a":   "a",
		"the café’s goat, naïve, cut\xe2\x80": "the café’s goat, naïve, cut\ufffd\ufffd",
	} {
		got, err := decode([]byte(in), false)
		if err != nil || got != want {
			t.Errorf("decode(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}

// TestDecodeUTF8 holds for every UTF-8 text that decodes: nothing but
// controls changes, and no character is gained or lost.
func TestDecodeUTF8(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := "Goat" + strings.ReplaceAll(rapid.String().Draw(t, "text"), "\x00", "")
		got, err := decode([]byte(in), false)
		if err != nil {
			return
		}
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(in) {
			t.Fatalf("%q became %q", in, got)
		}
		a, b := []rune(in), []rune(got)
		for i := range a {
			if a[i] != b[i] && !isBad(a[i]) {
				t.Fatalf("%q became %q", in, got)
			}
		}
	})
}
