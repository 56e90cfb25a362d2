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
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	bar := &progressBar{w: &out, what: "reading", unit: "documents", last: -1}
	for i := 1; i < longWork; i++ {
		bar.step(i, longWork-1)
	}
	bar.then("merging")
	bar.done()
	if out.Len() > 0 {
		t.Errorf("short work shows %q", out.String())
	}
	for i := 1; i <= 1000; i++ {
		bar.step(i, 1000)
	}
	bar.then("merging")
	bar.done()
	if got := strings.Count(out.String(), "\r"); got != 103 { // 0 to 100 percent, what follows, and the clearing
		t.Errorf("%d lines shown", got)
	}
	if !strings.Contains(out.String(), "\rreading 1000 of 1000 documents") || !strings.HasSuffix(out.String(), "\r\x1b[Kmerging\r\x1b[K") {
		t.Errorf("shows %q", out.String())
	}
}

// Progress is for terminals.
func TestSilence(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out bytes.Buffer
	for _, w := range []io.Writer{&out, file} {
		a := newApp(nil, nil, w)
		bar := a.progress("reading")
		bar.step(500, 1000)
		bar.then("merging")
		bar.done()
	}
	info, err := file.Stat()
	if out.Len() > 0 || err != nil || info.Size() > 0 {
		t.Errorf("said %q to a buffer and %d bytes to a file, %v", out.String(), info.Size(), err)
	}
}

// What the layout announces is said once, to whom it may be.
func TestAnnounce(t *testing.T) {
	var out bytes.Buffer
	a := newApp(nil, nil, &out)
	for _, sentence := range []string{"", "Starting slowly. It takes a second.", "Starting slowly again."} {
		a.announce(sentence)
	}
	if want := "causeline: starting slowly. It takes a second\n"; out.String() != want {
		t.Errorf("said %q, want %q", out.String(), want)
	}
}

func TestReport(t *testing.T) {
	for _, x := range []struct {
		err    error
		status int
		says   string
	}{
		{nil, 0, ""},
		{errors.New("no room"), 1, "causeline: no room\n"},
		{fmt.Errorf("while drawing: %w", usagef("no such view")), 2, "causeline: while drawing: no such view\n"},
		{errReported, 1, ""},
		{usageError{errReported}, 2, ""},
		{fmt.Errorf("layout: %w", context.Canceled), 1, "causeline: interrupted: nothing was written\n"},
		{errors.Join(errors.New("a"), errors.New("b")), 1, "causeline: a\ncauseline: b\n"},
	} {
		var out bytes.Buffer
		if got := newApp(nil, nil, &out).report(x.err); got != x.status || out.String() != x.says {
			t.Errorf("%v: status %d, says %q", x.err, got, out.String())
		}
	}
}

func TestNearest(t *testing.T) {
	flags := []string{"date", "format", "input-format", "title", "quotes"}
	for name, want := range map[string]string{
		"formt": "format", "fromat": "format", "format": "format", "dat": "date", "adte": "date",
		"inputformat": "input-format", "Title": "title", "x": "", "verbose": "", "": "",
	} {
		if got := nearest(name, flags); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	for n, want := range map[int]string{0: "no events", 1: "1 event", 2: "2 events"} {
		if got := count(n, "event"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	for _, want := range []string{"", "a", "a or b", "a, b or c"} {
		words := strings.FieldsFunc(strings.ReplaceAll(want, " or ", ","), func(r rune) bool { return r == ',' || r == ' ' })
		if got := list(words, "or"); got != want {
			t.Errorf("%q: %q", words, got)
		}
	}
}

// An interrupt ends even a read that never ends, with nothing on stdout.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"extract", "-"}, {"render", "-"}, {"build", "-", "-o", filepath.Join(t.TempDir(), "out")}} {
		never, writer := io.Pipe()
		ctx, cancel := context.WithCancel(context.Background())
		var stdout, stderr bytes.Buffer
		status := make(chan int, 1)
		go func() { status <- run(ctx, args, never, &stdout, &stderr) }()
		cancel()
		select {
		case got := <-status:
			if got != 1 || stdout.Len() > 0 || stderr.String() != "causeline: interrupted: nothing was written\n" {
				t.Errorf("%q: status %d, says %q", args, got, stderr.String())
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%q goes on after an interrupt", args)
		}
		writer.Close()
	}
}

func TestPipedStory(t *testing.T) {
	for text, want := range map[string]bool{
		"causeline: 1\n":                                true,
		"# A story.\n\n# More.\nevents:\n":              true,
		"title: Fair\nsummary: |\n  Long.\nevents: []":  true,
		"\ufeffevents: []\n":                            true,
		`{"events": []}`:                                true,
		"Date;Title\n1901;Fair\n":                       true,
		"":                                              false,
		"title: Fair\n\nThe fair opened.\n":             false,
		"# Fair opens\n\nThe fair opened on 3 May.\n":   false,
		"---\ntitle: Fair\n---\nThe fair opened.\n":     false,
		"The fair opened.\n\nevents:\n- a dance\n":      false,
		"<html><body><p>events: title, date</p></html>": false,
	} {
		if got := pipedStory([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestSayNothingThatSteers: names from files are said as text, over several
// lines where the message has them.
func TestSayNothingThatSteers(t *testing.T) {
	var out bytes.Buffer
	newApp(nil, nil, &out).sayf("note: %s", "Zed\u001b[31m\u202e and\n\tZoë\u00a0Ö.\u009b\u2066\u200f")
	if got, want := out.String(), "causeline: note: Zed\ufffd[31m\ufffd and\n\tZoë\u00a0Ö.\ufffd\ufffd\ufffd\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	out.Reset()
	newApp(nil, nil, &out).report(errors.New("no actor \"Zed\u001b[31m\u202e\""))
	if got, want := out.String(), "causeline: no actor \"Zed\ufffd[31m\ufffd\"\n"; got != want {
		t.Errorf("reported %q, want %q", got, want)
	}
}
