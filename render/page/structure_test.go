package page

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// realPictures draws a story; the timelines stand in for the causal diagrams,
// which need a layout, under another title and thus other ids.
func realPictures(t testing.TB, s *story.Story) Pictures {
	t.Helper()
	draw := func(pic *scene.Picture, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return svg.Marshal(pic, svg.Options{})
	}
	other := *s
	other.Title += " again"
	toPage := chart.Options{Link: func(e *story.Event) string { return "#" + e.ID }}
	return Pictures{
		Timeline: draw(chart.Wide(s, toPage)), TimelineNarrow: draw(chart.Narrow(s, toPage)),
		Causes: draw(chart.Wide(&other, toPage)), CausesNarrow: draw(chart.Narrow(&other, toPage)),
	}
}

func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// each calls f for all elements in order.
func each(n *html.Node, f func(*html.Node)) {
	if n.Type == html.ElementNode {
		f(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, f)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is what a reader sees of a node, style sheets left out.
func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Data == "style" {
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

// allowed are the elements that the page and its pictures are made of. That
// none of them runs or loads anything is the point of the list.
var allowed = map[string]bool{}

func init() {
	for _, n := range strings.Fields(`html head meta title style body a header h1 h2 h3 p nav ul ol li main section div
		span time data dl dt dd blockquote mark cite code footer pre details summary svg desc g rect circle path text tspan`) {
		allowed[n] = true
	}
}

// isEvent reports whether a node is the entry of an event.
func isEvent(n *html.Node) bool { return slices.Contains(strings.Fields(attr(n, "class")), "event") }

// checkPage holds the page to what every page promises.
func checkPage(t *testing.T, name, page string) *html.Node {
	t.Helper()
	root := parse(t, page)
	ids := map[string]int{}
	each(root, func(n *html.Node) {
		if !allowed[n.Data] {
			t.Errorf("%s: there is a <%s>", name, n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" {
				t.Errorf("%s: <%s> has %s=%q", name, n.Data, a.Key, a.Val)
			}
		}
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: the id %q stands %d times", name, id, n)
		}
	}
	each(root, func(n *html.Node) {
		for _, key := range []string{"href", "aria-labelledby", "aria-describedby"} {
			ref := attr(n, key)
			if key == "href" {
				if u, err := url.Parse(ref); err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
					t.Errorf("%s: a link leads to %q", name, ref)
				}
				if !strings.HasPrefix(ref, "#") {
					continue
				}
				ref, _ = url.PathUnescape(ref[1:])
			}
			if ref != "" && ids[ref] == 0 {
				t.Errorf("%s: %s=%q leads nowhere", name, key, ref)
			}
		}
	})
	for _, s := range []string{"@import", "url(", "//fonts"} {
		if strings.Contains(pageCSS, s) {
			t.Errorf("the style sheet has %q", s)
		}
	}
	return root
}

func TestPagesAreWhole(t *testing.T) {
	for name, s := range stories(t) {
		for _, q := range []Quotes{QuotesFull, QuotesShort, QuotesNone} {
			p := plainPictures()
			if name != "hostile" { // its ids are none, so that no picture can lead to them
				p = realPictures(t, s)
			}
			root := checkPage(t, name+" "+string(q), write(t, s, p, q))
			entries := map[string]int{}
			svgs := 0
			each(root, func(n *html.Node) {
				if n.Data == "li" && isEvent(n) {
					entries[attr(n, "id")]++
				}
				if n.Data == "svg" {
					svgs++
				}
			})
			for _, e := range s.Events {
				if e.ID != "" && entries[e.ID] != 1 {
					t.Errorf("%s: event %q has %d entries with its id", name, e.ID, entries[e.ID])
				}
			}
			total := 0
			for _, n := range entries {
				total += n
			}
			if total != len(s.Events) {
				t.Errorf("%s: %d entries for %d events", name, total, len(s.Events))
			}
			if svgs != 4 {
				t.Errorf("%s: %d pictures, want both shapes of both", name, svgs)
			}
		}
	}
}

// TestHostileStoryWithRealPictures draws strings that are no ids.
func TestHostileStoryWithRealPictures(t *testing.T) {
	s := hostileStory(t)
	for i := range s.Events {
		s.Events[i].Drawn = true
		s.Events[i].ID = strings.Repeat("e", i+1)
	}
	checkPage(t, "hostile", write(t, s, realPictures(t, s), QuotesFull))
}

func TestPageHasTheThemesColours(t *testing.T) {
	th, ok := theme.Named("paper")
	if !ok {
		t.Fatal("there is no theme paper")
	}
	var plain, toned bytes.Buffer
	for w, opt := range map[*bytes.Buffer]Options{&plain: {}, &toned: {Theme: th}} {
		if err := Write(w, &story.Story{Title: "Harbour"}, Pictures{}, opt); err != nil {
			t.Fatal(err)
		}
	}
	if page := toned.String(); !strings.Contains(page, "--bg:#fbf5e9;") || !strings.Contains(page, "--bg:#1c1814;") {
		t.Error("the page is not in the theme's colours")
	}
	if page := plain.String(); !strings.Contains(page, "--bg:#ffffff;") || !strings.Contains(page, "--bg:#14171a;") {
		t.Error("a page without a theme is not in the default's colours")
	}
}

func TestHead(t *testing.T) {
	page := write(t, handStory(t), Pictures{}, "")
	root := parse(t, page)
	meta := map[string]string{}
	each(root, func(n *html.Node) {
		switch n.Data {
		case "html":
			if attr(n, "lang") != "en" {
				t.Error("the page does not say its language")
			}
		case "meta":
			meta[attr(n, "name")+attr(n, "http-equiv")] = attr(n, "content")
		}
	})
	for key, want := range map[string]string{
		"generator":               "causeline",
		"color-scheme":            "light dark",
		"viewport":                "width=device-width, initial-scale=1",
		"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
	} {
		if meta[key] != want {
			t.Errorf("%s is %q, want %q", key, meta[key], want)
		}
	}
	// The marker by which a build knows its own pages must stand near the top.
	if i := strings.Index(page, `<meta name="generator" content="causeline"`); i < 0 || i > 200 {
		t.Errorf("the generator stands at byte %d", i)
	}
}

// TestHeadingsNest checks that headings skip no level.
func TestHeadingsNest(t *testing.T) {
	for name, s := range stories(t) {
		level, h1 := 0, 0
		each(parse(t, write(t, s, plainPictures(), "")), func(n *html.Node) {
			if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
				return
			}
			l := int(n.Data[1] - '0')
			if l == 1 {
				h1++
			}
			if l > level+1 {
				t.Errorf("%s: <h%d> %q follows <h%d>", name, l, text(n), level)
			}
			level = l
		})
		if h1 != 1 {
			t.Errorf("%s: %d headlines", name, h1)
		}
	}
}

// TestOneShapeAtATime checks the rules by which a screen reader meets each
// picture once.
func TestOneShapeAtATime(t *testing.T) {
	css := pageCSS
	narrowScreen := regexp.MustCompile(`(?s)@media \(max-width:699\.98px\)\{(.*?)\n\}`).FindStringSubmatch(css)
	if narrowScreen == nil {
		t.Fatal("there is no rule for screens below 700 px")
	}
	if before, _, _ := strings.Cut(css, "@media"); !strings.Contains(before, ".narrow{display:none}") || strings.Contains(before, ".wide{display:none}") {
		t.Error("wide screens must show the wide picture only")
	}
	if !strings.Contains(narrowScreen[1], ".wide{display:none}") || !strings.Contains(narrowScreen[1], ".narrow{display:block}") {
		t.Error("narrow screens must show the narrow picture only")
	}
	only := write(t, handStory(t), Pictures{TimelineNarrow: plainPictures().TimelineNarrow}, "")
	if strings.Contains(only, `class="picture narrow"`) || !strings.Contains(only, `class="picture alone"`) {
		t.Error("a picture without its other shape must be shown on every screen")
	}
}

func TestSectionsWithoutContentAreLeftOut(t *testing.T) {
	for name, want := range map[string]string{
		"empty":   "",
		"hand":    "section_events section_also section_undated",
		"reports": "section_events section_also section_undated section_disagreements section_documents",
		"passing": "section_events section_told section_documents",
	} {
		var got []string
		each(parse(t, write(t, stories(t)[name], Pictures{}, "")), func(n *html.Node) {
			if n.Data == "h2" {
				got = append(got, attr(n, "id"))
			}
		})
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s has the sections %q, want %q", name, s, want)
		}
	}
}
