// Package theme holds the looks that pictures can have: colours in pairs for
// light and dark, the faces and sizes of type, and the few shapes that tell one
// house from another. A theme is data; packages that draw ask it and decide
// nothing by its name. It is a leaf.
//
// Check tests what readers need of a palette: text has a contrast of 4.5:1 or
// more on all grounds it stands on, marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), and
// the groups stay apart under the three colour-vision deficiencies.
package theme

import (
	"slices"
	"strings"
	"unicode"
)

// A Theme is one look. Themes are shared: to change one, Clone it.
type Theme struct {
	Name  string // a lower-case word
	About string // one sentence for people who choose

	Text    Face // labels, notes, ticks
	Display Face // types marked as Display

	Colors []Color // light values are pairwise different, or the colours wholly equal

	Wide   Scale // pictures 1200 px wide
	Narrow Scale // pictures 360 px wide
	Poster Scale // pictures of a fixed shape, 450 px wide before they are enlarged

	Rule   Rule
	Radius int64 // of the corners of frames, 1/64 px
	Mark   int64 // diameter of a moment's mark, MinMark to MaxMark

	Credit string // at the foot of a picture; empty for the program's own
}

// A Face is the family that words are set in.
type Face struct {
	Stack   string // the families to ask a browser for, as CSS font-family
	Family  string // the family to measure with and to print PNG and PDF in; empty for the embedded one
	Percent int    // room that words take, in per cent of the measured family; 0 reads as 100
}

// A Rule is the bar above a headline. Lengths are in 1/64 px.
type Rule struct {
	Width  int64 // no wider than the headline's column is drawn; 0 for no rule
	Height int64
	Role   string // colour
}

// A Color is one role's values. Light and Dark are #rrggbb in lower case;
// Forced and ForcedStroke are the CSS system colours to fill and to stroke with
// when the reader's own colours are in force.
type Color struct {
	Name         string // as the scene names the role
	Light        string
	Dark         string
	Forced       string
	ForcedStroke string
}

// Lookup returns the colour of a role, and whether the theme has one.
func (t *Theme) Lookup(name string) (Color, bool) {
	for _, c := range t.Colors {
		if c.Name == name {
			return c, true
		}
	}
	return Color{}, false
}

// Clone returns a theme that can be changed without changing t.
func (t *Theme) Clone() *Theme {
	c := *t
	c.Colors = slices.Clone(t.Colors)
	return &c
}

// Or returns t, or the default theme for nil.
func Or(t *Theme) *Theme {
	if t == nil {
		return Default()
	}
	return t
}

// SetColor gives a role its values, and the theme the role where it lacks it.
func (t *Theme) SetColor(name, light, dark string) {
	for i, c := range t.Colors {
		if c.Name == name {
			t.Colors[i].Light, t.Colors[i].Dark = light, dark
			return
		}
	}
	c := Color{Name: name, Light: light, Dark: dark}
	c.Forced, c.ForcedStroke = forced(name)
	t.Colors = append(t.Colors, c)
}

// roles are the colours that every theme has. Accent comes after them, in
// themes that have one.
var roles = []string{"bg", "ink", "sec", "axis", "hair", "tint", "tint2", "warn",
	"group1", "group2", "group3", "group4", "groupother"}

// Accent is the role that a theme may have besides: the rule above a headline.
const Accent = "accent"

// Roles returns the names of all colours a theme can have, in a fixed order.
func Roles() []string { return append(slices.Clone(roles), Accent) }

// forced returns the system colours of a role, which are the same in all
// themes. Panels keep an outline where their tint is taken away.
func forced(name string) (fill, stroke string) {
	switch name {
	case "bg":
		return "Canvas", "Canvas"
	case "hair":
		return "GrayText", "GrayText"
	case "tint", "tint2":
		return "Canvas", "GrayText"
	}
	return "CanvasText", "CanvasText"
}

// generic are the CSS families that every browser has.
var generic = []string{"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"}

// Stack writes families as CSS font-family. Where the last one is no generic
// family, sans-serif follows, because a browser's own choice has serifs. Names
// must be ones that FamilyName accepts.
func Stack(families []string) string {
	if len(families) == 0 || !slices.Contains(generic, families[len(families)-1]) {
		families = append(slices.Clone(families), "sans-serif")
	}
	var b strings.Builder
	for i, f := range families {
		if i > 0 {
			b.WriteByte(',')
		}
		if plainName(f) {
			b.WriteString(f)
		} else {
			b.WriteString(`"` + f + `"`)
		}
	}
	return b.String()
}

// plainName reports whether CSS takes a family name without quotes.
func plainName(s string) bool {
	for i, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r == '-') {
			return false
		}
	}
	return s != ""
}

// FamilyName reports whether s can be a family's name: letters, digits, and
// inside it spaces, hyphens, dots and underscores; 64 characters at most.
func FamilyName(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -._", r) {
			return false
		}
		n++
	}
	return n > 0 && n <= 64 && s == strings.Trim(s, " -._")
}
