// Package raster draws scenes as PNG.
//
// It draws what render/svg prints, by SVG's rules: areas filled by the nonzero
// rule, butt or round caps, miter joins, opacity of a whole mark. Letters are
// drawn from the same fonts that the layout measured, so every word stands
// where its box is.
//
// Coordinates are integers of 1/256 pixel, and coverage is summed in integers,
// so that the same scene gives the same pixels on every machine.
package raster

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// Options says how a scene becomes pixels. The zero value is good.
type Options struct {
	Scale int          // pixels for one CSS px, 1 to 16; 0 means 2
	Dark  bool         // the theme's dark colours; without effect where Color is given
	Theme *theme.Theme // its colours and families; nil is the default
	// Color returns the colour of a role. Nil means the theme's colours.
	Color func(scene.Role) (r, g, b uint8)
}

// The bounds of a picture.
const (
	maxScale  = 16
	maxPixels = 100_000_000
)

// Marshal returns the picture as a PNG: opaque, on the colour of
// scene.Background, with its title and resolution. Equal pictures give equal
// bytes. It refuses a picture without an area or of more than 100 megapixels,
// and one whose words no font can show (*typeface.MissingError); nothing is
// left out silently.
func Marshal(p *scene.Picture, opt Options) ([]byte, error) {
	if opt.Scale == 0 {
		opt.Scale = 2
	}
	c, err := draw(p, opt)
	if err != nil {
		return nil, fmt.Errorf("drawing a PNG: %w", err)
	}
	var exact []rgb
	for _, role := range scene.Roles() {
		if color, ok := palette(opt)(role); ok {
			exact = append(exact, color)
		}
	}
	return encode(c, exact, p.Title, p.Description, opt.Scale)
}

// draw returns the picture's pixels.
func draw(p *scene.Picture, opt Options) (*canvas, error) {
	if p == nil {
		return nil, errors.New("there is no picture")
	}
	if opt.Scale < 1 || opt.Scale > maxScale {
		return nil, fmt.Errorf("a scale of %d is not 1 to %d", opt.Scale, maxScale)
	}
	width, height, err := size(p, opt.Scale)
	if err != nil {
		return nil, err
	}
	d := &drawing{canvas: newCanvas(width, height), scale: int64(opt.Scale), color: palette(opt), theme: theme.Or(opt.Theme), glyphs: map[glyphKey][]contour{}}
	if bg, ok := d.color(scene.Background); ok {
		d.canvas.clear(bg)
	}
	d.marks(p.Marks)
	return d.canvas, d.err
}

// size returns the picture's size in pixels, parts of a pixel counted as one.
func size(p *scene.Picture, scale int) (width, height int, err error) {
	if p.Width <= 0 || p.Height <= 0 {
		return 0, 0, errors.New("the picture has no area")
	}
	limit := scene.Unit(maxPixels) * scene.Px
	if p.Width <= limit && p.Height <= limit {
		w := int64((p.Width*scene.Unit(scale) + scene.Px - 1) / scene.Px)
		h := int64((p.Height*scene.Unit(scale) + scene.Px - 1) / scene.Px)
		if w <= maxPixels/h {
			return int(w), int(h), nil
		}
	}
	return 0, 0, fmt.Errorf("%d x %d px at scale %d is more than %d megapixels; draw it smaller, or as SVG",
		p.Width/scene.Px, p.Height/scene.Px, scale, maxPixels/1_000_000)
}

// palette returns what gives a role its colour, and whether it paints.
func palette(opt Options) func(scene.Role) (rgb, bool) {
	if opt.Color != nil {
		return func(role scene.Role) (rgb, bool) {
			r, g, b := opt.Color(role)
			return rgb{r, g, b}, role != scene.None
		}
	}
	known := map[scene.Role]rgb{}
	for _, c := range theme.Or(opt.Theme).Colors {
		value := c.Light
		if opt.Dark {
			value = c.Dark
		}
		known[scene.Role(c.Name)] = hex(value)
	}
	return func(role scene.Role) (rgb, bool) {
		c, ok := known[role]
		return c, ok
	}
}

// hex reads #rrggbb, which theme's tests check.
func hex(s string) rgb {
	n, _ := strconv.ParseUint(s[1:], 16, 32)
	return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

// A drawing is the state of Marshal.
type drawing struct {
	canvas *canvas
	scale  int64
	color  func(scene.Role) (rgb, bool)
	theme  *theme.Theme
	fill   scanner
	stroke scanner
	glyphs map[glyphKey][]contour
	err    error // the first that occurred
}

// marks draws marks in order.
func (d *drawing) marks(marks []scene.Mark) {
	for _, m := range marks {
		if d.err != nil {
			return
		}
		switch m := m.(type) {
		case scene.Rect:
			d.shape(d.rect(m), m.Paint)
		case scene.Circle:
			d.shape(d.circle(m), m.Paint)
		case scene.Path:
			d.shape(d.path(m), m.Paint)
		case scene.Text:
			d.err = d.text(m)
		case scene.Group:
			d.marks(m.Marks)
		}
	}
}

// shape fills and strokes contours.
func (d *drawing) shape(contours []contour, p scene.Paint) {
	fill, filled := d.color(p.Fill)
	line, stroked := d.color(p.Stroke)
	stroked = stroked && p.StrokeWidth > 0
	opacity := 256
	if p.Fade > 0 && p.Fade <= 100 {
		opacity = (100 - p.Fade) * 256 / 100
	}
	if filled {
		for _, c := range contours {
			d.fill.polygon(c.points)
		}
	}
	if stroked {
		d.outline(contours, p)
	}
	switch {
	case filled && stroked && opacity < 256:
		d.canvas.paintBoth(&d.fill, fill, &d.stroke, line, opacity)
	default:
		d.canvas.paint(&d.fill, fill, opacity)
		d.canvas.paint(&d.stroke, line, opacity)
	}
}
