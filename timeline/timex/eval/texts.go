package eval

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// The texts that the project wrote and annotated itself, by hand and without
// a look at what finds them: reports, chronicles, lives, features. Half of them
// may be learned from, the other half is for figures.
//
// A file starts with "dct: " and the date of the text. Behind an empty line
// follows the text, in which [phrase|TYPE|value] marks each expression; a mod
// may follow, and other values that are as good, each behind "||".
//
//go:embed texts/*.txt
var textFiles embed.FS

// Texts returns the project's own texts of a half, sorted by name.
func Texts(half Half) ([]Document, error) {
	names, err := fs.Glob(textFiles, "texts/*.txt")
	if err != nil {
		return nil, err
	}
	var out []Document
	for _, name := range names {
		doc := strings.TrimSuffix(strings.TrimPrefix(name, "texts/"), ".txt")
		learning := strings.HasPrefix(doc, "learning-")
		if half == Learning && !learning || half == Reported && learning {
			continue
		}
		data, err := textFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		d, err := parseText(string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d.Doc = doc
		out = append(out, d)
	}
	return out, nil
}

// parseText takes the marks out of an annotated text.
func parseText(data string) (Document, error) {
	head, body, ok := strings.Cut(data, "\n\n")
	date, ok2 := strings.CutPrefix(head, "dct: ")
	if !ok || !ok2 {
		return Document{}, fmt.Errorf("no date and empty line at the start")
	}
	d := Document{DCT: date}
	var b strings.Builder
	points := 0
	write := func(s string) {
		b.WriteString(s)
		points += utf8.RuneCountInString(s)
	}
	for {
		before, rest, marked := strings.Cut(body, "[")
		write(before)
		if !marked {
			break
		}
		mark, after, closed := strings.Cut(rest, "]")
		f := strings.SplitN(mark, "|", 3)
		if !closed || len(f) != 3 {
			return d, fmt.Errorf("%.40q is no marked expression", rest)
		}
		s := Span{Start: points, Text: f[0], Type: f[1]}
		s.Value, s.Others, s.Mod = splitValues(f[2])
		write(f[0])
		s.End = points
		d.Timexes = append(d.Timexes, s)
		body = after
	}
	d.Text = b.String()
	return d, nil
}

// splitValues reads "P1W||XXXX-WXX|MOD".
func splitValues(s string) (value string, others []string, mod string) {
	all := strings.Split(s, "||")
	last := len(all) - 1
	all[last], mod, _ = strings.Cut(all[last], "|")
	return all[0], all[1:], mod
}

// means reports whether v is a value of the expression.
func (s *Span) means(v string) bool { return s.Value == v || slices.Contains(s.Others, v) }
