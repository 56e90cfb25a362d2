package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// titleLength is how many characters a title may have where the words allow
// it: two lines of a narrow picture.
const titleLength = 60

// titles gives each mention a title in the manner of headlines: subject
// first, present tense, no article, no pronoun.
func (d *Document) titles() {
	var r *reader
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if r == nil || r.index != m.Sentence {
			r = newReader(d, m.Sentence)
		}
		t := titler{doc: d, m: m, parse: r.parse, r: r}
		if m.Nominal {
			m.Title, m.TitleScore = t.noun()
		} else {
			m.Title, m.TitleScore = t.verb()
		}
		m.Title = capital(m.Title)
		if n := utf8.RuneCountInString(m.Title); n > titleLength {
			m.TitleScore -= (n - titleLength) / 4
		}
	}
}

// A titler builds the title of one mention.
type titler struct {
	doc   *Document
	m     *Mention
	parse *chunk.Parse
	r     *reader
}

// verb builds "A does B to C in D" from the clause.
func (t *titler) verb() (string, int) {
	p := t.parse
	cl := p.Clauses[t.m.Clause] // of a noun, the clause that carries it
	subject, plural := t.list(cl.Subject)
	var objects []int
	for _, np := range cl.Object {
		if !t.r.inDate[p.Chunks[np].Head] {
			objects = append(objects, np) // "left Monday", "closed a year later"
		}
	}
	if len(objects) > 0 && p.Chunks[objects[0]].Start < t.m.End && (objects[0] > cl.Verb || cl.Marker != "which") && !t.m.Nominal {
		objects = nil // the noun of "run aground", "take office"
	}
	object, _ := t.list(objects)
	plural = t.agreement(cl, plural)
	v := p.Head(cl.Verb)
	score := 4
	var parts []string
	switch {
	case cl.Passive:
		if subject == "" {
			return "", 0
		}
		parts = []string{subject, strings.ToLower(v.Text)}
		score += t.named(cl.Subject)
	case subject == "":
		return "", 0
	case t.m.Heading && len(objects) == 0 && len(cl.Phrases) > 0 && cl.Phrases[0].Prep == "by" && cl.Phrases[0].At == cl.Verb+1 && (v.Tag == "VBD" || v.Tag == "VBN"):
		parts = []string{subject, strings.ToLower(v.Text)} // headlines leave out "is"
	default:
		word := t.doc.lang.Present(v.Lemma, !plural)
		if t.m.Status == story.StatusPlanned {
			word = "to " + v.Lemma
		}
		parts = []string{subject, word}
		score += 1 + t.named(cl.Subject)
		if cl.Negated {
			return "", 0
		}
	}
	for k := p.Chunks[cl.Verb].Head + 1; k < t.m.End && !t.m.Nominal; k++ {
		if p.Tokens[k].Tag == "DT" {
			continue
		}
		parts = append(parts, p.Tokens[k].Lower) // the rest of "run aground", "call off"
	}
	if len(objects) > 0 {
		if object == "" {
			return "", 0
		}
		parts = append(parts, object)
		score += 1 + t.named(objects)
	}
	phrases := cl.Phrases
	if len(phrases) > 0 && !t.m.Nominal && p.Chunks[phrases[0].At].Start < t.m.End {
		// The preposition of "call for" is in the trigger and its noun goes on;
		// "go on strike" has the noun as well.
		if np := phrases[0].NP; p.Chunks[np].Start >= t.m.End {
			s := t.phrase(np)
			if s == "" {
				return "", 0
			}
			parts = append(parts, s)
		}
		phrases = phrases[1:]
	}
	if len(objects) == 0 && !cl.Passive && t.m.End <= p.Chunks[cl.Verb].Head+1 && transitive(v.Lemma) && !t.r.completes(t.m.Clause+1) {
		return "", 0
	}
	if n := len(objects); n > 0 && len(phrases) > 0 && phrases[0].At == objects[n-1]+1 && phrases[0].Prep == "of" && partitive(p.Head(objects[n-1])) {
		phrases = phrases[1:] // "some of its shops" is whole already
	}
	if next := t.m.Clause + 1; next < len(p.Clauses) && !t.m.Nominal && len(objects) == 0 && p.Clauses[next].Form == chunk.Gerund && p.Clauses[next].Verb == cl.Verb+1 {
		parts = append(parts, p.Head(p.Clauses[next].Verb).Lower) // "extends trading"
		if more, _ := t.list(p.Clauses[next].Object); more != "" {
			parts = append(parts, more)
		}
	}
	title := t.extend(strings.Join(parts, " "), phrases)
	if next := t.m.Clause + 1; next < len(p.Clauses) && !t.m.Nominal && t.r.completes(next) {
		inf := p.Clauses[next]
		more := " to " + p.Head(inf.Verb).Lemma
		if object, _ := t.list(inf.Object); object != "" {
			more += " " + object
		} else if len(inf.Object) > 0 {
			return "", 0
		}
		title = t.extend(title+more, inf.Phrases)
	}
	if next := t.m.Clause + 1; next < len(p.Clauses) && !t.m.Nominal && len(objects) > 0 && len(phrases) == 0 && p.Clauses[next].Form == chunk.Infinitive && p.Clauses[next].Verb == objects[len(objects)-1]+1 {
		// "orders firm to pay fine"
		inf := p.Clauses[next]
		if object, _ := t.list(inf.Object); object != "" || len(inf.Object) == 0 {
			title = t.extend(strings.TrimSpace(title+" to "+p.Head(inf.Verb).Lemma+" "+object), inf.Phrases)
		}
	}
	if len(objects) == 0 && len(cl.Phrases) == 0 && len(parts) < 3 && !cl.Passive {
		score -= 3
	}
	if t.m.In >= 0 && p.Chunks[cl.Start].Kind == chunk.Wh {
		in := &t.doc.Mentions[t.m.In]
		if s := t.phrase(in.NP); s != "" && len(title)+len(s)+4 <= titleLength+10 {
			title += " at " + s
			score += 3
		}
	}
	if t.m.Status == story.StatusDenied {
		score -= 2
	}
	return title, score
}

// agreement returns whether the verb takes the plural, as its auxiliary shows
// ("the Rovers have sold"), else what the subject looks like.
func (t *titler) agreement(cl chunk.Clause, plural bool) bool {
	c := t.parse.Chunks[cl.Verb]
	for k := c.Start; k < c.End; k++ {
		switch tok := t.parse.Tokens[k]; {
		case tok.Lower == "has" || tok.Lower == "is" || tok.Lower == "was" || tok.Lower == "does":
			return false
		case tok.Lower == "are" || tok.Lower == "were" || tok.Lower == "have" && tok.Tag == "VBP":
			return true
		}
	}
	return plural
}

// transitive reports whether a verb without its object says too little for a
// title: "bank announces".
func transitive(lemma string) bool {
	if info, ok := lexicon.EventVerb(lemma); ok && info.Class == lexicon.VerbSpeech {
		switch lemma {
		case "apologise", "apologize", "testify", "protest", "concede", "confess", "plead", "speak":
			return false
		}
		return true
	}
	switch lemma {
	case "receive", "introduce", "unveil", "release", "license", "licence", "obtain", "make", "take", "have", "get", "give", "find", "publish",
		"acquire", "name", "demonstrate", "present", "provide", "hold", "host", "impose", "lift", "sign", "seize", "destroy", "approve", "reveal",
		"allow", "cause", "force", "order", "ban", "cancel", "suspend", "describe", "include", "reach", "carry", "bring", "send", "put", "set", "keep":
		return true
	}
	return false
}

// extend adds prepositional phrases while the title stays short. Phrases that
// share a preposition ("in Lima and Cusco") come in together or not at all.
func (t *titler) extend(title string, phrases []chunk.Phrase) string {
	for len(phrases) > 0 {
		ph, n := phrases[0], 1
		for n < len(phrases) && phrases[n].At == ph.At {
			n++
		}
		list := phrases[:n]
		of := ""
		if n < len(phrases) && phrases[n].Prep == "of" && phrases[n].At == phrases[n-1].NP+1 && !t.isDate(phrases[n].NP) {
			if of = t.phrase(phrases[n].NP); of == "" {
				return title
			}
			of = " of " + of // "at the age of 56" stays together
			n++
		}
		phrases = phrases[n:]
		if !titlePrep(ph.Prep) {
			return title
		}
		if t.isDate(ph.NP) {
			continue
		}
		if ph.At > 0 && t.parse.Chunks[ph.At-1].Kind == chunk.Prep {
			return title // "because of", "instead of"
		}
		var nps []int
		for _, l := range list {
			nps = append(nps, l.NP)
		}
		s, _ := t.list(nps)
		if s == "" {
			return title
		}
		next := title + " " + ph.Prep + " " + s + of
		if utf8.RuneCountInString(next) > titleLength {
			return title
		}
		title = next
	}
	return title
}

// titlePrep reports whether a phrase with the preposition may go into a title.
func titlePrep(prep string) bool {
	switch prep {
	case "to", "from", "in", "at", "with", "of", "for", "on", "over", "against", "near", "into", "between", "off", "by", "as":
		return true
	}
	return false
}

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

// postponed reports whether the noun's clause says that it was put off.
func (t *titler) postponed() bool {
	if t.m.Clause < 0 {
		return false
	}
	cl := t.parse.Clauses[t.m.Clause]
	info, _ := t.r.verbInfo(cl)
	return info.Flag == lexicon.Postpones && (contains(cl.Object, t.m.NP) || cl.Passive && contains(cl.Subject, t.m.NP))
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

func placePrep(place string) string {
	if strings.HasPrefix(place, "White House") {
		return "at the"
	}
	return "in"
}

// people returns the short names of entities, in order.
func (t *titler) people(es []int) []string {
	var out []string
	for _, e := range es {
		out = append(out, t.doc.Names.Entities[e].Short())
	}
	return out
}

func (t *titler) place() string {
	best, rank := "", -1
	for _, e := range t.m.Places {
		ent := t.doc.Names.Entities[e]
		n := 0
		if ent.Kind == names.Place {
			n = 1
		}
		if ent.Within != "" {
			n = 2 // the city before the region it lies in
		}
		if n > rank {
			best, rank = ent.Short(), n
		}
	}
	return best
}

// list joins noun phrases; "" where one of them cannot stand in a title. The
// second result says that the verb takes the plural.
func (t *titler) list(nps []int) (string, bool) {
	var out []string
	plural := false
	for _, np := range nps {
		s := t.phrase(np)
		if s == "" {
			return "", false
		}
		out = append(out, s)
		switch tag := t.parse.Head(np).Tag; {
		case (tag == "NNS" || tag == "NNPS") && !t.single(np), strings.Contains(s, " and "):
			plural = true
		}
	}
	return and(out), plural || len(out) > 1
}

// single reports whether a plural name is one thing: "the United States".
func (t *titler) single(np int) bool {
	c := t.parse.Chunks[np]
	ms := t.doc.Names.In(t.m.Sentence, c.Start, c.End)
	return len(ms) == 1 && !ms[0].Demonym && ms[0].Start <= c.Head && c.Head < ms[0].End
}

// named counts the noun phrases that hold a name, two at most.
func (t *titler) named(nps []int) int {
	n := 0
	for _, np := range nps {
		c := t.parse.Chunks[np]
		if len(t.doc.Names.In(t.m.Sentence, c.Start, c.End)) > 0 {
			n++
		}
	}
	return min(n, 2)
}

// phrase renders a noun phrase for a title: names in their short form,
// titles, determiners and dates left out, pronouns resolved.
func (t *titler) phrase(np int) string {
	p := t.parse
	c := p.Chunks[np]
	if p.Tokens[c.Start].Tag == "PRP" || p.Tokens[c.Start].Lower == "both" && c.End == c.Start+1 {
		es := t.r.referred(c.Start, c.End)
		if t.m.Clause >= 0 && contains(p.Clauses[t.m.Clause].Object, np) {
			es = without(es, t.m.Agents) // "he led them"
		}
		return and(t.people(es))
	}
	if es := t.r.referred(c.Start, c.End); len(es) > 1 && p.Tokens[c.Start].Tag != "PRP$" {
		return and(t.people(es))
	}
	if c.End-c.Start <= 2 && partitive(p.Tokens[c.Head]) && np+2 < len(p.Chunks) && p.Head(np+1).Lower == "of" && p.Chunks[np+2].Kind == chunk.NP {
		if whole := t.phrase(np + 2); whole != "" && p.Tokens[p.Chunks[np+2].Start].Tag != "PRP" {
			return p.Tokens[c.Head].Lower + " of " + whole // "one of the largest ships"
		}
		return ""
	}
	var out []string
	glued := -1 // where the last word that was written as it stands ends
	ms := t.doc.Names.Mentions[t.m.Sentence]
	from := c.Start
	if m, ok := t.personAt(np); ok {
		from = m.Start // "the bank's chairman Lee", "Castel boss Lee": Lee
	}
	for k := from; k < c.End; {
		if m, ok := nameAt(ms, k); ok && m.Start >= c.Start && m.End <= c.End {
			out = append(out, t.name(m, p.Tokens))
			k = m.End
			continue
		}
		tok := p.Tokens[k]
		switch {
		case tok.Tag == "PRP$":
			if es := t.people(t.r.referred(k, k+1)); len(es) == 1 && t.m.Nominal && np == t.m.NP {
				out = append(out, es[0]+"’s")
			}
		case t.r.inDate[k], strings.Trim(tok.Text, `"“”'‘’-–—`) == "", tok.Tag == "DT", tok.Tag == "PDT", t.inTitle(ms, k):
		case tok.Tag == "RB" && len(out) == 0:
		case tok.Tag == "POS":
			if len(out) > 0 {
				out[len(out)-1] += "’s"
			}
		case tok.Tag == "JJ" && evaluative(tok.Lemma):
		case glued > 0 && glued == tok.Start && len(out) > 0:
			out[len(out)-1] += tok.Text // "$3", "30%"
			glued = tok.End
		default:
			out = append(out, tok.Text)
			glued = tok.End
		}
		k++
	}
	return strings.Join(out, " ")
}

// personAt returns the person whose name a noun phrase ends with.
func (t *titler) personAt(np int) (names.Mention, bool) {
	c := t.parse.Chunks[np]
	ms := t.doc.Names.In(t.m.Sentence, c.Start, c.End)
	if len(ms) == 0 {
		return names.Mention{}, false
	}
	m := ms[len(ms)-1]
	return m, m.End == c.End && t.doc.Names.Entities[m.Entity].Kind == names.Person && t.doc.Names.Entities[m.Entity].Sure && m.Full == m.Start
}

// dated renders a noun phrase of one noun with the date that belongs to it:
// "1998 election", "war of October 1973".
func (t *titler) dated(np int) string {
	c := t.parse.Chunks[np]
	if np+2 < len(t.parse.Chunks) && t.parse.Head(np+1).Lower == "of" && t.isDate(np+2) {
		of := t.parse.Chunks[np+2]
		from, to := t.parse.Tokens[of.Start].Start, t.parse.Tokens[of.End-1].End
		return t.parse.Tokens[c.Head].Text + " of " + t.doc.Source.Text[from:to]
	}
	for k := c.Start; k < c.Head; k++ {
		if tok := t.parse.Tokens[k]; t.r.inDate[k] && len(tok.Text) == 4 && tok.Tag == "CD" {
			return tok.Text + " " + t.parse.Tokens[c.Head].Text
		}
	}
	return ""
}

// partitive reports whether a noun phrase's head only picks from what "of"
// brings.
func partitive(tok nlp.Token) bool {
	switch tok.Lower {
	case "one", "two", "three", "some", "most", "many", "several", "last", "first", "none", "all", "half", "part", "both",
		"dozens", "scores", "hundreds", "thousands", "millions", "tens", "group", "number", "majority", "series", "pair":
		return true
	}
	return false
}

// name renders a name: a demonym stays an adjective.
func (t *titler) name(m names.Mention, toks []nlp.Token) string {
	if m.Demonym {
		var words []string
		for k := m.Start; k < m.End; k++ {
			words = append(words, toks[k].Text)
		}
		return strings.Join(words, " ")
	}
	return t.doc.Names.Entities[m.Entity].Short()
}

func nameAt(ms []names.Mention, k int) (names.Mention, bool) {
	for _, m := range ms {
		if m.Start == k {
			return m, true
		}
	}
	return names.Mention{}, false
}

// inTitle reports whether token k belongs to the titles before a name.
func (t *titler) inTitle(ms []names.Mention, k int) bool {
	for _, m := range ms {
		if k >= m.Full && k < m.Start {
			return true
		}
	}
	return false
}

// isDate reports whether a noun phrase is a date expression.
func (t *titler) isDate(np int) bool {
	c := t.parse.Chunks[np]
	for k := c.Start; k < c.End; k++ {
		if t.r.inDate[k] {
			return k == c.Start || t.r.inDate[c.Head]
		}
	}
	return false
}

// evaluative reports whether an adjective tells what the writer thinks: a
// title does without.
func evaluative(lemma string) bool {
	switch lemma {
	case "stunning", "historic", "high-stakes", "significant", "brief", "long-awaited", "controversial", "dramatic",
		"surprise", "crucial", "key", "major", "important", "landmark", "massive", "huge", "eagerly", "awaited",
		"unprecedented", "shocking", "bitter", "tense", "rare", "own", "first", "extraordinary":
		return true
	}
	return false
}

// and joins words as a sentence does.
func and(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
