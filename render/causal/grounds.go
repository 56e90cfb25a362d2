package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// A ground is the panel behind an event and its parts, which follow it without
// anything between.
type ground struct {
	first, last int // the whole, and the last of its parts
	depth       int // of panels around it
}

// findGrounds finds the wholes that stand with all their parts in a row, so
// that a panel can hold them and nothing else.
func (d *diagram) findGrounds() {
	whole := make([]int, len(d.ms))
	count := make([]int, len(d.ms))
	for i := range whole {
		whole[i] = -1
	}
	for _, r := range d.rels {
		if r.Type == story.PartOf {
			whole[r.from] = r.to
			count[r.from]++
		}
	}
	// under reports whether an event lies below another one in the forest. The
	// bound ends what runs in a circle.
	under := func(i, top int) bool {
		for range d.ms {
			if whole[i] < 0 || count[i] > 1 {
				return false
			}
			if i = whole[i]; i == top {
				return true
			}
		}
		return false
	}
	for top := range d.ms {
		last := top
		for last+1 < len(d.ms) && under(last+1, top) {
			last++
		}
		all := last > top && !under(top, top)
		for _, r := range d.rels {
			if r.Type == story.PartOf && r.to == top {
				all = all && r.from > top && r.from <= last && count[r.from] == 1
			}
		}
		if !all {
			continue
		}
		g := ground{first: top, last: last}
		for _, o := range d.grounds {
			if o.first <= top && last <= o.last {
				g.depth++
			}
		}
		d.grounds = append(d.grounds, g)
	}
}

// inGround reports whether a panel says what the relation does.
func (d *diagram) inGround(r relation) bool {
	return r.Type == story.PartOf && slices.ContainsFunc(d.grounds, func(g ground) bool { return g.first == r.to })
}

// heads reports whether a panel is about event i.
func (d *diagram) heads(i int) bool {
	return slices.ContainsFunc(d.grounds, func(g ground) bool { return g.first == i })
}

// role is the colour of a panel: of one within another it changes.
func (g ground) role() scene.Role {
	if g.depth%2 == 1 {
		return scene.Tint2
	}
	return scene.Tint
}

// ground is the colour behind event i.
func (d *diagram) ground(i int) scene.Role {
	role := scene.Background
	for _, g := range d.grounds {
		if g.first <= i && i <= g.last {
			role = g.role() // an inner panel comes after the one around it
		}
	}
	return role
}

// inner returns how many panels stand within a panel, one in another.
func (d *diagram) inner(g ground) int {
	n := 0
	for _, o := range d.grounds {
		if o.first >= g.first && o.last <= g.last {
			n = max(n, o.depth-g.depth)
		}
	}
	return n
}

// edges returns how far a panel reaches above its first and below its last
// event: farther where other panels within it begin or end with the same one.
func (d *diagram) edges(g ground) (above, below scene.Unit) {
	for _, o := range d.grounds {
		if o.first == g.first && o.last <= g.last {
			above += panelEdge
		}
		if o.last == g.last && o.first >= g.first {
			below += panelEdge
		}
	}
	return above, below
}

// roomFor returns what the panels that begin with event i need above it, and
// those that end with it below it.
func (d *diagram) roomFor(i int) (above, below scene.Unit) {
	for _, g := range d.grounds {
		if g.first == i {
			above += panelEdge
		}
		if g.last == i {
			below += panelEdge
		}
	}
	return above, below
}

// depth returns in how many panels an event stands.
func (d *diagram) depth(i int) int {
	n := 0
	for _, g := range d.grounds {
		if g.first <= i && i <= g.last {
			n++
		}
	}
	return n
}
