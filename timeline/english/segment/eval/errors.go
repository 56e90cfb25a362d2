package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// listErrors prints every wrong and missing end with its surroundings, sorted
// by class, and the size of each class.
func listErrors(out io.Writer, docs []document, by string) {
	lines := map[string][]string{}
	for _, d := range docs {
		l := lay(d)
		blocks := l.blocks
		if by == "running" {
			blocks = nil
		}
		for _, e := range differences(l, english.Split(l.text, blocks)) {
			if by == "strict" && l.closing[e.at] {
				continue
			}
			lines[e.class] = append(lines[e.class], fmt.Sprintf("\t%s: %s", d.name, e.context))
		}
	}
	for _, class := range slices.Sorted(maps.Keys(lines)) {
		fmt.Fprintf(out, "%s (%d)\n%s\n", class, len(lines[class]), strings.Join(lines[class], "\n"))
	}
}

// A difference is an end that only one side has.
type difference struct {
	at             int
	class, context string
}

func differences(l layout, got []nlp.Sentence) []difference {
	gold, found := map[int]bool{}, map[int]bool{}
	for _, e := range l.ends {
		gold[e] = true
	}
	for _, s := range got {
		found[s.End] = true
	}
	var out []difference
	add := func(at int, kind string) {
		out = append(out, difference{at, kind + " " + classOf(l.text[:at], l.text[at:]), context(l.text, at)})
	}
	for _, e := range l.ends {
		if !found[e] {
			add(e, "missing")
		}
	}
	for _, s := range got {
		if !gold[s.End] {
			add(s.End, "wrong")
		}
	}
	return out
}

// classOf names the kinds of character on the two sides of an end.
func classOf(before, after string) string {
	return sideOf(lastRune(before)) + " | " + sideOf(firstRune(after))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \n"))
	return r
}

func sideOf(r rune) string {
	switch {
	case r == utf8.RuneError:
		return "border"
	case strings.ContainsRune("\"'“”‘’«»", r):
		return "quote"
	case strings.ContainsRune("()[]{}", r):
		return "bracket"
	case strings.ContainsRune("-–—", r):
		return "dash"
	case unicode.IsUpper(r):
		return "capital"
	case unicode.IsLetter(r):
		return "small"
	case unicode.IsDigit(r):
		return "digit"
	case strings.ContainsRune(".…,;:?!", r):
		return string(r)
	}
	return "other"
}

// context shows 50 bytes on either side of a place.
func context(text string, at int) string {
	from, to := max(0, at-50), min(len(text), at+50)
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return strings.ReplaceAll(text[from:at]+" ¦ "+text[at:to], "\n", "⏎")
}

// listWords prints the words that differ, the most frequent first.
func listWords(out io.Writer, docs []document) {
	counts := map[string]int{}
	for _, d := range docs {
		l := lay(d)
		countWords(counts, l, english.Split(l.text, l.blocks))
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	for _, k := range keys {
		fmt.Fprintf(out, "%5d %s\n", counts[k], k)
	}
}

func countWords(counts map[string]int, l layout, got []nlp.Sentence) {
	gold := map[span]bool{}
	for _, w := range l.words {
		for _, p := range splitHyphens(l.text, w) {
			gold[p] = true
		}
	}
	for _, s := range got {
		for _, t := range s.Tokens {
			for _, p := range splitHyphens(l.text, span{t.Start, t.End}) {
				if gold[p] {
					delete(gold, p)
				} else {
					counts["found   "+l.text[p.start:p.end]]++
				}
			}
		}
	}
	for p := range gold {
		counts["missing "+l.text[p.start:p.end]]++
	}
}
