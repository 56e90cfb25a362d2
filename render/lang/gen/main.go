// Gen writes the part of a language's phrases that Unicode's CLDR has: month
// names, orders of dates, eras, units with their plurals, lists and numbers.
//
//	go run ./render/lang/gen -cldr FOLDER -o render/lang/data de fr es ru uk zh
//
// FOLDER holds the unpacked packages cldr-dates-full, cldr-numbers-full,
// cldr-units-full and cldr-misc-full. It writes one file for each language,
// such as de.cldr.txt; docs/languages.md says how the rest is written.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	cldr := flag.String("cldr", ".", "folder of the unpacked packages")
	out := flag.String("o", ".", "folder for the files")
	flag.Parse()
	for _, tag := range flag.Args() {
		if err := write(*cldr, *out, tag); err != nil {
			fmt.Fprintf(os.Stderr, "gen: %s: %v\n", tag, err)
			os.Exit(1)
		}
	}
}

func write(cldr, out, tag string) error {
	l, err := read(cldr, tag)
	if err != nil {
		return err
	}
	text, err := l.phrases()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, tag+".cldr.txt"), []byte(text), 0o644)
}
