// Package eval measures how well names are found against a treebank that
// marks entities, the Georgetown University Multilayer corpus (GUM).
//
// # The measure
//
// The files are CoNLL-U. The last column holds "Entity=(7-person-...": a
// bracket for each entity that begins or ends at the token, nested as the
// entities are.
//
// Gold names are the entities of type person, place and organization whose
// head, the token whose syntactic head lies outside the entity, is tagged as a
// proper noun (NNP, NNPS). Each is reduced to the name itself by the
// treebank's own tree, tags and minimal spans (the tokens that GUM calls the
// core of a mention):
//
//   - Articles, other determiners and lower-case modifiers before the head go.
//   - Compounds, proper adjectives and the parts of flat names that stand
//     beside the head without a gap stay. A possessor stays where it is part
//     of the name ("People's Party") and goes where it is an entity of its own
//     ("Ghana's Supreme Court").
//   - Titles (relation nmod:desc: "Mr", "President", "Saint") go: whether they
//     belong to the name is a convention, and a reader of names has to tell
//     them apart anyway. A title on its own ("the Secretary", where the tag is
//     NNP) stays gold, although it is no name, because the tags say so.
//   - Behind the head, phrases with "of", "for" and "and" stay in the names of
//     places and organisations ("University of Turku", "Globe and Mail"), and
//     go behind people. Relative clauses, appositions, places after a comma
//     and every other phrase go.
//
// A gold name inside a longer gold name ("Turku" in "University of Turku") is
// left out, as names do not overlap in a names.Directory. What coordinated
// people share ("Ann and Tom Lee") is two names.
//
// Found names are the mentions of names.Read in the gold sentences and tokens
// with the tags that english.Analyzer gives. A country counts as a place. The
// people of a country ("Danes", a noun) count as people, as in GUM; its
// adjective ("Danish") is no mention. Descriptions ("the Danish leader") and
// things are not counted on either side.
//
// A name is right where its first token, its last token and its type are
// right. The lenient variant asks for the type and for a found name that
// covers the gold name's head, once each.
//
// # The baseline
//
// CapitalisedRuns takes each run of tokens that begin with a capital. The
// first token of a sentence counts only where another capital follows it. A
// run in capitals of up to five letters is an organisation, a run after "in",
// "at", "near", "from" or "to" a place, a run of two or three words a person,
// and any other run a place.
package eval

import (
	"fmt"
	"io"
	"strings"
)

// Types are the types of name that are measured, in the order of their
// reports.
var Types = [...]string{"person", "place", "organisation"}

// A Name is a name in a sentence, gold or found.
type Name struct {
	Start, End int // tokens
	Head       int // token; of gold names only
	Type       string
}

// A Score counts names of one type.
type Score struct {
	Right int // found names that are gold
	Found int
	Gold  int
}

// Precision returns the share of found names that are right, in thousandths.
func (s Score) Precision() int { return thousandths(s.Right, s.Found) }

// Recall returns the share of gold names that are found, in thousandths.
func (s Score) Recall() int { return thousandths(s.Right, s.Gold) }

// F1 returns the harmonic mean of precision and recall, in thousandths.
func (s Score) F1() int { return thousandths(2*s.Right, s.Found+s.Gold) }

func thousandths(a, b int) int {
	if b == 0 {
		return 0
	}
	return (2000*a + b) / (2 * b)
}

// A Table holds a score for each of Types, and all of them together last.
type Table [len(Types) + 1]Score

// Scores is what an evaluation yields.
type Scores struct {
	Exact Table // span and type
	Head  Table // type, and a found name over the gold head
}

// String writes one line: precision, recall and F1 for each type.
func (t Table) String() string {
	var b strings.Builder
	for i, s := range t {
		name := "all"
		if i < len(Types) {
			name = Types[i]
		}
		if i > 0 {
			b.WriteString("  ")
		}
		fmt.Fprintf(&b, "%s P %.3f R %.3f F1 %.3f (%d)", name, float64(s.Precision())/1000, float64(s.Recall())/1000, float64(s.F1())/1000, s.Gold)
	}
	return b.String()
}

// Evaluate reads CoNLL-U and scores a finder on it.
func Evaluate(r io.Reader, find Finder) (Scores, error) {
	docs, err := Read(r)
	if err != nil {
		return Scores{}, err
	}
	return Compare(docs, find), nil
}

// Compare scores a finder on documents that Read gave.
func Compare(docs []Document, find Finder) Scores {
	var s Scores
	for k := range docs {
		d := &docs[k]
		found := find(d.Fresh())
		for i, gold := range d.Names {
			s.add(gold, found[i])
		}
	}
	for _, t := range []*Table{&s.Exact, &s.Head} {
		all := &t[len(Types)]
		for _, x := range t[:len(Types)] {
			all.Right += x.Right
			all.Found += x.Found
			all.Gold += x.Gold
		}
	}
	return s
}

// add counts the names of one sentence.
func (s *Scores) add(gold, found []Name) {
	used := make([]bool, len(found))
	for _, g := range gold {
		k := index(g.Type)
		s.Exact[k].Gold++
		s.Head[k].Gold++
		for j, f := range found {
			if f.Type != g.Type {
				continue
			}
			if f.Start == g.Start && f.End == g.End {
				s.Exact[k].Right++
			}
			if !used[j] && f.Start <= g.Head && g.Head < f.End {
				used[j] = true
				s.Head[k].Right++
				break
			}
		}
	}
	for _, f := range found {
		k := index(f.Type)
		s.Exact[k].Found++
		s.Head[k].Found++
	}
}

func index(kind string) int {
	for i, t := range Types {
		if t == kind {
			return i
		}
	}
	panic("eval: a name of type " + kind)
}
