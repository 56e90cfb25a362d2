// Command cmd measures the date stage on the corpora of a folder:
// timebank.jsonl, aquaint.jsonl and gum-dates.jsonl. Package eval says what
// they hold.
//
//	go run ./timeline/timex/eval/cmd -corpora DIR            figures
//	go run ./timeline/timex/eval/cmd -corpora DIR -errors    errors of the learning half
//	go run ./timeline/timex/eval/cmd -corpora FILE -jsonl    what is found, for another scorer
//
// Rules are made while looking at the errors of the learning half. Those of the
// reported half are shown on -half odd: who looks at them can no longer report
// its figures.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/causeline/causeline/timeline/timex/eval"
)

// The corpora, by their files.
var (
	documentFiles = []string{"timebank.jsonl", "aquaint.jsonl"}
	phraseFile    = "gum-dates.jsonl"
)

func main() {
	corpora := flag.String("corpora", "", "folder of the corpora; for -jsonl, a file or a folder")
	showErrors := flag.Bool("errors", false, "print what is wrong instead of figures")
	asLines := flag.Bool("jsonl", false, "print what is found in documents instead of figures")
	half := flag.String("half", "", "even or odd: which half -errors (default even) and -jsonl (default both) print")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	err := run(out, *corpora, *showErrors, *asLines, *half)
	if ferr := out.Flush(); err == nil {
		err = ferr
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(out *bufio.Writer, corpora string, showErrors, asLines bool, half string) error {
	part := eval.Half(half)
	switch {
	case corpora == "":
		return errors.New("-corpora is missing: name the folder of the corpora")
	case part != eval.Whole && part != eval.Learning && part != eval.Reported:
		return fmt.Errorf("-half is %q: use even or odd", half)
	case part != eval.Whole && !showErrors && !asLines:
		return errors.New("-half goes with -errors or -jsonl: the figures are those of both halves")
	case showErrors && asLines:
		return errors.New("-errors and -jsonl exclude each other")
	}
	info, err := os.Stat(corpora)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no %s: name the folder that holds %s, %s and %s with -corpora (with make: CORPORA=DIR, where DIR/dates is that folder)",
			corpora, documentFiles[0], documentFiles[1], phraseFile)
	}
	if err != nil {
		return err
	}
	switch {
	case asLines && info.IsDir():
		files, err := filepath.Glob(filepath.Join(corpora, "*.jsonl"))
		if err != nil {
			return err
		}
		return printAnswers(out, files, part)
	case asLines:
		return printAnswers(out, []string{corpora}, part)
	case showErrors:
		if part == eval.Whole {
			part = eval.Learning
		}
		return printErrors(out, corpora, part)
	}
	return printFigures(out, corpora)
}

// printAnswers writes what is found in documents, one JSON object a line.
func printAnswers(out *bufio.Writer, files []string, half eval.Half) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, file := range files {
		docs, err := eval.ReadDocuments(file)
		if err != nil {
			return err
		}
		for i, d := range docs {
			if !half.Has(i) {
				continue
			}
			answer, err := eval.Answer(d)
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			if err := enc.Encode(answer); err != nil {
				return err
			}
		}
	}
	return nil
}
