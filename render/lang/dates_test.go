package lang

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
)

var update = flag.Bool("update", false, "rewrite testdata/dates.txt")

func speaker(t testing.TB, tag string) Speaker {
	t.Helper()
	l, err := For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return Speaker{Language: l}
}

func day(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// kinds are dates of every kind that the format has.
const kinds = `2025-08-15 2025-08 1867 2015~ 1985? 1985% 2004-06-11~ 2004-06~ 2004?-06-11 -0043 -0043-03-15
0079-08-24 0476 Y12024 Y12024-03-05 Y-17E7 Y3E6 Y-13E9 1950S2 2023-22 2023-25 2023-30 2023-33 2023-37 2023-41 2023-22~
199X 194X 200X 001X -018X 19XX 00XX -01XX 1XXX XXXX 186X~ 19XX~ 1X66 1867-XX-XX 1867-XX 1985-04-XX 1985-04-1X 1984-1X
2004-XX-05 156X-12-25 15XX-12 XXXX-12-XX 200X-22
2025-05-16/2025-06-02 2025-05-16/2025-05-20 2025-05-01/2025-05-20 2025-12-30/2026-01-02 2025-05/2025-07 2024-11/2025-02
1964/2008 1964~/2008~ 2025-05~/2025-07~ 1964~/2008 -0099/-0043 -0043/0014 0069/0079 2004-06-XX/2004-07-03
2022-02-24/.. 2022-02/.. 1985/.. 199X/.. 19XX/.. 2023-22/.. 2023-33/.. 2015~/.. 2015?/.. 1985-04-XX/.. 2022-02/
../1985 ../1985-02 ../2004-06-11 ../199X ../19XX ../2023-21 ../2023-34 ../1985~ ../1985? ../Y12024 /1985 ../.. /.. ../
[1667,1668,1670..1672] {1960,1961-12} [1983,1984-10] [..1760-12-03] [1760-01,1760-12..] {..1984}
2022-~37 2022-~38 2022-~39 2022?-%39 2025-08-~01/2025-08-~10 2025-08-~11/2025-08-~20 2025-08-~21/2025-08-~31
1990~/1993~ 1994~/1996~ 1997~/1999~ 1900~/1933~ 1934~/1966~ 1967~/1999~`

// TestDates compares the words of all kinds of dates with a table that has
// been read by eye: in full, then short and without the year.
func TestDates(t *testing.T) {
	const path = "testdata/dates.txt"
	var b strings.Builder
	for _, text := range strings.Fields(kinds) {
		fmt.Fprintln(&b, text)
		for _, tag := range Tags() {
			s, d := speaker(t, tag), day(t, text)
			full, short := s.Date(d, Form{Full: true}), s.Date(d, Form{OmitYear: true})
			if full == short {
				fmt.Fprintf(&b, "  %s  %s\n", tag, full)
			} else {
				fmt.Fprintf(&b, "  %s  %s | %s\n", tag, full, short)
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, got := strings.Split(string(data), "\n"), strings.Split(b.String(), "\n")
	if len(want) != len(got) {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("line %d: %q, want %q", i+1, got[i], want[i])
		}
	}
}

// TestDatesByHand states words for each language in the test
// itself, so that a rewritten table cannot pass by mistake.
func TestDatesByHand(t *testing.T) {
	tests := []struct{ tag, date, want string }{
		{"de", "2015~", "etwa 2015"},
		{"de", "2022-02-24/..", "seit 24. Februar 2022"},
		{"de", "../19XX", "bis zum 20. Jahrhundert"},
		{"de", "2025-05-16/2025-06-02", "16. Mai – 2. Juni 2025"},
		{"de", "-0043", "44 v.\u00a0Chr."},
		{"fr", "2025-08-01", "1er août 2025"},
		{"fr", "2022-02-24/..", "depuis le 24 février 2022"},
		{"fr", "../1985", "jusqu’en 1985"},
		{"fr", "1985-04-XX", "un jour d’avril 1985"},
		{"fr", "18XX", "XIXe siècle"},
		{"es", "2025-08-15", "15 de agosto de 2025"},
		{"es", "19XX/..", "desde el siglo XX"},
		{"es", "[1983,1984-10]", "1983 u octubre de 1984"},
		{"ru", "1867~", "около 1867\u00a0г."},
		{"ru", "2022-02-24/..", "с 24 февраля 2022\u00a0г."},
		{"ru", "186X", "1860-е годы"},
		{"ru", "../2004-06", "до июня 2004\u00a0г."},
		{"uk", "2025-08-15", "15 серпня 2025\u00a0р."},
		{"uk", "194X", "1940-ві роки"},
		{"uk", "200X/..", "з 2000-х років"},
		{"zh", "2025-08-15", "2025年8月15日"},
		{"zh", "1867~", "约1867年"},
		{"zh", "1867?", "可能在1867年"},
		{"zh", "-0043-03-15", "公元前44年3月15日"},
	}
	for _, tt := range tests {
		if got := speaker(t, tt.tag).Date(day(t, tt.date), Form{Full: true}); got != tt.want {
			t.Errorf("%s: %s reads %q, want %q", tt.tag, tt.date, got, tt.want)
		}
	}
}

// TestNoWordIsLeftBare looks in the words of all dates for what a phrase
// without its form would leave: "jusqu’2e", "с август".
func TestNoWordIsLeftBare(t *testing.T) {
	endings := []string{"%s", "../%s", "%s/..", "/%s", "%s/", "../%s~", "%s?/.."}
	bare := map[string][]string{
		"fr": {"jusqu’0", "jusqu’1", "jusqu’2", "jusqu’(", "jusqu’p", "jusqu’n", "jusqu’v", "jusqu’un", "jusqu’j", "depuis siècle", " de avril", " de le "},
		"es": {" de el ", "desde siglo", "hasta siglo", "desde década", " a el "},
		"de": {"seit das ", "seit ein ", "bis dem", "zwischen dem ein"},
		"ru": {"с январь", "до январь", "с август ", "около август ", "с лето", "с один ", "до один "},
		"uk": {"з січень", "до січень", "з літо", "з один ", "до один "},
	}
	points := "2025-01-05 2025-08 2025-04 2025 -0043 0079 Y12024 Y3E6 Y-3E6 2023-21 2023-22 2023-26 2023-33 2023-38 2023-41 199X -018X 001X 19XX -01XX 1XXX -1XXX XXXX 1X66 1867-XX-XX 1867-XX 1985-04-XX 1985-04-1X 1984-1X 2004-XX-05 156X-12-25 XXXX-12-XX 1950S2"
	for tag, wrong := range bare {
		s := speaker(t, tag)
		for _, p := range strings.Fields(points) {
			for _, e := range endings {
				d, err := edtf.Parse(fmt.Sprintf(e, p))
				if err != nil {
					continue // a qualifier does not go with every point
				}
				for _, f := range []Form{{}, {Full: true}, {OmitYear: true}} {
					words := s.Date(d, f)
					for _, w := range wrong {
						if strings.Contains(words, w) {
							t.Errorf("%s: %s reads %q", tag, d, words)
						}
					}
				}
			}
		}
	}
}
