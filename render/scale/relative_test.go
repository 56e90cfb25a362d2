package scale

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

func TestOffset(t *testing.T) {
	clock := moment(t, "z", "2001-03-10", "11:30")
	day := moment(t, "z", "2001-03-10", "")
	for _, tt := range []struct {
		zero       Moment
		date, time string
		want       string
	}{
		{clock, "2001-03-10", "11:30", "T"},
		{clock, "2001-03-10", "14:30", "T+3 h"},
		{clock, "2001-03-10", "14:35/15:00", "T+3 h 5 min to T+3 h 30 min"},
		{clock, "2001-03-10", "11:10", "T−20 min"},
		{clock, "2001-03-12", "11:30", "T+2 d"},
		{clock, "2001-03-12", "14:45", "T+2 d 3 h"},
		{clock, "2001-03-10", "", "T"},
		{clock, "2001-03-08", "", "T−2 d"},
		{day, "2001-03-27", "", "T+17 d"},
		{day, "2001-06-10", "", "T+3 mo"},
		{day, "1999-03-10", "", "T−2 y"},
		{day, "1998-01-10", "", "T−3 y 2 mo"},
		{day, "1867", "", "T−134 y"},
		{day, "2003-05", "", "T+2 y 2 mo"},
		{day, "-0043", "", "T−2044 y"},
	} {
		got := Ruler{Zero: tt.zero}.Offset(moment(t, "a", tt.date, tt.time))
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.date, tt.time, got, tt.want)
		}
	}
}

// TestRelativeSteps tests that ticks counted from an event follow each other
// at their distance, and that the event itself is one.
func TestRelativeSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zero := Moment{Span: Span{From: Minute(rapid.Int64Range(-3_000_000, 3_000_000).Draw(t, "days"))*Day + Minute(rapid.IntRange(0, 1439).Draw(t, "minute"))}}
		zero.Event = &story.Event{}
		at := zero.From + Minute(rapid.Int64Range(-400_000_000, 400_000_000).Draw(t, "at"))
		for _, s := range (Ruler{Zero: zero}).steps() {
			if s.Unit == Years && s.N > 1000 {
				continue
			}
			floor := s.Floor(at)
			next := s.Next(floor)
			if floor > at || next <= at {
				t.Fatalf("%v: %d lies not between %d and %d", s, at, floor, next)
			}
			if s.Floor(zero.From) != zero.From {
				t.Fatalf("%v: the event at %d is no tick, but %d", s, zero.From, s.Floor(zero.From))
			}
			if d := next - floor; d < s.Mean()-4*Day || d > s.Mean()+4*Day+s.Mean()/100 {
				t.Fatalf("%v: ticks %d apart", s, d)
			}
		}
	})
}

func TestZonesAreTold(t *testing.T) {
	one := []Moment{moment(t, "a", "2001-03-10", "11:30+01:00"), moment(t, "b", "2001-03-10", "12:30"), moment(t, "c", "2001-03-10", "13:30+01:00")}
	tellZones(one)
	two := []Moment{moment(t, "a", "2001-03-10", "11:30+01:00"), moment(t, "b", "2001-03-10", "12:30"), moment(t, "c", "2001-03-10", "13:30Z")}
	tellZones(two)
	for i, want := range []string{"11:30 UTC+1", "12:30", "13:30 UTC"} {
		if got := two[i].Clock.Words(english); got != want {
			t.Errorf("of two zones: %q, want %q", got, want)
		}
		if got := one[i].Clock.Words(english); strings.Contains(got, "UTC") {
			t.Errorf("of one zone: %q", got)
		}
	}
}
