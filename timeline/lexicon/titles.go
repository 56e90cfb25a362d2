package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// A TitleInfo describes a personal title or role.
type TitleInfo struct {
	Name      string // in lower case, singular, without modifiers
	Kind      TitleKind
	Modifiers []string // words before it that belong to it: "former", "acting"
	Plural    bool     // "ministers"
}

// Former reports whether a modifier says that the office is no longer held.
func (t TitleInfo) Former() bool {
	for _, m := range t.Modifiers {
		switch m {
		case "former", "ex", "late", "retired", "ousted", "deposed":
			return true
		}
	}
	return false
}

// TitleKind says what sort of title a word is.
type TitleKind string

// The kinds of title.
const (
	Honorific TitleKind = "honorific" // a form of address: "Mr"
	Office    TitleKind = "office"    // an office or a rank: "Senator"
	Role      TitleKind = "role"      // what a person does: "spokesman"
)

type titleTable struct {
	rows      []TitleInfo
	index     phraseIndex
	modifiers map[string]bool
}

var titles = sync.OnceValue(func() *titleTable {
	t := &titleTable{modifiers: map[string]bool{}}
	for _, row := range mustTable("titles.tsv", 2) {
		flags := list(row[1])
		if slices.Contains(flags, "modifier") {
			t.modifiers[row[0]] = true
		}
		if kind := TitleKind(flags[0]); kind != "modifier" {
			t.index.add(splitPhrase(row[0]), len(t.rows))
			t.rows = append(t.rows, TitleInfo{Name: row[0], Kind: kind})
		}
	}
	return t
})

// maxTitleTokens bounds the tokens that one title with modifiers can span.
const maxTitleTokens = 12

// Title finds a title without modifiers, whatever its case.
func Title(name string) (TitleInfo, bool) {
	t := titles()
	row, ok := t.index.exact(strings.ToLower(name))
	if !ok {
		return TitleInfo{}, false
	}
	return t.rows[row], true
}

// MatchTitle finds the longest title that the tokens begin with, with the
// modifiers before it ("former deputy foreign minister"), and gives the number
// of its tokens, 0 where there is none. Case does not matter, a plural counts.
func MatchTitle(tokens []string) (int, TitleInfo) {
	if len(tokens) == 0 {
		return 0, TitleInfo{}
	}
	t := titles()
	// Most tokens begin no title: look before lowering a whole window.
	lower := make([]string, 0, maxTitleTokens)
	for _, token := range tokens[:min(len(tokens), maxTitleTokens)] {
		lower = append(lower, strings.ToLower(plainMarks(token)))
		if len(lower) == 1 && !t.begins(lower[0]) {
			return 0, TitleInfo{}
		}
	}
	return t.match(lower, 0)
}

// begins reports whether a title or a modifier can begin with a lower-case
// token.
func (t *titleTable) begins(token string) bool {
	if t.modifiers[token] || len(t.index.byFirst[token]) > 0 {
		return true
	}
	if _, _, ok := cutTitlePrefix(token); ok {
		return true
	}
	singular, ok := singularTitle(token)
	return ok && len(t.index.byFirst[singular]) > 0
}

func (t *titleTable) match(lower []string, depth int) (int, TitleInfo) {
	if len(lower) == 0 || depth >= maxTitleTokens {
		return 0, TitleInfo{}
	}
	n, info := t.plain(lower)
	if prefix, rest, ok := cutTitlePrefix(lower[0]); ok && n == 0 {
		changed := append([]string{rest}, lower[1:]...)
		if m, inner := t.match(changed, depth+1); m > 0 {
			inner.Modifiers = append([]string{prefix}, inner.Modifiers...)
			return m, inner
		}
	}
	if !t.modifiers[lower[0]] {
		return n, info
	}
	m, inner := t.match(lower[1:], depth+1)
	if m == 0 || m+1 <= n {
		return n, info
	}
	inner.Modifiers = append([]string{lower[0]}, inner.Modifiers...)
	return m + 1, inner
}

// plain matches a title without modifiers, in the singular or with a plural
// head: "prime ministers", "secretaries" is left to the caller's lemmas.
func (t *titleTable) plain(lower []string) (int, TitleInfo) {
	n, row := t.index.match(lower)
	best := TitleInfo{}
	if n > 0 {
		best = t.rows[row]
	}
	for i := range lower {
		singular, ok := singularTitle(lower[i])
		if !ok {
			continue
		}
		changed := slices.Clone(lower[:i+1])
		changed[i] = singular
		if m, row := t.index.match(changed); m == i+1 && m > n {
			n, best = m, t.rows[row]
			best.Plural = true
		}
		break
	}
	return n, best
}

func singularTitle(token string) (string, bool) {
	if len(token) < 4 || strings.HasSuffix(token, "ss") {
		return "", false
	}
	if stem, ok := strings.CutSuffix(token, "men"); ok {
		return stem + "man", true
	}
	if stem, ok := strings.CutSuffix(token, "ies"); ok {
		return stem + "y", true
	}
	return strings.CutSuffix(token, "s")
}

// cutTitlePrefix splits "ex-minister" and "then-minister".
func cutTitlePrefix(token string) (prefix, rest string, ok bool) {
	prefix, rest, ok = strings.Cut(token, "-")
	if !ok || rest == "" || (prefix != "ex" && prefix != "then") {
		return "", "", false
	}
	return prefix, rest, true
}
