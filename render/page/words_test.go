package page

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/causeline/causeline/render/embed"
	"github.com/causeline/causeline/timeline/story"
)

func TestWhen(t *testing.T) {
	for _, tt := range []struct{ date, time, words, datetime string }{
		{"2025-08-15", "", "15 August 2025", "2025-08-15"},
		{"2025-08", "", "August 2025", "2025-08"},
		{"0987", "", "AD 987", "0987"},
		{"2025-08-15", "11:30", "15 August 2025, 11:30", "2025-08-15T11:30"},
		{"2025-08-15", "11:30-08:00", "15 August 2025, 11:30 (UTC−8)", "2025-08-15T11:30-08:00"},
		{"2025-08-15", "11:30:09Z", "15 August 2025, 11:30:09 (UTC)", "2025-08-15T11:30:09Z"},
		{"2025-08-15", "11:30+05:30/14:00+05:30", "15 August 2025, 11:30–14:00 (UTC+5:30)", "2025-08-15"},
		{"2025-08-15", "23:00Z/08:00+09:00", "15 August 2025, 23:00 (UTC)–08:00 (UTC+9)", "2025-08-15"},
		{"2025-08", "11:30", "August 2025, 11:30", "2025-08"},
		{"2025-08-15", "around noon", "15 August 2025, around noon", "2025-08-15"},
		{"", "07:00", "07:00", ""},
		{"", "", "", ""},
		// What <time> has no words for.
		{"0000", "", "1 BC", ""},
		{"-0044", "", "45 BC", ""},
		{"1985~", "", "about 1985", ""},
		{"2001-21", "", "spring 2001", ""},
		{"201X", "", "the 2010s", ""},
		{"1869/1870", "", "1869–1870", ""},
		{"Y12024", "", "year 12024", ""},
	} {
		w := eventWhen(&story.Event{Date: date(t, tt.date), Time: tt.time})
		if w.Words != tt.words || w.Datetime != tt.datetime {
			t.Errorf("%s %s: %q, %q; want %q, %q", tt.date, tt.time, w.Words, w.Datetime, tt.words, tt.datetime)
		}
	}
}

func TestTriggerIsBelievedOnlyWhereOffsetsFit(t *testing.T) {
	const quote = "Zoë öffnete" // 11 code points, 13 bytes
	span := func(a, b int) story.Span { return story.Span{Start: a, End: b} }
	for _, tt := range []struct {
		sentence, trigger story.Span
		want              string
	}{
		{span(100, 111), span(104, 111), "öffnete"},
		{span(0, 11), span(0, 3), "Zoë"},
		{span(100, 112), span(104, 111), ""}, // another sentence
		{span(100, 111), span(99, 103), ""},
		{span(100, 111), span(104, 112), ""},
		{span(100, 111), span(104, 104), ""},
		{span(0, 0), span(0, 0), ""},
	} {
		got := ""
		if r, ok := triggerIn(story.Mention{Quote: quote, Sentence: tt.sentence, Trigger: tt.trigger}); ok {
			got = quote[r.start:r.end]
		}
		if got != tt.want {
			t.Errorf("%v in %v is %q, want %q", tt.trigger, tt.sentence, got, tt.want)
		}
	}
}

func TestCue(t *testing.T) {
	for _, tt := range []struct{ quote, cue, want string }{
		{"The frost led to a late harvest.", "led to", "led to"},
		{"Because of the frost, nothing grew.", "because of", "Because of"},
		{"İİ Because", "because", "Because"}, // lower case has other lengths
		{"The frost came.", "led to", ""},
		{"The frost came.", "", ""},
		{"ab", "abc", ""},
	} {
		got := ""
		if r, ok := cueIn(tt.quote, tt.cue); ok {
			got = tt.quote[r.start:r.end]
		}
		if got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.cue, tt.quote, got, tt.want)
		}
	}
}

// facts returns the text of an event's entry in one line.
func facts(t *testing.T, s *story.Story, id string, q Quotes) string {
	t.Helper()
	li := entry(parse(t, write(t, s, Pictures{}, q)), id)
	if li == nil {
		t.Fatalf("there is no entry for %s", id)
	}
	return oneLine(text(li))
}

func TestWordsOfAnEvent(t *testing.T) {
	s := reportStory(t)
	for id, words := range map[string][]string{
		"2031-05-09-dam-breaks": {
			"9 May 2031, 06:10–06:40 (UTC+2) Dam above Lower Tarn breaks",
			"Water board, Engineers and Villagers", "Where" + "Lower Tarn",
			"Led to Two villages are evacuated (9 May 2031), in the words “led to”",
			"Perhaps includes Smaller break",
			"dated by the words “On Friday” in Tarn Herald",
			"dated by the words “on Saturday” in Fell News",
			"date taken from other reports of the same event",
			"Reports differ on the date: 9 May 2031 (Tarn Herald), 10 May 2031 (Fell News).",
			"they compare different things: 1954 (notes), 1987 (Fell News, leaflet).",
			"On Friday the dam above Lower Tarn broke, the water board said",
			"Dam breaks above Lower Tarn, Tarn Herald, 10 May 2031",
		},
		"2031-05-09-evacuation": {
			"Because of Dam above Lower Tarn breaks", "in the words “led to” in Tarn Herald",
			"dated from its context in Tarn Herald", "dated by the date of the report notes",
		},
		"2032-rebuilding": {"Board rebuilds the dam planned", "dated by the words “next spring” and the date of the report Fell News", "Came after Dam is built (the 1920s)"},
		"1920s-dam-built": {"Came before Board rebuilds the dam (spring 2032)"},
		"smaller-break":   {"Smaller break denied", "Perhaps part of Dam above Lower Tarn breaks"},
	} {
		got := facts(t, s, id, QuotesFull)
		for _, w := range words {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", id, w, got)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"https://example.org/a b?x=1&y=\"", "https://example.org/a%20b?x=1&y=%22"},
		{"mailto:desk@example.org", "mailto:desk@example.org"},
		{"reports/one.html?at=10:30", "reports/one.html?at=10:30"},
		{"javascript:alert(1)", ""},
		{" JavaScript:alert(1)", ""},
		{"java\nscript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"//example.org/x", ""},
		{"file:///etc/passwd", ""},
	} {
		s := &story.Story{Events: []story.Event{{ID: "e", URL: tt.url}}, Documents: []story.Document{{ID: "d", Title: "Report", URL: tt.url}}}
		var got []string
		each(parse(t, write(t, s, Pictures{}, "")), func(n *html.Node) {
			if n.Data == "a" && !strings.HasPrefix(attr(n, "href"), "#") {
				got = append(got, attr(n, "href"))
			}
		})
		want := []string{tt.want, tt.want}
		if tt.want == "" {
			want = nil
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q gives links to %q, want %q", tt.url, got, want)
		}
		if words := facts(t, s, "e", ""); !strings.Contains(words, oneLine(tt.url)) {
			t.Errorf("the address %q is lost: %s", tt.url, words)
		}
	}
}

func TestQuotesOption(t *testing.T) {
	s := reportStory(t)
	const id = "2031-05-09-dam-breaks"
	full, short, none := facts(t, s, id, QuotesFull), facts(t, s, id, QuotesShort), facts(t, s, id, QuotesNone)
	if !strings.Contains(full, "could remember.") || strings.Contains(full, "…") {
		t.Errorf("in full: %s", full)
	}
	if strings.Contains(short, "could remember") || !strings.Contains(short, "faster than anybody …") || !strings.Contains(short, "… the whole length") {
		t.Errorf("short: %s", short)
	}
	page := write(t, s, Pictures{}, QuotesNone)
	if strings.Contains(page, "<blockquote") || strings.Contains(page, "broke,") || strings.Contains(page, "evacuation of two") {
		t.Error("the page reprints sentences in spite of none")
	}
	for _, want := range []string{"Tarn Herald", "Dam breaks above Lower Tarn", "“On Friday”"} {
		if !strings.Contains(none, want) {
			t.Errorf("without quotes %q is lost: %s", want, none)
		}
	}
}

// TestMarks checks that a sentence mentioned twice stands once, with both
// triggers marked.
func TestMarks(t *testing.T) {
	li := entry(parse(t, write(t, reportStory(t), Pictures{}, QuotesShort)), "2031-05-09-evacuation")
	var marked []string
	sentences := 0
	each(li, func(n *html.Node) {
		switch {
		case n.Data == "mark":
			marked = append(marked, text(n))
		case n.Data == "blockquote" && strings.Contains(text(n), "were evacuated"):
			sentences++
		}
	})
	if got := strings.Join(marked, "|"); got != "evacuation|villages|evacuated" || sentences != 1 {
		t.Errorf("%d sentences, marked %s", sentences, got)
	}
}

func TestOrderOfEvents(t *testing.T) {
	var got []string
	each(parse(t, write(t, handStory(t), Pictures{}, "")), func(n *html.Node) {
		if isEvent(n) {
			got = append(got, attr(n, "id"))
		}
	})
	if s := strings.Join(got, " "); s != "wreck tower lamp-lit second-lamp song" {
		t.Errorf("the events come as %s", s)
	}
}

func TestDocuments(t *testing.T) {
	for _, tt := range []struct {
		doc  story.Document
		want string
	}{
		{story.Document{}, "no date found"},
		{story.Document{Published: date(t, "2001"), Dating: story.DatingStated, DatingReason: "dateline"}, "stated in the document (dateline)"},
		{story.Document{Published: date(t, "2001"), Dating: story.DatingGiven}, "given by the editor"},
		{story.Document{Published: date(t, "2001"), Dating: story.DatingInferred, DatingReason: "tells of the same event as b"}, "inferred, since the document has no date of its own, but tells of the same event as b"},
		{story.Document{Published: date(t, "2001")}, ""},
	} {
		if got := found(tt.doc); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.doc, got, tt.want)
		}
	}
	s := &story.Story{Documents: []story.Document{
		{ID: "a", Title: "One", Publisher: "Gazette"}, {ID: "b", Title: "Two", Publisher: "Gazette"},
		{ID: "c", Title: "Three", Publisher: "Post"}, {ID: "d", Publisher: "Gazette"}, {ID: "e"},
	}}
	b := &builder{story: s}
	for i, want := range []string{"One", "Two", "Post", "Gazette (d)", "e"} {
		if i == 0 {
			b.documents()
		}
		if got := b.ref(s.Documents[i].ID).Name; got != want {
			t.Errorf("document %s is called %q, want %q", s.Documents[i].ID, got, want)
		}
	}
}

func TestSnippet(t *testing.T) {
	s := handStory(t)
	var snippets []string
	each(parse(t, write(t, s, plainPictures(), "")), func(n *html.Node) {
		if n.Data == "pre" {
			snippets = append(snippets, text(n))
		}
	})
	if len(snippets) != 3 || snippets[0] != embed.CSS || !strings.Contains(snippets[2], `src="causes.svg"`) {
		t.Fatalf("%d snippets: %q", len(snippets), snippets)
	}
	img, source, caption := map[string]string{}, map[string]string{}, ""
	each(parse(t, snippets[1]), func(n *html.Node) {
		for _, a := range n.Attr {
			switch n.Data {
			case "img":
				img[a.Key] = a.Val
			case "source":
				source[a.Key] = a.Val
			}
		}
		if n.Data == "figcaption" {
			caption = text(n)
		}
	})
	if img["src"] != "timeline.svg" || img["width"] != "1200" || img["height"] != "401" || !strings.HasPrefix(img["alt"], "Timeline of 3 events, from about 1868 to 4 March 1871: ") {
		t.Errorf("the image is %v", img)
	}
	if source["srcset"] != "timeline-narrow.svg" || source["width"] != "360" || source["media"] != "(max-width: 700px)" {
		t.Errorf("the source is %v", source)
	}
	if !strings.Contains(caption, s.Title) {
		t.Errorf("the caption is %q", caption)
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrors(t *testing.T) {
	s := handStory(t)
	var b strings.Builder
	for name, err := range map[string]error{
		"no story":      Write(&b, nil, Pictures{}, Options{}),
		"quotes":        Write(&b, s, Pictures{}, Options{Quotes: "some"}),
		"not a picture": Write(&b, s, Pictures{Timeline: []byte("<script>")}, Options{}),
		"writer":        Write(failingWriter{}, s, Pictures{}, Options{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if b.Len() > 0 {
		t.Errorf("a page that failed is half written: %q", b.String())
	}
}

// TestSamePictureTwice checks that ids stay unique when two pictures are one.
func TestSamePictureTwice(t *testing.T) {
	p := plainPictures()
	p.TimelineNarrow, p.Causes = p.Timeline, p.Timeline
	checkPage(t, "same", write(t, handStory(t), p, ""))
}
