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
	if f.negated(a) {
		return false
	}
	toks := f.doc.Sentences[f.sentence].Tokens
	var left, right int
	switch {
	case c.Form == lexicon.FormAdverb && f.opens(a):
		left, right = f.previous(), f.after(b)
	case f.opens(a) && (c.Form == lexicon.FormPreposition || c.Form == lexicon.FormConjunction):
		// "Because of the storm, the port closed": the cue's own side lies
		// before the comma, the other behind it.
		comma := f.comma(b)
		if comma < 0 {
			return false
		}
		right, left = f.between(b, comma), f.main(comma)
	default:
		left, right = f.before(a), f.after(b)
	}
	if left < 0 || right < 0 || left == right {
		return false
	}
	l := link{typ: typeOf(c), sentence: f.sentence, cue: f.text(toks[a:b]), strength: story.StrengthPossible}
	if c.Tier == lexicon.TierStated || c.Tier == lexicon.TierTemporal {
		l.strength = story.StrengthStated
	}
	if f.doubtful(a) {
		l.strength = story.StrengthPossible
	}
	if c.Cause == lexicon.CauseBefore {
		l.from, l.to = left, right
	} else {
		l.from, l.to = right, left
	}
	if f.doc.Mentions[l.from].Chain == f.doc.Mentions[l.to].Chain {
		return false
	}
	f.links = append(f.links, l)
	return true
}

func (f *finder) text(toks []nlp.Token) string {
	return f.doc.Source.Text[toks[0].Start:toks[len(toks)-1].End]
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

// before returns the event that a cue at token a speaks of on its left: the
// verb of the clause it follows, else the noun nearest to it. The object of
// an act stands for nothing of its own there.
func (f *finder) before(a int) int {
	best := -1
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.End > a || f.barrier(m.End, a) {
			continue
		}
		if best >= 0 {
			b := f.doc.Mentions[best]
			if !b.Nominal && m.Nominal && m.Clause == b.Clause && m.Clause >= 0 {
				continue
			}
		}
		best = i
	}
	return best
}

// after returns the event nearest to the right of token b.
func (f *finder) after(b int) int {
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Start >= b && !f.barrier(b, m.Start) {
			return i
		}
	}
	return -1
}

// between returns the first event in the tokens [a, b).
func (f *finder) between(a, b int) int {
	for _, i := range f.mentions {
		if m := f.doc.Mentions[i]; m.Start >= a && m.End <= b {
			return i
		}
	}
	return -1
}

// main returns the event that the clause after a comma states: its verb, else
// its first noun.
func (f *finder) main(comma int) int {
	first := -1
	for _, i := range f.mentions {
		m := f.doc.Mentions[i]
		if m.Start < comma {
			continue
		}
		if first < 0 {
			first = i
		}
		if !m.Nominal && f.doc.Mentions[first].Clause == m.Clause {
			return i
		}
	}
	return first
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
		part := f.before(from)
		if part < 0 && f.opens(from) {
			if comma := f.comma(whole.End); comma >= 0 {
				part = f.main(comma)
			}
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
