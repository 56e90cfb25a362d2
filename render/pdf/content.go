package pdf

import (
	"bytes"
	"strconv"

	"github.com/causeline/causeline/render/scene"
)

// limit bounds coordinates, far outside of any page, so that sums of them
// cannot overflow.
const limit = scene.Unit(1) << 31

// A content is a content stream: what is painted, in order. The y axis runs
// down and a length is a CSS pixel, as in the scene; the page's first operator
// turns and scales it all.
type content struct {
	buf bytes.Buffer
	set map[string]string // parameters in force, by operator
}

// newContent returns a stream of which the parameters are not known yet.
func newContent() *content { return &content{set: map[string]string{}} }

func (c *content) raw(s string) *content {
	c.buf.WriteString(s)
	return c
}

// param sets a parameter of the graphics state, unless it is set already.
func (c *content) param(operands, operator string) {
	if c.set[operator] != operands {
		c.set[operator] = operands
		c.raw(operands).raw(" ").raw(operator).raw("\n")
	}
}

// num prints a length in px and a space.
func (c *content) num(u scene.Unit) *content { return c.raw(px(u)).raw(" ") }

// point prints a place.
func (c *content) point(x, y scene.Unit) *content { return c.num(x).num(y) }

// px prints a length in px with at most two decimals.
func px(u scene.Unit) string {
	u = max(-limit, min(limit, u))
	if u < 0 {
		return decimal(-(int64(-u)*100+32)/64, 100)
	}
	return decimal((int64(u)*100+32)/64, 100)
}

// decimal prints n/unit without trailing zeros. Unit is a power of ten.
func decimal(n, unit int64) string {
	var b []byte
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/unit, 10)
	if n %= unit; n == 0 {
		return string(b)
	}
	b = append(b, '.')
	for ; n > 0; n %= unit {
		unit /= 10
		b = append(b, byte('0'+n/unit))
	}
	return string(b)
}

// A rgb is a colour.
type rgb struct{ r, g, b uint8 }

// String prints the colour's parts, each from 0 to 1. Three decimals lead back
// to the same bytes.
func (c rgb) String() string {
	part := func(v uint8) string { return decimal((int64(v)*1000+127)/255, 1000) }
	return part(c.r) + " " + part(c.g) + " " + part(c.b)
}
