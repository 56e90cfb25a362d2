package lang

import (
	"slices"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// A Speaker writes words in one language and one date style. It is a value;
// the zero Speaker is ready to use.
type Speaker struct {
	Language *Language // nil is English
	Dates    DateStyle
	Hours12  bool // 2:30 p.m. instead of 14:30, in languages that count so
}

// Tag returns the BCP 47 tag of the language.
func (s Speaker) Tag() string { return s.language().Tag }

func (s Speaker) language() *Language {
	if s.Language == nil {
		return english()
	}
	return s.Language
}

func (s Speaker) has(name string) bool {
	_, ok := s.language().phrases[name]
	return ok
}

// Say returns the phrase of a name, with {1}, {2} and so on replaced by the
// arguments. A name without a phrase is a fault of the program, which the
// tests of this package look for, and gives the name.
func (s Speaker) Say(name string, args ...string) string {
	phrase, ok := s.language().phrases[name]
	if !ok {
		return name
	}
	return oneStop(fill(phrase, args))
}

// oneStop takes the second of two full stops away: the one of an abbreviation
// ends the sentence too.
func oneStop(words string) string {
	if strings.HasSuffix(words, "..") && !strings.HasSuffix(words, "...") {
		return words[:len(words)-1]
	}
	return words
}

// fill puts the arguments into a phrase in one go, so that braces in an
// argument stay as they are.
func fill(phrase string, args []string) string {
	if !strings.Contains(phrase, "{") {
		return phrase
	}
	terms := make([]edtf.Term, len(args))
	for i, a := range args {
		terms[i] = edtf.Text(a)
	}
	return edtf.Fill(phrase, "", terms...)
}

// SayDates is Say with dates for {2}, {3} and so on, which take the forms that
// the phrase asks for: "{1}, c {2/gen}". Text stands for {1}.
func (s Speaker) SayDates(name string, f Form, text string, dates ...edtf.Date) string {
	phrase, ok := s.language().phrases[name]
	if !ok {
		return name
	}
	terms := []edtf.Term{edtf.Text(text)}
	for _, d := range dates {
		terms = append(terms, func(form string) string {
			style := s.style(f)
			style.Form = form
			return d.Words(style)
		})
	}
	return edtf.Fill(phrase, "", terms...)
}

// Count returns the phrase of a number: that of NAME.one, NAME.few and so on,
// as the language's plurals ask for, with {n} replaced by the number and {1}
// and so on by the arguments.
func (s Speaker) Count(name string, n int64, args ...string) string {
	phrase := s.language().phrases[name+"."+s.language().plural(n)]
	return fill(strings.ReplaceAll(phrase, "{n}", s.Number(n)), args)
}

// counts reports whether there is a phrase for a number of something.
func (s Speaker) counts(name string, n int64) bool {
	return s.has(name + "." + s.language().plural(n))
}

// Number writes a whole number, with thousands set apart from five digits on.
func (s Speaker) Number(n int64) string {
	w := strconv.FormatInt(n, 10)
	if n < 10_000 {
		return w
	}
	for i := len(w) - 3; i > 0; i -= 3 {
		w = w[:i] + s.Say("thousands") + w[i:]
	}
	return w
}

// And joins values: "A", "A and B", "A, B and C".
func (s Speaker) And(values []string) string { return s.list(values, "and") }

// Or joins values: "A", "A or B", "A, B or C".
func (s Speaker) Or(values []string) string { return s.list(values, "or") }

// Either is Or for values that may hold commas, which semicolons then part.
func (s Speaker) Either(values []string) string {
	for _, v := range values {
		if strings.ContainsAny(v, ",，;") {
			return strings.Join(values, s.Say("semicolon"))
		}
	}
	return s.Or(values)
}

func (s Speaker) list(values []string, name string) string {
	last := len(values) - 1
	if last < 1 {
		return strings.Join(values, "")
	}
	if s.has(name+".before") && edtf.BeginsWith(values[last], s.Say(name+".before")) {
		name += ".changed"
	}
	return s.Say(name, strings.Join(values[:last], s.Say("comma")), values[last])
}

// Sentences puts sentences one behind the other; empty ones are left out.
func (s Speaker) Sentences(sentences ...string) string {
	said := slices.DeleteFunc(slices.Clone(sentences), func(s string) bool { return s == "" })
	return strings.Join(said, s.Say("sentence.space"))
}
