package timex

import (
	"strconv"
	"strings"
)

// A rule gives a meaning to the items that one of its patterns matches.
type rule struct {
	name     string
	patterns []pattern
	read     reader
	params   params
	when     []condition // all must hold
	unless   []condition // none may hold
	like     []Example
	unlike   []string
}

// An Example is a sentence in which a rule makes the last marked expression.
type Example struct {
	Rule, Sentence, Value string
}

// Examples returns the examples of all rules, and the sentences in which
// nothing may be found. The document of the examples is of 13 June 2024.
func (l *Language) Examples() (like []Example, unlike []string) {
	for i := range l.rules {
		like = append(like, l.rules[i].like...)
		unlike = append(unlike, l.rules[i].unlike...)
	}
	return like, unlike
}

// RuleNames lists the rules that make expressions, in their order.
func (l *Language) RuleNames() []string {
	var out []string
	for i := range l.rules {
		r := &l.rules[i]
		if r.params.typ != nothing && (len(out) == 0 || out[len(out)-1] != r.name) {
			out = append(out, r.name)
		}
	}
	return out
}

// params are what a rule tells its reading.
type params struct {
	typ     Type
	value   string
	mod     string
	n       int
	hasN    bool
	sign    int
	from    anchor
	hasFrom bool
	unit    unit
	gran    unit
	dir     direction
	half    bool     // and a half
	anyText bool     // early years count in any text
	compare bool     // compares with an earlier time: "up from a year ago"
	holiday *holiday // of the rules that holidays.txt makes
}

// nothing is the type of rules that only keep their words from others.
const nothing Type = "nothing"

// readRules reads rules.txt.
func readRules(l *Language, lines []line) error {
	for _, ln := range lines {
		key, rest, _ := strings.Cut(ln.text, " ")
		rest = strings.TrimSpace(rest)
		if !ln.indented {
			if key != "rule" || rest == "" {
				return ln.errorf("want a rule, have %q", ln.text)
			}
			l.rules = append(l.rules, rule{name: rest})
			continue
		}
		if len(l.rules) == 0 {
			return ln.errorf("no rule before %q", ln.text)
		}
		if err := l.rules[len(l.rules)-1].add(ln, key, rest); err != nil {
			return err
		}
	}
	for i := range l.rules {
		r := &l.rules[i]
		if r.read == nil || len(r.patterns) == 0 {
			return line{}.errorf("rule %s lacks a match or a read", r.name)
		}
	}
	return nil
}

func (r *rule) add(ln line, key, rest string) error {
	switch key {
	case "match":
		p, err := parsePattern(ln, rest)
		if err != nil {
			return err
		}
		r.patterns = append(r.patterns, p)
	case "read":
		return r.addReading(ln, rest)
	case "when", "unless":
		c, err := parseCondition(ln, rest)
		if err != nil {
			return err
		}
		if key == "when" {
			r.when = append(r.when, c)
		} else {
			r.unless = append(r.unless, c)
		}
	case "like":
		sentence, value, ok := cutLast(rest, " = ")
		if !ok {
			return ln.errorf("no value in %q", rest)
		}
		r.like = append(r.like, Example{r.name, sentence, value})
	case "unlike":
		r.unlike = append(r.unlike, rest)
	default:
		return ln.errorf("no %q in a rule", key)
	}
	return nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// addReading reads "read NAME key=value ...".
func (r *rule) addReading(ln line, s string) error {
	f := strings.Fields(s)
	if len(f) == 0 || readers[f[0]] == nil {
		return ln.errorf("no reading %q", s)
	}
	r.read = readers[f[0]]
	if f[0] == "nothing" {
		r.params.typ = nothing
	}
	for _, kv := range f[1:] {
		key, v, _ := strings.Cut(kv, "=")
		ok := true
		switch key {
		case "type":
			r.params.typ = Type(v)
		case "value":
			r.params.value = v
		case "n":
			n, err := strconv.Atoi(v)
			r.params.n, r.params.hasN, ok = n, true, err == nil
		case "sign":
			r.params.sign = map[string]int{"+": 1, "-": -1}[v]
			ok = r.params.sign != 0
		case "from":
			r.params.from, ok = anchorNames[v]
			r.params.hasFrom = true
		case "unit":
			r.params.unit, ok = unitNamed(v)
		case "gran":
			r.params.gran, ok = unitNamed(v)
		case "dir":
			r.params.dir, ok = map[string]direction{"last": dirLast, "this": dirThis, "next": dirNext}[v], true
		case "mod":
			r.params.mod = v
		case "ancient":
			r.params.anyText = v == "no"
		case "half":
			r.params.half = v == "yes"
		case "compare":
			r.params.compare = v == "yes"
		default:
			ok = false
		}
		if !ok {
			return ln.errorf("no parameter %q", kv)
		}
	}
	return nil
}

var anchorNames = map[string]anchor{"document": fromDoc, "context": fromContext, "event": fromEvent, "story": fromStory}

// accepts reports whether the rule's conditions hold for the match.
func (r *rule) accepts(m match) bool {
	for i := range r.when {
		if !r.when[i].holds(m) {
			return false
		}
	}
	for i := range r.unless {
		if r.unless[i].holds(m) {
			return false
		}
	}
	return true
}
