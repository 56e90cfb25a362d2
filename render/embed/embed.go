// Package embed writes the figure with which another page shows a story: the
// picture in both shapes, its description, a caption with the sources, and the
// events as a list. The figure needs no script and no style sheet, and asks
// for nothing that a strict content security policy refuses.
package embed

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/story"
)

// CSS is what a page should say of the figures in its style sheet. Without
// it, the figure is complete but does not shrink with its column, and pictures
// that stand in the page themselves are wide on phones, too.
const CSS = `.causeline { margin: 0 }
.causeline p { margin: .25em 0 }
.causeline img, .causeline svg { max-width: 100%; height: auto }
.causeline-narrow { display: none }
@media (max-width: 700px) {
  .causeline-wide { display: none }
  .causeline-narrow { display: inline }
}
`

// View says what the pictures show.
type View string

// The views. The empty value reads as Timeline.
const (
	Timeline View = "timeline"
	Causes   View = "causes"
)

// Options say what is written, and for what page.
type Options struct {
	Say  lang.Speaker // language and dates of the pictures; English where zero
	View View
	// Wide and Narrow are the shapes; one of them may be left out. Medium is a
	// wide one laid out for tablets, shown only where there are both others.
	Wide, Medium, Narrow Picture
	Base                 string // address of the folder of the picture files, "" for the page's own
	Inline               bool   // puts the pictures into the page instead of leading to files
	Heading              int    // level of the headline as a heading, 1 to 6; 0 for none
	// IDPrefix begins the ids of events in the list, see EventID. Without it,
	// events have none.
	IDPrefix string
	Note     string // what part of a story the pictures show, in a sentence; "" for none
}

// A figure is a figure in the making.
type figure struct {
	opt       Options
	story     *story.Story
	told      *furniture.Teller
	events    []scale.Moment // what the pictures show, in order of time
	relations int            // between them
	base      string         // "" or the folder's address with a slash
	out       strings.Builder
}

// Write prints the figure of a story to w in one piece. It fails for pictures
// that are not from render/svg, for a Base that no page may link to, and with
// Causes for a story that would not pass a check.
func Write(w io.Writer, s *story.Story, opt Options) error {
	if s == nil {
		return errors.New("writing a figure: there is no story")
	}
	f, err := newFigure(s, opt)
	if err == nil {
		err = f.write()
	}
	if err != nil {
		return fmt.Errorf("writing a figure of %q: %w", s.Title, err)
	}
	_, err = io.WriteString(w, f.out.String())
	return err
}

// idPrefix matches what ids may begin with.
var idPrefix = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// CheckID says what is wrong with an IDPrefix.
func CheckID(prefix string) error {
	if prefix != "" && !idPrefix.MatchString(prefix) {
		return fmt.Errorf("%q begins no id: write a letter, then letters, digits, - and _", prefix)
	}
	return nil
}

func newFigure(s *story.Story, opt Options) (*figure, error) {
	f := &figure{opt: opt, story: s, told: furniture.NewTeller(opt.Say, s)}
	if opt.Heading < 0 || opt.Heading > 6 {
		return nil, fmt.Errorf("headings have the levels 1 to 6, not %d", opt.Heading)
	}
	if err := CheckID(opt.IDPrefix); err != nil {
		return nil, err
	}
	var err error
	switch opt.View {
	case "", Timeline:
		f.events = scale.Moments(s)
	case Causes:
		f.events, f.relations, err = causal.Shown(s)
	default:
		err = fmt.Errorf("the view is timeline or causes, not %q", opt.View)
	}
	if err == nil {
		f.base, err = folder(opt.Base)
	}
	return f, err
}

func (f *figure) write() error {
	f.line(`<figure class="causeline" lang="` + text(f.opt.Say.Tag()) + `">`)
	if n := f.opt.Heading; n > 0 {
		f.line(markup(fmt.Sprintf(`<h%d class="causeline-headline">%s</h%d>`, n, f.headline(), n)))
	}
	if err := f.pictures(); err != nil {
		return err
	}
	f.list()
	f.caption()
	f.line(`</figure>`)
	return nil
}

// headline is that of the picture.
func (f *figure) headline() markup {
	if f.opt.View == Causes {
		return "<bdi>" + text(causal.Headline(f.opt.Say, f.story.Title)) + "</bdi>"
	}
	if title := text(f.story.Title); title != "" {
		return "<bdi>" + title + "</bdi>"
	}
	return f.phrase("timeline")
}

// caption writes the headline where it is no heading, the summary, what to
// keep in mind, and the sources.
func (f *figure) caption() {
	f.line(`<figcaption>`)
	if f.opt.Heading == 0 {
		f.line(`<p class="causeline-headline"><strong>` + f.headline() + `</strong></p>`)
	}
	if summary := text(f.story.Summary); summary != "" {
		f.line(`<p><bdi>` + summary + `</bdi></p>`)
	}
	if f.opt.View == Causes && f.relations > 0 {
		f.line(`<p class="causeline-note">` + f.phrase("embed.note") + `</p>`)
	}
	if note := text(f.opt.Note); note != "" {
		f.line(`<p class="causeline-note"><bdi>` + note + `</bdi></p>`)
	}
	sources := f.sources(f.storySources())
	if sources == "" {
		sources = f.phrase("source.none")
	}
	f.line(`<p class="causeline-sources">` + sources + `</p>`)
	f.line(`</figcaption>`)
}

// storySources returns who tells the story: the publishers of its documents,
// or for one written by hand, those that its events link to.
func (f *figure) storySources() []furniture.Source {
	if len(f.story.Documents) > 0 {
		return furniture.SourcesOf(f.opt.Say, f.story.Documents)
	}
	var out []furniture.Source
	seen := map[string]bool{}
	for _, m := range f.events {
		for _, s := range f.told.SourcesOf(m.Event) {
			if !seen[s.Name] {
				seen[s.Name] = true
				out = append(out, s)
			}
		}
	}
	return out
}
