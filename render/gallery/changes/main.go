// Command changes shows the pictures that differ between the working tree and
// a commit, before and after, on one HTML page. Run by `make changes`.
//
//	go run ./render/gallery/changes [-o FILE] [COMMIT]
//
// Pictures are the SVG and PNG files in folders named testdata and in out/.
// The page holds them itself, so that it can be kept or sent.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("o", "bin/changes.html", "the `FILE` to write")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: changes [-o FILE] [COMMIT]")
		flag.PrintDefaults()
	}
	flag.Parse()
	commit := "HEAD"
	switch flag.NArg() {
	case 0:
	case 1:
		commit = flag.Arg(0)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err := run(".", commit, *out); err != nil {
		fmt.Fprintf(os.Stderr, "showing the pictures that changed: %v\n", err)
		os.Exit(1)
	}
}

// run writes the page for the repository that holds dir.
func run(dir, commit, out string) error {
	r, err := open(dir, commit)
	if err != nil {
		return err
	}
	changes, err := r.changes()
	if err != nil {
		return err
	}
	data, err := page(commit, changes)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return err
	}
	fmt.Printf("%d pictures differ from %s: %s\n", len(changes), commit, out)
	return nil
}
