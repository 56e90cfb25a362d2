package chunk

import "strings"

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
			case k > 1 && p.Chunks[k-1].Kind == Comma && p.lists(k-1):
				cl.also(k-2, k)
			case k > 2 && p.Chunks[k-1].Kind == Coord && p.Chunks[k-2].Kind == Comma && p.lists(k-2):
				cl.also(k-3, k)
			case p.afterDay(cl, k) && !p.subjectOfNext(k):
				cl.Object = []int{k} // "announced on Tuesday the sale of the mill"
			case len(cl.Object) == 0 && len(cl.Phrases) == 0:
				if k == cl.Verb+1 && cl.Form == Finite && !p.inRelative(cl.Verb) && p.complement(k) {
					cl.End = k
					return
				}
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

// also adds the noun phrase np to the list that the phrase before belongs to.
func (cl *Clause) also(before, np int) {
	if n := len(cl.Phrases); n > 0 && cl.Phrases[n-1].NP == before {
		last := cl.Phrases[n-1]
		cl.Phrases = append(cl.Phrases, Phrase{last.Prep, last.At, np})
		return
	}
	if n := len(cl.Object); n > 0 && cl.Object[n-1] == before {
		cl.Object = append(cl.Object, np)
	}
}

// afterDay reports whether the noun phrase at chunk k stands right behind a
// weekday that alone stands between the verb and its object.
func (p *Parse) afterDay(cl *Clause, k int) bool {
	if p.Chunks[k-1].Kind != NP || !strings.HasSuffix(p.Head(k-1).Lower, "day") || p.Head(k-1).Tag != "NNP" {
		return false
	}
	if len(cl.Phrases) == 0 {
		return k-1 == cl.Verb+1 && len(cl.Object) == 1
	}
	return len(cl.Object) == 0 && len(cl.Phrases) == 1 && cl.Phrases[0].NP == k-1 && cl.Phrases[0].At == cl.Verb+1
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
	return n.Kind == NP && p.Tokens[n.Head].Tag == "CD" && n.End-n.Start == 1 || p.lists(k)
}

// lists reports whether the comma at chunk k joins noun phrases of a list that
// ends with "and" or "or" and a phrase that is nobody's subject: "sank a
// ferry, two boats and a barge".
func (p *Parse) lists(k int) bool {
	if k == 0 || p.Chunks[k-1].Kind != NP || k+1 < len(p.Chunks) && p.Chunks[k+1].Kind == NP && p.properNP(k-1) && !p.properNP(k+1) {
		return false // "in Basel, the city's largest hall and a museum": an apposition
	}
	for j := k; j+1 < len(p.Chunks) && j < k+24; j += 2 {
		next := j + 1
		if p.Chunks[j].Kind == Comma && p.Chunks[next].Kind == Coord {
			j, next = j+1, next+1
		}
		if next >= len(p.Chunks) || p.Chunks[next].Kind != NP || p.Chunks[j].Kind == Comma && p.Tokens[p.Chunks[j].Start].Text != "," {
			return false
		}
		if p.Chunks[j].Kind == Coord {
			return !p.subjectOfNext(next)
		}
		if p.Chunks[j].Kind != Comma {
			return false
		}
	}
	return false
}

// complement reports whether the noun phrase at chunk k, right after a verb,
// is the subject of a clause that the verb brings: "said it would close".
// A past form before "by" is a participle: "sank a ship owned by the bank".
func (p *Parse) complement(k int) bool {
	if !p.subjectOfNext(k) {
		return false
	}
	j := k + 1
	for p.Chunks[j].Kind != VG {
		j++
	}
	c := p.Chunks[j]
	return c.End-c.Start > 1 || j+1 >= len(p.Chunks) || p.Chunks[j+1].Kind != Prep || p.Head(j+1).Lower != "by"
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
