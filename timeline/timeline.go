// Package timeline turns documents into the events of a story. It runs the
// stages in their order (see ARCHITECTURE.md) and holds none of their rules.
package timeline

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// A Reading is what a set of documents states.
type Reading struct {
	Documents []story.Document
	Merge     *merge.Result
}

// Read extracts and merges the events of documents. Progress, which may be
// nil, is called after each document, from one goroutine at a time. The
// result does not depend on the order of the documents or the number of
// processors.
func Read(docs []source.Document, lang nlp.Language, progress func(done, of int)) *Reading {
	docs = inOrder(docs)
	extracted := extractAll(docs, lang, progress)
	dated, inferred := merge.Date(extracted)
	r := &Reading{Merge: merge.Events(dated)}
	for i, d := range docs {
		r.Documents = append(r.Documents, storyDocument(d, inferred[i]))
	}
	return r
}

// inOrder returns documents in the one order in which they are read.
func inOrder(docs []source.Document) []source.Document {
	docs = slices.Clone(docs)
	slices.SortStableFunc(docs, func(a, b source.Document) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.ID, b.ID), strings.Compare(a.SHA256, b.SHA256))
	})
	return docs
}

func extractAll(docs []source.Document, lang nlp.Language, progress func(done, of int)) []*extract.Document {
	out := make([]*extract.Document, len(docs))
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		done int
	)
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		wg.Go(func() {
			for i := range next {
				out[i] = extract.Read(docs[i], lang, docs[i].Published).Pack()
				mu.Lock()
				done++
				if progress != nil {
					progress(done, len(docs))
				}
				mu.Unlock()
			}
		})
	}
	for i := range docs {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

func storyDocument(d source.Document, inf merge.Inference) story.Document {
	out := story.Document{
		ID: d.ID, Path: d.Path, Title: d.Title, Publisher: d.Publisher, URL: d.URL,
		Published: d.Published, Dating: d.Dating, DatingReason: d.DatedBy, TextSHA256: d.SHA256,
	}
	if !inf.Date.IsZero() {
		out.Published, out.Dating, out.DatingReason = inf.Date, story.DatingInferred, inf.Reason
	}
	return out
}

// Story puts a reading and the relations found in it together. The title is
// that of the event that matters most, until a person gives one.
func (r *Reading) Story(relations []story.Relation) *story.Story {
	s := &story.Story{
		Documents:     r.Documents,
		Events:        r.Merge.Events,
		Relations:     relations,
		Disagreements: r.Merge.Disagreements,
	}
	best := -1
	for i, e := range s.Events {
		if best < 0 || e.Weight > s.Events[best].Weight {
			best = i
		}
	}
	if best >= 0 {
		s.Title = s.Events[best].Title
	}
	return s
}
