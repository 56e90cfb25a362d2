package embed

import (
	"errors"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrors(t *testing.T) {
	s := handStory(t)
	broken := &story.Story{Relations: []story.Relation{{From: "a", To: "b"}}}
	var b strings.Builder
	for name, tt := range map[string]struct {
		story  *story.Story
		change func(*Options)
		want   string
	}{
		"no story":         {nil, func(*Options) {}, "there is no story"},
		"view":             {s, func(o *Options) { o.View = "map" }, `"map"`},
		"no picture":       {s, func(o *Options) { o.Wide, o.Narrow = Picture{}, Picture{} }, "no picture"},
		"wide":             {s, func(o *Options) { o.Wide.SVG = []byte("<script>") }, "timeline.svg is no SVG of ours"},
		"narrow":           {s, func(o *Options) { o.Narrow.SVG = []byte(`<svg width="1" height="1"><p>`) }, "timeline-narrow.svg is no SVG of ours"},
		"no size":          {s, func(o *Options) { o.Wide.SVG = []byte(`<svg id="a"></svg>`) }, "no SVG of ours"},
		"base":             {s, func(o *Options) { o.Base = "javascript:alert(1)" }, "no address of a folder"},
		"heading":          {s, func(o *Options) { o.Heading = 7 }, "levels 1 to 6, not 7"},
		"negative heading": {s, func(o *Options) { o.Heading = -1 }, "levels 1 to 6, not -1"},
		"id":               {s, func(o *Options) { o.IDPrefix = `a"b` }, "begins no id"},
		"broken story":     {broken, func(o *Options) { o.View = Causes }, `there is no event "a"`},
	} {
		opt := options(Timeline)
		tt.change(&opt)
		if err := Write(&b, tt.story, opt); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: the error is %v, want one with %q", name, err, tt.want)
		}
	}
	if b.Len() > 0 {
		t.Errorf("a figure that failed is half written: %q", b.String())
	}
	if err := Write(failingWriter{}, s, options(Timeline)); err == nil {
		t.Error("a writer's error is lost")
	}
	if err := Write(&b, broken, options(Timeline)); err != nil {
		t.Errorf("a timeline needs no sound relations: %v", err)
	}
}

func TestCheckBase(t *testing.T) {
	for base, want := range map[string]string{
		"": "", " ": "", "/": "/", "/img": "/img/", "/img/": "/img/", "../a b": "../a%20b/",
		"https://cdn.example/x": "https://cdn.example/x/", "img": "img/",
	} {
		if got, err := folder(base); err != nil || got != want {
			t.Errorf("%q gives %q, %v, want %q", base, got, err, want)
		}
	}
	for _, base := range []string{"javascript:alert(1)", "data:image/svg+xml,", "mailto:desk@example.org", "//cdn.example/", "/img?x=", "#a", "a\\b", "a\nb"} {
		if CheckBase(base) == nil {
			t.Errorf("%q is taken for a folder", base)
		}
	}
}

func TestCheckID(t *testing.T) {
	for id, ok := range map[string]bool{"": true, "a": true, "dam-1_B": true, "1a": false, "-a": false, "a b": false, "ä": false, `"`: false} {
		if err := CheckID(id); (err == nil) != ok {
			t.Errorf("%q: %v", id, err)
		}
	}
	for event, want := range map[string]string{"a-1": "x-a-1", "": "", "a b": "", `"`: "", "A": ""} {
		if got := EventID("x", event); got != want {
			t.Errorf("the id of %q is %q, want %q", event, got, want)
		}
	}
}
