package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

func line(s string) scene.Text {
	return scene.Text{X: 64, Y: 640, Size: scene.Pixels(14), Runs: []scene.Run{{Text: s, Fill: scene.Ink}}}
}

func picture(marks ...scene.Mark) *scene.Picture {
	return &scene.Picture{Width: scene.Pixels(100), Height: scene.Pixels(50), Title: "Harbour", Description: "One mark.", Marks: marks}
}

// wellFormed parses the document and returns the elements' names.
func wellFormed(t *testing.T, doc []byte) []string {
	t.Helper()
	var names []string
	d := xml.NewDecoder(strings.NewReader(string(doc)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, doc)
		}
		if s, ok := tok.(xml.StartElement); ok {
			names = append(names, s.Name.Local)
		}
	}
}

// TestNoTextTurnsRound tests that nothing in a story can turn the direction of
// text, and that the names of events keep what looks like markup.
func TestNoTextTurnsRound(t *testing.T) {
	p := &scene.Picture{Width: 64, Height: 64, Title: "a", Marks: []scene.Mark{
		scene.Group{Role: scene.ListItem, Label: "a</script>b]]>c-->d \u202egpj.exe\u2066", Marks: []scene.Mark{
			scene.Text{Size: 14 * scene.Px, Runs: []scene.Run{{Text: "in\u202evoice"}}}}}}}
	doc := string(Marshal(p, Options{}))
	for _, want := range []string{">invoice<", "a&lt;\u200b/script&gt;b]]\u200b&gt;c--\u200b&gt;d gpj.exe\""} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %q in %s", want, doc)
		}
	}
}

func TestHostileText(t *testing.T) {
	for _, s := range []string{
		`<script>alert(1)</script>`, `]]>`, `"><img onerror=alert(1)>`, `&#60;b&#62; & </text>`,
		"nul\x00bell\x07del\x7fc1\u0085", "\xff\xfe broken", "\uFFFE\uFFFF", "\x01-t", "--><!--",
	} {
		g := scene.Group{ID: s, Role: scene.ListItem, Label: s, Href: s, Data: []scene.Datum{{Key: "event", Value: s}, {Key: s, Value: "x"}},
			Marks: []scene.Mark{line(s)}}
		p := picture(g)
		p.Title, p.Description, p.Lang = s, s, s
		doc := Marshal(p, Options{})
		for _, name := range wellFormed(t, doc) {
			switch name {
			case "svg", "title", "desc", "style", "rect", "g", "text", "a":
			default:
				t.Errorf("%q made an element %q", s, name)
			}
		}
		for _, r := range string(doc) {
			if r != '\n' && forbidden(r) || r == utf8.RuneError {
				t.Errorf("%q left the character %U", s, r)
			}
		}
	}
}

func TestGroups(t *testing.T) {
	item := scene.Group{Role: scene.ListItem, Label: "3 May: Dam opens", Data: []scene.Datum{{Key: "event", Value: "dam"}}, Marks: []scene.Mark{line("Dam opens")}}
	linked := item
	linked.Href = "https://example.org/dam"
	tests := []struct {
		name string
		g    scene.Group
		want string
	}{
		{"link in item", linked, `<g role="listitem" data-event="dam"><a href="https://example.org/dam" aria-label="3 May: Dam opens">`},
		{"drawing in item", item, `<g role="listitem" data-event="dam"><g role="img" aria-label="3 May: Dam opens">`},
		{"hidden", scene.Group{Hidden: true, Label: "x", Data: []scene.Datum{{Key: "gap", Value: "151 years"}}}, `<g aria-hidden="true" data-gap="151 years">`},
		{"list", scene.Group{Role: scene.List, Label: "Events"}, `<g role="list" aria-label="Events">`},
		{"bad key", scene.Group{Data: []scene.Datum{{Key: "x y", Value: "1"}, {Key: "from", Value: "a"}}}, `<g data-from="a">`},
	}
	for _, tt := range tests {
		doc := string(Marshal(picture(tt.g), Options{}))
		if !strings.Contains(doc, tt.want) {
			t.Errorf("%s: no %s in\n%s", tt.name, tt.want, doc)
		}
	}
}

func TestIDsCarryAContentHash(t *testing.T) {
	a, b := string(Marshal(picture(line("one")), Options{})), string(Marshal(picture(line("two")), Options{}))
	id := regexp.MustCompile(` id="([^"]*)"`)
	seen := map[string]bool{}
	for _, m := range id.FindAllStringSubmatch(a+b, -1) {
		if seen[m[1]] {
			t.Errorf("the id %q stands in both pictures or twice in one", m[1])
		}
		seen[m[1]] = true
		if !regexp.MustCompile(`^c[0-9a-f]{8}(-|$)`).MatchString(m[1]) {
			t.Errorf("the id %q has no hash", m[1])
		}
	}
	if a != string(Marshal(picture(line("one")), Options{})) {
		t.Error("the same scene gave other bytes")
	}
}

func TestMarks(t *testing.T) {
	curve := scene.Path{Paint: scene.Paint{Stroke: scene.Group2, StrokeWidth: scene.Px * 3 / 2, Dash: []scene.Unit{scene.Pixels(5), scene.Pixels(4)}, RoundCap: true}}
	curve.MoveTo(0, 0)
	curve.LineTo(640, 0)
	curve.LineTo(640, 64)
	curve.LineTo(32, -33)
	curve.CubicTo(64, 64, 128, 128, 1, 2)
	curve.Close()
	tests := []struct {
		name string
		m    scene.Mark
		want string
	}{
		{"path", curve, `<path d="M0 0h10v1l-9.5-1.5c0.5 1.5 1.5 2.5-0.5 0.5z" fill="none" stroke="#b5470f" stroke-width="1.5" stroke-dasharray="5 4" stroke-linecap="round"/>`},
		{"rect", scene.Rect{W: 64, H: 96, Radius: 128, Paint: scene.Paint{Fill: scene.Tint, Fade: 70}}, `<rect x="0" y="0" width="1" height="1.5" rx="2" fill="#f4f2ed" opacity="0.3"/>`},
		{"circle", scene.Circle{X: 64, Y: 64, R: 384, Paint: scene.Paint{Fill: scene.Background, Stroke: scene.Group1, StrokeWidth: 64}}, `<circle cx="1" cy="1" r="6" fill="#ffffff" stroke="#1964bf"/>`},
		{"runs", scene.Text{X: 64, Y: 64, Size: scene.Pixels(13), Anchor: scene.Right, Runs: []scene.Run{{Text: "11:00", Fill: scene.Ink, Bold: true}, {Text: " planned", Fill: scene.Secondary}}},
			`<text x="1" y="1" font-size="13" text-anchor="end" font-weight="700">11:00<tspan fill="#595959" font-weight="400"> planned</tspan></text>`},
		{"right to left", scene.Text{Size: scene.Pixels(14), Runs: []scene.Run{{Text: "2 נמל", Fill: scene.Ink}}}, `<text x="0" y="0" direction="rtl" text-anchor="end">2 נמל</text>`},
	}
	for _, tt := range tests {
		if doc := string(Marshal(picture(tt.m), Options{})); !strings.Contains(doc, tt.want+"\n") {
			t.Errorf("%s: no %s in\n%s", tt.name, tt.want, doc)
		}
	}
}

func TestStyleCoversEveryColourUsed(t *testing.T) {
	var marks []scene.Mark
	for _, r := range scene.Roles() {
		marks = append(marks, scene.Circle{R: 64, Paint: scene.Paint{Fill: r, Stroke: r}})
	}
	doc := string(Marshal(picture(marks...), Options{}))
	for _, m := range regexp.MustCompile(`<circle[^>]* fill="(#[^"]*)"`).FindAllStringSubmatch(doc, -1) {
		for _, property := range []string{"fill", "stroke"} {
			if strings.Count(doc, "["+property+`="`+m[1]+`"]`) != 2 {
				t.Errorf("%s of %s has no dark or no forced value", property, m[1])
			}
		}
	}
	if n := strings.Count(doc, "<circle"); n != len(scene.Roles()) {
		t.Errorf("%d circles, want %d", n, len(scene.Roles()))
	}
	for _, bad := range []string{"url(", "@import", "style=", "none\" r"} {
		if strings.Contains(doc, bad) {
			t.Errorf("the document holds %q", bad)
		}
	}
}

func TestTheme(t *testing.T) {
	th := theme.Default().Clone()
	th.Text.Stack, th.Display.Stack = `"House Sans",sans-serif`, "Lora,serif"
	th.SetColor("ink", "#0a0b0c", "#fafbfc")
	th.SetColor(theme.Accent, "#990000", "#ff8080")
	head := scene.Text{Size: scene.Pixels(20), Runs: []scene.Run{{Text: "Head", Fill: scene.Ink, Display: true}, {Text: " and body", Fill: scene.Ink}}}
	p := picture(head, line("x"), scene.Rect{W: 64, H: 64, Paint: scene.Paint{Fill: scene.Accent}})
	doc := string(Marshal(p, Options{Theme: th}))
	wellFormed(t, []byte(doc))
	for _, want := range []string{
		`font-family="&quot;House Sans&quot;,sans-serif" font-size="14" fill="#0a0b0c"`,
		`<text x="0" y="0" font-size="20" font-family="Lora,serif">Head<tspan font-family="&quot;House Sans&quot;,sans-serif"> and body</tspan></text>`,
		`<rect x="0" y="0" width="1" height="1" fill="#990000"/>`,
		`[fill="#990000"]{fill:#ff8080}`, `{fill:#fafbfc;color:#fafbfc;`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in\n%s", want, doc)
		}
	}
	if doc := string(Marshal(picture(head), Options{})); strings.Contains(doc, "<tspan") || strings.Count(doc, "font-family") != 1 {
		t.Errorf("one family for all, and yet\n%s", doc)
	}
}

func FuzzText(f *testing.F) {
	f.Add("Ferry <late> & \"full\"")
	f.Add("\x00]]>\xff")
	f.Fuzz(func(t *testing.T, s string) {
		wellFormed(t, Marshal(picture(scene.Group{Label: s, Href: s, Marks: []scene.Mark{line(s)}}), Options{}))
	})
}
