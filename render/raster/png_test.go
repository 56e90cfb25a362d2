package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// chunks returns the chunks of a PNG in order, and their contents by name.
func chunks(t *testing.T, data []byte) (names []string, contents map[string][]byte) {
	t.Helper()
	contents = map[string][]byte{}
	for data = data[8:]; len(data) > 0; {
		n := binary.BigEndian.Uint32(data)
		name := string(data[4:8])
		names = append(names, name)
		contents[name] = append(contents[name], data[8:8+n]...)
		data = data[12+n:]
	}
	return names, contents
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func pixel(img image.Image, x, y int) uint32 {
	r, g, b, _ := img.At(x, y).RGBA()
	return (r>>8)<<16 | (g>>8)<<8 | b>>8
}

func TestMarshal(t *testing.T) {
	p := sample()
	out, err := Marshal(p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, contents := chunks(t, out)
	want := []string{"IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "PLTE", "IDAT", "IEND"}
	if !slices.Equal(names, want) {
		t.Errorf("chunks %q, want %q", names, want)
	}
	if got := binary.BigEndian.Uint32(contents["pHYs"]); got != 7559 || contents["pHYs"][8] != 1 {
		t.Errorf("%d pixels to the metre, want 7559, which is 192 to the inch", got)
	}
	if got := string(contents["iTXt"]); !strings.HasPrefix(got, "Title\x00\x00\x00\x00\x00"+p.Title) {
		t.Errorf("words %q", got)
	}
	img := decode(t, out)
	if got, want := img.Bounds(), image.Rect(0, 0, 440, 300); got != want {
		t.Fatalf("the picture is %v, want %v", got, want)
	}
	c, err := draw(p, Options{Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	exact := map[uint32]bool{}
	for _, color := range theme.Default().Colors {
		exact[hex(color.Light).pixel()] = true
	}
	for y := range c.height {
		for x := range c.width {
			got, want := pixel(img, x, y), c.at(x, y)
			if differ(got, want) > maxError || exact[want] && got != want {
				t.Fatalf("pixel %d, %d is %06x in the file, drawn %06x", x, y, got, want)
			}
		}
	}
	again, err := Marshal(p, Options{Scale: 2})
	if err != nil || !bytes.Equal(out, again) {
		t.Errorf("drawn again, the file differs (%v)", err)
	}
}

func TestColours(t *testing.T) {
	for _, test := range []struct {
		name string
		opt  Options
	}{
		{"light", Options{}},
		{"dark", Options{Dark: true}},
	} {
		out, err := Marshal(sample(), test.opt)
		if err != nil {
			t.Fatal(err)
		}
		bg, _ := theme.Default().Lookup("bg")
		want := hex(bg.Light).pixel()
		if test.opt.Dark {
			want = hex(bg.Dark).pixel()
		}
		if got := pixel(decode(t, out), 1, 1); got != want {
			t.Errorf("%s: the paper is %06x, want %06x", test.name, got, want)
		}
	}
	out, err := Marshal(sample(), Options{Dark: true, Color: func(scene.Role) (r, g, b uint8) { return 1, 2, 3 }})
	if err != nil {
		t.Fatal(err)
	}
	if got := pixel(decode(t, out), 1, 1); got != 0x010203 {
		t.Errorf("the paper is %06x, not what the palette says", got)
	}
	unknown := &scene.Picture{Width: px(2), Height: px(2), Marks: []scene.Mark{scene.Rect{W: px(2), H: px(2), Paint: scene.Paint{Fill: "unheard-of"}}}}
	out, err = Marshal(unknown, Options{Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got := pixel(decode(t, out), 0, 0); got != white {
		t.Errorf("a role that the theme does not know paints %06x", got)
	}
}

// Pictures of too many colours are written in true colour, without loss.
func TestTrueColour(t *testing.T) {
	c := newCanvas(100, 100)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range c.pixels {
		c.pixels[i] = random.Uint32() & 0xFFFFFF
	}
	out, err := encode(c, nil, "", "", 2)
	if err != nil {
		t.Fatal(err)
	}
	if names, _ := chunks(t, out); slices.Contains(names, "PLTE") || slices.Contains(names, "iTXt") {
		t.Errorf("chunks %q", names)
	}
	img := decode(t, out)
	for y := range 100 {
		for x := range 100 {
			if got, want := pixel(img, x, y), c.at(x, y); got != want {
				t.Fatalf("pixel %d, %d is %06x, want %06x", x, y, got, want)
			}
		}
	}
}

func TestReduce(t *testing.T) {
	var greys []uint32
	for n := range uint32(256) {
		greys = append(greys, n*0x010101)
	}
	if colours, _ := reduce(greys, nil); len(colours) != 3*256 {
		t.Errorf("256 colours are brought down to %d", len(colours)/3)
	}
	var most []uint32
	for n := range uint32(256) {
		most = append(most, n*0x010101, n*0x010101, n<<16, n<<8)
	}
	exact := rgb{201, 0, 0}
	colours, indexOf := reduce(most, []rgb{exact})
	if len(colours) == 0 || len(colours) > 3*256 {
		t.Fatalf("%d colours", len(colours)/3)
	}
	for _, p := range most {
		i := int(indexOf[p]) * 3
		got := uint32(colours[i])<<16 | uint32(colours[i+1])<<8 | uint32(colours[i+2])
		if differ(got, p) > maxError || p == exact.pixel() && got != p {
			t.Errorf("%06x becomes %06x", p, got)
		}
	}
}

func TestWordsInFile(t *testing.T) {
	p := &scene.Picture{Width: px(2), Height: px(2), Title: "nul\x00 and \xff broken – 東", Description: strings.Repeat("long ", 1000)}
	out, err := Marshal(p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, contents := chunks(t, out)
	got := string(contents["iTXt"])
	if !strings.HasPrefix(got, "Title\x00\x00\x00\x00\x00nul and \uFFFD broken – 東Description") || strings.Count(got, "\x00") != 10 {
		t.Errorf("words %.80q", got)
	}
	decode(t, out)
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name string
		p    *scene.Picture
		opt  Options
		want string
	}{
		{"no picture", nil, Options{}, "there is no picture"},
		{"no area", &scene.Picture{Width: px(10)}, Options{}, "no area"},
		{"negative", &scene.Picture{Width: px(10), Height: -px(10)}, Options{}, "no area"},
		{"100 megapixels and a row", &scene.Picture{Width: px(10000), Height: px(10001)}, Options{Scale: 1}, "10000 x 10001 px at scale 1 is more than 100 megapixels"},
		{"large by its scale", &scene.Picture{Width: px(6000), Height: px(6000)}, Options{}, "megapixels"},
		{"endless", &scene.Picture{Width: 1 << 62, Height: 1 << 62}, Options{}, "megapixels"},
		{"long and narrow", &scene.Picture{Width: 1, Height: 1 << 62}, Options{}, "megapixels"},
		{"scale", &scene.Picture{Width: px(10), Height: px(10)}, Options{Scale: 17}, "a scale of 17 is not 1 to 16"},
		{"negative scale", &scene.Picture{Width: px(10), Height: px(10)}, Options{Scale: -1}, "a scale of -1"},
	} {
		out, err := Marshal(test.p, test.opt)
		if err == nil || !strings.Contains(err.Error(), test.want) || out != nil {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	for _, scale := range []int{1, 3, 16} {
		out, err := Marshal(&scene.Picture{Width: px(10.01), Height: px(5)}, Options{Scale: scale})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := decode(t, out).Bounds(), image.Rect(0, 0, 10*scale+1, 5*scale); got != want {
			t.Errorf("scale %d: %v, want %v", scale, got, want)
		}
	}
}
