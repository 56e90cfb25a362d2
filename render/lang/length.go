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
	return s.length(l, "")
}

// Later writes how long after what stands before something is: "151 years
// later".
func (s Speaker) Later(l Length) string {
	if l.IsZero() {
		return ""
	}
	if s.has("later." + l.Unit.String()) {
		return s.length(l, "later.")
	}
	return s.Say("later", s.Length(l))
}

// length writes a length by the phrases whose names begin with the prefix.
func (s Speaker) length(l Length, prefix string) string {
	name := prefix + l.Unit.String()
	switch l.Round {
	case Over:
		if s.has("over." + name) {
			return s.Count("over."+name, l.N)
		}
		return s.Say("over", s.Count(name, l.N))
	case Nearly:
		if s.has("nearly." + name) {
			return s.Count("nearly."+name, l.N)
		}
		return s.Say("nearly", s.Count(name, l.N))
	}
	return s.Count(name, l.N)
}

// Step writes the step of an axis: "One step is 10 years".
func (s Speaker) Step(n int64, u Unit) string { return s.Count("step."+u.String(), n) }
