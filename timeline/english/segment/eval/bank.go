package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/causeline/causeline/timeline/conllu"
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

// read gathers the documents of a treebank. Paragraphs and documents begin
// where the comments newpar and newdoc say so; the genre is that of
// "meta::genre" or else the head of the document's name.
func read(in io.Reader) ([]document, error) {
	all, err := conllu.ReadAll(in)
	if err != nil {
		return nil, err
	}
	var docs []document
	for i, s := range all {
		if i == 0 || s.Opens("newdoc") {
			docs = append(docs, newDocument(s))
		}
		d := &docs[len(docs)-1]
		if len(d.paragraphs) == 0 || s.Opens("newpar") {
			d.paragraphs = append(d.paragraphs, nil)
		}
		p := &d.paragraphs[len(d.paragraphs)-1]
		*p = append(*p, place(s))
	}
	return docs, nil
}

func newDocument(s *conllu.Sentence) document {
	name, _ := s.Comment("newdoc id")
	genre, ok := s.Comment("meta::genre")
	if !ok {
		genre, _, _ = strings.Cut(name, "-")
	}
	return document{name: name, genre: genre}
}

// place finds the words in the sentence's text. A form that differs from the
// text, as may happen within a multi-word token, joins the word before.
func place(s *conllu.Sentence) sentence {
	text, _ := s.Comment("text")
	out := sentence{text: text}
	at := 0
	for _, t := range s.Tokens {
		for at < len(text) && text[at] == ' ' {
			at++
		}
		if strings.HasPrefix(text[at:], t.Form) {
			out.words = append(out.words, span{at, at + len(t.Form)})
			at += len(t.Form)
		}
	}
	space := s.SpaceAfter()
	out.glued = !space[len(space)-1]
	return out
}
