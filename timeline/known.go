package timeline

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/recall"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// An Acquaintance says how a story knows a document that is given with it.
type Acquaintance uint8

// The ways in which a document can be known.
const (
	Unknown Acquaintance = iota
	Same                 // its text was read before, maybe under another name
	Redated              // its text was read before, but had no date then
	Changed              // it was read before, and its text has changed since
)

// A Known is a document that is given and that a story knows.
type Known struct {
	Path string // as it is given now, "-" for standard input
	ID   string // of the story's document
	As   Acquaintance
	Lost []string // sentences that the story quotes and the text lacks; of Changed
}

// recognise finds out which documents a story knows: by their text or, where
// that has changed, by their id or path and a sentence that they still have.
// The documents come back with the ids that they have in the story; those whose
// text was read before are left out. Documents must be in order.
func recognise(s, last *story.Story, memory recall.Memory, docs []source.Document) (unread []source.Document, known []Known) {
	bySum, byName := map[string]*story.Document{}, map[string][]*story.Document{}
	taken := map[string]bool{}
	for i := range s.Documents {
		d := &s.Documents[i]
		taken[d.ID] = true
		if d.TextSHA256 != "" && bySum[d.TextSHA256] == nil {
			bySum[d.TextSHA256] = d
		}
		byName["id "+d.ID] = append(byName["id "+d.ID], d)
		if d.Path != "" {
			byName["path "+d.Path] = append(byName["path "+d.Path], d)
		}
	}
	dated := map[string]bool{} // texts that had a date: a person may have deleted it
	if last != nil {
		for _, d := range last.Documents {
			dated[d.TextSHA256] = !d.Published.IsZero()
		}
	}
	met := map[string]bool{} // story documents that one was taken for
	for _, d := range docs {
		if have := bySum[d.SHA256]; have != nil {
			k := Known{Path: d.Path, ID: have.ID, As: Same}
			if have.Published.IsZero() && have.Dating == story.DatingUnknown && !d.Published.IsZero() && !dated[d.SHA256] && !met[have.ID] {
				k.As = Redated
				d.ID = have.ID
				unread = append(unread, d)
			}
			met[have.ID] = true
			known = append(known, k)
			continue
		}
		if k, ok := changed(memory, d, append(byName["id "+d.ID], byName["path "+d.Path]...), met); ok {
			met[k.ID] = true
			d.ID = k.ID
			known = append(known, k)
			unread = append(unread, d)
			continue
		}
		d.ID = free(d, taken)
		taken[d.ID] = true
		unread = append(unread, d)
	}
	return unread, known
}

// changed finds the document of the story that d is a later text of: one that
// the story quotes nothing of is known by its name, but for standard input,
// which has none.
func changed(memory recall.Memory, d source.Document, like []*story.Document, met map[string]bool) (Known, bool) {
	for _, have := range like {
		if met[have.ID] {
			continue
		}
		k := Known{Path: d.Path, ID: have.ID, As: Changed}
		quotes := memory.Quotes(have.ID)
		for _, q := range quotes {
			if !strings.Contains(d.Text, q) {
				k.Lost = append(k.Lost, q)
			}
		}
		if len(quotes) == 0 && d.Path != "-" || len(k.Lost) < len(quotes) {
			return k, true
		}
	}
	return Known{}, false
}

// free gives a document an id that the story has for no other.
func free(d source.Document, taken map[string]bool) string {
	for id, n := d.ID, 2; ; n++ {
		if !taken[id] {
			return id
		}
		id = fmt.Sprintf("%s-%d", d.ID, n)
	}
}
