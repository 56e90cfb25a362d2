package chunk

import "github.com/causeline/causeline/timeline/nlp"

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
	Finite     Form = iota
	Infinitive      // to meet
	Gerund          // after meeting, killing ten
	Participle      // held in Geneva
)

// A Parse is a sentence in chunks and clauses.
type Parse struct {
	Tokens  []nlp.Token
	Chunks  []Chunk
	Clauses []Clause

	// OpenQuote says that direct speech goes on after the sentence.
	OpenQuote bool

	at     []int  // chunk of each token
	inside []bool // for each chunk, whether it stands inside quotation marks
}

// Quoted reports whether a token stands inside quotation marks.
func (p *Parse) Quoted(token int) bool { return p.inside[p.at[token]] }

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
	if k == np {
		return "", -1
	}
	// "Services in Oslo, Bergen and Voss stopped": a list within the phrase of
	// the noun that opens the sentence.
	for k-2 > 0 && p.Chunks[k-1].Kind == Comma && p.Chunks[k-2].Kind == NP {
		k -= 2
		if k == 2 && p.Chunks[1].Kind == Prep && p.Chunks[0].Kind == NP && p.Head(0).Tag != "NNP" {
			return p.Head(1).Lower, 1
		}
	}
	return "", -1
}

// Read chunks the tokens of a sentence and finds its clauses, in the order of
// their verbs. Borders are as for Split. Quoted says that the sentence begins
// inside direct speech that an earlier one opened.
func Read(toks []nlp.Token, borders map[int]bool, quoted bool) *Parse {
	p := &Parse{Tokens: toks, Chunks: Split(toks, borders), at: make([]int, len(toks))}
	for i, c := range p.Chunks {
		for k := c.Start; k < c.End; k++ {
			p.at[k] = i
		}
	}
	p.inside, p.OpenQuote = p.quoted(quoted)
	for i, c := range p.Chunks {
		if c.Kind != VG {
			continue
		}
		cl := Clause{Verb: i, Parent: -1, Start: i, End: i + 1, Quoted: p.inside[i]}
		p.readVerb(&cl)
		p.Clauses = append(p.Clauses, cl)
	}
	p.actives()
	p.ensureFinite()
	p.reduced()
	for i := range p.Clauses {
		p.readRight(i)
		p.readLeft(i)
		if cl := &p.Clauses[i]; cl.Form == Finite && len(cl.Subject) == 0 {
			cl.Subject = p.treeSubject(p.Chunks[cl.Verb].Head)
		}
	}
	return p
}

// actives takes a bare participle for a finite verb where it has a subject
// before it and what stands around them leaves no room for a passive: "a deal
// that the bank signed", "and a court convicted three men".
func (p *Parse) actives() {
	for i := range p.Clauses {
		cl := &p.Clauses[i]
		k := cl.Verb
		c := p.Chunks[k]
		if cl.Form != Participle || c.End-c.Start != 1 || k < 2 || p.Chunks[k-1].Kind != NP {
			continue
		}
		wh := p.Head(k-2).Lower == "that" || p.Head(k-2).Lower == "which"
		joined := p.Chunks[k-2].Kind == Coord && k > 2 && p.Chunks[k-3].Kind == Comma && k+1 < len(p.Chunks) && p.Chunks[k+1].Kind == NP
		if wh || joined {
			cl.Form, cl.Passive = Finite, false
		}
	}
}

// ensureFinite takes a bare participle for a finite verb where a sentence has
// no finite verb of its own: taggers mistake "concluded" after a long subject
// for a participle. The first that has an object is taken, since a reduced
// relative has none, else the last.
func (p *Parse) ensureFinite() {
	best := -1
	for i, cl := range p.Clauses {
		if cl.Form == Finite && !p.inRelative(cl.Verb) && !p.inComplement(cl.Verb) && !(best >= 0 && p.Chunks[cl.Verb-1].Kind == Coord) {
			return
		}
		c := p.Chunks[cl.Verb]
		if cl.Form != Participle || cl.Verb == 0 || c.End-c.Start != 1 || p.Chunks[cl.Verb-1].Kind == Comma && p.beforeAside(cl.Verb-1) < 0 {
			continue
		}
		best = i
		if cl.Verb+1 < len(p.Chunks) && p.Chunks[cl.Verb+1].Kind == NP {
			break
		}
	}
	if best >= 0 {
		p.Clauses[best].Form, p.Clauses[best].Passive = Finite, false
	}
}

// inRelative reports whether a relative word stands before a verb group, with
// at most a subject between them.
func (p *Parse) inRelative(vg int) bool {
	for k := vg - 1; k >= 0 && k >= vg-3; k-- {
		switch p.Chunks[k].Kind {
		case Wh:
			return true
		case NP, Other:
		default:
			return false
		}
	}
	return false
}

// inComplement reports whether "that" or another subordinating word opens the
// clause of a verb group: nothing but its subject stands between them.
func (p *Parse) inComplement(vg int) bool {
	for k := vg - 1; k >= 0 && k >= vg-8; k-- {
		switch p.Chunks[k].Kind {
		case Prep:
			if subordinator(p.Head(k).Lower) {
				return true
			}
		case NP, Other, Coord:
		default:
			return false
		}
	}
	return false
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
		if finite && cl.Form == Finite && c.End-c.Start == 1 && p.Tokens[c.Head].Tag == "VBD" && p.renamed(k) {
			cl.Form, cl.Passive = Participle, true // "the league, then called the Union"
		}
		finite = finite || cl.Form == Finite
	}
}

// renamed reports whether "then", "now" and the like stand between a comma
// behind a noun phrase and the verb group at chunk k.
func (p *Parse) renamed(k int) bool {
	if k < 3 || p.Chunks[k-2].Kind != Comma || p.Chunks[k-3].Kind != NP {
		return false
	}
	switch p.Head(k - 1).Lower {
	case "then", "now", "formerly", "once", "originally", "previously":
		return p.Head(k).Lemma == "call" || p.Head(k).Lemma == "know" || p.Head(k).Lemma == "name"
	}
	return false
}

// quoted says for each chunk whether it stands inside quotation marks, and
// whether they are still open at the end. A sentence whose first mark closes
// begins inside: `We left early," she said.`
func (p *Parse) quoted(inside bool) ([]bool, bool) {
	in := make([]bool, len(p.Chunks))
	open := inside
	for k, t := range p.Tokens {
		if isQuoteMark(t) {
			if !p.loose(k) {
				open = !p.opens(k)
			}
			break
		}
	}
	for i, c := range p.Chunks {
		in[i] = open
		for k := c.Start; k < c.End; k++ {
			switch {
			case !isQuoteMark(p.Tokens[k]):
			case p.loose(k):
				open = !open
			default:
				open = p.opens(k)
			}
		}
		if c.Kind == QuoteMark {
			in[i] = false
		}
	}
	return in, open
}

// loose reports whether the quotation mark at token k has no shape that tells
// which way it faces, and spaces on both sides.
func (p *Parse) loose(k int) bool {
	return p.Tokens[k].Text == `"` && k > 0 && k+1 < len(p.Tokens) && p.Tokens[k-1].End < p.Tokens[k].Start && p.Tokens[k].End < p.Tokens[k+1].Start
}

// opens reports whether the quotation mark at token k opens: by its shape or,
// where it has none, by the space before it.
func (p *Parse) opens(k int) bool {
	switch p.Tokens[k].Text {
	case "“", "«", "„", "``":
		return true
	case "”", "»", "''":
		return false
	}
	if k == 0 {
		return len(p.Tokens) > 1
	}
	return p.Tokens[k-1].End < p.Tokens[k].Start || p.Tokens[k-1].Text == "(" || p.Tokens[k-1].Tag == ":" && k+1 < len(p.Tokens) && p.Tokens[k+1].Start == p.Tokens[k].End
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
	case Coord:
		if prev := p.Clauses[max(i-1, 0)]; i > 0 && cl.Form == Participle && prev.Passive && prev.Form == Finite && p.Chunks[cl.Verb].End-p.Chunks[cl.Verb].Start == 1 {
			// "was arrested and charged": the auxiliary serves both.
			cl.Form, cl.Subject, cl.Marker = Finite, prev.Subject, prev.Marker
			cl.Negated, cl.Modal = prev.Negated, prev.Modal
			return
		}
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
			cl.Subject = parent.Object // "ordered the crew and the pilot to leave"
		}
		if cl.Form == Participle {
			cl.Subject = nil
		}
	}
}
