package story

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// FindingID makes the id of a finding from its name and what makes it the one
// it is, such as the ids of its events: "effect-before-cause-5d0c11ab". What
// may change while the finding stays, places and wording, must not go in.
func FindingID(name string, parts ...string) string {
	sum := sha256.Sum256([]byte(name + "\x00" + strings.Join(parts, "\x00")))
	return fmt.Sprintf("%s-%x", name, sum[:4])
}

// Identify gives an id to each diagnostic that has none, from its name, its
// events and relations, and its message up to what depends on the rest of the
// file. A second one with the same id gets "-2", and so on. It changes found
// in place.
func Identify(found []Diagnostic) {
	seen := make(map[string]int, len(found))
	for i := range found {
		d := &found[i]
		if d.ID == "" {
			parts := append([]string{}, d.Events...)
			for _, r := range d.Relations {
				parts = append(parts, "relation", r.From, string(r.Type), r.To)
			}
			message, _, _ := strings.Cut(d.Message, ": did you mean")
			message, _, _ = strings.Cut(message, ", first on line")
			d.ID = FindingID(d.Name, append(parts, "says", message)...)
		}
		seen[d.ID]++
		if n := seen[d.ID]; n > 1 {
			d.ID = fmt.Sprintf("%s-%d", d.ID, n)
		}
	}
}

// Silence parts findings into those that stand and those whose ids a person
// silenced. stale are the places in ids of those that silence nothing.
func Silence(found []Diagnostic, ids []string) (open, silenced []Diagnostic, stale []int) {
	used := make(map[string]bool, len(ids))
	for _, id := range ids {
		used[id] = false
	}
	for _, d := range found {
		if _, ok := used[d.ID]; ok && d.ID != "" {
			used[d.ID] = true
			d.Silenced = true
			silenced = append(silenced, d)
			continue
		}
		open = append(open, d)
	}
	for i, id := range ids {
		if !used[id] {
			stale = append(stale, i)
		}
	}
	return open, silenced, stale
}
