package source

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

const goat = "The keeper's goat swam to the mainland on Monday, and nobody knows why."

// tree writes files, named by slash paths, under a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		p := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func paths(docs []Document) string {
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(d.Path + "=" + d.ID + " ")
	}
	return strings.TrimSpace(b.String())
}

const ownPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="generator" content="causeline 1"></head><body><p>` + goat + `</p></body></html>`

func TestReadFolder(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt":            goat,
		"a/b.txt":          goat + " It ate the map.",
		"a-z.txt":          goat,
		"B.md":             "# Goat\n\n" + goat,
		".hidden.txt":      goat,
		".git/x.txt":       goat,
		"out/z.txt":        goat,
		"index.html":       ownPage,
		"story.yaml":       "causeline: 1\nevents: []\n",
		"story.json":       `{"causeline": 1, "events": []}`,
		"events.csv":       "date,title\n2031,Goat\n",
		"prices.csv":       "day,price\n1,2\n",
		"config.yaml":      "colour: red\n",
		"timeline.svg":     "<svg></svg>",
		"goat.jpg":         "\xff\xd8\xff",
		"paper.pdf":        "%PDF-1.7",
		"letter.docx":      "PK\x03\x04",
		"notes.rst":        goat,
		"empty.txt":        "",
		"zero.txt":         "a\x00b",
		"thin.html":        "<html><body><nav>Home</nav></body></html>",
		"broken-front.md":  "---\ntitle: [\n---\n" + goat,
		"Ελληνικά.txt":     goat,
		"weird\xffname.md": goat,
	})
	if err := os.Symlink(filepath.Join(root, "b.txt"), filepath.Join(root, "link.txt")); err != nil {
		t.Fatal(err)
	}
	docs, warnings, err := Read([]string{root}, Options{Skip: []string{filepath.Join(root, "out")}})
	if err != nil {
		t.Fatal(err)
	}
	greek := "document-" + docs[len(docs)-1].SHA256[:8]
	if got, want := paths(docs), "B.md=b a-z.txt=a-z a/b.txt=a-b b.txt=b-txt weird_name.md=weird-name Ελληνικά.txt="+greek; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	want := []string{
		"broken-front.md: left out: line 2: broken front matter",
		"config.yaml: left out: neither a report nor a story file",
		"empty.txt: left out: the file is empty",
		"letter.docx: left out: not a text file; save it as plain text",
		"notes.rst: left out: unsupported file type",
		"paper.pdf: left out: not a text file; convert it to text first",
		"prices.csv: left out: neither",
		"thin.html: left out: no article found",
		"zero.txt: left out: not a text file",
	}
	if len(warnings) != len(want) {
		t.Errorf("warnings %v", warnings)
	}
	for i := range min(len(want), len(warnings)) {
		if !strings.HasPrefix(warnings[i].String(), want[i]) {
			t.Errorf("warning %q, want %q…", warnings[i], want[i])
		}
	}
	files, _, err := Files([]string{root}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var stories []string
	for _, f := range files {
		if f.Kind == KindStory {
			stories = append(stories, f.Path)
		}
	}
	if got := strings.Join(stories, " "); got != "events.csv story.json story.yaml" {
		t.Errorf("story files %s", got)
	}
}

func TestIDs(t *testing.T) {
	root := tree(t, map[string]string{
		"north/goat.txt": goat + " One.",
		"south/goat.txt": goat + " Two.",
		"other/goat.md":  goat + " Three.",
		"goat.txt":       goat + " Four.",
		"x/Goat!.txt":    goat + " Five.",
	})
	docs, _, err := Read([]string{root}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := paths(docs), "goat.txt=goat north/goat.txt=north-goat other/goat.md=other-goat south/goat.txt=south-goat x/Goat!.txt=x-goat"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	docs, _, err = Read([]string{root + "/south/goat.txt", root + "/north/goat.txt"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, d := range docs {
		ids[d.ID] = d.Text[len(goat)+1:]
		if d.Path != "goat.txt" {
			t.Errorf("path %q", d.Path)
		}
	}
	if ids["goat"] != "One." || ids["south-goat"] != "Two." {
		t.Errorf("ids %v", ids)
	}
	docs, _, err = Read([]string{root + "/south", root + "/south/../north"}, Options{})
	if err != nil || paths(docs) != "goat.txt=goat goat.txt=south-goat" && paths(docs) != "goat.txt=south-goat goat.txt=goat" {
		t.Errorf("two folders: %s, %v", paths(docs), err)
	}
	// Nothing tells these apart but their text.
	twins := tree(t, map[string]string{"1/in/goat.txt": goat + " One.", "2/in/goat.txt": goat + " Two.", "3/in/goat.txt": goat + " Two."})
	docs, _, err = Read([]string{twins + "/3/in", twins + "/2/in", twins + "/1/in"}, Options{})
	if err != nil || len(docs) != 3 {
		t.Fatalf("twins: %s, %v", paths(docs), err)
	}
	if got, want := paths(docs), "goat.txt=goat goat.txt=in-goat goat.txt=goat-"+docs[2].SHA256[:8]; got != want {
		t.Errorf("twins: got %s, want %s", got, want)
	}
}

// TestOrder reads one set of inputs in random orders: the documents must not
// differ.
func TestOrder(t *testing.T) {
	root := tree(t, map[string]string{
		"a/goat.txt": goat, "b/goat.txt": goat, "c/goat.txt": goat + " It swam well.", "goat.txt": goat + " It swam.",
		"a/deep/goat.md": goat, "20310402.txt": goat, "a/lamp.html": ownPage[:0] + "<p>" + goat + "</p>",
	})
	inputs := []string{
		root, root + "/a", root + "/b", root + "/c/goat.txt", root + "/goat.txt", root + "/a/deep", root + "/a/deep/goat.md",
		root + "/20310402.txt", "-",
	}
	read := func(t interface{ Fatal(...any) }, in []string) string {
		docs, _, err := Read(in, Options{Stdin: strings.NewReader(goat)})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, d := range docs {
			b.WriteString(d.ID + " " + d.Path + " " + d.SHA256 + " " + d.Published.String() + "\n")
		}
		return b.String()
	}
	want := read(t, inputs)
	if n := strings.Count(want, "\n"); n != 8 {
		t.Errorf("%d documents, want 8:\n%s", n, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.Permutation(inputs).Draw(t, "inputs")
		if again := rapid.IntRange(0, len(in)-1).Draw(t, "again"); in[again] != "-" {
			in = append(in, in[again])
		}
		if got := read(t, in); got != want {
			t.Fatalf("inputs %v give\n%swant\n%s", in, got, want)
		}
	})
}

func TestReadErrors(t *testing.T) {
	root := tree(t, map[string]string{
		"empty.txt": "", "blank.txt": " \n\t\n", "zero.txt": "a\x00b", "paper.pdf": "%PDF-1.7 and more", "paper.txt": "%PDF-1.7 and more",
		"notes.rst": goat, "thin.html": "<html><body><nav>Home</nav></body></html>", "own.html": ownPage,
		"front.md": "---\ntitle: Goat\ndate: [\n---\n" + goat, "unclosed.md": "---\ntitle: Goat\n\n" + goat, "when.md": "---\ntitle: Goat\ndate: soonish\n---\n" + goat,
		"bytes.txt": strings.Repeat("\x01\x02\x8d\x9d\x81", 40), "code.md": "```\ngoat\n```\n", "sub/.keep": "", "pics/a.jpg": "\xff\xd8\xff", "bad/zero.txt": "a\x00b",
	})
	for _, c := range []struct {
		input string
		is    error
		says  []string
	}{
		{"empty.txt", ErrEmpty, []string{"empty.txt", "leave it out"}},
		{"blank.txt", ErrEmpty, []string{"blank.txt"}},
		{"zero.txt", ErrBinary, []string{"zero.txt", "convert"}},
		{"paper.pdf", ErrBinary, []string{"paper.pdf"}},
		{"paper.txt", ErrBinary, []string{"paper.txt"}},
		{"notes.rst", ErrUnsupported, []string{".rst", "--input-format"}},
		{"thin.html", ErrNoArticle, []string{"thin.html", "save"}},
		{"own.html", nil, []string{"own.html", "causeline wrote"}},
		{"front.md", nil, []string{"front.md", "line 3", "front matter"}},
		{"unclosed.md", nil, []string{"unclosed.md", "line 1", "not closed"}},
		{"when.md", nil, []string{"when.md", "line 3", "soonish"}},
		{"bytes.txt", ErrUndecodable, []string{"bytes.txt", "UTF-8"}},
		{"code.md", ErrEmpty, []string{"code.md"}},
		{"missing.txt", nil, []string{"missing.txt", "no such file"}},
		{"sub", ErrNoDocument, []string{"sub", ".txt"}},
		{"pics", ErrNoDocument, []string{"pics"}},
		{"bad", ErrNoDocument, []string{"bad", "zero.txt"}},
	} {
		docs, _, err := Read([]string{filepath.Join(root, c.input)}, Options{})
		if err == nil {
			t.Errorf("%s: no error, documents %s", c.input, paths(docs))
			continue
		}
		if c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v is not %v", c.input, err, c.is)
		}
		for _, s := range c.says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%s: %q does not say %q", c.input, err, s)
			}
		}
		if full := filepath.Join(root, c.input); strings.Count(err.Error(), full) != 1 {
			t.Errorf("%s: not named once in %q", c.input, err)
		}
	}
	if _, err := ReadBytes("x.txt", make([]byte, MaxBytes+1), Options{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("large file: %v", err)
	}
	if _, err := ReadBytes("x.txt", []byte(goat), Options{Format: "pdf"}); err == nil || !strings.Contains(err.Error(), "pdf") {
		t.Errorf("unknown format: %v", err)
	}
	if _, _, err := Read([]string{"-"}, Options{}); err == nil || !strings.Contains(err.Error(), "standard input") {
		t.Errorf("no stdin: %v", err)
	}
	if _, _, err := Read([]string{"-"}, Options{Stdin: strings.NewReader("causeline: 1\nevents: []\n")}); !errors.Is(err, ErrStory) {
		t.Errorf("story on stdin: %v", err)
	}
	if docs, _, err := Read(nil, Options{}); err != nil || len(docs) != 0 {
		t.Errorf("no inputs: %v, %v", docs, err)
	}
}

// An unreadable file is a warning in a folder and an error when named.
func TestUnreadable(t *testing.T) {
	root := tree(t, map[string]string{"goat.txt": goat, "large.txt": "x"})
	large := filepath.Join(root, "large.txt")
	if err := os.Truncate(large, MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	// A sparse file of zeros: give it a text's beginning.
	f, err := os.OpenFile(large, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(bytes.Repeat([]byte("goat "), HeadBytes)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	docs, warnings, err := Read([]string{root}, Options{})
	if err != nil || len(docs) != 1 || len(warnings) != 1 || !strings.Contains(warnings[0].Message, "too large") {
		t.Errorf("folder: %s, %v, %v", paths(docs), warnings, err)
	}
	if _, _, err := Read([]string{large}, Options{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("named: %v", err)
	}
	if got := reason(&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}).Error(); got != "permission denied" {
		t.Errorf("reason: %q", got)
	}
}

func TestFolderIsOutput(t *testing.T) {
	root := tree(t, map[string]string{"goat.txt": goat, "index.html": ownPage})
	docs, _, err := Read([]string{root}, Options{Skip: []string{root}})
	if err != nil || paths(docs) != "goat.txt=goat" {
		t.Errorf("folder that is the output folder: %s, %v", paths(docs), err)
	}
}

func TestStdin(t *testing.T) {
	for _, c := range []struct{ in, format, id, title string }{
		{goat, "", "stdin", ""},
		{"Goat swims to mainland\n\n" + goat, "", "goat-swims-to-mainland", "Goat swims to mainland"},
		{"# Goat\n\n" + goat, "", "goat", "Goat"},
		{"# Goat\n\n" + goat, FormatText, "goat", "# Goat"},
		{"<html><head><title>Goat at sea</title></head><body><p>" + goat + "</p></body></html>", "", "goat-at-sea", "Goat at sea"},
	} {
		docs, _, err := Read([]string{"-"}, Options{Stdin: strings.NewReader(c.in), Format: c.format})
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		d := docs[0]
		if c.format == FormatText {
			if d.Text != c.in {
				t.Errorf("%q as text: %q", c.in, d.Text)
			}
			continue
		}
		if d.ID != c.id || d.Title != c.title || d.Path != "-" {
			t.Errorf("%q: id %q, title %q, path %q", c.in, d.ID, d.Title, d.Path)
		}
	}
}

func TestDatePrecedence(t *testing.T) {
	given, err := edtf.Parse("2030-01-01")
	if err != nil {
		t.Fatal(err)
	}
	const (
		meta  = `<meta property="article:published_time" content="2031-04-02T10:00:00Z">`
		mod   = `<meta property="article:modified_time" content="2031-04-09T10:00:00Z">`
		link  = `<link rel="canonical" href="https://g.example/2031/04/04/goat">`
		first = `<p>HASK, April 3, 2031 — ` + goat + `</p>`
		text  = `<p>` + goat + `</p>`
	)
	for _, c := range []struct {
		name, data, want, how string
		dating                story.Dating
	}{
		{"2031-04-05-x.html", meta + link + mod + first, "2031-04-02", "article:published_time (against dateline: 2031-04-03, URL: 2031-04-04, file name: 2031-04-05)", story.DatingStated},
		{"2031-04-05-x.html", link + mod + first, "2031-04-03", "dateline (against URL: 2031-04-04, file name: 2031-04-05)", story.DatingStated},
		{"2031-04-05-x.html", link + mod + text, "2031-04-04", "URL (against file name: 2031-04-05)", story.DatingStated},
		{"2031-04-05-x.html", mod + text, "2031-04-05", "file name", story.DatingStated},
		{"x.html", mod + text, "2031-04-09", "article:modified_time", story.DatingStated},
		{"x.html", text, "2030-01-01", "--date", story.DatingGiven},
		{"2031-04-03-x.html", first, "2031-04-03", "dateline", story.DatingStated},
	} {
		d, err := ReadBytes(c.name, []byte("<!DOCTYPE html><html><body>"+c.data+"</body></html>"), Options{Date: given})
		if err != nil {
			t.Errorf("%s: %v", c.data, err)
			continue
		}
		if d.Published.String() != c.want || d.DatedBy != c.how || d.Dating != c.dating {
			t.Errorf("%s %s\ngot  %s %q %s\nwant %s %q %s", c.name, c.data, d.Published, d.DatedBy, d.Dating, c.want, c.how, c.dating)
		}
	}
	d, err := ReadBytes("x.txt", []byte(goat), Options{})
	if err != nil || !d.Published.IsZero() || d.Dating != story.DatingUnknown || d.DatedBy != "" {
		t.Errorf("undated: %s %q %q %v", d.Published, d.Dating, d.DatedBy, err)
	}
}
