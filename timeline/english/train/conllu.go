package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/causeline/causeline/timeline/nlp"
)

// A sentence is one gold sentence of a treebank.
type sentence struct {
	toks     []nlp.Token // Text, Lower and Lemma
	gold     []string    // Penn tags
	relation []string    // to the head
	glued    []bool      // no space after the token
	newPar   bool        // first of its paragraph
	text     string      // as the comment gives it
	title    bool        // read without regard to capitals
}

// readConllu reads the sentences of a CoNLL-U file. Lines of multi-word tokens
// and empty nodes are passed over.
func readConllu(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	var out []sentence
	var s sentence
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	gluedTo := "" // last word of a multi-word token without a space after it
	for in.Scan() {
		line := in.Text()
		switch {
		case line == "":
			if len(s.toks) > 0 {
				out = append(out, s)
			}
			s = sentence{}
		case line[0] == '#':
			if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") {
				s.newPar = true
			}
			if t, ok := strings.CutPrefix(line, "# text = "); ok {
				s.text = t
			}
		default:
			c := strings.Split(line, "\t")
			if len(c) != 10 {
				return nil, fmt.Errorf("read treebank %s: line with %d columns, want 10", path, len(c))
			}
			if from, to, ok := strings.Cut(c[0], "-"); ok {
				_ = from
				gluedTo = ""
				if strings.Contains(c[9], "SpaceAfter=No") {
					gluedTo = to
				}
				continue
			}
			if strings.Contains(c[0], ".") {
				continue
			}
			s.toks = append(s.toks, nlp.Token{Text: c[1], Lower: nlp.Lower(c[1]), Lemma: c[2]})
			s.gold = append(s.gold, c[4])
			s.relation = append(s.relation, c[7])
			s.glued = append(s.glued, strings.Contains(c[9], "SpaceAfter=No") || c[0] == gluedTo)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	if len(s.toks) > 0 {
		out = append(out, s)
	}
	return out, nil
}
