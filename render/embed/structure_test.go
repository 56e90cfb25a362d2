package embed

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/htmltext"
	"github.com/causeline/causeline/timeline/story"
)

// elements are all that figures are made of, the pictures' own left out.
var elements = strings.Fields("figure h1 h2 h3 h4 h5 h6 picture source img details summary ol li time a bdi p strong figcaption")

// parse reads a figure as the content of a page.
func parse(t testing.TB, figure string) *html.Node {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(figure), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	root := &html.Node{Type: html.DocumentNode}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

func all(root *html.Node, name string) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (name == "" || n.Data == name) {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return htmltext.OneLine(b.String())
}

type reporter interface{ Errorf(string, ...any) }

// check holds a figure without inline pictures to what every one promises.
func check(t reporter, root *html.Node, figure string) {
	for _, bad := range []string{"{{", "{%", "{#", "\n\n", "\n    "} {
		if strings.Contains(figure, bad) {
			t.Errorf("%q would be read by a template or by Markdown", bad)
		}
	}
	if n := root.FirstChild; n == nil || n.Data != "figure" || n.NextSibling != nil && strings.TrimSpace(n.NextSibling.Data) != "" {
		t.Errorf("the figure is not one element")
	}
	for _, n := range all(root, "") {
		if !slices.Contains(elements, n.Data) {
			t.Errorf("there is a <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
			if a.Key != "href" {
				continue
			}
			scheme, _, ok := strings.Cut(a.Val, ":")
			if ok && !strings.ContainsAny(scheme, "/?#") && !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme)) || strings.HasPrefix(a.Val, "//") {
				t.Errorf("a link leads to %q", a.Val)
			}
		}
	}
	for _, n := range all(root, "img") {
		if alt := attr(n, "alt"); alt == "" || utf8.RuneCountInString(alt) > maxDescription {
			t.Errorf("the image is described by %q", alt)
		}
	}
}

func TestFiguresAreWhole(t *testing.T) {
	for name, s := range stories(t) {
		for _, view := range []View{Timeline, Causes} {
			figure := write(t, s, options(view))
			t.Run(name+" "+string(view), func(t *testing.T) { check(t, parse(t, figure), figure) })
		}
	}
}

var anyText = rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.StringMatching(`[<>&"'a-z \]\-{}%]{0,400}`))

// TestEveryTitleIsThere writes stories of arbitrary strings and reads them
// back from the parsed figure.
func TestEveryTitleIsThere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := &story.Story{Title: anyText.Draw(rt, "headline"), Summary: anyText.Draw(rt, "summary"),
			Documents: []story.Document{{ID: "doc", Publisher: anyText.Draw(rt, "publisher"), URL: anyText.Draw(rt, "address")}}}
		for i := range rapid.IntRange(1, 5).Draw(rt, "events") {
			s.Events = append(s.Events, story.Event{
				ID: "e" + string(rune('a'+i)), Title: anyText.Draw(rt, "title"), URL: anyText.Draw(rt, "url"), Time: rapid.SampledFrom([]string{"", "11:30", "x"}).Draw(rt, "time"),
				Date:  date(t, rapid.SampledFrom([]string{"1999", "2001-02-03", "19XX", "-0043", "1990/1994", "2001-21"}).Draw(rt, "date")),
				Drawn: true, Weight: rapid.Float64Range(0, 1).Draw(rt, "weight"), Mentions: []story.Mention{{Document: "doc"}},
			})
		}
		opt := options(rapid.SampledFrom([]View{Timeline, Causes}).Draw(rt, "view"))
		s.Relations = []story.Relation{{From: "ea", To: s.Events[len(s.Events)-1].ID, Cue: anyText.Draw(rt, "cue")}}
		figure := write(t, s, opt)
		root := parse(t, figure)
		check(rt, root, figure)
		shown := words(root)
		f, _ := newFigure(s, opt)
		if n := len(all(root, "li")); n != len(f.events) {
			rt.Errorf("%d entries for %d events", n, len(f.events))
		}
		for _, m := range f.events {
			if !strings.Contains(shown, htmltext.OneLine(strings.Join(strings.Fields(m.Event.Title), " "))) {
				rt.Errorf("%q is not to be read in %q", m.Event.Title, shown)
			}
		}
	})
}

func TestPictures(t *testing.T) {
	s := handStory(t)
	opt := options(Timeline)
	opt.Base = "../a,b"
	root := parse(t, write(t, s, opt))
	source, img := all(root, "source")[0], all(root, "img")[0]
	for _, tt := range []struct {
		n         *html.Node
		key, want string
	}{
		{source, "media", "(max-width: 700px)"}, {source, "srcset", "../a%2Cb/timeline-narrow.svg"}, {source, "width", "360"}, {source, "height", "900"},
		{img, "src", "../a%2Cb/timeline.svg"}, {img, "width", "1200"}, {img, "height", "401"}, {img, "loading", "lazy"}, {img, "decoding", "async"},
	} {
		if got := attr(tt.n, tt.key); got != tt.want {
			t.Errorf("<%s %s> is %q, want %q", tt.n.Data, tt.key, got, tt.want)
		}
	}
	for name, change := range map[string]func(*Options){
		"timeline.svg":        func(o *Options) { o.Narrow = Picture{} },
		"timeline-narrow.svg": func(o *Options) { o.Wide = Picture{} },
	} {
		opt := options(Timeline)
		change(&opt)
		root := parse(t, write(t, s, opt))
		if len(all(root, "picture")) != 0 || len(all(root, "img")) != 1 || attr(all(root, "img")[0], "src") != name {
			t.Errorf("%s alone is not one image", name)
		}
	}
}

func TestInline(t *testing.T) {
	opt := options(Timeline)
	opt.Inline = true
	figure := write(t, handStory(t), opt)
	root := parse(t, figure)
	svgs := all(root, "svg")
	if len(svgs) != 2 || len(all(root, "img")) != 0 {
		t.Fatalf("%d pictures, %d images", len(svgs), len(all(root, "img")))
	}
	if attr(svgs[0], "class") != "causeline-wide" || attr(svgs[0], "display") != "" {
		t.Errorf("the wide picture has %v", svgs[0].Attr)
	}
	if attr(svgs[1], "class") != "causeline-narrow" || attr(svgs[1], "display") != "none" {
		t.Errorf("the narrow picture must be hidden without a style sheet; it has %v", svgs[1].Attr)
	}
	if strings.Contains(figure, "{{") || strings.Contains(figure, "{#") {
		t.Errorf("a template would read part of the picture: %s", figure)
	}
	if title, style := words(all(svgs[0], "title")[0]), words(all(svgs[0], "style")[0]); title != "A picture {{x}}" || style != "@media(x){#c1{fill:red}}" {
		t.Errorf("the picture's title is %q, its style %q", title, style)
	}
	for _, change := range []func(*Options){
		func(o *Options) { o.Narrow = Picture{} },
		func(o *Options) { o.Wide = Picture{} },
		func(o *Options) { o.Wide = o.Narrow }, // ids would stand there twice
	} {
		opt := options(Timeline)
		opt.Inline = true
		change(&opt)
		svgs := all(parse(t, write(t, handStory(t), opt)), "svg")
		if len(svgs) != 1 || attr(svgs[0], "display") != "" {
			t.Errorf("of one picture, %d are shown, the first with %v", len(svgs), svgs[0].Attr)
		}
	}
	for _, rule := range []string{".causeline-narrow { display: none }", ".causeline-wide { display: none }", ".causeline-narrow { display: inline }", "(max-width: 700px)"} {
		if !strings.Contains(CSS, rule) {
			t.Errorf("the style sheet lacks %s", rule)
		}
	}
}

func TestHeadings(t *testing.T) {
	s := handStory(t)
	if root := parse(t, write(t, s, options(Timeline))); len(all(root, "strong")) != 1 || len(all(root, "h2")) != 0 {
		t.Error("without a level, the headline must stand in the caption alone")
	}
	opt := options(Timeline)
	opt.Heading = 2
	root := parse(t, write(t, s, opt))
	h := all(root, "h2")
	if len(h) != 1 || words(h[0]) != s.Title || len(all(root, "strong")) != 0 {
		t.Error("with a level, the headline must be a heading and nothing else")
	}
}

func TestIDs(t *testing.T) {
	s := handStory(t)
	s.Events = append(s.Events, s.Events[0], s.Events[0])
	s.Events[len(s.Events)-1].ID = "two words"
	for prefix, want := range map[string][]string{
		"":  {"", "", "", "", "", "", ""},
		"f": {"f-storm", "", "", "f-petition", "f-bridge", "f-toll", "f-second"},
	} {
		opt := options(Timeline)
		opt.IDPrefix = prefix
		var got []string
		for _, li := range all(parse(t, write(t, s, opt)), "li") {
			got = append(got, attr(li, "id"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("with the prefix %q, ids are %q, want %q", prefix, got, want)
		}
	}
}

func TestTimes(t *testing.T) {
	var got []string
	for _, n := range all(parse(t, write(t, handStory(t), options(Timeline))), "time") {
		got = append(got, attr(n, "datetime")+" "+words(n))
	}
	want := []string{"1866-11-03T04:30 3 November 1866, 04:30", "1869-05 May 1869", "2034 2034"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestDocumented compares what people copy from the page about embedding.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/embedding.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "```css\n"+CSS+"```") {
		t.Errorf("docs/embedding.md does not have the style sheet:\n%s", CSS)
	}
}
