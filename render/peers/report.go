package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/causeline/causeline/timeline/story"
)

// prefaceText is the report before its tables, with places for what differs.
//
//go:embed preface.md
var prefaceText string

// preface says how the tables came about.
func preface(found []program, runs int) (string, error) {
	t, err := template.New("preface").Parse(prefaceText)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, map[string]any{
		"Runs": runs, "Programs": found,
		"Machine": fmt.Sprintf("%s/%s, %d processors%s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor()),
	})
	return b.String(), err
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
	b.WriteString("| | time | × dot | CPU | memory | SVG | drawn: events, relations | backwards | type at 360 / 1200 px | crossings |\n")
	b.WriteString("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
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
			fmt.Fprintf(&b, "| %s | %s | | | | | | | | |\n", k.name, k.trouble)
			continue
		}
		d := k.drawing
		wrong, pairs := d.backwards(ids, k.along)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %d, %d | %d of %d | %s / %s | %d |\n", k.name,
			seconds(median(k.readings)), ratio(median(k.readings), dot), seconds(medianCPU(k.readings)), mebibytes(most(k.readings)), kilobytes(len(k.svg)),
			len(d.events), len(d.lines), wrong, pairs, pixels(d.smallestAt(360)), pixels(d.smallestAt(1200)), d.crossings())
	}
	return b.String()
}

func median(rs []reading) time.Duration {
	return middling(rs, func(r reading) time.Duration { return r.Wall })
}

func medianCPU(rs []reading) time.Duration {
	return middling(rs, func(r reading) time.Duration { return r.CPU })
}

func middling(rs []reading, of func(reading) time.Duration) time.Duration {
	var all []time.Duration
	for _, r := range rs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
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
