package nlp

import "strings"

// Lower returns the lower-case form that Token.Lower holds: small letters,
// with typographic apostrophes made plain. It allocates only where the form
// differs from s.
func Lower(s string) string {
	ascii, changed := true, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			ascii = false
			break
		}
		changed = changed || c-'A' < 26
	}
	if ascii && !changed {
		return s
	}
	s = strings.ToLower(s)
	if !ascii && (strings.Contains(s, "’") || strings.Contains(s, "ʼ")) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "ʼ", "'")
	}
	return s
}
