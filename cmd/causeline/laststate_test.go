package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

const lastJSON = `{"causeline": 1, "documents": [{"id": "wire", "path": "wire.txt"}, {"id": "post"}], "events": [
	{"id": "read", "title": "Read", "mentions": [{"document": "wire", "quote": "Read."}]},
	{"id": "kept", "title": "Kept", "mentions": [{"document": "wire", "quote": "Kept."}]},
	{"id": "gone", "title": "Gone", "mentions": [{"document": "wire", "quote": "Gone."}]},
	{"id": "other", "title": "Other", "mentions": [{"document": "post", "quote": "Other."}]},
	{"id": "written", "title": "By hand"}]}`

// What a story.yaml lacks of the story.json beside it was deleted. A file from
// elsewhere need not ever have held it: only what rests on documents that it
// lists.
func TestSince(t *testing.T) {
	const kept = "documents: [{id: wire}]\nevents: [{id: kept, title: Kept}]\nremoved: [gone]\n"
	for _, x := range []struct {
		name, file string // the story given, in or beside the folder built into
		text       string
		beside     bool // a story.json stands beside it, not in the folder
		want       string
	}{
		{"in place", "out/story.yaml", kept, false, "gone read other written"},
		{"built elsewhere, its state beside it", "mine/story.yaml", kept, true, "gone read other written"},
		{"a copy", "copy.yaml", kept, false, "gone read"},
		{"a copy beside the state", "mine/copy.yaml", kept, true, "gone read"},
		{"a file that never held them", "mine.yaml", "events: [{id: kept, title: Kept}]\n", false, ""},
		{"emptied in place", "out/story.yaml", "events: []\n", false, "read kept gone other written"},
	} {
		t.Run(x.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, filepath.FromSlash(x.file))
			for _, folder := range [...]string{"out", "mine"} {
				if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			write(t, path, x.text)
			state := filepath.Join(dir, "out", stateName)
			if x.beside {
				state = filepath.Join(filepath.Dir(path), stateName)
			}
			write(t, state, lastJSON)
			s, _, err := story.Load(path, []byte(x.text))
			if err != nil {
				t.Fatal(err)
			}
			to := destination{filepath.Join(dir, "out"), []storyFile{{path: path, name: path, story: s}}}
			last, _, err := to.since()
			if err != nil || last == nil {
				t.Fatalf("last state %v, error %v", last, err)
			}
			if got := strings.Join(s.Removed, " "); got != x.want {
				t.Errorf("removed %q, want %q", got, x.want)
			}
		})
	}
}

// Without a last state everything is the person's, and a story that names
// events that never were is refused.
func TestSinceNothing(t *testing.T) {
	dir := t.TempDir()
	s := &story.Story{Events: []story.Event{{ID: "kept", Title: "Kept"}},
		Relations: []story.Relation{{From: "kept", To: "ghost", Type: story.Causes, Strength: story.StrengthStated}}}
	broken := &story.LoadError{}
	to := destination{dir, []storyFile{{path: filepath.Join(dir, storyName), story: s, broken: broken}}}
	last, did, err := to.since()
	if last != nil || len(did) > 0 || err != broken {
		t.Errorf("last state %v, edits %v, error %v", last, did, err)
	}
	write(t, filepath.Join(dir, stateName), `{"events": [{"id": "kept", "title": "Kept"}, {"id": "ghost", "title": "Ghost"}]}`)
	if _, _, err := to.since(); err != nil || len(s.Relations) > 0 || strings.Join(s.Removed, " ") != "ghost" {
		t.Errorf("after ghost was deleted: error %v, relations %v, removed %q", err, s.Relations, s.Removed)
	}
	write(t, filepath.Join(dir, stateName), "{")
	if last, _, _ := to.since(); last != nil {
		t.Error("a damaged story.json is believed")
	}
}
