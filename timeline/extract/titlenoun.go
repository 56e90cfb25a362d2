package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// noun builds a title from an event noun: as a clause where its participants
// are known, else the noun phrase itself.
func (t *titler) noun() (string, int) {
	m := t.m
	agents, patients := t.people(t.r.not(names.Thing, m.Agents)), t.people(m.Patients)
	place := t.place()
	switch {
	case m.Status == story.StatusCancelled || t.postponed():
		if s := t.phrase(m.NP); s != "" {
			word := "cancelled"
			if t.postponed() {
				word = "postponed"
			}
			if !strings.Contains(s, "cancel") && !strings.Contains(s, "postpone") {
				s = strings.TrimPrefix(s, "planned ") + " " + word
			}
			return s, 4
		}
	case m.Kind == "meeting" && !m.Part && len(agents) >= 2 && m.Status == story.StatusHappened:
		verb := "meet"
		switch m.Lemma {
		case "summit", "talks", "negotiation", "negotiations":
			verb = "hold " + m.Lemma
		}
		score := 7
		if place != "" {
			verb += " " + placePrep(place) + " " + place
			score += 2
		}
		return and(agents) + " " + verb, score
	case m.Kind == "meeting" && !m.Part && len(agents) == 1 && m.Status == story.StatusHappened && m.When.Dated():
		np := t.phrase(m.NP)
		if dated := t.dated(m.NP); dated != "" && !strings.Contains(np, " ") {
			np = dated
		}
		if np != "" && !strings.Contains(np, agents[0]) {
			return agents[0] + " at " + np, 3
		}
	case len(agents) == 1 && len(patients) == 1 && !t.ordinal():
		if v, ok := lexicon.VerbFor(m.Lemma); ok && !strings.Contains(v, " ") && m.Status == story.StatusHappened {
			return agents[0] + " " + t.doc.lang.Present(v, true) + " " + patients[0], 7
		}
	case len(agents) > 0 && m.Part && m.Status == story.StatusHappened:
		if np := t.phrase(m.NP); np != "" {
			verb := "hold"
			if len(agents) == 1 {
				verb = "holds"
			}
			return and(agents[:min(len(agents), 3)]) + " " + verb + " " + np, 4 + min(len(agents), 2)
		}
	}
	s := t.phrase(m.NP)
	if s == "" {
		return "", 0
	}
	score := 2
	begins := t.phase()
	if t.ordinal() && begins == "" {
		score = 0
	}
	if k := m.NP + 2; k < len(t.parse.Chunks) && t.parse.Chunks[m.NP+1].Kind == chunk.Prep && t.parse.Chunks[k].Kind == chunk.NP && !t.isDate(k) {
		prep := t.parse.Head(m.NP + 1).Lower
		if more := t.phrase(k); more != "" && titlePrep(prep) && prep != "with" && utf8.RuneCountInString(s+prep+more) < titleLength-1 {
			if k+2 < len(t.parse.Chunks) && t.parse.Chunks[k+1].Kind == chunk.Coord && t.parse.Chunks[k+2].Kind == chunk.NP {
				if last := t.phrase(k + 2); last != "" {
					more += " and " + last
				}
			}
			s += " " + prep + " " + more
			score += 2
		}
	}
	if begins != "" {
		s += " " + begins
	}
	if !strings.Contains(s, " ") || len(agents)+len(patients) == 0 {
		if title, ok := t.carried(); ok {
			return title, 4
		}
	}
	if !strings.Contains(s, " ") {
		score--
		if dated := t.dated(m.NP); dated != "" {
			s = dated
		}
	}
	return s, score
}

// carried returns the title of the clause whose verb carries the noun: "insurer
// makes offer", "mayor announces inquiry". It returns false where there is no
// such clause or its subject cannot stand in a title.
func (t *titler) carried() (string, bool) {
	m := t.m
	if m.Clause < 0 {
		return "", false
	}
	cl := t.parse.Clauses[m.Clause]
	if !contains(cl.Object, m.NP) || cl.Form != chunk.Finite || cl.Passive || cl.Negated || !past(t.parse, cl) && !m.Heading || m.Status == story.StatusPlanned {
		return "", false
	}
	if subject, _ := t.list(cl.Subject); subject == "" || len(cl.Subject) == 0 {
		return "", false
	}
	title, score := t.verb()
	return title, score > 0 && title != ""
}

// phase returns "begins", "ends" and the like where the noun is the subject of
// such a verb and dated by its clause: then the date is that of the phase.
func (t *titler) phase() string {
	m := t.m
	if m.Clause < 0 || !m.When.Dated() {
		return ""
	}
	cl := t.parse.Clauses[m.Clause]
	v := t.parse.Head(cl.Verb)
	if !contains(cl.Subject, m.NP) || cl.Form != chunk.Finite || len(cl.Object) > 0 {
		return ""
	}
	switch v.Lemma {
	case "begin", "start", "open", "end", "conclude", "erupt", "resume", "close":
		return t.doc.lang.Present(v.Lemma, t.parse.Head(m.NP).Tag != "NNS")
	}
	return ""
}

// ordinal reports whether the noun phrase says "the first", "the last": then
// it describes an event more than it names it.
func (t *titler) ordinal() bool {
	c := t.parse.Chunks[t.m.NP]
	for k := c.Start; k < c.End; k++ {
		switch t.parse.Tokens[k].Lower {
		case "first", "last", "only":
			return true
		}
		if t.parse.Tokens[k].Tag == "JJS" {
			return true
		}
	}
	return false
}
