package names

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// A candidate is a run of tokens that may be a name, before the document as a
// whole has been seen.
type candidate struct {
	start, end int // tokens of the name
	full       int // token where its titles begin
	text       string
	words      int
	kind       Kind
	office     string
	country    string
	certain    bool // a title or a given name says that it is a person
	demonym    bool
	media      bool
	listed     bool // the lexicon has it
	settled    bool // the words around say that it is a place
	locative   bool // "in" or "near" stands before it: a place, if it is no person
}

// scan finds the names of one sentence from left to right, the longest first.
func scan(toks []nlp.Token, heading bool) []candidate {
	words := make([]string, len(toks))
	for i, t := range toks {
		words[i] = t.Text
	}
	var out []candidate
	for i := 0; i < len(toks); {
		c, ok := at(toks, words, i, heading)
		if !ok {
			i++
			continue
		}
		out = append(out, c)
		i = c.end
	}
	return out
}

func at(toks []nlp.Token, words []string, i int, heading bool) (candidate, bool) {
	if !startsUpper(words[i]) && toks[i].Tag != "NNP" || weekday(words[i]) {
		return candidate{}, false
	}
	if c, ok := titled(toks, words, i, heading); ok {
		return c, true
	}
	n, o := lexicon.MatchOrg(words[i:])
	run := properRun(toks, words, i, heading)
	if end := orgOf(toks, words, i, run, heading); end > i+n && end > run {
		return candidate{start: i, end: end, full: i, text: strings.Join(words[i:end], " "), words: end - i, kind: Org}, true
	}
	if n > 0 && !continuesName(toks, i+n) {
		return candidate{start: i, end: i + n, full: i, text: o.Name, words: n, kind: Org, media: o.Media(), listed: true}, true
	}
	if p := locate(words[i:]); p.n > 0 && (i+p.n >= run || !personLike(words[i:run])) {
		// A longer proper run that begins with a place is an organisation
		// ("Denver Water Board") or a person ("Chelsea Manning"), unless what
		// follows the place is a name of its own.
		tail := run - i - p.n
		if tail > 0 && orgWord(words[run-1]) && !p.demonym {
			return candidate{start: i, end: run, full: i, text: strings.Join(words[i:run], " "), words: run - i, kind: Org}, true
		}
		if tail <= 0 || p.kind == Country || p.demonym || tail > 1 || heading || lexicalNoun(words[i+p.n]) {
			return candidate{start: i, end: i + p.n, full: i, text: p.name, words: p.n, kind: p.kind, country: p.country, demonym: p.demonym, listed: true}, true
		}
	}
	if run == i {
		return candidate{}, false
	}
	return bare(toks, words, i, run, heading)
}

// orgOf returns the end of a name such as "University of Turku" or "Supreme
// Court of Canada" whose first part, which ends at run, says what it is; run
// where there is none.
func orgOf(toks []nlp.Token, words []string, i, run int, heading bool) int {
	if run == i || run+1 >= len(toks) || toks[run].Lower != "of" || !orgWord(words[run-1]) && words[run-1] != "Bank" {
		return run
	}
	k := run + 1
	if toks[k].Lower == "the" && k+1 < len(toks) {
		k++
	}
	if end := properRun(toks, words, k, heading); end > k {
		return end
	}
	return run
}

// titled reads "[country] title name": "Kenyan President William Ruto",
// "Mr Ruto". A title without a name after it is no name.
func titled(toks []nlp.Token, words []string, i int, heading bool) (candidate, bool) {
	j, country := i, ""
	if p := locate(words[j:]); p.n > 0 && (p.kind == Country || p.demonym) {
		country = p.country
		if country == "" {
			country = p.name
		}
		j += p.n
		if j < len(words) && toks[j].Tag == "POS" {
			j++
		}
	}
	office, any := "", false
	former := i > 0 && formerly(toks[i-1].Lower)
	for j < len(words) {
		n, t := lexicon.MatchTitle(words[j:])
		if n == 0 {
			break
		}
		if t.Kind == lexicon.Office && office == "" && !t.Former() && !former {
			office = t.Name
		}
		any = true
		j += n
	}
	if !any || j >= len(words) {
		return candidate{}, false
	}
	run := properRun(toks, words, j, heading)
	if run == j || orgWord(words[run-1]) {
		return candidate{}, false
	}
	if p := locate(words[j:run]); p.n == run-j && office == "" {
		return candidate{}, false // "Saint Lucia", "Lady Liberty"
	}
	return candidate{
		start: j, end: run, full: i, text: strings.Join(words[j:run], " "), words: run - j,
		kind: Person, office: office, country: country, certain: true,
	}, true
}

// bare decides on a run of capitalised words that no list knows.
func bare(toks []nlp.Token, words []string, i, run int, heading bool) (candidate, bool) {
	c := candidate{start: i, end: run, full: i, text: strings.Join(words[i:run], " "), words: run - i}
	switch {
	case !heading && settled(toks, words, i, run):
		c.kind, c.settled = Place, true
	case c.words > 1 && placeWord(words[i:run]):
		c.kind = Place
	case c.words > 1 && (orgWord(words[run-1]) || clubWord(words[i])):
		c.kind = Org
	case c.words > 1 && !lexicon.IsGivenName(words[i]) && commonWord(words[i:run]):
		return c, false
	case !heading && thing(toks, i, run):
		c.kind = Thing
	case lexicon.IsGivenName(words[i]) && c.words > 1 && c.words < 5:
		c.kind, c.certain = Person, true
	case isAcronym(c.text):
		c.kind = Org
	case c.words == 1:
		c.kind = Person // only where the document knows the family name
		c.locative = !heading && locative(toks, i)
	case heading:
		return c, false
	case i > 0 && locativePrep(toks[i-1].Lower):
		c.kind = Place
	case c.words < 4:
		c.kind = Person
	default:
		c.kind = Org
	}
	return c, true
}

// settled reports whether the words around a name say that it is a place:
// "the town of Passau", "near Halden, Norway".
func settled(toks []nlp.Token, words []string, i, run int) bool {
	if i > 1 && toks[i-1].Lower == "of" && settlement(toks[i-2].Lemma) {
		return true
	}
	if i == 0 || run+1 >= len(toks) || toks[run].Text != "," || !locativePrep(toks[i-1].Lower) {
		return false
	}
	p := locate(words[run+1:])
	return p.n > 0 && !p.demonym
}

// locative reports whether the single name at token i stands by itself after
// "in" or "near".
func locative(toks []nlp.Token, i int) bool {
	if i == 0 || !locativePrep(toks[i-1].Lower) || toks[i].Tag != "NNP" || len(toks[i].Text) < 3 || isAcronym(toks[i].Text) || calendarWord(toks[i].Text) {
		return false
	}
	if i+1 == len(toks) {
		return true
	}
	switch toks[i+1].Tag {
	case "NN", "NNS", "NNP", "NNPS", "POS", "CD", "JJ", "HYPH":
		return false
	}
	return true
}

func locativePrep(w string) bool { return w == "in" || w == "near" || w == "outside" }

func settlement(lemma string) bool {
	switch lemma {
	case "city", "town", "village", "port", "suburb", "district", "province", "region", "island", "county", "municipality", "hamlet":
		return true
	}
	return false
}

// clubWord reports whether a name that begins with the word is a sports
// club's: "AC Milan".
func clubWord(w string) bool {
	switch w {
	case "FC", "AC", "SC", "AS", "CF", "SV", "FK":
		return true
	}
	return false
}

func isAcronym(s string) bool {
	if len(s) < 2 || len(s) > 6 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// thing reports whether a capitalised run is the name of something other than
// a person: it has an article before it, or is made of ordinary words.
func thing(toks []nlp.Token, i, run int) bool {
	if last := toks[run-1].Text; isTitle(last) || lexicalNoun(last) || run-i == 1 && isAcronym(last) {
		return false
	}
	for k := i; k < run; k++ {
		if toks[k].Tag != "NNP" && toks[k].Tag != "NNPS" && !isParticle(toks[k].Text) && run-i > 1 {
			return true
		}
	}
	return i > 0 && toks[i-1].Lower == "the" && toks[i].Tag != "NNPS" && !calendarWord(toks[i].Text)
}

func weekday(w string) bool {
	return calendarWord(w) && strings.HasSuffix(w, "day")
}

func calendarWord(w string) bool {
	switch w {
	case "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Easter", "Christmas":
		return true
	}
	return false
}

// commonWord reports whether a run of capitalised words ends in a word that
// no family name is: "Cold War", "Nobel Prize", "Second Amendment".
func commonWord(words []string) bool {
	switch last := words[len(words)-1]; last {
	case "Prize", "Award", "Cup", "Act", "Treaty", "Agreement", "Accord", "Plan", "Peace", "Day", "Week", "Year", "One", "Two":
		return true
	default:
		return lexicalNoun(last)
	}
}

// lexicalNoun reports whether a capitalised word is an event noun or a title
// rather than part of a name: "Geneva Summit".
func lexicalNoun(w string) bool {
	if isTitle(w) {
		return true
	}
	_, ok := lexicon.EventNoun(strings.ToLower(w))
	return ok
}

func isTitle(w string) bool {
	_, ok := lexicon.Title(w)
	return ok
}

func personLike(words []string) bool {
	return len(words) > 1 && lexicon.IsGivenName(words[0]) && !orgWord(words[len(words)-1])
}

// continuesName reports whether the token at i goes on with a proper name.
func continuesName(toks []nlp.Token, i int) bool {
	return i < len(toks) && toks[i].Tag == "NNP" && startsUpper(toks[i].Text) && !isTitle(toks[i].Text)
}

// maxRun bounds the words of a name: a page in capitals is no name.
const maxRun = 12

// properRun returns the end of the run of proper nouns that begins at i,
// particles between them included.
func properRun(toks []nlp.Token, words []string, i int, heading bool) int {
	j := i
	for j < len(toks) && j < i+maxRun {
		switch {
		case weekday(words[j]) || calendarWord(words[j]) && besideNumber(toks, j):
			return j
		case (toks[j].Tag == "NNP" || toks[j].Tag == "NNPS" || j > 0 && !heading && inText(toks[j])) && startsUpper(words[j]):
			if j > i {
				if n, _ := lexicon.MatchTitle(words[j:]); n > 0 && !lexicon.IsGivenName(words[j]) {
					return j
				}
			}
			j++
		case j > i && particles(words, j) > j && toks[j].Tag != "IN":
			j = particles(words, j)
		default:
			return j
		}
	}
	return j
}

// besideNumber reports whether a number stands before or after token j: "3
// May", "May 2020".
func besideNumber(toks []nlp.Token, j int) bool {
	return j > 0 && toks[j-1].Tag == "CD" || j+1 < len(toks) && toks[j+1].Tag == "CD"
}

// particles returns the end of the particles at j that a capitalised word
// follows ("van der" of "Van der Bellen"), j where there are none.
func particles(words []string, j int) int {
	k := j
	for k < len(words) && k < j+3 && isParticle(words[k]) && !startsUpper(words[k]) {
		k++
	}
	if k == len(words) || !startsUpper(words[k]) {
		return j
	}
	return k
}

// formerly reports whether a word before a title says that the office is no
// longer held.
func formerly(w string) bool {
	switch w {
	case "former", "ex", "late", "ousted", "deposed", "retired":
		return true
	}
	return false
}

// inText reports whether a capitalised word inside a sentence can be part of
// a name although the tagger took it for an ordinary word: "the Ever Forward".
func inText(t nlp.Token) bool {
	switch t.Tag {
	case "JJ", "NN", "NNS", "RB", "VBN", "VBG", "VB":
		return len(t.Text) > 1
	}
	return false
}

func startsUpper(s string) bool {
	for _, r := range s {
		return r >= 'A' && r <= 'Z' || r > 127 && strings.ToUpper(string(r)) == string(r) && strings.ToLower(string(r)) != string(r)
	}
	return false
}
