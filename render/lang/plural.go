package lang

import "github.com/causeline/causeline/timeline/edtf"

// plurals are the rules by which languages choose a form for a number of
// things, by the name that a language's file gives. They are CLDR's, for
// whole numbers, and return its names of the forms.
var plurals = map[string]func(n int64) string{
	"none":     func(int64) string { return "other" },
	"germanic": germanicPlural,
	"french":   frenchPlural,
	"spanish":  spanishPlural,
	"slavic":   slavicPlural,
}

// pluralForms are the forms that each rule chooses from.
var pluralForms = map[string][]string{
	"none":     {"other"},
	"germanic": {"one", "other"},
	"french":   {"one", "many", "other"},
	"spanish":  {"one", "many", "other"},
	"slavic":   {"one", "few", "many"},
}

func germanicPlural(n int64) string {
	if n == 1 {
		return "one"
	}
	return "other"
}

// frenchPlural has a form of its own for whole millions: un million d'années.
func frenchPlural(n int64) string {
	if n == 0 {
		return "one"
	}
	return spanishPlural(n)
}

func spanishPlural(n int64) string {
	switch {
	case n == 1:
		return "one"
	case n != 0 && n%1_000_000 == 0:
		return "many"
	}
	return "other"
}

func slavicPlural(n int64) string {
	switch teens := n%100 >= 11 && n%100 <= 14; {
	case n%10 == 1 && !teens:
		return "one"
	case n%10 >= 2 && n%10 <= 4 && !teens:
		return "few"
	}
	return "many"
}

// ordinals are the rules for numbers that number something: 1st, 2nd, 3rd.
var ordinals = map[string]func(n int64) string{
	"none":    func(int64) string { return "other" },
	"english": func(n int64) string { return edtf.English().Ordinal(n) },
	"french":  germanicPlural, // 1er, and 2e for all others
}

// ordinalForms are the forms that each rule chooses from.
var ordinalForms = map[string][]string{
	"none":    {"other"},
	"english": {"one", "two", "few", "other"},
	"french":  {"one", "other"},
}
