package href

import (
	"strings"
	"testing"
)

func TestSafe(t *testing.T) {
	tests := []struct {
		in, want     string
		ok, absolute bool
	}{
		{"https://example.org/a?b=1#c", "https://example.org/a?b=1#c", true, true},
		{"HTTP://example.org", "HTTP://example.org", true, true},
		{"mailto:desk@example.org", "mailto:desk@example.org", true, true},
		{"#flood", "#flood", true, false},
		{"reports/one.html", "reports/one.html", true, false},
		{"reports/a b:c.html", "reports/a%20b:c.html", true, false},
		{" javascript:alert(1)", "", false, false},
		{"java\tscript:alert(1)", "", false, false},
		{"JaVaScRiPt:alert(1)", "", false, false},
		{"data:text/html,x", "", false, false},
		{"vbscript:x", "", false, false},
		{":x", "", false, false},
		{"//example.org/x", "", false, false},
		{`\\example.org`, "", false, false},
		{"https://example.org/\u0085x", "", false, false},
		{"https://example.org/\xff", "", false, false},
		{"", "", false, false},
	}
	for _, tt := range tests {
		if got, ok := Safe(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("Safe(%q) = %q, %v; want %q, %v", tt.in, got, ok, tt.want, tt.ok)
		}
		got, ok := Absolute(tt.in)
		if ok != tt.absolute || ok && got != tt.want || !ok && got != "" {
			t.Errorf("Absolute(%q) = %q, %v; want %v", tt.in, got, ok, tt.absolute)
		}
	}
}

func FuzzSafe(f *testing.F) {
	f.Add("https://example.org/a b")
	f.Add("java\x00script:x")
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := Safe(s)
		if !ok {
			return
		}
		if again, ok := Safe(got); !ok || again != got {
			t.Errorf("Safe(%q) = %q, which is not safe itself", s, got)
		}
		if strings.ContainsAny(got, " \n\r\t\x00\\") {
			t.Errorf("Safe(%q) = %q", s, got)
		}
	})
}
