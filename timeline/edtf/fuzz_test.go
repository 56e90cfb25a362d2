package edtf

import (
	"errors"
	"testing"
)

// FuzzParse holds Parse to its promises on any text: no panic, a ParseError
// with an offset inside the text and a reason, or a date that reads back.
func FuzzParse(f *testing.F) {
	for _, table := range [][]reading{level0, level1, level2, extensions} {
		for _, r := range table {
			f.Add(r.in)
		}
	}
	for _, s := range []string{"Y9E999999", "2023-02-30", "2005-W05-3", "2005-123", "10:10", "c. 1985", "\xff", "[..]", "1990s", "T", " ", ":"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			var perr *ParseError
			if !errors.As(err, &perr) || perr.Input != s || perr.Reason == "" || perr.Offset < 0 || perr.Offset > len(s) {
				t.Fatalf("Parse(%q) refuses with %#v", s, err)
			}
			_ = err.Error()
			return
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("Parse(%q) = %s, which reads back as %s, %v", s, d, again, err)
		}
		if Compare(d, d) != 0 || !d.Covers(d) {
			t.Fatalf("%s is not itself", d)
		}
		checkWords(t, d, Style{})
		checkWords(t, d.WithApproximate(), Style{MonthDay: true, OmitYear: true})
	})
}

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"1985-04-12", "2004?-06-~11", "15XX-12-25", "2004-02-01/2005-02", "[1667,1668,1670..1672]"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
