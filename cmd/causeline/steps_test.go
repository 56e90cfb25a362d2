package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// status runs causeline and requires an exit status: status 2 render x.yaml.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: status N ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("causeline", args[1:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// edit changes words of a file, which must stand there once: edit FILE OLD NEW,
// with \n for line breaks.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	lines := strings.NewReplacer(`\n`, "\n")
	text, was, now := ts.ReadFile(args[0]), lines.Replace(args[1]), lines.Replace(args[2])
	if n := strings.Count(text, was); n != 1 {
		ts.Fatalf("%q stands %d times in %s:\n%s", was, n, args[0], text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, was, now, 1)), 0o600))
}

// cut takes lines out of a file, from one that has some words up to the next
// that has others, or to the end: cut FILE FROM [TO].
func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: cut FILE FROM [TO]")
	}
	var kept []string
	state := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		switch {
		case state == 0 && strings.Contains(line, args[1]):
			state = 1
		case state == 1 && len(args) == 3 && strings.Contains(line, args[2]):
			state = 2
		}
		if state != 1 {
			kept = append(kept, line)
		}
	}
	if state == 0 || state == 1 && len(args) == 3 {
		ts.Fatalf("no such lines in %s:\n%s", args[0], ts.ReadFile(args[0]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(kept, "")), 0o600))
}

// sameDir requires two folders to hold the same files with the same bytes.
func sameDir(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: samedir A B")
	}
	a, b := contents(ts, args[0]), contents(ts, args[1])
	var differ []string
	for name := range a {
		if other, ok := b[name]; !ok || a[name] != other {
			differ = append(differ, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			differ = append(differ, name)
		}
	}
	slices.Sort(differ)
	if neg != (len(differ) > 0) {
		ts.Fatalf("%s and %s differ in %q", args[0], args[1], differ)
	}
	if len(a) == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
}

func contents(ts *testscript.TestScript, dir string) map[string]string {
	out := map[string]string{}
	entries, err := os.ReadDir(ts.MkAbs(dir))
	ts.Check(err)
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = "a folder"
			continue
		}
		data, err := os.ReadFile(filepath.Join(ts.MkAbs(dir), e.Name()))
		ts.Check(err)
		out[e.Name()] = string(data)
	}
	return out
}

// A file is what scripts look at in story.json. It is spelled out here, and
// not read by the program's own code, so that both can be wrong in no common
// way.
type file struct {
	Events []struct {
		ID, Date, Title, Status, Place string
		Actors                         []string
		Mentions                       []struct{ Document, Quote, DateText string }
	}
	Relations []struct {
		From, To, Type, Strength, Cue string
	}
	Disagreements []struct {
		About       []string
		Field, Kind string
		Values      []struct {
			Value     string
			Documents []string
		}
	}
}

func storyJSON(ts *testscript.TestScript, name string) file {
	var f file
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(name)), &f))
	return f
}

// event requires exactly one event of a story.json to fit: event FILE
// date=D quote=WORDS actor=A place=P status=S title=WORDS mentions=N. With !
// none may.
func event(ts *testscript.TestScript, neg bool, args []string) {
	f := storyJSON(ts, args[0])
	found := 0
	for _, e := range f.Events {
		var quotes []string
		for _, m := range e.Mentions {
			quotes = append(quotes, m.Quote)
		}
		found += fits(ts, args[1:], map[string]func(string) bool{
			"id":       func(v string) bool { return e.ID == v },
			"date":     func(v string) bool { return strings.TrimRight(e.Date, "?~%") == v },
			"status":   func(v string) bool { return e.Status == v },
			"place":    func(v string) bool { return strings.Contains(e.Place, v) },
			"title":    func(v string) bool { return strings.Contains(e.Title, v) },
			"actor":    func(v string) bool { return slices.Contains(e.Actors, v) },
			"quote":    func(v string) bool { return slices.ContainsFunc(quotes, has(v)) },
			"mentions": func(v string) bool { return strconv.Itoa(len(e.Mentions)) == v },
		})
	}
	expect(ts, neg, found, args)
}

// relation requires exactly one relation to fit: relation FILE from=WORDS
// to=WORDS type=T strength=S; from and to are parts of ids.
func relation(ts *testscript.TestScript, neg bool, args []string) {
	found := 0
	for _, r := range storyJSON(ts, args[0]).Relations {
		found += fits(ts, args[1:], map[string]func(string) bool{
			"from":     func(v string) bool { return strings.Contains(r.From, v) },
			"to":       func(v string) bool { return strings.Contains(r.To, v) },
			"type":     func(v string) bool { return r.Type == v },
			"strength": func(v string) bool { return r.Strength == v },
			"cue":      func(v string) bool { return r.Cue == v },
		})
	}
	expect(ts, neg, found, args)
}

// disagreement requires exactly one to fit: disagreement FILE field=date
// kind=conflict value=2016-08-14 value=2016-08-15.
func disagreement(ts *testscript.TestScript, neg bool, args []string) {
	found := 0
	for _, d := range storyJSON(ts, args[0]).Disagreements {
		var values []string
		for _, v := range d.Values {
			values = append(values, v.Value)
		}
		found += fits(ts, args[1:], map[string]func(string) bool{
			"field": func(v string) bool { return d.Field == v },
			"kind":  func(v string) bool { return d.Kind == v },
			"value": func(v string) bool { return slices.Contains(values, v) },
		})
	}
	expect(ts, neg, found, args)
}

func has(words string) func(string) bool {
	return func(s string) bool { return strings.Contains(s, words) }
}

// fits is 1 where all of the key=value conditions hold, else 0.
func fits(ts *testscript.TestScript, want []string, tests map[string]func(string) bool) int {
	for _, w := range want {
		key, value, ok := strings.Cut(w, "=")
		test := tests[key]
		if !ok || test == nil {
			ts.Fatalf("unknown condition %q", w)
		}
		if !test(value) {
			return 0
		}
	}
	return 1
}

func expect(ts *testscript.TestScript, neg bool, found int, args []string) {
	want := 1
	if neg {
		want = 0
	}
	if found != want {
		ts.Logf("%s", ts.ReadFile(args[0]))
		ts.Fatalf("%d in %s fit %q, want %d", found, args[0], args[1:], want)
	}
}

// countMatches requires a pattern to match N times: count N PATTERN FILE.
func countMatches(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: count N PATTERN FILE")
	}
	re, err := regexp.Compile(args[1])
	ts.Check(err)
	if got := len(re.FindAllString(ts.ReadFile(args[2]), -1)); strconv.Itoa(got) != args[0] {
		ts.Fatalf("%s matches %d times in %s, want %s", args[1], got, args[2], args[0])
	}
}

// wellFormed requires files to be XML.
func wellFormed(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		d := xml.NewDecoder(bytes.NewReader([]byte(ts.ReadFile(name))))
		var err error
		for err == nil {
			_, err = d.Token()
		}
		if neg != (err != io.EOF) {
			ts.Fatalf("%s: %v", name, err)
		}
	}
}
