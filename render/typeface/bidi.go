package typeface

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// maxDepth is the deepest embedding, max_depth of UAX #9.
const maxDepth = 125

// bidiLevels returns the level of a line, 0 or 1, and of each of its
// characters after the Unicode bidirectional algorithm (UAX #9, rules P2 to
// L1). Odd levels run from right to left. golang.org/x/text knows the classes
// of characters but tells directions only; without levels, numbers cannot be
// put in order.
func bidiLevels(text []rune) (base uint8, levels []uint8) {
	levels = make([]uint8, len(text))
	if !slices.ContainsFunc(text, turns) {
		return 0, levels
	}
	p := &paragraph{text: text, levels: levels, classes: make([]bidi.Class, len(text)), match: make([]int, len(text))}
	for i, r := range text {
		props, _ := bidi.LookupRune(r)
		p.classes[i] = props.Class()
	}
	p.original = slices.Clone(p.classes)
	p.matchIsolates()
	p.base = p.firstStrong(0, len(text), 0)
	p.explicit()
	for _, sequence := range p.sequences() {
		sequence.weak()
		sequence.brackets()
		sequence.neutral()
		sequence.implicit()
	}
	p.fill()
	return p.base, levels
}

// turns reports whether a character may have another level than 0. No
// character before Hebrew is right-to-left or a control of direction.
func turns(r rune) bool {
	if r < 0x590 {
		return false
	}
	props, _ := bidi.LookupRune(r)
	switch props.Class() {
	case bidi.L, bidi.EN, bidi.ES, bidi.ET, bidi.CS, bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.BN, bidi.NSM:
		return false
	}
	return true
}

// A paragraph is the state of the algorithm.
type paragraph struct {
	text     []rune
	original []bidi.Class // as in the character database
	classes  []bidi.Class // as resolved so far
	levels   []uint8
	match    []int // of an isolate initiator its PDI, of a matched PDI its initiator; else -1
	base     uint8
}

func initiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed reports whether rule X9 takes a character out.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matchIsolates pairs isolate initiators with their ends (BD9).
func (p *paragraph) matchIsolates() {
	var open []int
	for i, c := range p.original {
		p.match[i] = -1
		switch {
		case initiator(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			k := open[len(open)-1]
			open = open[:len(open)-1]
			p.match[i], p.match[k] = k, i
		}
	}
}

// firstStrong returns the level that the first strong character gives (P2,
// P3), or none where there is no such character.
func (p *paragraph) firstStrong(from, to int, none uint8) uint8 {
	for i := from; i < to; i++ {
		switch c := p.original[i]; {
		case c == bidi.L:
			return 0
		case c == bidi.R || c == bidi.AL:
			return 1
		case initiator(c) && p.match[i] >= 0:
			i = p.match[i]
		case initiator(c):
			return none
		}
	}
	return none
}

// A status is an entry of the stack of rule X1.
type status struct {
	level    uint8
	override bidi.Class // bidi.ON for none
	isolate  bool
}

// explicit sets the levels that controls of direction ask for (X1 to X8).
func (p *paragraph) explicit() {
	stack := []status{{p.base, bidi.ON, false}}
	overIsolates, overEmbeddings := 0, 0
	for i, c := range p.original {
		top := stack[len(stack)-1]
		switch {
		case initiator(c):
			p.set(i, top)
			next := p.next(c, i, top.level)
			if next <= maxDepth && overIsolates == 0 && overEmbeddings == 0 {
				stack = append(stack, status{next, bidi.ON, true})
			} else {
				overIsolates++
			}
			continue
		case c == bidi.PDI:
			switch {
			case overIsolates > 0:
				overIsolates--
			case p.match[i] >= 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
			}
			p.set(i, stack[len(stack)-1])
		case c == bidi.PDF:
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case c == bidi.LRE, c == bidi.RLE, c == bidi.LRO, c == bidi.RLO:
			next := p.next(c, i, top.level)
			switch {
			case next <= maxDepth && overIsolates == 0 && overEmbeddings == 0:
				stack = append(stack, status{next, override(c), false})
			case overIsolates == 0:
				overEmbeddings++
			}
		case c == bidi.BN:
		default:
			p.set(i, top)
		}
	}
}

// set gives a character the level of the stack's top, and its override.
func (p *paragraph) set(i int, top status) {
	p.levels[i] = top.level
	if top.override != bidi.ON {
		p.classes[i] = top.override
	}
}

// next returns the level that a control opens: the next odd or even one.
func (p *paragraph) next(c bidi.Class, i int, level uint8) uint8 {
	odd := c == bidi.RLE || c == bidi.RLO || c == bidi.RLI
	if c == bidi.FSI {
		end := p.match[i]
		if end < 0 {
			end = len(p.text)
		}
		odd = p.firstStrong(i+1, end, 0) == 1
	}
	if odd {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

func override(c bidi.Class) bidi.Class {
	switch c {
	case bidi.LRO:
		return bidi.L
	case bidi.RLO:
		return bidi.R
	}
	return bidi.ON
}

// fill gives removed characters the level of what stands before them, and
// trailing spaces that of the line (L1).
func (p *paragraph) fill() {
	before := p.base
	for i, c := range p.original {
		if removed(c) {
			p.levels[i] = before
		}
		before = p.levels[i]
	}
	for i := len(p.text) - 1; i >= 0; i-- {
		c := p.original[i]
		if c != bidi.WS && c != bidi.PDI && !initiator(c) && !removed(c) {
			break
		}
		p.levels[i] = p.base
	}
}

// visualOrder returns items from left to right (L2).
func visualOrder(items []item) []item {
	var high uint8
	for _, it := range items {
		high = max(high, it.level)
	}
	for level := high; level > 0; level-- {
		for i := 0; i < len(items); i++ {
			j := i
			for j < len(items) && items[j].level >= level {
				j++
			}
			slices.Reverse(items[i:j])
			i = j
		}
	}
	return items
}
