package extract

import (
	"sort"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// A dateSpan is a time expression as tokens [from, to) of its sentence.
type dateSpan struct {
	timex    int // index in the sentence's expressions
	from, to int
	clause   int // that it belongs to by its place, -1 for none
}

// A reader holds the sentence that is being read.
type reader struct {
	doc   *Document
	index int
	sent  *nlp.Sentence
	parse *chunk.Parse
	found []Mention

	dates  []dateSpan // the calendar expressions
	inDate []bool     // for each token, whether it belongs to one
	finite int        // the first finite clause, -1 for none
	tree   *syntax    // nil until it is asked for
}

// maxTokens is the length of the longest sentence that events are read from.
// Prose stays far below it; what is longer is a list or a table, in which
// words that stand near each other need not belong together.
const maxTokens = 1200

func newReader(d *Document, sentence int) *reader {
	r := &reader{doc: d, index: sentence, sent: &d.sents[sentence], parse: d.parse(sentence), finite: -1}
	for i, cl := range r.parse.Clauses {
		if cl.Form == chunk.Finite && !hypothetical(cl) {
			r.finite = i
			break
		}
	}
	toks := r.sent.Tokens
	r.inDate = make([]bool, len(toks))
	for k, tx := range d.Timexes[sentence] {
		if !calendar(tx) {
			continue
		}
		from, to := tokensOf(toks, tx.Start, tx.End)
		if from == to {
			continue
		}
		for i := from; i < to; i++ {
			r.inDate[i] = true
		}
		r.dates = append(r.dates, dateSpan{timex: k, from: from, to: to, clause: r.clauseAt(from, to)})
	}
	return r
}

// tokensOf turns a span of bytes into a span of tokens.
func tokensOf(toks []nlp.Token, start, end int) (from, to int) {
	from = sort.Search(len(toks), func(i int) bool { return toks[i].End > start })
	to = from
	for to < len(toks) && toks[to].Start < end {
		to++
	}
	return from, to
}

// timex returns the expression of a span.
func (r *reader) timex(s dateSpan) timex.Timex { return r.doc.Timexes[r.index][s.timex] }

// calendar reports whether an expression can date an event: it names a point
// or stretch of the calendar, not a length of time or a habit.
func calendar(tx timex.Timex) bool {
	switch tx.Type {
	case timex.Date, timex.Time:
	default:
		return false
	}
	switch tx.Value {
	case "PRESENT_REF", "PAST_REF", "FUTURE_REF":
		return false
	}
	return !tx.Date.IsZero() || tx.Weekday >= 0 || tx.Clock != "" || tx.Basis == timex.Unresolved || tx.Basis == timex.InContext
}

// bound reports whether the expression only limits a time: "since 2019",
// "until May", "by Friday", "before 1990".
func (r *reader) bound(s dateSpan) bool {
	for k := s.from - 1; k >= 0 && k >= s.from-2; k-- {
		t := r.parse.Tokens[k]
		switch t.Lower {
		case "since", "until", "till", "before", "after", "by":
			return true
		}
		if t.Tag != "DT" && t.Tag != "RB" && t.Tag != "JJ" {
			return false
		}
	}
	return false
}

// clauseDated reports whether a date expression belongs to the clause.
func (r *reader) clauseDated(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	from, to := r.extent(i)
	for _, s := range r.dates {
		if s.from >= from && s.to <= to || s.clause == i || cl.Marker == "when" && from >= s.to && from <= s.to+1 {
			return true
		}
	}
	return false
}

// clauseHolds reports whether a date expression stands inside the clause or
// opens the sentence for it.
func (r *reader) clauseHolds(i int) bool {
	from, to := r.extent(i)
	for _, s := range r.dates {
		if s.from >= from && s.to <= to || s.clause == i && s.to <= from {
			return true
		}
	}
	return false
}

// extent returns the tokens of a clause, with those of an infinitive that
// completes it.
func (r *reader) extent(i int) (from, to int) {
	p := r.parse
	cl := p.Clauses[i]
	from, to = p.Chunks[cl.Start].Start, p.Chunks[cl.End-1].End
	if i+1 < len(p.Clauses) && r.completes(i+1) && !r.planned(i+1) {
		to = p.Chunks[p.Clauses[i+1].End-1].End
	}
	return from, to
}

// futureDated reports whether the clause's date lies after the document's.
func (r *reader) futureDated(i int) bool {
	from, to := r.extent(i)
	for _, s := range r.dates {
		if (s.from >= from && s.to <= to || s.clause == i) && r.ahead(r.timex(s).Date) {
			return true
		}
	}
	return false
}

// ahead reports whether a date lies after the document's.
func (r *reader) ahead(date edtf.Date) bool {
	day, ok := date.Earliest()
	now, known := r.doc.Date.Latest()
	return ok && known && day > now
}

// hasDate reports whether a date expression that is known, to the weekday at
// least, stands in the noun phrase or right after it.
func (r *reader) hasDate(np int) bool {
	c := r.parse.Chunks[np]
	for _, s := range r.dates {
		if tx := r.timex(s); tx.Date.IsZero() && tx.Weekday < 0 {
			continue
		}
		if s.from >= c.Start && s.from <= c.End+1 {
			return true
		}
	}
	return false
}

// dateInside reports whether a date expression stands in the noun phrase.
func (r *reader) dateInside(np int) bool {
	c := r.parse.Chunks[np]
	for _, s := range r.dates {
		if s.from >= c.Start && s.to <= c.End {
			return true
		}
	}
	return false
}

// explicitDate reports whether the noun phrase carries a date that needs no
// anchor. "Today" in somebody's words is not the report's today.
func (r *reader) explicitDate(np int) bool {
	c := r.parse.Chunks[np]
	for _, s := range r.dates {
		if tx := r.timex(s); tx.Basis == timex.Explicit && !tx.Date.IsZero() && s.from >= c.Start && s.to <= c.End+2 {
			return true
		}
	}
	return false
}

// leading reports whether nothing but a preposition and adverbs stand before
// token a.
func (r *reader) leading(a int) bool {
	for k := 0; k < a; k++ {
		switch r.sent.Tokens[k].Tag {
		case "IN", "RB", "CC", ",", "DT", "TO", "JJ":
		default:
			return false
		}
	}
	return true
}

// syntax returns the dependency tree of the sentence.
func (r *reader) syntax() *syntax {
	if r.tree == nil {
		r.tree = newSyntax(r.sent.Tokens)
	}
	return r.tree
}
