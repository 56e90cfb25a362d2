package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/causeline/causeline/render/layout"
)

// Reading Graphviz's output never panics, and what it reads lies in the
// picture.
func FuzzRead(f *testing.F) {
	size := 10 * layout.Unit
	req := &layout.Request{
		Nodes:    []layout.Node{{ID: "a", Width: size, Height: size}, {ID: "b", Width: size, Height: size}},
		Edges:    []layout.Edge{{ID: "x", From: "a", To: "b", LabelWidth: size, LabelHeight: size}},
		Clusters: []layout.Cluster{{ID: "c", Nodes: []string{"a"}}},
	}
	f.Add([]byte(`{"objects":[{"name":"cluster_0","bb":"0,0,10,10"},{"name":"n0","pos":"5,5"},{"name":"n1","pos":"55,5"}],` +
		`"edges":[{"id":"e0","pos":"10,5 20,5 40,5 50,5","lp":"30,12"}]}`))
	f.Add([]byte(`{"objects":[{"name":"cluster_0","bb":"0,0,1,1"},{"name":"n0","pos":"5,5"},{"name":"n1","pos":"5,5"}],"edges":[{"id":"e0"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := read(req, text)
		if err != nil {
			return
		}
		for _, n := range a.Nodes {
			if n.X < 0 || n.Y < 0 || n.X > a.Width || n.Y > a.Height {
				t.Errorf("%+v in %d by %d", n, a.Width, a.Height)
			}
		}
	})
}

// Whatever comes as a message is laid out or refused; what comes back is right
// by the client's own check, and the same each time.
func FuzzMessage(f *testing.F) {
	side := 30 * layout.Unit
	for _, msg := range []layout.Message{
		{Protocol: layout.Protocol, Request: layout.Request{Direction: layout.LeftToRight}},
		{Protocol: layout.Protocol, LimitMillis: 5, Request: layout.Request{
			Direction: layout.TopToBottom, NodeSep: 64, RankSep: 640,
			Nodes:    []layout.Node{{ID: "a", Width: side, Height: side}, {ID: "\"] b", Width: side, Height: 1}, {ID: "c", Width: 1, Height: side}},
			Edges:    []layout.Edge{{ID: "1", From: "a", To: "c", LabelWidth: side, LabelHeight: 64, Constraint: true}, {ID: "2", From: "c", To: "a"}},
			Ranks:    [][]string{{"c"}, {"a", "\"] b"}},
			Clusters: []layout.Cluster{{ID: "x", Nodes: []string{"c", "a"}}},
		}},
	} {
		text, err := json.Marshal(msg)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		msg, err := receive(bytes.NewReader(text))
		if err != nil || len(msg.Request.Nodes) > 40 {
			return
		}
		got, err := answer(&msg.Request)
		if err != nil {
			return
		}
		if len(got.Nodes) > 0 {
			if err := got.Check(&msg.Request); err != nil {
				t.Fatal(err)
			}
		}
		again, err := answer(&msg.Request)
		if err != nil || !bytes.Equal(mustMarshal(t, got), mustMarshal(t, again)) {
			t.Fatalf("the second time: %v", err)
		}
	})
}

func mustMarshal(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
