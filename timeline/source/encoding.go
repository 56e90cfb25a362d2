package source

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const utf8BOM = "\xef\xbb\xbf"

// decode turns a file's bytes into clean UTF-8: no byte order mark, no
// invalid sequence, no control character but tab and line ends. Controls and
// broken bytes are replaced one for one, so that offsets still count the
// file's own characters. isHTML lets a page's own declaration decide.
func decode(data []byte, isHTML bool) (string, error) {
	if len(data) == 0 {
		return "", fmt.Errorf("%w: there is no text in it; leave it out or fill it", ErrEmpty)
	}
	if enc := wideBOM(data); enc != nil {
		return decodeWith(enc, data)
	}
	data = bytes.TrimPrefix(data, []byte(utf8BOM))
	if isBinary(head(data)) || bytes.IndexByte(data, 0) >= 0 {
		return "", fmt.Errorf("%w: it looks like a binary file; convert it to plain text, Markdown or HTML first", ErrBinary)
	}
	// Text that is valid UTF-8 and not plain ASCII is UTF-8 whatever it
	// declares: no other encoding comes out valid by accident.
	if utf8.Valid(data) || mostlyUTF8(data) {
		return clean(string(data))
	}
	return decodeWith(legacyEncoding(data, isHTML), data)
}

// wideBOM gives the encoding that a byte order mark of UTF-16 or UTF-32 at
// the start of data announces, or nil.
func wideBOM(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// mostlyUTF8 tells a UTF-8 file with a few broken places, such as one cut off
// within a character, from a file in another encoding.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	inBroken := false
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		invalid := r == utf8.RuneError && n == 1
		switch {
		case invalid && !inBroken:
			broken++
		case n > 1:
			whole++
		}
		inBroken = invalid
		data = data[n:]
	}
	return whole >= 2*broken
}

var declaresCharset = compile(`(?i)<meta[^>]+charset\s*=`)

// legacyEncoding chooses the encoding of text that is not Unicode: what a
// page declares, else what its byte statistics plainly say, else
// windows-1252, the common one of old Western files.
func legacyEncoding(data []byte, isHTML bool) encoding.Encoding {
	if isHTML {
		top := data[:min(len(data), 1024)]
		enc, name, _ := charset.DetermineEncoding(top, "")
		declared := name != "windows-1252" || declaresCharset().Match(top) // its default, too
		if declared && name != "utf-8" && name != "replacement" {
			return enc
		}
	}
	if enc := detectedEncoding(data); enc != nil {
		return enc
	}
	return charmap.Windows1252
}

// minConfidence is how sure (of 100) the detector must be before it outranks
// windows-1252. English with a few typographic quotes scores below it for
// anything else.
const minConfidence = 50

// detectedEncoding asks the byte statistics, or gives nil. Recognizers run
// concurrently, so that equal scores arrive in any order: they are ordered by
// name here.
func detectedEncoding(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 1<<16)]
	results, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return nil
	}
	sort.Slice(results, func(i, j int) bool {
		if results[i].Confidence != results[j].Confidence {
			return results[i].Confidence > results[j].Confidence
		}
		return results[i].Charset < results[j].Charset
	})
	best := results[0]
	if best.Confidence < minConfidence || strings.HasPrefix(best.Charset, "UTF") {
		return nil
	}
	enc, _ := charset.Lookup(best.Charset)
	return enc
}

func decodeWith(enc encoding.Encoding, data []byte) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", undecodable()
	}
	return clean(strings.TrimPrefix(string(out), "\ufeff"))
}

func undecodable() error {
	return fmt.Errorf("%w: it is in no encoding that causeline knows; save it as UTF-8", ErrUndecodable)
}

// clean replaces invalid bytes by U+FFFD and controls by a space, one for
// one. Text in which more than one character in fifty is such is not text.
func clean(s string) (string, error) {
	bad, total := 0, 0
	for _, r := range s {
		total++
		if isBad(r) {
			bad++
		}
	}
	if bad*50 > total && bad > 2 {
		return "", undecodable()
	}
	if bad == 0 {
		return s, nil
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == utf8.RuneError: // an invalid byte reads as one, too
			b.WriteRune(utf8.RuneError)
		case isBad(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), nil
}

// isBad reports whether r is no character of a text: a C0 or C1 control
// other than tab and line ends, or the replacement character.
func isBad(r rune) bool {
	switch {
	case r == '\n', r == '\r', r == '\t', r == '\f':
		return r == '\f'
	case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError:
		return true
	}
	return false
}
