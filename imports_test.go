package causeline_test

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is this module's path; imports inside it are written without.
const module = "github.com/causeline/causeline"

// beforeExtract is what reading one document builds on.
var beforeExtract = []string{
	"timeline/edtf", "timeline/story", "timeline/nlp", "timeline/lexicon", "timeline/source", "timeline/chunk", "timeline/names", "timeline/timex", "timeline/causes",
}

// directions is the picture in ARCHITECTURE.md as a table: which packages of
// the module a package may import. The first line that names the package
// counts. A name with "/..." covers the folder and everything below it.
var directions = []struct {
	from string
	to   []string
}{
	// Leaves: data and tables that every stage may build on.
	{"timeline/edtf", nil},
	{"timeline/nlp", nil},
	{"timeline/conllu", nil},
	{"timeline/lexicon", nil},
	{"timeline/prose", nil},
	{"timeline/story", []string{"timeline/edtf"}},
	{"render/scene", nil},
	{"render/theme", nil},
	{"render/lang", []string{"timeline/edtf"}},
	{"render/href", nil},
	{"render/sfnt", nil},
	{"render/typeface", nil},
	// Stages, each from what comes before it.
	{"timeline/source", []string{"timeline/edtf", "timeline/nlp", "timeline/story"}},
	{"timeline/english/train", []string{"timeline/nlp", "timeline/conllu", "timeline/annotate", "timeline/english", "timeline/english/..."}},
	{"timeline/english/...", []string{"timeline/nlp", "timeline/conllu", "timeline/english/..."}},
	{"timeline/chunk", []string{"timeline/nlp"}},
	{"timeline/names/spot", []string{"timeline/nlp", "timeline/lexicon"}},
	{"timeline/names", []string{"timeline/nlp", "timeline/lexicon", "timeline/names/spot"}},
	{"timeline/timex", []string{"timeline/edtf", "timeline/nlp", "timeline/lexicon", "timeline/chunk"}},
	{"timeline/causes", []string{"timeline/nlp", "timeline/lexicon"}},
	{"timeline/extract", beforeExtract},
	{"timeline/merge", append(slices.Clone(beforeExtract), "timeline/extract")},
	{"timeline/adopt", []string{"timeline/edtf", "timeline/story"}},
	{"timeline/recall", append(slices.Clone(beforeExtract), "timeline/extract")},
	{"timeline/...", []string{"timeline/..."}}, // the order of the stages, and programs that measure them
	{"graph", []string{"timeline/edtf", "timeline/story"}},
	{"graph/trail", []string{"timeline/edtf", "timeline/story", "timeline/prose", "graph"}},
	{"graph/...", []string{"timeline/...", "graph/..."}},
	// Drawing: a story in, a scene out, and one writer each for SVG and HTML.
	{"render/layout", nil},
	{"render/measure", []string{"render/scene", "render/theme", "render/typeface"}},
	{"render/house", []string{"timeline/story", "render/theme"}},
	{"render/svg", []string{"render/scene", "render/theme", "render/href"}},
	{"render/raster", []string{"render/scene", "render/theme", "render/typeface"}},
	{"render/pdf", []string{"render/scene", "render/theme", "render/href", "render/typeface", "render/sfnt"}},
	{"render/htmltext", []string{"timeline/edtf", "timeline/story"}},
	{"render/page", []string{"timeline/edtf", "timeline/story", "graph", "render/theme", "render/scale", "render/furniture", "render/scene", "render/svg", "render/href", "render/htmltext", "render/embed"}},
	{"render/...", []string{"timeline/edtf", "timeline/story", "graph", "render/..."}},
	// Programs see everything; nothing sees them but themselves.
	{"cmd/...", []string{"timeline/...", "graph/...", "render/...", "cmd/..."}},
	// Data and tests of the whole module.
	{"seeds", nil},
	{"", nil},
}

// barriers are what must not be reached at all, however many imports away.
var barriers = []struct {
	to, only []string
	why      string
}{
	{
		to:   []string{"timeline/english/...", "timeline/lexicon/...", "timeline/timex/...", "timeline/chunk/...", "timeline/names/...", "timeline/causes/...", "timeline/extract/...", "timeline/merge/...", "timeline/source/...", "timeline/nlp/..."},
		only: []string{"timeline/causes/...", "timeline", "timeline/annotate", "timeline/english/...", "timeline/timex/...", "timeline/lexicon/...", "timeline/chunk/...", "timeline/names/...", "timeline/extract/...", "timeline/eval/...", "timeline/merge/...", "timeline/recall", "timeline/source/...", "timeline/nlp/...", "graph/relate/...", "cmd/..."},
		why:  "what draws a story or reads a story file must not drag in what reads language",
	},
	{
		to:   []string{"github.com/goccy/go-graphviz/..."},
		only: []string{"cmd/causeline-layout/..."},
		why:  "Graphviz runs in a process of its own, which may be killed",
	},
	{
		to:   []string{"github.com/spf13/cobra/...", "github.com/spf13/pflag/..."},
		only: []string{"cmd/..."},
		why:  "command lines are the programs' concern",
	},
	{
		to:   []string{"render/testfont"},
		only: []string{"render/testfont"},
		why:  "it is for tests",
	},
}

// covers reports whether one of the patterns names the package.
func covers(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		folder, below := strings.CutSuffix(p, "/...")
		return pkg == folder || below && strings.HasPrefix(pkg, folder+"/")
	})
}

// imports maps every package to what it imports. Packages of this module are
// written without the module's path and marked in own.
type imports struct {
	edges map[string][]string
	own   []string // sorted
}

// reach returns everything that a package depends on, itself included.
func (g imports) reach(pkg string) map[string]bool {
	seen := map[string]bool{pkg: true}
	todo := []string{pkg}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, q := range g.edges[p] {
			if !seen[q] {
				seen[q] = true
				todo = append(todo, q)
			}
		}
	}
	return seen
}

// violations returns what the two tables forbid, in a fixed order.
func (g imports) violations() []string {
	var out []string
	for _, pkg := range g.own {
		out = append(out, g.wrongWay(pkg)...)
		out = append(out, g.crossed(pkg)...)
	}
	return out
}

// wrongWay checks a package's own imports against directions.
func (g imports) wrongWay(pkg string) []string {
	for _, d := range directions {
		if !covers([]string{d.from}, pkg) {
			continue
		}
		var out []string
		for _, to := range g.edges[pkg] {
			if slices.Contains(g.own, to) && !covers(d.to, to) {
				out = append(out, fmt.Sprintf("%s imports %s, against the direction of the stages", pkg, to))
			}
		}
		return out
	}
	return []string{fmt.Sprintf("%s is in no line of directions: add it, and say in ARCHITECTURE.md what it is for", pkg)}
}

// crossed checks everything that a package depends on against barriers.
func (g imports) crossed(pkg string) []string {
	var out []string
	reached := g.reach(pkg)
	for _, b := range barriers {
		if covers(b.only, pkg) {
			continue
		}
		var bad []string
		for to := range reached {
			if covers(b.to, to) {
				bad = append(bad, to)
			}
		}
		if len(bad) > 0 {
			slices.Sort(bad)
			out = append(out, fmt.Sprintf("%s depends on %s: %s", pkg, strings.Join(bad, ", "), b.why))
		}
	}
	return out
}

func short(path string) (name string, own bool) {
	if path == module {
		return "", true
	}
	return strings.CutPrefix(path, module+"/")
}

// list reads the import graph from the go command. Imports of test files are
// left out: a test may use a stage further on as its witness.
func list(t *testing.T) imports {
	t.Helper()
	watch(t)
	cmd := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Imports,Standard", "./...")
	out, err := cmd.Output()
	if err != nil {
		if exit, ok := err.(*exec.ExitError); ok {
			t.Fatalf("%s: %v\n%s", cmd, err, exit.Stderr)
		}
		t.Fatalf("%s: %v", cmd, err)
	}
	g := imports{edges: map[string][]string{}}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
			Standard   bool
		}
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("reading the answer of %s: %v", cmd, err)
		}
		if p.Standard {
			continue
		}
		name, own := short(p.ImportPath)
		if own {
			g.own = append(g.own, name)
		}
		for _, to := range p.Imports {
			to, _ := short(to)
			g.edges[name] = append(g.edges[name], to)
		}
	}
	slices.Sort(g.own)
	return g
}

// watch opens the module's folders. The go command takes a test's answer from
// its cache unless a file or folder that the test itself opened has changed,
// and does not see what a program opens that the test starts.
func watch(t *testing.T) {
	t.Helper()
	for _, top := range []string{"cmd", "graph", "render", "seeds", "timeline"} {
		err := filepath.WalkDir(top, func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{".", "go.mod"} {
		if _, err := os.Stat(name); err != nil {
			t.Fatal(err)
		}
	}
}

func TestImports(t *testing.T) {
	g := list(t)
	if len(g.own) < 10 || !slices.Contains(g.own, "timeline/story") {
		t.Fatalf("the go command lists only %q", g.own)
	}
	for _, v := range g.violations() {
		t.Error(v)
	}
}

// TestImportsRefused adds one made-up import at a time to a graph that is in
// order, and expects it to be refused.
func TestImportsRefused(t *testing.T) {
	for _, test := range []struct {
		name, from, to string
		want           string // in what is then reported, "" for nothing
	}{
		{"stage backwards", "timeline/merge", "graph", "timeline/merge imports graph"},
		{"one stage backwards", "timeline/timex", "timeline/merge", "timeline/timex imports timeline/merge"},
		{"reading knows a language", "timeline/extract", "timeline/english", "timeline/extract imports timeline/english"},
		{"second writer of SVG", "render/svg", "timeline/story", "render/svg imports timeline/story"},
		{"reading draws", "timeline/extract", "render/scene", "timeline/extract imports render/scene"},
		{"graph draws", "graph", "render/theme", "graph imports render/theme"},
		{"library uses program", "render/chart", "cmd/causeline-layout", "render/chart imports cmd/causeline-layout"},
		{"leaf grows", "timeline/edtf", "timeline/nlp", "timeline/edtf imports timeline/nlp"},
		{"story reads language", "timeline/story", "timeline/english", "timeline/story depends on timeline/english"},
		{"drawing reads language", "render/chart", "timeline/timex", "render/chart depends on timeline/"},
		{"the same by a detour", "graph", "timeline/lexicon", "render/causal depends on timeline/lexicon"},
		{"drawing relates", "render/causal", "graph/relate", "render/causal imports graph/relate"},
		{"Graphviz in process", "render/layout", "github.com/goccy/go-graphviz", "render/layout depends on github.com/goccy/go-graphviz"},
		{"Graphviz by a detour", "render/layout", "github.com/goccy/go-graphviz/cgraph", "render/causal depends on"},
		{"flags in a library", "timeline", "github.com/spf13/pflag", "timeline depends on github.com/spf13/pflag"},
		{"package without a line", "extras", "timeline/edtf", "extras is in no line"},
		{"allowed", "graph", "timeline/edtf", ""},
		{"allowed to programs", "cmd/causeline", "render/svg", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := imports{
				edges: map[string][]string{
					"render/causal":   {"graph", "render/layout", "timeline/story"},
					"timeline/story":  {"timeline/edtf"},
					"timeline/timex":  {"timeline/edtf", "timeline/nlp"},
					"cmd/causeline":   {"render/causal", "github.com/spf13/cobra"},
					"timeline/nlp":    nil,
					"timeline/merge":  nil,
					"render/layout":   nil,
					"render/chart":    nil,
					"timeline/edtf":   nil,
					"timeline":        nil,
					"graph":           {"timeline/story"},
					"graph/relate":    {"timeline/extract"},
					"render/scene":    nil,
					"render/theme":    nil,
					"render/svg":      nil,
					"timeline/source": nil,
				},
				own: []string{
					"cmd/causeline", "cmd/causeline-layout", "graph", "graph/relate", "render/causal", "render/chart",
					"render/layout", "render/scene", "render/svg", "render/theme", "timeline", "timeline/edtf",
					"timeline/english", "timeline/extract", "timeline/lexicon", "timeline/merge", "timeline/nlp",
					"timeline/source", "timeline/story", "timeline/timex",
				},
			}
			if got := g.violations(); len(got) > 0 {
				t.Fatalf("before the import is added: %q", got)
			}
			if !slices.Contains(g.own, test.from) {
				g.own = append(g.own, test.from)
			}
			g.edges[test.from] = append(g.edges[test.from], test.to)
			got := strings.Join(g.violations(), "\n")
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("%s imports %s: reported %q, want %q", test.from, test.to, got, test.want)
			}
		})
	}
}
