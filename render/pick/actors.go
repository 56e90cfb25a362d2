package pick

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

// namedMost is how many actors an error names.
const namedMost = 3

// actors is the condition that one of some names takes part.
func (f Filter) actors(names map[string]bool) condition {
	var flag []string
	for _, a := range f.Actors {
		flag = append(flag, fmt.Sprintf("--actor %q", a))
	}
	return condition{
		flag: strings.Join(flag, " "),
		keeps: func(e *story.Event) bool {
			return slices.ContainsFunc(e.Actors, func(a string) bool { return names[a] })
		},
		words: func(say lang.Speaker) string { return actorWords(say, names) },
	}
}

// named returns the names in the story that what a person typed stands for:
// those that have all its words.
func named(s *story.Story, typed []string) (map[string]bool, error) {
	counts := map[string]int{}
	for _, e := range s.Events {
		for _, a := range e.Actors {
			counts[a]++
		}
	}
	words := make(map[string][]string, len(counts))
	for a := range counts {
		words[a] = fold(a)
	}
	out := map[string]bool{}
	for _, t := range typed {
		want := fold(t)
		found := false
		for a, have := range words {
			if len(want) > 0 && !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) }) {
				out[a], found = true, true
			}
		}
		if !found {
			return nil, unknownActor(t, want, words, counts)
		}
	}
	return out, nil
}

// fold returns the words of a name in plain lower-case letters; those of
// scripts that have no Latin spelling as they are, without case.
func fold(name string) []string {
	var out []string
	for _, word := range strings.Fields(name) {
		if plain := story.Slug(word); plain != "" {
			out = append(out, strings.Split(plain, "-")...)
		} else if strings.ToLower(word) != "" {
			out = append(out, strings.ToLower(word))
		}
	}
	return out
}

// unknownActor says which names were probably meant.
func unknownActor(typed string, want []string, words map[string][]string, counts map[string]int) error {
	if len(counts) == 0 {
		return fmt.Errorf("no event names %q: the events of this story have no actors", typed)
	}
	var all []string // most frequent first
	for a := range counts {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	var near []string
	for _, a := range all {
		if slices.ContainsFunc(want, func(w string) bool { return slices.Contains(words[a], w) || story.Nearest(w, words[a]) != "" }) {
			near = append(near, a)
		}
	}
	if len(near) > 0 {
		return fmt.Errorf("no event names %q: did you mean %s?", typed, lang.Speaker{}.Or(near[:min(namedMost, len(near))]))
	}
	if len(all) <= namedMost {
		return fmt.Errorf("no event names %q; the story has %s", typed, lang.Speaker{}.And(all))
	}
	return fmt.Errorf("no event names %q; of %d actors those named most are %s", typed, len(all), lang.Speaker{}.And(all[:namedMost]))
}
