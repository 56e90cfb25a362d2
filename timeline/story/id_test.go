package story

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

func TestEventID(t *testing.T) {
	for _, tt := range []struct{ date, title, want string }{
		{"1911-03-08", "Weir gives way", "1911-03-08-weir-gives-way"},
		{"1867", "A sale, at last!", "1867-a-sale-at-last"},
		{"2022-02", "Winter", "2022-02-winter"},
		{"", "Undated", "undated"},
		{"", "", "event"},
		{"1999", "北京", "1999-event"},
		{"-0043", "Ides", "44-bc-ides"},
		{"-0043-03-15", "Ides", "44-bc-03-15-ides"},
		{"0000", "Zero", "0000-zero"},
		{"1985-04-12?", "Unsure", "1985-04-12-unsure"},
		{"1914/1918", "War", "1914-war"},
		{"../1918", "War", "1918-war"},
		{"[1667,1668]", "One of", "1667-one-of"},
		{"156X", "Sixties", "156x-sixties"},
		{"1911", "The quick brown foxes jumped over the lazily sleeping dogs again", "1911-the-quick-brown-foxes-jumped-over-the-lazily-sleeping"},
		{"1911", strings.Repeat("long", 30), "1911-" + strings.Repeat("long", 13) + "lon"},
		{"1911", "A " + strings.Repeat("long", 30), "1911-a"},
	} {
		var d edtf.Date
		if tt.date != "" {
			d = date(t, tt.date)
		}
		if got := EventID(d, tt.title, nil); got != tt.want {
			t.Errorf("%s %s: got %q, want %q", tt.date, tt.title, got, tt.want)
		}
	}
}

func TestEventIDCollision(t *testing.T) {
	taken := map[string]bool{}
	for _, want := range []string{"1911-flood", "1911-flood-2", "1911-flood-3"} {
		got := EventID(date(t, "1911"), "Flood", func(id string) bool { return taken[id] })
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		taken[got] = true
	}
}

func TestEventIDIsAlwaysValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, title := genDate().Draw(t, "date"), rapid.String().Draw(t, "title")
		taken := map[string]bool{}
		for range 12 {
			id := EventID(d, title, func(id string) bool { return taken[id] })
			if !validID(id) || taken[id] || strings.HasPrefix(id, "-") || strings.HasSuffix(id, "-") {
				t.Fatalf("%q", id)
			}
			taken[id] = true
		}
	})
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Zürich": "zurich", "Straße": "strasse", "Łódź": "lodz", "Ærø": "aero", "Iași": "iasi", "İzmir": "izmir",
		"Київ": "kiyiv", "Щука": "shchuka", "Йод": "yod", "Αθήνα": "athina", "Объект": "obekt",
		"It's": "its", "miller’s": "millers", "U.S. troops": "us-troops", "J. Vane": "j-vane", "a.de": "a-de", "3.5 percent": "3-5-percent",
		"--a  b--": "a-b", "½": "1-2", "ﬁne": "fine", "...": "", "": "", "\xff": "", "A&B": "a-b",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestParseTime(t *testing.T) {
	for _, tt := range []struct {
		text     string
		from, to Clock
	}{
		{"11:30", Clock{Hour: 11, Minute: 30}, Clock{Hour: 11, Minute: 30}},
		{"00:00:05Z", Clock{Second: 5, HasZone: true}, Clock{Second: 5, HasZone: true}},
		{"11:30-08:00", Clock{11, 30, 0, true, -480}, Clock{11, 30, 0, true, -480}},
		{"11:30+05:30/14:00+05:30", Clock{11, 30, 0, true, 330}, Clock{14, 0, 0, true, 330}},
		{"11:30/14:00-08", Clock{11, 30, 0, true, -480}, Clock{14, 0, 0, true, -480}},
		{"22:00/24:00", Clock{Hour: 22}, Clock{Hour: 24}},
	} {
		from, to, err := ParseTime(tt.text)
		if err != nil || from != tt.from || to != tt.to {
			t.Errorf("%s: %v %v %v", tt.text, from, to, err)
		}
	}
	for _, bad := range []string{"", "9:30", "1130", "11:60", "24:00", "24:01/25:00", "11:30/", "/11:30", "11:30-8", "11:30+15:00", "11:30 am", "11:30-08:00:00", "11:30Z1", "11:30/12:00/13:00", "１１:30", "11", "11:30-0800"} {
		if from, to, err := ParseTime(bad); err == nil {
			t.Errorf("%q reads as %v %v", bad, from, to)
		}
	}
}

// TestIDs: the ids are those that trying every number would give.
func TestIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		titles := []string{"Fire", "Fire 2", "Fire-2", "", strings.Repeat("Fire ", 20)}
		ids, taken := NewIDs(), map[string]bool{}
		for range rapid.IntRange(0, 60).Draw(t, "events") {
			title := rapid.SampledFrom(titles).Draw(t, "title")
			want := EventID(edtf.Date{}, title, func(id string) bool { return taken[id] })
			if rapid.Bool().Draw(t, "take") {
				ids.Take(want)
			} else if got := ids.Event(edtf.Date{}, title); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
			taken[want] = true
		}
	})
	// To try every number again would take minutes.
	ids, calls := NewIDs(), 100000
	for range calls {
		ids.Event(edtf.Date{}, "Fire")
	}
	if want := fmt.Sprintf("fire-%d", calls); !ids.taken[want] {
		t.Errorf("%d events of one title do not end with %s", calls, want)
	}
}
