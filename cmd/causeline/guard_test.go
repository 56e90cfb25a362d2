package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSameFile(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	write(t, a, "same")
	write(t, b, "same")
	hard := filepath.Join(dir, "hard")
	if err := os.Link(a, hard); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{a, a, true},
		{a, "a", true},
		{a, filepath.Join(dir, "sub", "..", "a"), true},
		{a, hard, true},
		{a, b, false},
		{a, filepath.Join(dir, "none"), false},
		{filepath.Join(dir, "none"), "none", true},
		{"-", "a", false},
	} {
		if got := sameFile(x.a, x.b); got != x.want {
			t.Errorf("sameFile(%q, %q) = %t", x.a, x.b, got)
		}
	}
}

const handWritten = "# mine\nevents:\n  - id: fair\n    title: Fair\n"

func TestGuard(t *testing.T) {
	next := []byte("events: []\n")
	tests := []struct {
		name       string
		have, page string // what is in the folder, "" for nothing
		own        bool   // story.yaml is an input
		refused    bool
	}{
		{name: "empty folder"},
		{name: "unknown file", have: handWritten, refused: true},
		{name: "stays as it is", have: string(next)},
		{name: "is an input", have: handWritten, own: true},
		{name: "is what was written", have: handWritten, page: "<html>\n" + record([]byte(handWritten))},
		{name: "was changed", have: handWritten + "# more\n", page: "<html>\n" + record([]byte(handWritten)), refused: true},
		{name: "page tells nothing", have: handWritten, page: "<html>\n", refused: true},
		{name: "record not at the end", have: handWritten, page: record([]byte(handWritten)) + "<p>", refused: true},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			to := destination{dir: t.TempDir()}
			path := filepath.Join(to.dir, storyName)
			if x.have != "" {
				write(t, path, x.have)
			}
			if x.page != "" {
				write(t, filepath.Join(to.dir, pageName), x.page)
			}
			if x.own {
				to.stories = []storyFile{{path: path, data: []byte(x.have)}}
			}
			if err := to.guard(next); (err != nil) != x.refused {
				t.Errorf("guard: %v, refused should be %t", err, x.refused)
			}
		})
	}
}

// A file that is an input can only be made again from the inputs if it was
// made from others before and does not change.
func TestDerived(t *testing.T) {
	to := destination{dir: t.TempDir()}
	path := filepath.Join(to.dir, storyName)
	if !to.derived([]byte(handWritten)) {
		t.Error("from reports: not derived")
	}
	write(t, path, handWritten)
	to.stories = []storyFile{{path: path, data: []byte(handWritten)}}
	if to.derived([]byte(handWritten)) {
		t.Error("a person's file counts as derived")
	}
	write(t, filepath.Join(to.dir, pageName), record([]byte(handWritten)))
	if !to.derived([]byte(handWritten)) {
		t.Error("unchanged since it was made from reports: not derived")
	}
	if to.derived([]byte(handWritten + "# more\n")) {
		t.Error("added to: derived")
	}
}

func TestBasis(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, storyName), "own")
	own := storyFile{path: filepath.Join(dir, storyName), data: []byte("own")}
	other := storyFile{path: "other.yml", data: []byte("other")}
	json := storyFile{path: "story.json", data: []byte("{}")}
	piped := storyFile{path: "-", data: []byte("# hand\nevents: []\n")}
	pipedJSON := storyFile{path: "-", data: []byte(`{"events": []}`)}
	pipedCSV := storyFile{path: "-", data: []byte("date,title\n1901,Fair\n")}
	for _, x := range []struct {
		stories []storyFile
		want    string
	}{
		{nil, ""},
		{[]storyFile{other}, "other"},
		{[]storyFile{json}, ""},
		{[]storyFile{other, json}, ""},
		{[]storyFile{other, own, json}, "own"},
		{[]storyFile{piped}, "# hand\nevents: []\n"},
		{[]storyFile{pipedJSON}, ""},
		{[]storyFile{pipedCSV}, ""},
	} {
		if got := string(destination{dir, x.stories}.basis()); got != x.want {
			t.Errorf("basis of %v is %q, want %q", x.stories, got, x.want)
		}
	}
}
