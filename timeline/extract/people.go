package extract

import (
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
