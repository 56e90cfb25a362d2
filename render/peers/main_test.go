package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// playEnv makes the test binary play a program that draws.
const playEnv = "CAUSELINE_PEERS_TEST_PLAY"

func TestMain(m *testing.M) {
	if text := os.Getenv(meterEnv); text != "" {
		exit(meter(text))
	}
	if part := os.Getenv(playEnv); part != "" {
		os.Exit(play(part))
	}
	os.Exit(m.Run())
}

func play(part string) int {
	switch part {
	case "draw":
		fmt.Print(byGraphviz)
	case "another each time":
		fmt.Print(strings.Replace(byGraphviz, "%3", fmt.Sprint(os.Getpid()), 1))
	case "no picture":
		fmt.Print("<html/>")
	case "sleep":
		time.Sleep(time.Hour)
	case "fail":
		fmt.Fprintln(os.Stderr, "out of ink\nand more")
		return 3
	}
	return 0
}

func TestRace(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]string{
		"draw":              "",
		"another each time": "another each time",
		"no picture":        "no view box",
		"sleep":             "over 500ms",
		"fail":              "exit status 3: out of ink",
	} {
		t.Run(part, func(t *testing.T) {
			t.Setenv(playEnv, part)
			b := bench{dir: t.TempDir(), runs: 3, limit: 30 * time.Second, budget: time.Minute}
			if part == "sleep" {
				b.limit = 500 * time.Millisecond
			}
			if err := inputs(b.dir, 4); err != nil {
				t.Fatal(err)
			}
			scores, err := b.race([]contender{
				{name: "present", input: "graph.dot", argv: []string{self}, along: across},
				{name: "absent", input: "graph.dot", along: across},
			})
			if err != nil {
				t.Fatal(err)
			}
			s := scores[0]
			if want == "" && s.trouble != "" || !strings.Contains(s.trouble, want) {
				t.Errorf("trouble %q, want %q", s.trouble, want)
			}
			if want == "" && (len(s.readings) != b.runs || s.readings[0].Wall <= 0 || s.readings[0].CPU <= 0 || len(s.drawing.events) != 2) {
				t.Errorf("got %+v", s)
			}
			if scores[1].trouble != "missing" {
				t.Errorf("of the absent one: %q", scores[1].trouble)
			}
		})
	}
}

// A contender that has used its time is not started again; each is once.
func TestBudget(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(playEnv, "draw")
	b := bench{dir: t.TempDir(), runs: 5, limit: 30 * time.Second}
	if err := inputs(b.dir, 4); err != nil {
		t.Fatal(err)
	}
	scores, err := b.race([]contender{{name: "present", input: "graph.dot", argv: []string{self}, along: across}})
	if err != nil || len(scores[0].readings) != 1 {
		t.Errorf("got %+v, %v", scores, err)
	}
}

// Where nothing is installed the report says of each program how to get it,
// and no row is measured.
func TestNothingInstalled(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none")
	var b strings.Builder
	if err := compare(&b, config{none, none, none, none, none}, "4", 1, time.Second); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"causeline (missing)", "**dot is missing**: install Graphviz", "**node is missing**",
		"**@viz-js/viz is missing**: npm install", "**d2 is missing**: go install oss.terrastruct.com/d2@v0.7.1",
		"| Viz.js | missing |", "| causeline, by time, wide | missing |"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the report does not say %q:\n%s", want, b.String())
		}
	}
}

func TestRefuses(t *testing.T) {
	for _, sizes := range []string{"", "x", "1", "15,", "100000"} {
		if err := compare(&strings.Builder{}, config{}, sizes, 1, time.Second); err == nil {
			t.Errorf("sizes %q pass", sizes)
		}
	}
	if err := compare(&strings.Builder{}, config{}, "4", 0, time.Second); err == nil {
		t.Error("no runs pass")
	}
}

func TestTable(t *testing.T) {
	d, err := readDrawing([]byte(byGraphviz))
	if err != nil {
		t.Fatal(err)
	}
	times := func(ms ...int) (out []reading) {
		for _, n := range ms {
			out = append(out, reading{Wall: time.Duration(n) * time.Millisecond, CPU: time.Duration(n) * time.Millisecond / 2, Peak: int64(n) << 20})
		}
		return out
	}
	got := table(invent(2), []score{
		{contender: contender{name: "dot", along: across}, readings: times(30, 10, 20), svg: make([]byte, 1600), drawing: d},
		{contender: contender{name: "slow", along: across}, readings: times(2500), svg: make([]byte, 400), drawing: d},
		{contender: contender{name: "lost"}, trouble: "over 1m0s"},
	})
	want := `
## 2 events, 1 relations

| | time | × dot | CPU | memory | SVG | drawn: events, relations | backwards | type at 360 / 1200 px | crossings |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
| dot | 20 ms | 1.0 | 10 ms | 30 MiB | 2 kB | 2, 1 | 1 of 1 | 14.0 / 14.0 | 0 |
| slow | 2.5 s | 125.0 | 1.2 s | 2500 MiB | 0 kB | 2, 1 | 1 of 1 | 14.0 / 14.0 | 0 |
| lost | over 1m0s | | | | | | | | |
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
