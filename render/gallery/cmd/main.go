// Command cmd draws the gallery into a folder. Run by `make gallery`.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/causeline/causeline/render/gallery"
	"github.com/causeline/causeline/render/layout"
)

func main() {
	out := flag.String("o", "bin/gallery", "the `FOLDER` to write")
	program := flag.String("layout", "", "the `PROGRAM` that lays out causal diagrams; looked for if not given")
	flag.Parse()
	if err := run(*out, *program); err != nil {
		fmt.Fprintf(os.Stderr, "drawing the gallery: %v\n", err)
		os.Exit(1)
	}
}

// run draws all pictures, and writes them when all are drawn.
func run(out, program string) error {
	stories, err := gallery.Stories()
	if err != nil {
		return err
	}
	pictures, err := gallery.Draw(context.Background(), stories, layout.Options{Path: program})
	if err != nil {
		return err
	}
	files, err := gallery.Files(stories, pictures)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d pictures of %d stories: %s\n", len(pictures), len(stories), filepath.Join(out, "index.html"))
	return nil
}
