package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// titleLength is how many characters a title may have where the words allow
// it: two lines of a narrow picture.
const titleLength = 60

// titles gives each mention a title in the manner of headlines: subject
// first, present tense, no article, no pronoun.
func (d *Document) titles() {
	var r *reader
	untitled := map[int]bool{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if r == nil || r.index != m.Sentence {
			r = newReader(d, m.Sentence)
		}
		t := titler{doc: d, m: m, parse: r.parse, r: r}
		switch {
		case m.Nominal:
			m.Title, m.TitleScore = t.noun()
			if m.Minor {
				m.TitleScore += minorScore
			}
		case m.Minor:
			m.Title, m.TitleScore = t.minor()
		default:
			m.Title, m.TitleScore = t.verb()
			if m.Title == "" {
				m.Title, m.TitleScore = t.minor()
				untitled[i] = true // kept all the same, but no picture is made of it
			}
		}
		m.Title = capital(m.Title)
		if n := utf8.RuneCountInString(m.Title); n > titleLength {
			m.TitleScore -= (n - titleLength) / 4
		}
	}
	for i := range d.Chains {
		c := &d.Chains[i]
		c.Minor = true
		for _, k := range c.Mentions {
			c.Minor = c.Minor && (d.Mentions[k].Minor || untitled[k])
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
		if object == "" || object == subject {
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
		if more, _ := t.minor(); !t.m.Nominal && strings.HasPrefix(more, title+" ") {
			title = more // "board decides": what, the tree knows
		} else {
			score -= 3
		}
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
	case "become", "receive", "introduce", "unveil", "release", "license", "licence", "obtain", "make", "take", "have", "get", "give", "find", "publish",
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

// postponed reports whether the noun's clause says that it was put off.
func (t *titler) postponed() bool {
	if t.m.Clause < 0 {
		return false
	}
	cl := t.parse.Clauses[t.m.Clause]
	info, _ := t.r.verbInfo(cl)
	return info.Flag == lexicon.Postpones && (contains(cl.Object, t.m.NP) || cl.Passive && contains(cl.Subject, t.m.NP))
}
