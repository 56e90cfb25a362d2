package story

import (
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// maxID is the longest id, in bytes.
const maxID = 60

// EventID makes the id of an event: its date and a slug of its title, at most
// sixty characters, words kept whole where that can be. Where taken reports
// true, "-2", "-3" and so on are put behind. The id is never empty.
func EventID(date edtf.Date, title string, taken func(id string) bool) string {
	words := idWords(date, title)
	for n := 1; ; n++ {
		if id := nthID(words, n); taken == nil || !taken(id) {
			return id
		}
	}
}

// idWords returns the words of an event's id.
func idWords(date edtf.Date, title string) []string {
	words := slugWords(title)
	if len(words) == 0 {
		words = []string{"event"}
	}
	if d := dateSlug(date.String()); d != "" {
		words = append([]string{d}, words...)
	}
	return words
}

// nthID returns the n-th id, from 1 on, that words make.
func nthID(words []string, n int) string {
	if n == 1 {
		return joinWords(words, maxID)
	}
	suffix := "-" + strconv.Itoa(n)
	return joinWords(words, maxID-len(suffix)) + suffix
}

// joinWords joins as many words as fit into size bytes; only a word that would
// otherwise leave little but the date is cut.
func joinWords(words []string, size int) string {
	id := ""
	for i, w := range words {
		room := size - len(id)
		if i > 0 {
			room--
		}
		if len(w) > room {
			if i > 1 || room < 1 {
				break // at least one word of the title stands
			}
			w = w[:room]
		}
		if i > 0 {
			id += "-"
		}
		id += w
	}
	return strings.TrimRight(id, "-")
}

// dateSlug shortens an EDTF date to what an id may hold: the first date of an
// interval or a set, without qualifiers. Years before the year 1 are written
// as "44-bc", since an id does not begin with a minus.
func dateSlug(s string) string {
	part := ""
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/[]{},", r) }) {
		if p = strings.Trim(p, ". "); p != "" {
			part = p
			break
		}
	}
	part, _, _ = strings.Cut(part, "..")
	if !strings.HasPrefix(part, "-") {
		return Slug(part)
	}
	year, rest, _ := strings.Cut(part[1:], "-")
	words := []string{year, "bc"}
	if y, err := strconv.Atoi(strings.TrimRight(year, "?~%")); err == nil {
		words[0] = strconv.Itoa(y + 1) // astronomical: the year 0 is 1 BC
	}
	return Slug(strings.Join(append(words, rest), "-"))
}

// validID reports whether id is made of [a-z0-9-] and at most sixty long.
func validID(id string) bool {
	if id == "" || len(id) > maxID {
		return false
	}
	for i := 0; i < len(id); i++ {
		b := id[i]
		if b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return false
		}
	}
	return true
}

// assignIDs gives an id to every event without one, in the order of the file.
// Ids by hand are taken from the start, so that none of them is given away.
func assignIDs(s *Story) {
	ids := NewIDs()
	for _, e := range s.Events {
		ids.Take(e.ID)
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.ID == "" {
			e.ID = ids.Event(e.Date, e.Title)
		}
	}
}

// IDs gives ids away, each of them once.
type IDs struct {
	taken map[string]bool
	next  map[string]int // how many ids were tried, by the first of them
}

// NewIDs returns IDs of which none is taken.
func NewIDs() *IDs { return &IDs{taken: map[string]bool{}, next: map[string]int{}} }

// Take keeps an id from being given away.
func (d *IDs) Take(id string) { d.taken[id] = true }

// Event returns the first of EventID's ids that is not taken, and takes it.
// Many events of one title and date do not try every number again.
func (d *IDs) Event(date edtf.Date, title string) string {
	words := idWords(date, title)
	base := nthID(words, 1)
	n := d.next[base] + 1
	id := nthID(words, n)
	for d.taken[id] {
		n++
		id = nthID(words, n)
	}
	d.next[base] = n
	d.taken[id] = true
	return id
}
