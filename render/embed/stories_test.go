package embed

import (
	"bytes"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// handStory is a story that a person wrote: links, no documents.
func handStory(t testing.TB) *story.Story {
	return &story.Story{
		Title:   "The ferry at Low Ness",
		Summary: "How a village got to the other bank.",
		Events: []story.Event{
			{ID: "storm", Date: date(t, "1866-11-03"), Time: "04:30", Title: "A storm tears the ferry away", Drawn: true, URL: "https://www.archive.example/storm?a=1&b=2"},
			{ID: "petition", Date: date(t, "1867~"), Title: "Two hundred sign a petition", Drawn: true, URL: "petition.html"},
			{ID: "bridge", Date: date(t, "1869-05"), Title: "The bridge opens", Drawn: true, URL: "https://archive.example/bridge"},
			{ID: "toll", Date: date(t, "1870/1881"), Title: "Carts pay a toll", Drawn: true},
			{ID: "second", Date: date(t, "2034"), Title: "A second bridge", Status: story.StatusPlanned, Drawn: true},
			{ID: "hidden", Date: date(t, "1900"), Title: "Paint dries"},
			{ID: "undated", Title: "A song is written", Drawn: true},
		},
		Relations: []story.Relation{
			{From: "storm", To: "bridge", Type: story.Causes, Strength: story.StrengthStated},
			{From: "petition", To: "bridge", Type: story.Enables, Strength: story.StrengthPossible},
		},
	}
}

// reportStory is one that was read from documents.
func reportStory(t testing.TB) *story.Story {
	told := func(docs ...string) []story.Mention {
		var ms []story.Mention
		for _, d := range docs {
			ms = append(ms, story.Mention{Document: d, Quote: "A sentence."})
		}
		return ms
	}
	return &story.Story{
		Title: "Who shut the mill?",
		Documents: []story.Document{
			{ID: "gazette", Publisher: "Weir Gazette", Title: "Mill shuts", URL: "https://gazette.example/mill"},
			{ID: "post", Publisher: "Valley Post", Title: "After the mill", URL: "javascript:alert(1)"},
			{ID: "note", Title: "A note"},
		},
		Events: []story.Event{
			{ID: "drought", Date: date(t, "2031-06"), Title: "The stream runs dry", Weight: 0.5, Drawn: true, Mentions: told("gazette")},
			{ID: "mill-shuts", Date: date(t, "2031-07-14"), Title: "The mill shuts", Weight: 0.9, Drawn: true, Mentions: told("gazette", "post", "note")},
			{ID: "sale", Date: date(t, "2031-08-01"), Title: "Its sale", Status: story.StatusDenied, Weight: 0.4, Drawn: true, Mentions: told("post")},
			{ID: "rain", Date: date(t, "2031-09"), Title: "Rain falls", Weight: 0.3, Drawn: true},
		},
		Relations: []story.Relation{{From: "drought", To: "mill-shuts", Type: story.Causes, Cue: "because of"}},
		Disagreements: []story.Disagreement{{About: []string{"mill-shuts"}, Field: "date", Kind: story.Conflict,
			Values: []story.DisagreementValue{{Value: "2031-07-14"}, {Value: "2031-07-15"}}}},
	}
}

// hostile are strings that must come out as text.
var hostile = []string{
	`<script>alert(1)</script>`, `]]></style></svg></figure>`, `"><img src=x onerror=alert(1)>`, `'-alert(1)-'`, `{{.Title}} {% raw %} -->`,
}

func hostileStory(t testing.TB) *story.Story {
	h := hostile
	return &story.Story{
		Title: h[0] + h[1], Summary: h[2] + h[4],
		Documents: []story.Document{{ID: "d", Publisher: h[2], URL: "javascript:alert(1)"}, {ID: "e", Publisher: h[4], URL: `https://e.example/"><script>`}},
		Events: []story.Event{
			{ID: `"><b`, Date: date(t, "1999"), Title: h[0], URL: "data:text/html,x", Drawn: true, Mentions: []story.Mention{{Document: "d"}, {Document: "e"}}},
			{ID: "b", Date: date(t, "2001"), Time: h[2], Title: h[3] + "\x00\n\n" + h[4], URL: "//evil.example/", Status: story.Status(h[1]), Drawn: true},
		},
		Relations:     []story.Relation{{From: `"><b`, To: "b", Type: "<b>", Strength: "<i>"}},
		Disagreements: []story.Disagreement{{About: []string{"b"}, Field: "place", Kind: story.Conflict, Values: []story.DisagreementValue{{Value: h[2]}, {Value: h[4]}}}},
	}
}

func stories(t testing.TB) map[string]*story.Story {
	return map[string]*story.Story{
		"hand": handStory(t), "reports": reportStory(t), "hostile": hostileStory(t),
		"empty": {}, "undated": {Title: "Nothing yet", Events: []story.Event{{ID: "a", Title: "Some day", Drawn: true}}},
	}
}

// drawing stands in for a picture, so that goldens change only with this
// package.
func drawing(id, width, height string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" id="` + id + `" width="` + width + `" height="` + height + `" viewBox="0 0 ` + width + " " + height +
		`" role="graphics-document" aria-labelledby="` + id + `-t"><title id="` + id + `-t">A picture {{x}}</title><style>@media(x){#` + id + `{fill:red}}</style></svg>` + "\n")
}

func options(view View) Options {
	return Options{
		View: view,
		Wide: Picture{string(view) + ".svg", drawing("c1", "1200", "400.5")}, Narrow: Picture{string(view) + "-narrow.svg", drawing("c2", "360", "900")},
	}
}

func write(t testing.TB, s *story.Story, opt Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var english lang.Speaker
