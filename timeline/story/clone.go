package story

import "slices"

// Clone returns a copy of s that shares nothing with it.
func (s *Story) Clone() *Story {
	c := *s
	c.Documents = slices.Clone(s.Documents)
	c.Events = slices.Clone(s.Events)
	for i := range c.Events {
		e := &c.Events[i]
		e.Actors = slices.Clone(e.Actors)
		e.Mentions = slices.Clone(e.Mentions)
		e.Show = cloneBool(e.Show)
		e.Reviewed = cloneBool(e.Reviewed)
	}
	c.Relations = slices.Clone(s.Relations)
	for i := range c.Relations {
		c.Relations[i].Mentions = slices.Clone(c.Relations[i].Mentions)
	}
	c.Disagreements = slices.Clone(s.Disagreements)
	for i := range c.Disagreements {
		g := &c.Disagreements[i]
		g.About = slices.Clone(g.About)
		g.Values = slices.Clone(g.Values)
		for j := range g.Values {
			g.Values[j].Documents = slices.Clone(g.Values[j].Documents)
		}
	}
	c.Removed = slices.Clone(s.Removed)
	c.SameAs = slices.Clone(s.SameAs)
	c.NotSameAs = slices.Clone(s.NotSameAs)
	c.Silenced = slices.Clone(s.Silenced)
	return &c
}

func cloneBool(b *bool) *bool {
	if b == nil {
		return nil
	}
	v := *b
	return &v
}
