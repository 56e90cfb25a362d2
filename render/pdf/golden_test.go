package pdf

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/scene"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden compares a small document, object by object and unpacked. Fonts
// are named by their length only.
func TestGolden(t *testing.T) {
	dot := scene.Circle{X: 640, Y: 2560, R: 384, Paint: scene.Paint{Fill: scene.Group1, Stroke: scene.Background, StrokeWidth: 128, Fade: 30}}
	axis := scene.Polyline(scene.Paint{Stroke: scene.Axis, StrokeWidth: 128}, scene.Point{X: 64, Y: 2560}, scene.Point{X: 12800, Y: 2560})
	summary := below(20, line("An old port and a new one"))
	summary.Size = scene.Pixels(12)
	p := picture(
		scene.Group{Marks: []scene.Mark{line("Harbour"), summary}},
		scene.Group{Hidden: true, Marks: []scene.Mark{axis}},
		scene.Group{Role: scene.List, Label: "Events", Marks: []scene.Mark{
			item("3 May: The port of חיפה opens", "https://example.org/haifa", dot, below(50, line("Port of חיפה")))}},
	)
	d := parsed(t, p, Options{Background: true})
	var b strings.Builder
	for _, r := range slices.Sorted(maps.Keys(d.objects)) {
		fmt.Fprintf(&b, "%d: %s\n", r, printed(d.objects[r]))
	}
	fmt.Fprintf(&b, "trailer: %s\n", printed(dict{"Root": d.trailer["Root"], "Info": d.trailer["Info"]}))

	const file = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if b.String() != string(want) {
		t.Errorf("%s differs; look at the document, then run the test with -update\n%s", file, b.String())
	}
}

// printed prints a value with the keys of dictionaries in order. Lengths of
// packed streams are left out: they depend on who packs.
func printed(v any) string {
	switch v := v.(type) {
	case dict:
		var b strings.Builder
		for _, k := range slices.Sorted(maps.Keys(v)) {
			fmt.Fprintf(&b, " /%s %s", k, printed(v[k]))
		}
		return "<<" + b.String() + " >>"
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, printed(e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case name:
		return "/" + string(v)
	case string:
		return fmt.Sprintf("%q", textOf(v))
	case stream:
		info := maps.Clone(v.dict)
		delete(info, "Length")
		if info["Length1"] != nil {
			return fmt.Sprintf("%s, %d bytes", printed(info), len(v.data))
		}
		return printed(info) + "\n" + string(v.data)
	}
	return fmt.Sprint(v)
}
