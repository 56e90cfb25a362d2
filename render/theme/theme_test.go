package theme

import (
	"math"
	"strconv"
	"testing"
)

type rgb [3]float64 // linear light, 0..1

func parse(t *testing.T, s string) rgb {
	t.Helper()
	if len(s) != 7 || s[0] != '#' {
		t.Fatalf("colour %q is not #rrggbb", s)
	}
	var c rgb
	for i := range c {
		v, err := strconv.ParseUint(s[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatalf("colour %q: %v", s, err)
		}
		c[i] = linear(float64(v) / 255)
	}
	return c
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func luminance(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func contrast(a, b rgb) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func values(t *testing.T, dark bool) map[string]rgb {
	m := map[string]rgb{}
	for _, c := range Colors() {
		v := c.Light
		if dark {
			v = c.Dark
		}
		m[c.Name] = parse(t, v)
	}
	return m
}

func TestContrast(t *testing.T) {
	text := []string{"ink", "sec", "warn", "group1", "group2", "group3", "group4", "groupother"}
	for _, dark := range []bool{false, true} {
		v := values(t, dark)
		for _, name := range text {
			if got := contrast(v[name], v["bg"]); got < 4.5 {
				t.Errorf("dark=%v: %s on bg is %.2f:1, text needs 4.5", dark, name, got)
			}
		}
		for _, name := range append(text, "axis") {
			for _, ground := range []string{"bg", "tint", "tint2"} {
				if got := contrast(v[name], v[ground]); got < 3 {
					t.Errorf("dark=%v: %s on %s is %.2f:1, marks need 3", dark, name, ground, got)
				}
			}
		}
		for _, name := range []string{"ink", "sec", "warn"} {
			for _, ground := range []string{"tint", "tint2"} {
				if got := contrast(v[name], v[ground]); got < 4.5 {
					t.Errorf("dark=%v: %s on %s is %.2f:1, text needs 4.5", dark, name, ground, got)
				}
			}
		}
	}
}

// Matrices for full deficiency in linear RGB: Machado, Oliveira and
// Fernandes, IEEE TVCG 15(6), 2009.
var deficiencies = map[string][3]rgb{
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func lab(c rgb) rgb {
	x := (0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047
	y := 0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2]
	z := (0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	return rgb{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

func TestGroupsStayApart(t *testing.T) {
	groups := []string{"group1", "group2", "group3", "group4"}
	for _, dark := range []bool{false, true} {
		v := values(t, dark)
		for kind, m := range deficiencies {
			for i, a := range groups {
				for _, b := range groups[:i] {
					d := distance(lab(seen(m, v[a])), lab(seen(m, v[b])))
					if d < 20 {
						t.Errorf("dark=%v: %s and %s are %.0f apart under %s, want 20", dark, a, b, d, kind)
					}
				}
			}
		}
	}
}

func seen(m [3]rgb, c rgb) rgb {
	var out rgb
	for i, row := range m {
		out[i] = math.Min(1, math.Max(0, row[0]*c[0]+row[1]*c[1]+row[2]*c[2]))
	}
	return out
}

func distance(a, b rgb) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func TestLightValuesDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, c := range Colors() {
		if other, ok := seen[c.Light]; ok {
			t.Errorf("%s and %s share the light value %s", c.Name, other, c.Light)
		}
		seen[c.Light] = c.Name
		if c.Forced == "" || c.ForcedStroke == "" {
			t.Errorf("%s has no system colour", c.Name)
		}
	}
}

func TestLookup(t *testing.T) {
	if c, ok := Lookup("warn"); !ok || c.Light != "#8c5a00" {
		t.Errorf("Lookup(warn) = %v, %v", c, ok)
	}
	if _, ok := Lookup("nothing"); ok {
		t.Error("Lookup found a role that does not exist")
	}
}

func TestNoTextBelowTheMinimum(t *testing.T) {
	for _, s := range []Scale{Wide(), Narrow()} {
		for i, ty := range []Type{s.Headline, s.Standfirst, s.Label, s.Date, s.Year, s.Row, s.Gap, s.Tick, s.Note} {
			if ty.Size < MinSize || ty.Line < ty.Size {
				t.Errorf("style %d: size %d, line %d in 1/64 px", i, ty.Size, ty.Line)
			}
			if _, ok := Lookup(ty.Role); !ok {
				t.Errorf("style %d has the unknown role %q", i, ty.Role)
			}
		}
	}
}
