package lexicon

import "sync"

// A CountryInfo describes a state, a territory or a state of the past.
type CountryInfo struct {
	Name       string
	Aliases    []string // other names and abbreviations
	Adjectives []string // "French"; for the United States also "US"
	Nouns      []string // for its people, singular and plural
	Capital    string   // empty where there is none or the country is a city
	Region     string   // the continent
	Kind       CountryKind
}

// CountryKind tells states from territories and from states of the past.
type CountryKind string

// The kinds of country.
const (
	State      CountryKind = "state"
	Territory  CountryKind = "territory" // dependent, autonomous or disputed
	Historical CountryKind = "historical"
)

// A DemonymInfo says whose adjective or people's name a word is.
type DemonymInfo struct {
	Word      string
	Of        string    // the country's or place's own name
	PlaceKind PlaceKind // KindCountry, or the kind of the place
	Adjective bool      // "Alaskan oil"
	People    bool      // "two Danes"
}

// A MetonymInfo says whom a place name or a building stands for.
type MetonymInfo struct {
	Name         string
	For          string
	Organisation bool // For is an organisation, otherwise a country
}

type countryTable struct {
	rows  []CountryInfo
	index phraseIndex
}

var countries = sync.OnceValue(func() *countryTable {
	t := &countryTable{}
	for _, row := range mustTable("countries.tsv", 7) {
		t.rows = append(t.rows, CountryInfo{
			Name: row[0], Aliases: list(row[1]), Adjectives: list(row[2]), Nouns: list(row[3]),
			Capital: row[4], Region: row[5], Kind: CountryKind(row[6]),
		})
	}
	// Full names first: no alias may hide another country's name.
	for i, c := range t.rows {
		t.index.addName(c.Name, i)
	}
	for i, c := range t.rows {
		for _, alias := range c.Aliases {
			t.index.addName(alias, i)
		}
	}
	return t
})

// Country finds a country by its name or an alias.
func Country(name string) (CountryInfo, bool) {
	t := countries()
	row, ok := t.index.exact(name)
	if !ok {
		return CountryInfo{}, false
	}
	return t.rows[row], true
}

type demonymTable struct {
	rows  []DemonymInfo
	index phraseIndex
}

var demonyms = sync.OnceValue(func() *demonymTable {
	t := &demonymTable{}
	at := map[string]int{}
	put := func(word, of string, kind PlaceKind, adjective, people bool) {
		i, known := at[word]
		if known {
			if t.rows[i].Of == of {
				t.rows[i].Adjective = t.rows[i].Adjective || adjective
				t.rows[i].People = t.rows[i].People || people
			}
			return
		}
		at[word] = len(t.rows)
		t.index.addName(word, len(t.rows))
		t.rows = append(t.rows, DemonymInfo{Word: word, Of: of, PlaceKind: kind, Adjective: adjective, People: people})
	}
	for _, c := range countries().rows {
		for _, w := range c.Adjectives {
			put(w, c.Name, KindCountry, true, false)
		}
		for _, w := range c.Nouns {
			put(w, c.Name, KindCountry, false, true)
		}
	}
	for _, p := range places().rows {
		if p.Kind == KindCountry {
			continue
		}
		for _, w := range p.Adjectives {
			put(w, p.Name, p.Kind, true, true)
			put(w+"s", p.Name, p.Kind, false, true)
		}
	}
	return t
})

// Demonym finds an adjective or a name for the people of a country or place:
// "Danish", "Danes", "South Korean", "Alaskan".
func Demonym(word string) (DemonymInfo, bool) {
	t := demonyms()
	row, ok := t.index.exact(word)
	if !ok {
		return DemonymInfo{}, false
	}
	return t.rows[row], true
}

// MatchDemonym finds the longest demonym that the tokens begin with and gives
// the number of its tokens, 0 where there is none.
func MatchDemonym(tokens []string) (int, DemonymInfo) {
	t := demonyms()
	n, row := t.index.match(tokens)
	if n == 0 {
		return 0, DemonymInfo{}
	}
	return n, t.rows[row]
}

type metonymTable struct {
	rows  []MetonymInfo
	index phraseIndex
}

var metonyms = sync.OnceValue(func() *metonymTable {
	t := &metonymTable{}
	for i, row := range mustTable("metonyms.tsv", 3) {
		t.rows = append(t.rows, MetonymInfo{Name: row[0], For: row[1], Organisation: row[2] == "organisation"})
		t.index.addName(row[0], i)
	}
	return t
})

// Metonym finds the country or organisation that a capital or a seat of
// government can stand for. Whether it does in a sentence ("Tokyo protested",
// "in Tokyo") is for the caller to judge.
func Metonym(name string) (MetonymInfo, bool) {
	t := metonyms()
	row, ok := t.index.exact(name)
	if !ok {
		return MetonymInfo{}, false
	}
	return t.rows[row], true
}

// MatchMetonym finds the longest metonym that the tokens begin with and gives
// the number of its tokens, 0 where there is none.
func MatchMetonym(tokens []string) (int, MetonymInfo) {
	t := metonyms()
	n, row := t.index.match(tokens)
	if n == 0 {
		return 0, MetonymInfo{}
	}
	return n, t.rows[row]
}
