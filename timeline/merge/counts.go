package merge

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// A count is how many of a thing took part in an event, as one mention says it:
// "at least 12 people".
type count struct {
	of        string // what was counted, and in which role
	low, high int64  // thousandths; high is math.MaxInt64 for no bound
	words     string
	doc       int
	minor     bool // told in passing
}

// Numbers that are told in round figures may be that far off, in hundredths.
const (
	roundSlack = 5
	aboutSlack = 20
)

// maxCount bounds what is read as a number, so that sums do not overflow.
const maxCount = int64(1e15)

// numberWords are the numbers that reports write in words.
var numberWords = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var multipliers = map[string]int64{
	"hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "m": 1e6, "bn": 1e9,
}

// persons are words for people of no particular sort.
var persons = map[string]bool{"people": true, "person": true, "victim": true, "life": true, "other": true}

// counts lists what the nodes of a cluster count, in order.
func (r *Result) counts(c Cluster) []count {
	var out []count
	for _, n := range c {
		node := &r.Nodes[n]
		d := r.World.Docs[node.Doc]
		for _, k := range d.Chains[node.Chain].Mentions {
			m := &d.Mentions[k]
			s := r.World.sentence(node.Doc, m.Sentence, map[int]*parsed{})
			at := s.top(m.Start, m.End)
			t := s.trigger(m, at)
			parts := s.participants(at, t.verb)
			for _, p := range parts {
				if p.role == doer && m.Kind == string(lexicon.Death) && slices.ContainsFunc(parts, func(p participant) bool { return p.role == done }) {
					continue // who kills is no victim
				}
				if x, ok := s.count(p, &t, m.Kind); ok {
					x.doc, x.minor = node.Doc, m.Minor
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// count reads how many a participant is.
func (s *parsed) count(p participant, t *trigger, kind string) (count, bool) {
	number, thing := -1, strings.ToLower(s.toks[p.head].Lemma)
	if s.toks[p.head].Tag == "CD" {
		number, thing = p.head, "people" // "12 were killed"
	}
	for _, c := range s.children[p.head] {
		if s.toks[c].Rel == "nummod" && s.toks[c].Tag == "CD" {
			number = c
		}
	}
	if number < 0 {
		return count{}, false
	}
	start, end := number, number+1
	for start > 0 && s.toks[start-1].Tag == "CD" {
		start--
	}
	for end < len(s.toks) && s.toks[end].Tag == "CD" {
		end++
	}
	if end < len(s.toks) && s.toks[end].Text == "-" {
		return count{}, false // "a 9 - metre wave" counts nothing
	}
	words := make([]string, 0, end-start)
	for _, tok := range s.toks[start:end] {
		words = append(words, tok.Lower)
	}
	value, slack, ok := readCount(words)
	if !ok {
		return count{}, false
	}
	if persons[thing] {
		thing = "people"
	}
	act, who := t.base, strconv.Itoa(int(p.role))
	if kind == string(lexicon.Death) {
		act, who = "death", "victims" // who dies and who is killed
	}
	x := count{of: act + "\x00" + who + "\x00" + thing, low: value - slack, high: value + slack}
	start -= x.bound(s, start, value)
	if end <= p.head {
		end = p.head + 1
	}
	var text []string
	for _, tok := range s.toks[start:end] {
		text = append(text, tok.Text)
	}
	x.words = strings.Join(text, " ")
	return x, true
}

// bound widens a count by the words before its number and says how many tokens
// they take.
func (x *count) bound(s *parsed, start int, value int64) int {
	before := func(words ...string) int {
		if start < len(words) {
			return 0
		}
		for i, w := range words {
			if s.toks[start-len(words)+i].Lower != w {
				return 0
			}
		}
		return len(words)
	}
	for _, b := range []struct {
		words     []string
		low, high bool // that side is open
	}{
		{[]string{"at", "least"}, false, true}, {[]string{"more", "than"}, false, true}, {[]string{"no", "fewer", "than"}, false, true},
		{[]string{"no", "less", "than"}, false, true}, {[]string{"over"}, false, true}, {[]string{"up", "to"}, true, false},
		{[]string{"as", "many", "as"}, true, false}, {[]string{"fewer", "than"}, true, false}, {[]string{"less", "than"}, true, false},
		{[]string{"at", "most"}, true, false}, {[]string{"under"}, true, false},
	} {
		if n := before(b.words...); n > 0 {
			if b.low {
				x.low = 0
			}
			if b.high {
				x.high = math.MaxInt64
			}
			return n
		}
	}
	for _, w := range [...]string{"about", "around", "some", "roughly", "approximately", "nearly", "almost", "estimated"} {
		if before(w) > 0 {
			x.low, x.high = value-value/100*aboutSlack, value+value/100*aboutSlack
			return 1
		}
	}
	return 0
}

// readCount reads a number of several words, in thousandths, and how far off a
// number that is so round may be.
func readCount(words []string) (value, slack int64, ok bool) {
	var total, group int64
	unit := int64(1000) // of the last digit that says something
	for _, w := range words {
		if m, is := multipliers[w]; is {
			if group == 0 {
				group = 1000
			}
			if group > maxCount/m {
				return 0, 0, false
			}
			group, unit = group*m, unit*m
			if m >= 1000 {
				total, group = total+group, 0
			}
			continue
		}
		n, u, is := readDigits(w)
		if !is {
			return 0, 0, false
		}
		group, unit = group+n, u
	}
	value = total + group
	if value <= 0 || value > maxCount {
		return 0, 0, false
	}
	for value%(unit*10) == 0 && unit < value {
		unit *= 10
	}
	if unit > 1000 {
		slack = min(unit/2, value/100*roundSlack)
	}
	return value, slack, true
}

// readDigits reads one word, "1,200", "2.5", "twelve" or "twenty-one", in
// thousandths, with the unit of its last digit.
func readDigits(w string) (value, unit int64, ok bool) {
	if n, ok := numberWords[w]; ok {
		return n * 1000, 1000, true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok {
		a, b := numberWords[tens], numberWords[ones]
		return (a + b) * 1000, 1000, a >= 20 && b > 0 && b < 10
	}
	whole, part, fraction := strings.Cut(strings.ReplaceAll(w, ",", ""), ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n < 0 || n > maxCount/1000 || len(part) > 3 || fraction && part == "" {
		return 0, 0, false
	}
	value, unit = n*1000, 1000
	if fraction {
		f, err := strconv.ParseInt(part, 10, 64)
		if err != nil || f < 0 {
			return 0, 0, false
		}
		for range part {
			unit /= 10
		}
		value += f * unit
	}
	return value, unit, true
}

// numbers finds what documents count differently in an event: the same thing,
// and numbers that exclude each other. "At least 12" and 12 do not. Tolls are
// mostly told in passing; they are held against each other where both reports
// also tell of one event that is more than that.
func (r *Result) numbers(c Cluster, id string) []story.Disagreement {
	counts := r.counts(c)
	slices.SortStableFunc(counts, func(a, b count) int { return strings.Compare(a.of, b.of) })
	var out []story.Disagreement
	for len(counts) > 0 {
		n := 1
		for n < len(counts) && counts[n].of == counts[0].of {
			n++
		}
		if values := r.against(counts[:n]); len(values) > 1 {
			out = append(out, story.Disagreement{About: []string{id}, Field: "number", Kind: story.Conflict, Values: values})
		}
		counts = counts[n:]
	}
	return out
}

// against returns the counts that some count of another document excludes, the
// lowest first, each with the documents that give it.
func (r *Result) against(counts []count) []story.DisagreementValue {
	excluded := func(a count) bool {
		return slices.ContainsFunc(counts, func(b count) bool {
			return a.doc != b.doc && (a.high < b.low || b.high < a.low) && (!a.minor && !b.minor || r.oneMatter(a.doc, b.doc))
		})
	}
	var in []count
	for _, a := range counts {
		if excluded(a) {
			in = append(in, a)
		}
	}
	slices.SortStableFunc(in, func(a, b count) int {
		return cmp.Or(cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high))
	})
	var out []story.DisagreementValue
	for i, a := range in {
		if i == 0 || a.low != in[i-1].low || a.high != in[i-1].high {
			out = append(out, story.DisagreementValue{Value: a.words})
		}
		v := &out[len(out)-1]
		if id := r.World.Docs[a.doc].Source.ID; !slices.Contains(v.Documents, id) {
			v.Documents = append(v.Documents, id)
			slices.Sort(v.Documents)
		}
	}
	return out
}

// oneMatter reports whether two documents tell of one event in full.
func (r *Result) oneMatter(a, b int) bool { return meet(r.told[a], r.told[b]) }

// tell notes for each document the clusters that it tells of in full, in order.
func (r *Result) tell() {
	r.told = make([][]int, len(r.World.Docs))
	for i, c := range r.Clusters {
		for _, n := range c {
			if node := &r.Nodes[n]; !node.minor {
				r.told[node.Doc] = append(r.told[node.Doc], i)
			}
		}
	}
}
