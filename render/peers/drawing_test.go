package main

import (
	"encoding/base64"
	"math"
	"strings"
	"testing"
)

// In each of these the event e0001 stands in the middle of 240, 20, to the
// left of its cause e0000 at 300, 20 and with one line between them.
const byGraphviz = `<?xml version="1.0"?>
<svg width="270pt" height="50pt" viewBox="0.00 0.00 360.00 46.00" xmlns="http://www.w3.org/2000/svg">
<g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 42)">
<title>%3</title>
<polygon fill="white" points="-4,4 -4,-42 356,-42 356,4 -4,4"/>
<!-- e0000 -->
<g id="node1" class="node"><title>e0000</title>
<polygon points="326,-32 266,-32 266,-12 326,-12 326,-32"/><text font-size="14.00">1740</text></g>
<g id="node2" class="node"><title>e0001</title>
<polygon points="246,-32 226,-32 226,-12 246,-12 246,-32"/><text font-size="18.00">1741</text></g>
<g id="edge1" class="edge"><title>e0000&#45;&gt;e0001</title>
<path fill="none" d="M266,-22C260,-22 258,-22 256,-22"/><polygon points="256,-20 246,-22 256,-24 256,-20"/></g>
</g></svg>`

const byCauseline = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="50" viewBox="0 0 360 50" font-size="14">
<title>The valley</title><rect width="360" height="50"/>
<g data-from="e0000" data-to="e0001" data-type="causes"><path d="M290 20h-40" fill="none" stroke="#fff"/>
<path d="M290 20h-40" fill="none"/><path d="M252 18l-2 2l2 2" fill="none"/><text>led to</text></g>
<g role="listitem" data-event="e0000"><g role="img"><rect x="200" y="0" width="4" height="15"/><circle cx="300" cy="20" r="7"/><text font-size="15">x</text></g></g>
<g role="listitem" data-event="e0001"><path d="M236 25v-10h8v10z"/><path d="M0 0h500"/></g></svg>`

var byD2 = `<?xml version="1.0"?><svg viewBox="0 0 360 50"><svg width="360" height="50" viewBox="-1 -1 360 50">
<style>text { font-size: 3px }</style>
<g class="` + base64.StdEncoding.EncodeToString([]byte("e0000")) + `"><g class="shape"><rect x="280" y="0" width="40" height="40" stroke="#0D32B2"/></g><text style="text-anchor:middle;font-size:16px">x</text></g>
<g class="` + base64.StdEncoding.EncodeToString([]byte("e0001")) + `"><g class="shape"><rect x="220" y="0" width="40" height="40" stroke="#0D32B2"/></g><text style="font-size:14px">&nbsp;</text></g>
<g class="` + base64.StdEncoding.EncodeToString([]byte("(e0000 -&gt; e0001)[0]")) + `"><marker><path d="M0 0L9 9"/><text style="font-size:1px">x</text></marker><path d="M 280 20 L 260 20" fill="none"/></g>
<mask><rect x="0" y="0" width="9" height="9"/></mask></svg></svg>`

func TestReadDrawing(t *testing.T) {
	for name, text := range map[string]string{"graphviz": byGraphviz, "causeline": byCauseline, "d2": byD2} {
		t.Run(name, func(t *testing.T) {
			d, err := readDrawing([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.events) != 2 || d.events["e0000"] != (point{300, 20}) || d.events["e0001"] != (point{240, 20}) {
				t.Errorf("events at %v", d.events)
			}
			if len(d.lines) != 1 || d.lines[0].from != "e0000" || d.lines[0].to != "e0001" || d.lines[0].path[0].y != 20 || lengthOf(d.lines[0].path) < 9 {
				t.Errorf("lines %v", d.lines)
			}
			if d.width != 360 || d.smallest != 14 {
				t.Errorf("width %v, smallest type %v", d.width, d.smallest)
			}
			if wrong, pairs := d.backwards([]string{"e0000", "e0001", "e0002"}, across); wrong != 1 || pairs != 1 {
				t.Errorf("%d of %d backwards", wrong, pairs)
			}
			if wrong, _ := d.backwards([]string{"e0000", "e0001"}, down); wrong != 0 {
				t.Errorf("%d backwards at one height", wrong)
			}
		})
	}
}

func TestReadDrawingRefuses(t *testing.T) {
	for _, text := range []string{"", "<svg", `<svg viewBox="0 0 0 0"/>`, `<svg/>`,
		strings.Replace(byCauseline, "M290 20h-40", "M290 20a4", 1), strings.Replace(byGraphviz, "326,-32", "x,-32", 1)} {
		if _, err := readDrawing([]byte(text)); err == nil {
			t.Errorf("%.40q passes", text)
		}
	}
}

func TestSmallestAt(t *testing.T) {
	d := drawing{width: 720, natural: 1, smallest: 12}
	for column, want := range map[float64]float64{360: 6, 720: 12, 1200: 12} {
		if got := d.smallestAt(column); got != want {
			t.Errorf("at %v px: %v, want %v", column, got, want)
		}
	}
	inPoints := drawing{width: 150, natural: 4.0 / 3, smallest: 12}
	if got := inPoints.smallestAt(1200); math.Abs(got-16) > 1e-9 {
		t.Errorf("12 pt are %v px", got)
	}
}

func TestFlatten(t *testing.T) {
	for data, want := range map[string][]point{
		"M1 2L3,4":            {{1, 2}, {3, 4}},
		"m1-2l3 4h5v-6":       {{1, -2}, {4, 2}, {9, 2}, {9, -4}},
		"M0 0H5V6Z":           {{0, 0}, {5, 0}, {5, 6}, {0, 0}},
		"M1 1 2 2":            {{1, 1}, {2, 2}},
		"M 5e0 1 l 1.5 -.5 z": {{5, 1}, {6.5, 0.5}, {5, 1}},
	} {
		got, err := flatten(data)
		if err != nil || len(got) != len(want) {
			t.Errorf("%q: %v, %v; want %v", data, got, err, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %v, want %v", data, got, want)
			}
		}
	}
	curve, err := flatten("M0,0C0,12 12,12 12,0c0-12 12-12 12,0")
	if err != nil || len(curve) != 1+2*curveSteps {
		t.Fatalf("%v, %v", curve, err)
	}
	if p := curve[curveSteps/2]; p != (point{6, 9}) {
		t.Errorf("half way at %v", p)
	}
	if p := curve[len(curve)-1]; p != (point{24, 0}) {
		t.Errorf("ends at %v", p)
	}
	for _, data := range []string{"M1", "Q1 2 3 4", "M1 x", "L", "M0 0C1 2 3"} {
		if _, err := flatten(data); err == nil {
			t.Errorf("%q passes", data)
		}
	}
}

func TestCrossings(t *testing.T) {
	line := func(from, to string, path ...point) edge { return edge{from, to, path} }
	for _, c := range []struct {
		name  string
		lines []edge
		want  int
	}{
		{"a cross", []edge{line("a", "b", point{0, 0}, point{4, 4}), line("c", "d", point{0, 4}, point{4, 0})}, 1},
		{"of one event", []edge{line("a", "b", point{0, 0}, point{4, 4}), line("a", "d", point{0, 4}, point{4, 0})}, 0},
		{"side by side", []edge{line("a", "b", point{0, 0}, point{4, 0}), line("c", "d", point{0, 1}, point{4, 1})}, 0},
		{"along each other", []edge{line("a", "b", point{0, 0}, point{4, 0}), line("c", "d", point{1, 0}, point{6, 0})}, 0},
		{"touching", []edge{line("a", "b", point{0, 0}, point{4, 0}), line("c", "d", point{2, 0}, point{2, 5})}, 0},
		{"twice", []edge{line("a", "b", point{0, 0}, point{9, 0}), line("c", "d", point{1, 1}, point{2, -1}, point{3, 1})}, 2},
		{"far apart", []edge{line("a", "b", point{0, 0}, point{1, 1}), line("c", "d", point{8, 9}, point{9, 8})}, 0},
	} {
		d := drawing{lines: c.lines}
		if got := d.crossings(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
