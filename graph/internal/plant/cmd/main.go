// Command cmd writes a story whose contradictions are known, to measure
// causeline with:
//
//	go run ./graph/internal/plant/cmd -events 100000 -relations 150000 -format json > big.json
//	causeline check big.json --format json > found.json
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/causeline/causeline/graph/internal/plant"
	"github.com/causeline/causeline/timeline/story"
)

func main() {
	events := flag.Int("events", 100_000, "how many events")
	relations := flag.Int("relations", 150_000, "how many relations")
	seed := flag.Uint64("seed", 1, "another number gives another story")
	format := flag.String("format", "json", "spelling: yaml or json")
	flag.Parse()
	if err := run(*events, *relations, *seed, *format); err != nil {
		fmt.Fprintln(os.Stderr, "plant:", err)
		os.Exit(1)
	}
}

func run(events, relations int, seed uint64, format string) error {
	s, planted, err := plant.Story(events, relations, seed)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "plant: %d events, %d relations, %d contradictions\n", len(s.Events), len(s.Relations), len(planted))
	switch format {
	case "json":
		return story.WriteJSON(os.Stdout, s)
	case "yaml":
		return story.WriteYAML(os.Stdout, s)
	}
	return fmt.Errorf("-format is %q: it can be yaml or json", format)
}
