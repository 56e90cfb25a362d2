package source

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A frontMatter is what the block of metadata above a Markdown text says.
type frontMatter struct {
	title, publisher, url string
	dates                 []foundDate
}

// maxFrontMatter is the size in bytes of the longest front matter. YAML
// parsers recurse as deeply as their input nests.
const maxFrontMatter = 64 << 10

// fill puts what the front matter says into a content, over what its text
// says.
func (f frontMatter) fill(c *content) {
	for _, v := range []struct {
		to   *string
		from string
	}{{&c.title, f.title}, {&c.publisher, f.publisher}, {&c.url, f.url}} {
		if v.from != "" {
			*v.to = v.from
		}
	}
	c.dates = append(c.dates, f.dates...)
}

var frontKey = compile(`^[A-Za-z][\w -]*\s*[:=]`)

// splitFrontMatter takes the front matter off a Markdown text: YAML between
// lines of three hyphens, or the plain keys of TOML between lines of three
// plus signs. A text that merely opens with a rule has none.
func splitFrontMatter(src string) (frontMatter, string, error) {
	first, rest, ok := strings.Cut(src, "\n")
	mark := strings.TrimRight(first, " \t\r")
	if !ok || mark != "---" && mark != "+++" {
		return frontMatter{}, src, nil
	}
	var block strings.Builder
	opens := frontKey().MatchString(rest)
	for rest != "" {
		l, after, _ := strings.Cut(rest, "\n")
		rest = after
		if t := strings.TrimRight(l, " \t\r"); t == mark || mark == "---" && t == "..." {
			fm, isMap, err := parseFrontMatter(block.String(), mark)
			if err != nil {
				return frontMatter{}, "", err
			}
			if !isMap {
				return frontMatter{}, src, nil
			}
			return fm, rest, nil
		}
		block.WriteString(strings.TrimSuffix(l, "\r") + "\n")
		if block.Len() > maxFrontMatter {
			break
		}
	}
	if opens {
		return frontMatter{}, "", fmt.Errorf("line 1: the front matter is not closed (within %d KiB): end it with a line %s", maxFrontMatter>>10, mark)
	}
	return frontMatter{}, src, nil
}

func parseFrontMatter(block, mark string) (frontMatter, bool, error) {
	if strings.TrimSpace(block) == "" {
		return frontMatter{}, true, nil
	}
	var fields []field
	var err error
	isMap := true
	if mark == "+++" {
		fields = tomlFields(block)
	} else {
		fields, isMap, err = yamlFields(block)
	}
	if err != nil || !isMap {
		return frontMatter{}, false, err
	}
	var fm frontMatter
	publisherRank := len(publisherKeys)
	for _, f := range fields {
		key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(f.key))
		switch key {
		case "title", "headline":
			if fm.title == "" {
				fm.title = f.value
			}
		case "url", "canonicalurl", "canonical", "link", "sourceurl", "permalink":
			if fm.url == "" {
				fm.url = webAddress(f.value)
			}
		case "date", "published", "publishdate", "datepublished", "pubdate", "publicationdate", "created":
			day := readStamp(f.value)
			if day == "" && f.value != "" {
				return frontMatter{}, true, fmt.Errorf("line %d: front matter: %s: %q is not a date; write it as 2006-01-02", f.line, f.key, clip(f.value))
			}
			if day != "" {
				fm.dates = append(fm.dates, foundDate{rankFrontMatter, day, "front matter date"})
			}
		case "lastmod", "updated", "modified", "datemodified":
			if day := readStamp(f.value); day != "" {
				fm.dates = append(fm.dates, foundDate{rankModified, day, "front matter " + f.key})
			}
		default:
			for r, k := range publisherKeys[:publisherRank] {
				if key == k && webAddress(f.value) == "" && f.value != "" {
					fm.publisher, publisherRank = f.value, r
					break
				}
			}
		}
		if key == "source" && fm.url == "" {
			fm.url = webAddress(f.value)
		}
	}
	return fm, true, nil
}

// publisherKeys name the publisher, the plainest first.
var publisherKeys = []string{"publisher", "publication", "source", "site", "sitename", "author", "authors", "byline"}

// A field is one key of front matter, its value as written in the source, so
// that no YAML library's idea of numbers and dates comes in between.
type field struct {
	key, value string
	line       int // in the file, from 1
}

// yamlFields reads a block of YAML; isMap is false when it is a plain text.
func yamlFields(block string) (fields []field, isMap bool, err error) {
	defer guard(&err, "front matter")
	file, err := parser.ParseBytes([]byte(block), 0)
	if err != nil {
		line, msg := 1, err.Error()
		var se yaml.Error
		if errors.As(err, &se) {
			msg = se.GetMessage()
			if t := se.GetToken(); t != nil {
				line = t.Position.Line
			}
		}
		return nil, false, fmt.Errorf("line %d: broken front matter: %s; correct it or remove the block", line+1, clip(oneLine(msg)))
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, true, nil
	}
	var values []*ast.MappingValueNode
	switch body := file.Docs[0].Body.(type) {
	case *ast.MappingNode:
		values = body.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{body}
	default:
		return nil, false, nil
	}
	for _, v := range values {
		if v.Key == nil || v.Key.GetToken() == nil {
			continue
		}
		t := v.Key.GetToken()
		fields = append(fields, field{key: t.Value, value: oneLine(scalarText(v.Value, 0)), line: t.Position.Line + 1})
	}
	return fields, true, nil
}

// scalarText gives a value as written; a list's values are joined, a
// mapping gives its name.
func scalarText(n ast.Node, depth int) string {
	if depth > 8 {
		return ""
	}
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return ""
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		if n.Value == nil {
			return ""
		}
		return n.Value.Value
	case *ast.SequenceNode:
		var parts []string
		for _, v := range n.Values {
			if s := scalarText(v, depth+1); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case *ast.MappingNode:
		for _, v := range n.Values {
			if v.Key != nil && v.Key.GetToken() != nil && v.Key.GetToken().Value == "name" {
				return scalarText(v.Value, depth+1)
			}
		}
		return ""
	case *ast.AnchorNode:
		return scalarText(n.Value, depth+1)
	case *ast.TagNode:
		return scalarText(n.Value, depth+1)
	case ast.ScalarNode:
		if t := n.GetToken(); t != nil {
			return t.Value
		}
	}
	return ""
}

var tomlLine = compile(`^([A-Za-z][\w-]*)\s*=\s*(.*)$`)

// tomlFields reads the plain keys of TOML above its first table.
func tomlFields(block string) []field {
	var fields []field
	n := 1
	for l := range strings.SplitSeq(block, "\n") {
		n++
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, "[") {
			break
		}
		if m := tomlLine().FindStringSubmatch(l); m != nil {
			v := m[2]
			if q := v[:min(1, len(v))]; q == `"` || q == `'` {
				if i := strings.Index(v[1:], q); i >= 0 {
					v = v[1 : 1+i]
				}
			} else {
				v, _, _ = strings.Cut(v, "#")
			}
			fields = append(fields, field{m[1], oneLine(v), n})
		}
	}
	return fields
}

// clip shortens a value for a message.
func clip(s string) string {
	if len(s) > 80 {
		return s[:runeFloor(s, 80)] + "…"
	}
	return s
}
