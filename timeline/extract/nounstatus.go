package extract

import (
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// nounStatus reads from the clause around a noun whether the event took
// place. It returns false where it is wished for, conditional or denied
// altogether.
func (r *reader) nounStatus(m *Mention) bool {
	p := r.parse
	if gov, _ := p.Governor(m.NP); gov == "without" || gov == "against" && m.Kind == string(lexicon.Deal) || gov == "unless" || gov == "despite" && m.Status == story.StatusPlanned {
		return false
	}
	if r.wished(m.NP) {
		return false
	}
	if m.Clause < 0 {
		return true
	}
	cl := p.Clauses[m.Clause]
	v := p.Head(cl.Verb)
	subject, object := contains(cl.Subject, m.NP), contains(cl.Object, m.NP)
	info, _ := r.verbInfo(cl)
	cancels := cancelling(info)
	switch {
	case cancels && (object || subject && cl.Passive || subject && v.Lemma == "collapse"):
		if cl.Modal == "" && !cl.Negated {
			m.Status = story.StatusCancelled
			if info.Flag == lexicon.Postpones {
				m.Status = story.StatusPlanned // it is still to come
			}
			m.Quoted = cl.Quoted
			return true
		}
	case object && info.Class == lexicon.VerbSpeech && info.Flag == lexicon.News && !m.Definite && v.Lemma != "deny":
		// "announced a visit": it lies ahead, if it has a date at all.
		m.Status = story.StatusPlanned
		return r.hasDate(m.NP) && m.When.Basis == ""
	case v.Lemma == "deny" && object:
		m.Status = story.StatusDenied
		return true
	}
	if !subject && !object {
		return true
	}
	if cl.Quoted && !r.explicitDate(m.NP) {
		return false
	}
	if subject && cl.Negated && takesPlace(v.Lemma) {
		return false
	}
	if hypothetical(cl) && !r.dateInside(m.NP) {
		return m.Definite && subject // "the summit could end the war": the summit stands
	}
	if object && cl.Negated {
		return false
	}
	if object && (info.Class == lexicon.VerbCognition || wishVerb(v.Lemma)) && !m.Definite {
		return false
	}
	// "securing a ceasefire", "to hold a vote": not said to have happened.
	if object && !m.Definite && !r.hasDate(m.NP) && (cl.Form == chunk.Gerund || cl.Form == chunk.Infinitive) && !r.planned(m.Clause) {
		switch cl.Marker {
		case "after", "since", "following", "before":
		default:
			return false
		}
	}
	if subject && cl.Form == chunk.Finite && cl.Passive && r.planned(m.Clause) && !r.controls(m.Clause) {
		m.Status = story.StatusPlanned // "the launch had been planned for May"
		return true
	}
	if cl.Modal == "will" || cl.Modal == "'ll" || r.planned(m.Clause) {
		if !(m.Definite && subject && !r.occurs(v.Lemma)) {
			m.Status = story.StatusPlanned
		}
	}
	return true
}

// causal reports whether the noun is the subject or object of a verb that says
// it brought something about, or was brought about: "the strike caused delays".
func (r *reader) causal(m *Mention) bool {
	if r.afterCue(r.parse.Chunks[m.NP].Start) {
		return true
	}
	if m.Clause < 0 {
		return false
	}
	cl := r.parse.Clauses[m.Clause]
	info, ok := r.verbInfo(cl)
	return ok && info.Class == lexicon.VerbCause && cl.Form == chunk.Finite && past(r.parse, cl) && !cl.Negated && !hypothetical(cl) &&
		(contains(cl.Subject, m.NP) || contains(cl.Object, m.NP) || len(cl.Phrases) > 0 && cl.Phrases[0].NP == m.NP)
}

// afterCue reports whether a preposition that states a cause ends before the
// token: "because of", "in response to".
func (r *reader) afterCue(token int) bool {
	toks := r.parse.Tokens
	for n := 1; n <= 4 && n <= token; n++ {
		words, lemmas := make([]string, n), make([]string, n)
		for k := range n {
			words[k], lemmas[k] = toks[token-n+k].Lower, toks[token-n+k].Lemma
		}
		size, cues := lexicon.MatchCues(words, lemmas)
		for _, c := range cues {
			if size == n && c.Form == lexicon.FormPreposition && c.Tier == lexicon.TierStated {
				return true
			}
		}
	}
	return false
}

// eventful reports whether the clause around a noun says that it took place:
// "held a rally", "a rally began".
func (r *reader) eventful(m *Mention) bool {
	if m.Clause < 0 {
		return false
	}
	cl := r.parse.Clauses[m.Clause]
	v := r.parse.Head(cl.Verb)
	info, ok := r.verbInfo(cl)
	if !ok || cl.Negated || hypothetical(cl) || cl.Form != chunk.Finite || !(past(r.parse, cl) || m.Heading) || cl.Marker == "which" || cl.Marker == "that" || cl.Marker == "who" {
		return false
	}
	if contains(cl.Object, m.NP) {
		return info.Class == lexicon.VerbLight || info.Class == lexicon.VerbAspect || cancelling(info)
	}
	return contains(cl.Subject, m.NP) && (m.Kind == string(lexicon.Disaster) && impact(v.Lemma) || info.Class == lexicon.VerbAspect || r.occurs(v.Lemma) || cancelling(info))
}

// goesOn reports whether a noun is the subject of a verb that says only that it
// was not over: a war that goes on did not happen today.
func (r *reader) goesOn(m *Mention) bool {
	if m.Clause < 0 {
		return false
	}
	cl := r.parse.Clauses[m.Clause]
	info, _ := r.verbInfo(cl)
	return continuing(info.Lemma) && contains(cl.Subject, m.NP)
}

// continuing reports whether a verb says only that its subject was not over.
func continuing(lemma string) bool {
	switch lemma {
	case "continue", "go on", "carry on", "drag on", "keep on", "persist", "last", "remain", "remain under way":
		return true
	}
	return false
}

// occurs reports whether a verb says of its subject only that it took place.
func (r *reader) occurs(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "end", "conclude", "finish", "occur", "happen", "take", "continue", "last", "resume", "follow", "come", "erupt", "break":
		return true
	}
	return false
}

// takesPlace reports whether a verb, denied, says that its subject never was:
// "did not take place", unlike "did not end".
func takesPlace(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "occur", "happen", "take", "come", "erupt", "follow", "go", "materialise", "materialize":
		return true
	}
	return false
}

// cancelling reports whether a verb says that its object does not take place,
// or not yet.
func cancelling(info lexicon.VerbInfo) bool {
	return info.Flag == lexicon.Cancels || info.Flag == lexicon.Postpones
}

func wishVerb(lemma string) bool {
	switch lemma {
	case "want", "seek", "hope", "demand", "urge", "propose", "offer", "threaten", "fear", "avoid", "expect", "promise", "vow", "pledge", "suggest", "float", "discuss", "consider", "refuse", "decline", "reject", "need":
		return true
	}
	return false
}

func hypothetical(cl chunk.Clause) bool {
	switch cl.Modal {
	case "would", "could", "might", "may", "should", "must", "can", "'d", "shall", "ought":
		return true
	}
	switch cl.Marker {
	case "if", "whether", "unless":
		return true
	}
	return false
}

// wished reports whether the noun phrase hangs from a word that only wishes,
// proposes or fears it: "calls for a ceasefire", "the prospect of talks".
func (r *reader) wished(np int) bool {
	p := r.parse
	gov, at := p.Governor(np)
	if at <= 0 || (gov != "for" && gov != "of" && gov != "on" && gov != "about" && gov != "to" && gov != "at") {
		return false
	}
	switch p.Head(at - 1).Lemma {
	case "call", "demand", "push", "plan", "prospect", "hope", "chance", "threat", "idea", "possibility",
		"proposal", "appeal", "plea", "wait", "prepare", "preparation", "risk", "fear", "need", "condition", "commitment", "promise", "talk_about":
		return true
	}
	return false
}

// wishedFor reports whether a noun phrase names an event that its clause only
// wishes, offers or threatens.
func (r *reader) wishedFor(np int) bool {
	c := r.parse.Chunks[np]
	if _, _, ok := r.eventNoun(c.Start, c.Head); !ok {
		return false
	}
	i := r.clauseOf(np)
	if i < 0 {
		return false
	}
	cl := r.parse.Clauses[i]
	if len(cl.Phrases) > 0 && cl.Phrases[0].NP == np && cl.Phrases[0].At == cl.Verb+1 && cl.Phrases[0].Prep == "for" {
		switch r.parse.Head(cl.Verb).Lemma {
		case "call", "ask", "hope", "push", "press", "wait", "appeal", "plead", "apply", "prepare":
			return true
		}
	}
	return contains(cl.Object, np) && wishVerb(r.parse.Head(cl.Verb).Lemma)
}
