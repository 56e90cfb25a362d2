package page

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

var update = flag.Bool("update", false, "rewrite the golden pages")

// plainPictures stand in for real ones, so that golden pages change only with
// this package.
func plainPictures() Pictures {
	svg := func(id, w, h string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" id="` + id + `" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h +
			`" role="graphics-document" aria-labelledby="` + id + `-t"><title id="` + id + `-t">A &lt;b&gt;picture&lt;/b&gt;</title><desc>4 events &amp; more, &#34;all&#34; drawn.</desc></svg>` + "\n")
	}
	return Pictures{
		Timeline: svg("c00000001", "1200", "400.5"), TimelineNarrow: svg("c00000002", "360", "900"),
		Causes: svg("c00000003", "1200", "300"), CausesNarrow: svg("c00000004", "360", "700"),
	}
}

func write(t testing.TB, s *story.Story, p Pictures, q Quotes) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s, p, Options{Quotes: q}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenPages(t *testing.T) {
	for name, s := range stories(t) {
		p := plainPictures()
		if name == "hand" {
			p.Causes, p.CausesNarrow = nil, nil
		}
		if name == "empty" {
			p = Pictures{}
		}
		got := write(t, s, p, QuotesShort)
		file := filepath.Join("testdata", name+".html")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the page is not what %s holds; look at it, then run with -update", name, file)
		}
		if again := write(t, s, p, ""); again != got {
			t.Errorf("%s: a second run gives other bytes", name)
		}
	}
}
