package browser

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"net/url"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed measure.js
var measureJS string

// A box is an upright rectangle in CSS px from the page's top left corner.
type box struct{ X, Y, W, H float64 }

// overlap returns the sides of what two boxes share, negative where apart.
func (b box) overlap(c box) (w, h float64) {
	return min(b.X+b.W, c.X+c.W) - max(b.X, c.X), min(b.Y+b.H, c.Y+c.H) - max(b.Y, c.Y)
}

// A text is one visible text node.
type text struct {
	Text   string
	Boxes  []box       // one a line
	Size   float64     // of the font, as shown
	Colour *[4]float64 // red, green, blue 0..255, opacity 0..1; nil if not a plain colour
	Event  string      // id of the event whose group it stands in
	Drawn  bool        // in a picture
	Whole  string      // the paragraph or the like that it is part of
}

// A relation is a line of a causal diagram.
type relation struct{ From, To, Type, Strength string }

// A picture is an SVG on the page.
type picture struct {
	Box       box
	Scale     float64  // CSS px for one of the picture's own
	Out       []string // what reaches over its edge
	Lang      string
	Events    []string // data-event, in document order
	Gaps      []string // data-gap
	Hidden    []string // texts that a screen reader is not to read
	Relations []relation
}

// A reading is what a page shows at one width in one colour scheme.
type reading struct {
	Width, Height, Viewport float64
	Texts                   []text
	Pictures                []picture
	Active                  []string // scripts and references to the outside
	IDs, Links              []string
	Lang, Title             string
	Headings                int // of the first level

	ground, inked *image.RGBA // photographs without and with text, nil where none were taken
}

// A visit is a page in a tab.
type visit struct {
	tab      context.Context
	requests []string // every address asked for, the page's own left out
}

// open loads a file with scripts off.
func open(t *testing.T, file string) *visit {
	t.Helper()
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	return openURL(t, (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}).String())
}

// openURL loads a page with scripts off.
func openURL(t *testing.T, address string) *visit {
	t.Helper()
	v := &visit{tab: newTab(t)}
	chromedp.ListenTarget(v.tab, func(e any) {
		if e, ok := e.(*network.EventRequestWillBeSent); ok && e.Request.URL != address {
			v.requests = append(v.requests, e.Request.URL)
		}
	})
	err := chromedp.Run(v.tab, network.Enable(), emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(address))
	if err != nil {
		t.Fatalf("opening %s: %v", address, err)
	}
	return v
}

// Colours are what a reader's system asks pages to be coloured in.
type colours string

const (
	inLight  colours = "light"
	inDark   colours = "dark"
	inForced colours = "forced colours" // the reader's own, a dark theme
)

// read measures the page at a width, in light or dark.
func (v *visit) read(t *testing.T, width int, dark bool) *reading {
	t.Helper()
	if dark {
		return v.readIn(t, width, inDark)
	}
	return v.readIn(t, width, inLight)
}

// readIn measures the page at a width in some colours. Photographs are taken
// only where they will be looked at: nobody reads a picture that is shown
// smaller than it is made pixel for pixel.
func (v *visit) readIn(t *testing.T, width int, c colours) *reading {
	t.Helper()
	r := v.measure(t, width, c)
	if r.reduced() && !slices.ContainsFunc(r.Texts, func(t text) bool { return !t.Drawn }) {
		return r
	}
	r.inked = v.photograph(t, r)
	v.hideText(t, true)
	r.ground = v.photograph(t, r)
	v.hideText(t, false)
	return r
}

// measure measures the page without photographs.
func (v *visit) measure(t *testing.T, width int, c colours) *reading {
	t.Helper()
	v.show(t, width, c)
	r := &reading{}
	v.evaluate(t, measureJS, r)
	return r
}

// show gives the window a width and the page its colours.
func (v *visit) show(t *testing.T, width int, c colours) {
	t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}, {Name: "forced-colors", Value: "none"}}
	if c != inLight {
		features[0].Value = "dark"
	}
	if c == inForced {
		features[1].Value = "active"
	}
	err := chromedp.Run(v.tab,
		emulation.SetEmulatedMedia().WithFeatures(features),
		emulation.SetDeviceMetricsOverride(int64(width), 800, 1, false))
	if err != nil {
		t.Fatalf("showing at %d px, %s: %v", width, c, err)
	}
}

// evaluate runs a script and decodes what it returns.
func (v *visit) evaluate(t *testing.T, script string, to any) {
	t.Helper()
	if err := chromedp.Run(v.tab, chromedp.Evaluate(script, to)); err != nil {
		t.Fatalf("running %s: %v", brief(script), err)
	}
}

// hideText leaves everything in its place but the letters.
func (v *visit) hideText(t *testing.T, hide bool) {
	t.Helper()
	script := `document.getElementById('hide-text')?.remove()`
	if hide {
		script = `(() => { const s = document.createElement('style'); s.id = 'hide-text';
			s.textContent = 'text, text * { visibility: hidden !important }' +
				':not(svg, svg *) { color: transparent !important; text-shadow: none !important; text-decoration-color: transparent !important }';
			document.head.append(s); })()`
	}
	v.evaluate(t, script, nil)
}

// maxPhotograph is the height taken at once; browsers refuse much more than
// twice that.
const maxPhotograph = 8000

// camera is held by the test that takes a photograph: a tab that stands behind
// another is not painted, and its photograph would be waited for in vain.
var camera sync.Mutex

// photograph returns the whole page, one pixel for one CSS px.
func (v *visit) photograph(t *testing.T, r *reading) *image.RGBA {
	t.Helper()
	var parts [][]byte
	width, height := int(max(r.Width, r.Viewport)), int(r.Height)
	err := chromedp.Run(v.tab, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		parts, err = capture(ctx, width, height)
		return err
	}))
	if err != nil {
		t.Fatalf("taking a photograph: %v", err)
	}
	whole := image.NewRGBA(image.Rect(0, 0, width, height))
	for i, data := range parts {
		part, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("reading a photograph: %v", err)
		}
		at := image.Pt(0, i*maxPhotograph)
		draw.Draw(whole, part.Bounds().Sub(part.Bounds().Min).Add(at), part, part.Bounds().Min, draw.Src)
	}
	return whole
}

// capture takes a page's photographs from top to bottom, as PNG.
func capture(ctx context.Context, width, height int) ([][]byte, error) {
	camera.Lock()
	defer camera.Unlock()
	if err := page.BringToFront().Do(ctx); err != nil {
		return nil, err
	}
	var parts [][]byte
	for y := 0; y < height; y += maxPhotograph {
		data, err := page.CaptureScreenshot().WithCaptureBeyondViewport(true).WithOptimizeForSpeed(true).
			WithClip(&page.Viewport{Y: float64(y), Width: float64(width), Height: float64(min(maxPhotograph, height-y)), Scale: 1}).Do(ctx)
		if err != nil {
			return nil, err
		}
		parts = append(parts, data)
	}
	return parts, nil
}

// A node is what a screen reader is told of a part of the page. The answer is
// decoded here and not by the protocol's package, which refuses properties
// that it does not know.
type node struct {
	ID       string   `json:"nodeId"`
	Children []string `json:"childIds"`
	Ignored  bool     `json:"ignored"`
	Role     value    `json:"role"`
	Name     value    `json:"name"`
	Words    value    `json:"description"`
}

type value struct {
	Value any `json:"value"`
}

// String returns a text value, and "" for none.
func (v value) String() string {
	s, _ := v.Value.(string)
	return s
}

// nodes returns the accessibility tree, parents before children.
func (v *visit) nodes(t *testing.T) []node {
	t.Helper()
	var answer struct {
		Nodes []node `json:"nodes"`
	}
	err := chromedp.Run(v.tab, chromedp.ActionFunc(func(ctx context.Context) error {
		return cdp.Execute(ctx, "Accessibility.getFullAXTree", nil, &answer)
	}))
	if err != nil {
		t.Fatalf("reading the accessibility tree: %v", err)
	}
	return answer.Nodes
}

// at names the condition of a reading in messages.
func at(width int, c colours) string { return fmt.Sprintf("%d px, %s", width, c) }
