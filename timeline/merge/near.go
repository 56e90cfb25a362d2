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
	keyWords      = 14      // the words that a document's opening is filed under, in pairs
	leastAlike    = 6       // likeness of two openings, in hundredths
	maxBlock      = 60      // of more documents under one pair of words, each is compared with as many of those next to it in time
	maxNeighbours = 64      // documents that one is compared with
	roomForPairs  = 1 << 20 // pairs that are gathered before those found twice are dropped
	storyDays     = 10      // how far apart dated reports of one event usually lie
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
	return sentence < len(d.Times) && slices.ContainsFunc(d.Times[sentence], func(tx extract.TimeSpan) bool { return tx.Start <= t.Start && t.End <= tx.End })
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
	distinct := 0
	for i := 0; i < len(entries); {
		if len(out) > 2*distinct+roomForPairs {
			slices.SortFunc(out, byPair)
			out = slices.Compact(out)
			distinct = len(out)
		}
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
	return j.nearest(slices.Compact(out))
}

// nearest leaves of pairs of documents, which are in order, those that name
// somebody or some place in common and open alike, and of these, for each
// document, the ones that open most alike. A pair stays where either document
// keeps it.
func (j *joiner) nearest(pairs [][2]int32) [][2]int32 {
	w := j.w
	type other struct{ alike, doc int32 }
	of := make([][]other, len(w.Docs))
	kept := map[[2]int32]bool{}
	for _, p := range pairs {
		x, y := j.leadNames[p[0]], j.leadNames[p[1]]
		if x.sum > 0 && y.sum > 0 && w.shared(x, y) == 0 {
			continue
		}
		alike := w.likeness(j.openings[p[0]], j.openings[p[1]])
		if alike < leastAlike {
			continue
		}
		of[p[0]] = append(of[p[0]], other{int32(alike), p[1]})
		of[p[1]] = append(of[p[1]], other{int32(alike), p[0]})
	}
	for d, list := range of {
		slices.SortFunc(list, func(a, b other) int { return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.doc, b.doc)) })
		for _, o := range list[:min(maxNeighbours, len(list))] {
			kept[[2]int32{min(int32(d), o.doc), max(int32(d), o.doc)}] = true
		}
	}
	return slices.DeleteFunc(pairs, func(p [2]int32) bool { return !kept[p] })
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

// scan shows look the pairs of nodes that are worth a look: those of one document
// or of neighbours whose words for the event are akin and whose dates do not
// exclude each other. It works on all processors; what look appends comes back
// in a fixed order. Buf is room of look's own.
func scan[T any](j *joiner, look func(out []T, a, b int, buf []int) ([]T, []int)) []T {
	states := make([]bool, len(j.nodes)) // dates of their own
	for i := range j.nodes {
		states[i] = j.dates(&j.nodes[i])
	}
	tasks := len(j.byDoc) + len(j.neighbours)
	found := make([][]T, (tasks+taskBatch-1)/taskBatch)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(found)) {
		wg.Go(func() {
			var buf []int
			for i := int(next.Add(1)) - 1; i < len(found); i = int(next.Add(1)) - 1 {
				for task := i * taskBatch; task < min((i+1)*taskBatch, tasks); task++ {
					j.worth(task, states, func(a, b int) { found[i], buf = look(found[i], a, b, buf) })
				}
			}
		})
	}
	wg.Wait()
	return slices.Concat(found...)
}

// taskBatch is how many documents and pairs of documents are looked through
// before others are taken up.
const taskBatch = 256

// worth calls f for the pairs of a document or, for tasks after those, of two
// neighbours that are worth a look.
func (j *joiner) worth(task int, states []bool, f func(a, b int)) {
	try := func(a, b int) {
		if !j.timely(a, b) {
			return // the cheaper question, and the one that most pairs fail
		}
		if r, _ := j.relation(a, b); r > unrelated {
			f(a, b)
		}
	}
	if task < len(j.byDoc) {
		list := j.byDoc[task]
		for i, a := range list {
			for _, b := range list[i+1:] {
				try(a, b)
			}
		}
		return
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
