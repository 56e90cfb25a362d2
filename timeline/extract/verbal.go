package extract

import (
	"cmp"
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// verbals finds the verbs of the sentence that report an act.
func (r *reader) verbals() {
	for i := range r.parse.Clauses {
		if m, ok := r.verbal(i); ok {
			r.found = append(r.found, m)
		}
	}
}

func (r *reader) verbal(i int) (Mention, bool) {
	p := r.parse
	cl := p.Clauses[i]
	v := p.Head(cl.Verb)
	info, listed := r.verbInfo(cl)
	if own, ok := lexicon.EventVerb(v.Lemma); ok && r.controls(i) && r.agrees(i, own) {
		info, listed = own, true // not "agree to", which only lets do
	}
	if !r.reports(i, info, listed) {
		return Mention{}, false
	}
	c := p.Chunks[cl.Verb]
	m := Mention{
		Sentence: r.index, Start: c.Head, End: c.End, Lemma: v.Lemma, Concept: concept(cmp.Or(info.Lemma, v.Lemma), true), Kind: string(info.Kind),
		NP: -1, Clause: i, Heading: r.sent.Kind == nlp.Heading,
		Status: story.StatusHappened, When: When{Weekday: -1}, In: -1, Quoted: cl.Quoted,
	}
	if n := strings.Count(info.Lemma, " "); n > 0 {
		m.End = max(m.End, c.Head+1+n) // "ran aground"
	}
	if !r.verbStatus(&m, i) {
		return Mention{}, false
	}
	m.Background = r.background(i)
	m.Told = cl.Form == chunk.Finite && !m.Background && m.Status == story.StatusHappened
	m.In = r.elaborates(cl)
	for k, n := range r.found {
		// "an earthquake struck the coast": subject and verb are one.
		if m.In < 0 && n.Nominal && n.Kind == string(lexicon.Disaster) && !cl.Passive && impact(v.Lemma) && contains(cl.Subject, n.NP) {
			m.In = k
		}
		// "won the election"
		if m.In < 0 && n.Nominal && n.Kind == string(lexicon.Election) && contests(v.Lemma) && contains(cl.Object, n.NP) {
			m.In = k
		}
		// "imposed sanctions", "signed the treaty": verb and object are one.
		if m.In < 0 && n.Nominal && n.Kind == m.Kind && m.Kind != "" && (contains(cl.Object, n.NP) || cl.Passive && contains(cl.Subject, n.NP)) {
			m.In = k
		}
	}
	r.verbPeople(&m, i)
	r.verbPlaces(&m, i)
	named := len(m.Agents)+len(m.Patients) > 0
	if !named && !r.clauseDated(i) && !(m.Told && important(m.Kind) && len(cl.Subject) > 0 && (len(m.Places) > 0 || r.opening())) {
		return Mention{}, false
	}
	if !listed && !(r.clauseHolds(i) && len(cl.Subject) > 0) {
		return Mention{}, false
	}
	return m, true
}

// opening reports whether the sentence is the first of the report's text,
// which tells its news.
func (r *reader) opening() bool {
	for i := range r.index {
		if k := r.doc.Sentences[i].Kind; k != nlp.Meta && k != nlp.Heading {
			return false
		}
	}
	return r.sent.Kind == nlp.Paragraph
}

// contests reports whether a verb says how an election went for its subject.
func contests(lemma string) bool {
	return lemma == "win" || lemma == "lose" || lemma == "contest"
}

// impact reports whether a verb says of a disaster only that it came.
func impact(lemma string) bool {
	switch lemma {
	case "strike", "hit", "rock", "shake", "jolt", "batter", "lash", "sweep", "tear", "rip", "break", "engulf", "kill", "injure", "destroy", "damage", "bury":
		return true
	}
	return false
}

// verbInfo looks up the verb of a clause with the particle or preposition
// behind it: "led to" is another verb than "led".
func (r *reader) verbInfo(cl chunk.Clause) (lexicon.VerbInfo, bool) {
	return r.verbAt(r.parse.Chunks[cl.Verb].Head)
}

// verbAt looks up the verb at a token with the particle or preposition behind
// it. A participle that is listed by itself comes before its verb.
func (r *reader) verbAt(i int) (lexicon.VerbInfo, bool) {
	toks := r.sent.Tokens
	if toks[i].Tag == "VBN" && toks[i].Lower != toks[i].Lemma {
		if info, ok := lexicon.EventVerb(toks[i].Lower); ok {
			return info, true
		}
	}
	lemmas := make([]string, 0, 3)
	for k := i; k < len(toks) && k < i+3; k++ {
		lemmas = append(lemmas, toks[k].Lemma)
	}
	n, info := lexicon.MatchEventVerb(lemmas)
	return info, n > 0
}

// reports decides from the verb's class whether it can be an event by itself.
func (r *reader) reports(i int, info lexicon.VerbInfo, listed bool) bool {
	p := r.parse
	cl := p.Clauses[i]
	v := p.Head(cl.Verb)
	if len(v.Lemma) < 3 && v.Lemma != "go" || !isWord(v.Lemma) {
		return false
	}
	if r.controls(i) && !r.agrees(i, info) || r.carries(cl, v.Lemma) || r.quotes(cl) {
		return false
	}
	if !listed {
		return cl.Form == chunk.Finite && past(p, cl) && !cl.Quoted && v.Tag != "VBG" // "was missing" is a state
	}
	switch info.Class {
	case lexicon.VerbAct:
		// "The vote was cancelled": the vote is the event.
		return info.Flag != lexicon.Cancels && info.Flag != lexicon.Postpones || !r.takesNoun(cl)
	case lexicon.VerbSpeech:
		// "Announced a tablet" is news in itself; "announced that ..." is not,
		// and a threat or an offer is told long after it was made.
		announces := (info.Lemma == "announce" || info.Lemma == "declare" || info.Lemma == "proclaim") && len(cl.Object) > 0
		return info.Flag == lexicon.News && cl.Form == chunk.Finite && (r.clauseDated(i) || r.elaborates(cl) >= 0 || announces)
	case lexicon.VerbLight:
		// The noun is the event: "held a rally".
		return false
	case lexicon.VerbAspect:
		// "began work in 1988": only where no event noun takes it up.
		return cl.Form == chunk.Finite && r.clauseDated(i) && !r.takesNoun(cl)
	case lexicon.VerbCause:
		// "Protesters blocked the port on Monday": between two events it is a
		// relation, of people an act.
		return cl.Form == chunk.Finite && past(p, cl) && len(cl.Object) > 0 && r.clauseDated(i) && !r.takesNoun(cl)
	}
	return false
}

// controls reports whether the verb only governs an infinitive: "declined to
// answer", "agreed to meet".
func (r *reader) controls(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	return i+1 < len(p.Clauses) && p.Clauses[i+1].Form == chunk.Infinitive && (p.Clauses[i+1].Verb == cl.Verb+1 || r.completes(i+1))
}

// agrees reports whether the verb is an act by itself that an infinitive
// completes: "agreed to buy the mill on Monday".
func (r *reader) agrees(i int, info lexicon.VerbInfo) bool {
	p := r.parse
	return info.Kind == lexicon.Deal && p.Clauses[i].Form == chunk.Finite && past(p, p.Clauses[i]) && r.clauseDated(i)
}

// completes reports whether clause i is an infinitive right after the verb of
// the clause before, whose date may then stand behind it.
func (r *reader) completes(i int) bool {
	p := r.parse
	if i <= 0 || i >= len(p.Clauses) || p.Clauses[i].Form != chunk.Infinitive || p.Clauses[i-1].Form != chunk.Finite || !past(p, p.Clauses[i-1]) {
		return false
	}
	for k := p.Clauses[i-1].Verb + 1; k < p.Clauses[i].Verb; k++ {
		switch c := p.Chunks[k]; c.Kind {
		case chunk.Prep, chunk.Comma, chunk.Other: // "agreed on Monday to buy"
		case chunk.NP:
			if !r.inDate[c.Head] {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// carries reports whether the verb does no more than bring about or attend
// the event that its object names: "ordered an inquiry", "hosted the final".
func (r *reader) carries(cl chunk.Clause, lemma string) bool {
	switch lemma {
	case "order", "launch", "stage", "wage", "mount", "host", "lead", "join", "attend", "open", "conduct", "organise", "organize":
	default:
		return false
	}
	for _, m := range r.found {
		if m.Nominal && contains(cl.Object, m.NP) {
			return true
		}
	}
	return false
}

// quotes reports whether the clause brings direct speech without an object:
// `"...," she wrote`.
func (r *reader) quotes(cl chunk.Clause) bool {
	if len(cl.Object) > 0 || cl.Quoted {
		return false
	}
	for k := cl.Start - 1; k >= 0 && k >= cl.Start-2; k-- {
		if r.parse.Chunks[k].Kind == chunk.QuoteMark {
			return true
		}
	}
	return cl.End < len(r.parse.Chunks) && r.parse.Chunks[cl.End].Kind == chunk.QuoteMark
}

// takesNoun reports whether an event noun found before is the subject or
// object of the clause.
func (r *reader) takesNoun(cl chunk.Clause) bool {
	for _, m := range r.found {
		if m.Nominal && (contains(cl.Subject, m.NP) || contains(cl.Object, m.NP)) {
			return true
		}
	}
	return false
}

// verbStatus reads tense, modals and governing verbs. It returns false where
// the clause does not say that something happens.
func (r *reader) verbStatus(m *Mention, i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	if cl.Negated || hypothetical(cl) {
		return false
	}
	if cl.Quoted {
		return false // what somebody says is theirs
	}
	for _, np := range cl.Object {
		switch p.Tokens[p.Chunks[np].Start].Lower {
		case "no", "neither", "nothing", "nobody", "none":
			return false // "met no one"
		}
	}
	switch cl.Form {
	case chunk.Finite:
		switch {
		case cl.Modal == "will" || cl.Modal == "'ll" || cl.Modal == "wo":
			m.Status = story.StatusPlanned
			return true
		case past(p, cl):
		case m.Heading:
		default:
			// The present tells states and plans: "opens on Monday".
			if r.clauseDated(i) && p.Tokens[p.Chunks[cl.Verb].Head].Tag != "VBG" {
				m.Status = story.StatusPlanned
				return r.futureDated(i)
			}
			return false
		}
		if r.denied(i) {
			m.Status = story.StatusDenied
		}
		return true
	case chunk.Infinitive:
		if r.brought(i) {
			return true
		}
		if r.planned(i) {
			m.Status = story.StatusPlanned
			return true
		}
		return false
	case chunk.Gerund:
		switch cl.Marker {
		case "after", "since", "before", "following", "by", "while", ",":
			return cl.Marker != "by" && cl.Marker != "," || r.clauseDated(i)
		}
		return false
	case chunk.Participle:
		return r.clauseDated(i)
	}
	return false
}

// elaborates returns the event noun that a clause such as "at which the two
// quarrelled" says more about, as an index into the mentions found, -1 for
// none.
func (r *reader) elaborates(cl chunk.Clause) int {
	p := r.parse
	k := cl.Start
	if p.Chunks[k].Kind != chunk.Wh {
		return -1
	}
	switch {
	case cl.Marker == "where" || cl.Marker == "when":
	case cl.Marker == "which" && k > 0 && p.Chunks[k-1].Kind == chunk.Prep:
		switch p.Head(k - 1).Lower {
		case "in", "at", "during":
		default:
			return -1
		}
		k--
	default:
		return -1
	}
	for i, m := range r.found {
		if m.Nominal && (m.NP == k-1 || m.NP == k-2 && p.Chunks[k-1].Kind == chunk.Comma) {
			return i
		}
	}
	return -1
}

// brought reports whether an infinitive tells what a cause brought somebody to
// do: "the shortage forced the city to close its schools".
func (r *reader) brought(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	if cl.Parent < 0 || len(cl.Subject) == 0 || cl.Verb != cl.Subject[len(cl.Subject)-1]+1 {
		return false
	}
	par := p.Clauses[cl.Parent]
	info, ok := r.verbInfo(par)
	return ok && info.Causal == lexicon.CueCauses && past(p, par) && !par.Negated && !hypothetical(par)
}

// past reports whether the verb group is in a past tense or a perfect.
func past(p *chunk.Parse, cl chunk.Clause) bool {
	c := p.Chunks[cl.Verb]
	for k := c.Start; k < c.End; k++ {
		t := p.Tokens[k]
		switch {
		case t.Tag == "VBD" || t.Tag == "VBP" && invariable(t.Lemma) && c.End-c.Start == 1:
			return true
		case t.Lemma == "have" && k < c.Head:
			return true
		case t.Tag == "VBN" && cl.Form == chunk.Finite && c.End-c.Start == 1:
			return true // the chunker knows better than the tag
		}
	}
	return false
}

// invariable reports whether the past of a verb looks like its present, so
// that taggers guess. Reports tell in the past.
func invariable(lemma string) bool {
	switch lemma {
	case "beat", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "rid", "set", "shed", "shut", "split", "spread", "thrust", "upset":
		return true
	}
	return false
}

// background reports whether the clause is told from later: a pluperfect, a
// present perfect, or a relative clause about something else.
func (r *reader) background(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	c := p.Chunks[cl.Verb]
	for k := c.Start; k < c.Head; k++ {
		if p.Tokens[k].Lemma == "have" {
			return true
		}
	}
	switch cl.Marker {
	case "since", "which", "who", "that", "where", "when", "before", "after":
		return true
	}
	return cl.Form != chunk.Finite
}

// planned reports whether the clause is governed by a verb or adjective of
// intention: "is set to expire", "plans to meet", "due to open".
func (r *reader) planned(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	k := cl.Verb - 1
	if cl.Form == chunk.Infinitive && k >= 0 {
		t := p.Head(k)
		switch t.Lower {
		case "set", "due", "scheduled", "expected", "slated", "poised", "planned", "planning", "plans", "plan", "ready", "supposed":
			return true
		}
		if cl.Parent >= 0 {
			par := p.Clauses[cl.Parent]
			if par.Negated || hypothetical(par) {
				return false
			}
			if info, ok := lexicon.EventVerb(p.Head(par.Verb).Lemma); ok && info.Class == lexicon.VerbIntend && par.Verb >= cl.Verb-3 {
				return true
			}
		}
	}
	if cl.Form == chunk.Finite {
		// "the vote is set for May", "a visit is planned".
		switch p.Head(cl.Verb).Lower {
		case "set", "scheduled", "planned", "slated":
			return cl.Passive
		}
	}
	return false
}

// denied reports whether the clause is the content of a denial: "denied that
// it took bribes", "denials that troops crossed".
func (r *reader) denied(i int) bool {
	p := r.parse
	cl := p.Clauses[i]
	if cl.Marker != "that" {
		return false
	}
	for k := cl.Start - 1; k >= 0 && k > cl.Start-7; k-- {
		switch p.Chunks[k].Kind {
		case chunk.Comma, chunk.Wh:
			return false
		}
		switch p.Head(k).Lemma {
		case "deny", "denial", "refute", "dismiss":
			return true
		}
	}
	return false
}

func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'a' && c <= 'z' || c == '-' || c == '_' || c >= 0x80) {
			return false
		}
	}
	return true
}
