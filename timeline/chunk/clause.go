package chunk

import (
	"github.com/causeline/causeline/timeline/nlp"
)

// A Clause is one verb group with what stands around it. Fields that name
// chunks hold indices into Chunks, -1 where there is none.
type Clause struct {
	Verb    int   // the verb group's chunk
	Subject []int // noun phrases that do it, coordinated ones together
	Object  []int // noun phrases after the verb without a preposition
	Phrases []Phrase
	Passive bool
	Negated bool
	Modal   string // will, would, could, ... in lower case; "" where none
	Form    Form
	Marker  string // the word that makes it a subordinate clause: after, because, that, which, ...
	Parent  int    // the clause that governs an infinitive or a complement, -1
	Start   int    // first chunk that belongs to the clause
	End     int    // one past the last
	Quoted  bool   // the verb stands inside quotation marks
}

// A Phrase is a preposition and the noun phrase that it governs.
type Phrase struct {
	Prep string // in lower case
	At   int    // chunk of the preposition
	NP   int    // chunk of the noun phrase
}

// Form says how the verb of a clause stands.
type Form uint8

// The forms of a clause's verb.
const (
	Finite      Form = iota
	Infinitive       // to meet
	Gerund           // after meeting, killing ten
	Participle       // held in Geneva
	FormUnknown      // no verb
)

// A Parse is a sentence in chunks and clauses.
type Parse struct {
	Tokens  []nlp.Token
	Chunks  []Chunk
	Clauses []Clause
	at      []int // chunk of each token
}

// ChunkAt returns the index of the chunk that holds a token.
func (p *Parse) ChunkAt(token int) int { return p.at[token] }

// Head returns the token that a chunk is about.
func (p *Parse) Head(chunk int) nlp.Token { return p.Tokens[p.Chunks[chunk].Head] }

// Governor returns the preposition that governs a noun phrase, in lower case,
// and the chunk it is; "" and -1 where nothing governs it. The second and
// later phrases of a coordination share the preposition of the first.
func (p *Parse) Governor(np int) (string, int) {
	k := np
	for k-2 >= 0 && p.Chunks[k-1].Kind == Coord && p.Chunks[k-2].Kind == NP {
		k -= 2
	}
	if k > 0 && p.Chunks[k-1].Kind == Prep {
		return p.Head(k - 1).Lower, k - 1
	}
	return "", -1
}

// Read chunks the tokens of a sentence and finds its clauses, in the order of
// their verbs. Borders are as for Split.
func Read(toks []nlp.Token, borders map[int]bool) *Parse {
	p := &Parse{Tokens: toks, Chunks: Split(toks, borders), at: make([]int, len(toks))}
	for i, c := range p.Chunks {
		for k := c.Start; k < c.End; k++ {
			p.at[k] = i
		}
	}
	quoted := p.quoted()
	for i, c := range p.Chunks {
		if c.Kind != VG {
			continue
		}
		cl := Clause{Verb: i, Parent: -1, Start: i, End: i + 1, Quoted: quoted[i]}
		p.readVerb(&cl)
		p.Clauses = append(p.Clauses, cl)
	}
	p.ensureFinite()
	p.reduced()
	for i := range p.Clauses {
		p.readRight(i)
		p.readLeft(i)
	}
	return p
}

// ensureFinite takes the first bare participle for a finite verb where a
// sentence has no finite verb: taggers mistake "concluded" after a long
// subject for a participle.
func (p *Parse) ensureFinite() {
	for _, cl := range p.Clauses {
		if cl.Form == Finite {
			return
		}
	}
	for i := range p.Clauses {
		cl := &p.Clauses[i]
		if cl.Form == Participle && cl.Verb > 0 && p.Chunks[cl.Verb].End-p.Chunks[cl.Verb].Start == 1 {
			cl.Form, cl.Passive = Finite, false
			return
		}
	}
}

// reduced takes a past tense right after a noun phrase and a comma for a
// participle where the sentence has its verb already: "the lease, set to end
// in May". Taggers cannot tell the two forms of regular verbs apart there.
func (p *Parse) reduced() {
	finite := false
	for i := range p.Clauses {
		cl := &p.Clauses[i]
		k := cl.Verb
		c := p.Chunks[k]
		if finite && cl.Form == Finite && c.End-c.Start == 1 && p.Tokens[c.Head].Tag == "VBD" &&
			k >= 2 && p.Chunks[k-1].Kind == Comma && p.Chunks[k-2].Kind == NP &&
			k+1 < len(p.Chunks) && (p.Chunks[k+1].Kind == VG && p.Tokens[p.Chunks[k+1].Start].Tag == "TO" || p.Chunks[k+1].Kind == Prep && p.Head(k+1).Lower == "by") {
			cl.Form, cl.Passive = Participle, true
		}
		finite = finite || cl.Form == Finite
	}
}

// quoted says for each chunk whether it stands inside quotation marks.
func (p *Parse) quoted() []bool {
	in := make([]bool, len(p.Chunks))
	open := false
	for i, c := range p.Chunks {
		if c.Kind == QuoteMark {
			switch p.Tokens[c.Start].Text {
			case "“", "«", "„", "``":
				open = true
			case "”", "»", "''":
				open = false
			default:
				open = !open
			}
			continue
		}
		in[i] = open
	}
	return in
}

func (p *Parse) readVerb(cl *Clause) {
	c := p.Chunks[cl.Verb]
	main := p.Tokens[c.Head]
	hasBe, hasFinite := false, false
	for k := c.Start; k < c.End; k++ {
		t := p.Tokens[k]
		if isNegation(t) {
			cl.Negated = true
		}
		if t.Tag == "MD" {
			cl.Modal = t.Lower
		}
		if k != c.Head && (t.Lemma == "be" || t.Lemma == "get") && IsVerbTag(t.Tag) {
			hasBe = true
		}
		switch t.Tag {
		case "MD", "VBD", "VBZ", "VBP":
			hasFinite = true
		}
	}
	cl.Passive = hasBe && main.Tag == "VBN"
	switch {
	case p.Tokens[c.Start].Tag == "TO":
		cl.Form = Infinitive
	case hasFinite:
		cl.Form = Finite
	case main.Tag == "VBG":
		cl.Form = Gerund
	case main.Tag == "VBN":
		cl.Form = Participle
		cl.Passive = true
	case main.Tag == "VB" && cl.Verb > 1 && p.Chunks[cl.Verb-1].Kind == Comma && p.Chunks[cl.Verb-2].Kind == NP:
		cl.Form, cl.Passive = Participle, true // "the lease, set to end in May"
	case main.Tag == "VB":
		cl.Form = Infinitive
	}
	if cl.Form == Participle && c.Start > 0 && p.Tokens[c.Start-1].Lower == "having" {
		cl.Passive = false
	}
}

// readRight gathers the object and the prepositional phrases up to the next
// verb group, relative word or full stop.
func (p *Parse) readRight(i int) {
	cl := &p.Clauses[i]
	k := cl.Verb + 1
	lastPrep := -1
	for ; k < len(p.Chunks); k++ {
		c := p.Chunks[k]
		switch c.Kind {
		case VG:
			cl.End = k
			return
		case Wh:
			cl.End = k
			return
		case QuoteMark:
			if !p.scareQuotes(k) {
				cl.End = k
				return
			}
		case Comma:
			// A comma ends the clause unless what follows continues a list
			// of places or dates, which has no verb before the next comma.
			if !p.continues(k) {
				cl.End = k
				return
			}
			lastPrep = -1
		case Prep:
			if p.opensClause(k) {
				cl.End = k
				return
			}
			lastPrep = k
		case NP:
			switch {
			case lastPrep == k-1 && lastPrep >= 0:
				cl.Phrases = append(cl.Phrases, Phrase{p.Head(lastPrep).Lower, lastPrep, k})
			case k > 0 && p.Chunks[k-1].Kind == Coord && len(cl.Phrases) > 0 && cl.Phrases[len(cl.Phrases)-1].NP == k-2:
				if p.subjectOfNext(k) {
					cl.End = k - 1
					return
				}
				last := cl.Phrases[len(cl.Phrases)-1]
				cl.Phrases = append(cl.Phrases, Phrase{last.Prep, last.At, k})
			case len(cl.Object) == 0 && len(cl.Phrases) == 0:
				cl.Object = append(cl.Object, k)
			case len(cl.Object) > 0 && p.Chunks[k-1].Kind == Coord && cl.Object[len(cl.Object)-1] == k-2:
				if p.subjectOfNext(k) {
					cl.End = k - 1
					return
				}
				cl.Object = append(cl.Object, k)
			}
		case Coord:
			if k+1 < len(p.Chunks) && p.Chunks[k+1].Kind == VG {
				cl.End = k
				return
			}
		}
		cl.End = k + 1
	}
}

// scareQuotes reports whether the quotation mark at chunk k encloses, or ends,
// a few words without a verb.
func (p *Parse) scareQuotes(k int) bool {
	for _, step := range [2]int{1, -1} {
		for j, n := k+step, 0; j >= 0 && j < len(p.Chunks) && n < 4; j, n = j+step, n+1 {
			if p.Chunks[j].Kind == QuoteMark {
				return true
			}
			if p.Chunks[j].Kind == VG || p.Chunks[j].Kind == Comma {
				break
			}
		}
	}
	return false
}

// continues reports whether what follows the comma at chunk k still belongs
// to the clause before it: a name after a name ("in Lima, Peru,"), a date, or
// a prepositional phrase.
func (p *Parse) continues(k int) bool {
	if p.Tokens[p.Chunks[k].Start].Text != "," || k+1 >= len(p.Chunks) || k == 0 {
		return false
	}
	n := p.Chunks[k+1]
	if n.Kind == NP && p.Chunks[k-1].Kind == NP && p.properNP(k-1) && p.properNP(k+1) {
		return !p.subjectOfNext(k + 1)
	}
	return n.Kind == NP && p.Tokens[n.Head].Tag == "CD" && n.End-n.Start == 1
}

func (p *Parse) properNP(k int) bool {
	switch p.Tokens[p.Chunks[k].Head].Tag {
	case "NNP", "NNPS", "CD":
		return true
	}
	return false
}

// subjectOfNext reports whether the noun phrase at chunk k is followed by a
// finite verb, so that it is that verb's subject.
func (p *Parse) subjectOfNext(k int) bool {
	for j := k + 1; j < len(p.Chunks) && j <= k+2; j++ {
		switch p.Chunks[j].Kind {
		case VG:
			return p.finite(j)
		case Other:
			continue
		}
		return false
	}
	return false
}

func (p *Parse) finite(vg int) bool {
	c := p.Chunks[vg]
	for k := c.Start; k < c.End; k++ {
		switch p.Tokens[k].Tag {
		case "MD", "VBD", "VBZ", "VBP":
			return true
		}
	}
	return false
}

// opensClause reports whether the preposition or conjunction at chunk k is
// followed by a noun phrase and then a finite verb: "after talks collapsed".
func (p *Parse) opensClause(k int) bool {
	switch p.Head(k).Lower {
	case "after", "before", "because", "since", "as", "while", "although", "though",
		"if", "when", "until", "that", "unless", "whereas", "so", "once", "than", "whether":
	default:
		return false
	}
	for j := k + 1; j < len(p.Chunks) && j < k+8; j++ {
		switch p.Chunks[j].Kind {
		case VG:
			return p.finite(j)
		case Comma, QuoteMark, Wh:
			return false
		}
	}
	return false
}

// readLeft finds the subject and what subordinates the clause.
func (p *Parse) readLeft(i int) {
	cl := &p.Clauses[i]
	cl.Start = cl.Verb
	switch cl.Form {
	case Infinitive, Gerund, Participle:
		p.readNonFinite(i)
		return
	}
	k := cl.Verb - 1
	for steps := 0; k >= 0 && steps < 64; steps++ {
		c := p.Chunks[k]
		switch c.Kind {
		case Other:
			k--
		case QuoteMark:
			k--
		case Comma:
			// What stands between commas before a verb is an aside.
			j := p.beforeAside(k)
			if j < 0 {
				return
			}
			k = j
		case Wh:
			cl.Marker = p.Head(k).Lower
			cl.Start = k
			if a := p.antecedent(k); a >= 0 && (cl.Marker == "which" || cl.Marker == "who" || cl.Marker == "that") {
				cl.Subject = []int{a}
			}
			return
		case Prep:
			if k > 0 && (p.Chunks[k-1].Kind == VG || p.Chunks[k-1].Kind == Prep) && !subordinator(p.Head(k).Lower) {
				k-- // "planned for after the match was ..."
				continue
			}
			m := p.Head(k).Lower
			if m == "that" {
				if a := p.antecedent(k); a >= 0 && len(cl.Subject) == 0 {
					cl.Subject = []int{a}
				}
			}
			cl.Marker = m
			return
		case Coord:
			// A shared subject: "met and signed".
			if prev := p.partner(i); prev >= 0 {
				cl.Subject = p.Clauses[prev].Subject
				cl.Marker = p.Clauses[prev].Marker
			}
			return
		case VG:
			if i > 0 && p.Clauses[i-1].Verb == k && p.Clauses[i-1].Form == Finite && relative(p.Clauses[i-1].Marker) && p.Clauses[i-1].Start > 0 {
				// A relative clause between subject and verb: "the deal that
				// had been reached fell through".
				k = p.Clauses[i-1].Start - 1
				continue
			}
			if i > 0 && p.Clauses[i-1].Verb == k && p.Clauses[i-1].Form != Finite {
				// A reduced relative or an infinitive between subject and
				// verb: "the man accused of it fled".
				s := p.Clauses[i-1].Start - 1
				if s < 0 {
					return
				}
				k = s
				if p.Chunks[k].Kind == NP {
					continue
				}
				k--
				continue
			}
			return
		case NP:
			gov, at := p.Governor(k)
			if at >= 0 && (!subordinator(gov) || p.numeric(k)) {
				k = at - 1
				continue
			}
			if at >= 0 && subordinator(gov) && !p.nothingBetween(at, k, cl.Verb) {
				k = at - 1
				continue
			}
			if j := p.aside(i, k); j >= 0 {
				k = j
				continue
			}
			cl.Subject = p.coordinated(k)
			first := cl.Subject[0]
			switch p.Tokens[p.Chunks[first].Start].Lower {
			case "no", "neither", "nobody", "none", "nothing":
				cl.Negated = true
			}
			cl.Start = first
			if at >= 0 {
				cl.Marker = gov
				cl.Start = at
				if gov == "that" && at > 0 && p.Chunks[at-1].Kind == NP && len(cl.Object) == 0 && first == at+1 {
					if a := p.antecedent(at); a >= 0 {
						cl.Object = []int{a} // "the bridge that Rome built"
					}
				}
			} else if first > 0 && (p.Chunks[first-1].Kind == Wh || p.Chunks[first-1].Kind == Prep) {
				cl.Marker = p.Head(first - 1).Lower
				cl.Start = first - 1
				if a := p.antecedent(first - 1); a >= 0 && (p.Chunks[first-1].Kind == Wh || a == first-2 && cl.Marker == "that") && len(cl.Object) == 0 &&
					(cl.Marker == "which" || cl.Marker == "that" || cl.Marker == "whom") && p.Head(max(first-2, 0)).Tag != "IN" {
					cl.Object = []int{a} // "the island, which Spain sold"
				}
			}
			return
		}
	}
}

// aside returns where to go on when the noun phrase at chunk k is the object
// of a relative clause or participle that stands between the subject and the
// verb of clause i: "the law that bans guns expires". It is -1 elsewhere.
func (p *Parse) aside(i, k int) int {
	if k == 0 || p.Chunks[k-1].Kind != VG {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		cl := p.Clauses[j]
		if cl.Verb != k-1 {
			continue
		}
		noun := cl.Start > 0 && p.Chunks[cl.Start-1].Kind == NP
		if (cl.Form == Finite && relative(cl.Marker) || cl.Form == Gerund || cl.Form == Participle || cl.Form == Infinitive && noun) && cl.Start > 0 {
			return cl.Start - 1
		}
		return -1
	}
	return -1
}

// numeric reports whether a noun phrase ends in a number or a month, so that
// "since" or "after" before it governs a date, not a clause.
func (p *Parse) numeric(np int) bool {
	c := p.Chunks[np]
	for k := c.Start; k < c.End; k++ {
		if p.Tokens[k].Tag != "CD" && p.Tokens[k].Tag != "NNP" {
			return false
		}
	}
	return p.Tokens[c.Head].Tag == "CD" || p.Tokens[c.Start].Tag == "CD"
}

// partner returns the clause that clause i is joined to by "and": the last
// finite one with its verb in the same form.
func (p *Parse) partner(i int) int {
	nearest := -1
	for k := i - 1; k >= 0; k-- {
		if p.Clauses[k].Form != Finite {
			continue
		}
		if nearest < 0 {
			nearest = k
		}
		if p.Head(p.Clauses[k].Verb).Tag == p.Head(p.Clauses[i].Verb).Tag {
			return k
		}
	}
	return nearest
}

func relative(marker string) bool {
	return marker == "which" || marker == "who" || marker == "that" || marker == "where"
}

// nothingBetween reports whether the noun phrase after the subordinator at
// chunk at is the subject of the verb: "after talks [in Oslo] ended".
func (p *Parse) nothingBetween(at, np, verb int) bool {
	for j := at + 1; j < verb; j++ {
		if p.Chunks[j].Kind == Comma || p.Chunks[j].Kind == VG {
			return false
		}
	}
	return p.finite(verb)
}

func subordinator(prep string) bool {
	switch prep {
	case "after", "before", "because", "since", "as", "while", "although", "though",
		"if", "until", "that", "unless", "whereas", "so", "once", "than", "whether":
		return true
	}
	return false
}

// coordinated returns np and the phrases joined to its left by "and" or
// commas, in order: "A, B and C".
func (p *Parse) coordinated(np int) []int {
	out := []int{np}
	k := np
	for k-2 >= 0 && (p.Chunks[k-1].Kind == Coord || p.Chunks[k-1].Kind == Comma) && p.Chunks[k-2].Kind == NP {
		if p.Chunks[k-1].Kind == Comma && len(out) == 1 {
			break // an apposition, not a list, unless "and" came first
		}
		if _, at := p.Governor(k - 2); at >= 0 {
			break
		}
		k -= 2
		out = append([]int{k}, out...)
	}
	return out
}

// beforeAside returns the chunk before the comma that opens the aside which
// ends at the comma k, -1 where there is none within reach.
func (p *Parse) beforeAside(k int) int {
	for j := k - 1; j > 0 && j > k-24; j-- {
		if p.Chunks[j].Kind == Comma {
			return j - 1
		}
	}
	return -1
}

// antecedent returns the noun phrase that a relative word at chunk k refers
// to: the nearest one to its left, past "in" of "in which".
func (p *Parse) antecedent(k int) int {
	j := k - 1
	for ; j >= 0 && j > k-4; j-- {
		switch p.Chunks[j].Kind {
		case NP:
			// A name without a comma takes no restrictive clause: "the siege
			// of Leningrad that ended ..." is about the siege.
			if _, at := p.Governor(j); j == k-1 && at > 0 && p.Chunks[at-1].Kind == NP && p.Head(j).Tag == "NNP" {
				return at - 1
			}
			return j
		case Prep, Comma:
			continue
		}
		return -1
	}
	return -1
}

// readNonFinite links an infinitive, gerund or participle to the clause that
// governs it and borrows its subject.
func (p *Parse) readNonFinite(i int) {
	cl := &p.Clauses[i]
	k := cl.Verb - 1
	if k < 0 {
		if i+1 < len(p.Clauses) {
			cl.Parent = i + 1
		}
		return
	}
	switch p.Chunks[k].Kind {
	case Prep:
		cl.Marker = p.Head(k).Lower
		cl.Start = k
	case Comma:
		cl.Marker = ","
		if cl.Form == Participle && k > 0 && p.Chunks[k-1].Kind == NP {
			// "the treaty, signed in 1951"
			cl.Subject = []int{k - 1}
			cl.Parent = i - 1
			return
		}
	case NP:
		if cl.Form != Infinitive {
			// "the treaty signed in Paris", "troops crossing the river"
			cl.Subject = []int{k}
			if cl.Form == Participle && i > 0 {
				cl.Parent = i - 1
			}
			return
		}
	}
	if i > 0 {
		cl.Parent = i - 1
		parent := p.Clauses[i-1]
		cl.Subject = parent.Subject
		if cl.Form == Infinitive && k >= 0 && p.Chunks[k].Kind == NP && len(parent.Object) > 0 && parent.Object[len(parent.Object)-1] == k {
			cl.Subject = []int{k} // "ordered the crew to leave"
		}
		if cl.Form == Participle {
			cl.Subject = nil
		}
	}
}
