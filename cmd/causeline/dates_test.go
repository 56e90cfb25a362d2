package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// dates runs the command on standard input.
func dates(in io.Reader, args ...string) (stdout, stderr string, status int) {
	var out, says bytes.Buffer
	status = run(context.Background(), append([]string{"dates"}, args...), in, &out, &says)
	return out.String(), says.String(), status
}

// inputLines are lines of input: good, bad and blank.
var inputLines = []string{
	`{"doc":"a","dct":"2025-08-16","text":"The bridge fell last Friday."}`,
	`{"doc":7,"dct":"2025-08","text":"Zoë came in the 1990s, \"twice a year\"."}`,
	`{"text":"It rained for three days.","more":{"a":[1]}}`,
	`{"text":""}`,
	`{"doc":"b","dct":"yesterday","text":"On Monday."}`,
	`{"doc":["b"],"text":"On Monday."}`,
	`{"dct":"2025-08-16"}`,
	`{"text":"On Monday."`,
	"{\"text\":\"\xff\"}",
	"[]", "no JSON", "", "  ", "\r",
}

// The results and what is said of bad lines are the same for any number of
// processors and however the input arrives, and are those of each line alone.
func TestDatesAnyOrderOfWork(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom(inputLines), 0, 60).Draw(t, "lines")
		var want, bad strings.Builder
		for i, line := range lines {
			// Blank lines before it give the line its number.
			out, says, status := dates(strings.NewReader(strings.Repeat("\n", i)+line), "--input-format", "jsonl")
			want.WriteString(out)
			if status == 1 {
				first, _, _ := strings.Cut(says, "\n")
				bad.WriteString(first + "\n")
			}
		}
		runtime.GOMAXPROCS(rapid.IntRange(1, 6).Draw(t, "processors"))
		in := slow{strings.NewReader(strings.Join(lines, "\n")), rapid.IntRange(1, 2000).Draw(t, "chunk")}
		out, says, status := dates(in, "--input-format", "jsonl")
		if out != want.String() {
			t.Fatalf("got\n%swant\n%s", out, want.String())
		}
		wantSays, wantStatus := "", 0
		if n := strings.Count(bad.String(), "\n"); n > 0 {
			reports := strings.SplitAfter(bad.String(), "\n")
			if n > maxReports {
				reports = append(reports[:maxReports], "causeline: more like these are counted and not shown\n")
			}
			wantSays = strings.Join(reports, "") + fmt.Sprintf("causeline: left out %s\n", count(n, "bad line"))
			wantStatus = 1
		}
		if says != wantSays || status != wantStatus {
			t.Fatalf("status %d, says\n%swant\n%s", status, says, wantSays)
		}
	})
}

// slow reads a few bytes at a time.
type slow struct {
	r    io.Reader
	size int
}

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), s.size)]) }

// A line is answered before the next one is sent.
func TestDatesPrompt(t *testing.T) {
	in, send := io.Pipe()
	receive, out := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(context.Background(), []string{"dates"}, in, out, io.Discard)
		out.Close()
	}()
	answers := json.NewDecoder(receive)
	for i := range 3 {
		fmt.Fprintf(send, "{\"doc\":%d,\"text\":\"It rained in 1911.\"}\n", i)
		var answer struct{ Doc int }
		if err := answers.Decode(&answer); err != nil || answer.Doc != i {
			t.Fatalf("answer to line %d: %v, %v", i, answer, err)
		}
	}
	send.Close()
	if got := <-status; got != 0 {
		t.Errorf("status %d", got)
	}
}

// An interrupt ends the command while it waits for input.
func TestDatesInterrupt(t *testing.T) {
	never, writer := io.Pipe()
	defer writer.Close()
	ctx, cancel := context.WithCancel(context.Background())
	var stdout, stderr bytes.Buffer
	status := make(chan int, 1)
	go func() { status <- run(ctx, []string{"dates"}, never, &stdout, &stderr) }()
	cancel()
	select {
	case got := <-status:
		if got != 1 || stderr.String() != "causeline: interrupted: what was printed is not all\n" {
			t.Errorf("status %d, says %q", got, stderr.String())
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it goes on after an interrupt")
	}
}

func TestTextDate(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "2025-08-16": "2025-08-16", "2025-08": "2025-08", "2025": "2025", "-0043": "-0043",
		"1998-03-31T12:00": "1998-03-31", "1998-03-31T12:00:05.5Z": "1998-03-31", "1998-03-31 12:00:05+02:00": "1998-03-31",
		"1998-03-31T1200": "1998-03-31", "1985-04-12?": "1985-04-12?",
		"20250816": "2025-08-16", "20250816T1200": "2025-08-16",
	} {
		if got, err := textDate(in); err != nil || got.String() != want {
			t.Errorf("%q: %q, %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{
		"Monday", "2025-02-30", "2025-08-16T", "2025-08-16Tnoon", "2004/2005", "198X", "2001-21", "{1960,1961}",
		"2025-08-16T:12", strings.Repeat("2", 1000),
	} {
		if got, err := textDate(in); err == nil || len(err.Error()) > 300 {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
}

// What is written by hand reads back as it was.
func TestAppendQuoted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		var got string
		if err := json.Unmarshal(appendQuoted(nil, s), &got); err != nil || got != strings.ToValidUTF8(s, "\ufffd") {
			t.Fatalf("%q: %q, %v", s, got, err)
		}
	})
}

// Whatever the line is, there is a reason or a line of JSON whose offsets lead
// to its words.
func FuzzDateLine(f *testing.F) {
	for _, line := range inputLines {
		f.Add([]byte(line))
	}
	d := dater{explain: true}
	f.Fuzz(func(t *testing.T, line []byte) {
		if bytes.ContainsAny(line, "\n") {
			return
		}
		out, err := d.line([]byte("before"), 3, line)
		if err != nil {
			if len(out) != len("before") || len(err.Error()) > 500+6*len(line) {
				t.Fatalf("%q: %q, %v", line, out, err)
			}
			return
		}
		var in struct{ Text string }
		var got struct {
			Timexes []struct {
				Start, End int
				Text       string
			}
		}
		if err := json.Unmarshal(line, &in); err != nil {
			t.Fatal(err)
		}
		if bytes.Count(out, []byte("\n")) != 1 || !utf8.Valid(out) {
			t.Fatalf("%q gives %q", line, out)
		}
		if err := json.Unmarshal(out[len("before"):], &got); err != nil {
			t.Fatalf("%q gives %q: %v", line, out, err)
		}
		points := []rune(in.Text)
		for _, x := range got.Timexes {
			if x.Start < 0 || x.End > len(points) || string(points[x.Start:x.End]) != x.Text {
				t.Fatalf("%q gives %q: no %q at %d", line, out, x.Text, x.Start)
			}
		}
	})
}
