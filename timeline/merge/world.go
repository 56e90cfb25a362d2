// Package merge decides which events of different documents are the same
// event, in three steps that can each be measured: candidates (pairs that
// share a kind and a participant, place or date), a score for each pair, and
// clusters. It also dates reports that carry no date from dated reports of the
// same events.
//
// Extractions are read, never changed; clusters are computed afresh from all
// of them, so the order in which documents are given cannot matter.
package merge

import (
	"sort"
	"strings"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
)

// An Entity is a person, country, place or organisation of the whole set.
type Entity struct {
	Kind    names.Kind
	Name    string // the form most documents use; of people, the fullest
	Country string
	Within  int // the place that it lies in, -1 where not known
}

// A World is a set of documents with their names brought together.
type World struct {
	Docs     []*extract.Document
	Entities []Entity
	global   [][]int // by document and local entity
	leads    [][]int // by document: what it names most
	openings []map[string]bool

	words   map[string]int32 // numbers of words
	spelt   []string         // words by number
	weights []int            // of words, by number
}

// Link brings the names of the documents together: one entity for a person
// whose name is spelt in three ways. Documents must be in a fixed order.
func Link(docs []*extract.Document) *World {
	w := &World{Docs: docs, global: make([][]int, len(docs)), words: map[string]int32{}}
	people := map[string][]int{} // entities by key of family name
	others := map[string]int{}
	forms := []map[string]int{}
	add := func(e Entity) int {
		w.Entities = append(w.Entities, e)
		forms = append(forms, map[string]int{})
		return len(w.Entities) - 1
	}
	for i, d := range docs {
		w.global[i] = make([]int, len(d.Names.Entities))
		for k, e := range d.Names.Entities {
			g := -1
			if e.Kind == names.Person {
				key := names.Key(names.LastName(e.Name))
				for _, x := range people[key] {
					if samePerson(&w.Entities[x], forms[x], e) {
						g = x
						break
					}
				}
				if g < 0 {
					g = add(Entity{Kind: e.Kind, Name: e.Name, Country: e.Country, Within: -1})
					people[key] = append(people[key], g)
				}
			} else {
				key := string(e.Kind) + "\x00" + e.Name
				x, ok := others[key]
				if !ok {
					x = add(Entity{Kind: e.Kind, Name: e.Name, Country: e.Country, Within: -1})
					others[key] = x
				}
				g = x
			}
			if w.Entities[g].Country == "" {
				w.Entities[g].Country = e.Country
			}
			forms[g][e.Name] += e.Count
			w.global[i][k] = g
		}
	}
	for i := range w.Entities {
		if w.Entities[i].Kind == names.Person {
			w.Entities[i].Name = usual(forms[i])
		}
	}
	for i, d := range docs {
		w.leads = append(w.leads, w.Global(i, d.Names.Top(5)))
		w.openings = append(w.openings, opening(d))
	}
	for i, d := range docs {
		for k, e := range d.Names.Entities {
			if e.Within == "" {
				continue
			}
			for _, kind := range []names.Kind{names.Place, names.Country} {
				if x, ok := others[string(kind)+"\x00"+e.Within]; ok {
					w.Entities[w.global[i][k]].Within = x
					break
				}
			}
		}
	}
	return w
}

// samePerson reports whether a document's person can be a known one: family
// names agree already, given names must not disagree with any form.
func samePerson(known *Entity, forms map[string]int, e names.Entity) bool {
	if known.Country != "" && e.Country != "" && known.Country != e.Country {
		return false
	}
	g := givenName(e.Name)
	if g == "" {
		return true
	}
	keys := make([]string, 0, len(forms))
	for f := range forms {
		keys = append(keys, f)
	}
	sort.Strings(keys)
	for _, f := range keys {
		if h := givenName(f); h != "" && !names.Same(g, h) && g[0] != h[0] {
			return false
		} else if h != "" && !strings.HasSuffix(g, ".") && !strings.HasSuffix(h, ".") && !names.Same(g, h) {
			return false
		}
	}
	return true
}

func givenName(full string) string {
	if f := strings.Fields(full); len(f) > 1 {
		return f[0]
	}
	return ""
}

// usual returns the form with a given name that is used most; of equals, the
// shortest, then the first in the alphabet.
func usual(forms map[string]int) string {
	best, bestScore := "", -1
	keys := make([]string, 0, len(forms))
	for f := range forms {
		keys = append(keys, f)
	}
	sort.Slice(keys, func(i, j int) bool {
		if len(keys[i]) != len(keys[j]) {
			return len(keys[i]) < len(keys[j])
		}
		return keys[i] < keys[j]
	})
	for _, f := range keys {
		score := forms[f]
		if strings.Contains(f, " ") {
			score += 1 << 20
		}
		if score > bestScore {
			best, bestScore = f, score
		}
	}
	return best
}

// Global returns the entities of the set for local ones of a document.
func (w *World) Global(doc int, local []int) []int {
	out := make([]int, 0, len(local))
	for _, e := range local {
		out = appendNew(out, w.global[doc][e])
	}
	return out
}

// inside reports whether place x is known to lie in place y.
func (w *World) inside(x, y int) bool {
	for steps := 0; x >= 0 && steps < 4; steps++ {
		e := w.Entities[x]
		if e.Within == y || w.Entities[y].Kind == names.Country && e.Country == w.Entities[y].Name {
			return true
		}
		x = e.Within
	}
	return false
}

func appendNew(list []int, more ...int) []int {
	for _, x := range more {
		if !contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

func contains(list []int, x int) bool {
	for _, v := range list {
		if v == x {
			return true
		}
	}
	return false
}
