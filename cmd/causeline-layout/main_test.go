package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/layout"
)

// build makes the program once for the tests of its command line.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "causeline-layout")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// damaged makes a folder for temporary files in which Graphviz breaks down
// while it starts: a cache whose file is cut short.
func damaged(t *testing.T, program string) []string {
	t.Helper()
	dir := t.TempDir()
	env := append(os.Environ(), "TMPDIR="+dir, "TMP="+dir, "TEMP="+dir)
	warm := exec.Command(program)
	warm.Env = append(env, layout.MarkerEnv+"=1")
	_ = warm.Run() // refuses the empty request, after it has filled the cache
	files, err := filepath.Glob(filepath.Join(dir, "go-graphviz", "*", "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the cache holds %q, %v", files, err)
	}
	if err := os.Truncate(files[0], 100); err != nil {
		t.Fatal(err)
	}
	broken := exec.Command(program)
	broken.Env = warm.Env
	if out, err := broken.CombinedOutput(); err == nil || !strings.Contains(string(out), "panic:") {
		t.Fatalf("a damaged cache does no harm any more: %v\n%s", err, out)
	}
	return env
}

// Started by hand, the program answers before Graphviz starts and never goes
// near a cache in a folder that it shares with others.
func TestByHand(t *testing.T) {
	program := build(t)
	env := damaged(t, program)
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"--help"}, 0, "causeline starts it by itself"},
		{[]string{"-h"}, 0, "causeline starts it by itself"},
		{[]string{"--version"}, 0, "causeline-layout "},
		{[]string{"--frob"}, 2, `unknown arguments ["--frob"]`},
		{nil, 1, `{"protocol":2,"error":"the request is not in the agreed form`},
	} {
		cmd := exec.Command(program, c.args...)
		cmd.Env = env
		out, _ := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != c.status || !strings.Contains(string(out), c.want) {
			t.Errorf("%q: status %d, want %d:\n%s", c.args, cmd.ProcessState.ExitCode(), c.status, out)
		}
	}
}

// The help text must come before Graphviz: its package may not even start.
func TestHelpStartsNoEngine(t *testing.T) {
	cmd := exec.Command(build(t), "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "init os ") || strings.Contains(string(out), "go-graphviz") {
		t.Errorf("the order of initialisation has changed:\n%s", out)
	}
}

func TestServeRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "not in the agreed form",
		"[]":               "not in the agreed form",
		`{"protocol":0}`:   "protocol 0, this program has 2",
		`{"protocol":2}`:   `direction ""`,
		`{"protocol":"1"}`: "not in the agreed form",
	} {
		if _, err := serve(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
}

// Positions that are not numbers, and places that are missing, are errors.
func TestReadRefuses(t *testing.T) {
	size := 10 * layout.Unit
	req := &layout.Request{
		Nodes: []layout.Node{{ID: "a", Width: size, Height: size}, {ID: "b", Width: size, Height: size}},
		Edges: []layout.Edge{{ID: "x", From: "a", To: "b", LabelWidth: size, LabelHeight: size}},
	}
	good := `{"objects":[{"name":"n0","pos":"5,5"},{"name":"n1","pos":"55,5"}],` +
		`"edges":[{"id":"e0","pos":"10,5 20,5 40,5 50,5","lp":"30,12"}]}`
	if _, err := read(req, []byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{`"5,5"`, `"nan,5"`}, {`"5,5"`, `"inf,5"`}, {`"5,5"`, `"1e300,5"`}, {`"5,5"`, `"5"`}, {`"5,5"`, `""`},
		{`"n1"`, `"n2"`}, {`"n1"`, `"%3"`}, {`"e0"`, `"e7"`},
		{`{"objects"`, `["objects"`},
	} {
		if _, err := read(req, []byte(strings.Replace(good, c[0], c[1], 1))); err == nil {
			t.Errorf("%s for %s passes", c[1], c[0])
		}
	}
}

// An edge to which Graphviz gives no way runs straight from border to border.
func TestStraightEdge(t *testing.T) {
	size := 10 * layout.Unit
	req := &layout.Request{
		Nodes: []layout.Node{{ID: "a", Width: size, Height: size}, {ID: "b", Width: size, Height: size}},
		Edges: []layout.Edge{{ID: "x", From: "b", To: "a", LabelWidth: 64, LabelHeight: 64}},
	}
	a, err := read(req, []byte(`{"objects":[{"name":"n0","pos":"5,5"},{"name":"n1","pos":"55,5"}],"edges":[{"id":"e0"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(a.Edges)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"id":"x","points":[[3200,320],[2347,320],[1493,320],[640,320]],"label_x":1920,"label_y":320}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Positions of curves and labels that are not numbers are made up for.
func TestBrokenCurve(t *testing.T) {
	size := 10 * layout.Unit
	req := &layout.Request{
		Nodes: []layout.Node{{ID: "a", Width: size, Height: size}, {ID: "b", Width: size, Height: size}},
		Edges: []layout.Edge{{ID: "x", From: "a", To: "b", LabelWidth: 64, LabelHeight: 64}},
	}
	for _, pos := range []string{"nan,nan 20,5 40,5 50,5", "10,5", "10,5 20,5 30,5 40,5 50,5", "x"} {
		a, err := read(req, []byte(`{"objects":[{"name":"n0","pos":"5,5"},{"name":"n1","pos":"55,5"}],`+
			`"edges":[{"id":"e0","pos":"`+pos+`","lp":"nan,nan"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		if e := a.Edges[0]; len(e.Points) != 4 || e.Points[0] != [2]int{640, 320} || e.LabelX != 1920 || e.LabelY != 320 {
			t.Errorf("%s: %+v", pos, e)
		}
	}
}

func TestMiddle(t *testing.T) {
	one := []point{{0, 0}, {0, 8}, {8, 8}, {8, 0}}
	two := append(one, point{8, -8}, point{16, -8}, point{16, 0})
	if got := middle(one); got != (point{4, 6}) {
		t.Errorf("one piece: %v", got)
	}
	if got := middle(two); got != (point{8, 0}) {
		t.Errorf("two pieces: %v", got)
	}
}

// Ids do not reach the DOT text.
func TestDOTHoldsNoIDs(t *testing.T) {
	req := &layout.Request{
		Direction: layout.LeftToRight,
		Nodes:     []layout.Node{{ID: "evil]", Width: 64, Height: 64}, {ID: "evil;", Width: 64, Height: 64}},
		Edges:     []layout.Edge{{ID: "evil\"", From: "evil]", To: "evil;"}},
		Ranks:     [][]string{{"evil]"}, {"evil;"}},
		Clusters:  []layout.Cluster{{ID: "evil}", Nodes: []string{"evil;"}}},
	}
	if dot := string(writeDOT(req, func(layout.Edge) bool { return true })); strings.Contains(dot, "evil") || !strings.Contains(dot, "newrank=true") {
		t.Error(dot)
	}
}
