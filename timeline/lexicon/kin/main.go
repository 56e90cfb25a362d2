// Command kin makes the table data/kin.tsv of package lexicon from the files of
// WordNet 3.1:
//
//	go run ./timeline/lexicon/kin -wordnet DIR > timeline/lexicon/data/kin.tsv
//
// DIR is the folder that holds data.verb and its like. A row is a lemma, its
// part of speech (v, n, or x for what denotes no event), how common it is (the
// binary logarithm of its count in WordNet's tagged texts, plus one), the verb
// that a noun comes from, the sets of synonyms that its usual senses belong to,
// and the sets right above them. Sets are numbered from 1 in the order of their
// places in WordNet.
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// How much of WordNet goes into the table.
const (
	verbSenses = 4 // usual senses of a verb
	nounSenses = 3
	leastCount = 2 // occurrences of a word that is listed for its frequency only
)

// A synset is a set of synonyms: one sense that several words share.
type synset struct {
	file    string   // of the lexicographers: 04 is acts, 11 events
	words   []string // in lower case
	above   []string // sets of which it is a kind
	derived []link   // words of other parts of speech
}

// A link leads from one word of a set to one of another set. Words count
// from 1.
type link struct {
	to       string
	from, at int
}

// eventFiles are the lexicographers' files of nouns that denote what happens.
var eventFiles = map[string]bool{"04": true, "10": true, "11": true, "19": true, "22": true, "26": true}

// A wordnet is the files that the table is made from. Sets are named by part
// of speech and place in the file.
type wordnet struct {
	sets   map[string]*synset
	senses map[string][]string // sets by part of speech and lemma, the usual first
	counts map[string]int      // by part of speech and lemma
}

func main() {
	dir := flag.String("wordnet", "", "folder of the files of WordNet 3.1")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "kin:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	w := &wordnet{sets: map[string]*synset{}, senses: map[string][]string{}, counts: map[string]int{}}
	for _, file := range []struct {
		name string
		read func(fields []string)
	}{
		{"data.verb", func(f []string) { w.set("v", f) }},
		{"data.noun", func(f []string) { w.set("n", f) }},
		{"index.verb", func(f []string) { w.index("v", f) }},
		{"index.noun", func(f []string) { w.index("n", f) }},
		{"index.sense", w.count},
	} {
		if err := read(filepath.Join(dir, file.name), file.read); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(os.Stdout)
	w.print(out)
	return out.Flush()
}

// read calls f with the fields of each line but those of the licence, which
// begin with two spaces.
func read(file string, f func(fields []string)) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "  ") {
			f(strings.Fields(lines.Text()))
		}
	}
	return lines.Err()
}

// set reads a line of data.verb or data.noun.
func (w *wordnet) set(pos string, f []string) {
	s := &synset{file: f[1]}
	n, _ := strconv.ParseInt(f[3], 16, 32)
	at := 4
	for range n {
		s.words = append(s.words, strings.ToLower(f[at]))
		at += 2
	}
	pointers, _ := strconv.Atoi(f[at])
	at++
	for range pointers {
		symbol, to, ends := f[at], f[at+2]+f[at+1], f[at+3]
		switch {
		case symbol == "@" && f[at+2] == pos:
			s.above = append(s.above, to)
		case symbol == "+":
			from, _ := strconv.ParseInt(ends[:2], 16, 32)
			word, _ := strconv.ParseInt(ends[2:], 16, 32)
			s.derived = append(s.derived, link{to, int(from), int(word)})
		}
		at += 4
	}
	w.sets[pos+f[0]] = s
}

// index reads a line of index.verb or index.noun.
func (w *wordnet) index(pos string, f []string) {
	n, _ := strconv.Atoi(f[2])
	for _, at := range f[len(f)-n:] {
		w.senses[pos+f[0]] = append(w.senses[pos+f[0]], pos+at)
	}
}

// count reads a line of index.sense.
func (w *wordnet) count(f []string) {
	lemma, kind, _ := strings.Cut(f[0], "%")
	pos := "x"
	switch kind[0] {
	case '1':
		pos = "n"
	case '2':
		pos = "v"
	}
	n, _ := strconv.Atoi(f[3])
	w.counts[pos+lemma] += n
	w.counts["a"+lemma] += n // all of them
}

// usual returns the sets of a lemma that the table lists.
func (w *wordnet) usual(pos, lemma string) []string {
	most := verbSenses
	if pos == "n" {
		most = nounSenses
	}
	var out []string
	for _, s := range w.senses[pos+lemma] {
		if pos == "n" && !eventFiles[w.sets[s].file] {
			continue
		}
		if out = append(out, s); len(out) == most {
			break
		}
	}
	return out
}

// base returns the verb that an event noun comes from: of several the one that
// is spelt most alike, then the most common, then the first in the alphabet.
func (w *wordnet) base(lemma string, sets []string) string {
	best, bestLike := "", 0
	for _, s := range sets {
		for _, d := range w.sets[s].derived {
			if d.to[0] != 'v' || d.from < 1 || w.sets[s].words[d.from-1] != lemma {
				continue
			}
			verb := w.sets[d.to].words[d.at-1]
			like := shared(lemma, verb)
			if like < 3 {
				continue
			}
			better := cmp.Or(cmp.Compare(like, bestLike), cmp.Compare(w.counts["v"+verb], w.counts["v"+best]), cmp.Compare(best, verb))
			if best == "" || better > 0 {
				best, bestLike = verb, like
			}
		}
	}
	return best
}

// shared returns how many bytes two words begin with alike.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func (w *wordnet) print(out *bufio.Writer) {
	numbers := map[string]int{}
	names := make([]string, 0, len(w.sets))
	for s := range w.sets {
		names = append(names, s)
	}
	slices.Sort(names)
	for i, s := range names {
		numbers[s] = i + 1
	}
	cell := func(sets []string) string {
		var list []int
		for _, s := range sets {
			list = append(list, numbers[s])
		}
		slices.Sort(list)
		list = slices.Compact(list)
		if len(list) == 0 {
			return "-"
		}
		return strings.Trim(strings.ReplaceAll(fmt.Sprint(list), " ", "|"), "[]")
	}
	rows := map[string]string{}
	for key, n := range w.counts {
		pos, lemma := key[:1], key[1:]
		if strings.ContainsAny(lemma, ".'/0123456789") || pos == "v" && strings.Count(lemma, "_") > 1 || pos != "v" && strings.Contains(lemma, "_") {
			continue
		}
		word := strings.ReplaceAll(lemma, "_", " ")
		common := bits.Len(uint(w.counts["a"+lemma]))
		switch pos {
		case "v", "n":
			sets := w.usual(pos, lemma)
			base := "-"
			if pos == "n" {
				if b := strings.ReplaceAll(w.base(lemma, sets), "_", " "); b != "" {
					base = b
				}
				// A noun that usually is no event, and comes from no verb.
				if len(sets) == 0 || base == "-" && w.sets[w.senses["n"+lemma][0]].file == "10" {
					continue
				}
			}
			if n == 0 && len(sets) > 0 && base == "-" && len(w.sets[sets[0]].words) == 1 {
				continue // rare, and without synonyms
			}
			var above []string
			for _, s := range sets {
				above = append(above, w.sets[s].above...)
			}
			rows[word+"\t"+pos] = fmt.Sprintf("%d\t%s\t%s\t%s", common, base, cell(sets), cell(above))
		}
	}
	for key := range w.counts {
		lemma := key[1:]
		if key[0] != 'a' || w.counts[key] < leastCount || strings.ContainsAny(lemma, "_.'/0123456789") {
			continue
		}
		_, verb := rows[lemma+"\tv"]
		_, noun := rows[lemma+"\tn"]
		if !verb && !noun {
			rows[lemma+"\tx"] = fmt.Sprintf("%d\t-\t-\t-", bits.Len(uint(w.counts[key])))
		}
	}
	keys := make([]string, 0, len(rows))
	for k := range rows {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fmt.Fprintln(out, "# Words, how common they are and which denote the same, from WordNet 3.1 (licence: see NOTICE). Made by timeline/lexicon/kin.")
	fmt.Fprintln(out, "# lemma, part of speech (v, n, x for neither), frequency (binary logarithm), verb that a noun comes from, sets of synonyms, sets above them.")
	for _, k := range keys {
		fmt.Fprintf(out, "%s\t%s\n", k, rows[k])
	}
}
