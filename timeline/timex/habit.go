package timex

import "github.com/causeline/causeline/timeline/nlp"

// isHabit reports whether a sentence tells what happens again and again, so
// that its months and seasons are those of every year: "the rains come between
// June and September". It must speak of months without a year, in the present
// tense, and either say that it is a habit or name several months.
func (l *Language) isHabit(found *findings, s *nlp.Sentence) bool {
	months, sets := 0, false
	for i := range found.readings {
		r := &found.readings[i]
		switch {
		case r.kind == kStamp && r.at.open && (r.at.gran == uMonth || r.at.gran == uSeason) && r.dir == dirBare && r.yearDir == dirBare:
			months++
			if r.at.gran == uSeason && r.hi-r.lo == 1 {
				sets = true // in winter: of every year
			}
		case r.typ == Set:
			sets = true
		case r.kind != kFixed:
			return false
		}
	}
	if months == 0 {
		return false
	}
	if sets && months > 1 {
		return true // twice a year, in May and in September
	}
	cue := sets || months > 1
	for i := range s.Tokens {
		cue = cue || l.marks(&s.Tokens[i])&mHabit != 0
	}
	return cue && isPresent(found.items[0].tags.all(), l)
}

// isPresent reports whether the verbs of a sentence are in the simple present
// alone.
func isPresent(toks []nlp.Token, l *Language) bool {
	present := false
	for i := range toks {
		switch toks[i].Tag {
		case "VBD":
			return false
		case "MD":
			if l.marks(&toks[i])&mFutureModal != 0 {
				return false
			}
		case "VBZ", "VBP":
			if toks[i].Lemma == "have" || l.marks(&toks[i])&mFutureCue != 0 {
				return false
			}
			present = true
		case "VBG", "VBN":
			if i > 0 && beForms[toks[i-1].Lower] && toks[i].Tag == "VBG" {
				return false // is opening in May
			}
		}
	}
	return present
}
