package page

import (
	"strings"
	"testing"
	"unicode/utf8"

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

// at is a sentence of a document that begins at a code point, with its
// trigger, as the extraction would record it.
func at(doc string, start int, quote, trigger string, basis story.DateBasis, dateText string) story.Mention {
	m := story.Mention{
		Document: doc, Quote: quote, DateText: dateText, DateBasis: basis,
		Sentence: story.Span{Start: start, End: start + utf8.RuneCountInString(quote)},
	}
	if i := strings.Index(quote, trigger); i >= 0 && trigger != "" {
		s := start + utf8.RuneCountInString(quote[:i])
		m.Trigger = story.Span{Start: s, End: s + utf8.RuneCountInString(trigger)}
	}
	return m
}

func handStory(t testing.TB) *story.Story {
	return &story.Story{
		Title:   "The lamp on Gull Rock",
		Summary: "How a village lit its harbour.",
		Events: []story.Event{
			{ID: "lamp-lit", Date: date(t, "1871-03-04"), Time: "18:45", Title: "The lamp is lit for the first time", Actors: []string{"Ida Brandt", "Harbour board"}, Place: "Gull Rock", Drawn: true},
			{ID: "wreck", Date: date(t, "1868~"), Title: "A brig runs onto the rock", Drawn: true, Note: "From a family letter.\nThe year is a guess.", URL: "https://example.org/brig?a=1&b=2"},
			{ID: "tower", Date: date(t, "1869/1870"), Title: "The tower is built", Drawn: true},
			{ID: "second-lamp", Date: date(t, "1880"), Title: "A second lamp is to follow", Status: story.StatusCancelled},
			{ID: "song", Title: "A song is written about the lamp"},
		},
		Relations: []story.Relation{
			{From: "wreck", To: "tower", Type: story.Causes, Strength: story.StrengthStated},
			{From: "tower", To: "lamp-lit", Type: story.Enables, Strength: story.StrengthPossible},
		},
	}
}

func reportStory(t testing.TB) *story.Story {
	const (
		broke  = "On Friday the dam above Lower Tarn broke, the water board said, after three weeks of rain that had filled the valley faster than anybody in the district could remember."
		late   = "Engineers in yellow coats walked the whole length of the crest twice, took pictures, wrote down numbers, shook their heads, and left again before dusk, and on Saturday it collapsed."
		led    = "The break led to the evacuation of two villages."
		moved  = "Two villages were evacuated."
		since  = "It was the worst flood since 1954."
		before = "No dam had failed here since 1987."
		plan   = "The board plans to rebuild the dam next spring."
		old    = "The dam was built in the 1920s."
		once   = "A smaller break was never reported."
	)
	return &story.Story{
		Title:   "The Lower Tarn dam",
		Summary: "A dam broke after weeks of rain. Reports differ on the day.",
		Documents: []story.Document{
			{ID: "tarn-herald", Path: "tarn-herald.html", Title: "Dam breaks above Lower Tarn", Publisher: "Tarn Herald", URL: "https://herald.example/dam", Published: date(t, "2031-05-10"), Dating: story.DatingStated, DatingReason: "dateline"},
			{ID: "fell-news", Path: "fell-news.txt", Title: "After the flood", Publisher: "Fell News", Published: date(t, "2031-05-12"), Dating: story.DatingGiven},
			{ID: "notes", Path: "notes.txt", Published: date(t, "2031-05-10~"), Dating: story.DatingInferred, DatingReason: "tells of the same event as tarn-herald"},
			{ID: "leaflet", Path: "old/leaflet.txt", URL: "javascript:alert(1)"},
		},
		Events: []story.Event{
			{ID: "1920s-dam-built", Date: date(t, "192X"), Title: "Dam is built", Weight: 0.4, Drawn: false, Mentions: []story.Mention{at("fell-news", 300, old, "built", story.BasisStated, "in the 1920s")}},
			{ID: "2031-05-09-dam-breaks", Date: date(t, "2031-05-09"), Time: "06:10+02:00/06:40+02:00", Title: "Dam above Lower Tarn breaks", Drawn: true, Actors: []string{"Water board", "Engineers", "Villagers"}, Place: "Lower Tarn", Mentions: []story.Mention{
				at("tarn-herald", 0, broke, "broke", story.BasisStated, "On Friday"),
				at("fell-news", 10, late, "collapsed", story.BasisStated, "on Saturday"),
				at("notes", 0, since, "flood", story.BasisInferred, ""),
			}},
			{ID: "2031-05-09-evacuation", Date: date(t, "2031-05-09"), Title: "Two villages are evacuated", Drawn: true, Mentions: []story.Mention{
				at("tarn-herald", 200, led, "evacuation", story.BasisContext, ""),
				at("notes", 80, moved, "evacuated", story.BasisDocument, ""),
				at("notes", 80, moved, "villages", story.BasisDocument, ""),
			}},
			{ID: "2032-rebuilding", Date: date(t, "2032-21"), Title: "Board rebuilds the dam", Status: story.StatusPlanned, Drawn: true, Mentions: []story.Mention{at("fell-news", 250, plan, "rebuild", story.BasisDocument, "next spring")}},
			{ID: "smaller-break", Title: "Smaller break", Weight: 0.3, Status: story.StatusDenied, Mentions: []story.Mention{at("leaflet", 0, once, "break", "", "")}},
		},
		Relations: []story.Relation{
			{From: "2031-05-09-dam-breaks", To: "2031-05-09-evacuation", Type: story.Causes, Strength: story.StrengthStated, Cue: "led to", Mentions: []story.Mention{at("tarn-herald", 200, led, "", "", "")}},
			{From: "smaller-break", To: "2031-05-09-dam-breaks", Type: story.PartOf, Strength: story.StrengthPossible},
			{From: "1920s-dam-built", To: "2032-rebuilding", Type: story.Before, Strength: story.StrengthStated},
		},
		Disagreements: []story.Disagreement{
			{About: []string{"2031-05-09-dam-breaks"}, Field: "date", Kind: story.Conflict, Values: []story.DisagreementValue{
				{Value: "2031-05-09", Documents: []string{"tarn-herald"}}, {Value: "2031-05-10", Documents: []string{"fell-news"}}}},
			{About: []string{"2031-05-09-dam-breaks"}, Field: "date", Kind: story.Differs, Values: []story.DisagreementValue{
				{Value: "1954", Documents: []string{"notes"}}, {Value: "1987", Documents: []string{"fell-news", "leaflet"}}}},
			{About: []string{"2031-05-09-evacuation", "2031-05-09-dam-breaks"}, Field: "number", Kind: story.Conflict, Values: []story.DisagreementValue{
				{Value: "two villages", Documents: []string{"tarn-herald"}}, {Value: "three villages", Documents: []string{"gone"}}}},
		},
	}
}

// hostile are strings that must appear as text.
var hostile = []string{
	`<script>alert(1)</script>`, `]]></style></svg>`, `"><img src=x onerror=alert(1)>`, `'-alert(1)-'`, `{{.Title}} ${x} --><!--`,
}

func hostileStory(t testing.TB) *story.Story {
	h := hostile
	s := &story.Story{
		Title: h[0] + h[1], Summary: h[2] + h[3],
		Documents: []story.Document{{ID: h[2], Path: h[0], Title: h[1], Publisher: h[2], URL: "javascript:alert(1)", DatingReason: h[0], Published: date(t, "2020"), Dating: story.Dating(h[0])}},
		Relations: []story.Relation{
			{From: h[0], To: "unknown", Type: story.Causes, Cue: h[1], Mentions: []story.Mention{{Document: h[4], Quote: h[3]}}},
			{From: "also-unknown", To: h[0], Type: story.PartOf, Strength: "certain"},
		},
		Disagreements: []story.Disagreement{{About: []string{h[0], "unknown"}, Field: h[1], Kind: story.DisagreementKind(h[2]), Values: []story.DisagreementValue{{Value: h[3], Documents: []string{h[4], ""}}}}},
	}
	for i, x := range h {
		s.Events = append(s.Events, story.Event{
			ID: x, Title: x, Place: x, Actors: []string{x, "\x00\x07\u0085"}, Note: x, URL: "data:text/html," + x, Status: story.Status(x), Time: x,
			StatusReason: x, TitleReason: x, WeightReason: x, Weight: 0.1 + float64(i%2)/2,
			Date: date(t, []string{"", "0000", "-0044-03-15", "1990-XX", "{1960,1961-12}"}[i]),
			Mentions: []story.Mention{
				{Document: h[2], Quote: "before " + x + " after", Sentence: story.Span{Start: 5, End: 6}, Trigger: story.Span{Start: -3, End: 1 << 40}, DateText: x, DateBasis: story.DateBasis(x), DateReason: x, LinkReason: x},
				{Document: x, Quote: "broken \xff\xfe bytes " + x, DateReason: x, LinkReason: x},
			},
		})
	}
	s.Events = append(s.Events, s.Events[0], story.Event{}) // an id twice, and nothing at all
	return s
}

func stories(t testing.TB) map[string]*story.Story {
	return map[string]*story.Story{"hand": handStory(t), "reports": reportStory(t), "hostile": hostileStory(t), "empty": {}, "passing": passingStory(t)}
}

// passingStory is one that was read from reports, with its reasons and with
// what the reports tell in passing.
func passingStory(t testing.TB) *story.Story {
	why := func(m story.Mention, date, link string) story.Mention {
		m.DateReason, m.LinkReason = date, link
		return m
	}
	const (
		broke = "The dam broke on Friday."
		again = "A dam failed above Lower Tarn."
		fell  = "Later a tree fell on the road."
		rain  = "It had rained for weeks, said Ida Brandt."
		board = "The board will meet on Monday."
	)
	return &story.Story{
		Title: "The dam, told in passing",
		Documents: []story.Document{
			{ID: "herald", Title: "Dam breaks", Publisher: "Tarn Herald", Published: date(t, "2031-05-10"), Dating: story.DatingStated},
			{ID: "news", Title: "After the flood", Publisher: "Fell News", Published: date(t, "2031-05-12"), Dating: story.DatingStated},
		},
		Events: []story.Event{
			{ID: "dam-breaks", Date: date(t, "2031-05-09"), Title: "Dam breaks", Weight: 0.72, Drawn: true,
				TitleReason: "made from “The dam broke on Friday” in herald", WeightReason: "told by 2 reports +27, dated in words +25, what a report is about +15, early in a report +5",
				Mentions: []story.Mention{
					why(at("herald", 0, broke, "broke", story.BasisStated, "Friday"), "counted from 10 May 2031, the report's own date: the latest such day up to then", ""),
					why(at("herald", 30, again, "failed", story.BasisInferred, ""), "the same report dates it elsewhere: “Friday”", "told again in the same report"),
					why(at("news", 0, again, "failed", story.BasisInferred, ""), "9 May 2031, from other reports of the event: herald", "as in herald: the same kind of act (break), the same place (Lower Tarn)"),
				}},
			{ID: "board-to-meet", Date: date(t, "2031-05-12"), Title: "Board to meet", Status: story.StatusPlanned, Weight: 0.4, Drawn: true,
				StatusReason: "“will meet” in herald",
				Mentions:     []story.Mention{why(at("herald", 60, board, "meet", story.BasisStated, "Monday"), "counted from 10 May 2031, the report's own date: the next such day; “will” tells of the future", "")}},
			{ID: "tree-falls", Date: date(t, "2031-05-12"), Title: "Tree falls on road", Weight: 0.1,
				Mentions: []story.Mention{why(at("news", 90, fell, "fell", story.BasisDocument, ""), "told in the past tense in a report of 12 May 2031; no other day is named", "")}},
			{ID: "rain", Title: "Rain falls for weeks", Weight: 0.15, Actors: []string{"Ida Brandt"}, Mentions: []story.Mention{at("news", 40, rain, "rained", "", ""), at("herald", 200, rain, "rained", "", "")}},
			{ID: "pinned", Date: date(t, "2031"), Title: "In passing, but drawn", Weight: 0.05, Drawn: true, Mentions: []story.Mention{why(at("herald", 300, fell, "fell", story.BasisStated, "in 2031"), "the words say it all", "")}},
			{ID: "elsewhere", Title: "Told by a report that is not there", Weight: 0.1, Mentions: []story.Mention{at("gone", 0, fell, "fell", "", "")}},
		},
	}
}
