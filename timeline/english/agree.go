package english

import (
	"strings"

	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/nlp"
)

// around is what hangs from a word.
type around struct {
	subject, passive, object, infinitive bool
	aux, perfect, mark                   bool
	determiner, adjective                bool
}

// gather says for each token what hangs from it.
func gather(toks []nlp.Token) []around {
	has := make([]around, len(toks))
	for i := range toks {
		t := &toks[i]
		if t.Head < 0 {
			continue
		}
		h := &has[t.Head]
		switch t.Rel {
		case "nsubj", "csubj", "expl":
			h.subject = true
		case "nsubj:pass", "csubj:pass":
			h.passive = true
		case "obj":
			h.object = true
		case "xcomp":
			h.infinitive = h.infinitive || t.Tag == "VB"
		case "aux:pass", "cop":
			h.aux, h.perfect = true, true
		case "aux":
			h.aux = true
			h.perfect = h.perfect || t.Lower == "have" || t.Lower == "has" || t.Lower == "had" || t.Lower == "having" || t.Lower == "'ve"
		case "mark":
			h.mark = h.mark || t.Tag == "TO"
		case "det":
			h.determiner = true
		case "amod":
			h.adjective = true
		}
	}
	return has
}

// agree makes tags agree with the tree. Taggers cannot tell the past from the
// participle of most verbs; a tree can: with a subject and without an auxiliary
// it is the past, behind an auxiliary the participle. guess is what the tagger
// thought of each word; title says that the sentence is a headline, where
// auxiliaries are left out.
func agree(toks []nlp.Token, guess []string, title bool) {
	has := gather(toks)
	if !title {
		opening(toks, has)
	}
	for i := range toks {
		t, h := &toks[i], has[i]
		switch {
		case t.Tag == "VBN" && h.subject && !h.aux && !h.passive && !title:
			t.Tag = "VBD"
		case t.Tag == "VBN" && h.passive && h.object && !h.aux && !title:
			t.Tag = "VBD"
			activate(toks, i)
		case t.Tag == "VBN" && guess[i] == "VBD" && h.object && !h.aux && !title:
			t.Tag = "VBD" // no participle of the past has an object
		case t.Tag == "JJ" && h.infinitive && h.aux && lemma.IsParticiple(t.Lower):
			t.Tag, t.UPOS = "VBN", "VERB" // "is set to expire"
			passivate(toks, i)
		case t.Tag == "VBN" && t.Rel == "amod" && strings.IndexByte(t.Text, '-') > 0:
			t.Tag, t.UPOS = "JJ", "ADJ" // "US-backed"
		case t.Tag == "VBD" && (h.perfect || title && guess[i] == "VBN" && !h.object):
			t.Tag = "VBN" // "thousands evacuated"
		case t.Tag == "JJ" && h.infinitive && (t.Rel == "acl" || t.Rel == "amod" && t.Head < i) && lemma.IsParticiple(t.Lower):
			t.Tag, t.UPOS, t.Rel = "VBN", "VERB", "acl" // "the lease, set to end in May"
		case t.Tag == "VB" && h.subject && !h.aux && !h.mark && finite(t.Rel):
			t.Tag = "VBP"
			if lemma.PastLikeBase(t.Lower) {
				t.Tag = "VBD"
			}
		case (t.Tag == "VBN" || t.Tag == "VBD") && t.Rel == "advcl" && h.object && !h.aux && !h.subject && !h.passive && !title:
			t.Tag = "VBD"
			adopt(toks, i)
		case t.Tag == "VB" && guess[i] == "NN" && !h.aux && !h.mark && !h.subject && !follows(toks, i, "to"):
			t.Tag, t.UPOS = "NN", "NOUN" // nothing here asks for a base form
		case t.Tag == "VB" && follows(toks, i, "to") && toks[i-1].Tag == "IN":
			p := &toks[i-1]
			p.Tag, p.UPOS, p.Rel, p.Head = "TO", "PART", "mark", i
		case t.Tag == "NN" && h.mark && !h.determiner:
			t.Tag, t.UPOS = "VB", "VERB" // "set to end in May"
		case t.Tag == "UH" && nominal(t.Rel):
			t.Tag, t.UPOS = "NN", "NOUN"
			if t.Text != t.Lower {
				t.Tag, t.UPOS = "NNP", "PROPN" // a name that nobody has heard of
			}
		case t.Tag == "PRP" && h.determiner, t.Tag == "JJ" && h.adjective && nominal(t.Rel):
			t.Tag, t.UPOS = "NN", "NOUN" // "the mine", "the chief executive"
		case t.Tag == "RP" && (t.Lower == "off" || t.Lower == "in") && i+1 < len(toks) && toks[i+1].Tag == "NNP" && toks[i+1].Head == t.Head:
			// "sank off Crete": before a name these govern it.
			t.Tag, t.UPOS, t.Rel, t.Head = "IN", "ADP", "case", i+1
			toks[i+1].Rel = "obl"
		}
	}
}

// follows reports whether the word w stands right before token i.
func follows(toks []nlp.Token, i int, w string) bool { return i > 0 && toks[i-1].Lower == w }

// nominal reports whether a relation is that of a noun.
func nominal(rel string) bool {
	switch rel {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "flat":
		return true
	}
	return false
}

// opening corrects a sentence that seems to begin with a verb in the third
// person and without a subject, which no sentence does: "Talks in Geneva ended"
// is about talks. The next finite verb that lacks a subject gets it.
func opening(toks []nlp.Token, has []around) {
	if len(toks) < 3 || toks[0].Tag != "VBZ" || toks[0].Head >= 0 || has[0].subject || has[0].passive || has[0].aux {
		return
	}
	for v := 1; v < len(toks); v++ {
		t := &toks[v]
		if t.Head != 0 || t.Tag != "VBD" && t.Tag != "VBZ" && t.Tag != "VBP" && t.Tag != "VBN" || has[v].subject {
			continue
		}
		relation := "nsubj"
		if has[v].passive || t.Tag == "VBN" && has[v].aux {
			relation = "nsubj:pass"
		}
		for i := range toks {
			k := &toks[i]
			switch {
			case i == v || i == 0 || k.Head != 0:
			case k.Rel == "punct" && i > v:
				k.Head = v
			case k.Rel == "obl":
				k.Rel = "nmod"
			}
		}
		t.Head, t.Rel = -1, "root"
		toks[0].Tag, toks[0].UPOS, toks[0].Head, toks[0].Rel = "NNS", "NOUN", v, relation
		has[v].subject = true
		return
	}
}

// adopt makes the noun phrase right before verb v, which a conjunction seems to
// govern as a preposition, the subject of v: "after a truck struck it". A past
// form with an object and without an auxiliary is no participle.
func adopt(toks []nlp.Token, v int) {
	if v == 0 || toks[v-1].Rel != "obl" || toks[v-1].Head != toks[v].Head {
		return
	}
	for i := range v - 1 {
		t := &toks[i]
		if t.Head != v-1 || t.Rel != "case" {
			continue
		}
		switch t.Lower {
		case "after", "before", "since", "until", "as":
			t.Rel, t.UPOS, t.Head = "mark", "SCONJ", v
			toks[v-1].Rel, toks[v-1].Head = "nsubj", v
			return
		}
	}
}

// passivate makes what seemed an adjective, v, a passive.
func passivate(toks []nlp.Token, v int) {
	for i := range toks {
		t := &toks[i]
		if t.Head != v {
			continue
		}
		switch t.Rel {
		case "nsubj", "csubj":
			t.Rel += ":pass"
		case "cop":
			t.Rel = "aux:pass"
		}
	}
}

// activate makes the passive subjects of verb v active ones.
func activate(toks []nlp.Token, v int) {
	for i := range toks {
		if t := &toks[i]; t.Head == v && (t.Rel == "nsubj:pass" || t.Rel == "csubj:pass") {
			t.Rel = t.Rel[:len("nsubj")]
		}
	}
}

// finite reports whether a verb with this relation and a subject of its own is
// finite in all but rare cases.
func finite(rel string) bool {
	switch rel {
	case "root", "advcl", "acl:relcl", "conj", "parataxis":
		return true
	}
	return false
}
