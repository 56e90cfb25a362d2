// Package theme holds the look: colours in pairs for light and dark, the
// type scale and the spacing. It is data only and a leaf.
//
// Every pair is checked by the tests: text has a contrast of 4.5:1 or more
// on all grounds it stands on, marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), and
// the groups stay apart under the three colour-vision deficiencies.
package theme

// A Color is one role's values. Light and Dark are #rrggbb; Forced and
// ForcedStroke are the CSS system colours to fill and to stroke with when the
// reader's own colours are in force.
type Color struct {
	Name         string // as the scene names the role
	Light        string
	Dark         string
	Forced       string
	ForcedStroke string
}

// Colors returns the palette in a fixed order. Light values are pairwise
// different, so that a style sheet can tell roles apart by them. Panels keep an
// outline where their tint is taken away.
func Colors() []Color {
	return []Color{
		{"bg", "#ffffff", "#14171a", "Canvas", "Canvas"},
		{"ink", "#1a1a1a", "#ececec", "CanvasText", "CanvasText"},
		{"sec", "#595959", "#a9afb6", "CanvasText", "CanvasText"},
		{"axis", "#767676", "#7d858e", "CanvasText", "CanvasText"},
		{"hair", "#dedbd4", "#343a41", "GrayText", "GrayText"},
		{"tint", "#f4f2ed", "#1e2327", "Canvas", "GrayText"},
		{"tint2", "#e9e5dc", "#2a3036", "Canvas", "GrayText"},
		{"warn", "#8c5a00", "#f0c36b", "CanvasText", "CanvasText"},
		{"group1", "#1964bf", "#5997f5", "CanvasText", "CanvasText"},
		{"group2", "#b5470f", "#f6714e", "CanvasText", "CanvasText"},
		{"group3", "#064a38", "#ace9d9", "CanvasText", "CanvasText"},
		{"group4", "#874980", "#b46fa4", "CanvasText", "CanvasText"},
		{"groupother", "#6b6b6b", "#979da4", "CanvasText", "CanvasText"},
	}
}

// Lookup returns the colour of a role, and whether there is one.
func Lookup(name string) (Color, bool) {
	for _, c := range Colors() {
		if c.Name == name {
			return c, true
		}
	}
	return Color{}, false
}
