package browser

import (
	"cmp"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// outDir is where `make run` puts the samples.
var outDir = flag.String("out", "../../out", "measure the stories in the folders of this `DIR`")

// A storyFile is what the tests read of story.json: as any program would, and
// not with the package that wrote it.
type storyFile struct {
	Title     string
	Events    []event
	Relations []relation
}

type event struct {
	ID, Date, Title string
	Drawn           bool
}

// A subject is a folder as `causeline build` writes it.
type subject struct {
	name, dir string
	story     storyFile
}

func (s subject) file(name string) string { return filepath.Join(s.dir, name) }

func load(t *testing.T, name, dir string) subject {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	s := subject{name: name, dir: dir}
	if err := json.Unmarshal(data, &s.story); err != nil {
		t.Fatalf("reading %s: %v", s.file("story.json"), err)
	}
	return s
}

// committed returns the samples in out/, of which there must be some.
func committed(t *testing.T) []subject {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(*outDir, "*", "story.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []subject
	for _, f := range files {
		dir := filepath.Dir(f)
		all = append(all, load(t, filepath.Base(dir), dir))
	}
	if len(all) == 0 {
		t.Errorf("no story in %s: draw the samples with `make run`", *outDir)
	}
	return all
}

// drawnHere returns stories written for these tests, drawn by the programs as
// they are now.
func drawnHere(t *testing.T) []subject {
	t.Helper()
	bin := t.TempDir()
	build := exec.Command("go", "build", "-buildvcs=false", "-o", bin+string(filepath.Separator), "./cmd/causeline", "./cmd/causeline-layout")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, out)
	}
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no story in testdata: %v", err)
	}
	var all []subject
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".yaml")
		dir := filepath.Join(t.TempDir(), name)
		cmd := exec.Command(filepath.Join(bin, "causeline"), "build", f, "-o", dir)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", cmd, err, out)
			continue
		}
		all = append(all, load(t, name, dir))
	}
	return all
}

// drawn returns the events that the timelines must show.
func (s storyFile) drawn() []event {
	var out []event
	for _, e := range s.Events {
		if e.Drawn && e.Date != "" {
			out = append(out, e)
		}
	}
	return out
}

// maxCauses is how many events a causal diagram shows at most.
const maxCauses = 60

// related returns the events that the causal diagrams must show, and the
// relations between them.
func (s storyFile) related() ([]event, []relation) {
	drawn := s.drawn()
	has := func(id string) bool {
		return slices.ContainsFunc(drawn, func(e event) bool { return e.ID == id })
	}
	var relations []relation
	for _, r := range s.Relations {
		if r.From != r.To && has(r.From) && has(r.To) {
			relations = append(relations, r)
		}
	}
	var events []event
	for _, e := range drawn {
		if slices.ContainsFunc(relations, func(r relation) bool { return r.From == e.ID || r.To == e.ID }) {
			events = append(events, e)
		}
	}
	return events, relations
}

// year finds the years of a date that name one year for certain.
var year = regexp.MustCompile(`(?:^|/)(-?\d{4})`)

// longGaps counts the stretches of seven years or more between drawn events
// in which nothing happens; no axis shows those uncut. It tells events apart
// by their years alone, and stops at a date that does not have any.
func (s storyFile) longGaps() int {
	var spans [][2]int
	for _, e := range s.drawn() {
		found := year.FindAllStringSubmatch(e.Date, -1)
		if len(found) == 0 || strings.Contains(e.Date, "/") && len(found) < 2 {
			return 0
		}
		from, _ := strconv.Atoi(found[0][1])
		to, _ := strconv.Atoi(found[len(found)-1][1])
		spans = append(spans, [2]int{from, to})
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	gaps := 0
	for i := 1; i < len(spans); i++ {
		if spans[i][0]-spans[i-1][1] >= 7 {
			gaps++
		}
		spans[i][1] = max(spans[i][1], spans[i-1][1])
	}
	return gaps
}
