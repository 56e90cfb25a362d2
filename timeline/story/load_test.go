package story

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// badStories are files with one thing wrong and what is said about it.
var badStories = []struct{ text, name, want string }{
	{"", "empty-file", "a.yaml:1:1: this file is empty\n  `causeline init` writes a story to begin with"},
	{" \n\n", "empty-file", "a.yaml:1:1: this file is empty\n  `causeline init` writes a story to begin with"},
	{"# only\n", "empty-file", "a.yaml:1:1: this file holds no story, only comments\n    # only\n    ^\n  `causeline init` writes a story to begin with"},
	{"- title: x\n", "not-a-mapping", "a.yaml:1:1: a story must be a mapping, not a list\n    - title: x\n    ^\n  put `events:` on a line above the list"},
	{"hello\n", "not-a-mapping", "a.yaml:1:1: a story must be a mapping, not \"hello\"\n    hello\n    ^\n  begin with a line `events:`"},
	{"events:\n\t- title: x\n", "tab-indent", "a.yaml:2:1: a tab indents this line: YAML wants spaces\n    \t- title: x\n    ^\n  replace the tab by spaces"},
	{"events:\n  - title: a: b\n", "broken-yaml", "a.yaml:2:12: this is not YAML: mapping value is not allowed in this context\n      - title: a: b\n               ^\n  check the indentation, the brackets and the quotes; quote a value that holds \": \" or \" #\""},
	{"title: \"x\n", "broken-yaml", "a.yaml:1:8: this is not YAML: could not find end character of double-quoted text\n    title: \"x\n           ^\n  check the indentation, the brackets and the quotes; quote a value that holds \": \" or \" #\""},
	{"title: *none\n", "broken-yaml", "a.yaml:1:8: *none refers to nothing: no &none stands above\n    title: *none\n           ^"},
	{"title: x\n---\ntitle: y\n", "broken-yaml", "a.yaml:2:1: a second YAML document begins here: a story is one document\n    ---\n    ^\n  put each story into a file of its own and give both to causeline"},
	{"events:\n  - title: x\n    title: y\n", "duplicate-key", "a.yaml:3:5: key `title` stands twice in an event, first on line 2\n        title: y\n        ^\n  keep one of the two"},
	{"tilte: x\n", "unknown-key", "a.yaml:1:1: unknown key `tilte`: did you mean `title`?\n    tilte: x\n    ^"},
	{"relations:\n  - colour: x\n", "unknown-key", "a.yaml:2:5: unknown key `colour` in a relation\n      - colour: x\n        ^\n  a relation has the keys from, to, type, strength, cue, mentions"},
	{"causeline: 2\nnewer: x\n", "newer-version", "a.yaml:1:12: this story is from a newer causeline: format 2, and this program reads up to 1\n    causeline: 2\n               ^\n  install a newer causeline: this one would lose what it does not know"},
	{"causeline: one\n", "bad-version", "a.yaml:1:12: `causeline` is the format version, a whole number from 1, not \"one\"\n    causeline: one\n               ^\n  write causeline: 1"},
	{"events: {a: b}\n", "wrong-type", "a.yaml:1:9: `events` must be a list, not a mapping\n    events: {a: b}\n            ^\n  write a list: [one, two], or each on a line that begins with \"- \""},
	{"events:\n  - just text\n", "wrong-type", "a.yaml:2:5: an event must be a mapping, not \"just text\"\n      - just text\n        ^\n  write its fields as \"key: value\""},
	{"events:\n  - title: x\n    weight: heavy\n", "wrong-type", "a.yaml:3:13: `weight` must be a number, not \"heavy\"\n        weight: heavy\n                ^\n  write it as 0.8"},
	{"events:\n  - title: x\n    show: yes\n", "wrong-type", "a.yaml:3:11: `show` must be true or false, not \"yes\"\n        show: yes\n              ^\n  write true or false"},
	{"events:\n  - title: x\n    actors: Ann\n", "wrong-type", "a.yaml:3:13: `actors` must be a list, not \"Ann\"\n        actors: Ann\n                ^\n  write a list: [one, two], or each on a line that begins with \"- \""},
	{"events:\n  - date: 1911\n", "missing-key", "a.yaml:2:5: this event has no `title`\n      - date: 1911\n        ^\n  say in a few words what happened: title: ..."},
	{"events:\n  - title: x\n    weight: 2\n", "bad-weight", "a.yaml:3:13: `weight` must lie between 0 and 1, not 2\n        weight: 2\n                ^\n  1 matters most"},
	{"events:\n  - title: x\n    time: half past\n", "bad-time", "a.yaml:3:11: `time`: \"half past\" is no clock time such as 11:30\n        time: half past\n              ^\n  write 11:30, 11:30-08:00 or a range 11:30/14:00"},
	{"events:\n  - title: x\n    status: canceled\n", "bad-value", "a.yaml:3:13: `status` cannot be \"canceled\": did you mean `cancelled`?\n        status: canceled\n                ^\n  it is one of happened, planned, cancelled, denied"},
	{"events:\n  - id: Big Id\n    title: x\n", "bad-id", "a.yaml:2:9: event: \"Big Id\" is no id: ids are made of a-z, 0-9 and -, at most 60\n      - id: Big Id\n            ^\n  write big-id"},
	{"events:\n  - {id: a, title: x}\n  - {id: a, title: y}\n", "duplicate-id", "a.yaml:3:10: two events have the id `a`\n      - {id: a, title: y}\n             ^\n  give one of them another id, or leave it out: it is then made from date and title"},
	{"events:\n  - {id: storm, title: x}\nrelations:\n  - {from: strom, to: storm, type: causes}\n", "unknown-event", "a.yaml:4:12: no event has the id `strom`: did you mean `storm`?\n      - {from: strom, to: storm, type: causes}\n               ^\n  correct the id, or delete this too if you deleted the event"},
	{"events:\n  - {id: a, title: x}\nrelations:\n  - {from: a, to: gone, type: causes}\nremoved: [gone]\n", "unknown-event", "a.yaml:4:19: no event has the id `gone`\n      - {from: a, to: gone, type: causes}\n                      ^\n  it was removed or merged: name another event or delete this"},
	{"events:\n  - {id: a, title: x, mentions: [{document: wire}]}\n", "unknown-document", "a.yaml:2:45: no document has the id `wire`\n      - {id: a, title: x, mentions: [{document: wire}]}\n                                                ^\n  add it to `documents`"},
	{"documents:\n  - id: a\n    path: /etc/x\n", "bad-path", "a.yaml:3:11: `path` \"/etc/x\" must stay within the input folder\n        path: /etc/x\n              ^\n  write it relative to the input folder, with forward slashes"},
	{"title: \xff\n", "encoding", "a.yaml:1:8: byte 8 is not UTF-8\n    title: \uFFFD\n           ^\n  save the file as UTF-8"},
	{"a: [" + strings.Repeat("[", 200), "too-large", "a.yaml:1:104: values are nested more than 100 deep here\n    …" + strings.Repeat("[", 100) + "…\n                                                       ^\n  a story has events in a list and their fields below them, nothing deeper"},
}

func TestLoadRefuses(t *testing.T) {
	for i, tt := range badStories {
		t.Run(fmt.Sprintf("%d %s", i, tt.name), func(t *testing.T) {
			_, diags, err := Load("a.yaml", []byte(tt.text))
			var le *LoadError
			if !errors.As(err, &le) {
				t.Fatalf("got error %v", err)
			}
			if len(diags) != 1 || diags[0].Name != tt.name || diags[0].Severity != Error {
				t.Errorf("got %+v", diags)
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestLoadRefusesJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{`:                           "a.json:1:2: this is not JSON: the file ends in the middle of a value",
		`{"title":"x",}`:              "a.json:1:14: this is not JSON: invalid character '}' looking for beginning of object key string",
		`{} x`:                        "a.json:1:4: this is not JSON: invalid character 'x' after top-level value",
		"{\n \"tilte\": 1}":           "a.json:2:2: unknown key `tilte`: did you mean `title`?",
		`{"title": 5}`:                "a.json:1:11: `title` must be a string, not 5",
		`{"title": "a","title": "b"}`: "a.json:1:15: key `title` stands twice in a story, first on line 1",
		`{"causeline": 3}`:            "a.json:1:15: this story is from a newer causeline: format 3, and this program reads up to 1",
		`{"events": [{"title": "x", "é": 1, "z": 2}]}`: "a.json:1:28: unknown key `é` in an event",
	} {
		_, _, err := Load("a.json", []byte(text))
		if err == nil || firstLine(err.Error()) != want {
			t.Errorf("%s\ngot  %v\nwant %s", text, err, want)
		}
	}
}

// Dates point at the character that is wrong.
func TestLoadPointsIntoDates(t *testing.T) {
	for text, column := range map[string]int{
		"events:\n  - title: x\n    date: 2023-02-30\n":     19,
		"events:\n  - title: x\n    date: \"2023-13-01\"\n": 17,
	} {
		_, diags, err := Load("a.yaml", []byte(text))
		if err == nil || diags[0].Name != "impossible-date" || diags[0].Line != 3 || diags[0].Column < 11 || diags[0].Column > column+3 {
			t.Errorf("%q: got %+v", text, diags)
		}
	}
}

func TestLoadFindsAll(t *testing.T) {
	var b strings.Builder
	b.WriteString("tilte: x\nevents:\n")
	for range 30 {
		b.WriteString("  - title: x\n    weight: 2\n    colour: red\n")
	}
	_, diags, err := Load("a.yaml", []byte(b.String()))
	var le *LoadError
	if !errors.As(err, &le) {
		t.Fatal(err)
	}
	if len(diags) != 61 || len(le.Diagnostics) != 20 || le.More != 41 {
		t.Errorf("got %d diagnostics, %d shown, %d more", len(diags), len(le.Diagnostics), le.More)
	}
	if !strings.HasSuffix(err.Error(), "\nand 41 more errors") {
		t.Errorf("got %s", err)
	}
	for i := 1; i < len(diags); i++ {
		if diags[i].Line < diags[i-1].Line {
			t.Fatal("not in the order of the file")
		}
	}
}

// Text is what the file has, not what a YAML type makes of it.
func TestLoadKeepsText(t *testing.T) {
	s, _, err := Load("a.yaml", []byte(`title: 0o17
events:
  - {title: 1984, date: 0044, time: 11:30, actors: [true, 007], place: 1e3}
  - {title: yes, date: -0043, note: null}
  - {title: 2022-02-24, date: 2022-02-24, lane: ~}
  - {title: d, date: 1985}
  - {title: e, date: '1985'}
  - {title: f, date: [1667,1668]}
  - {title: g}
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range s.Events {
		got = append(got, fmt.Sprint(e.ID, " ", e.Date, " ", e.Time, " ", e.Title, e.Actors, e.Place, e.Note, e.Lane))
	}
	want := []string{
		"0044-1984 0044 11:30 1984[true 007]1e3",
		"44-bc-yes -0043  yes[]",
		"2022-02-24-2022-02-24 2022-02-24  2022-02-24[]",
		"1985-d 1985  d[]",
		"1985-e 1985  e[]",
		"1667-f [1667,1668]  f[]",
		"g   g[]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") || s.Title != "0o17" {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLoadDefaults(t *testing.T) {
	s, diags, err := Load("a.yaml", []byte("events:\n- {title: a, id: x}\n- {title: x}\n- {title: x}\nrelations:\n- {from: x, to: x-2, type: causes}\n"))
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	if s.Relations[0].Strength != StrengthStated {
		t.Errorf("strength %q", s.Relations[0].Strength)
	}
	if s.Events[0].ID != "x" || s.Events[1].ID != "x-2" || s.Events[2].ID != "x-3" {
		t.Errorf("ids %q %q %q", s.Events[0].ID, s.Events[1].ID, s.Events[2].ID)
	}
}

func TestLoadDropsUnsafeLinks(t *testing.T) {
	for url, safe := range map[string]bool{
		"https://a.example/": true, "HTTP://a.example": true, "mailto:a@b.example": true, "a/b.html": true, "../x?y=z:w": true, "#x": true, "//a.example": true, "x.html#a:b": true,
		"javascript:alert(1)": false, "JavaScript:x": false, " javascript:x": false, "java\tscript:x": false, "data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false, "\x01javascript:x": false, "\u00a0javascript:x": false, "a:b": false,
	} {
		s, diags, err := Load("a.yaml", []byte("events:\n- title: x\n  url: "+yamlQuote(url)+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Events[0].URL != ""; got != safe || safe != (len(diags) == 0) {
			t.Errorf("%q: kept %v, %v", url, got, diags)
		} else if !safe && (diags[0].Name != "unsafe-link" || diags[0].Severity != Warning || diags[0].Line != 3) {
			t.Errorf("%q: %+v", url, diags[0])
		}
	}
}

// Files made to be slow or to overflow the stack are answered in time.
func TestLoadBounds(t *testing.T) {
	bomb := "title: x\ndocuments: [{id: d}]\nevents:\n  - &e\n    title: x\n    mentions: [" + strings.Repeat("{document: d},", 3000) + "]\n" + strings.Repeat("  - *e\n", 3000)
	laughs := "removed: &a [x,x,x,x,x,x,x,x,x]\n"
	for i := range 20 {
		laughs += fmt.Sprintf("k%d: &b%d [%s]\n", i, i, strings.Repeat("*a,", 9))
	}
	for name, tt := range map[string]struct{ file, text, want string }{
		"aliases":      {"a.yaml", bomb, "too-large"},
		"laughs":       {"a.yaml", laughs, "unknown-key"},
		"brackets":     {"a.yaml", "a: " + strings.Repeat("[", 1e6), "too-large"},
		"braces":       {"a.yaml", strings.Repeat("{a: ", 1e5), "too-large"},
		"dashes":       {"a.yaml", strings.Repeat("- ", 1e6), "too-large"},
		"tags":         {"a.yaml", strings.Repeat("!a ", 1e6), "too-large"},
		"anchors":      {"a.yaml", strings.Repeat("&a ", 1e6), "too-large"},
		"keys":         {"a.yaml", strings.Repeat("a: ", 1e6), "too-large"},
		"json":         {"a.json", strings.Repeat("[", 1e6), "broken-json"},
		"closed json":  {"a.json", strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "too-large"},
		"one line":     {"a.yaml", "removed: [" + strings.Repeat("ä, ", 50000) + "]", "bad-id"},
		"size":         {"a.yaml", strings.Repeat("#", MaxBytes+1), "too-large"},
		"quoted quote": {"a.yaml", "a: " + strings.Repeat("'", 100001), "broken-yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			_, diags, err := Load(tt.file, []byte(tt.text))
			if err == nil || diags[0].Name != tt.want {
				t.Errorf("got %v", diags[:min(len(diags), 1)])
			}
			if d := time.Since(begin); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestSniff(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       format
	}{
		{"a.yaml", "{}", formatYAML}, {"a.YML", "", formatYAML}, {"a.json", "x", formatJSON}, {"a.csv", "x", formatCSV}, {"a.tsv", "x", formatCSV},
		{"-", `{"title": "x"}`, formatJSON}, {"-", "{title: x}", formatYAML}, {"-", "events:\n", formatYAML}, {"-", "date,title\n", formatCSV}, {"-", "\"Start date\";\"Headline\"\r\n", formatCSV},
		{"-", "# a, title, and a date\nevents: []\n", formatYAML}, {"story", " \n{\n \"a\": 1", formatJSON},
	} {
		if got := sniff(tt.name, tt.text); got != tt.want {
			t.Errorf("%s %q: got %d, want %d", tt.name, tt.text, got, tt.want)
		}
	}
}
