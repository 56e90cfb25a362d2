package layout

import (
	"encoding/json"
	"testing"
)

// Whatever an answer holds, checking it neither panics nor lets a box pass
// that lies outside the picture.
func FuzzAnswer(f *testing.F) {
	req := pair()
	req.Clusters = []Cluster{{"c", []string{"storm"}}}
	good := row(&req)
	good.Clusters = []PlacedCluster{{"c", 0, 0, good.Width, good.Height}}
	if err := good.Check(&req); err != nil {
		f.Fatal(err)
	}
	text, err := json.Marshal(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"protocol":1,"width":9223372036854775807,"height":1,"nodes":[{"id":"storm"},{"id":"flood"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := decode(text)
		if err != nil || a.Check(&req) != nil {
			return
		}
		for i, n := range a.Nodes {
			if n.X < req.Nodes[i].Width/2 || n.X > a.Width-req.Nodes[i].Width/2 {
				t.Errorf("%q at %d in %d", n.ID, n.X, a.Width)
			}
		}
	})
}
