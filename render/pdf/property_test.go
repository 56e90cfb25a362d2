package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
)

// scenes draws random pictures, as wild as a scene can be.
func scenes() *rapid.Generator[*scene.Picture] {
	return rapid.Custom(func(t *rapid.T) *scene.Picture {
		return &scene.Picture{
			Width:       scene.Unit(rapid.Int64Range(1, 1<<22).Draw(t, "width")),
			Height:      scene.Unit(rapid.Int64Range(1, 1<<22).Draw(t, "height")),
			Title:       words1().Draw(t, "title"),
			Description: words1().Draw(t, "description"),
			Lang:        rapid.SampledFrom([]string{"", "en", "de-AT", "no such language"}).Draw(t, "lang"),
			Marks:       marksOf(t, 3),
		}
	})
}

func marksOf(t *rapid.T, depth int) []scene.Mark {
	var out []scene.Mark
	for range rapid.IntRange(0, 4).Draw(t, "marks") {
		out = append(out, markOf(t, depth))
	}
	return out
}

func markOf(t *rapid.T, depth int) scene.Mark {
	last := 4
	if depth == 0 {
		last = 3
	}
	switch rapid.IntRange(0, last).Draw(t, "kind") {
	case 0:
		return scene.Rect{X: unit(t), Y: unit(t), W: unit(t), H: unit(t), Radius: unit(t), Paint: paintOf(t)}
	case 1:
		return scene.Circle{X: unit(t), Y: unit(t), R: unit(t), Paint: paintOf(t)}
	case 2:
		p := scene.Path{Paint: paintOf(t)}
		for range rapid.IntRange(0, 5).Draw(t, "segments") {
			var s scene.Segment
			s.Op = scene.Op(rapid.IntRange(0, 5).Draw(t, "op"))
			for i := range s.P {
				s.P[i] = scene.Point{X: unit(t), Y: unit(t)}
			}
			p.Segments = append(p.Segments, s)
		}
		return p
	case 3:
		return textOfRuns(t)
	}
	return scene.Group{
		ID:     words1().Draw(t, "id"),
		Role:   rapid.SampledFrom([]scene.GroupRole{scene.Plain, scene.List, scene.ListItem, scene.Image, "other"}).Draw(t, "role"),
		Label:  words1().Draw(t, "label"),
		Href:   rapid.SampledFrom([]string{"", "#a", "https://example.org/(é", "mailto:a@example.org", "javascript:x"}).Draw(t, "href"),
		Hidden: rapid.IntRange(0, 4).Draw(t, "hidden") == 0,
		Marks:  marksOf(t, depth-1),
	}
}

func textOfRuns(t *rapid.T) scene.Text {
	m := scene.Text{X: unit(t), Y: unit(t), Size: unit(t), Anchor: scene.Anchor(rapid.IntRange(0, 3).Draw(t, "anchor")), Width: unit(t)}
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		m.Runs = append(m.Runs, scene.Run{Text: words1().Draw(t, "text"), Fill: role(t), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")})
	}
	return m
}

// words1 draws text of characters that are set, that are dropped, and that
// mean something in PDF.
func words1() *rapid.Generator[string] {
	return rapid.StringOf(rapid.RuneFrom([]rune("abfi é\u0301Жשָׁאلاب12()\\<>/%[]\n\x00\x1b\u200f𝔸\u00a0\ufffe")))
}

func unit(t *rapid.T) scene.Unit {
	if rapid.IntRange(0, 20).Draw(t, "far") == 0 {
		return scene.Unit(rapid.Int64().Draw(t, "unit"))
	}
	return scene.Unit(rapid.Int64Range(-1000, 100_000).Draw(t, "unit"))
}

func role(t *rapid.T) scene.Role {
	return rapid.SampledFrom(append(scene.Roles(), scene.None, "other")).Draw(t, "role")
}

func paintOf(t *rapid.T) scene.Paint {
	p := scene.Paint{Fill: role(t), Stroke: role(t), StrokeWidth: unit(t), RoundCap: rapid.Bool().Draw(t, "round"), Fade: rapid.IntRange(-10, 110).Draw(t, "fade")}
	for range rapid.IntRange(0, 3).Draw(t, "dashes") {
		p.Dash = append(p.Dash, unit(t))
	}
	return p
}

// operands says how many operands an operator takes.
var operands = map[word]int{"cm": 6, "re": 4, "m": 2, "l": 2, "c": 6, "h": 0, "f": 0, "S": 0, "B": 0, "rg": 3, "RG": 3, "w": 1, "d": 2,
	"J": 1, "M": 1, "gs": 1, "Do": 1, "BT": 0, "ET": 0, "Tm": 6, "Tr": 1, "Tf": 2, "Ts": 1, "TJ": 1, "BMC": 1, "BDC": 2, "EMC": 0}

func TestAnyScene(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := scenes().Draw(t, "picture")
		data, err := Marshal(p, Options{Background: rapid.Bool().Draw(t, "background")})
		if err != nil {
			t.Fatal(err)
		}
		d, err := readDocument(data)
		if err != nil {
			t.Fatal(err)
		}
		checkContent(t, d, d.content())
		forms, _ := d.get(d.page(), "Resources", "XObject").(dict)
		for _, form := range forms {
			checkContent(t, d, operations(d.get(form).(stream).data))
		}
		tree := d.tree()
		for _, target := range []string{"#a", "javascript"} {
			if strings.Contains(tree, "-> "+target) {
				t.Fatalf("leads to %s", target)
			}
		}
		checkWords(t, p, d)
	})
}

// checkContent checks that operators are known and complete, that paths are
// begun before they go on and painted when they end, and that what is named
// is there.
func checkContent(t *rapid.T, d document, ops []operation) {
	resources := d.get(d.page(), "Resources").(dict)
	depth, path := 0, false
	for _, o := range ops {
		if n, ok := operands[o.operator]; !ok || n != len(o.operands) {
			t.Fatalf("operator %v", o)
		}
		switch o.operator {
		case "m", "re":
			path = true
		case "l", "c", "h":
			if !path {
				t.Fatalf("%v without a beginning", o)
			}
		case "f", "S", "B":
			if !path {
				t.Fatalf("%v paints nothing", o)
			}
			path = false
		case "BMC", "BDC":
			depth++
		case "EMC":
			depth--
		case "gs":
			named(t, resources, "ExtGState", o.operands[0])
		case "Do":
			named(t, resources, "XObject", o.operands[0])
		case "Tf":
			named(t, resources, "Font", o.operands[0])
		}
	}
	if depth != 0 || path {
		t.Fatalf("the content ends at depth %d, in a path: %v", depth, path)
	}
}

func named(t *rapid.T, resources dict, kind name, n any) {
	all, _ := resources[kind].(dict)
	if all[n.(name)] == nil {
		t.Fatalf("no %s %v", kind, n)
	}
}

// checkWords checks that every line of the scene is there, in its order, with
// all its characters.
func checkWords(t *rapid.T, p *scene.Picture, d document) {
	var want []string
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if line, ok := m.(scene.Text); ok && line.Size > 0 {
			if s := characters(line.String()); s != "" {
				want = append(want, s)
			}
		}
	})
	var got []string
	for _, l := range d.shown() {
		if s := characters(l.text); s != "" {
			got = append(got, s)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("read %q, want %q", got, want)
	}
}

// characters returns what is seen, whatever its order.
func characters(s string) string {
	r := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\x00\x1b\u200f\u200b\u00a0\ufffe", r) {
			return -1
		}
		return max(r, mirror(r))
	}, s))
	slices.Sort(r)
	return string(r)
}

func FuzzText(f *testing.F) {
	f.Add("Ferry (late) & \\full\\", "https://example.org/)>>")
	f.Add("endstream endobj\xff\x00 1 0 R", "mailto:\u202ex")
	f.Add("<FEFF0041> שָׁלוֹם ستانلي", "#a")
	f.Fuzz(func(t *testing.T, s, target string) {
		p := picture(scene.Group{Role: scene.ListItem, Label: s, Href: target, Marks: []scene.Mark{line(s)}})
		p.Title, p.Description, p.Lang = s, target, s
		data, err := Marshal(p, Options{})
		if err != nil {
			if strings.HasPrefix(err.Error(), "pdf: no font has [") {
				return
			}
			t.Fatal(err)
		}
		d, err := readDocument(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if title := textOf(d.get(d.trailer, "Info", "Title")); title != clean(s) && clean(s) != "" {
			t.Errorf("title %q of %q", title, s)
		}
		d.tree()
	})
}
