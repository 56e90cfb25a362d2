package house

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// keys are those of a style besides the sizes, in the order of the handbook.
var keys = []string{"theme", "fonts", "font_files", "font_width", "headline_fonts", "headline_font_files", "headline_font_width",
	"colors", "date_style", "clock", "lang", "credit"}

func allKeys() []string {
	out := slices.Clone(keys)
	for _, name := range theme.TypeNames() {
		out = append(out, name+"_size")
	}
	return out
}

// style reads all keys. The theme is read first, because the others change it.
func (l *loader) style(entries []entry) *Style {
	given := l.known(entries, allKeys(), "a house style")
	s := &Style{Theme: l.base(given["theme"])}
	l.faces(s, given)
	for _, name := range theme.TypeNames() {
		if e, ok := given[name+"_size"]; ok {
			l.resize(s.Theme, e, name)
		}
	}
	s.DateStyle = l.choice(given["date_style"], []string{"day-month", "month-day", "iso", "ap"})
	s.Clock = l.choice(given["clock"], []string{"24h", "12h"})
	s.Lang = l.lang(given["lang"])
	s.Theme.Credit = l.credit(given["credit"])
	if e, ok := given["colors"]; ok {
		l.colors(s.Theme, e)
	}
	return s
}

// known returns the entries by key and reports keys that are unknown, stand
// twice or have no value.
func (l *loader) known(entries []entry, keys []string, what string) map[string]entry {
	out := map[string]entry{} // looked up only, never walked
	for _, e := range entries {
		first, twice := out[e.key]
		switch {
		case !slices.Contains(keys, e.key):
			l.unknown(e, keys, what)
		case twice:
			l.fail(e.at, "duplicate-key", fmt.Sprintf("key `%s` stands twice in %s, first on line %d", e.key, what, first.at.line), "keep one of the two")
		case e.value.kind == nothing:
			help := "give it a value or leave the line out"
			if bareHash(l.line(e.at)) {
				help = commentHelp
			}
			l.fail(e.at, "wrong-type", fmt.Sprintf("`%s` has no value", e.key), help)
		default:
			out[e.key] = e
		}
	}
	return out
}

func (l *loader) unknown(e entry, keys []string, what string) {
	if near := story.Nearest(e.key, keys); near != "" {
		l.fail(e.at, "unknown-key", fmt.Sprintf("unknown key `%s`: did you mean `%s`?", e.key, near), "")
		return
	}
	l.fail(e.at, "unknown-key", fmt.Sprintf("unknown key `%s` in %s", e.key, what), what+" has the keys "+strings.Join(keys, ", "))
}

// base returns a copy of the theme that the style builds on.
func (l *loader) base(e entry) *theme.Theme {
	name := l.choice(e, theme.Names())
	t, ok := theme.Named(name)
	if !ok {
		t = theme.Default()
	}
	return t.Clone()
}

// faces reads fonts, their files and their widths.
func (l *loader) faces(s *Style, given map[string]entry) {
	shared := s.Theme.Display == s.Theme.Text
	_, named := given["fonts"]
	l.face(&s.Theme.Text, &s.FontFiles, "font", given)
	head := l.face(&s.Theme.Display, &s.HeadlineFontFiles, "headline_font", given)
	// A house that names one family means it for everything.
	if !head && (named || shared) {
		s.Theme.Display = s.Theme.Text
	}
}

// face reads the three keys of one face and reports whether there is any.
func (l *loader) face(f *theme.Face, files *[]string, key string, given map[string]entry) bool {
	fonts, named := given[key+"s"]
	if named {
		if families := l.families(fonts); len(families) > 0 {
			*f = theme.Face{Stack: theme.Stack(families)}
			if e, ok := given[key+"_files"]; ok {
				*files, f.Family = l.fontFiles(e), families[0]
			}
		}
	} else if e, ok := given[key+"_files"]; ok {
		l.fail(e.at, "missing-key", fmt.Sprintf("`%s_files` needs `%ss`", key, key), "name the family first, for those who have it: "+key+"s: [Name of the family]")
	}
	e, wide := given[key+"_width"]
	if wide {
		f.Percent = int(l.number(e, minWidth, maxWidth, "per cent of Arial's width"))
		if _, ok := given[key+"_files"]; ok {
			l.fail(e.at, "bad-value", fmt.Sprintf("`%s_width` is for fonts without a file: files are measured", key), "delete this line or `"+key+"_files`")
		}
	}
	return named || wide
}

// Bounds of a font's width in per cent of Arial's. Below the lower one there
// would be no room for the words where a reader lacks the font.
const (
	minWidth = 90
	maxWidth = 130
)

// maxSizes are the largest type sizes in px of the wide picture; larger ones
// leave no room for words.
var maxSizes = map[string]int64{"headline": 48, "standfirst": 24, "label": 20, "date": 18, "year": 22, "row": 22,
	"gap": 18, "tick": 16, "note": 18}

// resize gives a type its size in the wide picture; in the other shapes it
// grows or shrinks with it, to half pixels.
func (l *loader) resize(t *theme.Theme, e entry, name string) {
	const px = 64
	size := l.number(e, theme.MinSize/px, maxSizes[name], "px")
	if size == 0 {
		return
	}
	old, to := t.Wide.Type(name).Size, units(size)
	for _, s := range []*theme.Scale{&t.Wide, &t.Narrow, &t.Poster} {
		ty := s.Type(name)
		before := ty.Size
		ty.Size = max(theme.MinSize, (ty.Size*to/old+px/4)/(px/2)*(px/2))
		ty.Line = (ty.Line*ty.Size/before + px - 1) / px * px
	}
}
