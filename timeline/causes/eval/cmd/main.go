// Command cmd measures the reading of causes on the corpora of a folder:
// cnc-train.jsonl (the Causal News Corpus, spans) and meantime-apple.jsonl
// (MEANTIME, triggers). Package eval says how.
//
//	go run ./timeline/causes/eval/cmd -corpora DIR            figures
//	go run ./timeline/causes/eval/cmd -corpora DIR -errors    what is wrong in the learning half
//
// Rules are made while looking at the learning half of the Causal News Corpus,
// its first line and every second after it; the other half is for figures
// alone. MEANTIME is too small to be halved.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/causeline/causeline/timeline/causes/eval"
)

// A corpus is a file and how it is scored.
type corpus struct {
	file  string
	score func(eval.Case, []eval.Pair, bool) eval.Score
	halve bool
}

var corpora = []corpus{
	{"cnc-train.jsonl", eval.Spans, true},
	{"meantime-apple.jsonl", eval.Triggers, false},
}

func main() {
	folder := flag.String("corpora", "", "folder of the corpora")
	showErrors := flag.Bool("errors", false, "print what is wrong in the learning half instead of figures")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	err := run(out, *folder, *showErrors)
	if ferr := out.Flush(); err == nil {
		err = ferr
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, folder string, showErrors bool) error {
	if folder == "" {
		return errors.New("-corpora is missing: name the folder of the corpora")
	}
	for _, c := range corpora {
		cases, err := read(filepath.Join(folder, c.file))
		if err != nil {
			return err
		}
		switch {
		case showErrors && c.halve:
			printErrors(out, c, half(cases, 0))
		case showErrors:
		case c.halve:
			figures(out, c, "learning half", half(cases, 0))
			figures(out, c, "reported half", half(cases, 1))
		default:
			figures(out, c, "all of it", cases)
		}
	}
	return nil
}

func read(name string) ([]eval.Case, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s: name the folder that holds it with -corpora (with make: CORPORA=DIR, where DIR/causes is that folder)", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cases, err := eval.ReadCases(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return cases, nil
}

// half returns every second case, from the first or the second on.
func half(cases []eval.Case, from int) []eval.Case {
	var out []eval.Case
	for i := from; i < len(cases); i += 2 {
		out = append(out, cases[i])
	}
	return out
}

// figures prints how the readers do on one part of a corpus.
func figures(out io.Writer, c corpus, part string, cases []eval.Case) {
	fmt.Fprintf(out, "%s, %s: %d texts\n", c.file, part, len(cases))
	for _, possible := range []bool{false, true} {
		strength := "stated"
		if possible {
			strength = "possible"
		}
		for _, r := range []struct {
			name string
			read func(string, bool) []eval.Pair
		}{{"causes", eval.Read}, {"words only", eval.Plain}} {
			var directed, either eval.Score
			began := time.Now()
			for _, x := range cases {
				found := r.read(x.Text, possible)
				directed.Add(c.score(x, found, true))
				either.Add(c.score(x, found, false))
			}
			speed := float64(len(cases)) / time.Since(began).Seconds()
			p, rec, f := directed.Figures()
			_, _, f2 := either.Figures()
			fmt.Fprintf(out, "  %-9s %-11s P %s  R %s  F %s  (either direction F %s; %d right of %d, %d of %d found; %.0f texts/s)\n",
				strength, r.name, percent(p), percent(rec), percent(f), percent(f2), directed.FoundRight, directed.Found, directed.GoldFound, directed.Gold, speed)
		}
	}
}

// percent writes hundredths of a percent.
func percent(n int) string { return fmt.Sprintf("%3d.%02d", n/100, n%100) }

// printErrors prints what is found and not right, and what is not found.
func printErrors(out io.Writer, c corpus, cases []eval.Case) {
	for _, x := range cases {
		found := eval.Read(x.Text, true)
		s := c.score(x, found, true)
		if s.FoundRight == s.Found && s.GoldFound == s.Gold {
			continue
		}
		text := []rune(x.Text)
		show := func(name string, pairs []eval.Pair) {
			for _, p := range pairs {
				fmt.Fprintf(out, "  %s %q > %q\n", name, string(text[p.Cause[0]:p.Cause[1]]), string(text[p.Effect[0]:p.Effect[1]]))
			}
		}
		fmt.Fprintf(out, "%s %s\n", x.ID, x.Text)
		show("found ", found)
		show("corpus", x.Pairs)
	}
}
