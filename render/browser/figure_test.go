package browser

import (
	"bytes"
	"context"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A site is a folder of pages that hold figures of `causeline embed`, under a
// policy that refuses scripts and all styles but the site's own file.
type site struct {
	dir string
	css string // what the program's help says that a style sheet needs
}

const policy = "default-src 'none'; style-src file:; img-src file:"

// newSite builds the program and draws the pictures.
func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{dir: t.TempDir()}
	build := exec.Command("go", "build", "-buildvcs=false", "-o", s.dir+string(filepath.Separator), "./cmd/causeline")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, out)
	}
	help := s.embed(t, "--help")
	_, rest, ok := strings.Cut(help, "page:\n\n")
	css, _, end := strings.Cut(rest, "\n\n")
	if !ok || !end {
		t.Fatalf("the help has no style sheet:\n%s", help)
	}
	s.css = "html { color-scheme: light dark } body { margin: 0 }\n" + css
	return s
}

func (s *site) embed(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command(filepath.Join(s.dir, "causeline"), append([]string{"embed"}, args...)...).Output()
	if err != nil {
		t.Fatalf("causeline embed %q: %v", args, err)
	}
	return string(out)
}

// page writes a page with a figure between two paragraphs and returns its
// address.
func (s *site) page(t *testing.T, css, figure string) string {
	t.Helper()
	html := `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
		`<meta http-equiv="Content-Security-Policy" content="` + policy + `"><title>A page</title>` +
		`<link rel="stylesheet" href="site.css"><p>Before</p>` + figure + `<p id="after">After</p>`
	file := filepath.Join(s.dir, "page.html")
	for name, data := range map[string]string{file: html, filepath.Join(s.dir, "site.css"): css} {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// goTo opens an address at a width, in light or dark.
func goTo(t *testing.T, address string, width int64, scheme string, before ...chromedp.Action) context.Context {
	t.Helper()
	tab := newTab(t)
	must(t, tab, append(before,
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		emulation.SetDeviceMetricsOverride(width, 800, 1, false),
		chromedp.Navigate(address))...)
	return tab
}

func must(t *testing.T, tab context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(tab, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval returns what a script on the page says.
func eval[T any](t *testing.T, tab context.Context, script string) T {
	t.Helper()
	var v T
	must(t, tab, chromedp.Evaluate(script, &v))
	return v
}

// loaded waits for the image.
func loaded(t *testing.T, tab context.Context) {
	t.Helper()
	must(t, tab, chromedp.Poll(`document.querySelector('img').complete && document.querySelector('img').naturalWidth > 0`, nil,
		chromedp.WithPollingTimeout(20*time.Second)))
}

// corner returns the colour of the image's ground.
func corner(t *testing.T, tab context.Context) color.Color {
	t.Helper()
	at := eval[box](t, tab, `(() => { const b = document.querySelector('img').getBoundingClientRect(); return {X: b.x + 3, Y: b.y + 3}; })()`)
	var data []byte
	must(t, tab, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		data, err = page.CaptureScreenshot().Do(ctx)
		return err
	}))
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img.At(int(at.X), int(at.Y))
}

func dark(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return r+g+b < 3*0x8000
}

// TestFigureFromFiles looks at the picture that a page gets at each width.
func TestFigureFromFiles(t *testing.T) {
	s := newSite(t)
	figure := s.embed(t, "testdata/station.yaml", "--pictures", filepath.Join(s.dir, "img"), "--base", "img")
	for _, tt := range []struct {
		width int64
		file  string
	}{{360, "timeline-narrow.svg"}, {700, "timeline-narrow.svg"}, {701, "timeline-medium.svg"}, {1100, "timeline-medium.svg"}, {1101, "timeline.svg"}, {1200, "timeline.svg"}} {
		tab := goTo(t, s.page(t, s.css, figure), tt.width, "light")
		loaded(t, tab)
		if src := eval[string](t, tab, `document.querySelector('img').currentSrc`); !strings.HasSuffix(src, "/"+tt.file) {
			t.Errorf("at %d px the picture is %s, want %s", tt.width, src, tt.file)
		}
		if w := eval[int64](t, tab, `document.documentElement.scrollWidth`); w > tt.width {
			t.Errorf("at %d px the page is %d px wide", tt.width, w)
		}
	}
}

// TestFigureKeepsItsPlace holds the picture back and checks that the page does
// not jump when it comes.
func TestFigureKeepsItsPlace(t *testing.T) {
	s := newSite(t)
	figure := s.embed(t, "testdata/station.yaml", "--pictures", filepath.Join(s.dir, "img"), "--base", "img")
	for _, width := range []int64{360, 1000, 1200} {
		tab := goTo(t, s.page(t, s.css, figure), width, "light", fetch.Enable().WithPatterns([]*fetch.RequestPattern{{URLPattern: "*.svg"}}))
		where := `document.getElementById('after').getBoundingClientRect().y`
		before := eval[float64](t, tab, where)
		if eval[bool](t, tab, `document.querySelector('img').naturalWidth > 0`) {
			t.Fatalf("at %d px the picture was not held back", width)
		}
		must(t, tab, fetch.Disable())
		loaded(t, tab)
		if after := eval[float64](t, tab, where); after-before > 1 || before-after > 1 {
			t.Errorf("at %d px what follows moves from %.1f to %.1f", width, before, after)
		}
	}
}

// TestFigureInTheDark checks that the picture follows the color-scheme of the
// page, whatever the reader's system says.
func TestFigureInTheDark(t *testing.T) {
	s := newSite(t)
	figure := s.embed(t, "testdata/station.yaml", "--pictures", filepath.Join(s.dir, "img"), "--base", "img")
	for _, tt := range []struct {
		css, system string
		want        bool
	}{
		{"", "light", false},
		{"", "dark", true},
		{"html { color-scheme: normal }", "dark", true},
		{"html { color-scheme: light }", "dark", false},
		{"html { color-scheme: dark }", "light", true},
		{".causeline img { color-scheme: light }", "dark", false},
		{".causeline img { color-scheme: dark }", "light", true},
	} {
		tab := goTo(t, s.page(t, s.css+"\n"+tt.css, figure), 360, tt.system)
		loaded(t, tab)
		if got := corner(t, tab); dark(got) != tt.want {
			t.Errorf("%q under a %s system: the ground is %v", tt.css, tt.system, got)
		}
	}
}

// TestFigureByKeyboardAndEar opens the list as people do who use neither mouse
// nor screen.
func TestFigureByKeyboardAndEar(t *testing.T) {
	s := newSite(t)
	figure := s.embed(t, "testdata/station.yaml", "--pictures", filepath.Join(s.dir, "img"), "--base", "img", "--heading", "2")
	tab := goTo(t, s.page(t, s.css, figure), 1200, "light")
	loaded(t, tab)
	if eval[bool](t, tab, `document.querySelector('details').open`) {
		t.Error("the list is open before anybody asks for it")
	}
	must(t, tab, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	if !eval[bool](t, tab, `document.querySelector('details').open && document.activeElement.localName === 'summary'`) {
		t.Error("Tab and Enter do not open the list")
	}
	roles := map[string][]string{}
	for _, n := range (&visit{tab: tab}).nodes(t) {
		if !n.Ignored {
			roles[n.Role.String()] = append(roles[n.Role.String()], n.Name.String())
		}
	}
	alt := eval[string](t, tab, `document.querySelector('img').alt`)
	if got := roles["image"]; len(got) != 1 || got[0] != alt || !strings.HasPrefix(alt, "Timeline of ") {
		t.Errorf("the image is called %q", got)
	}
	items := eval[int](t, tab, `document.querySelectorAll('.causeline li').length`)
	if len(roles["figure"]) != 1 || len(roles["list"]) != 1 || items == 0 || len(roles["listitem"]) != items {
		t.Errorf("a screen reader finds %d figures, %d lists, %d items of %d", len(roles["figure"]), len(roles["list"]), len(roles["listitem"]), items)
	}
	if len(roles["heading"]) != 1 {
		t.Errorf("the headings are %q", roles["heading"])
	}
}

// TestFigureInline checks which of the two pictures is shown.
func TestFigureInline(t *testing.T) {
	s := newSite(t)
	figure := s.embed(t, "testdata/station.yaml", "--inline")
	for _, tt := range []struct {
		name, css    string
		width        int64
		wide, narrow bool
	}{
		{"phone", s.css, 360, false, true},
		{"desk", s.css, 1200, true, false},
		{"phone, no style sheet", "", 360, true, false},
		{"desk, no style sheet", "", 1200, true, false},
		{"desk, a style sheet that shows all pictures", "svg { display: block }\n" + s.css, 1200, true, false},
		{"phone, a style sheet that shows all pictures", "svg { display: block }\n" + s.css, 360, false, true},
	} {
		tab := goTo(t, s.page(t, tt.css, figure), tt.width, "light")
		shown := func(class string) bool {
			return eval[bool](t, tab, `document.querySelector('.`+class+`').getBoundingClientRect().width > 0`)
		}
		if wide, narrow := shown("causeline-wide"), shown("causeline-narrow"); wide != tt.wide || narrow != tt.narrow {
			t.Errorf("%s: wide is shown %v, narrow %v", tt.name, wide, narrow)
		}
	}
}
