package htmltext

import (
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want, line string }{
		{"a\r\nb\tc", "a\n\nb\tc", "a b c"},
		{"a\x00b\x1bc\x7fd\u0085e", "abcde", "abcde"},
		{"a\uFDD0b\uFFFEc\U0001FFFFd", "abcd", "abcd"},
		{"a\xffb", "a\uFFFDb", "a\uFFFDb"},
		{" <b> & \"c\" ", " <b> & \"c\" ", `<b> & "c"`},
	} {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if got := OneLine(tt.in); got != tt.line {
			t.Errorf("OneLine(%q) = %q, want %q", tt.in, got, tt.line)
		}
	}
}

func TestDateTime(t *testing.T) {
	for _, tt := range []struct{ date, clock, want string }{
		{"2031-05-09", "", "2031-05-09"},
		{"2031-05", "", "2031-05"},
		{"2031", "", "2031"},
		{"2031", "11:30", "2031"},
		{"2031-05-09", "11:30", "2031-05-09T11:30"},
		{"2031-05-09", "11:30:05Z", "2031-05-09T11:30:05Z"},
		{"2031-05-09", "11:30-08:00", "2031-05-09T11:30-08:00"},
		{"2031-05-09", "11:30+05:30", "2031-05-09T11:30+05:30"},
		{"2031-05-09", "11:30/14:30", "2031-05-09"},
		{"2031-05-09", "noon", "2031-05-09"},
		{"2031-21", "", ""},
		{"203X", "", ""},
		{"2031~", "", ""},
		{"2031/2032", "", ""},
		{"-0043", "11:30", ""},
		{"0000", "", ""},
		{"Y12024", "", ""},
	} {
		d, err := edtf.Parse(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		if got := DateTime(d, tt.clock); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.date, tt.clock, got, tt.want)
		}
	}
	if got := DateTime(edtf.Date{}, "11:30"); got != "" {
		t.Errorf("no date: %q", got)
	}
}
