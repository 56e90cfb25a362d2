package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// A document is a run of paragraphs, each a run of sentences.
type document struct {
	name, genre string
	paragraphs  [][]sentence
}

// A sentence is a treebank's sentence: its text and where its words stand.
type sentence struct {
	text  string
	words []span
	glued bool // the next sentence follows without a space
}

// A span is a half-open range of bytes.
type span struct{ start, end int }

func readFile(path string) ([]document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	docs, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	return docs, nil
}

// A reader gathers the documents of a CoNLL-U file.
type reader struct {
	docs   []document
	newPar bool
	cur    sentence
	at     int // where the next word is looked for in cur.text
	within int // last word of the multi-word token being read
	number int // of the line
	spaced bool
}

// read reads CoNLL-U: https://universaldependencies.org/format.html.
// Paragraphs and documents begin where the comments newpar and newdoc say so;
// the genre is that of "meta::genre" or else the head of the document's name.
func read(in io.Reader) ([]document, error) {
	r := reader{newPar: true}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.number++
		if err := r.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	r.finish()
	return r.docs, nil
}

func (r *reader) line(line string) error {
	switch {
	case line == "":
		r.finish()
	case line[0] == '#':
		r.comment(line)
	default:
		return r.word(line)
	}
	return nil
}

func (r *reader) comment(line string) {
	if name, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
		genre, _, _ := strings.Cut(name, "-")
		r.docs = append(r.docs, document{name: name, genre: genre})
		r.newPar = true
	}
	if strings.HasPrefix(line, "# newpar") {
		r.newPar = true
	}
	if genre, ok := strings.CutPrefix(line, "# meta::genre = "); ok && len(r.docs) > 0 {
		r.docs[len(r.docs)-1].genre = genre
	}
	if text, ok := strings.CutPrefix(line, "# text = "); ok {
		r.cur.text = text
	}
}

// word places the word of a line in the sentence's text. The words of a
// multi-word token count where their forms stand in the text ("ca" and "n't"),
// else the token counts as one word.
func (r *reader) word(line string) error {
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	var id, last int
	if strings.Contains(c[0], ".") { // an empty node
		return nil
	}
	if n, _ := fmt.Sscanf(c[0], "%d-%d", &id, &last); n == 2 {
		r.within = last
		r.cur.glued = strings.Contains(c[9], "SpaceAfter=No")
		return nil
	}
	if _, err := fmt.Sscanf(c[0], "%d", &id); err != nil {
		return fmt.Errorf("number of word %q: %w", c[0], err)
	}
	if id > r.within {
		r.cur.glued = strings.Contains(c[9], "SpaceAfter=No")
	}
	for r.at < len(r.cur.text) && r.cur.text[r.at] == ' ' {
		r.at++
	}
	if !strings.HasPrefix(r.cur.text[r.at:], c[1]) {
		// A form that differs from the text, within a multi-word token: what
		// stands in the text joins the word before.
		return nil
	}
	r.cur.words = append(r.cur.words, span{r.at, r.at + len(c[1])})
	r.at += len(c[1])
	return nil
}

func (r *reader) finish() {
	if r.cur.text != "" {
		if len(r.docs) == 0 {
			r.docs = append(r.docs, document{})
		}
		d := &r.docs[len(r.docs)-1]
		if r.newPar || len(d.paragraphs) == 0 {
			d.paragraphs = append(d.paragraphs, nil)
		}
		p := &d.paragraphs[len(d.paragraphs)-1]
		*p = append(*p, r.cur)
		r.newPar = false
	}
	r.cur, r.at, r.within = sentence{}, 0, 0
}
