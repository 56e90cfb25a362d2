package adopt

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// A list of ids is all that a story file has for what a person deleted. So a
// deleted relation, and an answer of a disagreement, get an id there, too: it
// begins with words that a person can read and ends with what makes it unique.

// relationID is the id under which a deleted relation is listed.
func relationID(k story.RelationKey) string {
	return deletedID(string(k.Type), k.From, k.To)
}

// answerID is the id under which an answer to a question about an event is
// listed that a person does not want to be told.
func answerID(event, field, value string) string {
	return deletedID("other-"+field, event, value)
}

// Parts of the ids of what was deleted, in bytes. Together they are shorter
// than an id may be.
const (
	firstPart = 20
	lastPart  = 14
	checkPart = 8
)

func deletedID(what, first, last string) string {
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(what+"\x00"+first+"\x00"+last)))
	return strings.Join([]string{"no", story.Slug(what), clip(story.Slug(first), firstPart), clip(story.Slug(last), lastPart), sum[:checkPart]}, "-")
}

func clip(s string, size int) string { return strings.Trim(s[:min(len(s), size)], "-") }

// A graveyard knows the events that a person removed, of which nothing is left
// but the ids.
type graveyard struct {
	ids    map[string]bool
	graves []grave
	byWord map[string][]int // graves by the words of their ids
}

// A grave is the id of a removed event that tells something of it.
type grave struct {
	date  string // as ids begin with it, "" for none
	words map[string]bool
}

// newGraveyard reads what a story says was removed. With an event went those
// that a person had put into it.
func newGraveyard(s *story.Story) graveyard {
	g := graveyard{ids: map[string]bool{}, byWord: map[string][]int{}}
	inside := map[string][]string{}
	for _, p := range s.SameAs {
		inside[p[0]] = append(inside[p[0]], p[1])
	}
	for todo := slices.Clone(s.Removed); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if g.ids[id] {
			continue
		}
		g.ids[id] = true
		todo = append(todo, inside[id]...)
		if date, words := splitID(id); len(words) > 1 {
			for w := range words {
				g.byWord[w] = append(g.byWord[w], len(g.graves))
			}
			g.graves = append(g.graves, grave{date, words})
		}
	}
	return g
}

// holds reports whether an event is one that was removed: by its id, or since
// one tells all that the other does: title, people and place, or other words
// for what happened, have all the words of the id, or the id all those of the
// title. Their dates must be the same, unless no report states one for the
// event: it is then dated by this and that.
func (g graveyard) holds(e *Event) bool {
	if g.ids[e.ID] {
		return true
	}
	if len(g.graves) == 0 {
		return false
	}
	date, title := splitID(story.EventID(e.Date, e.Title, nil))
	stated := slices.ContainsFunc(e.Said, func(s Said) bool { return !s.Date.IsZero() })
	said := map[string]bool{}
	for _, text := range slices.Concat([]string{e.Title, e.Place}, e.Actors, e.Kin) {
		for w := range strings.SplitSeq(story.Slug(text), "-") {
			said[stem(w)] = true
		}
	}
	seen := map[int]bool{}
	for w := range said {
		for _, i := range g.byWord[w] {
			if seen[i] {
				continue
			}
			seen[i] = true
			if o := g.graves[i]; (o.date == date || !stated) && (within(o.words, said) || len(title) > 1 && within(title, o.words)) {
				return true
			}
		}
	}
	return false
}

// within reports whether all words are among others.
func within(words, others map[string]bool) bool {
	for w := range words {
		if !others[w] {
			return false
		}
	}
	return true
}

// splitID parts the id of an event into its date, "" for none, and the words
// of its title without endings; a number that only makes the id unique is left
// out, and so are the small words that come and go between two titles of one
// event.
func splitID(id string) (date string, words map[string]bool) {
	parts := strings.Split(id, "-")
	n := 0
	for n < len(parts) && (number(parts[n]) || n == 1 && parts[n] == "bc") {
		n++
	}
	words = map[string]bool{}
	for i, w := range parts[n:] {
		if small[w] || i > 0 && n+i == len(parts)-1 && number(w) && len(w) < 3 {
			continue
		}
		words[stem(w)] = true
	}
	return strings.Join(parts[:n], "-"), words
}

// small are words of titles that say nothing by themselves; "hold talks" says
// no more than "talks".
var small = map[string]bool{
	"hold": true, "holds": true, "takes": true, "place": true,
	"a": true, "an": true, "and": true, "at": true, "by": true, "for": true, "from": true, "in": true,
	"into": true, "of": true, "on": true, "the": true, "to": true, "with": true,
}

func number(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// stem takes the ending of the present and of the plural from a word.
func stem(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	}
	for _, end := range [...]string{"shes", "ches", "xes", "sses", "zes"} {
		if strings.HasSuffix(w, end) {
			return w[:len(w)-2]
		}
	}
	return w[:len(w)-1]
}
