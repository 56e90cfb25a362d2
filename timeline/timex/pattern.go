package timex

import (
	"fmt"
	"strings"
)

// A rule gives a meaning to the items that its pattern matches. A pattern is
// a list of elements between spaces; an element names classes or 'words' with
// | between them, and ? after it makes it optional:
//
//	the? month day|ord comma? year
type rule struct {
	name    string
	pattern string
	read    func(m match) (reading, bool)
}

// A match is the run of items that a rule's pattern covers.
type match struct {
	all    []item // of the whole sentence
	lo, hi int
}

// first returns the first item of the match with a class of c.
func (m match) first(c class) (*item, bool) { return m.nth(c, 0) }

// nth returns the item number n, from 0, of those with a class of c.
func (m match) nth(c class, n int) (*item, bool) {
	for i := m.lo; i < m.hi; i++ {
		if m.all[i].class&c != 0 {
			if n == 0 {
				return &m.all[i], true
			}
			n--
		}
	}
	return nil, false
}

// has reports whether the match holds an item spelled so.
func (m match) has(lower string) bool {
	for i := m.lo; i < m.hi; i++ {
		if m.all[i].lower == lower {
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

// noItem stands for what lies outside the sentence. It is never written.
var noItem item

// An element is one place of a compiled pattern.
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

// first is the set of classes that the pattern can start with.
type compiled struct {
	rule     *rule
	elements []element
	first    class
}

// program is every rule, compiled once.
var program = compile(allRules)

func compile(rules []rule) []compiled {
	out := make([]compiled, len(rules))
	for i := range rules {
		c := compiled{rule: &rules[i]}
		open := true
		for _, f := range strings.Fields(rules[i].pattern) {
			e := parseElement(rules[i].name, f)
			if open {
				c.first |= e.class
				if len(e.words) > 0 {
					c.first |= cLit
				}
				open = e.optional
			}
			c.elements = append(c.elements, e)
		}
		out[i] = c
	}
	return out
}

// parseElement panics on a pattern that names no class: the tables are part of
// the program, and the first test finds it.
func parseElement(rule, s string) element {
	var e element
	s, e.optional = strings.CutSuffix(s, "?")
	for _, alt := range strings.Split(s, "|") {
		if w, ok := strings.CutPrefix(alt, "'"); ok {
			e.words = append(e.words, strings.TrimSuffix(w, "'"))
			continue
		}
		c, ok := classNames[alt]
		if !ok {
			panic(fmt.Sprintf("timex: rule %s: no class %q", rule, alt))
		}
		e.class |= c
	}
	return e
}

// literals lists the words that the rules name.
func literals(rules []rule) []string {
	var out []string
	for i := range rules {
		for _, f := range strings.Fields(rules[i].pattern) {
			for _, alt := range strings.Split(strings.TrimSuffix(f, "?"), "|") {
				if w, ok := strings.CutPrefix(alt, "'"); ok {
					out = append(out, strings.TrimSuffix(w, "'"))
				}
			}
		}
	}
	return out
}

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
func appendReadings(dst []reading, items []item) []reading {
	for i := 0; i < len(items); {
		if items[i].class == 0 {
			i++
			continue
		}
		var best reading
		found := false
		for p := range program {
			c := &program[p]
			if items[i].class&c.first == 0 {
				continue
			}
			end := longest(c.elements, items, i)
			if end <= i || found && end <= best.hi {
				continue
			}
			r, ok := c.rule.read(match{items, i, end})
			if !ok {
				continue
			}
			r.rule, r.lo, r.hi = c.rule.name, i, end
			best, found = r, true
		}
		if !found {
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

func fields(s string) []string { return strings.Fields(s) }
