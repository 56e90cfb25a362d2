package tagging

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english/tagger"
)

// usage counts how a word is used in the training data.
type usage struct {
	tags           [64]int32
	total          int32
	small, capital int32 // inside sentences
}

// dictionary collects the tags and the spelling of the words that occur at
// least three times.
func dictionary(sents []sentence, index map[string]int) []tagger.Entry {
	uses := map[uint32]*usage{}
	for _, s := range sents {
		for i, t := range s.toks {
			h := tagger.Hash(tagger.Normal(t.Lower))
			u := uses[h]
			if u == nil {
				u = &usage{}
				uses[h] = u
			}
			u.tags[index[s.gold[i]]]++
			u.total++
			if i > 0 {
				if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(r) {
					u.capital++
				} else {
					u.small++
				}
			}
		}
	}
	var out []tagger.Entry
	for h, u := range uses {
		if e, ok := entry(h, u); ok {
			out = append(out, e)
		}
	}
	return general(out, index)
}

// byHash orders entries as the model's file holds them.
func byHash(a, b tagger.Entry) int { return cmp.Compare(a.Hash, b.Hash) }

func entry(h uint32, u *usage) (tagger.Entry, bool) {
	e := tagger.Entry{Hash: h}
	if u.total < 2 {
		return e, false
	}
	switch in := u.small + u.capital; {
	case in == 0:
	case u.small*10 >= in*9:
		e.Habit = tagger.HabitSmall
	case u.capital*10 >= in*9:
		e.Habit = tagger.HabitCapital
	default:
		e.Habit = tagger.HabitMixed
	}
	if u.total < 3 {
		return e, true
	}
	for t, n := range u.tags {
		// A tag counts from one use in fifty; that leaves slips out.
		if n*50 >= u.total {
			e.Tags |= 1 << t
		}
		if n == u.total && n >= 40 {
			e.Frozen = true
		}
	}
	return e, true
}
