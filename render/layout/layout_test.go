package layout

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestPair(t *testing.T) {
	for _, direction := range []string{LeftToRight, TopToBottom} {
		req := pair()
		req.Direction = direction
		a := mustRun(t, req, engine())
		storm, flood := a.Nodes[0], a.Nodes[1]
		along, across, gap := flood.X-storm.X, flood.Y-storm.Y, 40+(120+100)/2
		if direction == TopToBottom {
			along, across, gap = across, along, 40+(40+50)/2
		}
		// One pixel more than asked for pays for rounding.
		if along != (gap+1)*Unit || across != 0 {
			t.Errorf("%s: the boxes lie %d apart and %d aside, want %d and 0", direction, along, across, (gap+1)*Unit)
		}
	}
}

// A single box fills its picture.
func TestSingle(t *testing.T) {
	req := pair()
	req.Nodes, req.Edges = req.Nodes[:1], nil
	a := mustRun(t, req, engine())
	if n := req.Nodes[0]; a.Width < n.Width || a.Height < n.Height || a.Width > n.Width+32*Unit || a.Height > n.Height+32*Unit {
		t.Errorf("a picture of %d by %d", a.Width, a.Height)
	}
}

// Boxes that share a rank across two clusters: without newrank every position
// comes out as nan.
func TestRankAcrossClusters(t *testing.T) {
	side := 40 * Unit
	req := Request{
		Direction: LeftToRight, NodeSep: 16 * Unit, RankSep: 32 * Unit,
		Nodes:    []Node{{"p", side, side}, {"q", side, side}, {"r", side, side}},
		Edges:    []Edge{{ID: "1", From: "p", To: "q", Constraint: true}, {ID: "2", From: "q", To: "r", Constraint: true}},
		Ranks:    [][]string{{"p"}, {"q", "r"}},
		Clusters: []Cluster{{"upper", []string{"p", "q"}}, {"lower", []string{"r"}}},
	}
	a := mustRun(t, req, engine())
	if a.Nodes[1].X != a.Nodes[2].X || a.Nodes[0].X >= a.Nodes[1].X {
		t.Errorf("got %+v", a.Nodes)
	}
	upper, lower := a.Clusters[0], a.Clusters[1]
	if upper.Y < lower.Y+lower.H && lower.Y < upper.Y+upper.H && upper.X < lower.X+lower.W && lower.X < upper.X+upper.W {
		t.Errorf("the clusters overlap: %+v", a.Clusters)
	}
}

// Rank groups win over edges that contradict them, alone or in a chain.
func TestRanksWinOverEdges(t *testing.T) {
	req := Request{Direction: TopToBottom, RankSep: 20 * Unit, NodeSep: 20 * Unit}
	for _, id := range []string{"a", "b", "c", "d", "free"} {
		req.Nodes = append(req.Nodes, Node{id, 30 * Unit, 20 * Unit})
	}
	req.Ranks = [][]string{{"a"}, {"b", "c"}, nil, {"d"}}
	for i, e := range [][2]string{{"d", "free"}, {"free", "a"}, {"d", "b"}, {"c", "b"}, {"a", "d"}} {
		req.Edges = append(req.Edges, Edge{ID: fmt.Sprint(i), From: e[0], To: e[1], Constraint: true})
	}
	a := mustRun(t, req, engine())
	if y := func(i int) int { return a.Nodes[i].Y }; y(0) >= y(1) || y(1) != y(2) || y(2) >= y(3) {
		t.Errorf("got %+v", a.Nodes)
	}
	// The free box follows the first of the two edges that it can.
	if a.Nodes[4].Y <= a.Nodes[3].Y {
		t.Errorf("the free box lies before the box that leads to it: %+v", a.Nodes)
	}
}

// Labels get room: their boxes lie between the ranks, clear of the nodes.
func TestLabelRoom(t *testing.T) {
	req := pair()
	req.Edges[0].LabelWidth, req.Edges[0].LabelHeight = 90*Unit, 24*Unit
	a := mustRun(t, req, engine())
	label := newBox(Node{"label", 90 * Unit, 24 * Unit}, PlacedNode{"label", a.Edges[0].LabelX, a.Edges[0].LabelY})
	boxes := []box{label}
	for i, n := range req.Nodes {
		boxes = append(boxes, newBox(n, a.Nodes[i]))
	}
	if err := checkOverlap(boxes); err != nil {
		t.Error(err)
	}
	if gap := boxes[2].left - boxes[1].right; gap < 2*90*Unit {
		t.Errorf("the gap is %d half units wide, narrower than the label", gap)
	}
}

// An edge without a constraint does not order its boxes.
func TestConstraint(t *testing.T) {
	req := pair()
	req.Edges[0].Constraint = false
	a := mustRun(t, req, engine())
	if a.Nodes[0].X != a.Nodes[1].X {
		t.Errorf("got %+v", a.Nodes)
	}
}

// Ids are text of other people: whatever they hold, they change nothing.
func TestHostileIDs(t *testing.T) {
	want := mustRun(t, pair(), engine())
	for _, id := range []string{
		"\"]; evil [x=\"", "} digraph {", "a\nb", "\\N", "<b>", "n1", "cluster_0", "e0", "node", "%s%n",
		"Überflutung 洪水", "\x00", "\u2028", "-- ->", strings.Repeat("long ", 20000),
	} {
		req := pair()
		req.Nodes[0].ID, req.Edges[0].From, req.Edges[0].ID = id, id, id
		req.Clusters = []Cluster{{id, []string{id}}}
		got := mustRun(t, req, engine())
		if got.Nodes[0].ID != id || got.Edges[0].ID != id || got.Clusters[0].ID != id {
			t.Fatalf("%.40q became %.40q", id, got.Nodes[0].ID)
		}
		if gap, wanted := got.Nodes[1].X-got.Nodes[0].X, want.Nodes[1].X-want.Nodes[0].X; gap < wanted || len(got.Nodes) != 2 {
			t.Errorf("%.40q changed the layout", id)
		}
	}
}

// The same request gives the same bytes, with and without a cache.
func TestSameBytes(t *testing.T) {
	var first []byte
	for i, opt := range []Options{engine(), engine(), {Path: built, CacheDir: filepath.Join(built, "none")}} {
		text, err := json.Marshal(mustRun(t, randomRequest(3), opt))
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = text
		} else if string(text) != string(first) {
			t.Errorf("run %d differs:\n%s\n%s", i, first, text)
		}
	}
}

func TestTimeoutOfTheRealProgram(t *testing.T) {
	opt := engine()
	opt.Timeout = 1 // a nanosecond
	if _, err := Run(context.Background(), pair(), opt); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

// Nothing in the module but the program itself links Graphviz.
func TestOnlyTheProgramLinksGraphviz(t *testing.T) {
	const program = "github.com/causeline/causeline/cmd/causeline-layout"
	list := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}}: {{join .Deps " "}} {{join .TestImports " "}} {{join .XTestImports " "}}`,
		"github.com/causeline/causeline/...")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for line := range strings.Lines(string(out)) {
		path, deps, _ := strings.Cut(line, ":")
		links := strings.Contains(deps, "goccy/go-graphviz")
		if path == program {
			found = links
		} else if links {
			t.Errorf("%s links go-graphviz", path)
		}
	}
	if !found {
		t.Errorf("%s does not link go-graphviz", program)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	program := func(path string) string {
		path = filepath.Join(dir, path)
		write(t, path, "x")
		if err := os.Chmod(path, 0o700); err != nil {
			t.Fatal(err)
		}
		return path
	}
	beside := program("bin/" + fileName())
	named := program("named")
	inPath := program("path/" + fileName())
	asked := program("asked")
	link := filepath.Join(dir, "causeline")
	if err := os.Symlink(program("bin/causeline"), link); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	missing := errors.New("missing")
	look := func(self, env, path string) finder {
		return finder{
			executable: func() (string, error) { return self, nil },
			getenv:     func(string) string { return env },
			lookPath: func(string) (string, error) {
				if path == "" {
					return "", missing
				}
				return path, nil
			},
		}
	}
	alone := filepath.Join(dir, "alone", "causeline")
	for _, c := range []struct {
		name   string
		finder finder
		asked  string
		want   string
		err    string
	}{
		{"asked", look(link, named, inPath), asked, asked, ""},
		{"asked but missing", look(link, named, inPath), asked + "?", "", "does not exist"},
		{"asked for a folder", look(link, named, inPath), dir, "", "cannot be run"},
		{"beside, through a link", look(link, named, inPath), "", beside, ""},
		{"named", look(alone, named, inPath), "", named, ""},
		{"named but missing", look(alone, named+"?", inPath), "", "", PathEnv + " is set to"},
		{"in PATH", look(alone, "", inPath), "", inPath, ""},
		{"nowhere", look(alone, "", ""), "", "", "go install github.com/causeline/causeline/cmd/...@latest"},
	} {
		got, err := c.finder.find(c.asked)
		if resolved, rerr := filepath.EvalSymlinks(got); rerr == nil {
			got = resolved
		}
		if want, werr := filepath.EvalSymlinks(c.want); werr == nil {
			c.want = want
		}
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: got %q, %v; want %q, %q", c.name, got, err, c.want, c.err)
		}
		if err != nil && !errors.Is(err, ErrNotInstalled) {
			t.Errorf("%s: %v does not say how to install", c.name, err)
		}
	}
}
