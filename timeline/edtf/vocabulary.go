package edtf

import (
	"strconv"
	"strings"
)

// A Vocabulary is what Words writes dates with in one language: phrases by
// name, with {1}, {2} for what is put into them. English returns one, whose
// names every other has too.
//
// Where a language asks for a form of a word, such as a case, the hole names
// it: "since = с {1/gen}". What is put in then takes its phrase "month.2/gen"
// where there is one, else "month.2". A hole that names no form passes on the
// one that its own phrase was asked for; {1/} asks for none.
type Vocabulary struct {
	Phrases map[string]string
	// Plural and Ordinal return the class of a number that is counted or that
	// numbers something, by CLDR's names: "one", "few", "other".
	Plural, Ordinal func(n int64) string
}

// A Term is a part of a phrase, ready to be written in any form of its words.
type Term func(form string) string

// Text returns a term that has but one form.
func Text(s string) Term { return func(string) string { return s } }

func number(n int64) Term { return Text(itoa(n)) }

// A wordsmith writes dates in one style.
type wordsmith struct {
	Style
	words *Vocabulary
}

func (w *wordsmith) has(name string) bool {
	_, ok := w.words.Phrases[name]
	return ok
}

// phrase returns the phrase of a name with the terms put into it.
func (w *wordsmith) phrase(name string, terms ...Term) Term {
	return func(form string) string {
		if form != "" {
			if p, ok := w.words.Phrases[name+"/"+form]; ok {
				return Fill(p, form, terms...)
			}
		}
		return Fill(w.words.Phrases[name], form, terms...)
	}
}

// counted returns the phrase for a number of things.
func (w *wordsmith) counted(name string, n int64) Term {
	if class := name + "." + w.words.Plural(n); w.has(class) {
		return w.phrase(class, number(n))
	}
	return w.phrase(name+".other", number(n))
}

// ordinal returns a number that numbers something: 19th, 19., XIX. In the
// forms "number" and "roman" it is written in these digits whatever the
// language usually does.
func (w *wordsmith) ordinal(n int64) Term {
	var own Term
	own = func(form string) string {
		switch form {
		case "number":
			return itoa(n)
		case "roman":
			return roman(n)
		}
		return w.phrase("ordinal."+w.words.Ordinal(n), own)(form)
	}
	return own
}

// Fill puts terms into the holes of a phrase that is asked for in a form.
// Holes without a term of their number stay as they are, and so does what the
// terms give.
func Fill(phrase, form string, terms ...Term) string {
	before, rest, found := strings.Cut(phrase, "{")
	if !found {
		return phrase
	}
	var b strings.Builder
	for {
		b.WriteString(before)
		hole, after, closed := strings.Cut(rest, "}")
		digits, own, named := strings.Cut(hole, "/")
		n := 0
		if len(digits) == 1 {
			n = int(digits[0]) - '0'
		}
		switch {
		case !closed || n < 1 || n > len(terms):
			b.WriteByte('{')
			after = rest
		case named:
			b.WriteString(terms[n-1](own))
		default:
			b.WriteString(terms[n-1](form))
		}
		before, rest, found = strings.Cut(after, "{")
		if !found {
			b.WriteString(before)
			return b.String()
		}
	}
}

// roman writes a number in Roman digits, and in ours where those have none.
func roman(n int64) string {
	if n < 1 || n > 3999 {
		return itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		n    int64
		sign string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.n; n -= d.n {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
