package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// minors adds what the sentence tells in passing: verbs and event nouns that
// the rules for main events left out, read from the dependency tree. They keep
// a report complete; a picture is not made of them.
func (r *reader) minors() {
	toks := r.sent.Tokens
	taken := make([]bool, len(toks))
	for _, m := range r.found {
		for k := m.Start; k < m.End; k++ {
			taken[k] = true
		}
	}
	main := len(r.found)
	for n := range r.found {
		if m := &r.found[n]; m.Tentative && m.Nominal {
			m.Asserted = r.asserted(m, m.End-1)
		}
	}
	for i, t := range toks {
		if t.UPOS == "NOUN" && !taken[i] {
			r.minorNoun(i)
		}
	}
	for _, phase := range [...]bool{false, true} { // "began selling": after what it begins
		for i, t := range toks {
			if t.UPOS != "VERB" || taken[i] {
				continue
			}
			if info, _ := r.verbAt(i); (info.Class == lexicon.VerbAspect) == phase {
				r.minorVerb(i)
			}
		}
	}
	for i, t := range toks {
		if t.UPOS == "ADJ" && !taken[i] {
			r.minorAdjective(i)
		}
	}
	if len(r.found) > main {
		r.minorDates(main)
	}
}

// saying is the concept of all that verbs of speech tell in passing.
const saying = "saying"

// minorVerb adds the verb at token i where it tells of an event.
func (r *reader) minorVerb(i int) {
	s := r.syntax()
	t := s.toks[i]
	switch t.Relation() {
	case "amod", "compound", "case", "aux", "cop", "mark", "fixed", "flat", "discourse", "det":
		return
	}
	if !isWord(t.Lemma) || len(t.Lemma) < 2 || !r.tells(i) {
		return
	}
	m := Mention{
		Sentence: r.index, Start: i, End: i + 1, Lemma: t.Lemma, NP: -1, Clause: -1, Minor: true,
		Heading: r.sent.Kind == nlp.Heading, When: When{Weekday: -1}, In: -1, Quoted: r.parse.Quoted(i),
	}
	info, _ := r.verbAt(i)
	if p := r.particle(i); p >= 0 && p == i+1 {
		m.End = p + 1 // "called off"
	}
	m.Concept, m.Kind = concept(t.Lemma, true), string(info.Kind)
	if info.Class == lexicon.VerbSpeech {
		m.Concept, m.Kind = saying, string(lexicon.Speech)
	}
	r.minorPeople(&m)
	if !r.worth(&m, info) {
		return
	}
	if m.Status = status(r.mood(i)); m.Status == "" && r.spokenOf(i) {
		m.Status, m.Unsaid = story.StatusHappened, true
	}
	if m.Status == "" || m.Quoted && !r.reported(i) {
		return
	}
	m.Background = r.earlier(i)
	m.Told = m.Status == story.StatusHappened && !m.Background && !m.Unsaid && !continuing(info.Lemma)
	m.Perfect = s.perfect(i)
	m.Bounded = continuing(info.Lemma)
	if m.In >= 0 && len(r.found[m.In].Agents) == 0 {
		r.found[m.In].Agents = without(m.Agents, r.found[m.In].Patients)
	}
	r.found = append(r.found, m)
}

// spokenOf reports whether the verb at token i, of which the sentence does not
// say that it happened, is named by it all the same: an aim, a task, a charge.
// What is negated or supposed is not.
func (r *reader) spokenOf(i int) bool {
	s := r.syntax()
	for range maxClimb {
		switch s.marker(i) {
		case "if", "unless", "whether", "lest", "without", "than", "instead":
			return false
		}
		if s.negated(i) || s.modal(i) != "" {
			return false
		}
		g := s.head(i)
		if g < 0 {
			return true
		}
		i = g
	}
	return false
}

// earlier reports whether a verb tells what was over when the report was
// written: a pluperfect or a relative clause.
func (r *reader) earlier(i int) bool {
	s := r.syntax()
	if s.relative(i) {
		return true
	}
	for _, k := range s.kids[i] {
		if t := s.toks[k]; t.Relation() == "aux" && t.Lemma == "have" && t.Tag != "VBZ" && t.Tag != "VBP" {
			return true
		}
	}
	return false
}

// minorAdjective adds the adjective at token i where it tells what became of
// somebody: "found dead", "dead at 95", but not "the dead man".
func (r *reader) minorAdjective(i int) {
	t := r.sent.Tokens[i]
	if t.Relation() == "amod" {
		return
	}
	if info, ok := lexicon.EventVerb(t.Lower); ok && info.Class == lexicon.VerbAct {
		r.minorVerb(i)
	}
}

// tells reports whether the form of a verb can tell of an event: the present
// tense tells what is usual, except in headlines and of speech.
func (r *reader) tells(i int) bool {
	s := r.syntax()
	t := s.toks[i]
	if r.headline() {
		return true
	}
	switch t.Tag {
	case "VBZ", "VBP":
		info, _ := r.verbAt(i)
		return info.Class == lexicon.VerbSpeech || t.Tag == "VBP" && invariable(t.Lemma)
	case "VB":
		return t.Rel != "root" || s.child(i, "aux") >= 0 // else a request
	case "VBN":
		if s.child(i, "aux") >= 0 {
			// "is owned by" is how things stand, "has been" and "was" are told.
			return s.pastTense(i) || s.modal(i) != ""
		}
	}
	return true
}

// headline reports whether the sentence is a heading, or reads like one: it is
// short and ends without a mark.
func (r *reader) headline() bool {
	toks := r.sent.Tokens
	if r.sent.Kind == nlp.Heading {
		return true
	}
	if len(toks) > 18 {
		return false
	}
	switch toks[len(toks)-1].Text {
	case ".", "!", "?", ":", ";", ",", `"`, "”", "'":
		return false
	}
	return true
}

// worth reports whether a verb names something that happened rather than a
// state, a thought, or only what its object or complement names.
func (r *reader) worth(m *Mention, info lexicon.VerbInfo) bool {
	s := r.syntax()
	i := m.Start
	switch info.Class {
	case lexicon.VerbState, lexicon.VerbCognition:
		return false
	case lexicon.VerbIntend:
		return !intends(info.Lemma)
	case lexicon.VerbAspect, lexicon.VerbLight:
		if m.In = r.upholds(i); m.In >= 0 {
			return true
		}
		return s.child(i, "obj") >= 0 && s.toks[i].Lemma != "have" && !r.carriesEvent(i, "xcomp")
	case lexicon.VerbCause:
		return s.child(i, "obj") >= 0 && !(r.carriesEvent(i, "obj") && r.carriesEvent(i, "nsubj"))
	case lexicon.VerbSpeech:
		if len(m.Agents) > 0 || s.passive(i) && len(m.Patients) > 0 {
			return true
		}
		by := r.subject(i)
		return len(by) > 0 && (s.toks[by[0]].UPOS != "PRON" || s.child(i, "obj") >= 0)
	}
	return len(m.Agents)+len(m.Patients) > 0 || len(r.subject(i)) > 0 || s.child(i, "obj") >= 0 || s.governs(i)
}

// intends reports whether a verb of intention tells only what somebody has in
// mind: to decide or to try is an act.
func intends(lemma string) bool {
	lemma = strings.TrimSuffix(lemma, " to")
	switch lemma {
	case "plan", "intend", "expect", "anticipate", "hope", "want", "wish", "look", "mean", "contemplate", "envision", "mull", "weigh up", "aim", "seek",
		"set", "schedule", "slate", "timetable", "earmark", "pencil in", "will":
		return true
	}
	return strings.HasPrefix(lemma, "be ")
}

// reported reports whether the verb at token i, quoted, tells what happened to
// others than the one who speaks: what people say of themselves is theirs.
func (r *reader) reported(i int) bool {
	s := r.syntax()
	if !s.pastTense(i) {
		return false
	}
	for _, k := range append(r.subject(i), s.kids[i]...) {
		switch s.toks[k].Lower {
		case "i", "we", "you", "me", "us":
			return false
		}
	}
	return true
}

// minorNoun adds the event noun at token i where it tells of an event.
func (r *reader) minorNoun(i int) {
	s := r.syntax()
	compound := s.toks[i].Rel == "compound"
	switch s.toks[i].Rel {
	case "flat", "fixed", "case", "compound:prt":
		return
	}
	np := r.parse.ChunkAt(i)
	from := r.parse.Chunks[np].Start
	start, info, ok := r.anyNoun(from, i)
	if !ok || phase(info.Lemma) || r.isName(i) || compound && !violent(info.Kind) {
		return
	}
	m := Mention{
		Sentence: r.index, Start: start, End: i + 1, Lemma: info.Lemma, Concept: concept(info.Lemma, false), Kind: string(info.Kind),
		Nominal: true, Part: info.Sub, NP: np, Clause: -1, Minor: true,
		Heading: r.sent.Kind == nlp.Heading, Status: story.StatusHappened, When: When{Weekday: -1}, In: -1, Quoted: r.parse.Quoted(i),
	}
	if m.Quoted || !r.nounModifiers(&m, from, start) {
		return
	}
	m.Unsaid = compound // "a murder case": of what may have been one
	if !r.asserted(&m, i) {
		if !r.spokenOf(i) {
			return
		}
		m.Unsaid = true // "to win the game"
	}
	r.phrasePeople(&m)
	m.Patients = without(m.Patients, m.Agents)
	m.Places = appendNew(m.Places, r.places(np)...)
	named := len(m.Agents)+len(m.Patients)+len(m.Places) > 0
	if !info.Strong && !named && !violent(info.Kind) && bare(s.toks, r.parse.Chunks[np], i) && !m.Heading {
		return // a substance, not an occasion: "because of poor construction"
	}
	r.found = append(r.found, m)
}

// violent reports whether nouns of a kind name occasions even where they stand
// bare: "destroyed by fire", "charged with murder".
func violent(k lexicon.Kind) bool {
	return k == lexicon.Disaster || k == lexicon.War || k == lexicon.Death
}

// asserted reads from what governs a noun whether the sentence says that there
// was such an event, and sets its status.
func (r *reader) asserted(m *Mention, i int) bool {
	s := r.syntax()
	if r.wished(m.NP) {
		return false
	}
	if first := s.first(i); first != i {
		if s.denied(first) {
			return false // "without any deal or truce"
		}
		i = first
	}
	switch s.marker(i) {
	case "without", "against", "unless", "about", "regarding", "like", "toward", "towards":
		return false
	case "for":
		if !s.defined(i) {
			return false // "pressed for peace talks"
		}
	}
	if s.toks[i].Rel == "nmod" && !s.defined(i) {
		if h := s.head(i); h >= 0 && r.nounMood(h) == lexicon.MoodUnreal {
			return false // "hopes of a truce"
		}
	}
	g := s.head(i)
	if g < 0 {
		return true
	}
	if s.toks[g].UPOS != "VERB" {
		return s.toks[i].Relation() != "nsubj" || r.nounMood(g) != lexicon.MoodUnreal // "a truce was the aim"
	}
	rel := s.toks[i].Relation()
	mood := r.mood(g)
	if rel == "obj" || rel == "nsubj" && s.passive(g) {
		lemma := s.toks[g].Lemma
		if own, ok := lexicon.MoodOf(lemma, lexicon.GovernorVerb); ok && own != lexicon.MoodReal && !s.defined(i) {
			mood = weaker(mood, own)
		}
		if info, ok := lexicon.EventVerb(lemma); ok && !s.defined(i) && info.Class == lexicon.VerbCognition {
			return false
		}
	}
	if s.defined(i) && rel != "obj" && mood != lexicon.MoodReal {
		return true // "the strike may last": the strike is there
	}
	st := status(mood)
	if st != "" && m.Status == story.StatusHappened {
		m.Status = st
	}
	return st != ""
}

// particle returns the particle of a phrasal verb, -1 for none.
func (r *reader) particle(i int) int {
	for _, k := range r.syntax().kids[i] {
		if r.sent.Tokens[k].Rel == "compound:prt" {
			return k
		}
	}
	return -1
}

// carriesEvent reports whether one of the dependents of a verb names an event.
func (r *reader) carriesEvent(i int, rels ...string) bool {
	s := r.syntax()
	for _, k := range s.kids[i] {
		for _, rel := range rels {
			if s.toks[k].Relation() == rel && r.isEvent(k) {
				return true
			}
		}
	}
	return false
}

// upholds returns the event, as an index into the mentions found, that a verb
// says no more of than that it took place or went on, -1 for none: "held a
// rally", "began selling".
func (r *reader) upholds(i int) int {
	s := r.syntax()
	for _, rel := range [...]string{"obj", "xcomp", "nsubj"} {
		k := s.child(i, rel)
		if k < 0 {
			continue
		}
		for n, m := range r.found {
			if (m.Nominal || rel == "xcomp") && m.Start <= k && k < m.End {
				return n
			}
		}
	}
	if g := s.head(i); g >= 0 && s.toks[i].Relation() == "acl" {
		for n, m := range r.found {
			if m.Nominal && m.Start <= g && g < m.End {
				return n // "a conference held in May"
			}
		}
	}
	return -1
}

// isEvent reports whether a token is a verb or one of the nouns found.
func (r *reader) isEvent(i int) bool {
	if r.sent.Tokens[i].UPOS == "VERB" {
		return true
	}
	for _, m := range r.found {
		if m.Nominal && m.Start <= i && i < m.End {
			return true
		}
	}
	return false
}
