package lang

// A Unit is a unit of time that lengths are told in.
type Unit uint8

// The units, from short to long.
const (
	Minute Unit = iota
	Hour
	Day
	Week
	Month
	Year
)

// String returns the unit's name in the files of phrases.
func (u Unit) String() string {
	return [...]string{"minute", "hour", "day", "week", "month", "year"}[u]
}

// A Rounding says what was left out of a length or added to it.
type Rounding uint8

// The roundings.
const (
	Exact  Rounding = iota
	Over            // some more than said: "over 3 years"
	Nearly          // a little less than said: "nearly 2 years"
)

// String returns the rounding's name in the files of phrases.
func (r Rounding) String() string { return [...]string{"exact", "over", "nearly"}[r] }

// A Length is a length of time in its largest sensible unit.
type Length struct {
	N     int64
	Unit  Unit
	Round Rounding
}

// IsZero reports whether there is no length to tell.
func (l Length) IsZero() bool { return l.N == 0 }

// Length writes a length of time: "151 years", "over 3 years"; "" for none.
func (s Speaker) Length(l Length) string {
	if l.IsZero() {
		return ""
	}
	return s.rounded(l, s.Count(l.Unit.String(), l.N))
}

// Later writes how long after what stands before something is: "151 years
// later".
func (s Speaker) Later(l Length) string {
	if l.IsZero() {
		return ""
	}
	words := s.Count(l.Unit.String(), l.N)
	if name := "later." + l.Unit.String(); s.counts(name, l.N) {
		words = s.Count(name, l.N) // in the case that "later" asks for
	}
	if name := "later." + l.Round.String(); s.has(name) {
		return s.Say(name, words)
	}
	return s.Say("later", s.rounded(l, words))
}

// rounded says what was left out of the words of a length. "Over" may ask for
// another case of the unit, and then has phrases of its own.
func (s Speaker) rounded(l Length, words string) string {
	switch name := "over." + l.Unit.String(); {
	case l.Round == Exact:
		return words
	case l.Round == Over && s.counts(name, l.N):
		return s.Count(name, l.N)
	}
	return s.Say(l.Round.String(), words)
}

// Step writes the step of an axis: "One step is 10 years".
func (s Speaker) Step(n int64, u Unit) string { return s.Count("step."+u.String(), n) }
