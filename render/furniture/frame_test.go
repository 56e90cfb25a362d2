package furniture

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

func TestFramesCarryTheTheme(t *testing.T) {
	th := theme.Default().Clone()
	th.Wide.Label.Size, th.Narrow.Label.Size = 16*64, 17*64
	th.Text.Percent, th.Display.Percent = 104, 110
	th.Rule, th.Radius, th.Mark, th.Credit = theme.Rule{Width: 640, Height: 128, Role: "warn"}, 128, 14*64, "Us"
	wide, narrow := WideFrame(th), NarrowFrame(th)
	if wide.Type.Label.Size != 16*64 || narrow.Type.Label.Size != 17*64 || wide.Narrow || !narrow.Narrow {
		t.Errorf("labels are %d and %d", wide.Type.Label.Size, narrow.Type.Label.Size)
	}
	for _, f := range []Frame{wide, narrow} {
		if got := Style(f.Type.Label).Percent; got != 104 {
			t.Errorf("labels are measured at %d %%", got)
		}
		if got := Style(f.Type.Headline).Percent; got != 110 {
			t.Errorf("headlines are measured at %d %%", got)
		}
		if f.Rule != th.Rule || f.Radius != 128 || f.Mark != 14*64 || f.Credit != "Us" {
			t.Errorf("the frame is %+v", f)
		}
	}
	if run := Run("x", wide.Type.Headline); !run.Display {
		t.Error("headlines are not set in the display face")
	}
	if w := Line("Harbour", wide.Type.Label, 0, 0, scene.Left).Width; w <= measure.Width("Harbour", measure.Style{Size: 16 * 64}) {
		t.Errorf("a wider face takes no more room: %d", w)
	}
}

func TestHeadlineRule(t *testing.T) {
	f := NarrowFrame(nil)
	for _, tt := range []struct {
		rule theme.Rule
		want []scene.Mark
	}{
		{theme.Rule{Width: 640, Height: 128, Role: "accent"}, []scene.Mark{scene.Rect{X: f.Margin, Y: scene.Pixels(10), W: 640, H: 128, Paint: scene.Paint{Fill: scene.Accent}}}},
		{theme.Rule{Width: 1 << 40, Height: 64, Role: "ink"}, []scene.Mark{scene.Rect{X: f.Margin, Y: scene.Pixels(10), W: f.Inner(), H: 64, Paint: scene.Paint{Fill: scene.Ink}}}},
		{theme.Rule{}, nil},
	} {
		f.Rule = tt.rule
		got, top := TopRule(f, 640)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%+v:\n%s", tt.rule, diff)
		}
		marks, _ := Headline(f, "Title", "")
		if len(marks) != len(tt.want)+1 {
			t.Errorf("%+v: a headline has %d marks", tt.rule, len(marks))
		}
		if title := marks[len(marks)-1].(scene.Text).Box().Min.Y; title < top-scene.Pixels(4) {
			t.Errorf("%+v: the title at %d runs into the rule, which ends above %d", tt.rule, title, top)
		}
	}
}

func TestHold(t *testing.T) {
	ty := theme.Default().Wide.Row
	const words = "2 – 17 September 2003"
	if got := Hold(words, ty, scene.Pixels(140)); got != "2\u00a0– 17\u00a0September 2003" {
		t.Errorf("with room: %q", got)
	}
	if got := Hold("2–17 September", ty, scene.Pixels(140)); got != "2–17\u00a0September" {
		t.Errorf("behind a dash: %q", got)
	}
	if got := Hold(words, ty, scene.Pixels(110)); got != words {
		t.Errorf("without: %q would be torn", got)
	}
	if got := Fitted(words, ty, scene.Pixels(110)); got != ty {
		t.Errorf("a word that fits is set smaller: %+v", got)
	}
	small := Fitted(words, ty, scene.Pixels(80))
	if small.Size >= ty.Size || Room("September", small) > scene.Pixels(80) {
		t.Errorf("a word that does not fit is set in %d/64 px", small.Size)
	}
	if got := Fitted(words, ty, scene.Pixels(10)); got.Size != theme.MinSize {
		t.Errorf("where nothing fits: %d/64 px", got.Size)
	}
}

func TestCredit(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("The Harbour Post ", 5))
	for _, f := range []Frame{WideFrame(nil), NarrowFrame(nil)} {
		for _, credit := range []string{"", long} {
			f.Credit = credit
			want := credit
			if want == "" {
				want = "usual"
			}
			marks, bottom := Footer(f, 0, "A note.", "Source: a paper", "usual")
			var boxes []scene.Box
			var words []string
			for _, m := range marks {
				if text, ok := m.(scene.Text); ok {
					b := text.BoxOf(measure.Reserve(text.Width))
					if b.Min.X < 0 || b.Max.X > f.Width || b.Max.Y > bottom || slices.ContainsFunc(boxes, b.Overlaps) {
						t.Errorf("%q at %v does not fit", text.String(), b)
					}
					boxes, words = append(boxes, b), append(words, text.String())
				}
			}
			if all := strings.Join(words, " "); !strings.HasSuffix(all, want) {
				t.Errorf("the foot says %q, not %q", all, want)
			}
		}
	}
}

func TestMarksAreAsLargeAsTheFrameSays(t *testing.T) {
	f := WideFrame(nil)
	f.Mark = scene.Pixels(14)
	e := &story.Event{Lane: "North"}
	g := f.Groups([]scale.Moment{{Event: e}})
	if got := LookOf(g, e).Size; got != f.Mark {
		t.Errorf("the look's size is %d", got)
	}
	radius := func(l Look) scene.Unit {
		marks := Point(0, 0, l)
		return marks[len(marks)-1].(scene.Circle).R
	}
	if a, b := radius(LookOf(g, e)), radius(Look{Role: scene.Group1}); a-b != scene.Px {
		t.Errorf("marks of 14 and of the usual 12 px have the radii %d and %d", a, b)
	}
	for _, entry := range KeyOf(lang.Speaker{}, g, []scale.Moment{{Event: e}}) {
		marks := entry.Sign(0, 0)
		if got := marks[len(marks)-1].(scene.Circle).R; got != radius(LookOf(g, e)) {
			t.Errorf("the key's sign has the radius %d", got)
		}
	}
}
