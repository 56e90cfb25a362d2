package extract

import (
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// status turns a mood into the status of an event; "" for what is said to be
// no event at all.
func status(m lexicon.Mood) story.Status {
	switch m {
	case lexicon.MoodReal:
		return story.StatusHappened
	case lexicon.MoodPlanned:
		return story.StatusPlanned
	case lexicon.MoodDenied:
		return story.StatusDenied
	}
	return ""
}

// weaker returns the less real of two moods. What is denied is told as denied,
// planned or not.
func weaker(a, b lexicon.Mood) lexicon.Mood {
	for _, m := range [...]lexicon.Mood{lexicon.MoodUnreal, lexicon.MoodDenied, lexicon.MoodPlanned} {
		if a == m || b == m {
			return m
		}
	}
	return lexicon.MoodReal
}

// maxClimb bounds the governors that are asked about one verb.
const maxClimb = 8

// mood reads from the tree how the sentence speaks of the verb at token i: its
// own negation and modal, and what the words say that govern it.
func (r *reader) mood(i int) lexicon.Mood { return r.moodUp(i, 0) }

func (r *reader) moodUp(i, climbed int) lexicon.Mood {
	s := r.syntax()
	if climbed > maxClimb || s.negated(i) {
		return lexicon.MoodUnreal
	}
	own := r.ownMood(i)
	first := s.first(i)
	if first != i {
		if !s.finite(i) {
			return weaker(own, r.moodUp(first, climbed+1)) // "wants to sell and leave"
		}
		if m := s.marker(first); m == "if" || m == "unless" || m == "whether" {
			return lexicon.MoodUnreal
		}
	}
	return weaker(own, r.moodFrom(first, climbed))
}

// ownMood reads the modal of a verb. What somebody said would happen was to
// come.
func (r *reader) ownMood(i int) lexicon.Mood {
	s := r.syntax()
	switch s.modal(i) {
	case "":
		return lexicon.MoodReal
	case "will", "'ll", "wo", "shall":
		return lexicon.MoodPlanned
	case "would", "'d":
		g := s.head(s.first(i))
		if g < 0 || s.toks[s.first(i)].Relation() != "ccomp" || s.toks[g].UPOS != "VERB" {
			return lexicon.MoodUnreal
		}
		if info, ok := lexicon.EventVerb(s.toks[g].Lemma); ok && info.Class == lexicon.VerbSpeech && s.pastTense(g) {
			return lexicon.MoodPlanned
		}
	}
	return lexicon.MoodUnreal
}

// moodFrom returns the mood that the governor of token i gives to it.
func (r *reader) moodFrom(i, climbed int) lexicon.Mood {
	s := r.syntax()
	g := s.head(i)
	if g < 0 {
		return lexicon.MoodReal
	}
	marker := s.marker(i)
	switch marker {
	case "if", "unless", "whether", "lest", "without", "than", "against", "instead", "toward", "towards":
		return lexicon.MoodUnreal
	}
	gerund := s.toks[i].Tag == "VBG" && s.child(i, "aux") < 0
	switch s.toks[i].Relation() {
	case "xcomp":
		return weaker(r.governs(g, marker == "to"), r.governor(g, climbed))
	case "ccomp":
		return weaker(r.governs(g, false), r.governor(g, climbed))
	case "acl":
		switch {
		case marker == "to", marker == "that":
			return r.governs(g, marker == "to")
		case marker != "":
			return r.named(g) // "the idea of selling"
		}
		return r.nounMood(g)
	case "csubj":
		if marker == "to" {
			return lexicon.MoodUnreal
		}
	case "advcl":
		return r.adverbial(i, g, marker, climbed)
	case "parataxis", "appos", "dep", "list":
		if gerund {
			return r.nounMood(g) // "two aims: securing a truce and ..."
		}
	}
	return lexicon.MoodReal
}

// adverbial returns the mood of the verb at token i whose clause modifies that
// of the verb at token g.
func (r *reader) adverbial(i, g int, marker string, climbed int) lexicon.Mood {
	s := r.syntax()
	switch marker {
	case "to":
		if m, listed := lexicon.MoodOf(s.toks[g].Lemma, lexicon.GovernorVerb); listed && m != lexicon.MoodNamed && s.child(g, "obj") >= 0 {
			return weaker(r.governs(g, true), r.governor(g, climbed)) // "forced the town to close"
		}
		return lexicon.MoodUnreal // a purpose
	case "of", "for", "in", "on", "about", "from":
		return r.named(g) // "accused of selling"
	}
	if o := s.nounBefore(g, i); marker == "" && o >= 0 && s.colon(i) {
		return r.nounMood(o) // "had two aims: selling the mill and ..."
	}
	if s.toks[g].UPOS == "VERB" {
		return r.ownMood(g)
	}
	return lexicon.MoodReal
}

// named returns the mood of a gerund behind a preposition, which only names an
// act: it happened where the governing word is listed as one that says so.
func (r *reader) named(g int) lexicon.Mood {
	class := lexicon.GovernorVerb
	if r.syntax().toks[g].UPOS != "VERB" {
		class = lexicon.GovernorNoun
	}
	switch m, ok := lexicon.MoodOf(r.syntax().toks[g].Lemma, class); {
	case !ok:
		return lexicon.MoodUnreal
	case m == lexicon.MoodNamed:
		return lexicon.MoodReal
	default:
		return m
	}
}

// nounMood returns the mood of what is said of the noun at token i: that of
// the noun itself and, up the tree, of the words it hangs from. What hangs
// from a wish is wished.
func (r *reader) nounMood(i int) lexicon.Mood {
	s := r.syntax()
	for range maxClimb {
		t := s.toks[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
			return lexicon.MoodReal
		}
		if m, ok := lexicon.MoodOf(t.Lemma, lexicon.GovernorNoun); ok && m == lexicon.MoodUnreal {
			return m
		}
		g := s.head(i)
		if g < 0 {
			return lexicon.MoodReal
		}
		if s.toks[g].UPOS == "VERB" {
			if m, ok := lexicon.MoodOf(s.toks[g].Lemma, lexicon.GovernorVerb); ok && t.Relation() == "obj" && m != lexicon.MoodReal {
				return m // "threatened sanctions hitting trade"
			}
			return lexicon.MoodReal
		}
		i = g
	}
	return lexicon.MoodReal
}

// governor returns the mood of a governing word itself; that of an adjective
// or a noun is not asked for.
func (r *reader) governor(g, climbed int) lexicon.Mood {
	if r.syntax().toks[g].UPOS != "VERB" {
		if r.syntax().negated(g) {
			return lexicon.MoodUnreal
		}
		return r.ownMood(g)
	}
	return r.moodUp(g, climbed+1)
}

// governs returns the mood that a word gives to a clause that depends on it.
// An infinitive lies ahead of most words, a "that" clause is as true as most
// words say.
func (r *reader) governs(g int, infinitive bool) lexicon.Mood {
	t := r.syntax().toks[g]
	class := lexicon.GovernorAdjective
	switch t.UPOS {
	case "VERB":
		class = lexicon.GovernorVerb
	case "NOUN", "PROPN":
		class = lexicon.GovernorNoun
	}
	if m, ok := lexicon.MoodOf(t.Lemma, class); ok && m != lexicon.MoodNamed {
		return m
	}
	if m, ok := lexicon.MoodOf(t.Lower, lexicon.GovernorAdjective); ok && infinitive {
		return m
	}
	if infinitive {
		return lexicon.MoodUnreal
	}
	if class == lexicon.GovernorVerb {
		if info, ok := lexicon.EventVerb(t.Lemma); ok && info.Class == lexicon.VerbCognition {
			return lexicon.MoodUnreal
		}
	}
	return lexicon.MoodReal
}
