package theme

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Need is what two colours fail to give a reader.
type Need string

// The needs that Check tests.
const (
	NeedValue    Need = "value"    // First is not #rrggbb
	NeedDistinct Need = "distinct" // equal in light only: SVG finds a colour's other values by its light one
	NeedText     Need = "text"     // words in First on Second: contrast
	NeedMark     Need = "mark"     // marks in First on Second: contrast
	NeedProtan   Need = "protan"   // groups for readers without red cones: distance
	NeedDeutan   Need = "deutan"   // without green ones
	NeedTritan   Need = "tritan"   // without blue ones
)

// What readers need, in hundredths: contrasts after WCAG 2.2, and a distance
// in CIELAB at which areas as small as our marks are told apart.
const (
	TextContrast  = 450
	MarkContrast  = 300
	GroupDistance = 2000
)

// A Fault is two colours that readers could not use together.
type Fault struct {
	Need          Need
	Dark          bool   // in the dark values
	First, Second string // roles
	Got, Want     int    // contrast or distance in hundredths
}

// Values returns the two colours as the theme has them.
func (f Fault) Values(t *Theme) (first, second string) {
	value := func(name string) string {
		c, _ := t.Lookup(name)
		if f.Dark {
			return c.Dark
		}
		return c.Light
	}
	return value(f.First), value(f.Second)
}

// Check returns what is wrong with the theme's colours, in a fixed order.
func (t *Theme) Check() []Fault {
	var out []Fault
	for _, c := range t.Colors {
		for _, v := range []struct {
			value string
			dark  bool
		}{{c.Light, false}, {c.Dark, true}} {
			if !Hex(v.value) {
				out = append(out, Fault{Need: NeedValue, Dark: v.dark, First: c.Name})
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for i, c := range t.Colors {
		for _, d := range t.Colors[:i] {
			if c.Light == d.Light && (c.Dark != d.Dark || c.Forced != d.Forced || c.ForcedStroke != d.ForcedStroke) {
				out = append(out, Fault{Need: NeedDistinct, First: c.Name, Second: d.Name})
			}
		}
	}
	for _, dark := range []bool{false, true} {
		p := t.palette(dark)
		out = append(out, p.contrasts()...)
		out = append(out, p.confusions()...)
	}
	return out
}

// groups are the lanes' colours.
var groups = []string{"group1", "group2", "group3", "group4"}

// A palette is the colours of one scheme as light.
type palette struct {
	dark   bool
	colors map[string]light
}

func (t *Theme) palette(dark bool) palette {
	p := palette{dark, map[string]light{}}
	for _, c := range t.Colors {
		v := c.Light
		if dark {
			v = c.Dark
		}
		p.colors[c.Name] = lightOf(v)
	}
	return p
}

// contrasts holds what is drawn against the grounds that it stands on. Words
// about an event stand on panels too; names of groups do not.
func (p palette) contrasts() []Fault {
	var out []Fault
	test := func(need Need, name, ground string, want int) {
		c, ok := p.colors[name]
		if !ok {
			return
		}
		if got := contrast(c, p.colors[ground]); got < want {
			out = append(out, Fault{need, p.dark, name, ground, got, want})
		}
	}
	for _, name := range []string{"ink", "sec", "warn"} {
		for _, ground := range []string{"bg", "tint", "tint2"} {
			test(NeedText, name, ground, TextContrast)
		}
	}
	for _, name := range append(slices.Clone(groups), "groupother") {
		test(NeedText, name, "bg", TextContrast)
		test(NeedMark, name, "tint", MarkContrast)
		test(NeedMark, name, "tint2", MarkContrast)
	}
	for _, ground := range []string{"bg", "tint", "tint2"} {
		test(NeedMark, "axis", ground, MarkContrast)
	}
	test(NeedMark, Accent, "bg", MarkContrast)
	return out
}

// confusions holds the groups against each other as readers with each
// deficiency see them. Of two groups the worst is told.
func (p palette) confusions() []Fault {
	var out []Fault
	for i, a := range groups {
		for _, b := range groups[:i] {
			worst := Fault{Got: GroupDistance}
			for _, d := range deficiencies {
				if got := distance(d.seen(p.colors[a]), d.seen(p.colors[b])); got < worst.Got {
					worst = Fault{d.need, p.dark, b, a, got, GroupDistance}
				}
			}
			if worst.Need != "" {
				out = append(out, worst)
			}
		}
	}
	return out
}

// Hex reports whether s is a colour as themes hold it: # and six digits in
// lower case.
func Hex(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdef") == ""
}

// light is a colour as amounts of red, green and blue light, full is each.
// Amounts are whole numbers, so that a colour passes on every machine or none.
type light [3]int64

const full = 1_000_000

// lightOf undoes sRGB's gamma (IEC 61966-2-1).
func lightOf(hex string) light {
	var c light
	for i := range c {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		c[i] = int64(math.Round(v * full))
	}
	return c
}

// contrast is WCAG's contrast ratio in hundredths, rounded down.
func contrast(a, b light) int {
	luminance := func(c light) int64 { return 2126*c[0] + 7152*c[1] + 722*c[2] }
	const flare = full * 10_000 / 20
	x, y := luminance(a)+flare, luminance(b)+flare
	return int(100 * max(x, y) / min(x, y))
}
