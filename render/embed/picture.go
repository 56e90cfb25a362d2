package embed

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/causeline/causeline/render/href"
)

// A Picture is one shape of the picture.
type Picture struct {
	File string // name in the folder of Base; not needed for Inline
	// SVG is the picture as render/svg writes it. Its size is read from it,
	// and with Inline it stands in the page as it is.
	SVG []byte
}

// folder makes the address of a folder out of what a person wrote.
func folder(base string) (string, error) {
	if base = strings.TrimSpace(base); base == "" {
		return "", nil
	}
	safe, ok := href.Safe(base)
	if !ok || strings.HasPrefix(strings.ToLower(safe), "mailto:") || strings.ContainsAny(safe, "?#") {
		return "", fmt.Errorf("%q is no address of a folder: write one such as /img/, ../img/ or https://example.org/img/", base)
	}
	return strings.TrimSuffix(safe, "/") + "/", nil
}

// CheckBase says what is wrong with a Base.
func CheckBase(base string) error {
	_, err := folder(base)
	return err
}

// pictures writes the picture in its shapes.
func (f *figure) pictures() error {
	wide, err := f.opt.Wide.trimmed()
	if err != nil {
		return err
	}
	narrow, err := f.opt.Narrow.trimmed()
	if err != nil {
		return err
	}
	medium, err := f.opt.Medium.trimmed()
	if err != nil {
		return err
	}
	if bytes.Equal(wide.SVG, narrow.SVG) {
		narrow = Picture{} // ids would stand in the page twice
	}
	switch {
	case wide.SVG == nil && narrow.SVG == nil:
		return errors.New("there is no picture to show")
	case f.opt.Inline:
		f.inline(wide, narrow)
	case wide.SVG == nil:
		f.line(f.img(narrow))
	case narrow.SVG == nil:
		f.line(f.img(wide))
	default:
		f.line(`<picture>`)
		f.line(f.source(narrow, "700px"))
		if medium.SVG != nil {
			f.line(f.source(medium, "1100px"))
		}
		f.line(f.img(wide))
		f.line(`</picture>`)
	}
	return nil
}

// source is a picture that windows up to a width show.
func (f *figure) source(p Picture, width markup) markup {
	return `<source media="(max-width: ` + width + `)" srcset="` + f.address(p) + `"` + p.size() + `>`
}

// img is the picture from its file.
func (f *figure) img(p Picture) markup {
	return `<img src="` + f.address(p) + `"` + p.size() + ` alt="` + text(f.description()) + `" loading="lazy" decoding="async">`
}

// address is where the picture's file is. A comma would end an address in
// srcset.
func (f *figure) address(p Picture) markup {
	return text(strings.ReplaceAll(f.base+p.File, ",", "%2C"))
}

// inline writes the pictures themselves. Of two, the narrow one is hidden by
// an attribute, which every rule of a style sheet overrides, so that a page
// that has none shows one picture and not two.
func (f *figure) inline(wide, narrow Picture) {
	switch {
	case wide.SVG == nil:
		f.line(narrow.inline(""))
	case narrow.SVG == nil:
		f.line(wide.inline(""))
	default:
		f.line(wide.inline(` class="causeline-wide"`))
		f.line(narrow.inline(` class="causeline-narrow" display="none"`))
	}
}

// inline returns the picture with more attributes. As in text, no template
// finds marks of its own in it. HTML reads references in the style sheet, too,
// since it stands in an SVG.
func (p Picture) inline(attributes markup) markup {
	rest := strings.NewReplacer("{{", "&#123;&#123;", "{%", "&#123;%", "{#", "&#123;#").Replace(string(p.SVG[len("<svg"):]))
	return "<svg" + attributes + markup(rest)
}

var svgStart = regexp.MustCompile(`^<svg [^>]*?\bwidth="([0-9.]+)" height="([0-9.]+)"`)

// trimmed returns the picture without white space around it.
func (p Picture) trimmed() (Picture, error) {
	if p.SVG = bytes.TrimSpace(p.SVG); len(p.SVG) == 0 {
		return Picture{}, nil
	}
	if !svgStart.Match(p.SVG) || !bytes.HasSuffix(p.SVG, []byte("</svg>")) {
		return Picture{}, fmt.Errorf("the picture %s is no SVG of ours: it must begin with <svg and its size, and end with </svg>", p.File)
	}
	return p, nil
}

// size prints the picture's own size as attributes, so that the page does not
// jump when the picture arrives.
func (p Picture) size() markup {
	m := svgStart.FindSubmatch(p.SVG)
	return markup(fmt.Sprintf(` width="%s" height="%s"`, whole(string(m[1])), whole(string(m[2]))))
}

// whole rounds a length up: attributes are whole numbers.
func whole(length string) string {
	n, rest, _ := strings.Cut(length, ".")
	if i, err := strconv.Atoi(n); err == nil && rest != "" {
		return strconv.Itoa(i + 1)
	}
	return n
}
