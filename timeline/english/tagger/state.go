package tagger

// A State is what the templates know of the tags given so far.
type State struct {
	t1, t2 uint32 // the last two tags, NoTag before the sentence
	verb   uint32 // the last verb: its word if an auxiliary, else its tag
	since  uint32 // what stood between that verb and here: bits below
}

// What can stand between the last verb and a token.
const (
	sinceNoun uint32 = 1 << iota
	sinceClause
	sinceMark
)

// Begin is the state before the first token.
func Begin() State { return State{t1: NoTag, t2: NoTag} }

// A Grammar knows which tags are verbs, nouns and openers of clauses.
type Grammar [64]uint8

const (
	isVerb uint8 = iota + 1
	isNoun
	isClause
	isMark
)

// NewGrammar sorts the tags of a model.
func NewGrammar(tags []string) *Grammar {
	var g Grammar
	for i, t := range tags {
		switch t {
		case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "TO":
			g[i&63] = isVerb
		case "NN", "NNS", "NNP", "NNPS", "PRP", "CD":
			g[i&63] = isNoun
		case "WDT", "WP", "WP$", "WRB", "CC":
			g[i&63] = isClause
		case ",", ":", ".", "``", "''", "-LRB-", "-RRB-":
			g[i&63] = isMark
		}
	}
	return &g
}

// Next returns the state after token i got the given tag.
func (s *Sentence) Next(st State, i, tag int, g *Grammar) State {
	switch g[tag&63] {
	case isVerb:
		st.verb = uint32(tag) + 1
		if w := s.words[i].lower; auxiliaries[w] {
			st.verb = w
		}
		st.since = 0
	case isNoun:
		st.since |= sinceNoun
	case isClause:
		st.since |= sinceClause
	case isMark:
		st.since |= sinceMark
	}
	st.t1, st.t2 = uint32(tag), st.t1
	return st
}

// auxiliaries holds the hashes of words that decide the form of the next verb.
var auxiliaries = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range []string{
		"have", "has", "had", "having", "'ve", "be", "is", "are", "was", "were", "been",
		"being", "am", "'s", "'re", "'m", "do", "does", "did", "get", "gets", "got",
		"to", "will", "would", "could", "can", "may", "might", "should", "must",
	} {
		m[Hash(w)] = true
	}
	return m
}()
