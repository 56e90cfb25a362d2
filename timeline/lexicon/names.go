package lexicon

import "sync"

// Sex says whose given name a name is.
type Sex byte

// The uses of a given name. NoSex is that of an unknown name, AnySex that of a
// name that women and men bear.
const (
	NoSex  Sex = 0
	Female Sex = 'f'
	Male   Sex = 'm'
	AnySex Sex = 'u'
)

var givenNames = sync.OnceValue(func() map[string]Sex {
	names := map[string]Sex{}
	for _, row := range mustTable("givennames.tsv", 2) {
		names[row[0]] = Sex(row[1][0])
		plain := foldDiacritics(row[0])
		if _, known := names[plain]; !known {
			names[plain] = Sex(row[1][0])
		}
	}
	return names
})

// IsGivenName reports whether a word is a given name in one of many cultures.
// Some are common words too ("Will", "May").
func IsGivenName(word string) bool {
	return GivenNameSex(word) != NoSex
}

// GivenNameSex says whose given name a word is, NoSex where it is not known
// as one.
func GivenNameSex(word string) Sex {
	return givenNames()[plainMarks(word)]
}

var familyNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, row := range mustTable("familynames.tsv", 1) {
		names[row[0]] = true
		names[foldDiacritics(row[0])] = true
	}
	return names
})

// IsFamilyName reports whether a word is a common family name in one of many
// cultures. Many are place names or common words too ("Lincoln", "Brown").
func IsFamilyName(word string) bool { return familyNames()[plainMarks(word)] }
