package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// minorScore is the score of a title read from the tree alone: any title that
// a main mention gives comes before it.
const minorScore = -10

// minor builds the title of a verb told in passing from the tree: "A does B to
// C in D" or, where nobody is named who does it, "B done to C".
func (t *titler) minor() (string, int) {
	title, score := t.clauseTitle(t.m.Start, 0)
	if title == "" {
		return "", 0
	}
	return title, minorScore + score
}

// clauseTitle renders the clause of the verb at token i; "" where its words
// cannot stand in a title.
func (t *titler) clauseTitle(i, depth int) (string, int) {
	s := t.r.syntax()
	tok := s.toks[i]
	subject, plural := t.list(t.chunksOf(t.r.subject(i)))
	objects := t.chunksOf(t.objects(i))
	object := t.object(i, objects)
	if len(objects) > 0 && (object == "" || object == subject) {
		return "", 0
	}
	if s.passive(i) && len(objects) == 0 {
		return t.passiveTitle(i, subject)
	}
	var parts []string
	score := 0
	switch {
	case subject == "":
		parts = []string{t.doc.lang.Gerund(tok.Lemma)}
	case s.modal(i) != "" && s.modal(i) != "will":
		parts = []string{subject, s.modal(i), tok.Lemma}
	case t.planned(i):
		parts = []string{subject, "to", tok.Lemma}
	default:
		parts = []string{subject, t.doc.lang.Present(tok.Lemma, !plural)}
		score++
	}
	if p := t.r.particle(i); p >= 0 {
		parts = append(parts, s.toks[p].Lower)
	}
	if object != "" {
		parts = append(parts, object)
		score++
	}
	title := t.extend(strings.Join(parts, " "), t.obliques(i))
	if said := t.complement(i, depth); said != "" {
		title += " " + said
	}
	if utf8.RuneCountInString(title) == utf8.RuneCountInString(tok.Lemma) {
		return "", 0
	}
	return title, score
}

// object renders the noun phrases that the verb at token i is done to.
func (t *titler) object(i int, nps []int) string {
	var out []string
	for _, np := range nps {
		c := t.parse.Chunks[np]
		s := t.phraseFrom(np, max(c.Start, min(i+1, c.Head)))
		if s == "" {
			return ""
		}
		out = append(out, s)
	}
	return and(out)
}

// passiveTitle renders a clause in the passive without "is", as headlines do.
func (t *titler) passiveTitle(i int, subject string) (string, int) {
	s := t.r.syntax()
	parts := []string{strings.ToLower(s.toks[i].Text)}
	if subject != "" {
		parts = []string{subject, parts[0]}
	}
	title := t.extend(strings.Join(parts, " "), t.obliques(i))
	if !strings.Contains(title, " ") {
		return "", 0
	}
	return title, 1
}

// complement renders what a verb of speech says was said: "mill to close".
func (t *titler) complement(i, depth int) string {
	s := t.r.syntax()
	k := s.child(i, "ccomp")
	if k < 0 {
		k = s.child(i, "xcomp")
	}
	if k < 0 || depth > 0 || s.toks[k].UPOS != "VERB" || s.toks[k].Lemma == "be" || s.negated(k) {
		return ""
	}
	if info, _ := t.r.verbAt(k); info.Class == lexicon.VerbCognition {
		return ""
	}
	if m, ok := lexicon.MoodOf(s.toks[i].Lemma, lexicon.GovernorVerb); ok && m == lexicon.MoodUnreal && s.marker(k) != "to" {
		return ""
	}
	if s.marker(k) == "to" {
		out := "to " + s.toks[k].Lemma
		if object := t.object(k, t.chunksOf(t.objects(k))); object != "" {
			out += " " + object
		}
		return t.extend(out, t.obliques(k))
	}
	if len(t.r.subject(k)) == 0 {
		return ""
	}
	title, _ := t.clauseTitle(k, depth+1)
	if utf8.RuneCountInString(title) > titleLength-10 {
		return ""
	}
	return title
}

// planned reports whether a title must say that the verb's event lies ahead.
func (t *titler) planned(i int) bool {
	return i == t.m.Start && t.m.Status == story.StatusPlanned || t.r.syntax().modal(i) != ""
}

// objects returns the tokens that a verb is done to.
func (t *titler) objects(i int) []int {
	s := t.r.syntax()
	k := s.child(i, "obj")
	if k < 0 || t.r.inDate[k] {
		return nil
	}
	return s.conjuncts(k)
}

// chunksOf returns the noun phrases headed by tokens; nil where one of them
// heads none.
func (t *titler) chunksOf(toks []int) []int {
	var out []int
	for _, k := range toks {
		c := t.parse.ChunkAt(k)
		if t.parse.Chunks[c].Kind != chunk.NP {
			return nil
		}
		out = appendNew(out, c)
	}
	return out
}

// obliques returns the prepositional phrases that depend on a verb, in order.
func (t *titler) obliques(i int) []chunk.Phrase {
	s := t.r.syntax()
	var out []chunk.Phrase
	for _, k := range s.kids[i] {
		if s.toks[k].Relation() != "obl" || k < i {
			continue
		}
		prep := s.child(k, "case")
		if prep < 0 {
			continue
		}
		for _, o := range s.conjuncts(k) {
			np := t.parse.ChunkAt(o)
			if t.parse.Chunks[np].Kind != chunk.NP {
				break
			}
			out = append(out, chunk.Phrase{Prep: s.toks[prep].Lower, At: t.parse.ChunkAt(prep), NP: np})
		}
	}
	return out
}
