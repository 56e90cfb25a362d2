package raster

import (
	"errors"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"

	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/render/typeface"
)

// words returns a line as layouts make it.
func words(text string, x, y, size float64, anchor scene.Anchor, run scene.Run) scene.Text {
	run.Text = text
	return scene.Text{X: px(x), Y: px(y), Size: px(size), Anchor: anchor,
		Width: measure.Width(text, measure.Style{Size: px(size), Bold: run.Bold, Italic: run.Italic}), Runs: []scene.Run{run}}
}

var inked = scene.Run{Fill: scene.Ink}

// lines draws marks on 400 x 60 px, two pixels for a px.
func lines(t testing.TB, marks ...scene.Mark) *canvas {
	t.Helper()
	c, err := draw(&scene.Picture{Width: scene.Pixels(400), Height: scene.Pixels(60), Marks: marks}, Options{Scale: 2, Color: plain})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// extent returns the box of what is not paper, in pixels.
func (c *canvas) extent() (minX, minY, maxX, maxY int) {
	minX, minY, maxX, maxY = c.width, c.height, -1, -1
	for y := range c.height {
		for x := range c.width {
			if c.at(x, y) != white {
				minX, minY, maxX, maxY = min(minX, x), min(minY, y), max(maxX, x+1), max(maxY, y+1)
			}
		}
	}
	return minX, minY, maxX, maxY
}

// Words fill the box that the scene says: no ink outside, none missing at its
// ends.
func TestWordsStandInTheirBox(t *testing.T) {
	for _, text := range []string{
		"Hamburg", "The ferry sinks off the cape", "Élan vital, 1987", "Ærøskøbing – Πειραιάς – Порт", "AVATAR To Yes",
		"םולש לכל", "ميناء قديم", "Նավահանգիստ", "ნავსადგური", "(Hamburg)",
	} {
		for anchor, left := range map[scene.Anchor]float64{scene.Left: 0, scene.Middle: 0.5, scene.Right: 1} {
			for _, run := range []scene.Run{inked, {Fill: scene.Ink, Bold: true}} {
				m := words(text, 30+left*300, 40, 20, anchor, run)
				box := m.Box()
				minX, minY, maxX, maxY := lines(t, m).extent()
				// Letters may reach beyond their advance by a twentieth of an em at the
				// most, and leave as much free.
				slack := m.Size / 10
				toUnit := func(pixels int) scene.Unit { return scene.Unit(pixels) * scene.Px / 2 }
				for _, test := range []struct {
					side string
					bad  bool
				}{
					{"left", toUnit(minX) < box.Min.X-slack/2 || toUnit(minX) > box.Min.X+slack*3/2},
					{"right", toUnit(maxX) > box.Max.X+slack/2 || toUnit(maxX) < box.Max.X-slack*3/2},
					{"upper", toUnit(minY) < box.Min.Y-slack || toUnit(minY) > m.Y-m.Size/2},
					{"lower", toUnit(maxY) > box.Max.Y+slack*2 || toUnit(maxY) < m.Y-slack},
				} {
					if test.bad {
						t.Errorf("%q, anchor %d, bold %v: the %s edge of the ink (%d, %d to %d, %d) does not fit the box %v",
							text, anchor, run.Bold, test.side, minX, minY, maxX, maxY, box)
					}
				}
			}
		}
	}
}

// Ink of a letter is that of its outline: nothing is lost or filled in.
func TestLetters(t *testing.T) {
	// These letters of Liberation Sans are bars, so many font units wide and high.
	em := 40.0 * 40 * 4 / (2048 * 2048)
	for text, area := range map[string]float64{
		"I": 191 * 1409 * em,
		"l": 180 * 1484 * em,
		"-": 500 * 160 * em,
	} {
		if got := lines(t, words(text, 50, 50, 40, scene.Left, inked)).ink(); !near(got, area, 1) {
			t.Errorf("%q has %.1f pixels of ink, want %.1f", text, got, area)
		}
	}
	// The counter of O is paper.
	o := lines(t, words("O", 50, 50, 40, scene.Left, inked))
	minX, minY, maxX, maxY := o.extent()
	if o.at((minX+maxX)/2, (minY+maxY)/2) != white {
		t.Error("O is filled in")
	}
}

// Lines of several sizes and weights in one picture do not disturb one another.
func TestSizesSideBySide(t *testing.T) {
	small, large := words("Hg", 10, 40, 12, scene.Left, inked), words("Hg", 100, 50, 40, scene.Left, inked)
	bold := words("Hg", 200, 40, 12, scene.Left, scene.Run{Fill: scene.Ink, Bold: true})
	want := lines(t, small).ink() + lines(t, large).ink() + lines(t, bold).ink()
	if got := lines(t, small, large, bold, small).ink(); !near(got, want, 3) || lines(t, small).ink() > lines(t, large).ink()/5 {
		t.Errorf("%.1f pixels of ink, want %.1f", got, want)
	}
}

func TestBaselineIsSharp(t *testing.T) {
	for _, y := range []float64{40, 40.2, 39.8, 40.31} {
		c := lines(t, words("HHH", 50, y, 14, scene.Left, inked))
		_, _, _, maxY := c.extent()
		shades := map[uint32]bool{}
		for x := range c.width {
			if c.at(x, maxY-1) == c.at(x, maxY-3) {
				continue
			}
			shades[c.at(x, maxY-1)] = true
		}
		if len(shades) > 0 {
			t.Errorf("at %.2f the feet of H are blurred", y)
		}
	}
}

func TestRuns(t *testing.T) {
	m := words("", 30, 40, 20, scene.Left, inked)
	m.Runs = []scene.Run{{Text: "HHH ", Fill: scene.Ink}, {Text: "HHH ", Fill: scene.Warn, Bold: true}, {Text: "HHH"}}
	c := lines(t, m)
	first, last := -1, -1
	for x := range c.width {
		switch c.at(x, 75) {
		case black:
			first = x
		case red:
			last = x
		}
	}
	if first < 60 || last < first+60 {
		t.Errorf("the last black pixel is at %d, the last red one at %d", first, last)
	}
	_, _, maxX, _ := c.extent()
	if maxX > last+8 {
		t.Errorf("a run without a colour is drawn, up to %d", maxX)
	}
}

// A right-to-left line keeps its place on the side that its anchor says, and
// reads from the right.
func TestRightToLeft(t *testing.T) {
	line := words("ll", 100, 40, 20, scene.Left, inked)
	line.Runs = []scene.Run{{Text: "שלום ", Fill: scene.Ink}, {Text: "ll", Fill: scene.Warn}}
	c := lines(t, line)
	minX, _, maxX, _ := c.extent()
	var firstRed int
	for x := c.width - 1; x >= 0; x-- {
		if c.at(x, 65) == red {
			firstRed = x
		}
	}
	if minX < 200 || minX > 206 || firstRed > minX+4 || maxX < minX+80 {
		t.Errorf("the line reaches from %d to %d; Latin, read last, begins at %d", minX, maxX, firstRed)
	}
}

func TestMissingCharacters(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Port 港 of call", []string{`"港"`, `"Port 港 of call"`, "give a font that has them"}},
		{"Eruption 🌋", []string{`"🌋"`}},
		{"一二三四五六七八", []string{`"一", "二", "三", "四", "五", and others`}},
		{strings.Repeat("long ", 100) + "港", []string{`long "…`}},
	} {
		p := &scene.Picture{Width: scene.Pixels(400), Height: scene.Pixels(60),
			Marks: []scene.Mark{scene.Group{Marks: []scene.Mark{words(test.text, 5, 40, 14, scene.Left, inked)}}, words("fine", 5, 40, 14, scene.Left, inked)}}
		out, err := Marshal(p, Options{})
		var missing *typeface.MissingError
		if !errors.As(err, &missing) || out != nil {
			t.Fatalf("%q: %v, %d bytes", test.text, err, len(out))
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v does not say %s", test.text, err, want)
			}
		}
	}
}

func TestFamily(t *testing.T) {
	if err := typeface.Register("Raster", liberationserifregular.TTF); err != nil {
		t.Fatal(err)
	}
	p := &scene.Picture{Width: scene.Pixels(400), Height: scene.Pixels(60), Marks: []scene.Mark{words("Harbour", 5, 40, 14, scene.Left, inked)}}
	sans, err := draw(p, Options{Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	set := theme.Default().Clone()
	set.Text.Family = "Raster"
	serif, err := draw(p, Options{Scale: 2, Theme: set})
	if err != nil {
		t.Fatal(err)
	}
	if sans.ink() == serif.ink() {
		t.Error("the family makes no difference")
	}
}

func TestSizes(t *testing.T) {
	if got := lines(t, words("Harbour", 5, 40, 0, scene.Left, inked), words("Harbour", 5, 40, -3, scene.Left, inked)).ink(); got != 0 {
		t.Errorf("letters without a size leave %.1f pixels of ink", got)
	}
	p := &scene.Picture{Width: scene.Pixels(40), Height: scene.Pixels(60), Marks: []scene.Mark{words("H", 5, 40, 5000, scene.Left, inked)}}
	if _, err := Marshal(p, Options{}); err == nil || !strings.Contains(err.Error(), "letters of 5000 px") {
		t.Errorf("letters of 5000 px: %v", err)
	}
}
