package merge

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// A joiner looks at the events of a set a second time, with the words around
// them: it finds that two reports tell of one event in other words, or of one
// that only one of them makes much of.
type joiner struct {
	w          *World
	nodes      []Node
	tellings   []telling
	byDoc      [][]int    // nodes of a document
	openings   []bag      // of the documents
	leadNames  []bag      // names in those
	texts      []bag      // all words
	neighbours [][2]int32 // documents that may be on one story, sorted
	weights    *[Features]int16
}

// Which documents are compared, event by event.
const (
	keyWords   = 14 // the words that a document's opening is filed under, in pairs
	leastAlike = 6  // likeness of two openings, in hundredths
	maxBlock   = 60 // of more documents under one pair of words, each is compared with as many of those next to it in time
	storyDays  = 10 // how far apart dated reports of one event usually lie
)

func newJoiner(w *World, nodes []Node) *joiner {
	j := &joiner{w: w, nodes: nodes, tellings: make([]telling, len(nodes)), byDoc: make([][]int, len(w.Docs)), weights: learned()}
	seen, last := map[int]*parsed{}, -1
	for i := range nodes {
		n := &nodes[i]
		if n.Doc != last {
			seen, last = map[int]*parsed{}, n.Doc
		}
		j.tellings[i] = w.tell(n.Doc, &w.Docs[n.Doc].Chains[n.Chain], seen)
		j.byDoc[n.Doc] = append(j.byDoc[n.Doc], i)
	}
	for _, d := range w.Docs {
		opening, named, text := w.texts(d)
		j.openings = append(j.openings, opening)
		j.leadNames = append(j.leadNames, named)
		j.texts = append(j.texts, text)
	}
	j.neighbours = j.near()
	return j
}

// texts returns the words that a document opens with, the names among them,
// and all of its words.
func (w *World) texts(d *extract.Document) (opening, named, all bag) {
	var first, names, words []int32
	left := openingSentences
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Kind == nlp.Meta {
			continue
		}
		left--
		toks := d.Tokens(i)
		for k := range toks {
			if x := w.content(&toks[k]); x >= 0 && toks[k].Tag != "CD" && !dates(d, i, &toks[k]) {
				words = append(words, x)
				if left >= 0 {
					first = append(first, x)
				}
				if left >= 0 && isName(&toks[k]) && (s.Kind != nlp.Heading || inName(d, i, k)) {
					names = append(names, x)
				}
			}
		}
	}
	return w.bag(first), w.bag(names), w.bag(words)
}

// inName reports whether a token is part of a known name: in headings many other
// words have capitals, too.
func inName(d *extract.Document, sentence, token int) bool {
	return slices.ContainsFunc(d.Names.Mentions[sentence], func(m names.Mention) bool { return m.Start <= token && token < m.End })
}

// dates reports whether a token is part of a date.
func dates(d *extract.Document, sentence int, t *nlp.Token) bool {
	return sentence < len(d.Timexes) && slices.ContainsFunc(d.Timexes[sentence], func(tx timex.Timex) bool { return tx.Start <= t.Start && t.End <= tx.End })
}

// near returns the pairs of documents that may be on one story, the lower
// first, in order. Documents are filed under pairs of the rarest words that
// they open with, so that those of two stories seldom meet. Reports of one
// event name somebody or some place in common.
func (j *joiner) near() [][2]int32 {
	type entry struct {
		key [2]int32
		doc int32
	}
	w := j.w
	rank := j.byDate()
	var entries []entry
	for d := range w.Docs {
		words := slices.Clone(j.openings[d].words)
		slices.SortFunc(words, func(a, b int32) int {
			return cmp.Or(cmp.Compare(w.weights[b], w.weights[a]), cmp.Compare(w.spelt[a], w.spelt[b]))
		})
		words = words[:min(keyWords, len(words))]
		slices.Sort(words)
		for i, a := range words {
			for _, b := range words[i+1:] {
				entries = append(entries, entry{[2]int32{a, b}, int32(d)})
			}
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key[0], b.key[0]), cmp.Compare(a.key[1], b.key[1]), cmp.Compare(rank[a.doc], rank[b.doc]))
	})
	var out [][2]int32
	for i := 0; i < len(entries); {
		k := i
		for k < len(entries) && entries[k].key == entries[i].key {
			k++
		}
		for a := i; a < k; a++ {
			for b := a + 1; b < k && b-a <= maxBlock; b++ {
				x, y := entries[a].doc, entries[b].doc
				out = append(out, [2]int32{min(x, y), max(x, y)})
			}
		}
		i = k
	}
	slices.SortFunc(out, byPair)
	return slices.DeleteFunc(slices.Compact(out), func(p [2]int32) bool {
		x, y := j.leadNames[p[0]], j.leadNames[p[1]]
		return x.sum > 0 && y.sum > 0 && w.shared(x, y) == 0 ||
			w.likeness(j.openings[p[0]], j.openings[p[1]]) < leastAlike
	})
}

func byPair(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// byDate returns the place of each document in the order of their dates, those
// without one first.
func (j *joiner) byDate() []int {
	order := make([]int, len(j.w.Docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := j.w.Docs[a].Date, j.w.Docs[b].Date
		if x.IsZero() != y.IsZero() {
			if x.IsZero() {
				return -1
			}
			return 1
		}
		return edtf.Compare(x, y)
	})
	rank := make([]int, len(order))
	for i, d := range order {
		rank[d] = i
	}
	return rank
}

// candidates calls f for the pairs of nodes that are worth a look: those of
// one document or of neighbours whose words for the event are akin and whose
// dates do not exclude each other. They are looked for on all processors, and
// come in a fixed order.
func (j *joiner) candidates(f func(a, b int)) {
	states := make([]bool, len(j.nodes)) // dates of their own
	for i := range j.nodes {
		states[i] = j.dates(&j.nodes[i])
	}
	tasks := len(j.byDoc) + len(j.neighbours)
	found := make([][][2]int32, (tasks+taskBatch-1)/taskBatch)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(found)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(found); i = int(next.Add(1)) - 1 {
				for task := i * taskBatch; task < min((i+1)*taskBatch, tasks); task++ {
					found[i] = j.worth(found[i], task, states)
				}
			}
		})
	}
	wg.Wait()
	for _, pairs := range found {
		for _, p := range pairs {
			f(int(p[0]), int(p[1]))
		}
	}
}

// taskBatch is how many documents and pairs of documents are looked through
// before others are taken up.
const taskBatch = 256

// worth appends the candidates of a document or, for tasks after those, of two
// neighbours to out.
func (j *joiner) worth(out [][2]int32, task int, states []bool) [][2]int32 {
	try := func(a, b int) {
		if !j.timely(a, b) {
			return // the cheaper question, and the one that most pairs fail
		}
		if r, _ := j.relation(a, b); r > unrelated {
			out = append(out, [2]int32{int32(a), int32(b)})
		}
	}
	if task < len(j.byDoc) {
		list := j.byDoc[task]
		for i, a := range list {
			for _, b := range list[i+1:] {
				try(a, b)
			}
		}
		return out
	}
	p := j.neighbours[task-len(j.byDoc)]
	apart := j.apart(int(p[0]), int(p[1]))
	for _, a := range j.byDoc[p[0]] {
		for _, b := range j.byDoc[p[1]] {
			if apart && !states[a] && !states[b] {
				continue // as timely would say
			}
			try(a, b)
		}
	}
	return out
}

// apart reports whether two documents are known to lie so far apart in time
// that they do not tell of one piece of news.
func (j *joiner) apart(a, b int) bool {
	p, ok1 := j.w.Docs[a].Date.Earliest()
	q, ok2 := j.w.Docs[b].Date.Earliest()
	return ok1 && ok2 && (p-q > storyDays || q-p > storyDays)
}

// timely reports whether two nodes may be one event for all that is known of
// the dates: those that they state agree, or the documents lie close together.
func (j *joiner) timely(a, b int) bool {
	x, y := &j.nodes[a], &j.nodes[b]
	when := date(x, y, 0)
	switch {
	case when == never:
		return false
	case x.Doc == y.Doc, when > 0 && (j.dates(x) || j.dates(y)):
		return true
	}
	return !j.apart(x.Doc, y.Doc)
}

// dates reports whether a node states a date that tells it from other news: a
// bare year does only where it is not the year of the report.
func (j *joiner) dates(n *Node) bool {
	if !n.when.Dated() {
		return false
	}
	report := j.w.Docs[n.Doc].Date
	return n.when.Date.Precision() <= edtf.PrecisionMonth || report.IsZero() || !n.when.Date.Overlaps(report)
}
