package stream

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// MaxLine is the length of the longest line that Lines hands on, in bytes. It
// is far beyond any report and still fits into memory a few times over.
const MaxLine = 256 << 20

// readSize is how much is read at once, and so about how much text is worked
// on in one piece: enough that handing it to another processor costs nothing
// beside the work, little enough that all processors have some.
const readSize = 64 << 10

// ErrTooLong says that a line is longer than the limit. The line was skipped
// without being kept in memory.
var ErrTooLong = errors.New("the line is too long")

// A Line is one line of the input without its end.
type Line struct {
	Number int    // from 1
	Text   []byte // nil where Err is set
	Err    error  // ErrTooLong, wrapped
}

// Lines reads lines that hold something. Blank ones are counted and left out;
// a byte order mark at the beginning, and the carriage returns of Windows, are
// taken off.
type Lines struct {
	r        io.Reader
	limit    int
	number   int    // lines read so far
	rest     []byte // the beginning of a line whose end was not read yet
	skipping bool   // within a line that is too long
	err      error  // what ended the input
}

// NewLines returns a reader of the lines of r, none longer than limit bytes.
func NewLines(r io.Reader, limit int) *Lines { return &Lines{r: r, limit: limit} }

// Next returns the next lines, at least one: those that a single read
// completed. Whoever types the lines or sends them slowly so gets an answer to
// each, while a file comes in large pieces. The error is io.EOF at the end.
// Where reading fails, the line that it broke off in is dropped.
func (l *Lines) Next() ([]Line, error) {
	for l.err == nil {
		data := l.read()
		lines := l.split(data)
		if len(lines) > 0 {
			return lines, nil
		}
	}
	return nil, l.err
}

// read returns data up to and including the last line end read, nil where it
// has none. At the end of the input it is what was left.
func (l *Lines) read() []byte {
	data := l.rest
	l.rest = nil
	for {
		from := len(data)
		if cap(data)-from < readSize {
			data = append(make([]byte, 0, from*2+readSize), data...)
		}
		n, err := l.r.Read(data[from : from+readSize])
		data = data[:from+n]
		if err != nil {
			l.err = err
			if err != io.EOF {
				data = data[:bytes.LastIndexByte(data, '\n')+1]
			}
			return data
		}
		if end := from + bytes.LastIndexByte(data[from:], '\n') + 1; end > from {
			l.rest = bytes.Clone(data[end:])
			return data[:end]
		}
		if l.skipping {
			data = data[:0]
		} else if len(data) > l.limit {
			l.skipping, data = true, nil
		}
	}
}

// split cuts data into lines.
func (l *Lines) split(data []byte) []Line {
	var lines []Line
	for len(data) > 0 || l.skipping {
		text, after, ended := bytes.Cut(data, []byte("\n"))
		data = after
		tooLong := l.skipping || len(text) > l.limit
		l.skipping = false
		if l.number == 0 {
			text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
		}
		l.number++
		text = bytes.Trim(text, " \t\r")
		switch {
		case tooLong:
			err := fmt.Errorf("%w: more than %d MiB; cut it into smaller documents", ErrTooLong, l.limit>>20)
			lines = append(lines, Line{Number: l.number, Err: err})
		case len(text) > 0:
			lines = append(lines, Line{Number: l.number, Text: text})
		}
		if !ended {
			break
		}
	}
	return lines
}
