package stream

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// chunks reads as a slow sender sends: a piece at a time.
type chunks struct {
	text  string
	sizes []int
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.text == "" {
		return 0, io.EOF
	}
	n := len(c.text)
	if len(c.sizes) > 0 {
		n, c.sizes = min(n, c.sizes[0]), c.sizes[1:]
	}
	n = copy(p[:min(n, len(p))], c.text)
	c.text = c.text[n:]
	return n, nil
}

// all reads to the end and writes down what came.
func all(t interface{ Fatalf(string, ...any) }, l *Lines) ([]string, error) {
	var got []string
	for {
		lines, err := l.Next()
		if err != nil {
			return got, err
		}
		if len(lines) == 0 {
			t.Fatalf("no lines and no error")
		}
		for _, line := range lines {
			if line.Err != nil {
				line.Text = []byte("too long")
			}
			got = append(got, fmt.Sprintf("%d %s", line.Number, line.Text))
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"\n\r\n \t\n", ""},
		{"a", "1 a"},
		{"a\n", "1 a"},
		{"a\n\nb", "1 a|3 b"},
		{"a\r\nb\r\n", "1 a|2 b"},
		{"\xef\xbb\xbfa\n\xef\xbb\xbfb", "1 a|2 \xef\xbb\xbfb"},
		{"\xef\xbb\xbf\na", "2 a"},
		{"1234567890\n12345678901\na", "1 1234567890|2 too long|3 a"},
		{"12345678901", "1 too long"},
	} {
		got, err := all(t, NewLines(strings.NewReader(c.in), 10))
		if err != io.EOF || strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q, %v, want %q", c.in, got, err, c.want)
		}
	}
}

// reference is Lines without a care for memory and time.
func reference(text string, limit int) []string {
	var out []string
	if text == "" {
		return nil
	}
	for i, line := range strings.Split(text, "\n") {
		tooLong := len(line) > limit
		if i == 0 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		line = strings.Trim(line, " \t\r")
		if tooLong {
			line = "too long"
		}
		if line != "" {
			out = append(out, fmt.Sprintf("%d %s", i+1, line))
		}
	}
	return out
}

// However the input is cut, the lines are the same.
func TestLinesAnyChunks(t *testing.T) {
	part := rapid.SampledFrom([]string{"a", "{}", "\n", "\r\n", " ", "\ufeff", "é", strings.Repeat("x", 9), strings.Repeat("y", 3*readSize), "\n\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(part).Draw(t, "text"), "")
		sizes := rapid.SliceOf(rapid.IntRange(1, 2*readSize)).Draw(t, "sizes")
		limit := rapid.SampledFrom([]int{1, 10, 100, readSize, 4 * readSize}).Draw(t, "limit")
		got, err := all(t, NewLines(&chunks{text, sizes}, limit))
		if want := reference(text, limit); err != io.EOF || !slices.Equal(got, want) {
			t.Fatalf("got %.100q, %v, want %.100q", got, err, want)
		}
	})
}

func FuzzLines(f *testing.F) {
	for _, s := range []string{"", "a\nb", "\ufeff{}\r\n\r\n{", strings.Repeat("x", 40) + "\ny"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, text string, size int) {
		var sizes []int
		for range len(text) {
			sizes = append(sizes, max(1, size%100))
		}
		got, err := all(t, NewLines(&chunks{text, sizes}, 30))
		if want := reference(text, 30); err != io.EOF || !slices.Equal(got, want) {
			t.Fatalf("got %q, %v, want %q", got, err, want)
		}
	})
}

// A line is handed on before the next is sent.
func TestLinesPrompt(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	l := NewLines(r, MaxLine)
	for _, want := range []string{"first", "second"} {
		go fmt.Fprintln(w, want)
		lines, err := l.Next()
		if err != nil || len(lines) != 1 || string(lines[0].Text) != want {
			t.Fatalf("%v, %v, want %q", lines, err, want)
		}
	}
}

// What was read before a fault is handed on; the line it broke off in is not.
func TestLinesFault(t *testing.T) {
	fault := errors.New("the disk is gone")
	got, err := all(t, NewLines(io.MultiReader(strings.NewReader("a\nb\nbro"), iotest.ErrReader(fault)), MaxLine))
	if err != fault || strings.Join(got, "|") != "1 a|2 b" {
		t.Errorf("got %q, %v", got, err)
	}
}

// A line beyond the limit is not kept in memory.
func TestLinesMemory(t *testing.T) {
	long := io.MultiReader(io.LimitReader(endless{}, 64<<20), strings.NewReader("\nshort"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, err := all(t, NewLines(long, 1<<20))
	runtime.ReadMemStats(&after)
	if err != io.EOF || strings.Join(got, "|") != "1 too long|2 short" {
		t.Fatalf("got %q, %v", got, err)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 {
		t.Errorf("%d MiB were allocated to skip a line", n>>20)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
