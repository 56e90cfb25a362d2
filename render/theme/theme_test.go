package theme

import (
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The tests reckon with floating point and in their own words what Check
// reckons with integers, so that each holds the other.

type rgb [3]float64 // linear light, 0..1

func rgbOf(t failer, s string) rgb {
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

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func luminance(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func ratio(a, b rgb) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func values(t *testing.T, th *Theme, dark bool) map[string]rgb {
	m := map[string]rgb{}
	for _, c := range th.Colors {
		v := c.Light
		if dark {
			v = c.Dark
		}
		m[c.Name] = rgbOf(t, v)
	}
	return m
}

// everyTheme runs a test for each built-in theme, read from its file.
func everyTheme(t *testing.T, test func(t *testing.T, th *Theme)) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			th, err := builtIn(name)
			if err != nil {
				t.Fatal(err)
			}
			test(t, th)
		})
	}
}

func TestContrast(t *testing.T) {
	text := []string{"ink", "sec", "warn", "group1", "group2", "group3", "group4", "groupother"}
	everyTheme(t, func(t *testing.T, th *Theme) {
		for _, dark := range []bool{false, true} {
			v := values(t, th, dark)
			for _, name := range text {
				if got := ratio(v[name], v["bg"]); got < 4.5 {
					t.Errorf("dark=%v: %s on bg is %.2f:1, text needs 4.5", dark, name, got)
				}
			}
			for _, name := range append(text, "axis") {
				for _, ground := range []string{"bg", "tint", "tint2"} {
					if got := ratio(v[name], v[ground]); got < 3 {
						t.Errorf("dark=%v: %s on %s is %.2f:1, marks need 3", dark, name, ground, got)
					}
				}
			}
			if got := ratio(v[Accent], v["bg"]); v[Accent] != (rgb{}) && got < 3 {
				t.Errorf("dark=%v: accent on bg is %.2f:1, marks need 3", dark, got)
			}
			for _, name := range []string{"ink", "sec", "warn"} {
				for _, ground := range []string{"tint", "tint2"} {
					if got := ratio(v[name], v[ground]); got < 4.5 {
						t.Errorf("dark=%v: %s on %s is %.2f:1, text needs 4.5", dark, name, ground, got)
					}
				}
			}
		}
	})
}

// The large theme is for readers who need more: WCAG's AAA.
func TestLargeHasEnhancedContrast(t *testing.T) {
	th, _ := Named("large")
	for _, dark := range []bool{false, true} {
		v := values(t, th, dark)
		for _, name := range []string{"ink", "sec", "warn", "group1", "group2", "group3", "group4", "groupother"} {
			if got := ratio(v[name], v["bg"]); got < 7 {
				t.Errorf("dark=%v: %s on bg is %.2f:1, want 7", dark, name, got)
			}
		}
	}
	for _, s := range []Scale{th.Wide, th.Narrow} {
		if s.Label.Size < 16*px || s.Note.Size < 14*px {
			t.Errorf("labels are %d/64 px, notes %d", s.Label.Size, s.Note.Size)
		}
	}
}

// Matrices for full deficiency in linear RGB: Machado, Oliveira and
// Fernandes, IEEE TVCG 15(6), 2009.
var matrices = map[string][3]rgb{
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func cielab(c rgb) rgb {
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
	everyTheme(t, func(t *testing.T, th *Theme) {
		for _, dark := range []bool{false, true} {
			v := values(t, th, dark)
			for kind, m := range matrices {
				for i, a := range groups {
					for _, b := range groups[:i] {
						d := apart(cielab(seen(m, v[a])), cielab(seen(m, v[b])))
						if d < 20 {
							t.Errorf("dark=%v: %s and %s are %.0f apart under %s, want 20", dark, a, b, d, kind)
						}
					}
				}
			}
		}
	})
}

func seen(m [3]rgb, c rgb) rgb {
	var out rgb
	for i, row := range m {
		out[i] = math.Min(1, math.Max(0, row[0]*c[0]+row[1]*c[1]+row[2]*c[2]))
	}
	return out
}

func apart(a, b rgb) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func TestLightValuesDiffer(t *testing.T) {
	everyTheme(t, func(t *testing.T, th *Theme) {
		seen := map[string]string{}
		for _, c := range th.Colors {
			if other, ok := seen[c.Light]; ok {
				t.Errorf("%s and %s share the light value %s", c.Name, other, c.Light)
			}
			seen[c.Light] = c.Name
			if c.Forced == "" || c.ForcedStroke == "" {
				t.Errorf("%s has no system colour", c.Name)
			}
		}
	})
}

func TestThemesAreWhole(t *testing.T) {
	everyTheme(t, func(t *testing.T, th *Theme) {
		if faults := th.Check(); len(faults) > 0 {
			t.Errorf("Check finds %+v", faults)
		}
		for _, s := range []Scale{th.Wide, th.Narrow, th.Poster} {
			for _, name := range TypeNames() {
				ty := s.Type(name)
				if ty.Size < MinSize || ty.Line < ty.Size {
					t.Errorf("%s: size %d, line %d in 1/64 px", name, ty.Size, ty.Line)
				}
				if _, ok := th.Lookup(ty.Role); !ok {
					t.Errorf("%s has the unknown role %q", name, ty.Role)
				}
			}
		}
		// Narrow pictures, 360 px wide, are read at 320 px too.
		for _, name := range TypeNames() {
			if size := th.Narrow.Type(name).Size * 320 / 360; size < MinSize {
				t.Errorf("%s of a narrow picture is %d/64 px high at 320 px", name, size)
			}
		}
		if th.Mark < MinMark || th.Mark > MaxMark {
			t.Errorf("marks are %d/64 px", th.Mark)
		}
		if _, ok := th.Lookup(th.Rule.Role); !ok && th.Rule.Width > 0 {
			t.Errorf("the rule has the unknown role %q", th.Rule.Role)
		}
		if th.About == "" || th.Text.Stack == "" || th.Display.Stack == "" {
			t.Errorf("%q says too little of itself", th.Name)
		}
	})
}

// TestThemesLookDifferent tests that nobody needs a second glance.
func TestThemesLookDifferent(t *testing.T) {
	for i, a := range Names() {
		for _, b := range Names()[:i] {
			x, _ := Named(a)
			y, _ := Named(b)
			differ := 0
			for _, name := range []string{"bg", "group1", "group2"} {
				p, _ := x.Lookup(name)
				q, _ := y.Lookup(name)
				if p.Light != q.Light {
					differ++
				}
			}
			if x.Rule != y.Rule {
				differ++
			}
			if x.Wide.Headline != y.Wide.Headline {
				differ++
			}
			if differ < 3 {
				t.Errorf("%s and %s differ in %d of five things that meet the eye", a, b, differ)
			}
		}
	}
}

func TestNamed(t *testing.T) {
	for _, name := range Names() {
		if th, ok := Named(name); !ok || th.Name != name {
			t.Errorf("Named(%q) = %v, %v", name, th, ok)
		}
	}
	if _, ok := Named("../press"); ok {
		t.Error("Named found a theme that does not exist")
	}
	if Or(nil) != Default() {
		t.Error("nil is not the default theme")
	}
}

func TestDefaultEqualsItsFile(t *testing.T) {
	th, err := builtIn("press")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(th, Default()); diff != "" {
		t.Errorf("press.yaml and press.go differ:\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"unknown key":    "naem: x\n",
		"missing colour": "name: x\ncolors: {bg: ['#ffffff', '#000000']}\n",
		"no YAML":        "colors: [",
	} {
		if _, err := parse([]byte(data)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	data, err := files.ReadFile("themes/press.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, extra := range []string{"  haedline: {size: 12}\n", "  label: {szie: 12}\n"} {
		if _, err := parse(append(data, extra...)); err == nil {
			t.Errorf("%q in a scale: no error", extra)
		}
	}
}

func TestLookupAndSetColor(t *testing.T) {
	if c, ok := Default().Lookup("warn"); !ok || c.Light != "#8c5a00" {
		t.Errorf("Lookup(warn) = %v, %v", c, ok)
	}
	if _, ok := Default().Lookup("nothing"); ok {
		t.Error("Lookup found a role that does not exist")
	}
	c := Default().Clone()
	c.SetColor("ink", "#000000", "#ffffff")
	c.SetColor(Accent, "#990000", "#ff9999")
	if got, _ := c.Lookup("ink"); got.Light != "#000000" || got.Forced != "CanvasText" {
		t.Errorf("ink is %v", got)
	}
	if got, ok := c.Lookup(Accent); !ok || got.Dark != "#ff9999" || got.Forced == "" {
		t.Errorf("accent is %v, %v", got, ok)
	}
	if got, _ := Default().Lookup("ink"); got.Light != "#1a1a1a" {
		t.Error("changing a clone changed the default theme")
	}
}

func TestSet(t *testing.T) {
	th := Default().Clone()
	th.Text = Face{Family: "Body", Percent: 104}
	th.Display = Face{Family: "Head", Percent: 110}
	s := th.Set(th.Wide)
	if s.Label.Family != "Body" || s.Label.Percent != 104 || s.Headline.Family != "Head" || s.Headline.Percent != 110 {
		t.Errorf("label %+v, headline %+v", s.Label, s.Headline)
	}
	if th.Wide.Label.Family != "" {
		t.Error("Set changed the theme")
	}
}

func TestCheckFinds(t *testing.T) {
	same := Default().Clone()
	same.SetColor(Accent, "#1964bf", "#5997f5")
	if faults := same.Check(); len(faults) > 0 {
		t.Errorf("an accent wholly equal to a group is refused: %+v", faults)
	}
	for _, tt := range []struct {
		role, light, dark string
		want              Fault
	}{
		{"ink", "#777", "#ececec", Fault{Need: NeedValue, First: "ink"}},
		{"ink", "#1A1A1A", "#ececec", Fault{Need: NeedValue, First: "ink"}},
		{"sec", "#1a1a1a", "#a9afb6", Fault{Need: NeedDistinct, First: "sec", Second: "ink"}},
		{"sec", "#777777", "#a9afb6", Fault{NeedText, false, "sec", "bg", 447, 450}},
		{"sec", "#595959", "#666666", Fault{NeedText, true, "sec", "bg", 313, 450}},
		{"warn", "#9b6600", "#f0c36b", Fault{NeedText, false, "warn", "tint2", 389, 450}},
		{"axis", "#999999", "#7d858e", Fault{NeedMark, false, "axis", "bg", 284, 300}},
		{"groupother", "#777777", "#979da4", Fault{NeedText, false, "groupother", "bg", 447, 450}},
		{"tint2", "#aaaaaa", "#2a3036", Fault{NeedMark, false, "group2", "tint2", 233, 300}},
		{Accent, "#dddddd", "#ececec", Fault{NeedMark, false, Accent, "bg", 135, 300}},
		{"group2", "#4b6a1d", "#f6714e", Fault{NeedTritan, false, "group2", "group3", 0, 2000}},
		{"group2", "#7a5cb8", "#f6714e", Fault{NeedProtan, false, "group1", "group2", 0, 2000}},
		{"group4", "#856303", "#b46fa4", Fault{NeedDeutan, false, "group2", "group4", 0, 2000}},
	} {
		th := Default().Clone()
		th.SetColor(tt.role, tt.light, tt.dark)
		found := false
		for _, f := range th.Check() {
			if tt.want.Want == GroupDistance {
				tt.want.Got = f.Got // held by TestCheckAgrees
			}
			found = found || f == tt.want
		}
		if !found {
			t.Errorf("%s %s %s: %+v is not among %+v", tt.role, tt.light, tt.dark, tt.want, th.Check())
		}
	}
}

func TestCheckAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hex := rapid.StringMatching(`#[0-9a-f]{6}`)
		a, b := hex.Draw(t, "a"), hex.Draw(t, "b")
		x, y := rgbOf(t, a), rgbOf(t, b)
		if got, want := float64(contrast(lightOf(a), lightOf(b)))/100, ratio(x, y); math.Abs(got-want) > 0.011 {
			t.Fatalf("contrast of %s and %s is %.2f, want %.2f", a, b, got, want)
		}
		for _, d := range deficiencies {
			got := float64(distance(d.seen(lightOf(a)), d.seen(lightOf(b)))) / 100
			m := matrices[string(d.need)]
			if want := apart(cielab(seen(m, x)), cielab(seen(m, y))); math.Abs(got-want) > 0.05 {
				t.Fatalf("%s and %s are %.2f apart under %s, want %.2f", a, b, got, d.need, want)
			}
		}
	})
}

func TestStack(t *testing.T) {
	for _, tt := range []struct {
		families []string
		want     string
	}{
		{nil, "sans-serif"},
		{[]string{"Source Sans 3", "Arial", "serif"}, `"Source Sans 3",Arial,serif`},
		{[]string{"Georgia"}, "Georgia,sans-serif"},
		{[]string{"Ubuntu-R", "3d"}, `Ubuntu-R,"3d",sans-serif`},
	} {
		if got := Stack(tt.families); got != tt.want {
			t.Errorf("Stack(%q) = %s, want %s", tt.families, got, tt.want)
		}
	}
	for _, s := range []string{"Arial", "Source Sans 3", "Noto Naskh عربي", "PT_Sans-Pro 1.0"} {
		if !FamilyName(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{"", " Arial", `A"b`, "a;b", "url(x)", "a,b", "a\nb", "a\\b", "a/b", string(make([]byte, 65))} {
		if FamilyName(s) {
			t.Errorf("%q is accepted", s)
		}
	}
}
