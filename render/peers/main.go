// Command peers compares causeline's causal diagrams with those of native dot,
// Viz.js and d2: whole-process time, memory, size, order in time, type and
// crossings, on the same invented graphs. It installs nothing: what is missing
// is named, with what it takes, and what is there is measured. Run by
// `make bench-peers`; the report is Markdown.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/causeline/causeline/timeline/story"
)

func main() {
	if text := os.Getenv(meterEnv); text != "" {
		exit(meter(text))
	}
	var c config
	flag.StringVar(&c.causeline, "causeline", "bin/causeline", "the `PROGRAM` to compare, with causeline-layout beside it")
	flag.StringVar(&c.dot, "dot", "dot", "Graphviz's `PROGRAM`")
	flag.StringVar(&c.node, "node", "node", "the `PROGRAM` that runs Viz.js")
	flag.StringVar(&c.viz, "viz-dir", "", "`FOLDER` in which npm has installed @viz-js/viz")
	flag.StringVar(&c.d2, "d2", "d2", "d2's `PROGRAM`")
	sizes := flag.String("sizes", "15,100,500,1000", "`EVENTS` of the graphs")
	runs := flag.Int("runs", 15, "`RUNS` of each program on each graph, of which the median counts")
	limit := flag.Duration("limit", 3*time.Minute, "`TIME` after which a program is stopped")
	flag.Parse()
	exit(compare(os.Stdout, c, *sizes, *runs, *limit))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "comparing with peers: %v\n", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// budget is how long all runs of one program on one graph may take together.
// Each that draws is run twice at least.
const budget = 20 * time.Second

// compare measures and writes the report.
func compare(w io.Writer, c config, sizes string, runs int, limit time.Duration) error {
	if runs < 1 {
		return fmt.Errorf("%d runs are too few", runs)
	}
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	script := filepath.Join(dir, "render.cjs")
	if err := os.WriteFile(script, renderJS, 0o600); err != nil {
		return err
	}
	found := c.programs()
	report, err := preface(found, runs)
	if err != nil {
		return err
	}
	for i, field := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(field)
		if err != nil || n < 2 || n > 9999 {
			return fmt.Errorf("size %q is no number from 2 to 9999", field)
		}
		b := bench{dir: filepath.Join(dir, field), runs: runs, limit: limit, budget: budget}
		if err := os.MkdirAll(filepath.Join(b.dir, "cold"), 0o700); err != nil {
			return err
		}
		if err := inputs(b.dir, n); err != nil {
			return err
		}
		var list []contender
		for _, k := range contenders(found, script) {
			if i == 0 || !k.small {
				list = append(list, k)
			}
		}
		fmt.Fprintf(os.Stderr, "%d events ...\n", n)
		scores, err := b.race(list)
		if err != nil {
			return err
		}
		report += table(invent(n), scores)
	}
	_, err = io.WriteString(w, report)
	return err
}

func yamlOf(s *story.Story) ([]byte, error) {
	var b strings.Builder
	err := story.WriteYAML(&b, s)
	return []byte(b.String()), err
}
