package theme

import (
	"embed"
	"fmt"
	"math"
	"slices"

	"github.com/goccy/go-yaml"
)

//go:embed themes/*.yaml
var files embed.FS

// Names returns the built-in themes, the default first.
func Names() []string { return []string{"press", "paper", "mono", "large"} }

// Named returns a built-in theme, and whether there is one of that name.
func Named(name string) (*Theme, bool) {
	if name == press.Name {
		return Default(), true
	}
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	t, err := builtIn(name)
	if err != nil {
		panic(err) // tests read all of them
	}
	return t, true
}

func builtIn(name string) (*Theme, error) {
	data, err := files.ReadFile("themes/" + name + ".yaml")
	if err != nil {
		return nil, err
	}
	t, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("theme %s: %w", name, err)
	}
	return t, nil
}

// A file is a theme as themes/*.yaml spell it. Lengths are in px.
type file struct {
	Name, About  string
	Fonts        []string
	FontPercent  int                  `yaml:"font_percent"`
	DisplayFonts []string             `yaml:"display_fonts"` // fonts where not given
	DisplayPer   int                  `yaml:"display_percent"`
	Colors       map[string][2]string // light and dark
	Wide         map[string]fileType
	Narrow       map[string]fileType // what differs from wide
	Poster       map[string]fileType // what differs from wide
	Rule         struct {
		Width, Height float64
		Color         string
	}
	Radius, Mark float64
}

// A fileType is one text style; what is left out stays.
type fileType struct {
	Size, Line            float64
	Bold, Italic, Display *bool
	Color                 string
}

// parse reads one theme. The files are part of the program, so that errors
// are for its developers.
func parse(data []byte) (*Theme, error) {
	var f file
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	t := &Theme{Name: f.Name, About: f.About, Radius: units(f.Radius), Mark: units(f.Mark),
		Rule: Rule{units(f.Rule.Width), units(f.Rule.Height), f.Rule.Color}}
	t.Text = Face{Stack: Stack(f.Fonts), Percent: f.FontPercent}
	t.Display = t.Text
	if len(f.DisplayFonts) > 0 {
		t.Display = Face{Stack: Stack(f.DisplayFonts), Percent: f.DisplayPer}
	}
	for _, name := range Roles() {
		if c, ok := f.Colors[name]; ok {
			t.SetColor(name, c[0], c[1])
			delete(f.Colors, name)
		} else if name != Accent {
			return nil, fmt.Errorf("there is no colour %s", name)
		}
	}
	if len(f.Colors) > 0 {
		return nil, fmt.Errorf("%d colours have unknown names", len(f.Colors))
	}
	return t, t.readScales(&f)
}

func (t *Theme) readScales(f *file) error {
	if err := t.Wide.read(f.Wide); err != nil {
		return err
	}
	t.Narrow, t.Poster = t.Wide, t.Wide
	if err := t.Narrow.read(f.Narrow); err != nil {
		return err
	}
	return t.Poster.read(f.Poster)
}

// read takes over what a file says of a scale.
func (s *Scale) read(types map[string]fileType) error {
	for name, f := range types {
		ty := s.Type(name)
		if ty == nil {
			return fmt.Errorf("there is no type %q", name)
		}
		if f.Size > 0 {
			ty.Size = units(f.Size)
		}
		if f.Line > 0 {
			ty.Line = units(f.Line)
		}
		for _, b := range []struct{ to, from *bool }{{&ty.Bold, f.Bold}, {&ty.Italic, f.Italic}, {&ty.Display, f.Display}} {
			if b.from != nil {
				*b.to = *b.from
			}
		}
		if f.Color != "" {
			ty.Role = f.Color
		}
	}
	return nil
}

// units turns px into 1/64 px.
func units(pixels float64) int64 { return int64(math.Round(pixels * px)) }
