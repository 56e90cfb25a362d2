package main

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// A score counts what was found, what should have been, and their agreement.
type score struct{ hits, found, want int }

func (s *score) add(o score) {
	s.hits += o.hits
	s.found += o.found
	s.want += o.want
}

func (s score) precision() float64 { return float64(s.hits) / float64(max(s.found, 1)) }
func (s score) recall() float64    { return float64(s.hits) / float64(max(s.want, 1)) }

// f1 is the harmonic mean of precision and recall; nothing sought and nothing
// found is perfect.
func (s score) f1() float64 {
	if s.found+s.want == 0 {
		return 1
	}
	return 2 * float64(s.hits) / float64(s.found+s.want)
}

func (s score) String() string {
	return fmt.Sprintf("%.4f %.4f %.4f", s.precision(), s.recall(), s.f1())
}

// A report is the scores of a document or of many.
type report struct {
	strict, blocks, running score // ends of sentences
	spans                   score // whole sentences of running text
	tokens                  score
}

func (r *report) add(o report) {
	r.strict.add(o.strict)
	r.blocks.add(o.blocks)
	r.running.add(o.running)
	r.spans.add(o.spans)
	r.tokens.add(o.tokens)
}

// A layout is a document as one text, with the treebank's answers.
type layout struct {
	text      string
	blocks    []nlp.Block
	ends      []int        // of sentences
	closing   map[int]bool // ends of paragraphs
	words     []span
	sentences map[span]bool
}

// lay joins the sentences of a document: a space between sentences and a blank
// line between paragraphs.
func lay(d document) layout {
	l := layout{closing: map[int]bool{}, sentences: map[span]bool{}}
	var text strings.Builder
	for i, p := range d.paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		begin := text.Len()
		for k, s := range p {
			at := text.Len()
			for _, w := range s.words {
				l.words = append(l.words, span{at + w.start, at + w.end})
			}
			text.WriteString(s.text)
			l.ends = append(l.ends, text.Len())
			l.sentences[span{at, text.Len()}] = true
			if k+1 < len(p) && !s.glued {
				text.WriteByte(' ')
			}
		}
		l.closing[text.Len()] = true
		l.blocks = append(l.blocks, nlp.Block{Start: begin, End: text.Len()})
	}
	l.text = text.String()
	return l
}

// measure scores one document.
func measure(d document) report {
	l := lay(d)
	given := english.Split(l.text, l.blocks)
	running := english.Split(l.text, nil)
	return report{
		strict:  scoreEnds(l, given, true),
		blocks:  scoreEnds(l, given, false),
		running: scoreEnds(l, running, false),
		spans:   scoreSpans(l, running),
		tokens:  scoreTokens(l, given),
	}
}

// scoreEnds compares ends of sentences; inner leaves out those that end a
// paragraph.
func scoreEnds(l layout, got []nlp.Sentence, inner bool) score {
	gold := map[int]bool{}
	for _, e := range l.ends {
		if !inner || !l.closing[e] {
			gold[e] = true
		}
	}
	s := score{want: len(gold)}
	for _, g := range got {
		if inner && l.closing[g.End] {
			continue
		}
		s.found++
		if gold[g.End] {
			s.hits++
		}
	}
	return s
}

func scoreSpans(l layout, got []nlp.Sentence) score {
	s := score{want: len(l.sentences), found: len(got)}
	for _, g := range got {
		if l.sentences[span{g.Start, g.End}] {
			s.hits++
		}
	}
	return s
}

// scoreTokens compares words, hyphens split on both sides.
func scoreTokens(l layout, got []nlp.Sentence) score {
	gold := map[span]bool{}
	for _, w := range l.words {
		for _, part := range splitHyphens(l.text, w) {
			gold[part] = true
		}
	}
	s := score{want: len(gold)}
	for _, g := range got {
		for _, t := range g.Tokens {
			for _, part := range splitHyphens(l.text, span{t.Start, t.End}) {
				s.found++
				if gold[part] {
					s.hits++
				}
			}
		}
	}
	return s
}

// splitHyphens cuts a word before and after each of its hyphens.
func splitHyphens(text string, w span) []span {
	var out []span
	at := w.start
	for i := w.start; i < w.end; i++ {
		if text[i] != '-' {
			continue
		}
		if at < i {
			out = append(out, span{at, i})
		}
		out = append(out, span{i, i + 1})
		at = i + 1
	}
	if at < w.end {
		out = append(out, span{at, w.end})
	}
	return out
}
