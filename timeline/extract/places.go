package extract

import (
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/names"
)

// verbPlaces reads "in", "at", "near" and "on" phrases of the clause.
func (r *reader) verbPlaces(m *Mention, i int) {
	for _, ph := range r.parse.Clauses[i].Phrases {
		if locative(ph.Prep) {
			m.Places = appendNew(m.Places, r.places(ph.NP)...)
		}
	}
	if i != r.finite {
		return
	}
	// "In Lima on Monday, the two signed the treaty."
	p := r.parse
	for k := 0; k+1 < p.Clauses[i].Start && p.Chunks[k].Kind != chunk.VG; k++ {
		if p.Chunks[k].Kind == chunk.Prep && p.Chunks[k+1].Kind == chunk.NP && locative(p.Head(k).Lower) && r.leading(p.Chunks[k].Start) {
			for _, n := range r.doc.Names.In(r.index, p.Chunks[k+1].Start, p.Chunks[k+1].End) {
				if e := r.doc.Names.Entities[n.Entity]; e.Kind == names.Place || e.Kind == names.Country && !n.Demonym {
					m.Places = appendNew(m.Places, n.Entity)
				}
			}
		}
	}
}

// nounPlaces reads where an event noun took place: a place before it ("the
// Geneva talks"), a phrase behind it, or the phrases of a verb that carries it.
func (r *reader) nounPlaces(m *Mention) {
	p := r.parse
	c := p.Chunks[m.NP]
	for _, n := range r.doc.Names.Mentions[r.index] {
		if n.Start >= c.Start && n.End <= m.Start && r.doc.Names.Entities[n.Entity].Kind == names.Place && !r.possessor(n.End) {
			m.Places = appendNew(m.Places, n.Entity)
		}
	}
	for k := m.NP + 1; k < len(p.Chunks) && k < m.NP+16; k++ {
		ch := p.Chunks[k]
		if ch.Kind == chunk.VG || ch.Kind == chunk.Wh || ch.Kind == chunk.QuoteMark {
			break
		}
		if ch.Kind != chunk.NP {
			continue
		}
		gov, _ := p.Governor(k)
		if len(r.nounsIn(k)) > 0 || gov == "after" || gov == "before" || gov == "following" || gov == "since" {
			break
		}
		if locative(gov) {
			m.Places = appendNew(m.Places, r.places(k)...)
		}
	}
	if m.Clause < 0 {
		return
	}
	cl := p.Clauses[m.Clause]
	if !contains(cl.Subject, m.NP) && !contains(cl.Object, m.NP) {
		return
	}
	for _, ph := range cl.Phrases {
		if locative(ph.Prep) && !r.elsewhere(ph, m.NP) {
			m.Places = appendNew(m.Places, r.places(ph.NP)...)
		}
	}
}

// elsewhere reports whether a phrase follows another event noun, whose place
// it then gives: "would affect the war in Mali".
func (r *reader) elsewhere(ph chunk.Phrase, np int) bool {
	before := ph.At - 1
	return before >= 0 && before != np && r.parse.Chunks[before].Kind == chunk.NP && len(r.nounsIn(before)) > 0
}

// places returns the places, and countries that are not participants, of a
// noun phrase and of the phrases that continue it ("a hall in Lyon").
func (r *reader) places(np int) []int {
	var out []int
	p := r.parse
	for k := np; k < len(p.Chunks) && k < np+6; k++ {
		ch := p.Chunks[k]
		if ch.Kind == chunk.NP {
			if k > np && len(r.nounsIn(k)) > 0 {
				break
			}
			for _, n := range r.doc.Names.In(r.index, ch.Start, ch.End) {
				e := r.doc.Names.Entities[n.Entity]
				if e.Kind == names.Place || e.Kind == names.Country && !n.Demonym && !r.possessor(n.End) {
					out = appendNew(out, n.Entity)
				}
			}
			continue
		}
		if k > np && ch.Kind == chunk.Prep && (locative(p.Head(k).Lower) || p.Head(k).Lower == "of") || ch.Kind == chunk.Comma && k > np && p.Tokens[ch.Start].Text == "," {
			continue
		}
		break
	}
	return out
}

func locative(prep string) bool {
	switch prep {
	case "in", "at", "near", "on", "off", "outside", "inside":
		return true
	}
	return false
}

// possessor reports whether the token at i makes what stands before it a
// possessor: the country of "Chile's navy" is not where something happened.
func (r *reader) possessor(i int) bool {
	return i < len(r.parse.Tokens) && r.parse.Tokens[i].Tag == "POS"
}
