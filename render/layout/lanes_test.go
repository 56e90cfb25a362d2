package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// lanes is a graph as stories make it: 40 boxes with dates as rank groups,
// lanes as clusters across them, and labels, also between boxes of one date.
// About every fifth makes Graphviz fail unless labels step back.
func lanes(seed uint64) Request {
	r := rand.New(rand.NewPCG(seed, 1))
	const boxes = 40
	req := layered(boxes)
	if seed%2 == 0 {
		req.Direction = TopToBottom
	}
	members := make([][]string, 4)
	for i := 0; i < boxes; {
		var group []string
		for range min(1+r.IntN(4), boxes-i) {
			id := req.Nodes[i].ID
			group = append(group, id)
			if k := r.IntN(len(members) + 1); k < len(members) {
				members[k] = append(members[k], id)
			}
			i++
		}
		req.Ranks = append(req.Ranks, group)
	}
	for k, ids := range members {
		if len(ids) > 0 {
			req.Clusters = append(req.Clusters, Cluster{fmt.Sprint("lane ", k), ids})
		}
	}
	return req
}

func TestLanes(t *testing.T) {
	for seed := range uint64(60) {
		req := lanes(seed)
		a, err := Run(context.Background(), req, engine())
		if err != nil {
			t.Errorf("seed %d: %v", seed, err)
			continue
		}
		for i, c := range a.Clusters {
			for _, d := range a.Clusters[i+1:] {
				if c.X < d.X+d.W && d.X < c.X+c.W && c.Y < d.Y+d.H && d.Y < c.Y+c.H {
					t.Errorf("seed %d: %q and %q overlap", seed, c.ID, d.ID)
				}
			}
		}
	}
}
