package lang

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{"de": "de", "de-AT": "de", "DE_ch": "de", "en-US": "en", "zh-CN": "zh", "zh-Hans-TW": "zh"} {
		if l, err := For(tag); err != nil || l.Tag != want {
			t.Errorf("For(%q) = %v, %v", tag, l, err)
		}
	}
	for tag, want := range map[string]string{
		"german": "did you mean de?", "germann": "did you mean de?", "ua": "did you mean uk?", "Chin": "did you mean zh?",
		"español": "did you mean es?", "zh-TW": "did you mean zh?", "fre": "did you mean fr?", "qq": "there are de, en, es, fr, ru, uk, zh",
		"": "there are de",
	} {
		l, err := For(tag)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), `"`+tag+`"`) {
			t.Errorf("For(%q) = %v, %v; want an error with %q", tag, l, err, want)
		}
	}
	if _, err := For("qq"); strings.Contains(err.Error(), "mean") {
		t.Errorf("a guess for qq: %v", err)
	}
	if a, b := speaker(t, "ru").Language, speaker(t, "ru-RU").Language; a != b {
		t.Error("a language is read twice")
	}
	if !slices.IsSorted(Tags()) || len(Tags()) != 7 {
		t.Errorf("Tags() = %q", Tags())
	}
}

// TestPlurals compares the rules with the samples that CLDR gives for them.
func TestPlurals(t *testing.T) {
	tests := []struct {
		tag, form string
		samples   [][2]int64 // from, to
	}{
		{"en", "one", [][2]int64{{1, 1}}},
		{"en", "other", [][2]int64{{0, 0}, {2, 16}, {100, 100}, {1000, 1000}, {1000000, 1000000}}},
		{"de", "one", [][2]int64{{1, 1}}},
		{"de", "other", [][2]int64{{0, 0}, {2, 16}, {100, 100}, {1000000, 1000000}}},
		{"fr", "one", [][2]int64{{0, 1}}},
		{"fr", "many", [][2]int64{{1000000, 1000000}, {6000000, 6000000}}},
		{"fr", "other", [][2]int64{{2, 17}, {100, 100}, {100000, 100000}}},
		{"es", "one", [][2]int64{{1, 1}}},
		{"es", "many", [][2]int64{{1000000, 1000000}, {6000000, 6000000}}},
		{"es", "other", [][2]int64{{0, 0}, {2, 16}, {100, 100}, {100000, 100000}}},
		{"ru", "one", [][2]int64{{1, 1}, {21, 21}, {31, 31}, {81, 81}, {101, 101}, {1001, 1001}}},
		{"ru", "few", [][2]int64{{2, 4}, {22, 24}, {52, 54}, {62, 62}, {102, 102}, {1002, 1002}}},
		{"ru", "many", [][2]int64{{0, 0}, {5, 19}, {100, 100}, {1000, 1000}, {1000000, 1000000}, {111, 114}}},
		{"uk", "one", [][2]int64{{1, 1}, {21, 21}, {101, 101}}},
		{"uk", "few", [][2]int64{{2, 4}, {22, 24}, {1002, 1002}}},
		{"uk", "many", [][2]int64{{0, 0}, {5, 19}, {100, 100}, {1000000, 1000000}}},
		{"zh", "other", [][2]int64{{0, 15}, {100, 100}, {1000000, 1000000}}},
	}
	for _, tt := range tests {
		for _, r := range tt.samples {
			for n := r[0]; n <= r[1]; n++ {
				if got := speaker(t, tt.tag).Language.plural(n); got != tt.form {
					t.Errorf("%s: %d is %s, want %s", tt.tag, n, got, tt.form)
				}
			}
		}
	}
	for n, want := range map[int64]string{1: "one", 2: "two", 3: "few", 4: "other", 11: "other", 12: "other", 13: "other", 21: "one", 111: "other"} {
		if got := ordinals["english"](n); got != want {
			t.Errorf("English ordinal %d is %s, want %s", n, got, want)
		}
	}
	if ordinals["french"](1) != "one" || ordinals["french"](2) != "other" {
		t.Error("French ordinals are not 1er, 2e")
	}
}

func TestLengths(t *testing.T) {
	tests := []struct {
		tag         string
		l           Length
		want, later string
	}{
		{"en", Length{151, Year, Exact}, "151 years", "151 years later"},
		{"en", Length{3, Year, Over}, "over 3 years", "over 3 years later"},
		{"en", Length{}, "", ""},
		{"de", Length{151, Year, Exact}, "151 Jahre", "151 Jahre später"},
		{"de", Length{1, Day, Exact}, "1 Tag", "1 Tag später"},
		{"de", Length{2, Month, Nearly}, "fast 2 Monate", "fast 2 Monate später"},
		{"fr", Length{151, Year, Exact}, "151 ans", "151 ans plus tard"},
		{"fr", Length{151_000_000, Year, Over}, "plus de 151\u202f000\u202f000 d’années", "plus de 151\u202f000\u202f000 d’années plus tard"},
		{"es", Length{151, Year, Exact}, "151 años", "151 años después"},
		{"es", Length{1, Hour, Over}, "más de 1 hora", "más de 1 hora después"},
		{"ru", Length{151, Year, Exact}, "151 год", "151 год спустя"},
		{"ru", Length{3, Year, Over}, "более 3 лет", "более 3 лет спустя"},
		{"ru", Length{21, Year, Over}, "более 21 года", "более 21 года спустя"},
		{"ru", Length{2, Year, Nearly}, "почти 2 года", "почти 2 года спустя"},
		{"ru", Length{1, Week, Exact}, "1 неделя", "1 неделю спустя"},
		{"ru", Length{5, Minute, Exact}, "5 минут", "5 минут спустя"},
		{"uk", Length{151, Year, Exact}, "151 рік", "через 151 рік"},
		{"uk", Length{3, Year, Over}, "понад 3 роки", "більш ніж через 3 роки"},
		{"uk", Length{1, Hour, Over}, "понад 1 годину", "більш ніж через 1 годину"},
		{"uk", Length{5, Day, Nearly}, "майже 5 днів", "майже через 5 днів"},
		{"zh", Length{151, Year, Exact}, "151年", "151年后"},
		{"zh", Length{3, Month, Over}, "3个多月", "3个多月后"},
		{"zh", Length{2, Year, Nearly}, "近2年", "近2年后"},
	}
	for _, tt := range tests {
		s := speaker(t, tt.tag)
		if got := s.Length(tt.l); got != strings.ReplaceAll(tt.want, "\u202f", "\u00a0") {
			t.Errorf("%s: Length(%v) = %q, want %q", tt.tag, tt.l, got, tt.want)
		}
		if got := s.Later(tt.l); got != strings.ReplaceAll(tt.later, "\u202f", "\u00a0") {
			t.Errorf("%s: Later(%v) = %q, want %q", tt.tag, tt.l, got, tt.later)
		}
	}
}

func TestNumbersAndLists(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {"9999", "12,345", "1,234,567", "A", "A and B", "A, B or C", "2 events", "One step is 10 years"},
		"de": {"9999", "12.345", "1.234.567", "A", "A und B", "A, B oder C", "2 Ereignisse", "Schritte von 10 Jahren"},
		"fr": {"9999", "12 345", "1 234 567", "A", "A et B", "A, B ou C", "2 événements", "Graduation : 10 ans"},
		"es": {"9999", "12.345", "1.234.567", "A", "A y B", "A, B o C", "2 sucesos", "Intervalos de 10 años"},
		"ru": {"9999", "12 345", "1 234 567", "A", "A и B", "A, B или C", "2 события", "Шаг – 10 лет"},
		"uk": {"9999", "12 345", "1 234 567", "A", "A і B", "A, B або C", "2 події", "Крок – 10 років"},
		"zh": {"9999", "12,345", "1,234,567", "A", "A和B", "A、B或C", "2个事件", "每格10年"},
	} {
		s := speaker(t, tag)
		got := []string{s.Number(9999), s.Number(12345), s.Number(1234567), s.And([]string{"A"}), s.And([]string{"A", "B"}),
			s.Or([]string{"A", "B", "C"}), s.Count("events", 2), s.Step(10, Year)}
		for i := range got {
			if words := strings.ReplaceAll(got[i], "\u00a0", " "); words != want[i] {
				t.Errorf("%s: %q, want %q", tag, words, want[i])
			}
		}
	}
	es := speaker(t, "es")
	for _, tt := range [][3]string{{"Perú", "Italia", "Perú e Italia"}, {"agua", "hielo", "agua y hielo"}, {"Ana", "Bea", "Ana y Bea"}} {
		if got := es.And(tt[:2]); got != tt[2] {
			t.Errorf("%q, want %q", got, tt[2])
		}
	}
	if got := es.Or([]string{"siete", "ocho"}); got != "siete u ocho" {
		t.Errorf("%q", got)
	}
}

func TestDateStyles(t *testing.T) {
	tests := []struct {
		style    DateStyle
		date     string
		full     bool
		omitYear bool
		want     string
	}{
		{DayMonth, "2025-08-15", true, false, "15 August 2025"},
		{MonthDay, "2025-08-15", true, false, "August 15, 2025"},
		{MonthDay, "2025-05-16/2025-06-02", false, true, "May 16 – June 2"},
		{ISO, "2025-08-15", true, false, "2025-08-15"},
		{ISO, "2025-08-15", true, true, "08-15"},
		{ISO, "2025-05-16/2025-06-02", false, false, "2025-05-16 – 2025-06-02"},
		{AP, "2025-08-15", true, false, "Aug. 15, 2025"},
		{AP, "2025-08-15", false, true, "Aug. 15"},
		{AP, "2025-03-15", false, false, "March 15, 2025"},
		{AP, "2025-09-15/2025-09-20", false, false, "Sept. 15–20, 2025"},
		{AP, "2025-08", false, false, "August 2025"},
		{AP, "186X", false, false, "the 1860s"},
		{AP, "-0043-03-15", false, false, "March 15, 44 B.C."},
		{AP, "1985-08-1X", false, false, "some day between Aug. 10, 1985 and Aug. 19, 1985"},
	}
	for _, tt := range tests {
		s := Speaker{Dates: tt.style}
		if got := s.Date(day(t, tt.date), Form{Full: tt.full, OmitYear: tt.omitYear}); got != tt.want {
			t.Errorf("%v: %s reads %q, want %q", tt.style, tt.date, got, tt.want)
		}
	}
	de := speaker(t, "de")
	de.Dates = AP
	if got := de.Date(day(t, "2025-08-15"), Form{Full: true}); got != "15. August 2025" {
		t.Errorf("German in the style of the AP: %q", got)
	}
}

func TestParseDateStyle(t *testing.T) {
	for name, want := range map[string]DateStyle{"": Usual, "day-month": DayMonth, "month-day": MonthDay, "ISO": ISO, "ap": AP} {
		if got, err := ParseDateStyle(name); err != nil || got != want {
			t.Errorf("ParseDateStyle(%q) = %v, %v", name, got, err)
		}
	}
	if _, err := ParseDateStyle("apa"); err == nil || !strings.Contains(err.Error(), "day-month, month-day, iso, ap") {
		t.Errorf("apa: %v", err)
	}
	for _, tt := range []struct {
		tag   string
		style DateStyle
		ok    bool
	}{
		{"en", AP, true}, {"en", MonthDay, true}, {"de", AP, false}, {"de", MonthDay, false}, {"de", DayMonth, true},
		{"zh", DayMonth, false}, {"zh", ISO, true}, {"zh", Usual, true},
	} {
		err := tt.style.In(speaker(t, tt.tag).Language)
		if (err == nil) != tt.ok || err != nil && !strings.Contains(err.Error(), "iso") {
			t.Errorf("%v in %s: %v", tt.style, tt.tag, err)
		}
	}
}

func TestTicks(t *testing.T) {
	en := func(d DateStyle) Speaker { return Speaker{Dates: d} }
	tests := []struct {
		s                                          Speaker
		month, dayMonth, day, year, monthYear, dmy string
		months, monthsYear, years, apart           string
	}{
		{en(Usual), "March", "15 March", "5", "2025", "March 2025", "15 March 2025", "March–May", "March–May 2025", "1907–1911", "44 BC – AD 14"},
		{en(MonthDay), "Aug", "Aug 15", "5", "2025", "Aug 2025", "Aug 15, 2025", "March–May", "March–May 2025", "1907–1911", "44 BC – AD 14"},
		{en(ISO), "08", "08-15", "05", "2025", "2025-08", "2025-08-15", "2025-03 – 2025-05", "2025-03 – 2025-05", "1907–1911", "44 BC – AD 14"},
		{en(AP), "Aug.", "Aug. 15", "5", "2025", "Aug. 2025", "Aug. 15, 2025", "March–May", "March–May 2025", "1907–1911", "44 B.C. – A.D. 14"},
		{speaker(t, "de"), "Aug.", "15. Aug.", "5", "2025", "Aug. 2025", "15. Aug. 2025", "März–Mai", "März–Mai 2025", "1907–1911", "44 v. Chr. – 14 n. Chr."},
		{speaker(t, "fr"), "août", "15 août", "5", "2025", "août 2025", "15 août 2025", "mars–mai", "mars–mai 2025", "1907–1911", "44 av. J.-C. – 14 ap. J.-C."},
		{speaker(t, "es"), "ago", "15 ago", "5", "2025", "ago 2025", "15 ago 2025", "marzo–mayo", "marzo–mayo de 2025", "1907–1911", "44 a. C. – 14 d. C."},
		{speaker(t, "ru"), "май", "15 мая", "5", "2025", "май 2025", "15 мая 2025", "март–май", "март–май 2025 г.", "1907–1911", "44 до н. э. – 14 н. э."},
		{speaker(t, "uk"), "серп.", "15 серп.", "5", "2025", "серп. 2025", "15 серп. 2025", "березень–травень", "березень–травень 2025 р.", "1907–1911", "44 до н. е. – 14 н. е."},
		{speaker(t, "zh"), "8月", "8月15日", "5日", "2025年", "2025年8月", "2025年8月15日", "3月至5月", "2025年3月至5月", "1907年–1911年", "公元前44年 – 公元14年"},
	}
	for _, tt := range tests {
		month := 8
		switch {
		case tt.s.Tag() == "ru":
			month = 5
		case tt.s == en(Usual):
			month = 3
		}
		s := tt.s
		got := []string{s.MonthTick(month), s.DayTick(month, 15), s.DayNumber(5), s.Year(2025),
			s.WithYear(s.MonthTick(month), 2025), s.WithYear(s.DayTick(month, 15), 2025),
			s.Months(2025, 3, 5, true), s.Months(2025, 3, 5, false), s.Years(1907, 1911), s.Years(-43, 14)}
		want := []string{tt.month, tt.dayMonth, tt.day, tt.year, tt.monthYear, tt.dmy, tt.months, tt.monthsYear, tt.years, tt.apart}
		for i := range got {
			if words := strings.ReplaceAll(got[i], "\u00a0", " "); words != want[i] {
				t.Errorf("%s, %v: %q, want %q", s.Tag(), s.Dates, words, want[i])
			}
		}
	}
	if got := (Speaker{}).WithYear("", 2025); got != " 2025" {
		t.Errorf("a tick without words: %q", got)
	}
}

func TestClock(t *testing.T) {
	h := func(hour, minute int) int { return 60*hour + minute }
	twelve := Speaker{Hours12: true}
	es := speaker(t, "es")
	es.Hours12 = true
	tests := []struct {
		s        Speaker
		from, to int
		want     string
	}{
		{Speaker{}, h(9, 5), h(14, 30), "09:05–14:30"},
		{twelve, h(11, 30), h(14, 30), "11:30 a.m. – 2:30 p.m."},
		{twelve, h(14, 0), h(14, 30), "2–2:30 p.m."},
		{twelve, h(11, 0), h(12, 0), "11 a.m. – noon"},
		{twelve, h(0, 0), h(0, 5), "midnight – 12:05 a.m."},
		{Speaker{Dates: AP}, h(12, 1), h(23, 59), "12:01–11:59 p.m."},
		{Speaker{Dates: ISO, Hours12: true}, h(9, 5), h(14, 30), "09:05–14:30"},
		{es, h(9, 5), h(14, 30), "9:05–14:30"},
	}
	for _, tt := range tests {
		if got := tt.s.ClockRange(tt.from, tt.to); got != tt.want {
			t.Errorf("%d to %d: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	if got := twelve.Clock(h(14, 30)); got != "2:30 p.m." {
		t.Errorf("%q", got)
	}
}

func TestSay(t *testing.T) {
	var s Speaker
	if got := s.Say("dated", "{2}", "{1}"); got != "{2}: {1}" {
		t.Errorf("braces of an argument are read: %q", got)
	}
	for in, want := range map[string]string{"44 B.C.": "44 B.C.", "44": "44.", "so on..": "so on..."} {
		if got := s.Say("standfirst", in); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := s.Say("no such phrase"); got != "no such phrase" {
		t.Errorf("%q", got)
	}
	from, to := day(t, "1907-05-03"), day(t, "186X")
	for tag, want := range map[string]string{
		"en": "N, from 3 May 1907 to the 1860s", "de": "N, 3. Mai 1907 bis zu den 1860er-Jahren",
		"fr": "N, du 3 mai 1907 jusqu’aux années 1860", "es": "N, desde el 3 de mayo de 1907 hasta la década de 1860",
		"ru": "N, с 3 мая 1907 г. по 1860-е годы", "uk": "N, з 3 травня 1907 р. до 1860-х років", "zh": "N，1907年5月3日至1860年代",
	} {
		if got := strings.ReplaceAll(speaker(t, tag).SayDates("span", Form{Full: true}, "N", from, to), "\u00a0", " "); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if got := speaker(t, "zh").Sentences("一。", "二。"); got != "一。二。" {
		t.Errorf("%q", got)
	}
	if got := speaker(t, "en").Sentences("", "One.", "", "Two."); got != "One. Two." {
		t.Errorf("%q", got)
	}
}

// TestEveryDateHasWords draws dates and styles at random: no language leaves a
// hole open or has nothing to say.
func TestEveryDateHasWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := rapid.SampledFrom(strings.Fields("2025-08-15 2025-08 2025 -0043 0079 Y12024 Y3E6 2023-2%d 199X 19XX 1XXX XXXX 1867-XX 1985-04-1X 156X-12-25 1950S2"))
		text := rapid.SampledFrom([]string{"%", "%~", "%?", "../%", "%/..", "%/", "/%", "[%,%]", "{%,%..}", "%/%"}).Draw(t, "shape")
		for strings.Contains(text, "%") {
			p := strings.Replace(point.Draw(t, "point"), "2%d", "22", 1)
			text = strings.Replace(text, "%", p, 1)
		}
		d, err := edtf.Parse(text)
		if err != nil {
			return
		}
		l, err := For(rapid.SampledFrom(Tags()).Draw(t, "tag"))
		if err != nil {
			t.Fatal(err)
		}
		s := Speaker{Language: l, Dates: DateStyle(rapid.IntRange(0, 4).Draw(t, "style"))}
		words := s.Date(d, Form{Full: rapid.Bool().Draw(t, "full"), OmitYear: rapid.Bool().Draw(t, "omit")})
		if words == "" || strings.ContainsAny(words, "{}/") || strings.Contains(words, "  ") {
			t.Fatalf("%s in %s: %q", d, l.Tag, words)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, tag := range []string{"en", "ru"} {
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				if _, err := read(tag); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDate(b *testing.B) {
	s, d := speaker(b, "ru"), day(b, "2022-02-24/..")
	for b.Loop() {
		s.Date(d, Form{Full: true})
	}
}

func TestEither(t *testing.T) {
	var s Speaker
	if got := s.Either([]string{"two boats", "three boats", "four"}); got != "two boats, three boats or four" {
		t.Errorf("%q", got)
	}
	if got := s.Either([]string{"14 July, at dusk", "15 July"}); got != "14 July, at dusk; 15 July" {
		t.Errorf("with commas: %q", got)
	}
}
