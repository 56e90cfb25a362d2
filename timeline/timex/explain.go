package timex

import "fmt"

// Explain says in one line of words which rule found the expression and what
// its value was resolved against. Text is the one that Find was given.
func (t *Timex) Explain(text string) string {
	return fmt.Sprintf("rule %s: %s", t.Rule, t.Basis)
}
