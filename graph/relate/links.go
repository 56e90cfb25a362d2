package relate

import (
	"sort"

	"github.com/causeline/causeline/timeline/causes"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// links finds the statements of one document that have an event on each side.
func links(d *extract.Document) []link {
	var out []link
	for i := range d.Causes {
		st := &d.Causes[i]
		if st.Negated || st.Grade == causes.Suggested {
			continue
		}
		l := link{
			from: mentionOf(d, &st.Cause, st.Sentence), to: mentionOf(d, &st.Effect, st.Sentence),
			typ: story.RelationType(st.Type), strength: strength(st), cue: st.Cue, sentence: st.Sentence,
		}
		if l.from < 0 || l.to < 0 || l.from == l.to || st.Type == causes.PartOf && !within(d, l.from, l.to) {
			continue
		}
		out = append(out, l)
	}
	return out
}

// strength grades a statement for a picture: stated is only what is said
// plainly and as done. That "officials said" so is how news is told; what they
// alleged or believed is less.
func strength(st *causes.Statement) story.Strength {
	if st.Grade == causes.Possible || st.Hedged || st.Expected || st.Alleged {
		return story.StrengthPossible
	}
	return story.StrengthStated
}

// mentionOf returns the event mention that a side of a statement names: the
// one whose trigger is its head, else the highest below; -1 for none.
func mentionOf(d *extract.Document, s *causes.Side, sentence int) int {
	if s.Previous {
		sentence--
	}
	first := sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].Sentence >= sentence })
	for _, token := range s.Names {
		for i := first; i < len(d.Mentions) && d.Mentions[i].Sentence == sentence; i++ {
			if m := &d.Mentions[i]; m.Start <= token && token < m.End {
				return i
			}
		}
	}
	return -1
}

// within reports whether a mention can be part of another that it is said to
// be at: an event of its own, of the same time.
func within(d *extract.Document, part, whole int) bool {
	m, w := &d.Mentions[part], &d.Mentions[whole]
	switch {
	case !w.Nominal || m.Chain == w.Chain:
		return false
	case w.Part && !m.Part && m.Nominal:
		return false // the lesser thing is no part of the greater
	}
	return m.Background == w.Background || m.Nominal || !d.Chains[m.Chain].When.Dated()
}
