package timex

import "strings"

// A trap is a word that is a date only in some company. The item keeps its
// class where one of the conditions holds and loses it otherwise.
type trap struct {
	drop class
	keep []condition
}

// readTraps reads traps.txt.
func readTraps(l *Language, lines []line) error {
	var t *trap
	for _, ln := range lines {
		key, rest, _ := strings.Cut(ln.text, " ")
		switch {
		case key == "trap" && !ln.indented:
			t = &trap{}
			for w := range strings.FieldsSeq(rest) {
				l.traps[w] = append(l.traps[w], t)
			}
		case t == nil || !ln.indented:
			return ln.errorf("want a trap, have %q", ln.text)
		case key == "drop":
			for name := range strings.SplitSeq(strings.TrimSpace(rest), "|") {
				c, ok := classNames[name]
				if !ok {
					return ln.errorf("no class %q", name)
				}
				t.drop |= c
			}
		case key == "keep":
			c, err := parseCondition(ln, strings.TrimSpace(rest))
			if err != nil {
				return err
			}
			t.keep = append(t.keep, c)
		default:
			return ln.errorf("no %q in a trap", key)
		}
	}
	return nil
}

// applyTraps takes classes from the items that only look like dates.
func (l *Language) applyTraps(items []item) {
	for i := range items {
		it := &items[i]
		if it.class == 0 {
			continue
		}
		for _, t := range l.traps[it.lower] {
			if it.class&t.drop != 0 && !t.spares(match{l, items, i, i + 1}) {
				it.class &^= t.drop
			}
		}
	}
}

func (t *trap) spares(m match) bool {
	for _, c := range t.keep {
		if c.holds(m) {
			return true
		}
	}
	return false
}
