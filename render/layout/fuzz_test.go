package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
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
	f.Add([]byte(`{"protocol":2,"width":9223372036854775807,"height":1,"nodes":[{"id":"storm"},{"id":"flood"}]}`))
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

// A feed gives numbers and names out of any bytes, and zeros after their end.
type feed struct {
	bytes []byte
	names int
}

func (f *feed) number(below int) int {
	n := 0
	for range 2 {
		n <<= 8
		if len(f.bytes) > 0 {
			n |= int(f.bytes[0])
			f.bytes = f.bytes[1:]
		}
	}
	return n % below
}

// length is mostly that of a label, and sometimes anything.
func (f *feed) length() int {
	switch f.number(8) {
	case 0:
		return 1 + f.number(maxLength)
	case 1:
		return 1
	}
	return 1 + f.number(200*Unit)
}

// name is an id that no other has.
func (f *feed) name() string {
	n := min(f.number(12), len(f.bytes))
	name := strings.ToValidUTF8(string(f.bytes[:n]), "?")
	f.bytes = f.bytes[n:]
	f.names++
	return fmt.Sprint(name, f.names)
}

// wildRequest is a request out of any bytes: boxes of all sizes, edges in all
// directions, rank groups and clusters that may contradict one another.
func wildRequest(text []byte) Request {
	f := &feed{bytes: text}
	req := Request{
		Direction: []string{TopToBottom, LeftToRight}[f.number(2)],
		NodeSep:   f.length(), RankSep: f.length(),
	}
	n := 1 + f.number(24)
	for range n {
		req.Nodes = append(req.Nodes, Node{f.name(), f.length(), f.length()})
	}
	id := func() string { return req.Nodes[f.number(n)].ID }
	for range f.number(3 * n) {
		e := Edge{ID: f.name(), From: id(), To: id(), Constraint: f.number(4) > 0}
		if f.number(3) == 0 {
			e.LabelWidth, e.LabelHeight = f.length(), f.length()
		}
		req.Edges = append(req.Edges, e)
	}
	for range f.number(n) {
		var group []string
		for range f.number(4) {
			group = append(group, id())
		}
		req.Ranks = append(req.Ranks, group)
	}
	for range f.number(5) {
		c := Cluster{ID: f.name()}
		for range f.number(6) {
			c.Nodes = append(c.Nodes, id())
		}
		req.Clusters = append(req.Clusters, c)
	}
	return req
}

// settled is the request without what Check refuses: what occurs twice, and
// loops.
func settled(req Request) Request {
	seen := map[string]bool{}
	fresh := func(key string) bool {
		old := seen[key]
		seen[key] = true
		return !old
	}
	req.Edges = slices.DeleteFunc(req.Edges, func(e Edge) bool {
		return e.From == e.To || !fresh(fmt.Sprintf("pair %q %q", e.From, e.To))
	})
	for i, group := range req.Ranks {
		req.Ranks[i] = slices.DeleteFunc(group, func(id string) bool { return !fresh("rank " + id) })
	}
	for i := range req.Clusters {
		c := &req.Clusters[i]
		c.Nodes = slices.DeleteFunc(c.Nodes, func(id string) bool { return !fresh("member " + id) })
	}
	req.Clusters = slices.DeleteFunc(req.Clusters, func(c Cluster) bool { return len(c.Nodes) == 0 })
	return req
}

// The real program lays out whatever Check lets pass, or says in its own words
// that it cannot: it never breaks down, and Run never finds its answer wrong.
func FuzzRun(f *testing.F) {
	for _, text := range []string{"", "\x00\x10\x00\x02", strings.Repeat("\x00\x05", 80), strings.Repeat("\x01\x13ab\"\x00]", 120)} {
		f.Add([]byte(text))
	}
	for _, step := range []byte{3, 29, 101, 171} {
		text := make([]byte, 900)
		for i := range text {
			text[i] = byte(i) * byte(i) * step
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		req := settled(wildRequest(text))
		if err := req.Check(); err != nil {
			return
		}
		answer, err := Run(context.Background(), req, engine())
		if err != nil {
			if !strings.Contains(err.Error(), "graphviz found no layout") {
				t.Fatal(err)
			}
			return
		}
		if !bytes.Equal(marshal(t, answer), marshal(t, mustRun(t, req, engine()))) {
			t.Fatal("laid out twice, the answer differs")
		}
	})
}
