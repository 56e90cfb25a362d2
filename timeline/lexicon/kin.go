package lexicon

import (
	"strconv"
	"strings"
	"sync"
)

// A KinInfo says which other words may denote the same as a word.
type KinInfo struct {
	Base  string // the verb that a noun comes from: "resign" for resignation; "" where it comes from none
	Sets  []int  // sets of synonyms that it belongs to, in ascending order
	Above []int  // sets of which those are kinds
}

type kinTable struct {
	verbs, nouns map[string]string // the last three cells of a row
	common       map[string]int
}

var kin = sync.OnceValue(func() *kinTable {
	raw, err := data.ReadFile("data/kin.tsv")
	if err != nil {
		panic(err) // the table is part of the program
	}
	t := &kinTable{verbs: map[string]string{}, nouns: map[string]string{}, common: map[string]int{}}
	for line := range strings.Lines(string(raw)) {
		if line[0] == '#' {
			continue
		}
		// A row is taken apart when somebody asks for it: most are never.
		lemma, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		pos, rest, _ := strings.Cut(rest, "\t")
		count, rest, _ := strings.Cut(rest, "\t")
		if n, err := strconv.Atoi(count); err == nil {
			t.common[lemma] = n
		}
		switch pos {
		case "v":
			t.verbs[lemma] = rest
		case "n":
			t.nouns[lemma] = rest
		}
	}
	return t
})

// Kin finds what a verb or an event noun is akin to, by its lemma.
func Kin(lemma string, verb bool) (KinInfo, bool) {
	t := kin()
	row, ok := t.nouns[lemma]
	if verb {
		row, ok = t.verbs[lemma]
	}
	if !ok {
		return KinInfo{}, false
	}
	cells := strings.Split(row, "\t")
	if len(cells) != 3 {
		return KinInfo{}, false
	}
	info := KinInfo{Sets: numbers(cells[1]), Above: numbers(cells[2])}
	if cells[0] != "-" {
		info.Base = cells[0]
	}
	return info, true
}

// Frequency says how common a word is, by its lemma: the binary logarithm of
// its count in texts of all sorts, plus one; 0 for what does not occur there.
// It is at most 16.
func Frequency(lemma string) int { return kin().common[lemma] }

func numbers(cell string) []int {
	if cell == "-" {
		return nil
	}
	var out []int
	for s := range strings.SplitSeq(cell, "|") {
		if n, err := strconv.Atoi(s); err == nil {
			out = append(out, n)
		}
	}
	return out
}
