package edtf

import "testing"

func TestFill(t *testing.T) {
	decline := func(form string) string { return "x" + form }
	tests := []struct{ phrase, form, want string }{
		{"no hole", "gen", "no hole"},
		{"", "gen", ""},
		{"{1}", "", "x"},
		{"since {1}", "gen", "since xgen"},
		{"{2/dat} and {1/}", "gen", "{x} and x"},
		{"{3} {0} {x} { {1", "gen", "{3} {0} {x} { {1"},
	}
	for _, tt := range tests {
		if got := Fill(tt.phrase, tt.form, decline, Text("{x}")); got != tt.want {
			t.Errorf("Fill(%q, %q) = %q, want %q", tt.phrase, tt.form, got, tt.want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int64]string{1: "I", 4: "IV", 14: "XIV", 19: "XIX", 1999: "MCMXCIX", 0: "0", 4000: "4000"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestWordsInISO(t *testing.T) {
	tests := []struct {
		date     string
		omitYear bool
		want     string
	}{
		{"2025-08-15", false, "2025-08-15"},
		{"2025-08-15", true, "08-15"},
		{"2025-08", false, "2025-08"},
		{"2025-08", true, "2025-08"},
		{"2025", false, "2025"},
		{"2025-05-16/2025-06-02", false, "2025-05-16 – 2025-06-02"},
		{"2025-05-16/2025-05-20", true, "05-16 – 05-20"},
		{"2022-02-24~/..", false, "since about 2022-02-24"},
		{"2004?-06-11", false, "06-11, possibly 2004"},
		{"-0043-03-15", false, "-0043-03-15"},
		{"1985-04-1X", false, "some day between 1985-04-10 and 1985-04-19"},
		{"2023-22", false, "summer 2023"},
	}
	for _, tt := range tests {
		if got := mustParse(t, tt.date).Words(Style{ISO: true, OmitYear: tt.omitYear}); got != tt.want {
			t.Errorf("%s reads %q, want %q", tt.date, got, tt.want)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	d := mustParse(b, "2025-05-16/2025-06-02")
	for b.Loop() {
		d.Words(Style{FullMonth: true})
	}
}
