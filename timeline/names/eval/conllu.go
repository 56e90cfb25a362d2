package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// A Document is one document of the treebank.
type Document struct {
	ID    string
	Names [][]Name // gold, of each sentence in order
	// Other holds the names of other types (events, works, products), which
	// are not measured; a learner may want to know them.
	Other     [][]Name
	Sentences []nlp.Sentence // tokens without tags or lemmas

	tagged []nlp.Sentence // the same with them, once asked for
}

// Fresh returns the sentences of the document with the analyser's tags and
// lemmas. Every call gives copies, as names.Read changes tags.
func (d *Document) Fresh() []nlp.Sentence {
	if d.tagged == nil {
		d.tagged = copied(d.Sentences)
		for i := range d.tagged {
			english.Analyzer{}.Parse(&d.tagged[i])
		}
	}
	return copied(d.tagged)
}

func copied(sents []nlp.Sentence) []nlp.Sentence {
	out := slices.Clone(sents)
	for i := range out {
		out[i].Tokens = slices.Clone(out[i].Tokens)
	}
	return out
}

// A row is what the reduction of entities to names needs of a token's line.
type row struct {
	text, tag, relation string
	head                int // token, -1 for the root
}

// An entity is one bracket pair.
type entity struct {
	start, end int
	kind       string
	minimal    []int // tokens
	group      string
}

// Read reads the documents of a CoNLL-U file with GUM's entity column. Lines
// of multi-word tokens and empty nodes are passed over.
func Read(r io.Reader) ([]Document, error) {
	p := parser{lines: bufio.NewScanner(r)}
	p.lines.Buffer(nil, 1<<20)
	number := 0
	for p.lines.Scan() {
		number++
		if err := p.line(p.lines.Text()); err != nil {
			return nil, fmt.Errorf("read entities, line %d: %w", number, err)
		}
	}
	if err := p.lines.Err(); err != nil {
		return nil, fmt.Errorf("read entities: %w", err)
	}
	p.sentence()
	return p.docs, nil
}

type parser struct {
	lines    *bufio.Scanner
	docs     []Document
	rows     []row
	sent     nlp.Sentence
	block    int
	at       int // byte in the text that the tokens make
	open     []entity
	entities []entity
}

func (p *parser) line(line string) error {
	switch {
	case line == "":
		p.sentence()
	case strings.HasPrefix(line, "# newdoc"):
		_, id, _ := strings.Cut(line, "= ")
		p.docs = append(p.docs, Document{ID: id})
		p.open, p.at, p.block = nil, 0, 0
	case line == "# newpar" || strings.HasPrefix(line, "# newpar "):
		p.block++
	case line[0] == '#':
	default:
		return p.token(strings.Split(line, "\t"))
	}
	return nil
}

func (p *parser) token(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	if strings.ContainsAny(c[0], "-.") {
		return nil
	}
	if len(p.docs) == 0 {
		p.docs = append(p.docs, Document{})
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("head %q is no number", c[6])
	}
	i := len(p.rows)
	p.rows = append(p.rows, row{text: c[1], tag: c[4], relation: c[7], head: head - 1})
	p.sent.Tokens = append(p.sent.Tokens, nlp.Token{Start: p.at, End: p.at + len(c[1]), Text: c[1], Lower: nlp.Lower(c[1])})
	p.at += len(c[1])
	if !strings.Contains(c[9], "SpaceAfter=No") {
		p.at++
	}
	for _, field := range strings.Split(c[9], "|") {
		if brackets, ok := strings.CutPrefix(field, "Entity="); ok {
			p.brackets(brackets, i)
		}
	}
	return nil
}

// brackets reads "(1-person-...", "1)" and "(1-person-...)" in any number.
func (p *parser) brackets(s string, token int) {
	for s != "" {
		if s[0] == '(' {
			end := strings.IndexAny(s[1:], "()") + 1
			if end == 0 {
				end = len(s)
			}
			p.open = append(p.open, opened(s[1:end], token))
			s = s[end:]
			if strings.HasPrefix(s, ")") {
				p.closeAt(len(p.open)-1, token)
				s = s[1:]
			}
			continue
		}
		group, rest, ok := strings.Cut(s, ")")
		if !ok {
			return
		}
		for k := len(p.open) - 1; k >= 0; k-- {
			if p.open[k].group == group {
				p.closeAt(k, token)
				break
			}
		}
		s = rest
	}
}

func (p *parser) closeAt(k, token int) {
	e := p.open[k]
	p.open = slices.Delete(p.open, k, k+1)
	e.end = token + 1
	if e.start < e.end {
		p.entities = append(p.entities, e)
	}
}

// opened reads an opening bracket: group, type, three fields that do not
// matter here, and the minimal span as numbers of tokens from 1. GUM has one
// field more before the minimal span than the corpora derived from it; it is
// found by its form.
func opened(s string, token int) entity {
	f := strings.Split(s, "-")
	e := entity{start: token, group: f[0]}
	if len(f) > 1 {
		e.kind = f[1]
	}
	for _, field := range f[min(2, len(f)):] {
		if field == "" || strings.Trim(field, "0123456789,") != "" {
			continue
		}
		for n := range strings.SplitSeq(field, ",") {
			if k, err := strconv.Atoi(n); err == nil {
				e.minimal = append(e.minimal, token+k-1)
			}
		}
		break
	}
	return e
}

// sentence ends a sentence.
func (p *parser) sentence() {
	if len(p.rows) == 0 {
		return
	}
	d := &p.docs[len(p.docs)-1]
	p.sent.Block = max(0, p.block-1)
	p.sent.Start, p.sent.End = p.sent.Tokens[0].Start, p.sent.Tokens[len(p.sent.Tokens)-1].End
	d.Sentences = append(d.Sentences, p.sent)
	names, other := reduce(p.rows, p.entities)
	d.Names = append(d.Names, names)
	d.Other = append(d.Other, other)
	p.rows, p.sent, p.entities, p.open = nil, nlp.Sentence{}, nil, nil
}
