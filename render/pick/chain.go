package pick

import (
	"errors"
	"fmt"
	"maps"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

// A Chain is the relations that answer a question.
type Chain struct {
	Relations []story.RelationKey
	// Phrase asks the question, in the words of render/lang, of the events
	// with the ids in About: "pick.why", "pick.effects" or "pick.path".
	Phrase string
	About  []string
}

// Pick returns the part of a story that shows a chain. Its events are drawn
// whatever they weigh, if they have a date; where that leaves no relation, it
// is an error.
func (c Chain) Pick(s *story.Story) (*Picked, error) {
	wanted := make(map[story.RelationKey]bool, len(c.Relations))
	takes := map[string]bool{}
	for _, k := range c.Relations {
		wanted[k] = true
		takes[k.From], takes[k.To] = true, true
	}
	p := &Picked{}
	chosen, undated, base := map[string]bool{}, map[string]bool{}, map[string]bool{}
	events := map[string]*story.Event{}
	for i := range s.Events {
		e := &s.Events[i]
		events[e.ID] = e
		switch {
		case !takes[e.ID]:
		case placed(e):
			chosen[e.ID] = true
		default:
			p.Undated++
			undated[e.ID] = true
		}
		base[e.ID] = chosen[e.ID] || e.Drawn
	}
	for _, id := range c.About {
		if undated[id] {
			return nil, fmt.Errorf("%q has no date, so no picture can show it: ask for text instead", id)
		}
	}
	// Those without a date stay in the story, for the picture to name them.
	told := maps.Clone(chosen)
	maps.Copy(told, undated)
	inChain := func(r *story.Relation) bool {
		return wanted[story.RelationKey{From: r.From, To: r.To, Type: r.Type}]
	}
	p.Story = part(s, told, inChain)
	p.thinned = thinned(s, p.Story)
	p.Kept = related(part(s, chosen, inChain))
	if p.Kept == 0 {
		return nil, errors.New("there is nothing to draw: no two events of the chain have a date")
	}
	p.Of = related(part(s, base, func(*story.Relation) bool { return true }))
	p.words = append(p.words, func(say lang.Speaker) string {
		var titles []string
		for _, id := range c.About {
			titles = append(titles, furniture.Title(say, events[id]))
		}
		return say.Say(c.Phrase, titles...)
	})
	return p, nil
}
