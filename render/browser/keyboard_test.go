package browser

import (
	"image"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A focus is what the keyboard has reached.
type focus struct {
	Index int // of the link in the document, -1 for anything else
	Name  string
	Box   box
}

const focusJS = `(() => {
	const e = document.activeElement, r = e.getBoundingClientRect();
	return { index: [...document.querySelectorAll('svg a')].indexOf(e), name: e.getAttribute('aria-label') || '',
		box: { x: r.left + scrollX, y: r.top + scrollY, w: r.width, h: r.height } };
})()`

// TestKeyboard goes through pictures with links by the Tab key: each link in
// the order of the document, and each with a ring around it.
func TestKeyboard(t *testing.T) {
	linked := []string{"two-on-one-day", "five-in-a-year", "fourteen", "hostile"}
	forEach(t, func(d drawing) bool { return d.usual() && slices.Contains(linked, d.Story) }, func(t *testing.T, d drawing) {
		file := wrap(t, d.data)
		for _, c := range []colours{inLight, inDark, inForced} {
			v := open(t, file)
			if err := chromedp.Run(v.tab, emulation.SetFocusEmulationEnabled(true)); err != nil {
				t.Fatal(err)
			}
			var links int
			v.evaluate(t, `document.querySelectorAll('svg a').length`, &links)
			if links == 0 && d.View == "timeline" {
				t.Fatal("the picture has no link")
			}
			before := v.photographed(t, d.own(), c)
			for i := range links {
				var f focus
				if err := chromedp.Run(v.tab, chromedp.KeyEvent(kb.Tab), chromedp.Evaluate(focusJS, &f)); err != nil {
					t.Fatal(err)
				}
				if f.Index != i || f.Name == "" {
					t.Fatalf("%s: the Tab key leads to %+v, want link %d", c, f, i)
				}
				if n := changed(before, v.photographed(t, d.own(), c), f.Box); n < 100 {
					t.Errorf("%s: no ring around %q: %d px change", c, brief(f.Name), n)
				}
			}
		}
	})
}

// changed counts the pixels within a box, and a little around it, in which two
// photographs differ plainly.
func changed(a, b *image.RGBA, in box) int {
	n := 0
	area := pixels(a, box{in.X - 6, in.Y - 6, in.W + 12, in.H + 12}).Intersect(b.Bounds())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if contrast([4]float64{rgb(a, x, y)[0], rgb(a, x, y)[1], rgb(a, x, y)[2], 1}, rgb(b, x, y)) >= 3 {
				n++
			}
		}
	}
	return n
}
