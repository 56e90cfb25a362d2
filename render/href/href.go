// Package href says which link targets from a story may be printed. It is a
// leaf: every writer asks it, so that all of them let the same through.
package href

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Safe returns a link target that is fit to print, and whether there is
// one: http, https and mailto addresses, relative references and anchors.
// Anything else, such as javascript: or data:, is refused, and so are
// references to another host without a scheme.
func Safe(target string) (string, bool) {
	target = strings.TrimSpace(target)
	if target == "" || !utf8.ValidString(target) || strings.HasPrefix(target, "//") {
		return "", false
	}
	for _, r := range target {
		// Browsers drop controls and read backslashes as slashes.
		if unicode.IsControl(r) || r == '\\' || r == 0xFFFE || r == 0xFFFF {
			return "", false
		}
	}
	if s := scheme(target); s != "" && s != "http" && s != "https" && s != "mailto" {
		return "", false
	}
	// A colon without a name before it would make the rest a host or a path.
	if strings.HasPrefix(target, ":") {
		return "", false
	}
	return strings.ReplaceAll(target, " ", "%20"), true
}

// Absolute is Safe for documents that have no address of their own, where a
// relative reference leads nowhere: http, https and mailto only.
func Absolute(target string) (string, bool) {
	target, ok := Safe(target)
	if !ok || scheme(target) == "" {
		return "", false
	}
	return target, true
}

// scheme returns what stands before a colon that ends a scheme, in lower
// case.
func scheme(target string) string {
	if i := strings.IndexAny(target, ":/?#"); i >= 0 && target[i] == ':' {
		return strings.ToLower(target[:i])
	}
	return ""
}
