package layout

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// The sizes up to which a request is laid out. Beyond them nobody can read
// the picture and the time grows faster than the graph.
const (
	MaxNodes  = 2000
	MaxEdges  = 10000
	maxLength = 10000 * Unit // of one side of a box, a label or a gap
)

// ErrTooLarge is wrapped by errors about graphs beyond MaxNodes or MaxEdges.
var ErrTooLarge = errors.New("the graph is too large to lay out")

// Check reports the first thing that makes the request impossible. Run calls it
// before it starts a process, so that mistakes come back at once.
func (r *Request) Check() error {
	if r.Direction != TopToBottom && r.Direction != LeftToRight {
		return fmt.Errorf("direction %q is neither %s nor %s", r.Direction, TopToBottom, LeftToRight)
	}
	if n := len(r.Nodes); n > MaxNodes {
		return fmt.Errorf("%w: %d events, at most %d fit into one diagram; "+
			"draw only the more important ones or split the story into several", ErrTooLarge, n, MaxNodes)
	}
	if n := len(r.Edges); n > MaxEdges {
		return fmt.Errorf("%w: %d relations, at most %d fit into one diagram; "+
			"draw only the more important events or split the story into several", ErrTooLarge, n, MaxEdges)
	}
	if !validGap(r.NodeSep) || !validGap(r.RankSep) {
		return fmt.Errorf("gaps %d and %d must lie between 0 and %d (1/64 px)", r.NodeSep, r.RankSep, maxLength)
	}
	known, err := r.checkNodes()
	if err != nil {
		return err
	}
	if err := r.checkEdges(known); err != nil {
		return err
	}
	if err := r.checkRanks(known); err != nil {
		return err
	}
	return r.checkClusters(known)
}

func validGap(n int) bool  { return n >= 0 && n <= maxLength }
func validSide(n int) bool { return n > 0 && n <= maxLength }

// checkID refuses ids that JSON would change on the way.
func checkID(what, id string, seen map[string]bool) error {
	switch {
	case id == "":
		return fmt.Errorf("a %s has no id", what)
	case !utf8.ValidString(id):
		return fmt.Errorf("%s id %q is not valid UTF-8", what, id)
	case seen[id]:
		return fmt.Errorf("%s id %q occurs twice", what, id)
	}
	seen[id] = true
	return nil
}

func (r *Request) checkNodes() (map[string]bool, error) {
	known := make(map[string]bool, len(r.Nodes))
	for _, n := range r.Nodes {
		if err := checkID("node", n.ID, known); err != nil {
			return nil, err
		}
		if !validSide(n.Width) || !validSide(n.Height) {
			return nil, fmt.Errorf("node %q is %d by %d; sides must lie between 1 and %d (1/64 px)",
				n.ID, n.Width, n.Height, maxLength)
		}
	}
	return known, nil
}

func (r *Request) checkEdges(known map[string]bool) error {
	seen := make(map[string]bool, len(r.Edges))
	pairs := make(map[[2]string]string, len(r.Edges))
	for _, e := range r.Edges {
		if err := checkID("edge", e.ID, seen); err != nil {
			return err
		}
		for _, end := range []string{e.From, e.To} {
			if !known[end] {
				return fmt.Errorf("edge %q names node %q, which is not in the graph", e.ID, end)
			}
		}
		if e.From == e.To {
			return fmt.Errorf("edge %q leads from node %q to itself", e.ID, e.From)
		}
		pair := [2]string{e.From, e.To}
		if other, twice := pairs[pair]; twice {
			return fmt.Errorf("edges %q and %q both lead from node %q to node %q; draw them as one",
				other, e.ID, e.From, e.To)
		}
		pairs[pair] = e.ID
		none := e.LabelWidth == 0 && e.LabelHeight == 0
		if !none && (!validSide(e.LabelWidth) || !validSide(e.LabelHeight)) {
			return fmt.Errorf("the label of edge %q is %d by %d; sides must both be 0 or lie between 1 and %d (1/64 px)",
				e.ID, e.LabelWidth, e.LabelHeight, maxLength)
		}
	}
	return nil
}

func (r *Request) checkRanks(known map[string]bool) error {
	seen := make(map[string]bool)
	for i, group := range r.Ranks {
		for _, id := range group {
			if !known[id] {
				return fmt.Errorf("rank group %d names node %q, which is not in the graph", i+1, id)
			}
			if seen[id] {
				return fmt.Errorf("node %q is in two places of the rank groups", id)
			}
			seen[id] = true
		}
	}
	return nil
}

func (r *Request) checkClusters(known map[string]bool) error {
	ids := make(map[string]bool)
	seen := make(map[string]bool)
	for _, c := range r.Clusters {
		if err := checkID("cluster", c.ID, ids); err != nil {
			return err
		}
		if len(c.Nodes) == 0 {
			return fmt.Errorf("cluster %q has no nodes", c.ID)
		}
		for _, id := range c.Nodes {
			if !known[id] {
				return fmt.Errorf("cluster %q names node %q, which is not in the graph", c.ID, id)
			}
			if seen[id] {
				return fmt.Errorf("node %q is in two places of the clusters", id)
			}
			seen[id] = true
		}
	}
	return nil
}
