package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// randomRequest makes a graph of up to 14 boxes with everything that a
// request can hold. Its rank groups are slices of one order, and clusters cut
// across them, as dates cut across lanes.
func randomRequest(seed uint64) Request {
	r := rand.New(rand.NewPCG(seed, 7))
	req := Request{
		Direction: []string{TopToBottom, LeftToRight}[r.IntN(2)],
		NodeSep:   r.IntN(30 * Unit),
		RankSep:   r.IntN(80 * Unit),
	}
	n := 1 + r.IntN(14)
	for i := range n {
		req.Nodes = append(req.Nodes, Node{fmt.Sprintf("box %d", i), 1 + r.IntN(200*Unit), 1 + r.IntN(80*Unit)})
	}
	used := make(map[[2]int]bool)
	for range r.IntN(2*n + 1) {
		from, to := r.IntN(n), r.IntN(n)
		if r.IntN(4) > 0 && from > to {
			from, to = to, from
		}
		if from == to || used[[2]int{from, to}] {
			continue
		}
		used[[2]int{from, to}] = true
		e := Edge{ID: fmt.Sprint(len(req.Edges)), From: req.Nodes[from].ID, To: req.Nodes[to].ID, Constraint: r.IntN(5) > 0}
		if r.IntN(3) == 0 {
			e.LabelWidth, e.LabelHeight = 1+r.IntN(90*Unit), 1+r.IntN(30*Unit)
		}
		req.Edges = append(req.Edges, e)
	}
	if r.IntN(3) > 0 {
		for i := 0; i < n; {
			var group []string
			for range 1 + r.IntN(3) {
				if i < n && r.IntN(5) > 0 {
					group = append(group, req.Nodes[i].ID)
				}
				i++
			}
			req.Ranks = append(req.Ranks, group)
		}
	}
	if r.IntN(3) > 0 {
		lanes := make([][]string, 1+r.IntN(4))
		for _, node := range req.Nodes {
			if k := r.IntN(len(lanes) + 1); k < len(lanes) {
				lanes[k] = append(lanes[k], node.ID)
			}
		}
		for k, lane := range lanes {
			if len(lane) > 0 {
				req.Clusters = append(req.Clusters, Cluster{fmt.Sprint("lane ", k), lane})
			}
		}
	}
	return req
}

// Every random graph comes out with all that Run checks: places, ranks,
// clusters, and curves that begin and end at the right boxes.
func TestRandomGraphs(t *testing.T) {
	const graphs, workers = 400, 4
	mustRun(t, pair(), engine()) // warms the cache
	for w := range workers {
		t.Run(fmt.Sprint(w), func(t *testing.T) {
			t.Parallel()
			for seed := w; seed < graphs; seed += workers {
				req := randomRequest(uint64(seed))
				if _, err := Run(context.Background(), req, engine()); err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
			}
		})
	}
}
