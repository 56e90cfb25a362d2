package house

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// A value is a word, a list of words, or a mapping, with its place.
type value struct {
	at      place
	kind    kind
	word    string
	list    []value
	entries []entry
}

type kind uint8

const (
	nothing kind = iota // a key without a value
	word
	list
	mapping
	other // what a style has no use for: anchors, tags, block text
)

// An entry is a key of a mapping and its value.
type entry struct {
	key   string
	at    place
	value value
}

// parse returns the file's keys. An empty file has none.
func (l *loader) parse() (entries []entry) {
	// The parser has had panics on odd input, and a file must never stop the
	// program.
	defer func() {
		if recover() != nil {
			entries = nil
			l.fail(place{1, 1}, "broken-yaml", "this file cannot be read as YAML", "check the indentation and the quotes")
		}
	}()
	file, err := parser.ParseBytes([]byte(l.text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		l.broken(err)
		return nil
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.CommentType || doc.Body.Type() == ast.DirectiveType {
			continue
		}
		if body != nil {
			l.fail(placeOf(doc.Body.GetToken()), "broken-yaml", "a second YAML document begins here", "put each house style into a file of its own")
			return nil
		}
		body = doc.Body
	}
	v := valueOf(body, 0)
	switch v.kind {
	case nothing:
		return nil
	case mapping:
		return v.entries
	}
	l.fail(v.at, "wrong-type", "a house style is a list of keys and values", "write lines such as \"theme: press\"")
	return nil
}

// commentHelp is for colours without quotes.
const commentHelp = "put colours in quotes: YAML takes what follows a bare # for a comment"

// broken reports what the parser could not read.
func (l *loader) broken(err error) {
	at, message := place{1, 1}, err.Error()
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		at, message = placeOf(syntax.Token), syntax.Message
	}
	message, _, _ = strings.Cut(message, "\n")
	help := "check the indentation, the brackets and the quotes"
	if bareHash(l.line(at)) {
		help = commentHelp
	}
	l.fail(at, "broken-yaml", "this is not YAML: "+message, help)
}

// line returns the text of a line.
func (l *loader) line(at place) string {
	lines := strings.Split(l.text, "\n")
	if at.line < 1 || at.line > len(lines) {
		return ""
	}
	return lines[at.line-1]
}

// bareHash reports whether a line may hold a colour without quotes.
func bareHash(line string) bool {
	for i := 1; i+6 < len(line); i++ {
		if line[i] == '#' && strings.IndexByte(" [,", line[i-1]) >= 0 && strings.Trim(line[i+1:i+4], "0123456789abcdefABCDEF") == "" {
			return true
		}
	}
	return false
}

func placeOf(t *token.Token) place {
	if t == nil || t.Position == nil {
		return place{1, 1}
	}
	return place{t.Position.Line, t.Position.Column}
}

// maxDepth is how deep values may be nested; styles need three levels.
const maxDepth = 8

// valueOf turns the parser's node into a value.
func valueOf(n ast.Node, depth int) value {
	if n == nil {
		return value{at: place{1, 1}}
	}
	v := value{at: placeOf(n.GetToken()), kind: other}
	if depth > maxDepth {
		return v
	}
	switch n := n.(type) {
	case *ast.NullNode:
		v.kind = nothing
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		v.kind, v.word = word, n.GetToken().Value
	case *ast.SequenceNode:
		v.kind = list
		for _, item := range n.Values {
			v.list = append(v.list, valueOf(item, depth+1))
		}
	case *ast.MappingNode:
		v.kind = mapping
		for _, mv := range n.Values {
			v.entries = append(v.entries, entryOf(mv, depth))
		}
	case *ast.MappingValueNode:
		v.kind = mapping
		v.entries = []entry{entryOf(n, depth)}
	}
	return v
}

func entryOf(n *ast.MappingValueNode, depth int) entry {
	e := entry{value: valueOf(n.Value, depth+1)}
	if t := n.Key.GetToken(); t != nil {
		e.key, e.at = t.Value, placeOf(t)
	}
	if e.value.kind == nothing {
		e.value.at = e.at
	}
	return e
}
