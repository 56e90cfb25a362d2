package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/causeline/causeline/timeline/story"
)

// preface says how the tables came about.
func preface(found []program, runs int) string {
	var b strings.Builder
	b.WriteString(`# Causal diagrams beside dot, Viz.js and d2

<!-- Written by make bench-peers; see there. Do not edit. -->

The same invented graphs, drawn by each program as a process of its own, from
a file to a finished SVG. The programs take turns, one run each, again and
again, after one run that does not count. `)
	fmt.Fprintf(&b, "Times are medians of up to %d runs. Trust\nthe ratios more than the times.\n\n", runs)
	fmt.Fprintf(&b, "Measured on %s, %d processors%s, with", runtime.GOOS+"/"+runtime.GOARCH, runtime.NumCPU(), processor())
	for i, p := range found {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, " %s %s", p.name, map[bool]string{true: p.version, false: "(missing)"}[p.path != ""])
	}
	b.WriteString(".\n")
	for _, p := range found {
		if p.path == "" {
			fmt.Fprintf(&b, "\n**%s is missing**: %s.\n", p.name, p.wants)
		}
	}
	b.WriteString(`
- **time**: median of the whole process; **× dot** the same as a multiple of dot's.
- **memory**: peak of the largest process.
- **drawn**: events and relations that the picture shows. causeline shows at
  most 60 events, the weightier ones, and says so in the picture; its figures on
  larger graphs are for such a picture. Where it cannot draw a line legibly it
  tells the relation in words instead.
- **backwards**: of all pairs of drawn events, those that stand in the wrong
  order along the main axis, by the middles of their boxes or marks.
- **type**: smallest type in px where the picture is shown 360 px and 1200 px
  wide; wider pictures shrink to fit, narrower ones stay as they are.
- **crossings**: points at which lines cross that have no event in common.

"By time" keeps the order of time, "by cause" sets causes before effects.
"First start" is with an empty cache. "A rank for each date" has dot keep the
order of time by a chain of invisible edges.
`)
	return b.String()
}

// processor is the name of the processor, where the system tells it.
func processor() string {
	file, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "model name"); ok {
			return " (" + strings.TrimLeft(name, " \t:") + ")"
		}
	}
	return ""
}

// table is the part of the report about one graph.
func table(s *story.Story, scores []score) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %d events, %d relations\n\n", len(s.Events), len(s.Relations))
	b.WriteString("| | time | × dot | memory | SVG | drawn: events, relations | backwards | type at 360 / 1200 px | crossings |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	var ids []string
	for _, e := range s.Events {
		ids = append(ids, e.ID)
	}
	dot := time.Duration(0)
	for _, k := range scores {
		if k.name == "dot" && k.trouble == "" {
			dot = median(k.readings)
		}
	}
	for _, k := range scores {
		if k.trouble != "" {
			fmt.Fprintf(&b, "| %s | %s | | | | | | | |\n", k.name, k.trouble)
			continue
		}
		d := k.drawing
		wrong, pairs := d.backwards(ids, k.along)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %d, %d | %d of %d | %s / %s | %d |\n", k.name,
			seconds(median(k.readings)), ratio(median(k.readings), dot), mebibytes(most(k.readings)), kilobytes(len(k.svg)),
			len(d.events), len(d.lines), wrong, pairs, pixels(d.smallestAt(360)), pixels(d.smallestAt(1200)), d.crossings())
	}
	return b.String()
}

func median(rs []reading) time.Duration {
	var walls []time.Duration
	for _, r := range rs {
		walls = append(walls, r.Wall)
	}
	slices.Sort(walls)
	return walls[len(walls)/2]
}

// most is the largest peak of the runs.
func most(rs []reading) int64 {
	var top int64
	for _, r := range rs {
		top = max(top, r.Peak)
	}
	return top
}

func seconds(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

func ratio(d, to time.Duration) string {
	if to == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", float64(d)/float64(to))
}

func mebibytes(n int64) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprintf("%d MiB", n>>20)
}

func kilobytes(n int) string { return fmt.Sprintf("%d kB", (n+500)/1000) }

func pixels(size float64) string {
	if math.IsInf(size, 1) {
		return "–"
	}
	return fmt.Sprintf("%.1f", math.Round(size*10)/10)
}
