package layout

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// Requests that make no sense are refused before anything is started: the
// program that is named here does not exist.
func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Request)
		want   string
	}{
		{"direction", func(r *Request) { r.Direction = "RL" }, `direction "RL"`},
		{"gap", func(r *Request) { r.NodeSep = -1 }, "gaps -1"},
		{"no id", func(r *Request) { r.Nodes[0].ID = "" }, "has no id"},
		{"broken id", func(r *Request) { r.Nodes[0].ID = "\xff" }, "not valid UTF-8"},
		{"node twice", func(r *Request) { r.Nodes = append(r.Nodes, r.Nodes[0]) }, `"storm" occurs twice`},
		{"zero width", func(r *Request) { r.Nodes[0].Width = 0 }, "is 0 by"},
		{"negative height", func(r *Request) { r.Nodes[0].Height = -5 }, "by -5"},
		{"giant", func(r *Request) { r.Nodes[0].Width = 1 << 60 }, "sides must lie"},
		{"edge twice", func(r *Request) {
			r.Edges = append(r.Edges, Edge{ID: "2", From: "storm", To: "flood"})
		}, `edges "1" and "2" both lead`},
		{"edge id twice", func(r *Request) {
			r.Edges = append(r.Edges, Edge{ID: "1", From: "flood", To: "storm"})
		}, `edge id "1" occurs twice`},
		{"loop", func(r *Request) { r.Edges[0].To = "storm" }, "to itself"},
		{"unknown end", func(r *Request) { r.Edges[0].To = "x" }, `names node "x"`},
		{"half a label", func(r *Request) { r.Edges[0].LabelWidth = 5 }, "5 by 0"},
		{"unknown rank", func(r *Request) { r.Ranks = [][]string{{"x"}} }, `rank group 1 names node "x"`},
		{"two ranks", func(r *Request) { r.Ranks = [][]string{{"storm"}, {"storm"}} }, "two places"},
		{"unknown member", func(r *Request) { r.Clusters = []Cluster{{"c", []string{"x"}}} }, `names node "x"`},
		{"two clusters", func(r *Request) {
			r.Clusters = []Cluster{{"c", []string{"storm"}}, {"d", []string{"storm"}}}
		}, "two places"},
		{"empty cluster", func(r *Request) { r.Clusters = []Cluster{{"c", nil}} }, "has no nodes"},
		{"cluster twice", func(r *Request) {
			r.Clusters = []Cluster{{"c", []string{"storm"}}, {"c", []string{"flood"}}}
		}, `cluster id "c" occurs twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			req := pair()
			c.change(&req)
			_, err := Run(context.Background(), req, Options{Path: "/nowhere", CacheDir: t.TempDir()})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want %q", err, c.want)
			}
			if errors.Is(err, ErrNotInstalled) {
				t.Fatal("the program was looked for")
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	req := Request{Direction: TopToBottom}
	for i := range MaxNodes + 1 {
		req.Nodes = append(req.Nodes, Node{fmt.Sprint(i), 1, 1})
	}
	_, err := Run(context.Background(), req, Options{Path: "/nowhere"})
	if !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "2001 events, at most 2000") ||
		!strings.Contains(err.Error(), "split the story") {
		t.Fatalf("got %v", err)
	}
	req.Nodes = req.Nodes[:MaxNodes]
	req.Edges = make([]Edge, MaxEdges+1)
	if _, err := Run(context.Background(), req, Options{Path: "/nowhere"}); !errors.Is(err, ErrTooLarge) {
		t.Fatalf("got %v", err)
	}
}

// An empty graph needs no process.
func TestEmptyGraph(t *testing.T) {
	a, err := Run(context.Background(), Request{Direction: TopToBottom}, Options{Path: "/nowhere"})
	if err != nil || !reflect.DeepEqual(a, &Answer{Protocol: Protocol}) {
		t.Fatalf("got %+v, %v", a, err)
	}
}
