package lexicon

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

var tables = map[string]int{
	"countries.tsv": 7, "metonyms.tsv": 3, "places.tsv": 5, "orgs.tsv": 3, "titles.tsv": 2,
	"givennames.tsv": 2, "familynames.tsv": 1, "namegroups.tsv": 2, "eventnouns.tsv": 4, "eventverbs.tsv": 6, "cues.tsv": 6, "cuewords.tsv": 2, "kin.tsv": 6, "moods.tsv": 4,
}

func TestTablesAreWellFormedSortedAndUnique(t *testing.T) {
	files, err := fs.Glob(data, "data/*")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(tables) {
		t.Errorf("embedded files %v, want the %d that the test knows", files, len(tables))
	}
	for file, cells := range tables {
		rows, err := readTable(file, cells)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(rows) < 50 {
			t.Errorf("%s: only %d rows", file, len(rows))
		}
		raw, _ := data.ReadFile("data/" + file)
		var lines []string
		for line := range strings.Lines(string(raw)) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, strings.TrimSuffix(line, "\n"))
			}
		}
		keys := map[string]bool{}
		for i, row := range rows {
			if row[0] == "" {
				t.Errorf("%s: row %d has no name", file, i)
			}
			for _, cell := range row {
				if strings.TrimSpace(cell) != cell || strings.Contains(cell, "  ") {
					t.Errorf("%s: stray space in %q", file, cell)
				}
			}
			key := row[0]
			switch file {
			case "places.tsv":
				key += "|" + row[2] // a name can be found in two countries
			case "cues.tsv":
				key += "|" + row[1] + "|" + row[2] + "|" + row[5] // a word can mean order and, beside some words, a cause
			case "kin.tsv":
				key += "|" + row[1] // a word can be a verb and a noun
			}
			if keys[key] {
				t.Errorf("%s: %q is there twice", file, key)
			}
			keys[key] = true
			if i > 0 && rows[i-1][0] > row[0] {
				t.Errorf("%s: %q after %q", file, row[0], rows[i-1][0])
			}
		}
		if len(lines) != len(rows) {
			t.Errorf("%s: %d lines but %d rows", file, len(lines), len(rows))
		}
	}
}

func TestReadTableReports(t *testing.T) {
	if _, err := readTable("nothing.tsv", 1); err == nil {
		t.Error("a missing table gave no error")
	}
	if _, err := readTable("cues.tsv", 9); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("a wrong number of cells gave %v, want the line", err)
	}
}

func TestEnumeratedCells(t *testing.T) {
	oneOf := func(file string, cells, column int, allowed ...string) {
		t.Helper()
		for _, row := range mustTable(file, cells) {
			if !slices.Contains(allowed, row[column]) {
				t.Errorf("%s: %q has the unknown value %q", file, row[0], row[column])
			}
		}
	}
	kinds := []string{""}
	for _, k := range Kinds() {
		kinds = append(kinds, string(k))
	}
	oneOf("countries.tsv", 7, 6, "state", "territory", "historical")
	oneOf("countries.tsv", 7, 5, "Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America")
	oneOf("metonyms.tsv", 3, 2, "country", "organisation")
	oneOf("places.tsv", 5, 1, "city", "state", "continent", "region", "sea", "river", "site")
	oneOf("orgs.tsv", 3, 1, "igo", "court", "bank", "government", "military", "party", "ngo", "sport", "company", "media")
	oneOf("givennames.tsv", 2, 1, "m", "f", "u")
	for _, row := range mustTable("eventnouns.tsv", 4) {
		of := list(row[1])
		for i, kind := range of {
			if !slices.Contains(kinds[1:], kind) || slices.Contains(of[:i], kind) {
				t.Errorf("eventnouns.tsv: %q has the unknown or repeated kind %q", row[0], kind)
			}
		}
		if len(of) == 0 {
			t.Errorf("eventnouns.tsv: %q has no kind", row[0])
		}
	}
	oneOf("eventnouns.tsv", 4, 2, "strong", "weak", "passing")
	oneOf("eventnouns.tsv", 4, 3, "", "sub")
	for column := 1; column < 4; column++ {
		oneOf("moods.tsv", 4, column, "", "real", "planned", "unreal", "denied", "named")
	}
	oneOf("eventverbs.tsv", 6, 1, "act", "speech", "cognition", "aspect", "state", "light", "cause", "intend")
	oneOf("eventverbs.tsv", 6, 2, kinds...)
	oneOf("eventverbs.tsv", 6, 4, "", "causes", "enables", "prevents", "causes-reversed")
	oneOf("eventverbs.tsv", 6, 5, "", "news", "plans", "cancels", "postpones", "denies")
	oneOf("cues.tsv", 6, 1, "conj", "prep", "adv", "verb", "passive", "participle", "noun", "result", "motive", "deed", "purpose", "frame", "split")
	oneOf("cues.tsv", 6, 2, "stated", "possible", "suggested", "temporal")
	oneOf("cues.tsv", 6, 3, "causes", "enables", "prevents", "before", "part_of")
	oneOf("cues.tsv", 6, 4, "before", "after")
	oneOf("cues.tsv", 6, 5, "", "protest", "sanction", "harm", "impact", "harm|protest|sanction", "harm|protest|reaction|sanction")
	for _, row := range mustTable("cuewords.tsv", 2) {
		for _, class := range list(row[1]) {
			if !slices.Contains([]string{"protest", "sanction", "harm", "reaction", "impact", "control", "agent", "state", "time", "unreal", "light", "occur"}, class) {
				t.Errorf("cuewords.tsv: %q has the unknown class %q", row[0], class)
			}
		}
	}
	for _, row := range mustTable("titles.tsv", 2) {
		for _, flag := range list(row[1]) {
			if !slices.Contains([]string{"honorific", "office", "role", "modifier"}, flag) {
				t.Errorf("titles.tsv: %q has the unknown flag %q", row[0], flag)
			}
		}
	}
}

func TestReferencesResolve(t *testing.T) {
	for _, row := range mustTable("metonyms.tsv", 3) {
		if c, ok := Country(row[1]); row[2] == "country" && (!ok || c.Name != row[1]) {
			t.Errorf("metonym %q stands for the unknown country %q", row[0], row[1])
		}
	}
	for _, p := range places().rows {
		if p.Country == "" {
			continue
		}
		if c, ok := Country(p.Country); !ok || c.Name != p.Country {
			t.Errorf("place %q lies in the unknown country %q", p.Name, p.Country)
		}
	}
	for _, c := range countries().rows {
		if c.Capital == "" || c.Kind == Historical {
			continue
		}
		if !slices.ContainsFunc(Places(c.Capital), func(p PlaceInfo) bool { return p.Country == c.Name }) {
			t.Errorf("the capital %q of %s is no place", c.Capital, c.Name)
		}
	}
	for _, v := range eventVerbs().rows {
		if v.Class == VerbAct && (v.Kind == NoKind || v.Nominal == "") {
			t.Errorf("verb %q denotes an event but has kind %q and noun %q", v.Lemma, v.Kind, v.Nominal)
		}
	}
	for _, v := range eventVerbs().rows {
		if n, ok := EventNoun(v.Nominal); ok && v.Class == VerbAct && !n.OfKind(v.Kind) {
			t.Errorf("verb %q is of kind %q, but its noun %q is not", v.Lemma, v.Kind, v.Nominal)
		}
	}
	owner := map[string]string{}
	for _, c := range countries().rows {
		for _, name := range append(slices.Clone(c.Aliases), c.Name) {
			if other, taken := owner[name]; taken {
				t.Errorf("%q names both %s and %s", name, other, c.Name)
			}
			owner[name] = c.Name
		}
	}
}

func TestNamesAreFoundUnderEverySpelling(t *testing.T) {
	for _, c := range countries().rows {
		for _, name := range append(slices.Clone(c.Aliases), c.Name, foldDiacritics(c.Name)) {
			if got, ok := Country(name); !ok || got.Name != c.Name {
				t.Errorf("Country(%q) = %q, %v", name, got.Name, ok)
			}
			if got, ok := Place(name); !ok || got.Name != c.Name || got.Kind != KindCountry {
				t.Errorf("Place(%q) = %q %s, %v", name, got.Name, got.Kind, ok)
			}
		}
	}
	for _, o := range orgs().rows {
		for _, name := range append(slices.Clone(o.Aliases), o.Name) {
			if got, ok := Org(name); !ok || got.Name != o.Name {
				t.Errorf("Org(%q) = %q, %v, want %q", name, got.Name, ok, o.Name)
			}
		}
	}
	for _, p := range places().rows {
		same := Places(p.Name)
		if !slices.ContainsFunc(same, func(q PlaceInfo) bool { return q.Name == p.Name && q.Country == p.Country }) {
			t.Errorf("Places(%q) lacks the one in %q", p.Name, p.Country)
		}
	}
}

func BenchmarkMatchers(b *testing.B) {
	tokens := strings.Fields("The former Portuguese foreign minister met New Zealand 's ambassador in Cape Town on Friday after the flood")
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			MatchPlace(tokens[i:])
			MatchOrg(tokens[i:])
			MatchTitle(tokens[i:])
			MatchDemonym(tokens[i:])
			MatchEventNoun(tokens[i:])
			MatchEventVerb(tokens[i:])
			MatchCues(tokens[i:], tokens[i:])
		}
	}
}
