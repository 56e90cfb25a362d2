package main

import (
	_ "embed"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// renderJS has Viz.js draw a DOT file.
//
//go:embed render.cjs
var renderJS []byte

// config says where the programs are.
type config struct {
	causeline, dot, node, viz, d2 string
}

// A contender is one way to draw a graph, a row of each table.
type contender struct {
	name  string
	input string   // name of the file that it reads, see inputs
	argv  []string // empty where something is missing; ends with the input's path
	cold  bool     // with an empty cache each time
	small bool     // only for the smallest graph
	along func(point) float64
}

func across(p point) float64 { return p.x }
func down(p point) float64   { return p.y }

// A program is something to be found on the machine.
type program struct {
	Name    string
	Wants   string // how to get it, where it is missing
	Version string // "" where missing
	path    string // "" where missing
}

// programs looks for what is to be compared. Nothing is installed.
func (c config) programs() []program {
	return []program{
		find("causeline", c.causeline, "make build", "--version"),
		find("dot", c.dot, "install Graphviz, graphviz.org", "-V"),
		find("node", c.node, "install Node.js, nodejs.org", "--version"),
		findViz(c.viz),
		find("d2", c.d2, "go install oss.terrastruct.com/d2@v0.7.1, and name it with -d2", "--version"),
	}
}

func find(name, path, wants, flag string) program {
	p := program{Name: name, Wants: wants}
	found, err := exec.LookPath(path)
	if err != nil {
		return p
	}
	if p.path, err = filepath.Abs(found); err != nil {
		return p
	}
	out, _ := exec.Command(p.path, flag).CombinedOutput() // dot -V writes to standard error
	p.Version = number.FindString(string(out))
	if p.Version == "" {
		p.Version = "of this tree"
	}
	return p
}

var number = regexp.MustCompile(`v?\d+\.\d+(\.\d+)?`)

var packageVersion = regexp.MustCompile(`"version":\s*"([^"]+)"`)

// findViz looks for the package in a folder that npm has filled.
func findViz(dir string) program {
	p := program{Name: "@viz-js/viz", Wants: "npm install @viz-js/viz in any folder, and name it with -viz-dir"}
	if dir == "" {
		return p
	}
	home := filepath.Join(dir, "node_modules", "@viz-js", "viz")
	text, err := os.ReadFile(filepath.Join(home, "package.json"))
	if err != nil {
		return p
	}
	p.Version = "(unknown)"
	if m := packageVersion.FindSubmatch(text); m != nil {
		p.Version = string(m[1])
	}
	p.path, _ = filepath.Abs(filepath.Join(home, "dist", "viz.cjs"))
	return p
}

// contenders are the rows, for the programs in the order of programs. script
// is where renderJS was written to.
func contenders(found []program, script string) []contender {
	causeline, dot, node, viz, d2 := found[0].path, found[1].path, found[2].path, found[3].path, found[4].path
	draw := func(flags ...string) []string {
		return append([]string{causeline, "render", "--view", "causes"}, flags...)
	}
	list := []contender{
		{name: "causeline, by time, wide", input: "story.yaml", argv: draw("--order", "time"), along: across},
		{name: "causeline, by time, narrow", input: "story.yaml", argv: draw("--shape", "narrow"), along: down},
		{name: "causeline, by cause", input: "story.yaml", argv: draw("--order", "cause"), along: down},
		{name: "causeline, by cause, first start", input: "story.yaml", argv: draw("--order", "cause"), along: down, cold: true, small: true},
		{name: "dot", input: "graph.dot", argv: []string{dot, "-Tsvg"}, along: across},
		{name: "dot, a rank for each date", input: "dated.dot", argv: []string{dot, "-Tsvg"}, along: across},
		{name: "Viz.js", input: "graph.dot", argv: []string{node, script, viz}, along: across},
		{name: "d2, dagre", input: "graph.d2", argv: []string{d2, "--layout", "dagre", "--timeout", "0", "--stdout-format", "svg", "-", "-"}, along: across},
	}
	for i, c := range list {
		for _, arg := range c.argv {
			if arg == "" {
				list[i].argv = nil
			}
		}
	}
	return list
}

// inputs writes the story in every spelling into a folder.
func inputs(dir string, n int) error {
	s := invent(n)
	yaml, err := yamlOf(s)
	return errors.Join(err,
		write(dir, "story.yaml", yaml),
		write(dir, "graph.dot", writeDOT(s, false)),
		write(dir, "dated.dot", writeDOT(s, true)),
		write(dir, "graph.d2", writeD2(s)))
}

func write(dir, name string, data []byte) error {
	return os.WriteFile(filepath.Join(dir, name), data, 0o600)
}

// command is the contender's command for the input in a folder. d2 wants it on
// standard input, and dot and causeline can read it there, too.
func (c contender) command(dir string) (argv []string, stdin string) {
	path := filepath.Join(dir, c.input)
	if strings.HasSuffix(c.input, ".d2") {
		return c.argv, path
	}
	return append(append([]string(nil), c.argv...), path), ""
}
