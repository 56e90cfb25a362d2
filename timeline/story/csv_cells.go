package story

import "strings"

// formulaStart holds the letters with which spreadsheets begin a formula, and
// the wide forms of them.
const formulaStart = "=+-@\t\r＝＋－＠"

// guard keeps a spreadsheet from running a cell as a formula: an apostrophe
// marks text. A cell that looks guarded already gets one more, so that every
// text reads back as it was.
func guard(s string) string {
	if looksGuarded(s) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if strings.HasPrefix(s, "'") && looksGuarded(s) {
		return s[1:]
	}
	return s
}

// looksGuarded reports whether s begins like a formula behind any number of
// apostrophes.
func looksGuarded(s string) bool {
	s = strings.TrimLeft(s, "'")
	for _, r := range s {
		return strings.ContainsRune(formulaStart, r)
	}
	return false
}

// joinActors writes names into one cell, parted by semicolons.
func joinActors(names []string) string {
	escaped := make([]string, len(names))
	for i, n := range names {
		escaped[i] = actorEscaper.Replace(n)
	}
	cell := strings.Join(escaped, "; ")
	if len(names) == 1 && strings.Contains(cell, ",") {
		cell += ";" // so that "Bell, Book and Co" stays one name
	}
	return cell
}

var actorEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, "\n", `\n`)

// splitActors reads what joinActors writes and what people write: names parted
// by semicolons or line breaks, else by commas.
func splitActors(cell string) []string {
	var names []string
	var b strings.Builder
	flush := func() {
		if name := strings.TrimSpace(b.String()); name != "" {
			names = append(names, name)
		}
		b.Reset()
	}
	commas := !strings.ContainsAny(cell, ";\n")
	escaped := false
	for _, r := range cell {
		switch {
		case escaped:
			if r == 'n' {
				r = '\n'
			} else if r != '\\' && r != ';' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == ';', r == '\n', r == ',' && commas:
			flush()
		default:
			b.WriteRune(r)
		}
	}
	if escaped {
		b.WriteByte('\\')
	}
	flush()
	return names
}
