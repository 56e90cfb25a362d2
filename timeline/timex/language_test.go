package timex_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/causeline/causeline/timeline/timex"
)

// TestExamples runs the examples that stand beside the rules: each must be
// made by its own rule, and every rule must have one.
func TestExamples(t *testing.T) {
	like, unlike := timex.English().Examples()
	covered := make(map[string]bool)
	for _, e := range like {
		covered[e.Rule] = true
		text, spans := unmark(t, e.Sentence)
		got := find(text, docDay)
		if len(got) != len(spans) {
			t.Errorf("%s: %s: got%s", e.Rule, e.Sentence, show(text, got))
			continue
		}
		for i, s := range spans {
			if got[i].Start != s[0] || got[i].End != s[1] {
				t.Errorf("%s: %s: got%s", e.Rule, e.Sentence, show(text, got))
			}
		}
		if last := got[len(got)-1]; last.Rule != e.Rule || last.Value != e.Value {
			t.Errorf("%s: %s: want %s, got%s", e.Rule, e.Sentence, e.Value, show(text, got))
		}
	}
	for _, text := range unlike {
		if got := find(text, docDay); len(got) > 0 {
			t.Errorf("%s: got%s", text, show(text, got))
		}
	}
	seen := make(map[string]bool)
	for _, name := range timex.English().RuleNames() {
		if !covered[name] && name != "holiday" {
			t.Errorf("rule %s has no example", name)
		}
		if seen[name] {
			t.Errorf("two rules are called %s", name)
		}
		seen[name] = true
	}
}

// TestAnotherLanguage reads a small language from a folder: nothing of English
// is left in what finds and resolves.
func TestAnotherLanguage(t *testing.T) {
	files := fstest.MapFS{
		"xx/words.txt": {Data: []byte("month 5: mayo\nunit day: dia\nunits day: dias\nnum 3: tres\n" +
			"weekday 5: viernes\nthe: el\npast: hace\n@range: a\n@of: de\n@year-prep: en\n@future-modal: va\n")},
		"xx/rules.txt": {Data: []byte("rule fecha\n  match the? day 'de' month\n  match the? day 'de' month 'de' year\n  read date\n" +
			"rule hace\n  match 'hace' num units\n  read count sign=- from=document\n" +
			"rule dia\n  match the? weekday\n  read weekday\n")},
		"xx/holidays.txt": {Data: []byte("'navidad' = 12-25\n")},
		"xx/traps.txt":    {Data: []byte("")},
		"xx/joins.txt":    {Data: []byte("phase END: fines de\n")},
	}
	lang, err := timex.ReadLanguage(files, "xx")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, phrase, value, rule string }{
		{"Llegaron el 3 de mayo de 2021.", "el 3 de mayo de 2021", "2021-05-03", "fecha"},
		{"Llegaron el 3 de mayo.", "el 3 de mayo", "2024-05-03", "fecha"},
		{"Llegaron hace tres dias.", "hace tres dias", "2024-06-10", "hace"},
		{"Llegaron el viernes.", "el viernes", "2024-06-07", "dia"},
		{"Llegaron en Navidad.", "Navidad", "2023-12-25", "holiday"},
	} {
		got := findIn(lang, c.text, docDay)
		if len(got) != 1 || c.text[got[0].Start:got[0].End] != c.phrase || got[0].Value != c.value || got[0].Rule != c.rule {
			t.Errorf("%s: want %s by %s, got%s", c.text, c.value, c.rule, show(c.text, got))
		}
	}
}

// TestBadLanguage: a mistake in a file is named with its line.
func TestBadLanguage(t *testing.T) {
	good := map[string]string{"words.txt": "month 5: may\n", "rules.txt": "rule m\n  match month\n  read date\n", "holidays.txt": "", "traps.txt": "", "joins.txt": ""}
	for _, c := range []struct{ file, data, want string }{
		{"words.txt", "month 5 may\n", "line 1: no colon"},
		{"words.txt", "\nmoth 5: may\n", "line 2: "},
		{"words.txt", "@nomark: may\n", "no mark"},
		{"words.txt", ": may\n", "no class before"},
		{"words.txt", " : may\n", "no class before"},
		{"words.txt", "month 13: may\n", "a number from 1 to 12"},
		{"words.txt", "season: may\nseason 4: may\n", "a number from 0 to 3"},
		{"rules.txt", "match month\n", "want a rule"},
		{"rules.txt", "rule m\n  match moth\n  read date\n", "line 2: no class"},
		{"rules.txt", "rule m\n  match month?\n  read date\n", "matches nothing"},
		{"rules.txt", "rule m\n  match month\n  read dote\n", "no reading"},
		{"rules.txt", "rule m\n  match month\n  read date n=x\n", "no parameter"},
		{"rules.txt", "rule m\n  match month\n  read date\n  when behind month\n", "no place"},
		{"rules.txt", "rule m\n  match month\n  read date\n  when after moth\n", "no test"},
		{"rules.txt", "rule m\n  match month\n  read date\n  like It rained.\n", "no value"},
		{"rules.txt", "rule m\n  match month\n", "lacks"},
		{"holidays.txt", "'x' = 13-01\n", "is no day"},
		{"traps.txt", "  drop month\n", "want a trap"},
		{"joins.txt", "join day nothing: at\n", "want join"},
	} {
		files := fstest.MapFS{}
		for name, data := range good {
			files["xx/"+name] = &fstest.MapFile{Data: []byte(data)}
		}
		files["xx/"+c.file] = &fstest.MapFile{Data: []byte(c.data)}
		_, err := timex.ReadLanguage(files, "xx")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.file) {
			t.Errorf("%s %q: error %v, want %q", c.file, c.data, err, c.want)
		}
	}
}
