package timex

import (
	"slices"
	"strings"
)

// A pattern is a list of elements; each names the classes and words that one
// item may have, and may be missing where it is optional.
type pattern struct {
	elements []element
}

// An element is one place of a pattern.
type element struct {
	class    class
	words    []string
	optional bool
}

func (e *element) accepts(it *item) bool {
	if it.class&e.class != 0 {
		return true
	}
	if it.class&cLit != 0 {
		for _, w := range e.words {
			if it.lower == w {
				return true
			}
		}
	}
	return false
}

func parsePattern(ln line, s string) (pattern, error) {
	var p pattern
	open := true
	for f := range strings.FieldsSeq(s) {
		var e element
		f, e.optional = strings.CutSuffix(f, "?")
		for alt := range strings.SplitSeq(f, "|") {
			if w, ok := strings.CutPrefix(alt, "'"); ok {
				e.words = append(e.words, strings.TrimSuffix(w, "'"))
				continue
			}
			c, ok := classNames[alt]
			if !ok {
				return p, ln.errorf("no class %q", alt)
			}
			e.class |= c
		}
		open = open && e.optional
		p.elements = append(p.elements, e)
	}
	if open {
		return p, ln.errorf("the pattern %q matches nothing at all", s)
	}
	return p, nil
}

// A match is the run of items that a rule's pattern covers.
type match struct {
	lang   *Language
	all    []item // of the whole sentence
	lo, hi int
}

// first returns the first item of the match with a class of c, or one that is
// nothing: a rule may name a reading that its pattern does not serve.
func (m match) first(c class) (*item, bool) {
	for i := m.lo; i < m.hi; i++ {
		if m.all[i].class&c != 0 {
			return &m.all[i], true
		}
	}
	return &noItem, false
}

// at returns the item n places behind the first of the match, or before its end
// where n is negative.
func (m match) at(n int) *item {
	i := m.lo + n
	if n < 0 {
		i = m.hi + n
	}
	if i < m.lo || i >= m.hi {
		return &noItem
	}
	return &m.all[i]
}

func (m match) has(c class) bool { _, ok := m.first(c); return ok }

// marked reports whether an item of the match has a mark.
func (m match) marked(k mark) bool {
	for i := m.lo; i < m.hi; i++ {
		if m.all[i].marks&k != 0 {
			return true
		}
	}
	return false
}

// before returns the item n places before the match.
func (m match) before(n int) *item {
	if m.lo-n < 0 {
		return &noItem
	}
	return &m.all[m.lo-n]
}

// after returns the item n places after the match, 1 being the next.
func (m match) after(n int) *item {
	if m.hi+n-1 >= len(m.all) {
		return &noItem
	}
	return &m.all[m.hi+n-1]
}

// isName: the name of a programme or a paper, "Next Week".
func (m match) isName() bool { return m.lo > 0 && m.all[m.lo].upper && m.all[m.hi-1].upper }

// noItem stands for what lies outside the sentence. It is never written.
var noItem item

// longest returns where the longest match of the pattern at i ends, or -1.
func longest(es []element, items []item, i int) int {
	if len(es) == 0 {
		return i
	}
	best := -1
	if i < len(items) && es[0].accepts(&items[i]) {
		best = longest(es[1:], items, i+1)
	}
	if es[0].optional {
		if end := longest(es[1:], items, i); end > best {
			best = end
		}
	}
	return best
}

// appendReadings matches the rules at every item from left to right. The
// longest match wins, the earlier rule among equals; a rule may refuse what
// its pattern matched.
func appendReadings(dst []reading, l *Language, items []item) []reading {
	for i := 0; i < len(items); {
		best, ok := l.bestAt(items, i)
		if !ok {
			i++
			continue
		}
		if best.kind != kReject {
			dst = append(dst, best)
		}
		i = best.hi
	}
	return dst
}

func (l *Language) bestAt(items []item, i int) (best reading, found bool) {
	if items[i].class == 0 {
		return best, false
	}
	for _, k := range l.startingWith(&items[i]) {
		c := &l.candidates[k]
		end := longest(c.pattern.elements, items, i)
		if end > i+1 && items[end-1].class&cComma != 0 {
			end-- // it was only there for a year
		}
		if end <= i || found && end <= best.hi {
			continue
		}
		m := match{l, items, i, end}
		if !c.rule.accepts(m) {
			continue
		}
		got, ok := c.rule.read(m, &c.rule.params)
		if !ok {
			continue
		}
		got.rule, got.lo, got.hi = c.rule.name, i, end
		best, found = got, true
	}
	return best, found
}

// A candidate is a pattern with its rule, in the order of preference.
type candidate struct {
	rule    *rule
	pattern *pattern
}

// startsWith reports whether the pattern can begin with an item of the class
// and spelling.
func (p *pattern) startsWith(c class, lower string) bool {
	for i := range p.elements {
		e := &p.elements[i]
		if e.class&c != 0 || slices.Contains(e.words, lower) {
			return true
		}
		if !e.optional {
			return false
		}
	}
	return false
}

// startingWith returns the candidates that can begin with the item. Those of
// words and of the usual numbers were collected beforehand.
func (l *Language) startingWith(it *item) []int16 {
	if w, ok := l.starts[it.lower]; ok && it.lower != "" {
		return w
	}
	if c, ok := l.startsByClass[it.class]; ok {
		return c
	}
	return l.collect(it.class, it.lower)
}

func (l *Language) collect(c class, lower string) []int16 {
	var out []int16
	for i := range l.candidates {
		if l.candidates[i].pattern.startsWith(c, lower) {
			out = append(out, int16(i))
		}
	}
	return out
}

// numberClasses are the classes that numbers come in.
var numberClasses = []class{
	cNum, cNum | cDay, cNum | cYear, cOrd, cOrd | cDay, cYear2, cDecade, cClock, cIso, cEra,
}
