package merge

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// A role is how something takes part in an event.
type role int

// The roles: who does it, whom it is done to, and the rest. A noun seldom says
// which of the two it is: "the Lund deal".
const (
	doer role = iota
	done
	rest
	roles
)

// A trigger is a word for an event with what it is akin to.
type trigger struct {
	lemma, base string // base is the verb that a noun comes from, else the lemma
	concept     string
	verb        bool
	named       bool // it is a name: one event, whatever others of the kind there are
	frequency   int
	sets, above []int
}

// A telling is how a document tells of an event, in words: what the parse gives
// where the lists of package extract know no participant.
type telling struct {
	triggers     []trigger
	parts        [roles]bag // words of the participants
	heads        []int32    // nouns for whom it is done to
	all          bag        // words of all participants
	around       bag        // words of the sentences
	names        bag        // names among the participants
	whose        bag        // names among those who do it and whom it is done to
	whom         bag        // names among those whom it is done to
	prepositions []int32    // of a verb, that change what it says: "check in", "check out"
	numbers      []int32
	sentence     int // the first that tells of it
	heading      bool
}

// tell reads the telling of a chain.
func (w *World) tell(doc int, c *extract.Chain, seen map[int]*parsed) telling {
	d := w.Docs[doc]
	t := telling{sentence: -1}
	var around, all, named, whose, whom []int32
	var parts [roles][]int32
	for _, k := range c.Mentions {
		m := &d.Mentions[k]
		if m.Sentence >= len(d.Sentences) {
			continue
		}
		s := w.sentence(doc, m.Sentence, seen)
		if m.Start >= len(s.toks) {
			continue
		}
		if t.sentence < 0 {
			t.sentence = m.Sentence
			t.heading = d.Sentences[m.Sentence].Kind == nlp.Heading
		}
		at := s.top(m.Start, m.End)
		tr := s.trigger(m, at)
		if !slices.ContainsFunc(t.triggers, func(o trigger) bool { return o.lemma == tr.lemma && o.verb == tr.verb }) {
			t.triggers = append(t.triggers, tr)
		}
		for _, p := range s.participants(at, tr.verb) {
			h := s.words[p.head]
			if s.toks[p.head].UPOS == "PRON" || h < 0 {
				continue
			}
			if p.role == done {
				t.heads = append(t.heads, h)
			}
			for _, i := range s.phrase(p.head, at, nil) {
				parts[p.role] = append(parts[p.role], s.words[i])
				if s.names[i] {
					named = append(named, s.words[i])
					if p.role != rest {
						whose = append(whose, s.words[i])
					}
					if p.role == done {
						whom = append(whom, s.words[i])
					}
				}
			}
		}
		if tr.verb {
			t.prepositions = append(t.prepositions, w.prepositions(s, at)...)
		}
		for r, list := range [][]int{m.Agents, m.Patients} {
			for _, e := range list {
				name := w.nameWords(d.Names.Entities[e])
				parts[r], named, whose = append(parts[r], name...), append(named, name...), append(whose, name...)
			}
		}
		for i, word := range s.words {
			if word >= 0 && (i < m.Start || i >= m.End) {
				around = append(around, word)
				if s.toks[i].Tag == "CD" {
					t.numbers = append(t.numbers, word)
				}
			}
		}
	}
	for r := range parts {
		all = append(all, parts[r]...)
		t.parts[r] = w.bag(parts[r])
	}
	slices.Sort(t.prepositions)
	slices.Sort(t.heads)
	t.names, t.whose, t.whom = w.bag(named), w.bag(whose), w.bag(whom)
	t.all, t.around = w.bag(all), w.bag(around)
	slices.Sort(t.numbers)
	t.numbers = slices.Compact(t.numbers)
	return t
}

// prepositions returns the words that change what a verb says: particles, and
// what leads to a place or thing other than where and when it happens.
func (w *World) prepositions(s *parsed, at int) []int32 {
	var out []int32
	for _, c := range s.children[at] {
		word := ""
		switch rel := s.toks[c].Rel; {
		case rel == "compound:prt", rel == "advmod" && s.toks[c].Tag == "RP":
			word = s.toks[c].Lower
		case rel == "obl" && s.words[c] >= 0:
			word = s.marked(c)
		}
		switch word {
		case "", "in", "on", "at", "by", "for", "after", "with", "during", "before", "as":
		default:
			out = append(out, w.word(word))
		}
	}
	return out
}

// nameWords returns the words of an entity's name.
func (w *World) nameWords(e names.Entity) []int32 {
	var out []int32
	for _, f := range strings.Fields(e.Name) {
		if f[0] >= 'A' && f[0] <= 'Z' || f[0] >= 0x80 {
			out = append(out, w.word(strings.ToLower(f)))
		}
	}
	return out
}

// A parsed sentence, as tellings read it.
type parsed struct {
	toks     []nlp.Token
	children [][]int
	words    []int32 // by token, -1 for what says nothing or says when
	names    []bool  // by token
}

// sentence returns a sentence of a document, prepared once; seen holds those of
// the document that were.
func (w *World) sentence(doc, i int, seen map[int]*parsed) *parsed {
	if s, ok := seen[i]; ok {
		return s
	}
	d := w.Docs[doc]
	s := &parsed{toks: d.Tokens(i)}
	s.children = nlp.Dependents(s.toks)
	s.words, s.names = make([]int32, len(s.toks)), make([]bool, len(s.toks))
	for k := range s.toks {
		t := &s.toks[k]
		if s.words[k] = -1; !dates(d, i, t) {
			s.words[k] = w.content(t)
		}
		s.names[k] = isName(t)
	}
	seen[i] = s
	return s
}

// content returns the word of a token that says what a text is about, else -1.
func (w *World) content(t *nlp.Token) int32 {
	switch t.Tag {
	case "NNP", "NNPS":
		if len(t.Text) < 2 {
			return -1
		}
		return w.word(t.Lower)
	case "CD":
		return w.word(t.Lower)
	case "NN", "NNS", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		lemma := strings.ToLower(t.Lemma)
		if lemma == "be" || lemma == "have" || lemma == "do" || len(lemma) < 2 {
			return -1
		}
		if t.Tag[0] == 'N' {
			if info, ok := lexicon.Kin(lemma, false); ok && info.Base != "" {
				lemma = info.Base
			}
		}
		return w.word(lemma)
	}
	return -1
}

func isName(t *nlp.Token) bool { return t.Tag == "NNP" || t.Tag == "NNPS" }

// top returns the token of a span that the others hang on.
func (s *parsed) top(start, end int) int {
	for i := start; i < end && i < len(s.toks); i++ {
		if t := &s.toks[i]; t.Rel != "" && (t.Head < start || t.Head >= end) && t.Tag != "IN" && t.Tag != "DT" {
			return i
		}
	}
	return min(end, len(s.toks)) - 1
}

// trigger describes the word at a token.
func (s *parsed) trigger(m *extract.Mention, at int) trigger {
	tok := &s.toks[at]
	tr := trigger{lemma: strings.ToLower(tok.Lemma), verb: !m.Nominal, concept: m.Concept}
	if tr.verb {
		for _, c := range s.children[at] {
			if s.toks[c].Rel == "compound:prt" {
				with := tr.lemma + " " + s.toks[c].Lower
				if _, ok := lexicon.Kin(with, true); ok {
					tr.lemma = with
				}
			}
		}
	}
	switch {
	case tr.verb && at+1 < m.End && at+1 < len(s.toks) && (s.toks[at+1].Tag == "RP" || s.toks[at+1].Tag == "IN"):
		tr.lemma, tr.concept = strings.ToLower(tok.Lemma)+" "+s.toks[at+1].Lower, "" // "call off" is no call
	case !tr.verb && isName(tok) && !m.Heading && strings.Contains(m.Lemma, " "):
		tr.lemma, tr.named = strings.ToLower(m.Lemma), true // the Cold War is no war like others
	}
	tr.base = tr.lemma
	tr.frequency = lexicon.Frequency(tr.lemma)
	info, ok := lexicon.Kin(tr.lemma, tr.verb)
	if !ok && !tr.verb {
		info, ok = lexicon.Kin(tr.lemma, true) // a noun that is only listed as a verb
	}
	if ok {
		tr.sets, tr.above = info.Sets, info.Above
		if info.Base != "" {
			tr.base = info.Base
			if verb, ok := lexicon.Kin(info.Base, true); ok {
				tr.sets = union(tr.sets, verb.Sets)
				tr.above = union(tr.above, verb.Above)
			}
			tr.frequency = max(tr.frequency, lexicon.Frequency(info.Base))
		}
	}
	return tr
}

func union(a, b []int) []int {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// A participant is a noun and its role.
type participant struct {
	head int
	role role
}

// participants returns the nouns that the tree gives an event.
func (s *parsed) participants(at int, verb bool) []participant {
	var out []participant
	add := func(i int, r role) { out = append(out, participant{i, r}) }
	subject := false
	for _, c := range s.children[at] {
		switch rel := s.toks[c].Rel; rel {
		case "nsubj":
			add(c, doer)
			subject = true
		case "nsubj:pass":
			add(c, done)
			subject = true
		case "obj":
			add(c, done)
		case "iobj":
			add(c, rest)
		case "obl:agent":
			add(c, doer)
		case "obl", "obl:unmarked", "xcomp":
			if s.toks[c].Tag[0] == 'N' {
				add(c, rest)
			}
		case "nmod:poss", "compound", "nmod:unmarked", "nmod:desc":
			if !verb && s.words[c] >= 0 {
				add(c, rest)
			}
		case "nmod":
			if verb {
				continue
			}
			switch s.marked(c) {
			case "of":
				add(c, done)
			case "by":
				add(c, doer)
			default:
				add(c, rest)
			}
		}
	}
	if verb && !subject {
		if i, r := s.subjectAbove(at); i >= 0 {
			add(i, r)
		}
	}
	if !verb {
		// "The two held talks": who does what the noun is carried by.
		t := &s.toks[at]
		if t.Rel == "obj" && t.Head >= 0 {
			if i, r := s.subject(t.Head); i >= 0 && r == doer {
				add(i, doer)
			}
		}
	}
	return out
}

// marked returns the preposition of a phrase.
func (s *parsed) marked(at int) string {
	for _, c := range s.children[at] {
		if s.toks[c].Rel == "case" {
			return s.toks[c].Lower
		}
	}
	return ""
}

// subject returns a verb's own subject, -1 where it has none.
func (s *parsed) subject(at int) (int, role) {
	for _, c := range s.children[at] {
		switch s.toks[c].Rel {
		case "nsubj":
			return c, doer
		case "nsubj:pass":
			return c, done
		}
	}
	return -1, rest
}

// subjectAbove finds the subject of a verb that has none of its own: what it
// describes, or the subject of the verb that it hangs on.
func (s *parsed) subjectAbove(at int) (int, role) {
	passive := func(i int) bool {
		for _, c := range s.children[i] {
			if s.toks[c].Rel == "aux:pass" {
				return true
			}
		}
		return false
	}
	mine := doer
	if passive(at) {
		mine = done
	}
	for steps := 0; steps < 4; steps++ {
		t := &s.toks[at]
		if t.Head < 0 || t.Head >= len(s.toks) {
			return -1, rest
		}
		switch t.Rel {
		case "acl:relcl":
			return t.Head, mine
		case "acl":
			if t.Tag == "VBN" {
				mine = done
			}
			return t.Head, mine
		case "conj", "xcomp", "advcl":
			if t.Rel != "conj" && t.Tag == "VBN" {
				mine = done
			}
			at = t.Head
			if i, r := s.subject(at); i >= 0 {
				if mine == doer && t.Rel == "conj" && r == done && t.Tag == "VBN" {
					mine = done
				}
				return i, mine
			}
		default:
			return -1, rest
		}
	}
	return -1, rest
}

// maxPhrase bounds the words of one participant.
const maxPhrase = 24

// phrase collects the tokens of a noun phrase that say something, without
// clauses that describe it.
func (s *parsed) phrase(at, trigger int, out []int) []int {
	if at == trigger || len(out) > maxPhrase {
		return out
	}
	if s.words[at] >= 0 {
		out = append(out, at)
	}
	for _, c := range s.children[at] {
		switch rel := s.toks[c].Rel; rel {
		case "compound", "flat", "appos", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "amod", "nummod", "conj":
			out = s.phrase(c, trigger, out)
		}
	}
	return out
}
