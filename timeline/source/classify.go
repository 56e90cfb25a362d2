package source

import (
	"bytes"
	"path"
	"strings"
)

// A Kind says what a file is to causeline.
type Kind uint8

// The kinds of file.
const (
	KindDocument    Kind = iota // a report: text, Markdown or HTML
	KindStory                   // a story file: YAML, JSON or CSV
	KindUnsupported             // text or data in a format that is not read
	KindBinary                  // not text
)

// String names the kind: document, story, unsupported or binary.
func (k Kind) String() string {
	switch k {
	case KindDocument:
		return "document"
	case KindStory:
		return "story"
	case KindUnsupported:
		return "unsupported"
	}
	return "binary"
}

// HeadBytes is how much of a file's beginning Classify needs to see.
const HeadBytes = 4096

// head is the beginning of data that sniffing looks at.
func head(data []byte) []byte { return data[:min(len(data), HeadBytes)] }

// Classify says what a file is, by the extension of its name and the first
// HeadBytes of its content. A name without an extension, "-" and "" are
// sniffed. Content that is binary outranks a document's or story's extension.
func Classify(name string, head []byte) Kind {
	ext := strings.ToLower(path.Ext(strings.TrimLeft(path.Base(strings.ReplaceAll(name, `\`, "/")), ".")))
	if isBinary(head) {
		return KindBinary
	}
	switch ext {
	case ".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml", ".shtml":
		return KindDocument
	case ".yaml", ".yml", ".json", ".csv":
		return KindStory
	case "":
		if looksLikeStory("", head) {
			return KindStory
		}
		return KindDocument
	}
	return KindUnsupported
}

// magics are the beginnings of common files that are not text, among them
// some that hold no zero byte early on.
var magics = []string{
	"%PDF-", "PK\x03\x04", "\x1f\x8b", "\x89PNG", "\xff\xd8\xff", "GIF8", "{\\rtf",
	"BZh", "7z\xbc\xaf", "\xfd7zXZ", "\x28\xb5\x2f\xfd", "\xd0\xcf\x11\xe0", "\x7fELF",
	"RIFF", "OggS", "ID3", "wOFF", "wOF2", "SQLite format 3",
}

// isBinary reports whether a file that begins with head is not text: it
// begins like a known binary format, or has zero bytes without the byte order
// mark of UTF-16 or UTF-32.
func isBinary(head []byte) bool {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m)) {
			return true
		}
	}
	return wideBOM(head) == nil && bytes.IndexByte(head, 0) >= 0
}

// unsupportedAdvice tells what to do with a file that is not read.
func unsupportedAdvice(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "convert it to text first, for example with pdftotext"
	case ".doc", ".docx", ".odt", ".rtf", ".epub":
		return "save it as plain text or HTML first"
	}
	return "causeline reads .txt, .md and .html; rename it, or name its format with --input-format"
}

var (
	storyKeys = compile(`(?m)^\s*(?:[{,]\s*)?"?(?:causeline|events|relations)"?\s*:(?:\s|$|\[)`)
	csvTitle  = compile(`(?i)(?:^|[,;\t])"?title"?(?:[,;\t]|$)`)
	csvDate   = compile(`(?i)(?:^|[,;\t])"?date"?(?:[,;\t]|$)`)
)

// looksLikeStory reports whether a file is a story by its content, so that
// the data files that lie about in a folder are not taken for one.
func looksLikeStory(name string, head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if strings.EqualFold(path.Ext(name), ".csv") {
		first, _, _ := bytes.Cut(head, []byte("\n"))
		first = bytes.TrimSpace(first)
		return csvTitle().Match(first) && csvDate().Match(first)
	}
	if path.Ext(name) == "" {
		// Running text may hold a line "events:"; a story on stdin begins
		// with its version or with a brace.
		t := bytes.TrimSpace(head)
		return bytes.HasPrefix(t, []byte("causeline:")) || bytes.HasPrefix(t, []byte("events:")) ||
			bytes.HasPrefix(t, []byte("{")) && storyKeys().Match(t)
	}
	return storyKeys().Match(head)
}

// isOwnPage reports whether a page is one that causeline wrote: it names its
// generator near the top.
func isOwnPage(head []byte) bool { return ownGenerator().Match(head) }

var ownGenerator = compile(`(?i)<meta\s[^>]*name=["']?generator["']?\s[^>]*content=["']?causeline\b`)

var (
	htmlStart = compile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|meta|title)\b`)
	mdHeading = compile(`(?m)^#{1,6} \S`)
	mdLink    = compile(`\]\((?:https?:|/)[^)\s]+\)`)
	mdFront   = compile(`^---[ \t]*\r?\n[A-Za-z_-]+[ \t]*:`)
)

// sniffFormat guesses the format of an input that has no telling name.
func sniffFormat(head []byte) string {
	if wideBOM(head) != nil {
		return FormatText
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	switch {
	case htmlStart().Match(head):
		return FormatHTML
	case mdFront().Match(head), mdHeading().Match(head), mdLink().Match(head):
		return FormatMarkdown
	}
	return FormatText
}
