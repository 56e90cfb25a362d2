package relate

import (
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
)

// sides returns the mentions before and after a cue that it speaks of, -1
// where there is none.
func (f *finder) sides(c lexicon.Cue, a, b int) (left, right int) {
	switch c.Form {
	case lexicon.FormAdverb:
		if f.opens(a) {
			return f.previous(), f.ofClause(f.clauseFrom(b))
		}
		toks := f.doc.Sentences[f.sentence].Tokens
		for a > 0 && (toks[a-1].Text == "," || toks[a-1].Text == ";" || toks[a-1].Tag == "CC") {
			a-- // the adverb reaches across the mark that it follows
		}
		return f.ofClause(f.clauseBefore(a)), f.ofClause(f.clauseFrom(b))
	case lexicon.FormVerb, lexicon.FormPassive, lexicon.FormNoun:
		return f.subject(a), f.governed(b)
	case lexicon.FormConjunction:
		right = f.ofClause(f.clauseFrom(b))
	default: // prepositions and participles
		right = f.governed(b)
	}
	if f.opens(a) {
		from := b
		if c.Form == lexicon.FormConjunction {
			if from = f.comma(b); from < 0 {
				return -1, right
			}
		}
		return f.ofClause(f.clauseFrom(from)), right
	}
	return f.leftOf(a), right
}

// governed returns the event that the phrase at token b names: its noun, or
// the gerund that begins there.
func (f *finder) governed(b int) int {
	p := f.doc.Parses[f.sentence]
	if b >= len(p.Tokens) {
		return -1
	}
	k := p.ChunkAt(b)
	for k < len(p.Chunks) && p.Chunks[k].Kind == chunk.Other {
		k++ // "partly", "only"
	}
	if k == len(p.Chunks) {
		return -1
	}
	if k+2 < len(p.Chunks) && p.Chunks[k].Kind == chunk.NP && p.Chunks[k].End-p.Chunks[k].Start == 1 && p.Head(k).Tag == "CD" && p.Head(k+1).Lower == "of" {
		k += 2 // "one of the worst floods"
	}
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && m.NP == k || !m.Nominal && m.Clause >= 0 && p.Clauses[m.Clause].Verb == k {
			return i
		}
	}
	// "prompted the fleet and its tanker to leave"
	for i, cl := range p.Clauses {
		n := len(cl.Subject)
		if cl.Form == chunk.Infinitive && n > 0 && cl.Subject[0] >= k && cl.Verb == cl.Subject[n-1]+1 {
			return f.ofClause(i)
		}
	}
	return -1
}

// leftOf returns what stands to the left of a cue: the event noun right before
// it, unless that is the object of an act, else what the clause before states.
func (f *finder) leftOf(a int) int {
	p := f.doc.Parses[f.sentence]
	k := p.ChunkAt(a) - 1
	for k >= 0 && (p.Chunks[k].Kind == chunk.Comma || p.Chunks[k].Kind == chunk.Other) {
		k--
	}
	clause := f.clauseBefore(a)
	whole := f.ofClause(clause)
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && k >= 0 && m.NP == k {
			if whole >= 0 && !f.doc.Mentions[whole].Nominal && f.doc.Mentions[whole].Clause == m.Clause {
				return whole
			}
			return i
		}
	}
	return whole
}

// subject returns the event in the subject of the verb at or around token a:
// its noun, a noun that the subject is "of" ("news of the attack led to"), or
// what a relative pronoun or participle takes up.
func (f *finder) subject(a int) int {
	p := f.doc.Parses[f.sentence]
	at := p.ChunkAt(a)
	for _, cl := range p.Clauses {
		if cl.Verb != at && !(cl.Verb < at && at < cl.End) || len(cl.Subject) == 0 {
			continue
		}
		for _, np := range cl.Subject {
			if i := f.noun(np); i >= 0 {
				return i
			}
		}
		if first := cl.Subject[0]; cl.Start <= first {
			for np := first + 1; np < cl.Verb; np++ {
				if gov, _ := p.Governor(np); gov == "of" && f.noun(np) >= 0 {
					return f.noun(np)
				}
			}
			continue
		}
		if i := f.antecedent(&cl); i >= 0 {
			return i
		}
	}
	return -1
}

// antecedent returns the event that a relative clause or a participle behind
// its noun speaks of: "the unrest in the valley triggered by", or all that was
// said before: "closed the border, which led to".
func (f *finder) antecedent(cl *chunk.Clause) int {
	p := f.doc.Parses[f.sentence]
	np := cl.Subject[0]
	for {
		_, at := p.Governor(np)
		if at <= 0 || p.Chunks[at-1].Kind != chunk.NP {
			break
		}
		np = at - 1
		if i := f.noun(np); i >= 0 {
			return i
		}
	}
	if cl.Marker == "which" && cl.Start > 0 && p.Chunks[cl.Start-1].Kind == chunk.Comma {
		return f.ofClause(f.clauseBefore(p.Chunks[cl.Start-1].Start))
	}
	return -1
}

// noun returns the event noun of a noun phrase, -1 for none.
func (f *finder) noun(np int) int {
	for _, i := range f.mentions {
		if m := f.doc.Mentions[i]; m.Nominal && m.NP == np {
			return i
		}
	}
	return -1
}

// clauseFrom returns the first finite clause whose verb stands at or after
// token b, -1 for none.
func (f *finder) clauseFrom(b int) int {
	p := f.doc.Parses[f.sentence]
	for i, cl := range p.Clauses {
		if p.Chunks[cl.Verb].Start >= b && cl.Form == chunk.Finite {
			return i
		}
	}
	return -1
}

// clauseBefore returns the clause that a cue at token a follows: the one with
// the nearest verb before it that no barrier divides from it.
func (f *finder) clauseBefore(a int) int {
	p := f.doc.Parses[f.sentence]
	for i := len(p.Clauses) - 1; i >= 0; i-- {
		end := p.Chunks[p.Clauses[i].Verb].End
		if end <= a && !f.barrier(end, a) {
			return i
		}
	}
	return -1
}

// ofClause returns the event that a clause states: its verb, or the event noun
// that is its subject or object where the verb adds nothing of its own.
func (f *finder) ofClause(clause int) int {
	if clause < 0 {
		return -1
	}
	p := f.doc.Parses[f.sentence]
	cl := p.Clauses[clause]
	if cl.Negated {
		return -1
	}
	for _, i := range f.mentions {
		if m := f.doc.Mentions[i]; !m.Nominal && m.Clause == clause {
			return i
		}
	}
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && (has(cl.Subject, m.NP) || has(cl.Object, m.NP)) {
			return i
		}
	}
	return -1
}

// opens reports whether the token begins its sentence, but for a conjunction
// or a quotation mark.
func (f *finder) opens(a int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := 0; k < a; k++ {
		if toks[k].Tag != "CC" && toks[k].Tag != "RB" && toks[k].Tag != "``" {
			return false
		}
	}
	return true
}

// comma returns the first comma from token b on, -1 for none.
func (f *finder) comma(b int) int {
	for k, t := range f.doc.Sentences[f.sentence].Tokens {
		if k >= b && t.Text == "," {
			return k
		}
	}
	return -1
}

// previous returns the last event of the sentence before, within the same
// paragraph or the one above.
func (f *finder) previous() int {
	out := -1
	for i, m := range f.doc.Mentions {
		if m.Sentence == f.sentence-1 && !m.Heading && (out < 0 || !m.Nominal) {
			out = i
		}
	}
	return out
}

// barrier reports whether the tokens [a, b) hold what a cue does not reach
// across: a semicolon, a full quotation, or the comma and conjunction that
// begin another main clause.
func (f *finder) barrier(a, b int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := a; k < b && k < len(toks); k++ {
		switch toks[k].Text {
		case ";", ":", "”", "“":
			return true
		}
		if toks[k].Tag == "CC" && k > 0 && toks[k-1].Text == "," && (toks[k].Lower == "but" || toks[k].Lower == "and") {
			return true
		}
	}
	return false
}

func has(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}
