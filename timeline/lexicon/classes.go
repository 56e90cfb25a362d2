package lexicon

import (
	"strings"
	"sync"
)

// A Class is a set of things that a word can be in names. Unlike the other
// look-ups of this package it says what is possible, not what is so: "may" is
// a given name and a month.
type Class uint32

// The members of a Class. The words of longer phrases have the class of the
// phrase's part that they are: "York" can be the tail of a place, no more.
const (
	ClassGiven Class = 1 << iota
	ClassFamily
	ClassHonorific
	ClassOffice
	ClassRole
	ClassTitlePart // a word of a title of several words
	ClassCountry
	ClassPlace
	ClassPlacePart
	ClassOrg
	ClassOrgPart
	ClassDemonym
	ClassOrgWord
	ClassPlaceWord
	ClassPlaceHead
	ClassClubWord
	ClassParticle
	ClassCalendar
	ClassEvent
	ClassBeginsPlace // some place's name begins with the word
	ClassBeginsOrg
	ClassBeginsDemonym
)

var classes = sync.OnceValue(func() map[string]Class {
	m := map[string]Class{}
	put := func(word string, c Class) {
		word = strings.ToLower(word)
		m[word] |= c
		if plain := foldDiacritics(word); plain != word {
			m[plain] |= c
		}
	}
	phrases := func(x *phraseIndex, whole, part, begins Class) {
		for _, ps := range x.byFirst {
			for _, p := range ps {
				put(p.tokens[0], begins)
				if len(p.tokens) == 1 {
					put(p.tokens[0], whole)
					continue
				}
				for _, t := range p.tokens {
					if letterCount(t) > 2 {
						put(t, part)
					}
				}
			}
		}
	}
	for name := range givenNames() {
		put(name, ClassGiven)
	}
	for name := range familyNames() {
		put(name, ClassFamily)
	}
	phrases(&places().index, ClassPlace, ClassPlacePart, ClassBeginsPlace)
	phrases(&countries().index, ClassCountry, 0, 0)
	phrases(&orgs().index, ClassOrg, ClassOrgPart, ClassBeginsOrg)
	phrases(&demonyms().index, ClassDemonym, 0, ClassBeginsDemonym)
	for _, t := range titles().rows {
		words := strings.Fields(t.Name)
		if len(words) > 1 {
			for _, w := range words {
				put(w, ClassTitlePart)
			}
			continue
		}
		switch t.Kind {
		case Honorific:
			put(t.Name, ClassHonorific)
		case Office:
			put(t.Name, ClassOffice)
		case Role:
			put(t.Name, ClassRole)
		}
	}
	for _, n := range eventNouns().rows {
		if !strings.Contains(n.Lemma, " ") {
			put(n.Lemma, ClassEvent)
		}
	}
	for _, x := range []struct {
		words map[string]bool
		class Class
	}{
		{orgWords, ClassOrgWord}, {placeWords, ClassPlaceWord}, {placeHeads, ClassPlaceHead},
		{clubWords, ClassClubWord}, {particles, ClassParticle},
	} {
		for w := range x.words {
			put(w, x.class)
		}
	}
	for _, w := range calendar {
		put(w, ClassCalendar)
	}
	return m
})

var calendar = []string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.",
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Easter", "Christmas", "Ramadan",
}

// WordClass returns what a word, given in lower case, can be in a name.
func WordClass(lower string) Class { return classes()[lower] }
