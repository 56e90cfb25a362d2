// Package eval measures the merging of events across documents.
//
// A corpus is a folder of texts, and a file of JSON lines {"doc","start",
// "end","cluster"} (or "instance" for "cluster"): the mentions that annotators
// marked, with the event that each belongs to. Doc is the name of a text without
// its extension; offsets count code points. A pair of mentions of two documents
// is right where both are of one event for the annotators and for the program;
// a mention that the program does not find belongs to no event.
//
// Corpora by topic are cut in three by the number that the names of their
// documents begin with: those whose number leaves 2 when divided by 3 are kept
// apart. The model learns from the others.
package eval

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/english"
	marks "github.com/causeline/causeline/timeline/eval"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/source"
)

// A Mention is one place where a text speaks of an event.
type Mention = marks.Mention

// Read reads the texts below a folder and merges their events.
func Read(dir string) (*merge.Result, error) {
	docs, _, err := source.Read([]string{dir}, source.Options{})
	if err != nil {
		return nil, err
	}
	return timeline.Read(docs, english.New(), nil).Merge, nil
}

// Name returns what a document is called in the files of mentions.
func Name(d *extract.Document) string {
	base := filepath.Base(d.Source.Path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// A Found is a mention of a result with the chain that it belongs to.
type Found struct {
	Mention
	Chain merge.ChainID
}

// Find lists the mentions of a result that belong to an event, by event.
func Find(r *merge.Result) []Found {
	chains := map[string][]merge.ChainID{}
	for i, d := range r.World.Docs {
		for k := range d.Chains {
			if id, ok := r.EventOf[[2]int{i, k}]; ok {
				chains[id] = append(chains[id], merge.ChainID{Doc: i, Chain: k})
			}
		}
	}
	var out []Found
	for _, e := range r.Events {
		for _, c := range chains[e.ID] {
			d := r.World.Docs[c.Doc]
			for _, k := range d.Chains[c.Chain].Mentions {
				if d.Carries(k) {
					continue
				}
				if d.Carries(k) {
					continue // it stands with its noun
				}
				at := d.StoryMention(k, true).Trigger
				out = append(out, Found{Mention{Doc: Name(d), Start: at.Start, End: at.End, Cluster: e.ID}, c})
			}
		}
	}
	return out
}

// Align gives each gold mention the mention found that stands for it, as
// marks.Align does.
func Align(gold []Mention, found []Found) []int {
	plain := make([]Mention, len(found))
	for i, f := range found {
		plain[i] = f.Mention
	}
	return marks.Align(gold, plain)
}

// Counts are pairs of gold mentions of two documents: those that both or only
// one of gold and result take to be one event, and mentions.
type Counts struct {
	Right, Wrong, Missed int
	Mentions, Found      int
}

// PRF returns precision, recall and F1 of the pairs.
func (c Counts) PRF() (p, r, f float64) {
	p = float64(c.Right) / float64(max(c.Right+c.Wrong, 1))
	r = float64(c.Right) / float64(max(c.Right+c.Missed, 1))
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Score counts the pairs of the gold mentions of some documents. Other, if not
// nil, is called for each pair that is wrong or missed, by their places.
func Score(gold []Mention, found []Found, at []int, keep func(doc string) bool, other func(a, b int, wrong bool)) Counts {
	var c Counts
	var kept []int
	for i, g := range gold {
		if keep(g.Doc) {
			kept = append(kept, i)
			c.Mentions++
			if at[i] >= 0 {
				c.Found++
			}
		}
	}
	for n, i := range kept {
		for _, k := range kept[n+1:] {
			if gold[i].Doc == gold[k].Doc {
				continue
			}
			one := at[i] >= 0 && at[k] >= 0 && found[at[i]].Cluster == found[at[k]].Cluster
			switch truth := gold[i].Cluster == gold[k].Cluster; {
			case one && truth:
				c.Right++
				continue
			case one:
				c.Wrong++
			case truth:
				c.Missed++
			default:
				continue
			}
			if other != nil {
				other(i, k, one)
			}
		}
	}
	return c
}

// Topic returns the number that a document's name begins with, -1 for none.
func Topic(doc string) int {
	end := strings.IndexFunc(doc, func(r rune) bool { return r < '0' || r > '9' })
	n, err := strconv.Atoi(doc[:max(end, 0)])
	if err != nil {
		return -1
	}
	return n
}

// A Part is some documents of a corpus by topic.
type Part string

// The parts.
const (
	Whole Part = "whole"
	Learn Part = "learned from"
	Apart Part = "kept apart"
)

// Has reports whether a document is in the part.
func (p Part) Has(doc string) bool {
	return p == Whole || (p == Apart) == (Topic(doc)%3 == 2)
}
