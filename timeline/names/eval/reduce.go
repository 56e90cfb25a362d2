package eval

import (
	"cmp"
	"slices"
)

// reduce gives the names among the entities of a sentence, in order: those of
// the measured types, and others. See the package comment.
func reduce(rows []row, entities []entity) (names, other []Name) {
	var all []Name
	spans := map[[2]int]entity{} // shortest entity of each name
	for _, e := range entities {
		head := flatName(rows, e, headOf(rows, e))
		if !proper(rows[head].tag) {
			continue
		}
		n := nameOf(rows, entities, e, head)
		key := [2]int{n.Start, n.End}
		if old, ok := spans[key]; ok && old.end-old.start <= e.end-e.start {
			continue
		} else if ok {
			all = slices.DeleteFunc(all, func(m Name) bool { return m.Start == n.Start && m.End == n.End })
		}
		spans[key] = e
		all = append(all, n)
	}
	for _, n := range all {
		if measured(n.Type) {
			if !slices.ContainsFunc(all, func(m Name) bool { return measured(m.Type) && within(n, m) }) {
				names = append(names, n)
			}
		} else if !slices.ContainsFunc(all, func(m Name) bool { return within(n, m) }) {
			other = append(other, n)
		}
	}
	byStart := func(a, b Name) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(names, byStart)
	slices.SortStableFunc(other, byStart)
	return names, other
}

func measured(kind string) bool { return slices.Contains(Types[:], kind) }

// within reports whether n lies inside the longer name m.
func within(n, m Name) bool {
	return m.Start <= n.Start && n.End <= m.End && m.End-m.Start > n.End-n.Start
}

// headOf returns the first token of an entity whose head lies outside it.
func headOf(rows []row, e entity) int {
	for i := e.start; i < e.end; i++ {
		if h := rows[i].head; h < e.start || h >= e.end {
			return i
		}
	}
	return e.start
}

// flatName returns the first proper noun of a flat name whose first word is
// none: "Weyl" in "mathematician Hermann Weyl" may hang on any of the three, as
// a flat name has no head. It returns the head itself elsewhere.
func flatName(rows []row, e entity, head int) int {
	if proper(rows[head].tag) {
		return head
	}
	for k := head + 1; k < e.end && rows[k].relation == "flat" && rows[k].head == head; k++ {
		if proper(rows[k].tag) {
			return k
		}
	}
	return head
}

func proper(tag string) bool { return tag == "NNP" || tag == "NNPS" }

// nameOf reduces an entity to its name.
func nameOf(rows []row, entities []entity, e entity, head int) Name {
	r := reducer{rows: rows, entities: entities, e: e, head: head}
	n := Name{Start: r.left(), End: r.right(), Head: head, Type: e.kind}
	if n.Type == "organization" {
		n.Type = "organisation"
	}
	return n
}

type reducer struct {
	rows     []row
	entities []entity
	e        entity
	head     int
}

// core reports whether a token is in the minimal span of the entity.
func (r *reducer) core(i int) bool { return slices.Contains(r.e.minimal, i) }

// left returns the first token of the name.
func (r *reducer) left() int {
	start := r.head
	for k := r.head - 1; k >= r.e.start; k-- {
		t := r.rows[k]
		switch {
		case r.title(k):
			return r.raised(start)
		case r.core(k):
			start = k
		case t.tag == "HYPH" || t.tag == "CC" && k > r.e.start && r.core(k-1):
		case t.tag == "POS" && !r.ownName(k-1):
		default:
			return r.raised(start)
		}
	}
	return r.raised(start)
}

// raised passes over common nouns in small letters at the beginning of a
// name: "captain", "planet".
func (r *reducer) raised(start int) int {
	for start < r.head && (r.rows[start].tag == "NN" || r.rows[start].tag == "NNS" || r.rows[start].tag == "JJ") && !capital(r.rows[start].text) {
		start++
	}
	return start
}

// title reports whether a token is a person's title or part of one. The
// saint in a place's name is part of it.
func (r *reducer) title(i int) bool {
	for r.e.kind == "person" && i != r.head && i >= r.e.start && i < r.e.end {
		if r.rows[i].relation == "nmod:desc" {
			return true
		}
		i = r.rows[i].head
	}
	return false
}

// ownName reports whether an entity of its own ends at token i.
func (r *reducer) ownName(i int) bool {
	for _, x := range r.entities {
		if (x.end == i+1 || x.end == i+2) && (x.start != r.e.start || x.end != r.e.end) && x.end <= r.head {
			return true
		}
	}
	return false
}

// right returns the token after the name.
func (r *reducer) right() int {
	end := r.head + 1
	for k := r.head + 1; k < r.e.end; k++ {
		t := r.rows[k]
		switch {
		case r.flat(k):
			end = k + 1
		case t.tag == "HYPH":
		case r.e.kind == "person":
			return end
		case r.joined(k):
			end = k + 1
		case (t.text == "of" || t.text == "for" || t.text == "and" || t.text == "&") && r.goesOn(k):
		case t.tag == "DT" && k > end && r.goesOn(k):
		default:
			return end
		}
	}
	return end
}

// flat reports whether a token is part of the head as a flat name or number.
func (r *reducer) flat(i int) bool {
	if t := r.rows[i]; t.relation == "flat" && t.head == r.rows[r.head].head && r.rows[r.head].relation == "flat" {
		return true
	}
	for i != r.head && i > r.head {
		switch r.rows[i].relation {
		case "flat", "compound", "goeswith", "nummod":
		default:
			return false
		}
		i = r.rows[i].head
	}
	return i == r.head
}

// joined reports whether a core token behind the head hangs on it by a phrase
// that belongs to the name.
func (r *reducer) joined(i int) bool {
	return r.core(i) && r.rows[i].relation != "appos"
}

// goesOn reports whether the phrase that token i opens, an "of" or an article
// before it included, is part of the name.
func (r *reducer) goesOn(i int) bool {
	for k := i + 1; k < r.e.end && k <= i+2; k++ {
		if r.core(k) {
			return !r.coordinated(k)
		}
		if tag := r.rows[k].tag; tag != "DT" {
			return false
		}
	}
	return false
}

// coordinated reports whether token i begins a second entity beside the head:
// "Ann" and "Tom" in "Ann and Tom" have entities of their own.
func (r *reducer) coordinated(i int) bool {
	for k := i; k < r.e.end; k++ {
		if r.rows[k].relation == "conj" && r.rows[k].head == r.head {
			return slices.ContainsFunc(r.entities, func(x entity) bool {
				return x.start <= k && k < x.end && (x.start > r.head)
			})
		}
		if !r.core(k) {
			break
		}
	}
	return false
}
