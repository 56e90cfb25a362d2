package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/scene"
)

func item(label, target string, marks ...scene.Mark) scene.Group {
	return scene.Group{Role: scene.ListItem, Label: label, Href: target, Marks: marks}
}

func TestStructure(t *testing.T) {
	dot := scene.Circle{X: 64, Y: 64, R: 64, Paint: scene.Paint{Fill: scene.Ink}}
	right := line("right")
	right.Anchor = scene.Right
	indented := below(20, line("indented"))
	indented.X += 64
	grey := below(20, line("grey"))
	grey.Runs[0].Fill = scene.Secondary
	tests := []struct {
		name  string
		marks []scene.Mark
		want  string
	}{
		{"paragraphs", []scene.Mark{line("Harbour"), below(40, line("One text")), below(60, line("of two lines")), right, dot, line("Other")}, `
Document
  H1
    "Harbour "
  P
    "One text of two lines "
  P
    "right "
  P
    "Other "
`},
		{"looks end paragraphs", []scene.Mark{line("One"), indented, line("Two"), grey, line("Three"), below(28, line("Four")), below(57, line("Five"))}, `
Document
  P
    "One "
  P
    "indented "
  P
    "Two "
  P
    "grey "
  P
    "Three Four "
  P
    "Five "
`},
		{"broken words", []scene.Mark{line("North-"), below(20, line("South/")), below(40, line("East"))}, `
Document
  P
    "North-South/East "
`},
		{"groups end paragraphs", []scene.Mark{
			scene.Group{Marks: []scene.Mark{line("One")}}, scene.Group{Marks: []scene.Mark{below(20, line("Two"))}}}, `
Document
  P
    "One "
  P
    "Two "
`},
		{"list", []scene.Mark{scene.Group{Role: scene.List, Label: "Events", Marks: []scene.Mark{
			item("3 May: Dam opens", "", dot, line("3 May"), line("Dam opens")),
			item("4 May: Dam breaks", "https://example.org/dam", line("4 May"), scene.Group{Hidden: true, Marks: []scene.Mark{dot}}, line("Dam breaks")),
			scene.Group{Hidden: true, Label: "unsaid", Marks: []scene.Mark{line("8 days later")}},
			line("stray"),
		}}}, `
Document
  L T="Events"
    LI
      LBody Alt="3 May: Dam opens"
        "3 May Dam opens "
    LI
      LBody
        Link Alt="4 May: Dam breaks"
          -> https://example.org/dam
          "4 May "
          "Dam breaks "
    LI
      LBody
        P
          "stray "
`},
		{"item without a list", []scene.Mark{item("Dam", "", line("Dam"))}, `
Document
  L
    LI
      LBody Alt="Dam"
        "Dam "
`},
		{"drawings", []scene.Mark{
			scene.Group{Role: scene.Image, Label: "A map", Marks: []scene.Mark{dot}},
			scene.Group{Role: scene.Image, Marks: []scene.Mark{dot, line("no words for it")}},
			scene.Group{Label: "named", Marks: []scene.Mark{line("x")}},
		}, `
Document
  Figure Alt="A map"
    ""
  P
    "no words for it "
  Figure Alt="named"
    "x "
`},
		{"links", []scene.Mark{
			scene.Group{Href: "mailto:desk@example.org", Label: "Mail", Marks: []scene.Mark{line("Write to us")}},
			scene.Group{Href: "#anchor", Marks: []scene.Mark{line("nowhere")}},
			scene.Group{Href: "https://example.org", Role: scene.Image, Label: "A map", Marks: []scene.Mark{dot}},
			scene.Group{Hidden: true, Marks: []scene.Mark{scene.Group{Href: "https://example.org", Label: "unsaid", Marks: []scene.Mark{dot}}}},
		}, `
Document
  P
    Link Alt="Mail"
      -> mailto:desk@example.org
      "Write to us "
  P
    "nowhere "
  P
    Link
      -> https://example.org
      Figure Alt="A map"
        ""
`},
		{"right to left", []scene.Mark{line("נמל סגור"), below(20, line("בגלל סערה"))}, `
Document
  P ActualText="נמל סגור בגלל סערה"
    " רוגס למנ הרעס ללגב"
`},
	}
	for _, tt := range tests {
		if got := parsed(t, picture(tt.marks...), Options{}).tree(); "\n"+got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

func TestFigureBox(t *testing.T) {
	// A picture of 200 px: 10 px from above are 142.5 pt from below.
	dot := scene.Circle{X: 640, Y: 640, R: 128, Paint: scene.Paint{Fill: scene.Ink, Stroke: scene.Ink, StrokeWidth: 128}}
	curve := scene.Path{Paint: scene.Paint{Fill: scene.Ink}}
	curve.MoveTo(640, 640)
	curve.CubicTo(640, 128, 1280, 128, 1280, 640)
	d := parsed(t, picture(scene.Group{Role: scene.Image, Label: "x", Marks: []scene.Mark{dot, curve}}), Options{})
	figure := d.get(d.get(d.get(d.catalog(), "StructTreeRoot", "K", "K").([]any)[0], "A"), "BBox").([]any)
	for i, want := range []float64{5.25, 140.25, 15, 148.5} {
		if figure[i] != want {
			t.Errorf("box %v, want %v at %d", figure, want, i)
		}
	}
}

func TestLinks(t *testing.T) {
	dot := scene.Circle{X: 64, Y: 64, R: 64, Paint: scene.Paint{Fill: scene.Ink}}
	far := scene.Circle{X: 6400, Y: 640, R: 64, Paint: scene.Paint{Fill: scene.Ink}}
	words := line("Dam")
	tests := []struct {
		name           string
		g              scene.Group
		target, label  string
		x0, y0, x1, y1 float64
	}{
		{"around the words", scene.Group{Href: "https://example.org/a(b)", Label: "Dam opens", Marks: []scene.Mark{dot, words}},
			"https://example.org/a(b)", "Dam opens", 0.75, 140.4, 8.25, 150},
		{"without a label", scene.Group{Href: "http://example.org/é b", Marks: []scene.Mark{words}},
			"http://example.org/%C3%A9%20b", "Dam", 0.75, 140.4, 8.25, 150},
		{"without words", scene.Group{Href: "HTTPS://example.org", Marks: []scene.Mark{dot, far}}, "HTTPS://example.org", "HTTPS://example.org", 0, 141.75, 75.75, 150},
		{"without marks", scene.Group{Href: "https://example.org", Label: "nothing"}, "", "", 0, 0, 0, 0},
		{"script", scene.Group{Href: "javascript:alert(1)", Marks: []scene.Mark{words}}, "", "", 0, 0, 0, 0},
		{"anchor", scene.Group{Href: "#dam", Marks: []scene.Mark{words}}, "", "", 0, 0, 0, 0},
		{"relative", scene.Group{Href: "reports/one.html", Marks: []scene.Mark{words}}, "", "", 0, 0, 0, 0},
		{"backslash", scene.Group{Href: "https://example.org/\\", Marks: []scene.Mark{words}}, "", "", 0, 0, 0, 0},
		{"injection", scene.Group{Href: "https://example.org/)/S/Launch", Marks: []scene.Mark{words}}, "https://example.org/)/S/Launch", "Dam", 0.75, 140.4, 8.25, 150},
	}
	for _, tt := range tests {
		d := parsed(t, picture(tt.g), Options{})
		annots, _ := d.page()["Annots"].([]any)
		if tt.target == "" {
			if len(annots) != 0 {
				t.Errorf("%s: leads to %v", tt.name, d.get(annots[0], "A"))
			}
			continue
		}
		if len(annots) != 1 {
			t.Errorf("%s: %d links", tt.name, len(annots))
			continue
		}
		a := d.resolve(annots[0]).(dict)
		if got := d.get(a, "A", "URI"); got != tt.target || d.get(a, "A", "S") != name("URI") {
			t.Errorf("%s: leads to %v, want %s", tt.name, d.get(a, "A"), tt.target)
		}
		if got := textOf(a["Contents"]); got != tt.label {
			t.Errorf("%s: says %q, want %q", tt.name, got, tt.label)
		}
		if a["F"] != 4.0 || fmt.Sprint(a["Border"]) != "[0 0 0]" {
			t.Errorf("%s: flags %v, border %v", tt.name, a["F"], a["Border"])
		}
		rect := a["Rect"].([]any)
		for i, want := range []float64{tt.x0, tt.y0, tt.x1, tt.y1} {
			if diff := rect[i].(float64) - want; diff > 0.01 || diff < -0.01 {
				t.Errorf("%s: from %v, want %v", tt.name, rect, tt)
				break
			}
		}
	}
}

// TestOneOwner tests that every mark lies in exactly one piece of content.
func TestOneOwner(t *testing.T) {
	d := parsed(t, drawn(t, 14), Options{Background: true})
	depth := 0
	for _, o := range d.content() {
		switch o.operator {
		case "BMC", "BDC":
			depth++
			if inner := depth > 1; inner != (o.operands[0] == name("Span")) {
				t.Fatalf("%v at depth %d", o, depth)
			}
		case "EMC":
			depth--
		case "f", "S", "B", "Do", "TJ":
			if depth == 0 {
				t.Fatalf("%v belongs to nothing", o)
			}
		}
	}
	if depth != 0 {
		t.Error("a piece does not end")
	}
	if tree := d.tree(); !strings.HasPrefix(tree, "Document\n  H1\n    \"The dam above Oldbridge \"\n") {
		t.Errorf("no heading in\n%s", tree)
	}
}
