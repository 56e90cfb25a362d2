package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func picture(marks ...scene.Mark) *scene.Picture {
	return &scene.Picture{Width: scene.Pixels(400), Height: scene.Pixels(200), Title: "Harbour", Description: "One mark.", Lang: "en", Marks: marks}
}

func line(s string) scene.Text {
	return scene.Text{X: 64, Y: 640, Size: scene.Pixels(14), Width: 640, Runs: []scene.Run{{Text: s, Fill: scene.Ink}}}
}

// below returns the line so many px further down.
func below(px int, t scene.Text) scene.Text {
	t.Y += scene.Pixels(px)
	return t
}

func marshal(t testing.TB, p *scene.Picture, opt Options) []byte {
	t.Helper()
	data, err := Marshal(p, opt)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parsed(t testing.TB, p *scene.Picture, opt Options) document {
	t.Helper()
	d, err := readDocument(marshal(t, p, opt))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// painted returns the content between the first operator, which scales the
// page, and the end, without what says whose it is.
func painted(t testing.TB, m scene.Mark) string {
	t.Helper()
	d := parsed(t, picture(m), Options{})
	data := string(d.get(d.page(), "Contents").(stream).data)
	var out []string
	for _, l := range strings.Split(data, "\n")[1:] {
		if l != "" && l != "EMC" && !strings.HasSuffix(l, "BMC") && !strings.HasSuffix(l, "BDC") {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func TestMarks(t *testing.T) {
	curve := scene.Path{Paint: scene.Paint{Stroke: scene.Group2, StrokeWidth: scene.Px * 3 / 2, Dash: []scene.Unit{320, 256}, RoundCap: true}}
	curve.LineTo(640, 640) // has nowhere to begin
	curve.MoveTo(0, 0)
	curve.LineTo(640, -33)
	curve.CubicTo(64, 64, 128, 128, 1, 2)
	curve.Close()
	fill := scene.Paint{Fill: scene.Ink}
	outline := scene.Paint{Stroke: scene.Ink, StrokeWidth: 64}
	with := func(change func(*scene.Paint)) scene.Mark {
		p := outline
		change(&p)
		return scene.Rect{W: 64, H: 64, Paint: p}
	}
	const stroke, solid, black = "0.102 0.102 0.102 RG\n1 w\n", "[] 0 d\n0 J\n4 M\n", "0.102 0.102 0.102 rg\n"
	tests := []struct {
		name string
		m    scene.Mark
		want string
	}{
		{"rect", scene.Rect{X: 64, Y: 128, W: 96, H: 32, Paint: fill}, black + "1 2 1.5 0.5 re\nf"},
		{"empty rect", scene.Rect{X: 64, Y: 64, Paint: scene.Paint{}}, ""},
		{"flat rect", scene.Rect{W: 64, Paint: fill}, strings.TrimSpace(black)},
		{"round rect", scene.Rect{W: 640, H: 640, Radius: 64, Paint: fill},
			black + "1 0 m 9 0 l 9.55 0 10 0.45 10 1 c 10 9 l 10 9.55 9.55 10 9 10 c 1 10 l 0.45 10 0 9.55 0 9 c 0 1 l 0 0.45 0.45 0 1 0 c h\nf"},
		{"too round", scene.Rect{W: 128, H: 640, Radius: 640, Paint: fill},
			black + "1 0 m 1 0 l 1.55 0 2 2.25 2 5 c 2 5 l 2 7.75 1.55 10 1 10 c 1 10 l 0.45 10 0 7.75 0 5 c 0 5 l 0 2.25 0.45 0 1 0 c h\nf"},
		{"circle", scene.Circle{X: 640, Y: 640, R: 64, Paint: fill},
			black + "11 10 m 11 10.55 10.55 11 10 11 c 9.45 11 9 10.55 9 10 c 9 9.45 9.45 9 10 9 c 10.55 9 11 9.45 11 10 c h\nf"},
		{"no circle", scene.Circle{X: 640, Y: 640, R: -64, Paint: fill}, strings.TrimSpace(black)},
		{"path", curve, "0.71 0.278 0.059 RG\n1.5 w\n[5 4] 0 d\n1 J\n4 M\n0 0 m 10 -0.52 l 1 1 2 2 0.02 0.03 c h S"},
		{"both", scene.Rect{W: 64, H: 64, Paint: scene.Paint{Fill: scene.Background, Stroke: scene.Ink, StrokeWidth: 64}},
			"1 1 1 rg\n" + stroke + solid + "0 0 1 1 re\nB"},
		{"no width", with(func(p *scene.Paint) { p.StrokeWidth = 0 }), ""},
		{"no width around a fill", with(func(p *scene.Paint) { p.StrokeWidth, p.Fill = 0, scene.Ink }), black + "0 0 1 1 re\nf"},
		{"dash of nothing", with(func(p *scene.Paint) { p.Dash = []scene.Unit{0, 0} }), stroke + solid + "0 0 1 1 re\nS"},
		{"negative dash", with(func(p *scene.Paint) { p.Dash = []scene.Unit{64, -32} }), stroke + solid + "0 0 1 1 re\nS"},
		{"faded stroke", with(func(p *scene.Paint) { p.Fade = 40 }), "/A60 gs\n" + stroke + solid + "0 0 1 1 re\nS"},
		{"faded away", with(func(p *scene.Paint) { p.Fade = 100 }), ""},
		{"far away", scene.Rect{X: math.MaxInt64, Y: math.MinInt64, W: 64, H: 64, Paint: fill}, black + "33554432 -33554432 1 1 re\nf"},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(painted(t, tt.m), " \n", "\n"); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestFadeTogether tests that a fill does not shine through a faded stroke:
// both are painted at full strength into a group, and the group is faded.
func TestFadeTogether(t *testing.T) {
	paint := scene.Paint{Fill: scene.Tint, Stroke: scene.Ink, StrokeWidth: 128, Fade: 70}
	d := parsed(t, picture(scene.Rect{X: 640, Y: 640, W: 64, H: 64, Paint: paint}, scene.Rect{W: 64, H: 64, Paint: scene.Paint{Fill: scene.Ink}}), Options{})
	data := string(d.get(d.page(), "Contents").(stream).data)
	if !strings.Contains(data, "/A30 gs\n/X1 Do\n") || !strings.Contains(data, "/A100 gs\n0.102 0.102 0.102 rg\n0 0 1 1 re") {
		t.Errorf("content\n%s", data)
	}
	form := d.get(d.page(), "Resources", "XObject", "X1").(stream)
	if d.get(form, "Group", "S") != name("Transparency") || d.get(d.page(), "Group", "S") != name("Transparency") {
		t.Error("the form or the page is no group")
	}
	if got := fmt.Sprint(form.dict["BBox"]); got != "[6 6 15 15]" {
		t.Errorf("the form's box is %s", got)
	}
	if s := string(form.data); !strings.Contains(s, "B\n") || strings.Contains(s, "gs") {
		t.Errorf("the form is\n%s", s)
	}
	for percent, want := range map[name]float64{"A30": 0.3, "A100": 1} {
		state := d.get(d.page(), "Resources", "ExtGState", percent).(dict)
		if state["ca"] != want || state["CA"] != want {
			t.Errorf("%s is %v", percent, state)
		}
	}
	if d := parsed(t, picture(line("x")), Options{}); d.page()["Group"] != nil || d.get(d.page(), "Resources", "ExtGState") != nil {
		t.Error("a page without fading asks for it")
	}
}

func TestColours(t *testing.T) {
	var asked []scene.Role
	opt := Options{Background: true, Color: func(r scene.Role) (uint8, uint8, uint8) {
		asked = append(asked, r)
		return 1, 128, 255
	}}
	d := parsed(t, picture(scene.Circle{R: 64, Paint: scene.Paint{Fill: scene.Warn}}), opt)
	if fmt.Sprint(asked) != "[bg warn]" {
		t.Errorf("asked for %v", asked)
	}
	data := string(d.get(d.page(), "Contents").(stream).data)
	if !strings.Contains(data, "/Artifact BMC\n0.004 0.502 1 rg\n0 0 400 200 re\nf\n") {
		t.Errorf("no background in\n%s", data)
	}
	if data := painted(t, line("x")); strings.Contains(data, " re") {
		t.Errorf("a background that no one asked for:\n%s", data)
	}
	for v := range 256 {
		s := strings.Fields(rgb{uint8(v), 0, 255}.String())
		var f float64
		fmt.Sscan(s[0], &f)
		if math.Round(f*255) != float64(v) || s[1] != "0" || s[2] != "1" {
			t.Errorf("%d is printed as %v", v, s)
		}
	}
}

func TestPage(t *testing.T) {
	tests := []struct {
		width, height scene.Unit
		box           string
		unit          any
		scale         string
	}{
		{scene.Pixels(1200), scene.Pixels(870), "[0 0 900 652.5]", nil, "0.75 0 0 -0.75 0 652.5 cm"},
		{scene.Pixels(19200), 65, "[0 0 14400 0.762]", nil, "0.75 0 0 -0.75 0 0.762 cm"},
		{scene.Pixels(360), scene.Pixels(19201), "[0 0 135 7200.375]", 2.0, "0.375 0 0 -0.375 0 7200.375 cm"},
		{scene.Pixels(360), scene.Pixels(57600), "[0 0 90 14400]", 3.0, "0.25 0 0 -0.25 0 14400 cm"},
	}
	for _, tt := range tests {
		p := picture(scene.Group{Href: "https://example.org", Marks: []scene.Mark{scene.Rect{X: -64, W: 1 << 40, H: 1 << 40, Paint: scene.Paint{Fill: scene.Ink}}}})
		p.Width, p.Height = tt.width, tt.height
		d := parsed(t, p, Options{})
		if got := fmt.Sprint(d.page()["MediaBox"]); got != tt.box || d.page()["UserUnit"] != tt.unit {
			t.Errorf("%d × %d: box %s, unit %v", tt.width, tt.height, got, d.page()["UserUnit"])
		}
		if data := string(d.get(d.page(), "Contents").(stream).data); !strings.HasPrefix(data, tt.scale+"\n") {
			t.Errorf("%d × %d: no %s in\n%s", tt.width, tt.height, tt.scale, data)
		}
		// The link ends where the page does.
		rect := d.get(d.page()["Annots"].([]any)[0], "Rect").([]any)
		if page := d.page()["MediaBox"].([]any); !slices.Equal(rect, page) {
			t.Errorf("link %v, page %v", rect, page)
		}
	}
	for _, size := range [][2]scene.Unit{{0, 64}, {64, 0}, {-64, 64}, {math.MaxInt64, 64}} {
		p := picture()
		p.Width, p.Height = size[0], size[1]
		if _, err := Marshal(p, Options{}); err == nil {
			t.Errorf("a page of %v was made", size)
		}
	}
}

func TestDescription(t *testing.T) {
	p := picture()
	p.Title, p.Description, p.Lang = "Hafen (geschlossen) \\ <Teil 1> & \"2\"", "Schöne\x00 \x1b[0m Aussicht\n𝄞 \u0d28\u280d", "de-AT"
	d := parsed(t, p, Options{})
	info := d.get(d.trailer, "Info").(dict)
	const about = "Schöne [0m Aussicht 𝄞 \u0d28\u280d" // bytes that mean something in strings
	if textOf(info["Title"]) != p.Title || textOf(info["Subject"]) != about {
		t.Errorf("info %q, %q", textOf(info["Title"]), textOf(info["Subject"]))
	}
	for _, key := range []name{"CreationDate", "ModDate"} {
		if info[key] != nil {
			t.Errorf("there is a %s", key)
		}
	}
	c := d.catalog()
	if c["Lang"] != "de-AT" || d.get(c, "MarkInfo", "Marked") != true || d.get(c, "ViewerPreferences", "DisplayDocTitle") != true {
		t.Errorf("catalog %v", c)
	}
	if d.page()["Tabs"] != name("S") {
		t.Error("links are not in the order of the structure")
	}
	words := xmlText2(t, d.get(c, "Metadata").(stream).data)
	for _, want := range []string{p.Title, about, "de-AT"} {
		if !strings.Contains(words, want+"\n") {
			t.Errorf("no %q in the metadata %q", want, words)
		}
	}
	for _, lang := range []string{"", "de) /X (y", "de--x", "de_AT", "deutschlich"} {
		p.Title, p.Lang = " \x01", lang
		d = parsed(t, p, Options{})
		if got := d.get(d.trailer, "Info", "Title"); got != "Picture" {
			t.Errorf("a document without a title is called %v", got)
		}
		if got := d.catalog()["Lang"]; got != nil {
			t.Errorf("language %v", got)
		}
	}
}

// xmlText2 returns the texts of a document that must be well-formed.
func xmlText2(t *testing.T, doc []byte) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, doc)
		}
		if s, ok := tok.(xml.CharData); ok {
			b.Write(s)
			b.WriteString("\n")
		}
	}
}

func TestSameSceneSameBytes(t *testing.T) {
	scene := func() *scene.Picture {
		return picture(line("Harbour ﬁlls"), scene.Group{Href: "https://example.org", Label: "x", Marks: []scene.Mark{line("שלום")}})
	}
	want := marshal(t, scene(), Options{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got, err := Marshal(scene(), Options{}); err != nil || !bytes.Equal(got, want) {
				t.Errorf("the same scene gave other bytes (%v)", err)
			}
		})
	}
	wg.Wait()
	id := func(data []byte) string {
		_, after, _ := strings.Cut(string(data), "/ID[<")
		return after[:32]
	}
	if other := marshal(t, picture(line("Harbour")), Options{}); id(other) == id(want) {
		t.Error("two files have one identifier")
	}
}

// dam is a story of n events, about as long as stories are.
func dam(n int) *story.Story {
	titles := []string{
		"Engineers find cracks in the old dam above the valley", "The reservoir is lowered by four metres",
		"Villagers ask for a siren", "Heavy rain fills the lake again within a week", "The eastern sluice jams",
		"Army divers free the gate", "The dam breaks at its northern end",
	}
	s := &story.Story{Title: "The dam above Oldbridge", Summary: "How warnings were heard, and not heard."}
	lanes := []string{"Water", "People", "Repairs"}
	day := time.Date(1962, 1, 3, 0, 0, 0, 0, time.UTC)
	for i := range n {
		date, err := edtf.Parse(day.Format("2006-01-02"))
		if err != nil {
			panic(err)
		}
		s.Events = append(s.Events, story.Event{ID: fmt.Sprint("e", i), Title: titles[i%len(titles)], Date: date,
			Lane: lanes[i%len(lanes)], URL: fmt.Sprintf("https://example.org/%d", i), Drawn: true, Status: story.StatusHappened})
		day = day.AddDate(0, 0, 3+i%5*11)
	}
	return s
}

func drawn(t testing.TB, n int) *scene.Picture {
	t.Helper()
	p, err := chart.Wide(dam(n), chart.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSize(t *testing.T) {
	p := drawn(t, 14)
	data := marshal(t, p, Options{Background: true})
	if len(data) > 40_000 {
		t.Errorf("14 events take %d bytes, more than 40 kB", len(data))
	}
	d, err := readDocument(data)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(d.page()["Annots"].([]any)); n != 14 {
		t.Errorf("%d links, want 14", n)
	}
	if n := strings.Count(d.tree(), "LBody"); n != 14 {
		t.Errorf("%d items, want 14", n)
	}
}

func BenchmarkMarshal14(b *testing.B)  { bench(b, 14) }
func BenchmarkMarshal500(b *testing.B) { bench(b, 500) }

func bench(b *testing.B, n int) {
	p := drawn(b, n)
	b.ReportAllocs()
	for b.Loop() {
		marshal(b, p, Options{})
	}
}
