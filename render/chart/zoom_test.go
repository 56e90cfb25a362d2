package chart

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
)

func TestDamTakesFourRows(t *testing.T) {
	c := newChart(dam(), Options{}, furniture.WideFrame(nil))
	rows, ok := c.planRows(c.ms, 0, crowding{share: 15})
	if !ok || len(rows) != 4 {
		t.Fatalf("%d rows, want 4", len(rows))
	}
	units := []scale.Calendar{scale.Years, scale.Months, scale.Days, scale.Minutes}
	seen := 0
	for i, r := range rows {
		if r.axis.Step.Unit != units[i] {
			t.Errorf("row %d steps by %v, want %v", i, r.axis.Step, units[i])
		}
		seen += len(r.own())
		if i > 0 && (r.axis.From() < rows[i-1].axis.From() || r.axis.To() > rows[i-1].axis.To()) {
			t.Errorf("row %d shows time outside the row above", i)
		}
	}
	if seen != len(c.ms) {
		t.Errorf("the rows label %d of %d events", seen, len(c.ms))
	}
}

// TestPlacesFollowTime tests that within a row later events never stand
// before earlier ones, and that equal times stand at one place.
func TestPlacesFollowTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newChart(randomStory(t), Options{}, furniture.WideFrame(nil))
		rows, ok := c.planRows(c.ms, 0, crowding{15, rapid.Bool().Draw(t, "loose")})
		if !ok {
			return
		}
		labelled := 0
		for _, r := range rows {
			own := r.own()
			labelled += len(own)
			for i, a := range own {
				for _, b := range own[i+1:] {
					xa, xb := r.axis.X(a.Anchor()), r.axis.X(b.Anchor())
					if a.Anchor() < b.Anchor() && xa > xb || a.Anchor() == b.Anchor() && xa != xb {
						t.Fatalf("%s at %d and %s at %d", a.Event.ID, xa, b.Event.ID, xb)
					}
				}
				if x := r.anchor(a); x < r.axis.Pieces[0].X0 || x > c.frame.Width-c.frame.Margin {
					t.Fatalf("%s stands at %d, off the axis", a.Event.ID, x)
				}
			}
		}
		if labelled != len(c.ms) {
			t.Fatalf("%d of %d events are in rows", labelled, len(c.ms))
		}
	})
}

func TestSpread(t *testing.T) {
	px := scene.Px
	tests := []struct {
		name        string
		want, width []scene.Unit
		low, high   scene.Unit
		places      []scene.Unit
		ok          bool
	}{
		{"apart", []scene.Unit{0, 50 * px}, []scene.Unit{10 * px, 10 * px}, 0, 100 * px, []scene.Unit{0, 50 * px}, true},
		{"pushed apart alike", []scene.Unit{50 * px, 50 * px}, []scene.Unit{10 * px, 10 * px}, 0, 100 * px, []scene.Unit{45 * px, 55 * px}, true},
		{"chain", []scene.Unit{10 * px, 12 * px, 14 * px}, []scene.Unit{10 * px, 10 * px, 10 * px}, 0, 100 * px, []scene.Unit{2 * px, 12 * px, 22 * px}, true},
		{"kept inside", []scene.Unit{95 * px, 99 * px}, []scene.Unit{10 * px, 10 * px}, 0, 100 * px, []scene.Unit{80 * px, 90 * px}, true},
		{"too much", []scene.Unit{0, 0}, []scene.Unit{60 * px, 60 * px}, 0, 100 * px, nil, false},
		{"nothing", nil, nil, 0, 100 * px, nil, true},
	}
	for _, tt := range tests {
		got, ok := spread(tt.want, tt.width, tt.low, tt.high)
		if ok != tt.ok || len(got) != len(tt.places) {
			t.Errorf("%s: %v, %v", tt.name, got, ok)
			continue
		}
		for i := range got {
			if got[i] != tt.places[i] {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.places)
			}
		}
	}
}

// TestSpreadIsLeast compares with every placement on a coarse grid.
func TestSpreadIsLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) scene.Unit { return scene.Unit(rapid.IntRange(0, 12).Draw(t, "x")) * 64 }), 3, 3).Draw(t, "want")
		width := []scene.Unit{2 * 64, 3 * 64, 2 * 64}
		got, ok := spread(want, width, 0, 12*64)
		if !ok {
			t.Fatal("three boxes do not fit")
		}
		cost := func(p []scene.Unit) (sum scene.Unit) {
			for i := range p {
				sum += (p[i] - want[i]) * (p[i] - want[i])
			}
			return sum
		}
		for a := scene.Unit(0); a <= 12; a++ {
			for b := a + 2; b <= 12; b++ {
				for c := b + 3; c <= 10; c++ {
					if p := []scene.Unit{a * 64, b * 64, c * 64}; cost(p) < cost(got)-3*64 {
						t.Fatalf("%v costs less than %v for %v", p, got, want)
					}
				}
			}
		}
	})
}

func TestLabelsSayWhatTheReaderNeeds(t *testing.T) {
	doc := string(draw(t, dam(), false))
	for _, want := range []string{
		`data-event="breach"`, `data-gap="59 years"`, "Reports differ:", "Sources: Selke Courier; Radio Harz",
		`aria-label="13 September 2003, 09:20 (UTC+2): Spillway wall gives way and the wave reaches the mill. Reports differ: the wave came at 9:20 or at 9:35.`,
		`href="https://example.org/breach"`, `role="list"`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("the picture lacks %s", want)
		}
	}
	for _, bad := range []string{"42 m", ", cancelled"} {
		if strings.Contains(doc, bad) {
			t.Errorf("the picture says %q", bad)
		}
	}
}

// TestMarksDoNotHideEachOther tests that no mark is painted over one that was
// drawn before it, but for points on bars.
func TestMarksDoNotHideEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newChart(randomStory(t), Options{}, furniture.WideFrame(nil))
		rows, ok := c.planRows(c.ms, 0, crowding{share: 15})
		if !ok {
			return
		}
		for i := range rows {
			d := drawing{chart: c, row: &rows[i]}
			if !d.tracks() {
				return
			}
			var before []scale.Moment
			for _, m := range c.ms {
				k, here := d.track[m.Event]
				if !here {
					continue
				}
				x0, x1, bar := d.bar(m)
				if !bar {
					x0, x1 = d.anchor(m)-scene.Pixels(6), d.anchor(m)+scene.Pixels(6)
				}
				for _, o := range before {
					a0, a1, was := d.bar(o)
					if !was {
						a0, a1 = d.anchor(o)-scene.Pixels(6), d.anchor(o)+scene.Pixels(6)
					}
					if d.track[o.Event] == k && x0 < a1 && a0 < x1 && (bar || !was) {
						t.Fatalf("%s is painted over %s", m.Event.ID, o.Event.ID)
					}
				}
				before = append(before, m)
			}
		}
	})
}
