package extract

import (
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
)

func TestYearsCarryOverConjunctions(t *testing.T) {
	date, err := edtf.Parse("2031-06-05")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text, want string
	}{
		{"The Marigold sank on 3 May 1998 and was raised on 12 June.", "1998-06-12"},
		{"The Marigold sank on 30 December 1998 and was raised on 4 January.", "1999-01-04"},
		{"The pier, built on 4 May 1931, was closed on 12 April.", "2031-04-12"},
		{"The Marigold sank on 3 May 1998 but was raised on 12 April.", "2031-04-12"},
	}
	for _, tt := range tests {
		doc, err := source.ReadBytes("a.txt", []byte(tt.text+" Nobody was hurt."), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d := Read(doc, english.New(), date)
		got := ""
		for _, tx := range d.Timexes[0] {
			got = tx.Date.String()
		}
		if got != tt.want {
			t.Errorf("%q: the last date is %s, want %s", tt.text, got, tt.want)
		}
	}
}
