package lexicon

import (
	"slices"
	"sync"
)

// An EventNounInfo describes a noun that denotes an event.
type EventNounInfo struct {
	Lemma  string // words separated by spaces
	Kind   Kind   // the usual one
	Also   []Kind // others: a strike is an attack or a protest
	Strong bool   // nearly always an event; the others need evidence such as a date
	Minor  bool   // an event that is only ever told in passing: an attempt, a change
	Sub    bool   // usually a part of a larger event: a lunch, a handshake
}

// OfKind reports whether the noun can denote an event of the kind.
func (i EventNounInfo) OfKind(k Kind) bool {
	return k != NoKind && (i.Kind == k || slices.Contains(i.Also, k))
}

type nounTable struct {
	rows  []EventNounInfo
	index phraseIndex
}

var eventNouns = sync.OnceValue(func() *nounTable {
	t := &nounTable{}
	for i, row := range mustTable("eventnouns.tsv", 4) {
		info := EventNounInfo{Lemma: row[0], Strong: row[2] == "strong", Minor: row[2] == "passing", Sub: row[3] == "sub"}
		for j, kind := range list(row[1]) {
			if j == 0 {
				info.Kind = Kind(kind)
				continue
			}
			info.Also = append(info.Also, Kind(kind))
		}
		t.rows = append(t.rows, info)
		t.index.add(splitPhrase(row[0]), i)
	}
	return t
})

// EventNoun finds an event noun by its lemma, of one word or several. Those
// that are only told in passing are left out.
func EventNoun(lemma string) (EventNounInfo, bool) {
	t := eventNouns()
	row, ok := t.index.exact(lemma)
	if !ok || t.rows[row].Minor {
		return EventNounInfo{}, false
	}
	return t.rows[row], true
}

// MatchEventNoun finds the longest event noun that the lemmas begin with and
// gives the number of its words, 0 where there is none. Lemmas are in lower
// case. A few nouns are listed in the plural ("talks", "sanctions"): callers
// should try the word before its lemma.
func MatchEventNoun(lemmas []string) (int, EventNounInfo) {
	t := eventNouns()
	n, row := t.index.match(lemmas)
	if n == 0 {
		return 0, EventNounInfo{}
	}
	return n, t.rows[row]
}
