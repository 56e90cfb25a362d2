package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// nominals finds the event nouns of the sentence: heads of noun phrases and
// possessors ("the summit's outcome"), the longest listed term first.
func (r *reader) nominals() {
	p := r.parse
	for k, c := range p.Chunks {
		if c.Kind != chunk.NP {
			continue
		}
		for h := c.Start; h < c.End; h++ {
			possessor := h+1 < c.End && p.Tokens[h+1].Tag == "POS"
			if h != c.Head && !possessor {
				continue
			}
			if m, ok := r.nominal(k, h); ok {
				r.found = append(r.found, m)
			}
		}
	}
}

func (r *reader) nominal(np, head int) (Mention, bool) {
	p := r.parse
	c := p.Chunks[np]
	switch p.Tokens[head].Tag {
	case "NN", "NNS", "NNP", "NNPS":
	default:
		return Mention{}, false
	}
	start, info, ok := r.eventNoun(c.Start, head)
	if !ok || phase(info.Lemma) || r.isName(head) {
		return Mention{}, false
	}
	m := Mention{
		Sentence: r.index, Start: start, End: head + 1, Lemma: info.Lemma, Concept: concept(info.Lemma, false), Kind: string(info.Kind),
		Nominal: true, Part: info.Sub, NP: np, Clause: r.clauseOf(np),
		Heading: r.sent.Kind == nlp.Heading, Status: story.StatusHappened, When: When{Weekday: -1}, In: -1,
	}
	if !r.nounModifiers(&m, c.Start, start) {
		return Mention{}, false
	}
	r.nounPeople(&m)
	r.nounPlaces(&m)
	if !r.nounStatus(&m) {
		return Mention{}, false
	}
	m.Told = r.eventful(&m)
	m.Bounded = r.goesOn(&m)
	named := len(m.Agents)+len(m.Patients)+len(m.Places) > 0
	substance := bare(p.Tokens, c, head) && !m.Heading
	dated := r.hasDate(np) && (!substance || !r.governed(np))
	switch {
	case dated:
	case m.Clause >= 0 && r.scheduled(m.Clause, np):
		m.Status = story.StatusPlanned
	case !named && substance && !m.Definite && !m.Told && !info.Strong:
		return Mention{}, false // "because of poor construction"
	case !named && (m.Definite || m.Told || r.causal(&m)):
		m.Tentative = !m.Told && !info.Strong && !r.causal(&m)
	case !named:
		return Mention{}, false
	case !info.Strong && m.Clause < 0 && !m.Heading:
		return Mention{}, false
	case substance && m.Kind != string(lexicon.Meeting):
		return Mention{}, false // "agreement with the union": not said to be one
	}
	return m, true
}

// scheduled reports whether a clause says when its subject is to be: "an
// election is scheduled for 14 May", "talks are due to begin in March".
func (r *reader) scheduled(clause, np int) bool {
	p := r.parse
	for i := clause; i < len(p.Clauses) && i <= clause+1; i++ {
		cl := p.Clauses[i]
		lemma := p.Head(cl.Verb).Lemma
		says := sets(lemma) && !r.controls(i) || cl.Form == chunk.Infinitive && r.occurs(lemma)
		if says && contains(cl.Subject, np) && !cl.Negated && r.planned(i) && r.clauseDated(i) {
			return true
		}
	}
	return false
}

// governed reports whether a noun phrase follows a preposition or a verb that
// is an act of its own, whose date then is not the noun's: "conceded defeat on
// Monday".
func (r *reader) governed(np int) bool {
	if np == 0 {
		return false
	}
	switch before := r.parse.Chunks[np-1]; before.Kind {
	case chunk.Prep:
		return true
	case chunk.VG:
		info, ok := lexicon.EventVerb(r.parse.Tokens[before.Head].Lemma)
		return ok && info.Class != lexicon.VerbLight && info.Class != lexicon.VerbAspect && !cancelling(info)
	}
	return false
}

// isName reports whether a token is part of the name of a person or place, or
// what an organisation is called: "in Derby" speaks of no match.
func (r *reader) isName(token int) bool {
	for _, m := range r.doc.Names.In(r.index, max(0, token-8), token+8) {
		if m.Start <= token && token < m.End {
			switch r.doc.Names.Entities[m.Entity].Kind {
			case names.Person, names.Place, names.Country:
				return true
			case names.Org:
				if m.End == token+1 && m.End-m.Start > 1 {
					return true // "the Lisbon Stock Exchange" swaps nothing
				}
			}
		}
	}
	return false
}

// phase reports whether a noun only names a phase of another event: "the end
// of the war".
func phase(lemma string) bool {
	switch lemma {
	case "end", "start", "beginning", "continuation":
		return true
	}
	return false
}

// bare reports whether a noun phrase is a singular noun without determiner,
// possessor or name: a substance, not an occasion.
func bare(toks []nlp.Token, c chunk.Chunk, head int) bool {
	if toks[head].Tag != "NN" {
		return false
	}
	for k := c.Start; k < head; k++ {
		switch toks[k].Tag {
		case "DT", "PRP$", "POS", "NNP", "CD":
			return false
		}
	}
	return true
}

// eventNoun matches the longest listed term that ends at head and can be a
// main event.
func (r *reader) eventNoun(from, head int) (int, lexicon.EventNounInfo, bool) {
	start, info, ok := r.anyNoun(from, head)
	return start, info, ok && !info.Minor
}

// anyNoun matches the longest listed term that ends at head.
func (r *reader) anyNoun(from, head int) (int, lexicon.EventNounInfo, bool) {
	toks := r.parse.Tokens
	if r.inDate[head] {
		return 0, lexicon.EventNounInfo{}, false // "23 March" is no demonstration
	}
	for start := max(from, head-3); start <= head; start++ {
		words := make([]string, 0, 4)
		for k := start; k < head; k++ {
			words = append(words, toks[k].Lower)
		}
		// Some nouns are listed in the plural: "talks".
		for _, last := range [...]string{toks[head].Lower, singular(toks[head])} {
			if n, info := lexicon.MatchEventNoun(append(words, last)); n == len(words)+1 {
				return start, info, true
			}
		}
	}
	return 0, lexicon.EventNounInfo{}, false
}

// singular returns the token's lemma in lower case; of a capitalised noun,
// which the lemmatiser leaves alone, the form without a plural s.
func singular(t nlp.Token) string {
	if t.Tag == "NNP" || t.Tag == "NNPS" {
		return strings.TrimSuffix(t.Lower, "s")
	}
	return t.Lemma
}

// nounModifiers reads what stands before the noun. It returns false where the
// words deny that there was such an event ("no deal", "any agreement").
func (r *reader) nounModifiers(m *Mention, from, to int) bool {
	toks := r.parse.Tokens
	for k := from; k < to; k++ {
		t := toks[k]
		switch t.Lower {
		case "no", "any", "without", "neither", "every", "each":
			return false
		case "the", "this", "that", "these", "those", "their", "its", "his", "her", "both":
			m.Definite = true
			continue
		case "another", "second", "third", "new", "further", "separate", "next", "previous", "earlier", "last", "other", "future", "subsequent", "follow-up", "additional":
			m.Distinct = true
		}
		switch t.Lower {
		case "planned", "scheduled", "upcoming", "forthcoming", "proposed", "next", "future", "intended":
			m.Status = story.StatusPlanned
		case "potential", "possible", "hypothetical", "would-be", "feared":
			return false
		case "cancelled", "canceled", "postponed", "called-off", "aborted", "scrapped":
			m.Status = story.StatusCancelled
		case "alleged", "supposed", "purported":
			m.Status = story.StatusDenied
		}
		if t.Tag == "JJ" || t.Tag == "NN" || t.Tag == "VBN" {
			m.Modifiers = append(m.Modifiers, t.Lemma)
		}
	}
	// Bare plurals that name one occasion ("talks in Geneva") count as known
	// when a name goes with them; that is decided with the names.
	if (from == to || toks[to].Tag == "NNS" && !m.Distinct) && (toks[to].Tag == "NNS" && m.Kind == string(lexicon.Meeting) || m.Heading) {
		m.Definite = true
	}
	if to > from && toks[to-1].Tag == "POS" {
		m.Definite = true
	}
	return true
}

// clauseOf returns the clause that a noun phrase stands in, -1 for none: as
// subject, object or in a phrase of it, the nearest verb first.
func (r *reader) clauseOf(np int) int {
	best, bestDist := -1, 1<<30
	for i, cl := range r.parse.Clauses {
		in := contains(cl.Subject, np) || contains(cl.Object, np)
		for _, ph := range cl.Phrases {
			in = in || ph.NP == np
		}
		// A phrase inside the subject: "the end of the war came".
		if !in && len(cl.Subject) > 0 && np > cl.Subject[0] && np < cl.Verb && cl.Form == chunk.Finite {
			in = !contains(cl.Subject, np)
			if in && best >= 0 {
				continue
			}
		}
		d := abs(cl.Verb - np)
		if contains(cl.Subject, np) && (cl.Form == chunk.Participle || describesSubject(cl)) {
			d += 64 // "the summit, planned for July, was called off"
		}
		if in && d < bestDist {
			best, bestDist = i, d
		}
	}
	if best < 0 {
		best = r.fronted(np)
	}
	return best
}

// describesSubject reports whether a clause is a relative one about its
// subject: "the war, which began in May".
func describesSubject(cl chunk.Clause) bool {
	return cl.Form == chunk.Finite && (cl.Marker == "which" || cl.Marker == "that" || cl.Marker == "who")
}

// fronted returns the clause that a phrase at the head of the sentence
// belongs to: "At a ceremony in Oslo, the king ...".
func (r *reader) fronted(np int) int {
	p := r.parse
	if _, at := p.Governor(np); at < 0 {
		return -1
	}
	for i, cl := range p.Clauses {
		if cl.Verb < np {
			return -1
		}
		if cl.Form == chunk.Finite {
			return i
		}
	}
	return -1
}

func contains(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
