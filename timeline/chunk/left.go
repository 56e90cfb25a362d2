package chunk

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
			if name := k - 1; name == j+2 && p.Chunks[name].Kind == NP && p.properNP(name) && p.Chunks[j].Kind == NP && !p.properNP(j) {
				// "His deputy, Ann Lee, resigned": the name says who.
				cl.Subject = []int{name}
				cl.Start = j
				return
			}
			k = j
		case Wh:
			cl.Marker = p.Head(k).Lower
			cl.Start = k
			if a := p.antecedent(k); a >= 0 && (cl.Marker == "which" || cl.Marker == "who" || cl.Marker == "that") {
				cl.Subject = []int{a}
				if k > 0 && p.Chunks[k-1].Kind == Comma {
					cl.Subject = p.coordinated(a) // "Ann and Tom, who met in Rome"
				}
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
		if gov, at := p.Governor(k - 2); at >= 0 && !subordinator(gov) {
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
