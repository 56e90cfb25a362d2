package timex

import "strings"

// A condition says something of the items in and around a match:
//
//	PLACE TEST & PLACE TEST ...
//
// All parts must hold. A place is first, last, any, before, before2, after,
// after2, or classes: the first item of the match that has one of them. A test
// is a choice with | of what + joins: a class, 'a word', @mark, tag:N (the
// part of speech starts so), value:NI (what words.txt gives), capital, hyphen,
// glued, plain (of no class), none (no item there); ! turns one around.
//
// Two conditions stand alone: start (the match opens its sentence) and name
// (it does not, and its first and last words have capitals).
type condition []clause

type clause struct {
	place  string
	class  class
	choice [][]atom
}

// An atom is one test of an item.
type atom struct {
	not   bool
	kind  string
	class class
	mark  mark
	text  string
}

func parseCondition(ln line, s string) (condition, error) {
	var out condition
	for part := range strings.SplitSeq(s, " & ") {
		place, test, _ := strings.Cut(strings.TrimSpace(part), " ")
		c := clause{place: place}
		switch strings.TrimPrefix(place, "!") {
		case "start", "name":
			if test != "" {
				return nil, ln.errorf("%s takes no test", place)
			}
			out = append(out, c)
			continue
		case "first", "last", "any", "before", "before2", "after", "after2":
		default:
			for name := range strings.SplitSeq(place, "|") {
				bit, ok := classNames[name]
				if !ok && !strings.HasPrefix(name, "'") {
					return nil, ln.errorf("no place %q", place)
				}
				c.class |= bit
			}
			c.place = "class"
			if w, ok := strings.CutPrefix(place, "'"); ok {
				c.place = "word:" + strings.TrimSuffix(w, "'")
			}
		}
		for alt := range strings.SplitSeq(test, "|") {
			var all []atom
			for a := range strings.SplitSeq(alt, "+") {
				at, ok := parseAtom(a)
				if !ok {
					return nil, ln.errorf("no test %q", a)
				}
				all = append(all, at)
			}
			c.choice = append(c.choice, all)
		}
		out = append(out, c)
	}
	return out, nil
}

func parseAtom(s string) (atom, bool) {
	var a atom
	s, a.not = strings.CutPrefix(s, "!")
	switch {
	case s == "":
		return a, false
	case strings.HasPrefix(s, "'"):
		a.kind, a.text = "word", strings.TrimSuffix(s[1:], "'")
	case strings.HasPrefix(s, "tag:"):
		a.kind, a.text = "tag", s[len("tag:"):]
	case strings.HasPrefix(s, "value:"):
		a.kind, a.text = "value", s[len("value:"):]
	case strings.HasPrefix(s, "@"):
		m, ok := markNames[s[1:]]
		a.kind, a.mark = "mark", m
		return a, ok
	case s == "capital", s == "hyphen", s == "glued", s == "plain", s == "none":
		a.kind = s
	default:
		c, ok := classNames[s]
		a.kind, a.class = "class", c
		return a, ok
	}
	return a, true
}

func (c condition) holds(m match) bool {
	for i := range c {
		if !c[i].holds(m) {
			return false
		}
	}
	return true
}

func (c *clause) holds(m match) bool {
	switch c.place {
	case "start":
		return m.lo == 0
	case "!start":
		return m.lo > 0
	case "name":
		return m.isName()
	case "any":
		for i := m.lo; i < m.hi; i++ {
			if c.test(&m.all[i]) {
				return true
			}
		}
		return false
	}
	it := c.item(m)
	return it != nil && c.test(it)
}

// item returns the item that the clause is about: the item outside the
// sentence where there is none beside the match, nil where the match has none
// of the class.
func (c *clause) item(m match) *item {
	switch c.place {
	case "first":
		return &m.all[m.lo]
	case "last":
		return &m.all[m.hi-1]
	case "before":
		return m.before(1)
	case "before2":
		return m.before(2)
	case "after":
		return m.after(1)
	case "after2":
		return m.after(2)
	}
	word, isWord := strings.CutPrefix(c.place, "word:")
	for i := m.lo; i < m.hi; i++ {
		if it := &m.all[i]; it.class&c.class != 0 || isWord && it.lower == word {
			return it
		}
	}
	return nil
}

func (c *clause) test(it *item) bool {
	for _, all := range c.choice {
		ok := true
		for i := range all {
			if all[i].holds(it) == all[i].not {
				ok = false
				break
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (a *atom) holds(it *item) bool {
	switch a.kind {
	case "word":
		return it.lower == a.text && it != &noItem
	case "tag":
		return strings.HasPrefix(it.tag(), a.text)
	case "value":
		return it.value == a.text
	case "mark":
		return it.marks&a.mark != 0
	case "capital":
		return it.upper
	case "hyphen":
		return it.hyphen
	case "glued":
		return it.glued
	case "plain":
		return it.class == 0 && it != &noItem
	case "none":
		return it == &noItem
	}
	return it.class&a.class != 0
}
