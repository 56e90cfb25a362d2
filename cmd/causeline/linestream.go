package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/causeline/causeline/cmd/causeline/internal/stream"
	"github.com/causeline/causeline/timeline/source"
)

// formatLines is the input format of commands that read JSON lines.
const formatLines = "jsonl"

// maxReports is how many bad lines are told one by one. Who has more of them
// has one mistake, not many.
const maxReports = 20

// A lineWork is what a command does to its input. Both functions append to dst
// and are called by several goroutines at once; what they append before an
// error is taken back.
type lineWork struct {
	line     func(dst []byte, number int, line []byte) ([]byte, error)
	document func(dst []byte, name string, data []byte) ([]byte, error)
}

// A morsel is what one processor works on at a time: some lines, or a document.
type morsel struct {
	file  string // "-" for standard input
	lines []stream.Line
	data  []byte // of the document, where there are no lines
	err   error  // the file could not be read any further
}

// A digest is what became of a morsel.
type digest struct {
	out    []byte
	faults []fault
	size   int64 // bytes of input
}

// A fault is what was left out, and why.
type fault struct {
	file string
	line int // 0 for the rest of the file
	err  error
}

// stream does the work on all files in their order, and prints results as they
// come. What cannot be read is told and left out; the error at the end says
// that there was such.
func (a *app) stream(ctx context.Context, files []string, format string, work lineWork) error {
	total, err := a.inputSize(files)
	if err != nil {
		return err
	}
	in := &lineInput{app: a, files: files, format: format}
	left := leftOut{app: a, bar: a.byteProgress()}
	var done int64
	err = stream.Each(ctx, in.next, work.digest, func(d digest) error {
		if _, err := a.stdout.Write(d.out); err != nil {
			return fmt.Errorf("cannot write the results: %w", reason(err))
		}
		for _, f := range d.faults {
			left.add(f)
		}
		done += d.size
		left.bar.step(int(done>>20), int(total>>20))
		return nil
	})
	left.bar.done()
	switch {
	case errors.Is(err, context.Canceled):
		a.sayf("interrupted: what was printed is not all")
		return errReported
	case err != nil:
		return err
	}
	return left.sum()
}

// digest does the work on one morsel.
func (w lineWork) digest(m morsel) digest {
	var d digest
	if m.err != nil {
		d.faults = append(d.faults, fault{m.file, 0, m.err})
		return d
	}
	keep := func(out []byte, line int, err error) {
		if err == nil {
			d.out = out
		} else {
			d.faults = append(d.faults, fault{m.file, line, err})
		}
	}
	if m.lines == nil {
		out, err := w.document(d.out, m.file, m.data)
		keep(out, 0, err)
		d.size = int64(len(m.data))
		return d
	}
	for _, l := range m.lines {
		d.size += int64(len(l.Text))
		if l.Err != nil {
			keep(nil, l.Number, l.Err)
			continue
		}
		out, err := w.line(d.out, l.Number, l.Text)
		keep(out, l.Number, err)
	}
	return d
}

// A lineInput gives the content of files piece by piece.
type lineInput struct {
	app    *app
	files  []string // that are not opened yet
	format string   // of all files; "" to look at each
	file   string   // that lines come from
	lines  *stream.Lines
	close  func() error
}

// next returns the next piece; only the end of all files is an error.
func (in *lineInput) next() (morsel, error) {
	for {
		if in.lines == nil {
			if len(in.files) == 0 {
				return morsel{}, io.EOF
			}
			in.file, in.files = in.files[0], in.files[1:]
			if m, is := in.open(); is {
				return m, nil
			}
		}
		lines, err := in.lines.Next()
		if err == nil {
			return morsel{file: in.file, lines: lines}, nil
		}
		in.lines = nil
		in.close()
		if err != io.EOF {
			return in.unreadable(err), nil
		}
	}
}

// open opens the file. It returns what there is to do where that is all of it.
func (in *lineInput) open() (all morsel, is bool) {
	r := in.app.stdin
	in.close = func() error { return nil }
	if in.file != "-" {
		f, err := os.Open(in.file)
		if err != nil {
			return in.unreadable(err), true
		}
		r, in.close = f, f.Close
	}
	head, lines, err := in.isLines(r)
	if err == nil {
		r = io.MultiReader(bytes.NewReader(head), r)
		if lines {
			in.lines = stream.NewLines(r, stream.MaxLine)
			return morsel{}, false
		}
		head, err = io.ReadAll(io.LimitReader(r, source.MaxBytes+1))
	}
	in.close()
	if err != nil {
		return in.unreadable(err), true
	}
	return morsel{file: in.file, data: head}, true
}

func (in *lineInput) unreadable(err error) morsel {
	return morsel{file: in.file, err: fmt.Errorf("cannot be read: %w", reason(err))}
}

// isLines reports whether r gives JSON lines: the format or the name says so,
// or it begins with a brace. What it read to find out is in head.
func (in *lineInput) isLines(r io.Reader) (head []byte, lines bool, err error) {
	if in.format != "" {
		return nil, in.format == formatLines, nil
	}
	switch strings.ToLower(filepath.Ext(in.file)) {
	case ".jsonl", ".ndjson":
		return nil, true, nil
	}
	for len(head) < source.HeadBytes {
		b := make([]byte, source.HeadBytes)
		n, err := r.Read(b)
		head = append(head, b[:n]...)
		text := bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
		if text = bytes.TrimLeft(text, " \t\r\n"); len(text) > 0 {
			return head, text[0] == '{', nil
		}
		if err == io.EOF {
			// Of a pipe with nothing in it, nothing comes; an empty file is
			// an empty report.
			return head, in.file == "-", nil
		}
		if err != nil {
			return nil, false, err
		}
	}
	return head, false, nil
}

// inputSize checks that all files are there before the first is worked on, and
// returns how many bytes they have together, 0 where that is not known.
func (a *app) inputSize(files []string) (total int64, err error) {
	known := true
	for _, name := range files {
		var info os.FileInfo
		if name == "-" {
			f, is := a.stdin.(*os.File)
			if !is {
				known = false
				continue
			}
			if info, err = f.Stat(); err != nil {
				return 0, fmt.Errorf("cannot read standard input: %w", reason(err))
			}
		} else if info, err = statFile(name); err != nil {
			return 0, err
		}
		known = known && info.Mode().IsRegular()
		total += info.Size()
	}
	if !known {
		return 0, nil
	}
	return total, nil
}

// leftOut tells what was left out and counts it.
type leftOut struct {
	app          *app
	bar          *progressBar
	lines, files int
}

func (l *leftOut) add(f fault) {
	name := f.file
	if name == "-" {
		name = "standard input"
	}
	if f.line > 0 {
		l.lines++
		name += fmt.Sprintf(":%d", f.line)
	} else {
		l.files++
	}
	switch n := l.lines + l.files; {
	case n <= maxReports:
		l.bar.done()
		l.app.sayf("%s: %s", name, strings.TrimPrefix(f.err.Error(), name+": "))
	case n == maxReports+1:
		l.bar.done()
		l.app.sayf("more like these are counted and not shown")
	}
}

// sum tells how much was left out in all; nil where nothing was.
func (l *leftOut) sum() error {
	var what []string
	if l.lines > 0 {
		what = append(what, count(l.lines, "bad line"))
	}
	if l.files > 0 {
		what = append(what, count(l.files, "unreadable file"))
	}
	if len(what) == 0 {
		return nil
	}
	l.app.sayf("left out %s", list(what, "and"))
	return errReported
}
