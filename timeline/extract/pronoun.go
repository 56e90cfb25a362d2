package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// referred resolves pronouns and collective phrases.
func (r *reader) referred(start, end int) []int {
	toks := r.parse.Tokens
	both, leaders, the := false, false, false
	for k := start; k < end; k++ {
		switch toks[k].Lower {
		case "he", "him", "his", "himself":
			if e := r.antecedent(start, lexicon.Male); e >= 0 {
				return []int{e}
			}
			return nil
		case "she", "her", "herself":
			if e := r.antecedent(start, lexicon.Female); e >= 0 {
				return []int{e}
			}
			return nil
		case "it", "its":
			if r.sent.Kind == nlp.Heading || toks[k].Lower == "it" && !isSubject(r.parse, k) {
				return nil
			}
			if e := r.bodyBefore(start); e >= 0 {
				return []int{e}
			}
			return nil
		case "they", "them", "both", "pair", "their", "themselves", "duo":
			both = true
		case "two":
			both = true
		case "the":
			the = true
		}
		if the && toks[k].Tag == "NNS" && collective(toks[k].Lemma) {
			both = true // "the leaders"
		}
		leaders = leaders || collective(toks[k].Lemma)
	}
	single := end-start == 1
	if !single && r.narrowed(start, end) {
		return nil
	}
	if both && (leaders || single || end > start && toks[start].Lower == "their") {
		if !(single && toks[start].Lower == "two") && r.speaksOfLeads(start) {
			return r.doc.leads
		}
	}
	return nil
}

// narrowed reports whether a noun phrase says of which people it speaks: "two
// exile leaders" are others than "the two leaders".
func (r *reader) narrowed(start, end int) bool {
	for _, t := range r.parse.Tokens[start:end] {
		switch {
		case collective(t.Lemma), t.Lower == "world", t.Lower == "rival":
		case t.Tag == "JJ" && evaluative(t.Lemma):
		case t.Tag == "NN", t.Tag == "NNP", t.Tag == "NNS" && !collective(t.Lemma), t.Tag == "JJ" && t.Text != t.Lower:
			return true
		}
	}
	return false
}

// speaksOfLeads reports whether a plural at a token can stand for the two
// people that the report is about: both are known by then, and no other group
// is the subject before it in the sentence.
func (r *reader) speaksOfLeads(token int) bool {
	if len(r.doc.leads) != 2 {
		return false
	}
	for _, e := range r.doc.leads {
		if ent := r.doc.Names.Entities[e]; ent.First > r.index || !ent.Sure {
			return false
		}
	}
	if r.parse.Tokens[token].Tag[0] != 'P' {
		return true // "the two ministers"
	}
	for _, cl := range r.parse.Clauses {
		for _, np := range cl.Subject {
			c := r.parse.Chunks[np]
			if c.End <= token && r.parse.Tokens[c.Head].Tag == "NNS" && len(r.doc.Names.In(r.index, c.Start, c.End)) == 0 && !collective(r.parse.Tokens[c.Head].Lemma) {
				return false
			}
		}
	}
	return true
}

// collective reports whether a noun in the plural can stand for the people
// that a report is about.
func collective(lemma string) bool {
	switch lemma {
	case "leader", "president", "minister", "side", "man", "woman", "counterpart", "chief", "king", "rival", "pair", "envoy", "negotiator", "delegation":
		return true
	}
	return false
}

// foreseen returns the person that a pronoun in a phrase at the head of a
// sentence stands for when it comes before the name: "Before his departure
// Novak spoke". It is -1 elsewhere.
func (r *reader) foreseen(token int, sex lexicon.Sex) int {
	p := r.parse
	for _, cl := range p.Clauses {
		if cl.Form != chunk.Finite {
			continue
		}
		if len(cl.Subject) != 1 || p.Chunks[cl.Subject[0]].Start <= token || token > 3 {
			return -1
		}
		c := p.Chunks[cl.Subject[0]]
		for _, m := range r.doc.Names.In(r.index, c.Start, c.End) {
			if r.doc.Names.Entities[m.Entity].Kind == names.Person && r.bears(m.Entity, sex) {
				return m.Entity
			}
		}
		return -1
	}
	return -1
}

// antecedent returns whom a singular pronoun at a token stands for: the last
// person of that sex named before it as a subject, in this sentence or the
// ones before, -1 where there is none. A ship may be "she".
func (r *reader) antecedent(token int, sex lexicon.Sex) int {
	if e := r.foreseen(token, sex); e >= 0 {
		return e
	}
	for s := r.index; s >= 0 && s >= r.index-4; s-- {
		p := r.doc.parse(s)
		if p == nil {
			continue
		}
		limit := len(p.Tokens)
		if s == r.index {
			limit = token
		}
		first, bestSubject := -1, -1
		for _, m := range r.doc.Names.Mentions[s] {
			if m.End > limit || !r.bears(m.Entity, sex) || s == r.index && r.ownSubject(token, m.Start) {
				continue
			}
			if first < 0 {
				first = m.Entity
			}
			if isSubject(p, m.Start) {
				bestSubject = m.Entity
			}
		}
		if bestSubject >= 0 {
			return bestSubject
		}
		// "He telephoned Ruto": who he is, the sentences before say.
		if first >= 0 && !pronounSubject(p, limit) {
			return first
		}
	}
	return -1
}

// bodyBefore returns the organisation or country that "it" at a token stands
// for: the only one that is the subject of the clause before it or, at the
// head of a sentence, of the main clause of the sentence before; -1 for none.
func (r *reader) bodyBefore(token int) int {
	p := r.parse
	for i := len(p.Clauses) - 1; i >= 0; i-- {
		cl := p.Clauses[i]
		if p.Chunks[cl.Verb].Start >= token || len(cl.Subject) == 0 {
			continue
		}
		return r.body(r.index, p, cl)
	}
	if r.index == 0 || r.doc.Sentences[r.index-1].Block != r.sent.Block {
		return -1
	}
	before := r.doc.parse(r.index - 1)
	if before == nil {
		return -1
	}
	for _, cl := range before.Clauses {
		if cl.Form == chunk.Finite && len(cl.Subject) > 0 {
			return r.body(r.index-1, before, cl)
		}
	}
	return -1
}

// body returns the organisation, country or thing that is the subject of a
// clause, -1 where it is none or several.
func (r *reader) body(sentence int, p *chunk.Parse, cl chunk.Clause) int {
	if len(cl.Subject) != 1 {
		return -1
	}
	c := p.Chunks[cl.Subject[0]]
	for _, m := range r.doc.Names.In(sentence, c.Start, c.End) {
		switch e := r.doc.Names.Entities[m.Entity]; {
		case m.Start > c.Head || m.End <= c.Head:
		case e.Kind == names.Org && !e.Media, e.Kind == names.Country && !m.Demonym, e.Kind == names.Thing:
			return m.Entity
		}
	}
	return -1
}

// ownSubject reports whether the name at a token is the subject of the verb
// whose object is the pronoun at another: "Lee greeted him" is not about Lee.
func (r *reader) ownSubject(pronoun, name int) bool {
	p := r.parse
	if p.Tokens[pronoun].Tag != "PRP" {
		return false
	}
	for _, cl := range p.Clauses {
		if contains(cl.Object, p.ChunkAt(pronoun)) && contains(cl.Subject, p.ChunkAt(name)) {
			return true
		}
	}
	return false
}

// bears reports whether a pronoun of a sex can stand for an entity.
func (r *reader) bears(entity int, sex lexicon.Sex) bool {
	e := r.doc.Names.Entities[entity]
	switch e.Kind {
	case names.Thing:
		return sex == lexicon.Female
	case names.Person:
		given, _, _ := strings.Cut(e.Name, " ")
		s := lexicon.GivenNameSex(given)
		return s == lexicon.NoSex || s == lexicon.AnySex || s == sex
	}
	return false
}

// pronounSubject reports whether a clause before the token limit has "he" or
// "she" as its subject.
func pronounSubject(p *chunk.Parse, limit int) bool {
	for _, cl := range p.Clauses {
		for _, np := range cl.Subject {
			c := p.Chunks[np]
			if l := p.Tokens[c.Head].Lower; c.End <= limit && (l == "he" || l == "she") {
				return true
			}
		}
	}
	return false
}

func isSubject(p *chunk.Parse, token int) bool {
	np := p.ChunkAt(token)
	for _, cl := range p.Clauses {
		if contains(cl.Subject, np) {
			return true
		}
	}
	return false
}
