package main

import (
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
