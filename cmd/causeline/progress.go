package main

import (
	"fmt"
	"io"
	"os"
)

// longWork is the number of documents, or of megabytes, from which progress is
// shown.
const longWork = 20

// A progressBar counts long work on a terminal's standard error and is silent
// elsewhere: in pipes, logs and tests.
type progressBar struct {
	w    io.Writer // nil where silent
	what string
	unit string
	last int // percent shown, -1 for none
}

func (a *app) progress(what string) *progressBar {
	b := &progressBar{what: what, unit: "documents", last: -1}
	if terminal(a.stderr) {
		b.w = a.stderr
	}
	return b
}

// byteProgress counts megabytes of input. It is silent, too, where results
// scroll by on the same terminal.
func (a *app) byteProgress() *progressBar {
	b := a.progress("reading")
	b.unit = "MB"
	if terminal(a.stdout) {
		b.w = nil
	}
	return b
}

// terminal reports whether a person sits at w and lines can be redrawn there.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// step shows how far the work is; short work shows nothing.
func (b *progressBar) step(done, of int) {
	if b.w == nil || of < longWork || done*100/of == b.last {
		return
	}
	b.last = done * 100 / of
	fmt.Fprintf(b.w, "\r%s %d of %d %s", b.what, done, of, b.unit)
}

// then tells what the work goes on with once everything is read.
func (b *progressBar) then(what string) {
	if b.w != nil && b.last >= 0 {
		fmt.Fprintf(b.w, "\r\x1b[K%s", what)
	}
}

// done clears the line.
func (b *progressBar) done() {
	if b.w != nil && b.last >= 0 {
		fmt.Fprint(b.w, "\r\x1b[K")
	}
}
