package raster

// An rgb is an opaque colour in sRGB.
type rgb struct{ r, g, b uint8 }

// A canvas is the pixels of a picture, row by row, as 0xRRGGBB.
type canvas struct {
	width, height int
	pixels        []uint32
}

func newCanvas(width, height int) *canvas {
	return &canvas{width, height, make([]uint32, width*height)}
}

func (c rgb) pixel() uint32 { return uint32(c.r)<<16 | uint32(c.g)<<8 | uint32(c.b) }

func (c *canvas) clear(color rgb) { set(c.pixels, color.pixel()) }

func set(pixels []uint32, value uint32) {
	for i := range pixels {
		pixels[i] = value
	}
}

// paint lays a colour over what the scanner covers. Colours are mixed as sRGB
// values, as browsers mix them. Opacity is in 256ths.
func (c *canvas) paint(s *scanner, color rgb, opacity int) {
	value := color.pixel()
	s.scan(c.width, c.height, func(x, y int, coverage []uint16) {
		row := c.pixels[y*c.width+x:][:len(coverage)]
		for i, n := range coverage {
			switch alpha := uint32(int(n)*opacity+128) >> 8; alpha {
			case 0:
			case 256:
				row[i] = value
			default:
				row[i] = mix(row[i], value, alpha)
			}
		}
	})
}

// mix returns what alpha 256ths of a colour over another give.
func mix(under, over, alpha uint32) uint32 {
	rest := 256 - alpha
	rb := ((under&0xFF00FF)*rest + (over&0xFF00FF)*alpha + 0x800080) >> 8 & 0xFF00FF
	g := ((under&0x00FF00)*rest + (over&0x00FF00)*alpha + 0x008000) >> 8 & 0x00FF00
	return rb | g
}

// paintBoth lays an area and its outline over the picture as one: where both
// are, the area does not shine through the outline.
func (c *canvas) paintBoth(area *scanner, fill rgb, outline *scanner, line rgb, opacity int) {
	minX, minY, maxX, maxY := area.bounds(c.width, c.height)
	x0, y0, x1, y1 := outline.bounds(c.width, c.height)
	minX, minY, maxX, maxY = min(minX, x0), min(minY, y0), max(maxX, x1), max(maxY, y1)
	width := maxX - minX
	inside, along := c.mask(area, minX, minY, width, maxY-minY), c.mask(outline, minX, minY, width, maxY-minY)
	for y := minY; y < maxY; y++ {
		row := c.pixels[y*c.width+minX:][:width]
		for i := range row {
			at := (y-minY)*width + i
			f, l := uint32(inside[at]), uint32(along[at])
			both := f*(256-l)/256 + l // how much of the pixel is painted at all
			if both == 0 {
				continue
			}
			color := mix(fill.pixel(), line.pixel(), (l*256+both/2)/both)
			row[i] = mix(row[i], color, (both*uint32(opacity)+128)>>8)
		}
	}
}

// mask returns the coverage of a part of the picture.
func (c *canvas) mask(s *scanner, left, top, width, height int) []uint16 {
	out := make([]uint16, width*height)
	s.scan(c.width, c.height, func(x, y int, coverage []uint16) {
		copy(out[(y-top)*width+x-left:], coverage)
	})
	return out
}
