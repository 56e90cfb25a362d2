package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// good is a picture without fault: two events eight years apart and what led
// from one to the other. The tests below spoil it.
const good = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="200" viewBox="0 0 360 200" role="graphics-document" aria-labelledby="n" aria-describedby="d" font-family="Arial,'Liberation Sans'" font-size="14" fill="#1a1a1a">
<title id="n">Two floods</title>
<desc id="d">Timeline of 2 events.</desc>
<style>@media(prefers-color-scheme:dark){svg{fill:#ececec}[fill="#ffffff"]{fill:#14171a}}</style>
<rect width="360" height="200" fill="#ffffff"/>
<g role="list">
<g role="listitem" data-event="a"><g role="img" aria-label="1900: The brook floods the mill"><text x="20" y="40">The brook floods</text><text x="20" y="60">the mill</text></g></g>
<g aria-hidden="true" data-gap="8 years"><text x="20" y="90">8 years later</text></g>
<g role="listitem" data-event="b"><g role="img" aria-label="1908: A dam is built"><text x="20" y="120">A dam is built</text></g></g>
</g>
<g data-from="a" data-to="b" data-type="causes" data-strength="stated"><path d="M10 45V115" fill="none" stroke="#767676"/></g>
</svg>`

var goodStory = expectation{
	events:    []event{{ID: "a", Title: "The brook floods the mill"}, {ID: "b", Title: "A dam is built"}},
	relations: []relation{{"a", "b", "causes", "stated"}},
	gaps:      1,
}

// TestMeter spoils one thing at a time and expects the meter to see it.
func TestMeter(t *testing.T) {
	for _, test := range []struct {
		name, old, new string
		want           string // in one of the faults, "" for none at all
	}{
		{"good", "", "", ""},
		{"not XML", "</text></g></g>\n<g aria", "</g></g>\n<g aria", "not well-formed"},
		{"title shortened", "the mill</text>", "the…</text>", "the title of a is not whole"},
		{"title hidden", `<text x="20" y="60">`, `<text x="20" y="60" visibility="hidden">`, "the title of a is not whole"},
		{"title in another group", `<text x="20" y="60">the mill</text></g></g>`, `</g></g><text x="20" y="60">the mill</text>`, "the title of a is not whole"},
		{"texts collide", `y="60"`, `y="46"`, "overlap"},
		{"text over the edge", `<text x="20" y="120">`, `<text x="310" y="120">`, "edge"},
		{"shape over the edge", "M10 45V115", "M10 45V215", "over the picture's edge"},
		{"small text", `<text x="20" y="90">`, `<text x="20" y="90" font-size="11">`, "11.0 px"},
		{"small by a transform", `<text x="20" y="90">`, `<text transform="scale(.5)" x="20" y="180">`, "7.0 px"},
		{"pale text", `<text x="20" y="90">`, `<text x="20" y="90" style="fill:#8a8a8a">`, "360 px, light: \"8 years later\" has a contrast of 3.4"},
		{"pale in the dark only", `svg{fill:#ececec}`, `svg{fill:#4a4a4a}`, "dark: \"A dam is built\" has a contrast"},
		{"faded text", `<g aria-hidden="true"`, `<g opacity="0.5" aria-hidden="true"`, "has a contrast"},
		{"text on a dark shape", `<text x="20" y="120">`, `<rect x="15" y="104" width="120" height="22" fill="#333"/><text x="20" y="120">`, "has a contrast"},
		{"text covered", "</svg>", `<rect x="15" y="104" width="120" height="22" fill="#ffffff"/></svg>`, "is not to be seen"},
		{"text half covered", "</svg>", `<rect x="70" y="104" width="70" height="22" fill="#ffffff"/></svg>`, "is not to be seen"},
		{"no name", "<title id=\"n\">Two floods</title>", "", "no name"},
		{"no list item", `role="listitem" data-event="b"`, `data-event="b"`, "1 list items"},
		{"list item that says nothing", `aria-label="1908: A dam is built"`, `aria-label="1908"`, `says "A dam is built"`},
		{"no description", "Timeline of 2 events.", "", "no description"},
		{"gap read aloud", `aria-hidden="true" data-gap`, "data-gap", "a generic in the list"},
		{"list without a role", `<g role="list">`, "<g>", "0 lists"},
		{"two lists", `<g data-from`, `<g role="list"><g role="listitem"><text x="20" y="180">c</text></g></g><g data-from`, "2 lists"},
		{"item without a name", `<g role="img" aria-label="1908: A dam is built">`, "<g>", "holds not one link or drawing with a name"},
		{"event twice", `<g data-from`, `<g data-event="b"></g><g data-from`, `2 marks with data-event="b"`},
		{"event missing", ` data-event="b"`, "", `0 marks with data-event="b"`},
		{"event invented", `<g data-from`, `<g data-event="c"></g><g data-from`, `data-event="c" is not to be drawn`},
		{"gap missing", ` data-gap="8 years"`, "", "0 data-gap"},
		{"gap without a unit", `data-gap="8 years"`, `data-gap="8"`, "no length of time"},
		{"relation missing", `data-from="a" data-to="b"`, "", "0 marks for the relation"},
		{"relation invented", `data-type="causes"`, `data-type="prevents"`, "the story states no relation"},
		{"strength raised", `data-strength="stated"`, `data-strength="possible"`, "the story states no relation"},
		{"script", "</svg>", "<script>/**/</script></svg>", "<script>"},
		{"handler", `<g data-from`, `<g onclick="alert(1)" data-from`, "g onclick"},
		{"script in a link", "</svg>", `<a href="javascript:alert(1)"/></svg>`, "runs a script"},
		{"foreign object", "</svg>", `<foreignObject/></svg>`, "<foreignobject>"},
		{"outside image", "</svg>", `<image href="https://example.org/x.png" width="1" height="1"/></svg>`, "the picture asks for https://example.org/x.png"},
		{"outside style", "</style>", `@import url(https://example.org/x.css);</style>`, "style sheet with a reference"},
		{"outside paint", `stroke="#767676"`, `stroke="url(https://example.org/x.svg#p)"`, "path stroke="},
		{"wrong width", `width="360" height="200" viewBox`, `width="300" height="200" viewBox`, "300.0 px wide"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			svg := good
			if test.old != "" {
				if strings.Count(svg, test.old) != 1 {
					t.Fatalf("%q is not in the picture once", test.old)
				}
				svg = strings.Replace(svg, test.old, test.new, 1)
			}
			faults := strings.Join(examine(t, []byte(svg), 360, goodStory), "\n")
			if test.want == "" && faults != "" || !strings.Contains(faults, test.want) {
				t.Errorf("faults found: %q, want one with %q", faults, test.want)
			}
		})
	}
}

// TestOrder tests that events read aloud in another order than that of the
// story are found.
func TestOrder(t *testing.T) {
	want := goodStory
	want.events = []event{goodStory.events[1], goodStory.events[0]}
	if faults := strings.Join(examine(t, []byte(good), 360, want), "\n"); !strings.Contains(faults, "in the order of time") {
		t.Errorf("faults found: %q", faults)
	}
}

// TestPageMeter looks at a page with several faults.
func TestPageMeter(t *testing.T) {
	file := wrap(t, []byte(`<p id="a">Ash falls on the roofs</p><p id="x">one</p><p id="x">two</p>
		<a href="#nowhere">on</a><div style="width:500px;background:#eee">a wide box</div>
		<span style="position:absolute;left:-900px">skip</span><small style="font-size:9px">fine print</small>`))
	r := open(t, file).read(t, 320, false)
	faults := strings.Join(r.page(storyFile{Events: []event{{ID: "a", Title: "Ash falls on the roofs"}, {ID: "b", Title: "Rain washes it away"}}}), "\n")
	for _, want := range []string{
		"the page is 500 px wide", `0 elements with the id "b"`, `the id "x" is used twice`, `the link "#nowhere" leads nowhere`,
		"does not show the title of b", `"fine print" is set in 9.0 px`, "0 pictures are shown", "0 headings",
	} {
		if !strings.Contains(faults, want) {
			t.Errorf("no fault says %q:\n%s", want, faults)
		}
	}
	for _, not := range []string{"title of a", `id "a"`, `"skip"`} {
		if strings.Contains(faults, not) {
			t.Errorf("a fault says %q:\n%s", not, faults)
		}
	}
}

// TestFont finds out whether the browser has the family that pictures are laid
// out for. With another one, the other tests measure something else.
func TestFont(t *testing.T) {
	const line, want = "Hamburgefonstiv 0123456789", 1340 // 1/100 em in Liberation Sans and Arial
	v := open(t, wrap(t, []byte(fmt.Sprintf(
		`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="200"><text id="line" y="100" font-size="50" font-family="Arial,'Liberation Sans'">%s</text></svg>`, line))))
	var width float64
	if err := chromedp.Run(v.tab, chromedp.Evaluate(`document.getElementById('line').getComputedTextLength()`, &width)); err != nil {
		t.Fatal(err)
	}
	if got := width * 2; got < want-5 || got > want+5 {
		t.Errorf("%q is %.0f/100 em wide, want %d: install fonts-liberation", line, got, want)
	}
}
