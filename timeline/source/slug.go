package source

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is the length of the longest id.
const maxSlug = 60

// baseID is the id of a document that stands alone: the slug of its file's
// name, or of its title for standard input.
func baseID(d Document) string {
	name := d.Path
	if name == "-" {
		if s := slug(d.Title); s != "" {
			return s
		}
		return "stdin"
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if stem := strings.TrimSuffix(base, path.Ext(base)); stem != "" {
		base = stem
	}
	if s := slug(base); s != "" {
		return s
	}
	return "document-" + d.SHA256[:8]
}

// slug makes s an id: lower-case ASCII letters, digits and single hyphens.
// Accents are dropped; other scripts leave nothing.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
			continue
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		default:
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
		if b.Len() > 2*maxSlug {
			break
		}
	}
	return trimSlug(b.String())
}

// trimSlug cuts a slug to its length, at a word's end where one is near.
func trimSlug(s string) string {
	if len(s) > maxSlug {
		s = s[:maxSlug]
		if i := strings.LastIndexByte(s, '-'); i > maxSlug/2 {
			s = s[:i]
		}
	}
	return strings.Trim(s, "-")
}
