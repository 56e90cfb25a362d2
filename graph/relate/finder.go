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
		return chunk.IsVerbTag(tag) && !f.passive(at) && (tag != "VBG" || f.afterBe(at))
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
	return f.doc.Sentences[f.sentence].Tokens[at].Tag == "VBN" && f.afterBe(at)
}

// afterBe reports whether "be" stands before the verb at a token. A gerund
// without it says of nobody that it did so: "charges of causing the crash".
func (f *finder) afterBe(at int) bool {
	toks := f.doc.Sentences[f.sentence].Tokens
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

// text returns a cue as written, in lower case.
func (f *finder) text(toks []nlp.Token) string {
	return strings.ToLower(f.doc.Source.Text[toks[0].Start:toks[len(toks)-1].End])
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
