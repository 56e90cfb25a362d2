package relate

import (
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// A finder looks for cues in one sentence.
type finder struct {
	doc      *extract.Document
	sentence int
	mentions []int // of the sentence, in order
	links    []link
}

func (f *finder) read() {
	toks := f.doc.Sentences[f.sentence].Tokens
	words := make([]string, len(toks))
	lemmas := make([]string, len(toks))
	for i, t := range toks {
		words[i], lemmas[i] = t.Lower, strings.ToLower(t.Lemma)
	}
	for i := 0; i < len(toks); {
		n, cues := lexicon.MatchCues(words[i:], lemmas[i:])
		if n == 0 {
			i++
			continue
		}
		for _, c := range cues {
			if f.fits(c, i, n) && f.cue(c, i, i+n) {
				break
			}
		}
		i += n
	}
	f.during()
}

// fits reports whether the words at the cue's place are of its form: a verb is
// tagged as one, a conjunction has a clause behind it.
func (f *finder) fits(c lexicon.Cue, at, n int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	tag := toks[at].Tag
	switch c.Form {
	case lexicon.FormVerb:
		return chunk.IsVerbTag(tag) && !f.passive(at)
	case lexicon.FormParticiple:
		return tag == "VBG" && at > 0 && toks[at-1].Text == ","
	case lexicon.FormAdverb:
		return at == 0 || toks[at-1].Text == "," || toks[at-1].Text == ";" || toks[at-1].Tag == "CC"
	case lexicon.FormPreposition:
		return n > 1 || tag == "IN" || tag == "VBG" || tag == "RB"
	}
	return true
}

// passive reports whether the verb at a token is a participle after "be".
func (f *finder) passive(at int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	if toks[at].Tag != "VBN" {
		return false
	}
	for k := at - 1; k >= 0 && k >= at-3; k-- {
		if toks[k].Lemma == "be" {
			return true
		}
		if toks[k].Tag != "RB" {
			return false
		}
	}
	return false
}

// cue links the events on the two sides of a cue at tokens [a, b).
func (f *finder) cue(c lexicon.Cue, a, b int) bool {
	if f.negated(a) || !believed(c) {
		return false
	}
	left, right := f.sides(c, a, b)
	if left < 0 || right < 0 || left == right {
		return false
	}
	toks := f.doc.Sentences[f.sentence].Tokens
	l := link{typ: typeOf(c), sentence: f.sentence, cue: f.text(toks[a:b]), strength: story.StrengthPossible}
	if (c.Tier == lexicon.TierStated || c.Tier == lexicon.TierTemporal) && !f.doubtful(a) {
		l.strength = story.StrengthStated
	}
	l.from, l.to = right, left
	if c.Cause == lexicon.CauseBefore {
		l.from, l.to = left, right
	}
	if f.doc.Mentions[l.from].Chain == f.doc.Mentions[l.to].Chain {
		return false
	}
	f.links = append(f.links, l)
	return true
}

// believed reports whether a cue is strong enough to be read without a
// parser. Of the words of time only those that say nothing but order count;
// of the possible causes, not the prepositions that mean many things.
func believed(c lexicon.Cue) bool {
	switch c.Tier {
	case lexicon.TierTemporal:
		switch c.Words[0] {
		case "after", "before", "following", "prior", "ahead", "once", "afterwards", "subsequently":
			return true
		}
		return false
	case lexicon.TierPossible:
		if len(c.Words) > 1 || c.Form == lexicon.FormParticiple || c.Form == lexicon.FormVerb || c.Form == lexicon.FormPassive {
			return true
		}
		return c.Words[0] == "following"
	}
	return true
}

// sides returns the mentions before and after a cue that it speaks of, -1
// where there is none.
func (f *finder) sides(c lexicon.Cue, a, b int) (left, right int) {
	switch c.Form {
	case lexicon.FormAdverb:
		if f.opens(a) {
			return f.previous(), f.ofClause(f.clauseFrom(b))
		}
		return f.ofClause(f.clauseBefore(a)), f.ofClause(f.clauseFrom(b))
	case lexicon.FormVerb, lexicon.FormPassive, lexicon.FormNoun:
		return f.subject(a), f.governed(b)
	case lexicon.FormConjunction:
		right = f.ofClause(f.clauseFrom(b))
	default: // prepositions and participles
		right = f.governed(b)
	}
	if f.opens(a) {
		from := b
		if c.Form == lexicon.FormConjunction {
			if from = f.comma(b); from < 0 {
				return -1, right
			}
		}
		return f.ofClause(f.clauseFrom(from)), right
	}
	return f.leftOf(a), right
}

// governed returns the event that the phrase at token b names: its noun, or
// the gerund that begins there.
func (f *finder) governed(b int) int {
	p := f.doc.Parses[f.sentence]
	if b >= len(p.Tokens) {
		return -1
	}
	k := p.ChunkAt(b)
	for k < len(p.Chunks) && p.Chunks[k].Kind == chunk.Other {
		k++ // "partly", "only"
	}
	if k == len(p.Chunks) {
		return -1
	}
	if k+2 < len(p.Chunks) && p.Chunks[k].Kind == chunk.NP && p.Chunks[k].End-p.Chunks[k].Start == 1 && p.Head(k).Tag == "CD" && p.Head(k+1).Lower == "of" {
		k += 2 // "one of the worst floods"
	}
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && m.NP == k || !m.Nominal && m.Clause >= 0 && p.Clauses[m.Clause].Verb == k {
			return i
		}
	}
	// "prompted the fleet to leave"
	for i, cl := range p.Clauses {
		if cl.Form == chunk.Infinitive && len(cl.Subject) == 1 && cl.Subject[0] >= k && cl.Verb > k && cl.Verb == cl.Subject[0]+1 {
			return f.ofClause(i)
		}
	}
	return -1
}

// leftOf returns what stands to the left of a cue: the event noun right before
// it, unless that is the object of an act, else what the clause before states.
func (f *finder) leftOf(a int) int {
	p := f.doc.Parses[f.sentence]
	k := p.ChunkAt(a) - 1
	for k >= 0 && (p.Chunks[k].Kind == chunk.Comma || p.Chunks[k].Kind == chunk.Other) {
		k--
	}
	clause := f.clauseBefore(a)
	whole := f.ofClause(clause)
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && k >= 0 && m.NP == k {
			if whole >= 0 && !f.doc.Mentions[whole].Nominal && f.doc.Mentions[whole].Clause == m.Clause {
				return whole
			}
			return i
		}
	}
	return whole
}

// subject returns the event in the subject of the verb at or around token a.
func (f *finder) subject(a int) int {
	p := f.doc.Parses[f.sentence]
	at := p.ChunkAt(a)
	for _, cl := range p.Clauses {
		if cl.Verb != at && !(cl.Verb < at && at < cl.End) || len(cl.Subject) == 0 {
			continue
		}
		best := -1
		for _, i := range f.mentions {
			m := f.doc.Mentions[i]
			if m.Nominal && (has(cl.Subject, m.NP) || m.NP > cl.Subject[0] && m.NP < cl.Verb && best < 0) {
				best = i
				if has(cl.Subject, m.NP) {
					return i
				}
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// clauseFrom returns the first finite clause whose verb stands at or after
// token b, -1 for none.
func (f *finder) clauseFrom(b int) int {
	p := f.doc.Parses[f.sentence]
	for i, cl := range p.Clauses {
		if p.Chunks[cl.Verb].Start >= b && cl.Form == chunk.Finite {
			return i
		}
	}
	return -1
}

// clauseBefore returns the clause that a cue at token a follows: the one with
// the nearest verb before it that no barrier divides from it.
func (f *finder) clauseBefore(a int) int {
	p := f.doc.Parses[f.sentence]
	for i := len(p.Clauses) - 1; i >= 0; i-- {
		end := p.Chunks[p.Clauses[i].Verb].End
		if end <= a && !f.barrier(end, a) {
			return i
		}
	}
	return -1
}

// ofClause returns the event that a clause states: its verb, or the event noun
// that is its subject or object where the verb adds nothing of its own.
func (f *finder) ofClause(clause int) int {
	if clause < 0 {
		return -1
	}
	p := f.doc.Parses[f.sentence]
	cl := p.Clauses[clause]
	if cl.Negated {
		return -1
	}
	for _, i := range f.mentions {
		if m := f.doc.Mentions[i]; !m.Nominal && m.Clause == clause {
			return i
		}
	}
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Nominal && (has(cl.Subject, m.NP) || has(cl.Object, m.NP)) {
			return i
		}
	}
	return -1
}

func has(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}

// text returns a cue as written, in lower case.
func (f *finder) text(toks []nlp.Token) string {
	return strings.ToLower(f.doc.Source.Text[toks[0].Start:toks[len(toks)-1].End])
}

// opens reports whether the token begins its sentence, but for a conjunction
// or a quotation mark.
func (f *finder) opens(a int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := 0; k < a; k++ {
		if toks[k].Tag != "CC" && toks[k].Tag != "RB" && toks[k].Tag != "``" {
			return false
		}
	}
	return true
}

// comma returns the first comma from token b on, -1 for none.
func (f *finder) comma(b int) int {
	for k, t := range f.doc.Sentences[f.sentence].Tokens {
		if k >= b && t.Text == "," {
			return k
		}
	}
	return -1
}

// previous returns the last event of the sentence before, within the same
// paragraph or the one above.
func (f *finder) previous() int {
	out := -1
	for i, m := range f.doc.Mentions {
		if m.Sentence == f.sentence-1 && !m.Heading && (out < 0 || !m.Nominal) {
			out = i
		}
	}
	return out
}

// barrier reports whether the tokens [a, b) hold what a cue does not reach
// across: a semicolon, a full quotation, or the comma and conjunction that
// begin another main clause.
func (f *finder) barrier(a, b int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := a; k < b && k < len(toks); k++ {
		switch toks[k].Text {
		case ";", ":", "”", "“":
			return true
		}
		if toks[k].Tag == "CC" && k > 0 && toks[k-1].Text == "," && (toks[k].Lower == "but" || toks[k].Lower == "and") {
			return true
		}
	}
	return false
}

// negated reports whether the cue is denied: "not because of", "did not lead
// to", "failed to prevent".
func (f *finder) negated(a int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := a - 1; k >= 0 && k >= a-3; k-- {
		switch toks[k].Lower {
		case "not", "n't", "never", "nor", "without", "no", "denied", "hardly", "failed":
			return true
		}
	}
	return false
}

// doubtful reports whether a modal or an attribution of blame weakens the cue.
func (f *finder) doubtful(a int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
	for k := a - 1; k >= 0 && k >= a-4; k-- {
		switch toks[k].Lower {
		case "may", "might", "could", "would", "can", "possibly", "perhaps", "reportedly", "allegedly", "probably", "likely", "partly":
			return true
		}
		if toks[k].Text == "," {
			return false
		}
	}
	return false
}

// during finds events said to have happened at or during another: "signed at
// the congress", "a walkout during the debate".
func (f *finder) during() {
	p := f.doc.Parses[f.sentence]
	for _, w := range f.mentions {
		whole := f.doc.Mentions[w]
		if !whole.Nominal {
			continue
		}
		gov, at := p.Governor(whole.NP)
		if gov != "at" && gov != "during" {
			continue
		}
		from := p.Chunks[at].Start
		part := -1
		if f.opens(from) {
			if comma := f.comma(whole.End); comma >= 0 {
				part = f.ofClause(f.clauseFrom(comma))
			}
		} else {
			part = f.leftOf(from)
		}
		if part < 0 {
			continue
		}
		m := f.doc.Mentions[part]
		if m.Chain == whole.Chain || whole.Part && !m.Part && m.Nominal || m.Background != whole.Background && !m.Nominal && f.doc.Chains[m.Chain].When.Dated() {
			continue
		}
		f.links = append(f.links, link{
			from: part, to: w, typ: story.PartOf, strength: story.StrengthStated,
			cue: f.text(f.doc.Sentences[f.sentence].Tokens[from : from+1]), sentence: f.sentence,
		})
	}
}
