package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// built is the real program, which TestMain builds once.
var built string

// fakeEnv makes the test binary stand in for the program: it plays the named
// part instead of running tests.
const fakeEnv = "CAUSELINE_LAYOUT_TEST_FAKE"

func TestMain(m *testing.M) {
	if part := os.Getenv(fakeEnv); part != "" {
		os.Exit(play(part))
	}
	os.Exit(runTests(m))
}

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "layout")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	built = filepath.Join(dir, fileName())
	build := exec.Command("go", "build", "-o", built, "github.com/causeline/causeline/cmd/causeline-layout")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	// One warm cache serves all tests that are not about the cache.
	warm = filepath.Join(dir, "cache")
	return m.Run()
}

// warm is a cache folder for tests that are not about the cache.
var warm string

// engine are the options for the real program.
func engine() Options { return Options{Path: built, CacheDir: warm, Timeout: time.Minute} }

// fake are the options for a program that plays a part.
func fake(t *testing.T, part string) Options {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Path:     self,
		CacheDir: private700(t),
		Timeout:  30 * time.Second,
		environ:  append(os.Environ(), fakeEnv+"="+part),
	}
}

func private700(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "cache")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

// play is the program's stand-in. It returns the exit status.
func play(part string) int {
	if part == "client" {
		return playClient()
	}
	if playLiar(part) {
		return 0
	}
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return 3
	}
	var msg Message
	if err := json.Unmarshal(input, &msg); err != nil {
		return 3
	}
	if part == "grandchild" {
		time.Sleep(time.Minute)
		return 0
	}
	good := row(&msg.Request)
	var text []byte
	switch part {
	case "good":
		text, _ = json.Marshal(good)
	case "sleep":
		time.Sleep(time.Hour)
	case "child":
		return playParent()
	case "nan":
		text, _ = json.Marshal(good)
		text = bytes.Replace(text, []byte(`"x":`), []byte(`"x":NaN,"was":`), 1)
	case "huge":
		good.Nodes[0].X = 1 << 62
		text, _ = json.Marshal(good)
	case "overlap":
		good.Nodes[1].X = good.Nodes[0].X + msg.Request.Nodes[0].Width/2
		text, _ = json.Marshal(good)
	case "same place":
		good.Nodes[1] = PlacedNode{good.Nodes[1].ID, good.Nodes[0].X, good.Nodes[0].Y}
		text, _ = json.Marshal(good)
	case "missing":
		good.Nodes = good.Nodes[:1]
		text, _ = json.Marshal(good)
	case "twice":
		good.Nodes[1].ID = good.Nodes[0].ID
		text, _ = json.Marshal(good)
	case "outside":
		good.Nodes[1].X = good.Width
		text, _ = json.Marshal(good)
	case "no size":
		good.Width = 0
		text, _ = json.Marshal(good)
	case "wrong end":
		good.Edges[0].Points[3] = [2]int{good.Width / 2, good.Height}
		text, _ = json.Marshal(good)
	case "no curve":
		good.Edges[0].Points = good.Edges[0].Points[:2]
		text, _ = json.Marshal(good)
	case "old":
		good.Protocol = 0
		text, _ = json.Marshal(good)
	case "garbage, status 5":
		count()
		fmt.Println("}{")
		return 5
	case "old failure":
		fmt.Println(`{"error":"what?"}`)
		return 1
	case "failure", "counted failure":
		count()
		fmt.Println(`{"protocol":2,"error":"no luck today"}`)
		return 1
	case "garbage":
		text = []byte("\x00\xff<html>")
	case "one of two":
		good.More = []Answer{{}}
		text, _ = json.Marshal(good)
	case "two answers":
		text, _ = json.Marshal(good)
		text = append(text, text...)
	case "silence":
	case "flood":
		chunk := bytes.Repeat([]byte("x"), 1<<20)
		for {
			if _, err := os.Stdout.Write(chunk); err != nil {
				return 0
			}
		}
	case "panic":
		count()
		panic("the code is not what it was")
	case "panic once":
		if count() == 1 {
			panic("the code is not what it was")
		}
		text, _ = json.Marshal(good)
	case "panic, status 0":
		count()
		fmt.Fprint(os.Stderr, "panic: odd\n")
		text, _ = json.Marshal(good)
	case "env":
		fmt.Printf(`{"protocol":2,"error":%q}`, os.Getenv("TMPDIR")+"|"+os.Getenv("TMP")+"|"+os.Getenv("TEMP"))
		return 1
	default:
		return 4
	}
	os.Stdout.Write(text)
	return 0
}

// countEnv names the file in which stand-ins count their starts.
const countEnv = "CAUSELINE_LAYOUT_TEST_COUNT"

func count() int {
	file, err := os.OpenFile(os.Getenv(countEnv), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0
	}
	defer file.Close()
	file.WriteString("x")
	info, err := file.Stat()
	if err != nil {
		return 0
	}
	return int(info.Size())
}

// row is a correct answer to pair: both boxes in one row.
func row(req *Request) *Answer {
	a := &Answer{Protocol: Protocol}
	for _, n := range req.Nodes {
		w := n.Width + n.Width%2
		a.Nodes = append(a.Nodes, PlacedNode{n.ID, a.Width + w/2, n.Height})
		a.Width += w + 2*Unit
		a.Height = max(a.Height, 2*n.Height)
	}
	for _, e := range req.Edges {
		from, to := a.node(e.From), a.node(e.To)
		from[0] += req.Nodes[0].Width / 2
		to[0] -= req.Nodes[1].Width / 2
		a.Edges = append(a.Edges, PlacedEdge{ID: e.ID, Points: [][2]int{from, from, to, to}})
	}
	return a
}

func (a *Answer) node(id string) [2]int {
	for _, p := range a.Nodes {
		if p.ID == id {
			return [2]int{p.X, p.Y}
		}
	}
	return [2]int{}
}

// pair is the smallest request with an edge.
func pair() Request {
	return Request{
		Direction: LeftToRight, NodeSep: 20 * Unit, RankSep: 40 * Unit,
		Nodes: []Node{{"storm", 120 * Unit, 40 * Unit}, {"flood", 100 * Unit, 50 * Unit}},
		Edges: []Edge{{ID: "1", From: "storm", To: "flood", Constraint: true}},
	}
}

func mustRun(t *testing.T, req Request, opt Options) *Answer {
	t.Helper()
	answer, err := Run(context.Background(), req, opt)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// playParent starts a second stand-in that keeps the pipes open, notes its
// process id and sleeps.
func playParent() int {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), fakeEnv+"=grandchild")
	child.Stdin = strings.NewReader("{}")
	child.Stdout, child.Stderr = os.Stdout, os.Stderr
	if err := child.Start(); err != nil {
		return 3
	}
	if err := os.WriteFile(os.Getenv(countEnv), []byte(strconv.Itoa(child.Process.Pid)), 0o600); err != nil {
		return 3
	}
	time.Sleep(time.Hour)
	return 0
}
