package browser

import (
	"encoding/base64"
	"fmt"
	"html"
	"image"
	"image/draw"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// styles is the style sheet of the pages below.
const styles = "body{margin:0}svg,img{display:block;max-width:100%;height:auto}"

// document returns a page that shows a picture, with a style sheet of its own
// or a link to one.
func document(style, picture string) string {
	return "<!doctype html><html lang=en><meta charset=utf-8><meta name=color-scheme content='light dark'>" +
		"<link rel=icon href='data:,'><title>Picture</title>" + style + picture
}

// asImage returns the element that shows a picture as an image.
func asImage(svg []byte) string {
	return `<img alt="picture" src="data:image/svg+xml;base64,` + html.EscapeString(base64.StdEncoding.EncodeToString(svg)) + `">`
}

// photographed returns what a page looks like at a width in some colours.
func (v *visit) photographed(t *testing.T, width int, c colours) *image.RGBA {
	t.Helper()
	v.show(t, width, c)
	r := &reading{}
	v.evaluate(t, `({viewport: document.documentElement.clientWidth, width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight})`, r)
	return v.photograph(t, r)
}

// A tolerance says what two photographs may differ by.
type tolerance struct {
	colour int // in red, green or blue, of 255
	shift  int // px that a dot may have moved by
}

var (
	exactly = tolerance{}
	// An image is set on other parts of a pixel than the picture inlined, where
	// a height is no whole number: edges are lighter or darker, and a line of
	// text may move to the next pixel.
	asAnImage = tolerance{colour: 96, shift: 1}
)

// difference says where one photograph differs from another by more than is
// tolerated, and nothing where it does not.
func difference(a, b *image.RGBA, may tolerance) string {
	if a.Bounds() != b.Bounds() {
		return fmt.Sprintf("%v and %v px large", a.Bounds().Max, b.Bounds().Max)
	}
	n, first := 0, image.Point{}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if may.found(a, b, image.Pt(x, y)) {
				continue
			}
			if n == 0 {
				first = image.Pt(x, y)
			}
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("different in %d px, the first at %v", n, first)
}

// found reports whether a dot of one photograph is in the other, too.
func (may tolerance) found(a, b *image.RGBA, at image.Point) bool {
	for _, d := range []image.Point{{}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}} {
		if p := at.Add(d.Mul(may.shift)); p.In(b.Bounds()) && apart(rgb(a, at.X, at.Y), rgb(b, p.X, p.Y)) <= float64(may.colour) {
			return true
		}
	}
	return false
}

// apart is the largest difference of two colours in red, green or blue.
func apart(a, b [3]float64) float64 {
	return max(math.Abs(a[0]-b[0]), math.Abs(a[1]-b[1]), math.Abs(a[2]-b[2]))
}

func TestDifference(t *testing.T) {
	white := image.NewRGBA(image.Rect(0, 0, 9, 5))
	draw.Draw(white, white.Bounds(), image.White, image.Point{}, draw.Src)
	dotted := image.NewRGBA(white.Bounds())
	copy(dotted.Pix, white.Pix)
	dotted.Set(4, 2, image.Black)
	dotted.Set(5, 2, image.Black)
	for want, other := range map[string]*image.RGBA{
		"": white, "different in 2 px, the first at (4,2)": dotted,
		"(9,5) and (9,4) px large": image.NewRGBA(image.Rect(0, 0, 9, 4)),
	} {
		if got := difference(white, other, exactly); got != want {
			t.Errorf("difference %q, want %q", got, want)
		}
	}
	moved := image.NewRGBA(white.Bounds())
	draw.Draw(moved, moved.Bounds(), dotted, image.Pt(0, 1), draw.Src)
	draw.Draw(moved, image.Rect(0, 4, 9, 5), image.White, image.Point{}, draw.Src)
	if got := difference(dotted, moved, asAnImage); got != "" {
		t.Errorf("moved by a pixel: %s", got)
	}
	if got := difference(dotted, white, asAnImage); got == "" {
		t.Error("dots that are gone are not missed")
	}
}

// TestImage compares pictures as images with the same pictures inlined:
// they must look the same, and shrink with their column.
func TestImage(t *testing.T) {
	forEach(t, usualAndHard, func(t *testing.T, d drawing) {
		file := filepath.Join(t.TempDir(), "image.html")
		if err := os.WriteFile(file, []byte(document("<style>"+styles+"</style>", asImage(d.data))), 0o644); err != nil {
			t.Fatal(err)
		}
		inlined, shown := open(t, wrap(t, d.data)), open(t, file)
		for _, c := range []colours{inLight, inDark} {
			if diff := difference(inlined.photographed(t, d.own(), c), shown.photographed(t, d.own(), c), asAnImage); diff != "" {
				t.Errorf("%s: inlined and as an image, the picture is %s", at(d.own(), c), diff)
			}
		}
		want := inlined.photographed(t, d.reduced(), inLight).Bounds()
		if got := shown.photographed(t, d.reduced(), inLight).Bounds(); got != want {
			t.Errorf("%s: inlined, the page is %v, with an image %v", at(d.reduced(), inLight), want, got)
		}
	})
}

// inlinePolicy is as strict as a site can be that shows pictures inlined.
const inlinePolicy = "default-src 'none'; style-src 'self'; script-src 'none'; img-src 'self' data:"

// TestStrictPolicy shows pictures on a page whose policy refuses their style
// sheet: in light, they must look as they do without a policy.
func TestStrictPolicy(t *testing.T) {
	forEach(t, usualAndHard, func(t *testing.T, d drawing) {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/page.css":
				w.Header().Set("Content-Type", "text/css")
				fmt.Fprint(w, styles)
				return
			case "/strict":
				w.Header().Set("Content-Security-Policy", inlinePolicy)
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, document("<link rel=stylesheet href=/page.css>", string(d.data)))
		}))
		t.Cleanup(server.Close)
		free, strict := openURL(t, server.URL+"/free"), openURL(t, server.URL+"/strict")
		if diff := difference(free.photographed(t, d.own(), inLight), strict.photographed(t, d.own(), inLight), exactly); diff != "" {
			t.Errorf("without its style sheet, the picture is %s", diff)
		}
		// The policy is in force where dark colours no longer come.
		if difference(free.photographed(t, d.own(), inDark), strict.photographed(t, d.own(), inDark), exactly) == "" {
			t.Error("the policy does not refuse the style sheet")
		}
	})
}
