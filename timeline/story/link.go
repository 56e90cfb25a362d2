package story

import (
	"strings"
	"unicode"
)

// SafeLink reports whether a page may link to url: http, https, mailto, and
// addresses relative to the page.
func SafeLink(url string) bool {
	// Browsers drop control characters and leading space before they look for
	// a scheme, so "java\nscript:" is one; nobody means such an address.
	if strings.ContainsFunc(url, unicode.IsControl) {
		return false
	}
	url = strings.TrimLeftFunc(url, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
	end := strings.IndexAny(url, ":/?#\\")
	if end < 0 || url[end] != ':' {
		return true // no scheme
	}
	switch strings.ToLower(url[:end]) {
	case "http", "https", "mailto":
		return true
	}
	return false
}
