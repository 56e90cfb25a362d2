// Command eval measures sentences and tokens against treebanks in CoNLL-U:
//
//	go run ./timeline/english/segment/eval [-errors] [-by strict] FILE...
//
// For every file it prints, per genre and over all, how well the ends of the
// treebank's sentences are found again, in three settings:
//
//	strict   paragraphs are given as blocks; only ends inside them count
//	blocks   paragraphs are given as blocks; all ends count
//	running  paragraphs are joined with blank lines; all ends count
//
// An end counts only where it stands at the same byte; "spans" is stricter and
// asks for both ends of a sentence. The tokens' figure compares words with the
// treebank's, hyphens split on both sides, since segment keeps hyphenated words
// whole on purpose.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

func main() {
	list := flag.Bool("errors", false, "list the wrong and missing ends with their context")
	by := flag.String("by", "strict", "the `setting` that -errors lists: strict, blocks or running")
	words := flag.Bool("words", false, "list the tokens that differ")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, path := range flag.Args() {
		docs, err := readFile(path)
		if err != nil {
			out.Flush()
			fmt.Fprintln(os.Stderr, "eval:", err)
			os.Exit(1)
		}
		fmt.Fprintf(out, "%s\n", path)
		table(out, docs)
		if *list {
			listErrors(out, docs, *by)
		}
		if *words {
			listWords(out, docs)
		}
	}
}

// table prints a row of F1 values per genre and one over all documents.
func table(out io.Writer, docs []document) {
	sums := map[string]*report{}
	all := &report{}
	for _, d := range docs {
		r := measure(d)
		if sums[d.genre] == nil {
			sums[d.genre] = &report{}
		}
		sums[d.genre].add(r)
		all.add(r)
	}
	fmt.Fprintf(out, "%-13s %6s  %-20s  %-20s  %-20s  %-6s %s\n", "genre", "ends", "strict P R F1", "blocks P R F1", "running P R F1", "spans", "tokens")
	for _, genre := range slices.Sorted(maps.Keys(sums)) {
		row(out, genre, sums[genre])
	}
	row(out, "all", all)
}

func row(out io.Writer, name string, r *report) {
	fmt.Fprintf(out, "%-13s %6d  %s  %s  %s  %.4f %.4f\n", name, r.blocks.want, r.strict, r.blocks, r.running, r.spans.f1(), r.tokens.f1())
}
