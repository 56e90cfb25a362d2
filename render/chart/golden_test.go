package chart

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

var update = flag.Bool("update", false, "write the golden files")

func picture(t testing.TB, s *story.Story, narrow bool) *scene.Picture {
	t.Helper()
	f := Wide
	if narrow {
		f = Narrow
	}
	p, err := f(s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func draw(t testing.TB, s *story.Story, narrow bool) []byte {
	t.Helper()
	return svg.Marshal(picture(t, s, narrow), svg.Options{})
}

// golden compares a picture with the one kept.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".svg")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the picture, then run the test with -update", file)
	}
}

func TestGolden(t *testing.T) {
	all := stories()
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for shape, narrow := range map[string]bool{"wide": false, "narrow": true} {
			t.Run(name+"/"+shape, func(t *testing.T) {
				golden(t, name+"-"+shape, draw(t, all[name], narrow))
			})
		}
	}
}

func TestSameStorySameBytes(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		a := draw(t, dam(), narrow)
		s := dam()
		slices.Reverse(s.Events)
		s.Title = dam().Title
		b := draw(t, s, narrow)
		if !bytes.Equal(a, b) {
			t.Errorf("narrow=%v: the order of the events in the file changes the picture", narrow)
		}
	}
}

func TestSize(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		if n := len(draw(t, dam(), narrow)); n > 20_000 {
			t.Errorf("narrow=%v: 14 events take %d bytes, more than 20 kB", narrow, n)
		}
	}
}

func TestNoStory(t *testing.T) {
	if _, err := Wide(nil, Options{}); err == nil {
		t.Error("Wide drew no story")
	}
	if _, err := Narrow(nil, Options{}); err == nil {
		t.Error("Narrow drew no story")
	}
}

func BenchmarkWide14(b *testing.B)      { bench(b, dam(), false) }
func BenchmarkNarrow14(b *testing.B)    { bench(b, dam(), true) }
func BenchmarkWide500(b *testing.B)     { bench(b, many(500, 1903), false) }
func BenchmarkNarrow500(b *testing.B)   { bench(b, many(500, 1903), true) }
func BenchmarkWide1000(b *testing.B)    { bench(b, many(1000, 1903), false) }
func BenchmarkNarrow1000(b *testing.B)  { bench(b, many(1000, 1903), true) }
func BenchmarkWide10000(b *testing.B)   { bench(b, many(10000, 1903), false) }
func BenchmarkNarrow10000(b *testing.B) { bench(b, many(10000, 1903), true) }

func bench(b *testing.B, s *story.Story, narrow bool) {
	for b.Loop() {
		draw(b, s, narrow)
	}
}

// TestSharedIDs tests that events whose ids clash are not lost.
func TestSharedIDs(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1990-01-01", "First"), event("a", "1990-02-01", "Second"), event("", "1990-03-01", "Third")}}
	for _, narrow := range []bool{false, true} {
		doc := draw(t, s, narrow)
		for _, title := range []string{">First<", ">Second<", ">Third<"} {
			if !bytes.Contains(doc, []byte(title)) {
				t.Errorf("narrow=%v: %s is lost", narrow, title)
			}
		}
	}
}

// TestHugeTitles tests that a hostile story is drawn in bounded time.
func TestHugeTitles(t *testing.T) {
	s := &story.Story{Title: strings.Repeat("headline ", 2000)}
	for i := range 6 {
		s.Events = append(s.Events, event(strconv.Itoa(i), "1990-01-0"+strconv.Itoa(i+1), strings.Repeat("x", 20_000)+strings.Repeat(" word", 4000)))
	}
	for _, narrow := range []bool{false, true} {
		if doc := draw(t, s, narrow); bytes.Count(doc, []byte("word")) < 2*6*4000 {
			t.Errorf("narrow=%v: words are lost", narrow)
		}
	}
}

func TestOptions(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1990-05-16", "First"), event("b", "1991-07-01", "Second")}}
	p, err := Narrow(s, Options{Say: lang.Speaker{Dates: lang.MonthDay}, Link: func(e *story.Event) string { return "#" + e.ID }})
	if err != nil {
		t.Fatal(err)
	}
	doc := string(svg.Marshal(p, svg.Options{}))
	for _, want := range []string{`<a href="#a"`, `<a href="#b"`, ">May 16<"} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s", want)
		}
	}
}
