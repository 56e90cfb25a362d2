package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// A PlaceInfo describes a place; countries are places too.
type PlaceInfo struct {
	Name       string
	Kind       PlaceKind
	Country    string // empty where it lies in none or in several; a country's own name
	Aliases    []string
	Adjectives []string // "Alaskan"
}

// PlaceKind says what sort of place a name stands for.
type PlaceKind string

// The kinds of place.
const (
	KindCountry   PlaceKind = "country"
	KindCity      PlaceKind = "city"
	KindState     PlaceKind = "state" // state, province, part of a country
	KindContinent PlaceKind = "continent"
	KindRegion    PlaceKind = "region" // also islands and mountains
	KindSea       PlaceKind = "sea"    // also straits, gulfs and lakes
	KindRiver     PlaceKind = "river"
	KindSite      PlaceKind = "site" // building, square, base, canal, mountain
)

type placeTable struct {
	rows   []PlaceInfo
	index  phraseIndex
	byName map[string][]int // all places of a name or alias, in order of precedence
}

// places enters countries before everything else and states before cities, so
// that the best known bearer of a name is found first.
var places = sync.OnceValue(func() *placeTable {
	t := &placeTable{byName: map[string][]int{}}
	for _, c := range countries().rows {
		t.rows = append(t.rows, PlaceInfo{
			Name: c.Name, Kind: KindCountry, Country: c.Name, Aliases: c.Aliases, Adjectives: c.Adjectives,
		})
	}
	first := len(t.rows)
	for _, row := range mustTable("places.tsv", 5) {
		t.rows = append(t.rows, PlaceInfo{
			Name: row[0], Kind: PlaceKind(row[1]), Country: row[2], Aliases: list(row[3]), Adjectives: list(row[4]),
		})
	}
	slices.SortStableFunc(t.rows[first:], func(a, b PlaceInfo) int {
		if c := placeRank(a.Kind) - placeRank(b.Kind); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	for i, p := range t.rows {
		t.enter(p.Name, i)
	}
	for i, p := range t.rows {
		for _, alias := range p.Aliases {
			t.enter(alias, i)
		}
	}
	return t
})

func (t *placeTable) enter(name string, row int) {
	t.index.addName(name, row)
	for _, key := range slices.Compact([]string{name, foldDiacritics(name)}) {
		if !slices.Contains(t.byName[key], row) {
			t.byName[key] = append(t.byName[key], row)
		}
	}
}

func placeRank(k PlaceKind) int {
	order := []PlaceKind{KindCountry, KindContinent, KindRegion, KindState, KindCity, KindSea, KindRiver, KindSite}
	return slices.Index(order, k)
}

// Place finds the best known place of a name or alias.
func Place(name string) (PlaceInfo, bool) {
	t := places()
	row, ok := t.index.exact(name)
	if !ok {
		return PlaceInfo{}, false
	}
	return t.rows[row], true
}

// Places finds all places of a name or alias, the best known first: a country,
// a state and a city can share one.
func Places(name string) []PlaceInfo {
	t := places()
	var out []PlaceInfo
	for _, row := range t.byName[plainMarks(name)] {
		out = append(out, t.rows[row])
	}
	return out
}

// MatchPlace finds the longest place name that the tokens begin with and gives
// the number of its tokens, 0 where there is none. Tokens are as written, in
// the Penn Treebank's manner.
func MatchPlace(tokens []string) (int, PlaceInfo) {
	t := places()
	n, row := t.index.match(tokens)
	if n == 0 {
		return 0, PlaceInfo{}
	}
	return n, t.rows[row]
}
