package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/english"
)

// causeLines are lines of input: good, bad and blank.
var causeLines = []string{
	`{"id":"a","text":"The harbour closed because of the storm."}`,
	`{"id":7,"text":"Zoë fled. As a result, the strike — her own — led to delays."}`,
	`{"text":"It may have been due to frost.","more":{"a":[1]}}`,
	`{"id":null,"text":""}`,
	`{"id":["b"],"text":"On Monday."}`,
	`{"id":"c"}`,
	`{"id":"d","text":4}`,
	"{\"text\":\"\xff\"}",
	"[]", "no JSON", "",
}

// Whatever the line is, there is a reason or a line of JSON whose offsets lie
// in the text.
func FuzzCauseLine(f *testing.F) {
	for _, line := range causeLines {
		f.Add([]byte(line))
	}
	find := causeFinder{possible: true, lang: english.Fast()}
	f.Fuzz(func(t *testing.T, line []byte) {
		if bytes.ContainsAny(line, "\n") || len(line) > 2000 {
			return
		}
		out, err := find.line([]byte("before"), 3, line)
		if err != nil {
			if len(out) != len("before") || len(err.Error()) > 500+6*len(line) {
				t.Fatalf("%q: %q, %v", line, out, err)
			}
			return
		}
		if bytes.Count(out, []byte("\n")) != 1 || !utf8.Valid(out) {
			t.Fatalf("%q gives %q", line, out)
		}
		var in struct{ Text string }
		var got struct {
			Relations []struct {
				Cause, Effect  [2]int
				Signals        [][2]int
				Type, Strength string
			}
		}
		if err := json.Unmarshal(line, &in); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out[len("before"):], &got); err != nil {
			t.Fatalf("%q gives %q: %v", line, out, err)
		}
		size := utf8.RuneCountInString(in.Text)
		for _, r := range got.Relations {
			for _, s := range append(r.Signals, r.Cause, r.Effect) {
				if s[0] < 0 || s[0] >= s[1] || s[1] > size {
					t.Fatalf("%q gives %q: span %v of %d", line, out, s, size)
				}
			}
		}
	})
}

// Offsets count code points, also where a side lies before the one printed
// before it.
func TestAppendCauses(t *testing.T) {
	text := "Zoë’s café closed because of “the flöod”. The flöod caused a strike."
	rels := annotate.Causes(text, nil, english.Accurate(), false)
	out := appendCauses(nil, `"x"`, text, rels)
	var got struct {
		Relations []struct{ Cause, Effect [2]int }
	}
	if err := json.Unmarshal(out, &got); err != nil || len(got.Relations) != 2 {
		t.Fatalf("%s: %v", out, err)
	}
	points := []rune(text)
	var words []string
	for _, r := range got.Relations {
		words = append(words, string(points[r.Cause[0]:r.Cause[1]])+" > "+string(points[r.Effect[0]:r.Effect[1]]))
	}
	if got, want := strings.Join(words, "; "), "the flöod > Zoë’s café closed; The flöod > a strike"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
