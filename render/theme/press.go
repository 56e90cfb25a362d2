package theme

// Default returns the theme of pictures that ask for none. It is a literal, so
// that drawing does not wait for a file to be parsed; a test holds it against
// themes/press.yaml.
func Default() *Theme { return &press }

var press = Theme{
	Name:    "press",
	About:   "Plain and clear: white paper, grotesque type, four distinct colours.",
	Text:    grotesque,
	Display: grotesque,
	Colors: []Color{
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
	},
	Wide: Scale{
		Headline:   Type{Size: 26 * px, Line: 31 * px, Bold: true, Display: true, Role: "ink"},
		Standfirst: Type{Size: 15 * px, Line: 20 * px, Role: "sec"},
		Label:      Type{Size: 14 * px, Line: 18 * px, Role: "ink"},
		Date:       Type{Size: 13 * px, Line: 18 * px, Bold: true, Role: "ink"},
		Year:       Type{Size: 15 * px, Line: 19 * px, Bold: true, Role: "ink"},
		Row:        Type{Size: 17 * px, Line: 21 * px, Bold: true, Role: "ink"},
		Gap:        Type{Size: 13 * px, Line: 17 * px, Italic: true, Role: "sec"},
		Tick:       Type{Size: 12 * px, Line: 16 * px, Role: "sec"},
		Note:       Type{Size: 12 * px, Line: 16 * px, Role: "sec"},
	},
	Narrow: Scale{
		Headline:   Type{Size: 20 * px, Line: 24 * px, Bold: true, Display: true, Role: "ink"},
		Standfirst: Type{Size: 14 * px, Line: 19 * px, Role: "sec"},
		Label:      Type{Size: 15 * px, Line: 19 * px, Role: "ink"},
		Date:       Type{Size: 27 * px / 2, Line: 19 * px, Bold: true, Role: "ink"},
		Year:       Type{Size: 15 * px, Line: 19 * px, Bold: true, Role: "ink"},
		Row:        Type{Size: 17 * px, Line: 21 * px, Bold: true, Role: "ink"},
		Gap:        Type{Size: 27 * px / 2, Line: 17 * px, Italic: true, Role: "sec"},
		Tick:       Type{Size: 27 * px / 2, Line: 17 * px, Role: "sec"},
		Note:       Type{Size: 27 * px / 2, Line: 17 * px, Role: "sec"},
	},
	Poster: Scale{
		Headline:   Type{Size: 28 * px, Line: 32 * px, Bold: true, Display: true, Role: "ink"},
		Standfirst: Type{Size: 14 * px, Line: 19 * px, Role: "sec"},
		Label:      Type{Size: 15 * px, Line: 19 * px, Role: "ink"},
		Date:       Type{Size: 14 * px, Line: 19 * px, Bold: true, Role: "ink"},
		Year:       Type{Size: 14 * px, Line: 18 * px, Bold: true, Role: "ink"},
		Row:        Type{Size: 17 * px, Line: 21 * px, Bold: true, Role: "ink"},
		Gap:        Type{Size: 12 * px, Line: 15 * px, Italic: true, Role: "sec"},
		Tick:       Type{Size: 12 * px, Line: 16 * px, Role: "sec"},
		Note:       Type{Size: 12 * px, Line: 15 * px, Role: "sec"},
	},
	Rule:   Rule{Width: 40 * px, Height: 4 * px, Role: "ink"},
	Radius: 4 * px,
	Mark:   12 * px,
}

// grotesque is measured as Liberation Sans, whose widths are Arial's.
var grotesque = Face{Stack: `"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif`}
