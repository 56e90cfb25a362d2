package house

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

func load(t *testing.T, text string) *Style {
	t.Helper()
	s, err := Load("style.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	return s
}

func TestEmptyIsTheDefault(t *testing.T) {
	for _, text := range []string{"", "# nothing yet\n", "\ufefftheme: press\r\n", "---\ntheme: press\n"} {
		if diff := cmp.Diff(load(t, text), &Style{Theme: theme.Default()}); diff != "" {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
}

func TestKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want func(s *Style)
	}{
		"theme":       {"theme: mono", func(s *Style) { s.Theme, _ = theme.Named("mono") }},
		"date style":  {"date_style: month-day", func(s *Style) { s.DateStyle = "month-day" }},
		"clock":       {"clock: 12h", func(s *Style) { s.Clock = "12h" }},
		"lang":        {"lang: pt-BR", func(s *Style) { s.Lang = "pt-BR" }},
		"no is a tag": {"lang: no", func(s *Style) { s.Lang = "no" }},
		"credit":      {`credit: "Graphic:  <The Post>"`, func(s *Style) { s.Theme.Credit = "Graphic: <The Post>" }},
		"one font":    {"fonts: Inter", func(s *Style) { s.Theme.Text = theme.Face{Stack: "Inter,sans-serif"}; s.Theme.Display = s.Theme.Text }},
		"fonts and width": {"fonts: [Source Sans 3, serif]\nfont_width: 104", func(s *Style) {
			s.Theme.Text = theme.Face{Stack: `"Source Sans 3",serif`, Percent: 104}
			s.Theme.Display = s.Theme.Text
		}},
		"width alone": {"font_width: 120", func(s *Style) { s.Theme.Text.Percent = 120; s.Theme.Display = s.Theme.Text }},
		"width under serif headlines": {"theme: paper\nfont_width: 120", func(s *Style) {
			th, _ := theme.Named("paper")
			s.Theme = th.Clone()
			s.Theme.Text.Percent = 120
		}},
		"headline font": {"theme: press\nheadline_fonts: [Lora, serif]\nheadline_font_width: 110", func(s *Style) {
			s.Theme.Display = theme.Face{Stack: "Lora,serif", Percent: 110}
		}},
		"files": {"fonts: [House Sans]\nfont_files: [House-Regular.ttf, ../fonts/House-Bold.OTF]", func(s *Style) {
			s.Theme.Text = theme.Face{Stack: `"House Sans",sans-serif`, Family: "House Sans"}
			s.Theme.Display = s.Theme.Text
			s.FontFiles = []string{"House-Regular.ttf", "../fonts/House-Bold.OTF"}
		}},
		"headline files": {"headline_fonts: [House Serif]\nheadline_font_files: Serif.ttf", func(s *Style) {
			s.Theme.Display = theme.Face{Stack: `"House Serif",sans-serif`, Family: "House Serif"}
			s.HeadlineFontFiles = []string{"Serif.ttf"}
		}},
		"color":  {`colors: {ink: ["#111", "#EEEEEE"]}`, func(s *Style) { s.Theme.SetColor("ink", "#111111", "#eeeeee") }},
		"accent": {`colors: {accent: ["#990000", "#ff8080"]}`, func(s *Style) { s.Theme.SetColor("accent", "#990000", "#ff8080"); s.Theme.Rule.Role = "accent" }},
		"size in all shapes": {"label_size: 16.5", func(s *Style) {
			s.Theme.Wide.Label.Size, s.Theme.Wide.Label.Line = 33*32, 22*64
			s.Theme.Narrow.Label.Size, s.Theme.Narrow.Label.Line = 35*32, 23*64
			s.Theme.Poster.Label.Size, s.Theme.Poster.Label.Line = 35*32, 23*64
		}},
		"small in all shapes": {"headline_size: 12", func(s *Style) {
			s.Theme.Wide.Headline.Size, s.Theme.Wide.Headline.Line = 12*64, 15*64
			s.Theme.Narrow.Headline.Size, s.Theme.Narrow.Headline.Line = 12*64, 15*64
			s.Theme.Poster.Headline.Size, s.Theme.Poster.Headline.Line = 13*64, 15*64
		}},
		"the theme's own size": {"note_size: 12", func(*Style) {}},
	} {
		t.Run(name, func(t *testing.T) {
			want := &Style{Theme: theme.Default().Clone()}
			tt.want(want)
			if diff := cmp.Diff(want, load(t, tt.text)); diff != "" {
				t.Errorf("%s\n%s", tt.text, diff)
			}
		})
	}
}

func TestLoadLeavesTheThemeAlone(t *testing.T) {
	load(t, "headline_size: 40\ncredit: Us\ncolors: {ink: ['#000000', '#ffffff']}")
	if diff := cmp.Diff(load(t, ""), &Style{Theme: theme.Default()}); diff != "" || theme.Default().Credit != "" {
		t.Errorf("a style changed the default theme: %s", diff)
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct{ text, name, want string }{
		{"thmee: x", "unknown-key", "s.yaml:1:1: unknown key `thmee`: did you mean `theme`?\n    thmee: x\n    ^"},
		{"lang: de\n\nzzzzzzzzz: x", "unknown-key", "s.yaml:3:1: unknown key `zzzzzzzzz` in a house style"},
		{"clock: 24h\nclock: 12h", "duplicate-key", "s.yaml:2:1: key `clock` stands twice in a house style, first on line 1"},
		{"credit:", "wrong-type", "s.yaml:1:1: `credit` has no value"},
		{"theme: papre", "bad-value", "s.yaml:1:8: `theme` cannot be \"papre\": did you mean `paper`?"},
		{"theme: [press]", "wrong-type", "s.yaml:1:8: `theme` must be one word or number, not a list"},
		{"theme: ''", "bad-value", "`theme` cannot be \"\""},
		{"clock: 24", "bad-value", "s.yaml:1:8: `clock` cannot be \"24\": did you mean `24h`?"},
		{"date_style: us", "bad-value", "it is one of day-month, month-day, iso, ap"},
		{"lang: Deutsch!", "bad-value", "`lang` cannot be \"Deutsch!\""},
		{"label_size: 11.5", "bad-value", "`label_size` must not be below 12, and is 11.5"},
		{"label_size: 21", "bad-value", "`label_size` must not be above 20, and is 21"},
		{"label_size: NaN", "bad-value", "`label_size` must be a number"},
		{"label_size: 1e999", "bad-value", "`label_size` must be a number"},
		{"font_width: wide", "bad-value", "`font_width` must be a number, not \"wide\"\n    font_width: wide\n                ^\n  write a number from 90 to 130, in per cent of Arial's width"},
		{"font_width: 80", "bad-value", "`font_width` must not be below 90"},
		{"font_files: [A.ttf]", "missing-key", "`font_files` needs `fonts`"},
		{"headline_font_files: [A.ttf]", "missing-key", "`headline_font_files` needs `headline_fonts`"},
		{"fonts: [A]\nfont_files: [A.ttf]\nfont_width: 100", "bad-value", "s.yaml:3:1: `font_width` is for fonts without a file"},
		{"fonts: [A]\nfont_files: [/etc/A.ttf]", "bad-path", "cannot be read"},
		{"fonts: [A]\nfont_files: ['C:A.ttf']", "bad-path", "cannot be read"},
		{"fonts: [A]\nfont_files: [A.woff2]", "bad-path", "web fonts (.woff, .woff2) can be converted"},
		{"fonts: []", "bad-value", "`fonts` is an empty list"},
		{"fonts: {a: b}", "wrong-type", "`fonts` must be a list, not a mapping"},
		{"fonts: [[a]]", "wrong-type", "`fonts` must be a list of words, and holds a list"},
		{"fonts: ['A\";x']", "bad-value", "is no name of a font family"},
		{"fonts: [a, b, c, d, e, f, g, h, i]", "bad-value", "`fonts` has 9 entries"},
		{"credit: \"a\\u0007\"", "bad-value", "must be words that can be printed"},
		{"credit: " + strings.Repeat("ä", 81), "bad-value", "`credit` has 81 characters"},
		{"colors: red", "wrong-type", "`colors` must be a mapping, not \"red\""},
		{"colors: {inkk: ['#111111', '#eeeeee']}", "unknown-key", "unknown key `inkk`: did you mean `ink`?"},
		{"colors: {ink: '#111111'}", "bad-color", "`ink` needs two colours"},
		{"colors: {ink: ['#111111', '#gggggg']}", "bad-color", "`ink`: \"#gggggg\" is no colour"},
		{"colors:\n  ink: #111111", "wrong-type", "put colours in quotes"},
		{"colors:\n  ink: [#111111, #eeeeee]", "broken-yaml", "put colours in quotes"},
		{"colors: {sec: ['#1a1a1a', '#bbbbbb']}", "bad-color", "`sec` and `ink` are both #1a1a1a in light"},
		{"colors:\n  sec: ['#777777', '#a9afb6']", "bad-color", "s.yaml:2:3: `sec` is hard to read on `bg` in light: #777777 on #ffffff has a contrast of 4.47:1, and words need 4.5:1\n      sec: ['#777777', '#a9afb6']\n      ^\n  make `sec` darker or `bg` lighter"},
		{"colors: {bg: ['#ffffff', '#888888']}", "bad-color", "`ink` is hard to read on `bg` in dark: #ececec on #888888 has a contrast of 3:1, and words need 4.5:1"},
		{"colors: {accent: ['#dddddd', '#eeeeee']}", "bad-color", "`accent` is hard to see on `bg` in light: #dddddd on #ffffff has a contrast of 1.35:1, and marks need 3:1"},
		{"colors: {group4: ['#856303', '#b46fa4']}", "bad-color", "`group2` and `group4` look alike in light to readers without green cones: #b5470f and #856303 are 4 apart, and groups need 20"},
		{"- a", "wrong-type", "a house style is a list of keys and values"},
		{"word", "wrong-type", "a house style is a list of keys and values"},
		{"theme: &a press", "wrong-type", "`theme` must be one word or number, not this"},
		{"theme: press\n---\ntheme: mono", "broken-yaml", "a second YAML document begins here"},
		{"theme: [", "broken-yaml", "this is not YAML"},
		{"theme: \xff", "encoding", "this file is not UTF-8"},
		{strings.Repeat("#", maxBytes+1), "too-large", "this file is too large for a house style"},
		{"a: " + strings.Repeat("[", maxBytes-3), "broken-yaml", "s.yaml:1:"},
	} {
		s, err := Load("s.yaml", []byte(tt.text))
		var failed *story.LoadError
		if s != nil || !errors.As(err, &failed) {
			t.Errorf("%.60q: no error, or another one: %v", tt.text, err)
			continue
		}
		found := slices.ContainsFunc(failed.Diagnostics, func(d story.Diagnostic) bool {
			return d.Name == tt.name && strings.Contains(d.String(), tt.want)
		})
		if !found {
			t.Errorf("%.60q: no %s with %q in\n%v", tt.text, tt.name, tt.want, err)
		}
	}
}

func TestErrorsStandInTheFilesOrder(t *testing.T) {
	_, err := Load("s.yaml", []byte("credit: [x]\nclock: 25h\ntheme: none\nlabel_size: 3\nzzz: 1\n"))
	var failed *story.LoadError
	if !errors.As(err, &failed) || len(failed.Diagnostics) != 5 {
		t.Fatalf("%v", err)
	}
	for i, d := range failed.Diagnostics {
		if d.Line != i+1 {
			t.Errorf("error %d is on line %d", i+1, d.Line)
		}
	}
	_, err = Load("s.yaml", []byte(strings.Repeat("x: 1\n", 2000)))
	if !errors.As(err, &failed) || len(failed.Diagnostics) != maxShown || failed.More != 1980 {
		t.Errorf("of 2000 errors: %v", err)
	}
}

func TestExampleInTheHandbook(t *testing.T) {
	data, err := os.ReadFile("../../docs/house-style.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load("house-style.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if s.Theme.Name != "paper" || s.Lang != "en" || s.Clock != "24h" || s.DateStyle != "day-month" ||
		s.Theme.Credit == "" || s.Theme.Rule.Role != theme.Accent || s.Theme.Text.Percent == s.Theme.Display.Percent {
		t.Errorf("the example does not show what it says: %+v", s)
	}
}

// TestHandbookNamesEveryKey keeps docs/house-style.md complete.
func TestHandbookNamesEveryKey(t *testing.T) {
	data, err := os.ReadFile("../../docs/house-style.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Concat(allKeys(), theme.Names(), theme.Roles()) {
		if !strings.Contains(string(data), "`"+name+"`") {
			t.Errorf("docs/house-style.md does not name `%s`", name)
		}
	}
}

func FuzzLoad(f *testing.F) {
	data, err := os.ReadFile("../../docs/house-style.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for _, s := range []string{"", "colors: {ink: ['#111', '#eee']}", "a: &b [*b, !!x 1, |\n y]", "theme: press\r\nfonts: [x", "? a\n: b", "<<: {a: 1}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Load("s.yaml", data)
		if err != nil {
			var failed *story.LoadError
			if !errors.As(err, &failed) || len(failed.Diagnostics) == 0 || s != nil {
				t.Fatalf("%v, %v", s, err)
			}
			for _, d := range failed.Diagnostics {
				if d.Line < 1 || d.Column < 1 || d.Message == "" {
					t.Fatalf("an error without a place or words: %+v", d)
				}
			}
			return
		}
		if faults := s.Theme.Check(); len(faults) > 0 {
			t.Fatalf("accepted: %+v", faults)
		}
		for _, scale := range []theme.Scale{s.Theme.Wide, s.Theme.Narrow, s.Theme.Poster} {
			for _, name := range theme.TypeNames() {
				if ty := scale.Type(name); ty.Size < theme.MinSize || ty.Line < ty.Size {
					t.Fatalf("accepted: %s is %+v", name, *ty)
				}
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("../../docs/house-style.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load("house-style.yaml", data); err != nil {
			b.Fatal(err)
		}
	}
}
