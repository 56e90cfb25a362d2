package lexicon

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// readTable gives the rows of an embedded file: tab-separated cells, with
// empty lines and lines that begin with "#" left out. Every row must have
// the given number of cells.
func readTable(file string, cells int) ([][]string, error) {
	raw, err := data.ReadFile("data/" + file)
	if err != nil {
		return nil, fmt.Errorf("read embedded table %s: %w", file, err)
	}
	var rows [][]string
	number := 0
	for line := range strings.Lines(string(raw)) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != cells {
			return nil, fmt.Errorf("embedded table %s, line %d: %d cells, want %d", file, number, len(row), cells)
		}
		for i, cell := range row {
			if cell == "-" {
				row[i] = ""
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// mustTable is readTable for look-ups, which cannot report errors. The tables
// are part of the program and a test reads each of them, so that a failure
// here means a broken build.
func mustTable(file string, cells int) [][]string {
	rows, err := readTable(file, cells)
	if err != nil {
		panic(err)
	}
	return rows
}

// list splits a cell that holds several values.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
