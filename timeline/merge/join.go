package merge

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// What it takes to join two clusters, in hundredths of the logarithm of odds.
const (
	joinPair   = 30      // the best pair across
	joinWithin = 150     // a pair of one document, which tells its own events apart; or of two statements, of which people make many
	joinBare   = 250     // a pair with a main event of a generic kind that shares nobody, no place and no day
	joinMean   = -50     // all pairs across, on average: one wrong pair must not fuse two events
	joinDoubt  = -50     // a pair whose participants, kinds or status differ, as far as the lists know
	otherWord  = -400    // a pair of two reports on one story whose words are not akin
	otherNews  = -600    // a pair of two stories
	maxOdds    = 600     // a pair says no more than that, either way
	maxKnown   = 1 << 19 // odds that are remembered
	maxMean    = 20      // members of a cluster that a mean is made of
)

// A bond is a pair of nodes that the second look takes to be one event.
type bond struct {
	a, b int32
	odds int32
}

// join brings clusters together by the odds of their pairs, the best first. It
// returns the clusters in the order of their first nodes and the bonds that
// lie within them, the best first.
func (j *joiner) join(clusters []Cluster) ([]Cluster, []bond) {
	m := mean{joiner: j, known: map[[2]int32]int{}}
	good := scan(j, func(out []bond, a, b int, buf []int) ([]bond, []int) {
		odds, buf := j.odds(a, b, buf)
		if odds >= j.needed(a, b) {
			out = append(out, bond{int32(a), int32(b), int32(odds)})
		}
		return out, buf
	})
	slices.SortFunc(good, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.odds, x.odds), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return m.fuse(clusters, good)
}

// fuse brings clusters together by bonds in their order, where nothing tells
// them apart. It returns the clusters and the bonds that lie within them.
func (m *mean) fuse(clusters []Cluster, good []bond) ([]Cluster, []bond) {
	f := newFusion(len(m.nodes), clusters)
	for _, p := range good {
		f.join(int(p.a), int(p.b), func(a, b Cluster) bool { return m.apart(a, b) || m.of(a, b) < joinMean })
	}
	return f.clusters(), slices.DeleteFunc(good, func(p bond) bool { return f.of[p.a] != f.of[p.b] })
}

// needed is what the odds of a pair must be for it to join two clusters.
func (j *joiner) needed(x, y int) int {
	a, b := &j.nodes[x], &j.nodes[y]
	if a.Doc == b.Doc || a.kind == string(lexicon.Speech) || b.kind == string(lexicon.Speech) {
		return joinWithin
	}
	if !(a.minor && b.minor) && (generic(a.kind) || generic(b.kind)) && !j.grounded(a, b) {
		return joinBare
	}
	return joinPair
}

// generic reports whether one report can speak of several events of a kind in
// the same few words: deals, meetings, laws.
func generic(kind string) bool {
	switch lexicon.Kind(kind) {
	case lexicon.Deal, lexicon.Meeting, lexicon.Law, lexicon.Politics:
		return true
	}
	return false
}

// grounded reports whether two nodes share people, a place or a day: more than
// words.
func (j *joiner) grounded(a, b *Node) bool {
	_, people := j.w.people(a, b)
	_, places := j.w.place(a, b)
	return people+places > 0 || date(a, b, 0) > 0
}

// A mean averages the odds of the pairs across two clusters.
type mean struct {
	*joiner
	known map[[2]int32]int // odds that were asked for, the lower node first
	buf   []int
}

func (m *mean) of(a, b Cluster) int {
	a, b = sample(a), sample(b)
	sum := 0
	for _, x := range a {
		for _, y := range b {
			sum += m.between(x, y)
		}
	}
	return sum / (len(a) * len(b))
}

// between returns the odds of any pair of nodes. One that was no candidate, since
// the documents lie too far apart, counts by its words all the same.
func (m *mean) between(x, y int) int {
	key := [2]int32{int32(min(x, y)), int32(max(x, y))}
	odds, ok := m.known[key]
	if !ok {
		odds = otherNews
		if m.oneStory(m.nodes[x].Doc, m.nodes[y].Doc) {
			odds = otherWord
			if r, _ := m.relation(x, y); r > unrelated {
				odds, m.buf = m.odds(min(x, y), max(x, y), m.buf)
			}
		}
		if len(m.known) == maxKnown {
			clear(m.known) // an archive asks for very many, few of them twice
		}
		m.known[key] = odds
	}
	return max(-maxOdds, min(odds, maxOdds))
}

// sample returns some members of a large cluster, evenly spread.
func sample(c Cluster) Cluster {
	if len(c) <= maxMean {
		return c
	}
	out := make(Cluster, 0, maxMean)
	for i := range maxMean {
		out = append(out, c[i*len(c)/maxMean])
	}
	return out
}

// oneStory reports whether two documents may be on one story.
func (j *joiner) oneStory(x, y int) bool {
	if x == y {
		return true
	}
	_, found := slices.BinarySearchFunc(j.neighbours, [2]int32{int32(min(x, y)), int32(max(x, y))}, byPair)
	return found
}

// apart reports whether something tells two clusters apart, whatever the words
// say: dates or places that exclude each other, a part and its whole, an event
// that took place and one that did not, or two events that one report makes
// much of.
func (m *mean) apart(a, b Cluster) bool {
	a, b = sample(a), sample(b)
	for _, x := range a {
		for _, y := range b {
			if m.differ(x, y) {
				return true
			}
		}
	}
	return false
}

func (m *mean) differ(x, y int) bool {
	j := m.joiner
	a, b := &j.nodes[x], &j.nodes[y]
	if a.part != b.part || date(a, b, 0) == never || lost(a.status) != lost(b.status) || a.Doc == b.Doc && a.status != b.status {
		return true
	}
	if m.tellings[x].named() != m.tellings[y].named() {
		return true
	}
	people, shared := j.w.people(a, b)
	if place, _ := j.w.place(a, b); place < 0 && shared < 2 {
		return true
	}
	if people == never && compare(m.tellings[x].whose.words, m.tellings[y].whose.words) == apart {
		return true
	}
	if m.strangers(x, y) {
		return true
	}
	if a.minor || b.minor {
		return false
	}
	if a.Doc == b.Doc || a.kind != "" && b.kind != "" && a.kind != b.kind || people == never ||
		a.status != b.status && !(a.when.Dated() && b.when.Dated()) {
		return m.between(x, y) < joinDoubt
	}
	return false
}

// strangers reports whether two events are done to others of whom the other
// report does not even speak.
func (m *mean) strangers(x, y int) bool {
	a, b := m.tellings[x].whom, m.tellings[y].whom
	return m.w.known(a, m.texts[m.nodes[y].Doc]) == 0 && m.w.known(b, m.texts[m.nodes[x].Doc]) == 0
}

// lost is the status of what did not take place, else "".
func lost(s story.Status) story.Status {
	if s == story.StatusCancelled || s == story.StatusDenied {
		return s
	}
	return ""
}
