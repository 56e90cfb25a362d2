package gallery

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/layout"
)

// What the tests share: the stories, and their pictures as drawn once.
var (
	program  layout.Options
	stories  []Story
	pictures []Picture
)

func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gallery")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	name := layout.Command
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	program = layout.Options{Path: filepath.Join(dir, name), CacheDir: filepath.Join(dir, "cache"), Timeout: time.Minute}
	build := exec.Command("go", "build", "-o", program.Path, "github.com/causeline/causeline/cmd/causeline-layout")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	if stories, err = Stories(); err == nil {
		pictures, err = Draw(context.Background(), stories, program)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// TestStories counts what makes the stories hard.
func TestStories(t *testing.T) {
	want := map[string]int{
		"against-time": 8, "archive-of-700": 700, "bce-to-today": 9, "decade-of-200": 200, "disagreements": 5, "empty": 0,
		"five-in-a-year": 5, "forty-in-three-years": 40, "four-lanes": 12, "fourteen": 14, "geological": 8,
		"hostile": 10, "knots": 30, "long-headline": 5, "long-titles": 6, "midnight": 7, "no-headline": 3, "one-event": 1,
		"one-hour": 9, "open-ended": 6, "panels": 10, "ranges": 9, "same-minute": 8, "scripts": 7, "seven-lanes": 10,
		"statuses": 10, "thousand-years": 11, "two-on-one-day": 2, "uncertain": 11, "undated": 3,
	}
	if len(stories) != len(want) {
		t.Errorf("%d stories, want %d", len(stories), len(want))
	}
	for i, s := range stories {
		if n, ok := want[s.Name]; !ok || len(s.Events) != n {
			t.Errorf("%s has %d events, want %d", s.Name, len(s.Events), n)
		}
		if i > 0 && stories[i-1].Name >= s.Name {
			t.Errorf("%s stands after %s", s.Name, stories[i-1].Name)
		}
		for _, e := range s.Events {
			if e.Drawn != (s.Name != "undated") {
				t.Errorf("%s: %s is drawn: %v", s.Name, e.ID, e.Drawn)
			}
		}
	}
}

// TestReach tests that a story draws on all that a story file can say of time,
// status and relations.
func TestReach(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range stories {
		for _, e := range s.Events {
			seen[string(e.Status)] = true
			seen["clock"] = seen["clock"] || e.Time != ""
			if s.Name == "long-titles" && len(e.Title) > 110 {
				seen["long title"] = true
			}
		}
		for _, r := range s.Relations {
			seen[string(r.Type)], seen[string(r.Strength)] = true, true
		}
	}
	for _, what := range []string{"happened", "planned", "cancelled", "denied", "clock", "long title",
		"causes", "enables", "prevents", "before", "part_of", "stated", "possible"} {
		if !seen[what] {
			t.Errorf("no story has anything %s", what)
		}
	}
}

func TestPictures(t *testing.T) {
	files, of := map[string]bool{}, map[string]int{}
	for _, p := range pictures {
		if files[p.File()] {
			t.Errorf("%s is drawn twice", p.File())
		}
		files[p.File()] = true
		of[p.Variant.File]++
		if start := map[string]string{".svg": "<svg ", ".png": "\x89PNG", ".pdf": "%PDF-"}[filepath.Ext(p.File())]; !strings.HasPrefix(string(p.Data), start) {
			t.Errorf("%s begins with %q", p.File(), p.Data[:min(len(p.Data), 8)])
		}
		if !isSVG(p) {
			continue
		}
		dec := xml.NewDecoder(bytes.NewReader(p.Data))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s is not well-formed: %v", p.File(), err)
				break
			}
		}
		if width := fmt.Sprintf(`width="%d"`, p.Variant.Widths[0]); !bytes.Contains(p.Data[:min(len(p.Data), 300)], []byte(width)) {
			t.Errorf("%s has not %s", p.File(), width)
		}
	}
	for variant, want := range map[string]int{
		"timeline-wide.svg": 30, "timeline-narrow.svg": 30, "causes-wide.svg": 30, "causes-by-cause.svg": 30, "causes-narrow.svg": 30,
		"timeline-relative.svg": 28, "timeline-lanes.svg": 9, "timeline-paper.svg": 2, "timeline-wide.pdf": 2, "timeline-ru.svg": 2,
	} {
		if of[variant] != want {
			t.Errorf("%s is drawn of %d stories, want %d", variant, of[variant], want)
		}
	}
}

func isSVG(p Picture) bool { return filepath.Ext(p.File()) == ".svg" }

// TestEvents tests that timelines in which every event is drawn by itself show
// every dated one.
func TestEvents(t *testing.T) {
	byName := map[string]Story{}
	for _, s := range stories {
		byName[s.Name] = s
	}
	for _, p := range pictures {
		if p.Variant.File != "timeline-wide.svg" && p.Variant.File != "timeline-narrow.svg" || chart.Grouped(len(byName[p.Story].Events)) {
			continue
		}
		for _, e := range byName[p.Story].Events {
			if mark := ` data-event="` + e.ID + `"`; bytes.Count(p.Data, []byte(mark)) != 1 && e.Drawn {
				t.Errorf("%s has not one mark for %s", p.File(), e.ID)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	again, err := Stories()
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := Draw(context.Background(), again, program)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range drawn {
		if !bytes.Equal(p.Data, pictures[i].Data) {
			t.Errorf("%s is another picture the second time", p.File())
		}
	}
}

func TestDrawRefused(t *testing.T) {
	_, err := Draw(context.Background(), stories[1:2], layout.Options{Path: filepath.Join(t.TempDir(), "none")})
	if err == nil || !strings.Contains(err.Error(), stories[1].Name+".causes-by-cause.svg: ") {
		t.Errorf("without the layout program: %v", err)
	}
}

func TestFiles(t *testing.T) {
	files, err := Files(stories, pictures)
	if err != nil {
		t.Fatal(err)
	}
	if want := len(pictures) + len(stories) + 2; len(files) != want {
		t.Errorf("%d files, want %d", len(files), want)
	}
	var list []entry
	if err := json.Unmarshal(files["gallery.json"], &list); err != nil {
		t.Fatal(err)
	}
	page := string(files["index.html"])
	for i, e := range list {
		p := pictures[i]
		if e.File != p.File() || !bytes.Equal(files[e.File], p.Data) || e.View != p.Variant.View || len(e.Widths) != 2 {
			t.Errorf("picture %d is listed as %+v", i, e)
		}
		if files[e.Story+".json"] == nil {
			t.Errorf("%s has no story", e.File)
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range e.Widths {
				if want := fmt.Sprintf(`width="%d" loading="lazy" alt="%s, %s, %d px"`, width, e.File, scheme, width); (strings.Count(page, want) == 1) != p.IsImage() {
					t.Errorf("the page does not show %s", want)
				}
			}
		}
		n, err := gzipped(p.Data)
		if err != nil || n < 200 || isSVG(p) && n > len(p.Data)/2 {
			t.Errorf("%s has %d bytes gzipped, of %d: %v", e.File, n, len(p.Data), err)
		}
		if want := fmt.Sprintf("%s</a>: %d bytes, %d gzipped<", e.File, len(p.Data), n); !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(page, "<script") {
		t.Error("the page has a script")
	}
}
