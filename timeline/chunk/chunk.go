// Package chunk groups the tagged tokens of a sentence into noun phrases and
// verb groups and finds, for each verb group, who did what: its subject, its
// object and the prepositional phrases after it.
//
// It is a shallow, rule-based reading of Penn tags (Abney, "Parsing by Chunks",
// 1991). Where the rules find no subject, the dependency tree, if there is one,
// is asked.
package chunk

import (
	"strings"

	"github.com/causeline/causeline/timeline/nlp"
)

// Kind says what a chunk is.
type Kind uint8

// The kinds of chunk.
const (
	NP    Kind = iota // a noun phrase without its prepositional phrases
	VG                // a verb group: auxiliaries, adverbs and one main verb
	Prep              // a preposition or subordinating conjunction
	Wh                // a relative or question word: who, which, that, when, where
	Coord             // and, or, but
	Comma             // a comma, semicolon, colon, dash or bracket
	QuoteMark
	Other // adverbs, adjectives outside noun phrases, full stops
)

// A Chunk is a run of tokens [Start, End) of a sentence. Head is the index of
// the noun or main verb that the chunk is about.
type Chunk struct {
	Kind       Kind
	Start, End int
	Head       int
}

// Split groups the tokens of a sentence. Every token is in exactly one chunk
// and the chunks are in order. No chunk goes on across a border, the index of
// the token that begins something new: after the date in "On 3 May Ann Lee
// resigned". Borders may be nil.
func Split(toks []nlp.Token, borders map[int]bool) []Chunk {
	var out []Chunk
	end := 0
	for i := 0; i < len(toks); {
		if end <= i {
			for end = i + 1; end < len(toks) && !borders[end]; {
				end++
			}
		}
		c := next(toks[:end], i)
		out = append(out, c)
		i = c.End
	}
	return out
}

func next(toks []nlp.Token, i int) Chunk {
	t := toks[i]
	one := func(k Kind) Chunk { return Chunk{k, i, i + 1, i} }
	switch {
	case isQuoteMark(t):
		return one(QuoteMark)
	case t.Tag == "," || t.Tag == ":" || t.Tag == "-LRB-" || t.Tag == "-RRB-":
		return one(Comma)
	case t.Tag == "CC" && !(t.Lower == "both" && i+1 < len(toks) && toks[i+1].Tag != "VBD"):
		return one(Coord)
	case t.Tag == "PRP" && i > 0 && strings.HasSuffix(t.Lower, "self") && toks[i-1].Tag[0] == 'N':
		return one(Other) // "the minister herself"
	case t.Tag == "VBG" && actsAsPreposition(toks, i):
		return one(Prep)
	case t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WP$" || t.Tag == "WRB":
		return one(Wh)
	}
	if c, ok := verbGroup(toks, i); ok {
		return c
	}
	if c, ok := nounPhrase(toks, i); ok {
		return c
	}
	if t.Tag == "IN" || t.Tag == "TO" {
		return one(Prep)
	}
	return one(Other)
}

func isQuoteMark(t nlp.Token) bool {
	switch t.Text {
	case `"`, "“", "”", "``", "''", "«", "»", "„":
		return true
	}
	return t.Tag == "``" || t.Tag == "''"
}

// IsVerbTag reports whether tag is one of Penn's verb tags, modals included.
func IsVerbTag(tag string) bool {
	switch tag {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD":
		return true
	}
	return false
}

// verbGroup reads modals, auxiliaries, adverbs, "to" and verbs up to the last
// verb of the run: "had not yet been signed", "is set to expire".
func verbGroup(toks []nlp.Token, i int) (Chunk, bool) {
	j, head := i, -1
	if toks[i].Tag == "TO" && i+1 < len(toks) {
		k := i + 1
		for k < len(toks) && toks[k].Tag == "RB" {
			k++
		}
		if k >= len(toks) || toks[k].Tag != "VB" {
			return Chunk{}, false
		}
		j = i + 1
	}
	for ; j < len(toks); j++ {
		t := toks[j]
		if IsVerbTag(t.Tag) {
			// A participle before a noun is an adjective of that noun
			// ("the planned lunch"), unless an auxiliary stands before it.
			if head < 0 && (t.Tag == "VBN" || t.Tag == "VBG") && beforeNoun(toks, j) && afterDeterminer(toks, j) && !(j > 0 && t.Tag == "VBN" && isNounTag(toks[j-1].Tag) && mistaken(toks, j)) && !adjunct(toks, j) {
				return Chunk{}, false
			}
			if head >= 0 && !isAuxiliary(toks[head]) && toks[head].Tag != "MD" {
				break
			}
			head = j
			continue
		}
		if (t.Tag == "RB" || t.Tag == "RBR") && j+1 < len(toks) {
			continue
		}
		if head >= 0 && isAuxiliary(toks[head]) && floats(t) && j+1 < len(toks) && IsVerbTag(toks[j+1].Tag) {
			continue
		}
		break
	}
	if head < 0 {
		return Chunk{}, false
	}
	end := head + 1
	if end < len(toks) && toks[end].Tag == "RP" {
		end++
	}
	if toks[i].Tag == "RB" && !isNegation(toks[i]) {
		return Chunk{}, false // leading adverbs stand alone
	}
	return Chunk{VG, i, end, head}, true
}

// actsAsPreposition reports whether a participle governs a noun phrase as a
// preposition does: "following the vote", "including two ministers".
func actsAsPreposition(toks []nlp.Token, i int) bool {
	switch toks[i].Lower {
	case "following", "including", "regarding", "concerning", "involving", "excluding", "pending":
	default:
		return false
	}
	return (i == 0 || toks[i-1].Lemma != "be") && i+1 < len(toks) && toks[i+1].Tag != "IN" && !IsVerbTag(toks[i+1].Tag)
}

func isNounTag(tag string) bool { return tag == "NN" || tag == "NNS" || tag == "CD" }

// mistaken reports whether the participle at j, behind a noun or a number, is
// a past tense that the tagger took for one: a name follows as its object ("a
// storm of force 9 struck northern Wales"). "Two planned visits" is none.
func mistaken(toks []nlp.Token, j int) bool {
	for k := j + 1; k < len(toks); k++ {
		switch toks[k].Tag {
		case "JJ", "JJR", "JJS":
			continue
		}
		return toks[k].Tag == "NNP" || toks[k].Tag == "NNPS"
	}
	return false
}

// floats reports whether t is a quantifier that may stand between an
// auxiliary and its verb: "were both postponed".
func floats(t nlp.Token) bool {
	return t.Lower == "both" || t.Lower == "all" || t.Lower == "each"
}

func isNegation(t nlp.Token) bool {
	return t.Lower == "not" || t.Lower == "n't" || t.Lower == "never"
}

func isAuxiliary(t nlp.Token) bool {
	switch t.Lemma {
	case "be", "have", "do", "get":
		return true
	}
	return t.Tag == "MD"
}

// maxModifiers bounds the words between a modifier and its noun.
const maxModifiers = 24

// beforeNoun reports whether only modifiers stand between token j and a noun.
func beforeNoun(toks []nlp.Token, j int) bool {
	for k := j + 1; k < len(toks) && k <= j+maxModifiers; k++ {
		switch toks[k].Tag {
		case "JJ", "VBN", "VBG", "CD", "JJS", "JJR", "RBR":
			continue
		case "NN", "NNS", "NNP", "NNPS":
			return true
		}
		return false
	}
	return false
}

func afterDeterminer(toks []nlp.Token, j int) bool {
	if j == 0 {
		return true
	}
	switch toks[j-1].Tag {
	case "DT", "PRP$", "POS", "JJ", "IN", "CD", "NNP", "CC", ",", "VBN":
		return true
	case "VBD", "VBZ", "VBP", "VB", "VBG":
		return !isAuxiliary(toks[j-1]) // "delivered prepared statements"
	}
	return false
}

// adjunct reports whether the participle at token j begins what a clause
// brought with it: "erupted at dawn, killing ten villagers". A comma and a
// finite verb stand before it.
func adjunct(toks []nlp.Token, j int) bool {
	if j < 2 || toks[j].Tag != "VBG" || toks[j-1].Tag != "," {
		return false
	}
	for k := j - 2; k >= 0 && k > j-40; k-- {
		switch toks[k].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// describes reports whether only adjectives, joined or in quotation marks,
// stand between token j and a noun: `"frank" and open talks`.
func describes(toks []nlp.Token, j int) bool {
	for k := j; k < len(toks) && k < j+14; k++ {
		switch toks[k].Tag {
		case "JJ", "JJR", "JJS", "VBN", "RB", "CD", "CC":
			continue
		case "NN", "NNS", "NNP", "NNPS":
			return k > j
		}
		if !isQuoteMark(toks[k]) {
			return false
		}
	}
	return false
}

// attributive reports whether the past form at token j stands between an
// article at token i and a noun, where it can only be a participle: "the much
// delayed vote". Taggers cannot tell the forms apart.
func attributive(toks []nlp.Token, i, j int) bool {
	if j >= len(toks) || toks[j].Tag != "VBD" && toks[j].Tag != "VBN" || j > i+2 || j == i+2 && toks[i+1].Tag != "RB" && toks[i+1].Lower != "much" {
		return false
	}
	switch toks[i].Lower {
	case "a", "an", "the":
		return beforeNoun(toks, j)
	}
	return false
}

// quantifier returns how many words at token i say how sure a number after
// them is: "at least" four, "more than" a hundred, "up to" ten.
func quantifier(toks []nlp.Token, i int) int {
	n := 2
	if i+n >= len(toks) {
		return 0
	}
	switch toks[i].Lower + " " + toks[i+1].Lower {
	case "at least", "at most", "more than", "fewer than", "less than", "up to":
	case "as many":
		n = 3
		if i+n >= len(toks) || toks[i+2].Lower != "as" {
			return 0
		}
	default:
		return 0
	}
	if toks[i+n].Tag == "RB" && i+n+1 < len(toks) {
		n++ // "at least about"
	}
	if t := toks[i+n]; t.Tag == "CD" || t.Tag == "$" || t.Lower == "a" && i+n+1 < len(toks) && toks[i+n+1].Tag == "CD" {
		return n
	}
	return 0
}

// afterPossessor reports whether only adjectives stand between token j and a
// possessor in the phrase that begins at i.
func afterPossessor(toks []nlp.Token, i, j int) bool {
	for k := j - 1; k > i; k-- {
		switch toks[k].Tag {
		case "POS":
			return true
		case "JJ":
			continue
		}
		return false
	}
	return false
}

// nounPhrase reads a determiner, modifiers and nouns, with possessors
// ("Chile's former president") as part of the phrase. A lone pronoun or
// number is a phrase too.
func nounPhrase(toks []nlp.Token, i int) (Chunk, bool) {
	head, j := -1, i+quantifier(toks, i)
	for ; j < len(toks); j++ {
		t := toks[j]
		if j > i && head < 0 && (isQuoteMark(t) || t.Tag == "CC" || t.Tag == "JJ") && describes(toks, j) {
			continue // adjectives before the first noun, however joined
		}
		switch t.Tag {
		case "DT", "PDT", "PRP$":
			if j > i && toks[j-1].Tag != "PDT" && toks[j-1].Tag != "DT" {
				goto done
			}
			if t.Lower == "that" && j+1 < len(toks) && IsVerbTag(toks[j+1].Tag) {
				goto done
			}
		case "CC":
			if j > i || t.Lower != "both" && t.Lower != "either" && t.Lower != "neither" {
				goto done
			}
		case "PRP", "EX":
			if j > i {
				goto done
			}
			return Chunk{NP, i, i + 1, i}, true
		case "NN", "NNS", "NNP", "NNPS", "FW", "CD", "$", "#":
			head = j
		case "POS":
			if head < 0 {
				goto done
			}
		case "JJ", "JJR", "JJS", "RBR", "VBN", "VBG":
			if t.Tag == "JJ" && afterPossessor(toks, i, j) && !beforeNoun(toks, j) {
				head = j // "the firm's chief executive", mistaken for adjectives
				break
			}
			if head >= 0 && toks[j-1].Tag != "POS" && toks[j-1].Tag != "CD" && !beforeNoun(toks, j) {
				goto done
			}
			if t.Tag == "VBN" && head == j-1 && j > i && isNounTag(toks[j-1].Tag) && mistaken(toks, j) {
				goto done
			}
			if attributive(toks, i, j) {
				break
			}
			if (t.Tag == "VBN" || t.Tag == "VBG") && !(beforeNoun(toks, j) && (j == i || afterDeterminer(toks, j))) {
				goto done
			}
			if !beforeNoun(toks, j) && !(t.Tag[0] == 'J' && head < 0 && j > i) {
				goto done
			}
		case "RB":
			// "nearly three hours", "a widely expected vote"
			if attributive(toks, i, j+1) {
				break
			}
			if j+1 >= len(toks) || !(toks[j+1].Tag == "CD" || (j > i && (toks[j+1].Tag == "JJ" || toks[j+1].Tag == "VBN") && beforeNoun(toks, j+1))) {
				goto done
			}
		case "VBD":
			if !attributive(toks, i, j) {
				goto done
			}
		case "HYPH":
			if j == i || j+1 >= len(toks) || toks[j-1].End != t.Start {
				goto done
			}
		default:
			goto done
		}
	}
done:
	if j == i {
		return Chunk{}, false
	}
	if head < 0 {
		head = j - 1
		switch toks[head].Tag {
		case "DT", "JJ", "JJS", "JJR", "PRP$":
		default:
			return Chunk{}, false
		}
		if j-i == 1 && toks[head].Tag != "DT" {
			return Chunk{}, false
		}
	}
	return Chunk{NP, i, j, head}, true
}
