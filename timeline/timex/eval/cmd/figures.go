package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/causeline/causeline/timeline/timex/eval"
)

// halves are the rows of all tables.
var halves = []struct {
	name string
	half eval.Half
}{{"learning half", eval.Learning}, {"reported half", eval.Reported}, {"whole", eval.Whole}}

func printFigures(out *bufio.Writer, corpora string) error {
	if err := printTexts(out); err != nil {
		return err
	}
	for _, name := range documentFiles {
		docs, err := eval.ReadDocuments(filepath.Join(corpora, name))
		if err != nil {
			return err
		}
		if err := printDocuments(out, name, docs); err != nil {
			return err
		}
	}
	if err := printPhrases(out, filepath.Join(corpora, phraseFile)); err != nil {
		return err
	}
	docs, err := eval.ReadDocuments(filepath.Join(corpora, documentFiles[0]))
	if err != nil {
		return err
	}
	rate, err := speed(docs)
	fmt.Fprintf(out, "speed on the texts of %s, one core, median of %d: %.1f MB/s\n", documentFiles[0], passes, rate)
	return err
}

// printTexts prints the figures of the project's own texts.
func printTexts(out *bufio.Writer) error {
	var counts [3]eval.Counts
	for k, h := range halves {
		docs, err := eval.Texts(h.half)
		if err != nil {
			return err
		}
		for _, d := range docs {
			c, err := scored(d)
			if err != nil {
				return err
			}
			counts[k].Add(c)
		}
	}
	printCounts(out, "our own texts", counts)
	return nil
}

func scored(d eval.Document) (eval.Counts, error) {
	answer, err := eval.Answer(d)
	if err != nil {
		return eval.Counts{}, fmt.Errorf("%s: %w", d.Doc, err)
	}
	c, _ := eval.Score(d.Timexes, answer.Timexes)
	return c, nil
}

func printDocuments(out *bufio.Writer, name string, docs []eval.Document) error {
	var counts [3]eval.Counts
	for i, d := range docs {
		c, err := scored(d)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for k, h := range halves {
			if h.half.Has(i) {
				counts[k].Add(c)
			}
		}
	}
	printCounts(out, name, counts)
	return nil
}

func printCounts(out *bufio.Writer, name string, counts [3]eval.Counts) {
	fmt.Fprintf(out, "%-16s %5s %5s %6s | %-23s | %7s | %6s | %6s\n",
		name, "docs", "gold", "found", "strict P, R, F1", "relaxed", "type", "value")
	for k, h := range halves {
		c := counts[k]
		p, r, f := c.StrictPRF()
		_, _, relaxed := c.RelaxedPRF()
		fmt.Fprintf(out, "  %-14s %5d %5d %6d | %7.2f %7.2f %7.2f | %7.2f | %6.2f | %6.2f\n",
			h.name, c.Docs, c.Gold, c.Found, 100*p, 100*r, 100*f, 100*relaxed, 100*c.TypeF1(), 100*c.ValueF1())
	}
	fmt.Fprintln(out)
}

// A tally is how many of a kind are right.
type tally struct{ right, of int }

func (t tally) String() string {
	if t.of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d %5.1f", t.right, t.of, 100*float64(t.right)/float64(t.of))
}

func printPhrases(out *bufio.Writer, file string) error {
	phrases, err := eval.ReadPhrases(file)
	if err != nil {
		return err
	}
	byKind, byGenre := map[string]*[3]tally{}, map[string]*[3]tally{}
	count := func(in map[string]*[3]tally, key string, place int, right bool) {
		if in[key] == nil {
			in[key] = new([3]tally)
		}
		for k, h := range halves {
			if h.half.Has(place) {
				in[key][k].of++
				if right {
					in[key][k].right++
				}
			}
		}
	}
	for i, p := range phrases {
		right, _, err := p.Judge()
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		count(byKind, p.Kind(), i, right)
		count(byKind, "all", i, right)
		count(byGenre, p.Genre, i, right)
	}
	var genres []string
	for g := range byGenre {
		genres = append(genres, g)
	}
	slices.Sort(genres)
	fmt.Fprintf(out, "%-16s", filepath.Base(file))
	for _, h := range halves {
		fmt.Fprintf(out, " | %-15s", h.name)
	}
	fmt.Fprintln(out)
	for _, table := range []struct {
		rows []string
		in   map[string]*[3]tally
	}{{[]string{eval.KindWhen, eval.KindFromTo, eval.KindRest, "all"}, byKind}, {genres, byGenre}} {
		for _, row := range table.rows {
			fmt.Fprintf(out, "  %-14s", row)
			for k := range halves {
				cell := tally{}
				if table.in[row] != nil {
					cell = table.in[row][k]
				}
				fmt.Fprintf(out, " | %15s", cell)
			}
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out)
	}
	return nil
}

// passes is how often the speed is measured.
const passes = 5

// speed returns the median of the rates in which texts are read, in millions of
// bytes a second, on one core.
func speed(docs []eval.Document) (float64, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var rates []float64
	for range passes {
		size := 0
		start := time.Now()
		for _, d := range docs {
			if _, err := eval.Answer(d); err != nil {
				return 0, err
			}
			size += len(d.Text)
		}
		rates = append(rates, float64(size)/1e6/time.Since(start).Seconds())
	}
	slices.Sort(rates)
	return rates[passes/2], nil
}
