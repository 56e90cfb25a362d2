// Package source turns files, folders and standard input into documents: the
// running text, the layout's blocks, and what the file says about itself
// (title, publisher, address, date of publication).
//
// It reads plain text, Markdown and HTML, in UTF-8 or a legacy encoding, and
// never touches the network. The same set of inputs gives the same documents
// in the same order, however the inputs are ordered on the command line.
package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// MaxBytes is the size, in bytes, of the largest file that is read. News
// reports are a thousand times smaller; a larger file is a mistake.
const MaxBytes = 64 << 20

// A Document is one report as the later stages see it.
type Document struct {
	ID        string      // slug [a-z0-9-] of the file name, or of the title for stdin; unique in its set
	Path      string      // relative to the input folder, slashes; base name for a file given by name; "-" for stdin
	Title     string      // headline, empty where none was found
	Publisher string      // who published it, empty where the document does not say
	URL       string      // canonical address, absolute http or https, else empty
	Text      string      // running text, valid UTF-8, no byte order mark
	Blocks    []nlp.Block // byte offsets into Text, in order, not overlapping, on rune boundaries
	Published edtf.Date   // zero when unknown
	Dating    story.Dating
	DatedBy   string // how the date was found, in words; empty when unknown
	SHA256    string // of Text, lower-case hex
}

// Options steer Read and ReadBytes.
type Options struct {
	Date   edtf.Date // --date: for documents that carry no date of their own; zero when not given
	Format string    // "", "text", "markdown" or "html": for stdin and files given by name
	Stdin  io.Reader // what "-" reads
	Skip   []string  // absolute paths not to be read when met inside a folder, such as the output folder
}

// A Warning tells a person about an input that was left out.
type Warning struct{ Path, Message string }

func (w Warning) String() string { return w.Path + ": " + w.Message }

// Formats that Options.Format names.
const (
	FormatText     = "text"
	FormatMarkdown = "markdown"
	FormatHTML     = "html"
)

// Errors that say what is wrong with an input's content. They come wrapped
// with the input's name and a way forward; test with errors.Is.
var (
	ErrEmpty       = errors.New("empty file")
	ErrBinary      = errors.New("not a text file")
	ErrUndecodable = errors.New("undecodable text")
	ErrTooLarge    = errors.New("file too large")
	ErrNoArticle   = errors.New("no article found")
	ErrUnsupported = errors.New("unsupported file type")
	ErrNoDocument  = errors.New("no readable document")
	ErrStory       = errors.New("a story file, not a report")
)

// ReadBytes reads one document from memory. Its name decides the format
// unless opt.Format does, gives the id, and may carry the date; "-" and "" mean
// standard input, whose format is sniffed. Errors name the document and say
// what to do.
func ReadBytes(name string, data []byte, opt Options) (Document, error) {
	if name == "" {
		name = "-"
	}
	doc, err := readBytes(name, data, opt)
	if err != nil {
		return Document{}, fmt.Errorf("%s: %w", displayName(name), err)
	}
	doc.ID = baseID(doc)
	return doc, nil
}

// displayName is how messages name an input.
func displayName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// A content is what a format's reader makes of a file.
type content struct {
	title, publisher, url string
	text                  string
	blocks                []nlp.Block
	dates                 []foundDate
}

func readBytes(name string, data []byte, opt Options) (Document, error) {
	if err := checkSize(int64(len(data))); err != nil {
		return Document{}, err
	}
	format, err := formatOf(name, data, opt.Format)
	if err != nil {
		return Document{}, err
	}
	text, err := decode(data, format == FormatHTML)
	if err != nil {
		return Document{}, err
	}
	if strings.TrimSpace(text) == "" {
		return Document{}, fmt.Errorf("%w: there is no text in it; leave it out or fill it", ErrEmpty)
	}

	var c content
	switch format {
	case FormatHTML:
		c, err = readHTML(text)
	case FormatMarkdown:
		c, err = readMarkdown(text)
	default:
		c = readPlain(text)
	}
	if err != nil {
		return Document{}, err
	}

	doc := Document{
		Path:      name,
		Title:     oneLine(c.title),
		Publisher: oneLine(c.publisher),
		URL:       c.url,
		Text:      c.text,
		Blocks:    c.blocks,
	}
	if name != "-" {
		c.dates = append(c.dates, datesInPath(name)...)
	}
	c.dates = append(c.dates, datesInURL(c.url)...)
	doc.Published, doc.Dating, doc.DatedBy = settleDate(c.dates, opt.Date)
	sum := sha256.Sum256([]byte(doc.Text))
	doc.SHA256 = hex.EncodeToString(sum[:])
	return doc, nil
}

func checkSize(n int64) error {
	if n > MaxBytes {
		return fmt.Errorf("%w: %d MiB, and the limit is %d MiB; split it into one file a report",
			ErrTooLarge, (n+(1<<20)-1)>>20, MaxBytes>>20)
	}
	return nil
}

// formatOf decides how to read an input.
func formatOf(name string, data []byte, forced string) (string, error) {
	switch forced {
	case FormatText, FormatMarkdown, FormatHTML:
		return forced, nil
	case "":
	default:
		return "", fmt.Errorf("unknown format %q: use text, markdown or html", forced)
	}
	if len(data) == 0 {
		return FormatText, nil // decode has the better message
	}
	switch Classify(name, head(data)) {
	case KindBinary:
		return FormatText, nil // as above
	case KindStory:
		return "", fmt.Errorf("%w: give it as a story", ErrStory)
	case KindUnsupported:
		return "", fmt.Errorf("%w %q: %s", ErrUnsupported, path.Ext(name), unsupportedAdvice(name))
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return FormatHTML, nil
	case ".md", ".markdown", ".mdown", ".mkd":
		return FormatMarkdown, nil
	case ".txt", ".text":
		return FormatText, nil
	}
	return sniffFormat(head(data)), nil
}

// oneLine collapses white space, so that a value fits on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
