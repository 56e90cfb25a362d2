package main

import (
	"context"

	"github.com/causeline/causeline/render/layout"
)

// place lays the graph out with room for all labels. Graphviz fails over some
// graphs with rank groups, clusters and labels at once, most of all over
// labels on edges within a rank; then these, and at last all labels, go to the
// middles of their curves instead. The first layout that passes the client's
// own check is the answer.
func place(ctx context.Context, req *layout.Request) (*layout.Answer, error) {
	groups := make(map[string]int)
	for i, group := range req.Ranks {
		for _, id := range group {
			groups[id] = i + 1
		}
	}
	rooms := []func(layout.Edge) bool{
		func(layout.Edge) bool { return true },
		func(e layout.Edge) bool { return groups[e.From] == 0 || groups[e.From] != groups[e.To] },
		func(layout.Edge) bool { return false },
	}
	var first error
	for _, room := range rooms {
		answer, err := try(ctx, req, room)
		if err == nil {
			return answer, nil
		}
		if first == nil {
			first = err
		}
		if !labelled(req) {
			break // the other ways are the same
		}
	}
	return nil, first
}

func labelled(req *layout.Request) bool {
	for _, e := range req.Edges {
		if e.LabelWidth > 0 {
			return true
		}
	}
	return false
}

// try lays the graph out once.
func try(ctx context.Context, req *layout.Request, room func(layout.Edge) bool) (*layout.Answer, error) {
	text, err := graphviz(ctx, writeDOT(req, room))
	if err != nil {
		return nil, err
	}
	answer, err := read(req, text)
	if err != nil {
		return nil, err
	}
	return answer, answer.Check(req)
}
