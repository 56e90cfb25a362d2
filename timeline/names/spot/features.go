package spot

// A Feature is the row of the weights that an observation is hashed to.
type Feature uint32

// Bits is the width of the table of weights: 2^Bits rows.
const Bits = 18

func feature(template, a, b, c uint32) Feature {
	h := uint64(template)*0x9e3779b97f4a7c15 + uint64(a)
	h = (h ^ h>>31) * 0xbf58476d1ce4e5b9
	h += uint64(b)
	h = (h ^ h>>29) * 0x94d049bb133111eb
	h += uint64(c)
	h = (h ^ h>>32) * 0x9e3779b97f4a7c15
	return Feature(h >> (64 - Bits))
}

// Where a token stands in a span.
const (
	single = iota
	first
	inside
	last
)

var border = word{lower: 1, class: 1 << 31, tag: 31}

// at returns a word of the sentence ws, or its border.
func at(ws []word, i int) *word {
	if i < 0 || i >= len(ws) {
		return &border
	}
	return &ws[i]
}

// features appends the features of the span [i, j) of a sentence.
func features(dst []Feature, ws []word, i, j int) []Feature {
	n := uint32(j - i)
	var spanLower, spanShape, spanClass uint32 = fnv, fnv, fnv
	for k := i; k < j; k++ {
		w := &ws[k]
		pos := uint32(inside)
		switch {
		case n == 1:
			pos = single
		case k == i:
			pos = first
		case k == j-1:
			pos = last
		}
		spanLower = (spanLower ^ w.lower) * 16777619
		spanShape = (spanShape ^ w.shape) * 16777619
		spanClass = (spanClass ^ w.class) * 16777619
		dst = append(dst,
			feature(1, pos, w.lower, 0),
			feature(2, pos, w.shape, w.tag),
			feature(3, pos, w.class, 0),
			feature(5, pos, w.tag, w.doc&(docSmall|docCapital)),
		)
		if w.begins {
			dst = append(dst,
				feature(6, pos, w.suf3, 0),
				feature(7, pos, w.suf2, w.shape),
				feature(8, pos, w.pre3, 0),
				feature(9, pos, w.doc, 0),
			)
			for _, g := range w.grams[:w.gramN] {
				dst = append(dst, feature(14, pos, g, 0))
			}
		}
		for c := w.class; c != 0; c &= c - 1 {
			dst = append(dst, feature(10, pos, c&-c, 0))
		}
		if k > i {
			p := &ws[k-1]
			dst = append(dst,
				feature(11, p.lower, w.lower, 0),
				feature(12, p.class, w.class, 0),
				feature(13, p.shape, w.shape, pos),
			)
		}
	}
	return context(dst, ws, i, j, spanLower, spanShape, spanClass)
}

// context appends the features of the span as a whole and of what stands
// around it.
func context(dst []Feature, ws []word, i, j int, lower, shape, class uint32) []Feature {
	n := uint32(j - i)
	p, p2, q, q2 := at(ws, i-1), at(ws, i-2), at(ws, j), at(ws, j+1)
	a, z := &ws[i], &ws[j-1]
	list := lists(ws, i, j)
	start := uint32(0)
	if i == 0 {
		start = 1
	}
	dst = append(dst,
		feature(20, n, 0, 0),
		feature(21, lower, n, 0),
		feature(22, shape, n, start),
		feature(23, class, n, 0),
		feature(24, list, 0, 0),
		feature(25, list, p.lower, 0),
		feature(26, a.class, z.class, n),
		feature(27, start, a.tag, a.class),
		feature(28, start, a.doc&(docSmall|docCapital), n),
		feature(30, p.lower, 0, 0),
		feature(31, p.lower, p2.lower, 0),
		feature(32, q.lower, 0, 0),
		feature(33, q.lower, q2.lower, 0),
		feature(34, p.tag, q.tag, 0),
		feature(35, p.class, 0, 0),
		feature(36, q.class, 0, 0),
		feature(37, p.lower, q.lower, 0),
		feature(38, p.lower, n, z.class),
		feature(39, q.lower, z.class, 0),
		feature(40, p.tag, p.class, z.class),
		feature(41, p.shape, q.shape, n),
		feature(42, p.tag, p2.tag, n),
		feature(43, q.tag, q2.tag, n),
		feature(44, p2.lower, 0, 0),
		feature(45, q2.lower, 0, 0),
		feature(46, p.lower, z.suf3, 0),
	)
	h := governed(ws, i, j)
	dst = append(dst,
		feature(80, h.rel, n, 0),
		feature(81, h.rel, h.gov, 0),
		feature(82, h.gov, z.class, 0),
		feature(83, h.prep, h.rel, 0),
		feature(84, h.prep, h.gov, 0),
		feature(85, h.rel, z.class, 0),
	)
	if q.begins || p.begins {
		dst = append(dst, feature(47, p.class, a.class, q.class))
	}
	for b := uint32(0); b < docBits; b++ {
		if z.doc&(1<<b) != 0 {
			dst = append(dst, feature(50, b, min(n, 3), 0))
		}
	}
	if n > 1 {
		for b := uint32(0); b < docBits; b++ {
			if a.doc&(1<<b) != 0 {
				dst = append(dst, feature(51, b, min(n, 3), 0))
			}
		}
	}
	return dst
}

// governed returns the word of the span [i, j) that hangs from outside it.
func governed(ws []word, i, j int) *word {
	for k := j - 1; k >= i; k-- {
		if h := int(ws[k].head); h < i || h >= j {
			return &ws[k]
		}
	}
	return &ws[j-1]
}

// lists says how a span meets the gazetteers: the entries that it is, that it
// begins with and that it ends with, and whether it cuts one.
func lists(ws []word, i, j int) uint32 {
	var exact, begin, end, cut uint32
	n := j - i
	for _, l := range ws[i].list {
		switch {
		case l.n == 0:
		case int(l.n) == n:
			exact |= 1 << l.kind
		case int(l.n) < n:
			begin |= 1 << l.kind
		default:
			cut = 1
		}
	}
	for k := i + 1; k < j; k++ {
		for _, l := range ws[k].list {
			if l.n > 0 && k+int(l.n) == j {
				end |= 1 << l.kind
			}
		}
	}
	return exact | begin<<9 | end<<18 | cut<<28
}
