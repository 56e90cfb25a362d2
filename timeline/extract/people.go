package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// entities returns the entities named in a noun phrase, in order. Where it
// names none, what it refers back to: "he", "the two ministers", "they".
func (r *reader) entities(np int) []int {
	c := r.parse.Chunks[np]
	return r.entitiesIn(c.Start, c.End)
}

func (r *reader) entitiesIn(start, end int) []int {
	var out []int
	for _, m := range r.doc.Names.Mentions[r.index] {
		if m.End > start && m.Start < end && !r.doc.Names.Entities[m.Entity].Media {
			out = appendNew(out, m.Entity)
		}
	}
	if len(out) > 0 {
		return out
	}
	return r.referred(start, end)
}

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
	if both && (leaders || single || end > start && toks[start].Lower == "their") {
		if !(single && toks[start].Lower == "two") && r.speaksOfLeads(start) {
			return r.doc.leads
		}
	}
	return nil
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
		p := r.doc.Parses[s]
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
	before := r.doc.Parses[r.index-1]
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

// verbPeople fills in who does it and to whom.
func (r *reader) verbPeople(m *Mention, i int) {
	cl := r.parse.Clauses[i]
	var subject, object, by []int
	for _, np := range cl.Subject {
		subject = appendNew(subject, r.entities(np)...)
		subject = appendNew(subject, r.trailing(np, cl.Verb)...)
	}
	for _, np := range cl.Object {
		object = appendNew(object, r.entities(np)...)
	}
	for _, ph := range cl.Phrases {
		es := r.entities(ph.NP)
		switch ph.Prep {
		case "by":
			by = appendNew(by, es...)
		case "with", "between", "against", "from", "to", "of", "over", "and":
			object = appendNew(object, r.not(names.Place, es)...)
		}
	}
	if m.Kind == string(lexicon.Travel) && !cl.Passive {
		// "The ferry left Patras": where, not to whom.
		for _, e := range object {
			if r.doc.Names.Entities[e].Kind == names.Place {
				m.Places = appendNew(m.Places, e)
			}
		}
		object = r.not(names.Place, object)
	}
	if cl.Passive {
		m.Agents, m.Patients = r.acting(by), appendNew(subject, object...)
		return
	}
	m.Agents, m.Patients = r.acting(subject), without(object, subject)
}

// trailing returns the entities of the phrases between a subject and its
// verb that take part too: "the talks between Lima and Quito ended".
func (r *reader) trailing(np, verb int) []int {
	p := r.parse
	var out []int
	for k := np + 1; k < verb; k++ {
		if p.Chunks[k].Kind == chunk.Comma || p.Chunks[k].Kind == chunk.Wh || p.Chunks[k].Kind == chunk.VG {
			break
		}
		if p.Chunks[k].Kind != chunk.NP {
			continue
		}
		if gov, _ := p.Governor(k); gov == "between" || gov == "with" {
			out = appendNew(out, r.entities(k)...)
		}
	}
	return out
}

// nounPeople reads participants from the noun phrase itself, from the phrases
// behind it and, where the verb only carries the noun, from its subject.
func (r *reader) nounPeople(m *Mention) {
	r.phrasePeople(m)
	if m.Clause >= 0 {
		r.carried(m)
	}
	m.Patients = without(m.Patients, m.Agents)
}

func (r *reader) phrasePeople(m *Mention) {
	p := r.parse
	c := p.Chunks[m.NP]
	var poss, mods []int
	for _, n := range r.doc.Names.Mentions[r.index] {
		if n.Start < c.Start || n.End > m.Start {
			continue
		}
		if r.doc.Names.Entities[n.Entity].Media {
			continue
		}
		if n.End < len(p.Tokens) && p.Tokens[n.End].Tag == "POS" || n.Demonym {
			poss = appendNew(poss, n.Entity)
		} else {
			mods = appendNew(mods, n.Entity)
		}
	}
	if len(poss) == 0 && p.Tokens[c.Start].Tag == "PRP$" {
		poss = r.referred(c.Start, c.Start+1)
	}
	m.Agents = r.acting(poss)
	m.Agents = appendNew(m.Agents, r.not(names.Place, mods)...)
	m.Agents = appendNew(r.joinedLeft(m.NP), m.Agents...)
	for k := m.NP + 1; k < len(p.Chunks) && k < m.NP+12; k++ {
		ch := p.Chunks[k]
		if ch.Kind == chunk.VG || ch.Kind == chunk.Wh || ch.Kind == chunk.Comma || ch.Kind == chunk.QuoteMark {
			break
		}
		if ch.Kind != chunk.NP {
			continue
		}
		if len(r.nounsIn(k)) > 0 && k > m.NP+1 {
			break // another event takes over
		}
		gov, _ := p.Governor(k)
		switch gov {
		case "between", "by", "with", "among", "involving":
			m.Agents = appendNew(m.Agents, r.acting(r.entities(k))...)
		case "of", "against":
			m.Patients = appendNew(m.Patients, r.possessed(k)...)
		case "on":
			if m.Kind == string(lexicon.War) || m.Kind == string(lexicon.Law) {
				m.Patients = appendNew(m.Patients, r.entities(k)...)
			}
		case "after", "before", "following", "since":
			return
		}
	}
}

// possessed returns the entities of a noun phrase without those that only own
// what it names: in "the release of Chile's satellite" nobody releases Chile.
func (r *reader) possessed(np int) []int {
	c := r.parse.Chunks[np]
	var owner []int
	for _, m := range r.doc.Names.In(r.index, c.Start, c.End) {
		if m.End < c.End && r.possessor(m.End) {
			owner = append(owner, m.Entity)
		}
	}
	return without(r.entities(np), owner)
}

// joinedLeft returns the people of a noun phrase joined by "and" to the one
// that an event noun ends: "Ahn and Moon meeting" in a headline.
func (r *reader) joinedLeft(np int) []int {
	p := r.parse
	if np < 2 || p.Chunks[np-1].Kind != chunk.Coord || p.Chunks[np-2].Kind != chunk.NP || len(r.nounsIn(np-2)) > 0 {
		return nil
	}
	c := p.Chunks[np-2]
	var out []int
	for _, m := range r.doc.Names.In(r.index, c.Start, c.End) {
		if m.End == c.End && r.sent.Kind == nlp.Heading && r.doc.Names.Entities[m.Entity].Kind != names.Place {
			out = appendNew(out, m.Entity)
		}
	}
	return out
}

// acting returns who acts: places stand for their governments or drop out.
func (r *reader) acting(es []int) []int {
	var out []int
	for _, e := range es {
		if a, ok := r.doc.Names.Actor(e); ok {
			out = appendNew(out, a)
		}
	}
	return out
}

// nounsIn returns the event nouns already found in a noun phrase.
func (r *reader) nounsIn(np int) []int {
	var out []int
	for i, f := range r.found {
		if f.Nominal && f.NP == np {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		if _, _, ok := r.eventNoun(r.parse.Chunks[np].Start, r.parse.Chunks[np].Head); ok {
			out = append(out, -1)
		}
	}
	return out
}

// carried adds the subject of a verb whose object is the event noun: "the two
// sides held talks". Any verb will do, since whoever does something at or to
// a meeting attends it; but only where the noun has no one yet.
func (r *reader) carried(m *Mention) {
	cl := r.parse.Clauses[m.Clause]
	if len(m.Agents) > 1 || cl.Passive || m.Kind == "war" || m.Kind == "election" || m.Kind == "disaster" {
		return
	}
	carries := contains(cl.Object, m.NP)
	switch gov, _ := r.parse.Governor(m.NP); gov {
	case "at", "during", "in", "for", "following", "after":
		carries = m.Kind == string(lexicon.Meeting) || m.Part
	}
	if !carries {
		return
	}
	if contains(cl.Subject, m.NP) {
		// "left after talks that took a week": the relative clause's subject
		// is the noun; who takes part is the subject of the clause before.
		before := -1
		for i, c := range r.parse.Clauses {
			if c.Verb < m.NP && c.Form == chunk.Finite {
				before = i
			}
		}
		if before < 0 {
			return
		}
		cl = r.parse.Clauses[before]
	}
	for _, np := range cl.Subject {
		if len(r.nounsIn(np)) > 0 && contains(cl.Object, m.NP) {
			return // "her resignation shocked the party" is no party of hers
		}
		m.Agents = appendNew(m.Agents, r.acting(r.entities(np))...)
	}
	for _, ph := range cl.Phrases {
		if ph.Prep == "with" {
			m.Agents = appendNew(m.Agents, r.acting(r.entities(ph.NP))...)
		}
	}
}

// not leaves out the entities of a kind. A place is where something happens,
// not who does it; a country can be either.
func (r *reader) not(k names.Kind, es []int) []int {
	var out []int
	for _, e := range es {
		if r.doc.Names.Entities[e].Kind != k {
			out = append(out, e)
		}
	}
	return out
}

func appendNew(list []int, more ...int) []int {
	for _, x := range more {
		if !contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

func without(list, drop []int) []int {
	var out []int
	for _, x := range list {
		if !contains(drop, x) {
			out = append(out, x)
		}
	}
	return out
}
