package story

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

// styles are ways in which people write YAML.
var styles = map[string]string{
	"bare":           "events:\n- title: A dam breaks\n  date: 1911\n",
	"no line break":  "events:\n- title: A dam breaks\n  date: 1911",
	"bare end":       "events:\n- title: 0\n  note: |\n    x",
	"empty lists":    "title: x\nevents: []\nrelations:\nremoved: ~\n",
	"crlf":           "# head\r\ntitle: \"x\"  # here\r\n\r\nevents:\r\n  - title: A dam breaks\r\n    date: '1911'\r\n    note: |\r\n      one\r\n      two\r\n",
	"mark":           "\ufefftitle: x\nevents:\n- title: y\n",
	"comments":       "# head\n\n\ntitle: x   # behind   \n# between\nevents: # of the list\n  # first\n  - title: A dam breaks # why\n    # inside\n    date: 1911   # year\n    # after\n\n  # second\n  -   title: b   \n# foot\n",
	"flow":           "{title: x, events: [{title: a, date: 1911, actors: [b, \"c\", 'd',],}, {title: e}], # c\n  relations: []}\n",
	"json":           "{\"events\": [{\"title\": \"a\\u00e9\", \"date\": \"1911\"}]}",
	"folded":         "title: >-\n  long\n  title\n\n  here\nsummary: >+\n  kept\n\nevents:\n  - title: |2\n       odd\n    note: >  # c\n      a\n      b\n\n    place: x\n",
	"many lines":     "title: plain\n  over\n\n  lines\nsummary: \"quoted \\\n  over lines\"\nevents:\n  - title: 'single\n      quoted'\n    note: a # b\n",
	"anchors":        "title: &t Dam\nsummary: *t\nevents:\n  - &base\n    title: A dam breaks\n    date: 1911\n    actors: &who [Ann, Bo]\n  - <<: *base\n    title: Another\n  - title: Third\n    actors: *who\n",
	"tags":           "title: !!str 1911\nevents:\n  - title: !!str true\n    date: !!str 1911\n",
	"document marks": "%YAML 1.2\n---\ntitle: x\nevents:\n- title: y\n...\n",
	"odd indents":    "events:\n      -  id: a\n         title:    spaced out\n         actors:\n         - x\n         -    y\n         mentions: []\n\n\n\n",
	"odd keys":       "\"title\": x\n'events':\n  - \"title\" : y\n    'date' : 0044\n",
	"dates":          "events:\n  - {title: a, date: -0043}\n  - {title: b, date: 0044, time: 11:30}\n  - {title: c, date: 2022-02-24, time: 09:00-08:00/10:00-08:00}\n  - title: d\n    date: [1667,1668, 1670..1672]\n",
	"unsafe link":    "events:\n  - title: a\n    url: javascript:alert(1)\n",
	"wide letters":   "title: Zürich – 北京 🙂  # ü\nevents:\n  - title: é # 🙂\n    place: \"北京\" # x\n",
	"blanks behind":  "title: \"x\"   \nsummary: 'y'  \nevents:   \n  - title: b b   \n    date: 1911  # c  \n    actors: [x, y]   \n    note: |  \n      z\n    place:   \n    lane: 'it''s'  \n  - {title: a  , place:  b  }  \n  - title: plain\n      folded   \n    place: &p  x  \n    lane: *p  \n",
	"offsets kept":   "documents:\n  - id: r\nevents:\n  - title: a\n    drawn: true\n    mentions:\n      - document: r\n        sentence: [1, 20]\n        start: 3\n        end: 5\n",
}

// Patching with nothing to say changes nothing.
func TestPatchIdentity(t *testing.T) {
	for name, text := range styles {
		t.Run(name, func(t *testing.T) {
			s, _, err := Load("story.yaml", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			Normalize(s)
			got, err := Patch([]byte(text), s)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != text {
				t.Errorf("got  %q\nwant %q", got, text)
			}
		})
	}
}

func date(t interface{ Fatal(...any) }, s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// patchEdits are changes made to every style of file in turn.
var patchEdits = map[string]func(t *testing.T, s *Story){
	"title":        func(t *testing.T, s *Story) { s.Title = "New: title" },
	"no title":     func(t *testing.T, s *Story) { s.Title = "" },
	"summary":      func(t *testing.T, s *Story) { s.Summary = "Two\nlines" },
	"event title":  func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Title = "Changed #1" }) },
	"event dates":  func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Date = date(t, "2001-05") }) },
	"no dates":     func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Date = edtf.Date{} }) },
	"actors":       func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Actors = append(e.Actors, "New, one") }) },
	"other actors": func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Actors = []string{"z", "c", "b"} }) },
	"no actors":    func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Actors = nil }) },
	"notes":        func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Note = "noted" }) },
	"long notes":   func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Note = "one\n\ntwo\n" }) },
	"no notes":     func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Note = "" }) },
	"weights":      func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Weight = 0.25 }) },
	"planned":      func(t *testing.T, s *Story) { each(s, func(e *Event) { e.Status = StatusPlanned }) },
	"new event": func(t *testing.T, s *Story) {
		s.Events = append(s.Events, Event{ID: "new", Title: "New", Date: date(t, "1912"), Actors: []string{"A"}})
	},
	"first goes": func(t *testing.T, s *Story) { s.Events = s.Events[min(1, len(s.Events)):] },
	"last goes":  func(t *testing.T, s *Story) { s.Events = s.Events[:max(0, len(s.Events)-1)] },
	"all go":     func(t *testing.T, s *Story) { s.Events = nil },
	"all change": func(t *testing.T, s *Story) { s.Events = []Event{{ID: "a-new", Title: "A new"}} },
	"evidence": func(t *testing.T, s *Story) {
		s.Documents = append(s.Documents, Document{ID: "paper", Title: "A paper"})
		each(s, func(e *Event) {
			e.Mentions = append(e.Mentions, Mention{Document: "paper", Quote: "It \"broke\"."})
		})
	},
	"relation": func(t *testing.T, s *Story) {
		s.Events = append(s.Events, Event{ID: "x-1", Title: "X"}, Event{ID: "x-2", Title: "Y"})
		s.Relations = append(s.Relations, Relation{From: "x-1", To: "x-2", Type: Causes, Strength: StrengthPossible})
		s.Removed = append(s.Removed, "gone")
		s.SameAs = append(s.SameAs, [2]string{"x-1", "x-3"})
	},
	"everything": func(t *testing.T, s *Story) {
		*s = Story{Title: "Other", Events: []Event{{ID: "one", Title: "One"}, {ID: "two", Title: "Two"}},
			Relations: []Relation{{From: "one", To: "two", Type: Before, Strength: StrengthStated}}}
	},
}

func each(s *Story, f func(e *Event)) {
	for i := range s.Events {
		f(&s.Events[i])
	}
}

// Every change takes hold in every style, and no comment outside what goes is
// lost.
func TestPatchEveryStyle(t *testing.T) {
	for style, text := range styles {
		for name, change := range patchEdits {
			t.Run(style+"/"+name, func(t *testing.T) {
				want, _, err := Load("story.yaml", []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				change(t, want)
				out, err := Patch([]byte(text), want)
				if err != nil {
					t.Fatal(err)
				}
				got, _, err := Load("story.yaml", out)
				if err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
				if !equalValues("", patchTree(want), patchTree(got)) {
					t.Errorf("%s\n%s", same(want, got), out)
				}
				if strings.Contains(text, "\r\n") && strings.Contains(strings.ReplaceAll(string(out), "\r\n", ""), "\n") {
					t.Errorf("mixed line breaks: %q", out)
				}
				if strings.Contains(text, "events") && len(got.Events) == 0 && !strings.Contains(string(out), "events") {
					t.Errorf("the list is lost: %q", out)
				}
				if strings.HasPrefix(text, "# head") && !strings.HasPrefix(string(out), "# head") {
					t.Errorf("the head is lost: %q", out)
				}
			})
		}
	}
}

// What only adds takes no byte away.
func TestPatchOnlyAdds(t *testing.T) {
	for style, text := range styles {
		if style == "empty lists" || style == "bare end" {
			continue // [] gives way to a list; a last line without a break says something else with one
		}
		for _, name := range []string{"weights", "new event", "evidence", "relation"} {
			s, _, err := Load("story.yaml", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if name == "evidence" && style == "odd indents" {
				continue
			}
			patchEdits[name](t, s)
			out, err := Patch([]byte(text), s)
			if err != nil {
				t.Fatal(style, name, err)
			}
			rest := text
			for i := 0; i < len(out) && rest != ""; i++ {
				if out[i] == rest[0] {
					rest = rest[1:]
				}
			}
			// Aliases and bare lists may be written out, comments may not go.
			if rest != "" && style != "anchors" && style != "flow" {
				t.Errorf("%s, %s: %q is lost from\n%s", style, name, rest, out)
			}
			for _, line := range strings.Split(text, "\n") {
				if _, comment, ok := strings.Cut(line, " #"); ok && !strings.Contains(string(out), strings.TrimRight(comment, "\r")) {
					t.Errorf("%s, %s: comment %q is lost", style, name, comment)
				}
			}
		}
	}
}

// Any story can be patched into any other, in block and in flow style.
func TestPatchAnyToAny(t *testing.T) {
	for _, write := range []func(*bytes.Buffer, *Story) error{
		func(b *bytes.Buffer, s *Story) error { return WriteYAML(b, s) },
		func(b *bytes.Buffer, s *Story) error { return WriteJSON(b, s) },
	} {
		rapid.Check(t, func(t *rapid.T) {
			from, to := genStory().Draw(t, "from"), genStory().Draw(t, "to")
			var b bytes.Buffer
			if err := write(&b, from); err != nil {
				t.Fatal(err)
			}
			out, err := Patch(b.Bytes(), to)
			if err != nil {
				t.Fatalf("%v\n%s", err, b.Bytes())
			}
			got, _, err := Load("story.yaml", out)
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if !equalValues("", patchTree(to), patchTree(got)) {
				t.Fatalf("%s\nfrom\n%s\nto\n%s", same(to, got), b.Bytes(), out)
			}
		})
	}
}

// The golden files show what a person sees after a change.
func TestPatchGolden(t *testing.T) {
	original, err := os.ReadFile(filepath.Join("testdata", "patch", "original.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	for name, change := range map[string]func(s *Story){
		"add": func(s *Story) {
			s.Events[0].Place = "Low Weir"
			s.Events[0].Actors = append(s.Events[0].Actors, "Mill owners")
			s.Events[1].Mentions = append(s.Events[1].Mentions, Mention{Document: "gazette", Quote: "Water stood in the nave.", DateText: "on Tuesday", DateBasis: BasisStated})
			s.Events = append(s.Events, Event{ID: "1912-bridge-is-closed", Date: date(t, "1912"), Title: "Bridge is closed", Status: StatusHappened})
			s.Relations = append(s.Relations, Relation{From: s.Events[1].ID, To: "1912-bridge-is-closed", Type: Enables, Strength: StrengthStated, Cue: "after"})
			s.Removed = []string{"1912-fair"}
		},
		"change": func(s *Story) {
			s.Title = "The flood, retold"
			s.Events[0].Date = date(t, "1911-03-08")
			s.Events[0].Title = "Weir gives way at night"
			s.Events[1].Note = "Seen: twice"
			s.Events[1].Show = &yes
			s.Relations[0].Strength = StrengthStated
		},
		"remove": func(s *Story) {
			s.Summary = ""
			s.Events[0].Actors = s.Events[0].Actors[:1]
			s.Events = append(s.Events[:1], s.Events[2:]...)
			s.Relations = nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _, err := Load("story.yaml", original)
			if err != nil {
				t.Fatal(err)
			}
			change(s)
			got, err := Patch(original, s)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("patch", name+".yaml"), got)
		})
	}
}

func TestPatchRefuses(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"broken":       {"events: [", "patch story: story.yaml:1:9: this is not YAML: sequence end token ']' not found"},
		"question key": {"? events\n: - title: a\n", "patch story: line 1: a key written with \"?\" cannot be changed in place; write it as \"key: value\""},
		"wide":         {"\xff\xfea\x00", "patch story: the file is UTF-16; save it as UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Patch([]byte(tt.text), &Story{Title: "x"})
			if err == nil || firstLine(err.Error()) != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// The documents of an answer are ids and no documents: another one is a change.
func TestPatchSources(t *testing.T) {
	text := "documents: [{id: paper}, {id: wire}]\nevents: [{id: a, title: A}]\ndisagreements:\n  - about: [a]\n    field: date\n    kind: conflict\n    values: [{value: '1911', documents: [paper]}] # hm\n"
	s, _, err := Load("story.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s.Disagreements[0].Values[0].Documents = []string{"wire"}
	got, err := Patch([]byte(text), s)
	if want := strings.Replace(text, "documents: [paper]", "documents: [wire]", 1); err != nil || string(got) != want {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
}
