package names

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names/spot"
	"github.com/causeline/causeline/timeline/nlp"
)

// spotted weighs what the rules found in each sentence against what the
// learned model finds: the rules are believed where a list, a title, an office
// or the words around speak for them, the model elsewhere.
func spotted(sents []nlp.Sentence, raw [][]candidate, found [][]spot.Span, strict bool) [][]candidate {
	body := map[string]bool{} // last words of the names outside headings
	for i, s := range sents {
		if s.Kind == nlp.Heading || s.Kind == nlp.Meta {
			continue
		}
		for _, n := range found[i] {
			body[s.Tokens[n.End-1].Text] = true
		}
	}
	out := make([][]candidate, len(sents))
	for i, s := range sents {
		if s.Kind == nlp.Meta {
			continue
		}
		w := weighing{toks: s.Tokens, heading: s.Kind == nlp.Heading, body: body, strict: strict}
		out[i] = w.merge(raw[i], found[i])
	}
	return out
}

// weighing is what the two finders' answers for one sentence are weighed with.
type weighing struct {
	toks    []nlp.Token
	heading bool
	body    map[string]bool
	strict  bool // a candidate that only looks like a name needs the model's word
}

// sure reports whether more than its look says what a candidate is.
func (c *candidate) sure() bool {
	return c.listed || c.demonym || c.settled || c.kind == Country || c.office != "" || c.full < c.start
}

// merge merges the candidates of the rules with the model's names, in order.
func (w *weighing) merge(cs []candidate, spans []spot.Span) []candidate {
	used := make([]bool, len(spans))
	var out []candidate
	for _, c := range cs {
		if w.keep(&c, spans, used) {
			out = append(out, c)
		}
	}
	for k, s := range spans {
		if !used[k] && w.believable(s) {
			out = insert(out, w.candidate(s))
		}
	}
	return out
}

// keep decides on a candidate of the rules, of which it may change the kind.
// It marks the model's names that go with it or that it rules out.
func (w *weighing) keep(c *candidate, spans []spot.Span, used []bool) bool {
	first, crossing := -1, 0
	for k, s := range spans {
		if s.Start < c.end && c.start < s.End {
			if crossing++; first < 0 {
				first = k
			}
		}
	}
	if crossing == 0 {
		for k, s := range spans {
			used[k] = used[k] || s.Start < c.start && c.full < s.End // "US" of "US President"
		}
		return c.sure() || c.kind != Org && !(w.strict && c.words > 1 && !c.certain)
	}
	s := spans[first]
	same := crossing == 1 && s.Start == c.start && s.End == c.end
	person := c.kind == Person && s.Kind == spot.Person && crossing == 1
	switch {
	case c.sure(), person && (c.certain && s.Start == c.start || s.End == c.end && s.Start >= c.start), c.kind == Thing && s.Kind == spot.Place:
		for k, s := range spans {
			used[k] = used[k] || s.Start < c.end && c.full < s.End
		}
		c.certain = c.certain || person && w.believable(s)
	case same:
		used[first] = true
		switch {
		case w.believable(s):
			c.kind, c.locative = kindOf(s.Kind), false
			c.certain = c.certain || s.Kind == spot.Person
		case s.Kind == spot.Other && c.words > 1 && (c.kind != Person || w.strict):
			c.kind = Thing
		}
	default:
		return false // the model cuts it otherwise
	}
	return true
}

// believable reports whether a name that the model alone found is taken. In
// headings, where capitals say little, it must occur in the text as well.
func (w *weighing) believable(s spot.Span) bool {
	last := w.toks[s.End-1].Text
	switch {
	case s.Kind == spot.Person && s.End == s.Start+1 && !lexicon.IsGivenName(last):
		return false // a family name alone is known from the full one
	case s.Kind == spot.Other, isTitle(last), calendarWord(last), w.heading && !w.body[last], len(last) > 5 && strings.ToUpper(last) == last:
		return false
	}
	return true
}

// insert puts a candidate in its place.
func insert(cs []candidate, c candidate) []candidate {
	cs = append(cs, c)
	for k := len(cs) - 1; k > 0 && cs[k].start < cs[k-1].start; k-- {
		cs[k], cs[k-1] = cs[k-1], cs[k]
	}
	return cs
}

func kindOf(k spot.Kind) Kind {
	switch k {
	case spot.Person:
		return Person
	case spot.Place:
		return Place
	case spot.Org:
		return Org
	}
	return Thing
}

// candidate makes a candidate of a name that the model alone found.
func (w *weighing) candidate(s spot.Span) candidate {
	words := make([]string, 0, s.End-s.Start)
	for _, t := range w.toks[s.Start:s.End] {
		words = append(words, t.Text)
	}
	return candidate{
		start: s.Start, end: s.End, full: s.Start, text: strings.Join(words, " "), words: len(words),
		kind: kindOf(s.Kind), certain: s.Kind == spot.Person,
	}
}

// Everything is Read and more: it believes the model also where that has
// nothing but the words around a name to go by, and takes titles that stand
// for their holder ("the Secretary") for mentions of people. That is what an
// annotation of names wants; the reader of events is better off without.
func Everything(sents []nlp.Sentence) *Directory {
	found := spot.Default().Spans(sents)
	d := readWith(sents, found, true)
	for i, s := range sents {
		if s.Kind == nlp.Meta {
			continue
		}
		w := weighing{toks: s.Tokens}
		for _, n := range found[i] {
			if n.Kind != spot.Other && !d.covered(i, n) {
				d.admit(i, w.candidate(n))
			}
		}
	}
	return d
}

// covered reports whether a mention of sentence i lies where n does.
func (d *Directory) covered(i int, n spot.Span) bool {
	for _, m := range d.Mentions[i] {
		if m.Start < n.End && n.Start < m.End {
			return true
		}
	}
	return false
}

// admit files a name of sentence i and puts its mention in its place.
func (d *Directory) admit(i int, c candidate) {
	e := d.resolve(&c, i, false)
	if e < 0 {
		return
	}
	d.Entities[e].Count++
	ms := append(d.Mentions[i], Mention{Start: c.start, End: c.end, Entity: e, Full: c.full})
	for k := len(ms) - 1; k > 0 && ms[k].Start < ms[k-1].Start; k-- {
		ms[k], ms[k-1] = ms[k-1], ms[k]
	}
	d.Mentions[i] = ms
}
