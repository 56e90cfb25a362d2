package extract

import "github.com/causeline/causeline/timeline/names"

// minorPeople reads from the tree who does what the verb of a mention names,
// to whom, and where.
func (r *reader) minorPeople(m *Mention) {
	s := r.syntax()
	i := m.Start
	subject := r.subject(i)
	passive := s.passive(i)
	for _, k := range subject {
		if es := r.entitiesAt(k); passive {
			m.Patients = appendNew(m.Patients, es...)
		} else {
			m.Agents = appendNew(m.Agents, r.acting(es)...)
		}
	}
	for _, k := range s.kids[i] {
		switch s.toks[k].Relation() {
		case "obj", "iobj":
			for _, o := range s.conjuncts(k) {
				m.Patients = appendNew(m.Patients, r.entitiesAt(o)...)
			}
		case "obl":
			r.oblique(m, k)
		}
	}
	m.Patients = without(m.Patients, m.Agents)
}

// oblique reads a phrase of a verb: a place, a doer or somebody concerned.
func (r *reader) oblique(m *Mention, k int) {
	s := r.syntax()
	for _, o := range s.conjuncts(k) {
		switch prep := s.marker(k); {
		case locative(prep):
			for _, e := range r.entitiesAt(o) {
				if kind := r.doc.Names.Entities[e].Kind; kind == names.Place || kind == names.Country {
					m.Places = appendNew(m.Places, e)
				}
			}
		case prep == "by":
			m.Agents = appendNew(m.Agents, r.acting(r.entitiesAt(o))...)
		case prep == "with", prep == "between", prep == "against", prep == "from", prep == "to", prep == "of", prep == "over":
			m.Patients = appendNew(m.Patients, r.not(names.Place, r.entitiesAt(o))...)
		}
	}
}

// entitiesAt returns the entities that the phrase headed by a token names, or
// that a pronoun stands for.
func (r *reader) entitiesAt(k int) []int {
	if r.sent.Tokens[k].Tag == "PRP" {
		return r.referred(k, k+1)
	}
	from, to := r.syntax().phrase(k)
	return r.entitiesIn(from, to)
}

// subject returns the tokens that do what the verb at token i names, or that
// it is done to in the passive: its own subject or, where the tree leaves it
// out, that of the clause it belongs to.
func (r *reader) subject(i int) []int {
	s := r.syntax()
	for range maxClimb {
		if k := s.child(i, "nsubj"); k >= 0 {
			if g := s.head(i); s.toks[k].Tag == "WDT" || s.toks[k].Tag == "WP" {
				if g >= 0 && s.toks[i].Relation() == "acl" {
					return s.conjuncts(g)
				}
				return nil
			}
			return s.conjuncts(k)
		}
		g := s.head(i)
		if g < 0 {
			return nil
		}
		switch s.toks[i].Relation() {
		case "acl":
			if s.toks[g].UPOS == "VERB" || s.marker(i) == "that" {
				return nil
			}
			return s.conjuncts(g) // "the firm accused", "a man carrying"
		case "xcomp":
			if k := s.child(g, "obj"); k >= 0 {
				return s.conjuncts(k) // "forced the firm to pay"
			}
		case "advcl":
			if s.toks[i].Tag != "VBG" && s.toks[i].Tag != "VB" {
				return nil // only what has no subject of its own takes another's
			}
		case "conj":
		default:
			return nil
		}
		i = g
	}
	return nil
}
