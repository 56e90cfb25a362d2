package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/house"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/render/typeface"
)

// lookFlags say how pictures look and speak.
type lookFlags struct {
	lang, dates, theme, style, scale, order string
}

// A look is what the flags and the house style come to.
type look struct {
	say   lang.Speaker
	theme *theme.Theme
	scale chart.Scale
	order causal.Order
}

func (f *lookFlags) register(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.scale, "scale", string(chart.Auto), "`SCALE` of timelines: auto (zoomed, long gaps cut and named), linear, sequence or relative")
	fs.StringVar(&f.order, "order", string(causal.ByTime), "`ORDER` of wide causal diagrams: time (nothing stands before what came earlier) or cause (causes above what they led to)")
	fs.StringVar(&f.lang, "lang", "", "`LANGUAGE` of the words in pictures: "+strings.Join(lang.Tags(), ", ")+"; en if not given")
	fs.StringVar(&f.dates, "date-style", "", "`STYLE` of dates: day-month, month-day, iso or ap; the language's own if not given")
	fs.StringVar(&f.theme, "theme", "", "`THEME` of pictures: "+strings.Join(theme.Names(), ", ")+"; "+theme.Default().Name+" if not given")
	fs.StringVar(&f.style, "style", "", "house style `FILE`, with fonts, colours, dates and credit; see docs/house-style.md")
	complete(cmd, "scale", scaleNames()...)
	complete(cmd, "order", orderNames()...)
	complete(cmd, "lang", lang.Tags()...)
	complete(cmd, "date-style", "day-month", "month-day", "iso", "ap")
	complete(cmd, "theme", theme.Names()...)
}

func scaleNames() []string {
	var out []string
	for _, s := range chart.Scales() {
		out = append(out, string(s))
	}
	return out
}

func orderNames() []string {
	var out []string
	for _, o := range causal.Orders() {
		out = append(out, string(o))
	}
	return out
}

// look reads the house style and the fonts. Flags go before the style.
func (f *lookFlags) look() (look, error) {
	l := look{theme: theme.Default(), scale: chart.Scale(f.scale), order: causal.Order(f.order)}
	if err := oneOf("scale", f.scale, scaleNames()...); err != nil {
		return look{}, err
	}
	if err := oneOf("order", f.order, orderNames()...); err != nil {
		return look{}, err
	}
	if f.theme != "" {
		if err := oneOf("theme", f.theme, theme.Names()...); err != nil {
			return look{}, err
		}
		if f.style != "" {
			return look{}, usagef("--theme and --style: the style file names its theme; leave --theme out")
		}
		l.theme, _ = theme.Named(f.theme)
	}
	style := &house.Style{}
	if f.style != "" {
		var err error
		if style, err = loadStyle(f.style); err != nil {
			return look{}, err
		}
		if style.Theme != nil {
			l.theme = style.Theme
		}
	}
	var err error
	l.say, err = f.speaker(style)
	return l, err
}

// speaker is the language and style of dates, by the flags and the house.
func (f *lookFlags) speaker(style *house.Style) (lang.Speaker, error) {
	var say lang.Speaker
	if tag := cmp.Or(f.lang, style.Lang); tag != "" {
		l, err := lang.For(tag)
		if err != nil {
			return say, usagef("--lang: %w", err)
		}
		say.Language = l
	}
	dates, err := lang.ParseDateStyle(cmp.Or(f.dates, style.DateStyle))
	if err != nil {
		return say, usagef("--date-style: %w", err)
	}
	if say.Language != nil {
		if err := dates.In(say.Language); err != nil {
			return say, usagef("--date-style: %w", err)
		}
	}
	say.Dates, say.Hours12 = dates, style.Clock == "12h"
	return say, nil
}

// loadStyle reads a house style and registers its fonts.
func loadStyle(file string) (*house.Style, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the style %s: %w", file, reason(err))
	}
	style, err := house.Load(filepath.ToSlash(file), data)
	if err != nil {
		return nil, err
	}
	for _, fonts := range []struct {
		family string
		files  []string
	}{{style.Theme.Text.Family, style.FontFiles}, {style.Theme.Display.Family, style.HeadlineFontFiles}} {
		if len(fonts.files) == 0 {
			continue
		}
		if err := register(fonts.family, filepath.Dir(file), fonts.files); err != nil {
			return nil, fmt.Errorf("the style %s: %w", file, err)
		}
	}
	return style, nil
}

// set has all words set in font files that are given by a flag.
func (l *look) set(files []string) error {
	const family = "--font"
	if len(files) == 0 {
		return nil
	}
	if err := register(family, ".", files); err != nil {
		return err
	}
	l.theme = l.theme.Clone()
	l.theme.Text.Family, l.theme.Display.Family = family, family
	return nil
}

// register reads font files, relative to a folder, as one family.
func register(family, dir string, files []string) error {
	var data [][]byte
	for _, file := range files {
		path := filepath.FromSlash(file)
		if !filepath.IsAbs(path) {
			path = filepath.Join(dir, path)
		}
		b, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no font file %s", path)
		}
		if err != nil {
			return fmt.Errorf("cannot read the font %s: %w", path, reason(err))
		}
		data = append(data, b)
	}
	if err := typeface.Register(family, data...); err != nil {
		return fmt.Errorf("the font %s: %w", strings.Join(files, ", "), err)
	}
	return nil
}
