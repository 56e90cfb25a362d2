package lang

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
)

// phrasesOf returns all phrases of a language, those of English dates too.
func phrasesOf(t *testing.T, tag string) map[string]string {
	t.Helper()
	l, err := For(tag)
	if err != nil {
		t.Fatal(err)
	}
	out := maps.Clone(l.phrases)
	for name, phrase := range l.dates.Phrases {
		out[datePrefix+name] = phrase
	}
	return out
}

var (
	unit = `(minute|hour|day|week|month|year)`
	// inOne are names that a language has for what others do not tell apart.
	inOne = regexp.MustCompile(`^(ap\.|tick\.date\.|date\.month-first\.|clock\.(am|pm|noon|midnight|range\.words)$|tick\.year\.number$` +
		`|date\.decade\.\d+$|(date\.)?(and|or)\.(before|changed)$|later\.(over|nearly)$` +
		`|(over|later)\.` + unit + `\.)`)
	// numbered are names of which there is one for each plural, or ordinal.
	numbered = regexp.MustCompile(`^(` + unit + `|step\.(minute|hour|day|month|year)|events|embed\.list|relations|(reports|sources)\.more|reports|pick|pick\.around|date\.(million|billion|ordinal))\.(one|two|few|many|other)$`)
)

// stem cuts the plural off a name, and the form.
func stem(name string) string {
	name, _, _ = strings.Cut(name, "/")
	if numbered.MatchString(name) {
		name = name[:strings.LastIndexByte(name, '.')] + ".#"
	}
	return name
}

func stems(phrases map[string]string) []string {
	var out []string
	for name := range phrases {
		if s := stem(name); !inOne.MatchString(name) && !inOne.MatchString(s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryLanguageHasEveryName(t *testing.T) {
	want := stems(phrasesOf(t, "en"))
	if len(want) < 200 {
		t.Fatalf("English has only %d names", len(want))
	}
	for _, tag := range Tags() {
		got := stems(phrasesOf(t, tag))
		for _, name := range want {
			if _, ok := slices.BinarySearch(got, name); !ok {
				t.Errorf("%s: %s is missing", tag, name)
			}
		}
		for _, name := range got {
			if _, ok := slices.BinarySearch(want, name); !ok {
				t.Errorf("%s: %s is a name that nobody asks for", tag, name)
			}
		}
	}
}

func TestPluralFormsAreThoseOfTheRule(t *testing.T) {
	for _, tag := range Tags() {
		phrases := phrasesOf(t, tag)
		for name := range phrases {
			if !numbered.MatchString(name) {
				continue
			}
			base := name[:strings.LastIndexByte(name, '.')]
			want := pluralForms[phrases["plural"]]
			if base == "date.ordinal" {
				want = ordinalForms[phrases["ordinal"]]
			}
			for _, form := range []string{"one", "two", "few", "many", "other"} {
				if _, has := phrases[base+"."+form]; has != slices.Contains(want, form) {
					t.Errorf("%s: %s.%s is there: %v", tag, base, form, has)
				}
			}
		}
	}
}

var hole = regexp.MustCompile(`\{(\w+)(?:/(\w*))?\}`)

// holes returns the numbers of a phrase's holes, sorted.
func holes(phrase string) []string {
	var out []string
	for _, m := range hole.FindAllStringSubmatch(phrase, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestHolesAreTheSame(t *testing.T) {
	// English says one of them in a word, or leaves what is known unsaid.
	differs := regexp.MustCompile(`^(step\.|date\.ordinal\.)`)
	want := map[string][]string{}
	for name, phrase := range phrasesOf(t, "en") {
		want[stem(name)] = holes(phrase)
	}
	for _, tag := range Tags() {
		for name, phrase := range phrasesOf(t, tag) {
			if w, ok := want[stem(name)]; ok && !differs.MatchString(name) && !slices.Equal(holes(phrase), w) {
				t.Errorf("%s: %s = %q has the holes %v, in English %v", tag, name, phrase, holes(phrase), w)
			}
			if rest := hole.ReplaceAllString(phrase, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s: %s = %q has a brace that is no hole", tag, name, phrase)
			}
		}
	}
}

// TestFormsAreAskedFor looks for forms that no hole asks for, which would be
// misspelt, and for holes whose form nothing has.
func TestFormsAreAskedFor(t *testing.T) {
	for _, tag := range Tags() {
		asked, had := map[string]bool{"tick": true, "number": true, "roman": true}, map[string]bool{"tick": true, "number": true, "roman": true}
		phrases := phrasesOf(t, tag)
		for name, phrase := range phrases {
			if _, form, ok := strings.Cut(name, "/"); ok {
				had[form] = true
			}
			for _, m := range hole.FindAllStringSubmatch(phrase, -1) {
				if m[2] != "" {
					asked[m[2]] = true
				}
			}
		}
		if !maps.Equal(asked, had) {
			t.Errorf("%s: holes ask for %v, phrases have %v", tag, asked, had)
		}
	}
}

// TestNoPhraseIsEnglish looks for phrases that were left as they are in
// English. Names and signs may be the same.
func TestNoPhraseIsEnglish(t *testing.T) {
	same := map[string]bool{ // words that two languages share
		"date.month.4 de": true, "date.month.8 de": true, "date.month.9 de": true, "date.month.11 de": true,
		"date.month.short.8 de": true, "date.season.summer de": true, "date.season.winter de": true,
		"source fr": true, "sources fr": true, "minute.one fr": true, "minute.other fr": true, "date.million.one fr": true,
		"rel.minute de": true, "rel.minute fr": true, "rel.minute es": true,
	}
	letters := regexp.MustCompile(`\pL{3,}`)
	english := phrasesOf(t, "en")
	for _, tag := range Tags() {
		if tag == "en" {
			continue
		}
		for name, phrase := range phrasesOf(t, tag) {
			words := hole.ReplaceAllString(phrase, "")
			if e, ok := english[name]; ok && e == phrase && letters.MatchString(words) && !same[name+" "+tag] &&
				!slices.Contains([]string{"plural", "ordinal", "date-styles"}, name) {
				t.Errorf("%s: %s is in English: %q", tag, name, phrase)
			}
			latin := regexp.MustCompile(`[a-zA-Z]{2,}`).MatchString(words)
			if (tag == "ru" || tag == "uk" || tag == "zh") && latin && !slices.Contains([]string{"plural", "ordinal", "date-styles", "clock"}, name) {
				t.Errorf("%s: %s has Latin letters: %q", tag, name, phrase)
			}
		}
	}
}

func TestReadPhrases(t *testing.T) {
	got, err := readPhrases("x.txt", "# a note\n\na = b\nspace = \" c \"\nequals = d = e\nempty = \"\"\nquote = \"\n")
	want := map[string]string{"a": "b", "space": " c ", "equals": "d = e", "empty": "", "quote": `"`}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("read %q, %v", got, err)
	}
	for _, text := range []string{"a", "a=b", "a = b\na = c"} {
		if _, err := readPhrases("x.txt", text); err == nil || !strings.HasPrefix(err.Error(), "x.txt:") {
			t.Errorf("%q: error %v", text, err)
		}
	}
	if _, err := newLanguage("x", map[string]string{"plural": "dual", "ordinal": "none"}); err == nil {
		t.Error("a rule for plurals that is not there is taken")
	}
}

func FuzzReadPhrases(f *testing.F) {
	f.Add("a = b\n# c\n")
	f.Add("plural = slavic\nordinal = none\ndate.day = {1} {2/gen}\ndate.month.2/gen = {9} {x} {")
	f.Add(" = \n\"\n")
	date, _ := edtf.Parse("2025-02-16~/..")
	f.Fuzz(func(t *testing.T, text string) {
		phrases, err := readPhrases("x.txt", text)
		if err != nil {
			return
		}
		for name := range phrases {
			if strings.TrimSpace(name) != name {
				t.Fatalf("the name %q has space around it", name)
			}
		}
		phrases["plural"], phrases["ordinal"] = "slavic", "none"
		l, err := newLanguage("x", phrases)
		if err != nil {
			t.Fatal(err)
		}
		s := Speaker{Language: l}
		s.Date(date, Form{})
		s.Say("a", "{1}")
		s.Later(Length{N: 21, Unit: Week, Round: Over})
		s.Years(-5, 20_000)
	})
}
