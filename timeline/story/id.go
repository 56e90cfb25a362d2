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
	words := slugWords(title)
	if len(words) == 0 {
		words = []string{"event"}
	}
	if d := dateSlug(date.String()); d != "" {
		words = append([]string{d}, words...)
	}
	id := joinWords(words, maxID)
	if taken == nil || !taken(id) {
		return id
	}
	for n := 2; ; n++ {
		suffix := "-" + strconv.Itoa(n)
		if id := joinWords(words, maxID-len(suffix)) + suffix; !taken(id) {
			return id
		}
	}
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
	taken := make(map[string]bool, len(s.Events))
	for _, e := range s.Events {
		taken[e.ID] = true
	}
	next := map[string]int{}
	for i := range s.Events {
		e := &s.Events[i]
		if e.ID != "" {
			continue
		}
		// Many events of one title and date would try every number again.
		base := EventID(e.Date, e.Title, nil)
		tried, n := 0, next[base]
		e.ID = EventID(e.Date, e.Title, func(id string) bool {
			tried++
			return tried <= n || taken[id]
		})
		next[base] = tried - 1
		taken[e.ID] = true
	}
}
