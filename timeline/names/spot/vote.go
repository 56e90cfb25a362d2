package spot

// votes is what a first reading of a document found of one string or word.
type votes struct {
	key   uint32
	whole [Kinds]uint8 // names that are the string
	last  [Kinds]uint8 // longer names that end in the word
	first [Kinds]uint8 // longer names that begin with it
	bare  uint8        // times that the word stands with a capital in no name
	used  bool
}

// ballot is the table of a document's votes.
type ballot struct {
	slots []votes
	shift uint
	open  bool // counted: the features of votes are on
}

// clear makes room for about n entries.
func (b *ballot) clear(n int) {
	size, shift := 16, uint(28)
	for size < 4*n {
		size *= 2
		shift--
	}
	if cap(b.slots) < size {
		b.slots = make([]votes, size)
	}
	b.slots = b.slots[:size]
	clear(b.slots)
	b.shift = shift
	b.open = false
}

// find returns the entry of a key, or the empty one that it would take.
func (b *ballot) find(key uint32) *votes {
	mask := uint32(len(b.slots) - 1)
	for i := key * 0x9e3779b1 >> b.shift; ; i = (i + 1) & mask {
		v := &b.slots[i]
		if !v.used || v.key == key {
			return v
		}
	}
}

func (b *ballot) enter(key uint32) *votes {
	v := b.find(key)
	v.key, v.used = key, true
	return v
}

func more(n *uint8) {
	if *n < 255 {
		*n++
	}
}

// Vote counts the names that a first reading found, one list for each
// sentence. From then on features tell what other mentions of a name were
// taken for.
func (r *Reader) Vote(found [][]Span) {
	n := 0
	for i := range r.words {
		if r.words[i].begins {
			n++
		}
	}
	b := &r.ballot
	b.clear(n)
	for i, spans := range found {
		ws := r.words[r.from[i]:r.from[i+1]]
		done := 0
		for _, s := range spans {
			b.bare(ws, done, s.Start)
			done = s.End
			more(&b.enter(stringKey(ws, s.Start, s.End)).whole[s.Kind])
			if s.End-s.Start > 1 {
				more(&b.enter(ws[s.Start].lower).first[s.Kind])
				more(&b.enter(ws[s.End-1].lower).last[s.Kind])
			}
		}
		b.bare(ws, done, len(ws))
	}
	b.open = true
}

// bare counts the capitalised words of [from, to), which are in no name.
func (b *ballot) bare(ws []word, from, to int) {
	for k := from; k < to; k++ {
		if w := &ws[k]; w.begins && k > 0 && w.shape&inTitle == 0 {
			more(&b.enter(w.lower).bare)
		}
	}
}

// stringKey is the key of the words [i, j): of a single one, its hash.
func stringKey(ws []word, i, j int) uint32 {
	h := ws[i].lower
	for k := i + 1; k < j; k++ {
		h = (h ^ ws[k].lower>>7 ^ ws[k].lower) * 16777619
	}
	return h
}

// features appends what the votes say of the span [i, j).
func (b *ballot) features(dst []Feature, ws []word, i, j int) []Feature {
	n := uint32(min(j-i, 3))
	whole := b.find(stringKey(ws, i, j))
	tail := b.find(ws[j-1].lower)
	dst = append(dst,
		feature(70, elected(&whole.whole), n, 0),
		feature(71, elected(&whole.whole), uint32(min(whole.bare, 2)), at(ws, i-1).lower),
		feature(72, elected(&tail.last), n, 0),
		feature(73, elected(&tail.first), n, 0),
		feature(74, uint32(min(tail.bare, 3)), elected(&whole.whole), n),
	)
	if j-i > 1 {
		head := b.find(ws[i].lower)
		dst = append(dst,
			feature(75, elected(&head.whole), elected(&tail.whole), n),
			feature(76, elected(&head.first), 0, n),
		)
	}
	return dst
}

// elected is the kind that leads, by how much and out of how many, as one
// number; 0 for no votes.
func elected(v *[Kinds]uint8) uint32 {
	best, total := 0, 0
	for k, n := range v {
		total += int(n)
		if n > v[best] {
			best = k
		}
	}
	if total == 0 {
		return 0
	}
	share := 0
	switch lead := int(v[best]); {
	case lead == total:
		share = 2
	case lead*3 >= total*2:
		share = 1
	}
	size := min(total, 3)
	if total > 5 {
		size = 4
	}
	return uint32(1 + best + int(Kinds)*share + 3*int(Kinds)*size)
}
