package spot

import "math"

// lattice is the state of the search over one sentence.
type lattice struct {
	best  []node // one for each border between words and each kind named last
	feats []Feature
}

// node is the best way to a border between two words.
type node struct {
	score int32
	start int32 // of the name that ends here, -1 for a word that is none
	from  uint8 // kind named last before it
}

const unreached = math.MinInt32 / 2

// lasts is the number of states: what kind was named last in the sentence,
// and none.
const lasts = int(Kinds) + 1

// A Visitor is asked for what is added to the score of a name.
type Visitor func(start, end int, k Kind) int32

// Best appends the best sequence of names of sentence i. extra, which may be
// nil, is added to the score of each name.
func (r *Reader) Best(m Scorer, i int, extra Visitor, dst []Span) []Span {
	ws := r.words[r.from[i]:r.from[i+1]]
	any := false
	for k := range ws {
		if ws[k].begins {
			any = true
			break
		}
	}
	if !any {
		return dst
	}
	l := &r.lattice
	size := (len(ws) + 1) * lasts
	if cap(l.best) < size {
		l.best = make([]node, size+size/2)
	}
	l.best = l.best[:size]
	for k := range l.best {
		l.best[k].score = unreached
	}
	l.best[Kinds].score = 0
	for k := range ws {
		here := l.best[k*lasts : (k+1)*lasts]
		next := l.best[(k+1)*lasts:]
		for s := range lasts {
			if here[s].score > next[s].score {
				next[s] = node{score: here[s].score, start: -1, from: uint8(s)}
			}
		}
		if !ws[k].begins {
			continue
		}
		for end := k + 1; end <= len(ws) && end <= k+MaxSpan; end++ {
			w := &ws[end-1]
			if !w.begins && !w.links {
				break
			}
			if !endsName(ws, k, end) {
				continue
			}
			l.feats = features(l.feats[:0], ws, k, end)
			if r.ballot.open {
				l.feats = r.ballot.features(l.feats, ws, k, end)
			}
			scores := m.Score(l.feats)
			to := l.best[end*lasts:]
			for s := range lasts {
				if here[s].score == unreached {
					continue
				}
				link := m.Score1(transition(ws, k, s))
				for t := range Kinds {
					v := here[s].score + scores[t] + link[t]
					if extra != nil {
						v += extra(k, end, t)
					}
					if v > to[t].score {
						to[t] = node{score: v, start: int32(k), from: uint8(s)}
					}
				}
			}
		}
	}
	return l.back(len(ws), dst)
}

// endsName reports whether a name that begins at start can end before end.
func endsName(ws []word, start, end int) bool {
	w := &ws[end-1]
	return w.begins || end > start+1 && (w.shape&hasDigit != 0 || w.lower == possessive || w.lower == possessiveBare)
}

var (
	possessive     = hash("'s")
	possessiveBare = hash("'")
)

// transition is the feature of what was named last and the words between.
func transition(ws []word, start, last int) Feature {
	p := at(ws, start-1)
	near := uint32(0)
	switch {
	case p.begins:
		near = 1
	case at(ws, start-2).begins:
		near = 2
	}
	if near == 0 {
		return feature(60, uint32(last), 0, 0)
	}
	return feature(61, uint32(last), p.lower, near)
}

// back follows the best way from the end and appends its names in order.
func (l *lattice) back(n int, dst []Span) []Span {
	s := 0
	row := l.best[n*lasts:]
	for k := range lasts {
		if row[k].score > row[s].score {
			s = k
		}
	}
	from := len(dst)
	for n > 0 {
		b := l.best[n*lasts+s]
		if b.start < 0 {
			n--
			continue
		}
		before := l.best[int(b.start)*lasts+int(b.from)].score
		dst = append(dst, Span{Start: int(b.start), End: n, Kind: Kind(s), Score: b.score - before})
		n, s = int(b.start), int(b.from)
	}
	for a, z := from, len(dst)-1; a < z; a, z = a+1, z-1 {
		dst[a], dst[z] = dst[z], dst[a]
	}
	return dst
}

// Features appends the features of a name of sentence i, given what was named
// last before it (Kinds for nothing), as training counts them.
func (r *Reader) Features(dst []Feature, i int, s Span, last Kind) []Feature {
	ws := r.words[r.from[i]:r.from[i+1]]
	dst = features(dst, ws, s.Start, s.End)
	if r.ballot.open {
		dst = r.ballot.features(dst, ws, s.Start, s.End)
	}
	return append(dst, transition(ws, s.Start, int(last)))
}

// Reaches reports whether the search looks at a span of sentence i at all.
func (r *Reader) Reaches(i int, s Span) bool {
	ws := r.words[r.from[i]:r.from[i+1]]
	if s.End-s.Start > MaxSpan || !ws[s.Start].begins || !endsName(ws, s.Start, s.End) {
		return false
	}
	for k := s.Start; k < s.End; k++ {
		if !ws[k].begins && !ws[k].links {
			return false
		}
	}
	return true
}
