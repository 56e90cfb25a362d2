package furniture

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// Groups gives the lanes of a story their colours and shapes: the largest ones,
// in order of first use.
type Groups struct {
	names []string
	mark  scene.Unit // diameter of a moment's mark; 0 is the usual one
}

// maxGroups is how many lanes have a look of their own.
const maxGroups = 4

// GroupsOf collects the lanes of events in order of time. Given all moments of
// a story, a lane looks the same in every picture of it.
func GroupsOf(ms []scale.Moment) Groups {
	var g Groups
	count := map[string]int{} // looked up only, never walked
	for _, m := range ms {
		if m.Event.Lane != "" && g.index(m.Event.Lane) < 0 {
			g.names = append(g.names, m.Event.Lane)
		}
		count[m.Event.Lane]++
	}
	// The largest lanes get the looks; among these, order is that of use.
	bySize := slices.Clone(g.names)
	slices.SortStableFunc(bySize, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	large := bySize[:min(maxGroups, len(bySize))]
	slices.SortStableFunc(g.names, func(a, b string) int {
		return cmp.Compare(btoi(!slices.Contains(large, a)), btoi(!slices.Contains(large, b)))
	})
	return g
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Groups is GroupsOf with marks as large as the frame's theme has them.
func (f Frame) Groups(ms []scale.Moment) Groups {
	g := GroupsOf(ms)
	g.mark = f.Mark
	return g
}

func (g Groups) index(name string) int { return slices.Index(g.names, name) }

// A Shape is the outline of a mark.
type Shape uint8

// The shapes, one for each group; other groups share the last.
const (
	Circle Shape = iota
	Square
	Diamond
	Triangle
	Pentagon
)

// Look returns the colour and shape of an event. Without lanes in the story,
// all events are blue circles; an event without a lane among others that have
// one is grey, like the fifth lane and later.
func (g Groups) Look(e *story.Event) (scene.Role, Shape) {
	if len(g.names) == 0 {
		return scene.Group1, Circle
	}
	return groupLook(g.index(e.Lane))
}

func groupLook(i int) (scene.Role, Shape) {
	roles := [...]scene.Role{scene.Group1, scene.Group2, scene.Group3, scene.Group4}
	if i < 0 || i >= len(roles) {
		return scene.GroupOther, Pentagon
	}
	return roles[i], Shape(i)
}

// Lane returns the place of an event's lane among Names.
func (g Groups) Lane(e *story.Event) int {
	i := g.index(e.Lane)
	if i < 0 || i >= maxGroups {
		return maxGroups
	}
	return i
}

// Names names the lanes that have a look of their own, in order of first use,
// and what all others are called, where there are any.
func (g Groups) Names(say lang.Speaker, ms []scale.Moment) []string {
	out := append([]string(nil), g.names[:min(maxGroups, len(g.names))]...)
	if name := g.other(say, ms); name != "" {
		out = append(out, name)
	}
	return out
}

// LaneLook returns the look of a lane among Names.
func (g Groups) LaneLook(i int) (scene.Role, Shape) {
	if i >= len(g.names) {
		i = maxGroups
	}
	return groupLook(i)
}
