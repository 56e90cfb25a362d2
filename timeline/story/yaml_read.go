package story

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// parseYAML reads one YAML document into nodes. Scalars keep the text that the
// file has: 0044 stays "0044" and 11:30 is no number in base sixty.
func parseYAML(src *source) (root *node, diags []Diagnostic) {
	if d, bad := checkDepth(src); bad {
		return nil, []Diagnostic{d}
	}
	// The parser has had panics on odd input; a file must never stop the
	// program, so a panic is reported as what it is: a file that cannot be read.
	defer func() {
		if recover() != nil {
			root = nil
			diags = []Diagnostic{src.at(Diagnostic{
				Name: "broken-yaml", Severity: Error,
				Message: "this file cannot be read as YAML",
				Help:    "check the indentation and the quotes",
			}, 0)}
		}
	}()
	// The parser miscounts lines that end in CR LF; without the CR, lines and
	// columns are the same.
	text := strings.ReplaceAll(src.text, "\r\n", "\n")
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, []Diagnostic{yamlError(src, err)}
	}
	var body ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		switch doc.Body.Type() {
		case ast.DirectiveType, ast.CommentType:
			continue
		}
		if body != nil {
			off := offsetOf(src, doc.Body.GetToken())
			if doc.Start != nil {
				off = offsetOf(src, doc.Start)
			}
			return nil, []Diagnostic{src.at(Diagnostic{
				Name: "broken-yaml", Severity: Error,
				Message: "a second YAML document begins here: a story is one document",
				Help:    "put each story into a file of its own and give both to causeline",
			}, off)}
		}
		body = doc.Body
	}
	if body == nil {
		return nil, nil
	}
	c := &yamlConverter{src: src, anchors: map[string]*node{}}
	root = c.convert(body, -1)
	if len(c.diags) > 0 {
		return nil, c.diags
	}
	return root, nil
}

// yamlError turns the parser's error into a diagnostic.
func yamlError(src *source, err error) Diagnostic {
	d := Diagnostic{Name: "broken-yaml", Severity: Error, Message: "this is not YAML: " + firstLine(err.Error())}
	var syntax *yaml.SyntaxError
	if !errors.As(err, &syntax) {
		return src.at(d, 0)
	}
	off := offsetOf(src, syntax.Token)
	d.Message = "this is not YAML: " + firstLine(syntax.Message)
	d.Help = "check the indentation, the brackets and the quotes; quote a value that holds \": \" or \" #\""
	line := src.line(src.lineOf(min(off, len(src.text))))
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if i := strings.IndexByte(indent, '\t'); i >= 0 {
		d.Name = "tab-indent"
		d.Message = "a tab indents this line: YAML wants spaces"
		d.Help = "replace the tab by spaces"
		off = src.lines[src.lineOf(off)] + i
	}
	return src.at(d, off)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// offsetOf returns the byte at which a token stands. The token's own offset
// is not used: it counts neither bytes nor code points where lines are folded.
func offsetOf(src *source, t *token.Token) int {
	if t == nil || t.Position == nil {
		return 0
	}
	return src.offset(t.Position.Line, t.Position.Column)
}

// A yamlConverter turns the parser's tree into nodes.
type yamlConverter struct {
	src     *source
	anchors map[string]*node
	diags   []Diagnostic
}

func (c *yamlConverter) fail(off int, name, format string, args ...any) {
	c.diags = append(c.diags, c.src.at(Diagnostic{
		Name: name, Severity: Error, Message: fmt.Sprintf(format, args...),
	}, off))
}

// convert turns n into a node. indent is the column, from 0, of the key or the
// dash that n belongs to: what a block scalar's lines are indented against.
func (c *yamlConverter) convert(n ast.Node, indent int) *node {
	switch n := n.(type) {
	case nil:
		return &node{kind: nullNode, end: -1}
	case *ast.MappingNode:
		return c.mapping(n.Values, n.IsFlowStyle, n.Start, n.End)
	case *ast.MappingValueNode:
		return c.mapping([]*ast.MappingValueNode{n}, false, n.Start, nil)
	case *ast.SequenceNode:
		return c.sequence(n)
	case *ast.AnchorNode:
		v := c.convert(n.Value, indent)
		v.outer = offsetOf(c.src, n.Start)
		if v.kind == nullNode && v.end == v.off && n.Name != nil { // "key: &name" and nothing more
			t := n.Name.GetToken()
			v.off = offsetOf(c.src, t) + len(t.Value)
			v.end = v.off
		}
		if n.Name != nil {
			c.anchors[n.Name.GetToken().Value] = v
		}
		return v
	case *ast.AliasNode:
		return c.aliasNode(n)
	case *ast.TagNode:
		v := c.convert(n.Value, indent)
		at := offsetOf(c.src, n.Start)
		if v.kind == scalarNode || v.kind == nullNode {
			v.off = at
		}
		v.outer = at
		return v
	case *ast.LiteralNode:
		off := offsetOf(c.src, n.Start)
		v := &node{kind: scalarNode, style: blockStyle, off: off, outer: off}
		if n.Value != nil {
			v.text = n.Value.Value
		}
		v.end = blockScalarEnd(c.src, off, indent)
		return v
	case *ast.NullNode:
		return c.null(n.Token)
	default:
		return c.scalar(n)
	}
}

func (c *yamlConverter) aliasNode(n *ast.AliasNode) *node {
	off := offsetOf(c.src, n.Start)
	name := ""
	if n.Value != nil {
		name = n.Value.GetToken().Value
	}
	target, ok := c.anchors[name]
	if !ok {
		c.fail(off, "broken-yaml", "*%s refers to nothing: no &%s stands above", name, name)
		return &node{kind: nullNode, off: off, outer: off, end: -1}
	}
	// A copy of the head only: what is below is shared, so that aliases of
	// aliases cannot multiply in memory.
	v := *target
	v.alias = true
	v.off, v.outer, v.end = off, off, -1
	if strings.HasPrefix(c.src.text[off:], "*"+name) {
		v.end = off + 1 + len(name)
	}
	return &v
}

func (c *yamlConverter) null(t *token.Token) *node {
	off := offsetOf(c.src, t)
	for _, word := range []string{"null", "Null", "NULL", "~"} {
		if t.Value == word && strings.HasPrefix(c.src.text[off:], word) {
			return &node{kind: nullNode, text: word, off: off, outer: off, end: off + len(word)}
		}
	}
	return &node{kind: nullNode, off: off, outer: off, end: off}
}

func (c *yamlConverter) scalar(n ast.Node) *node {
	t := n.GetToken()
	off := offsetOf(c.src, t)
	v := &node{kind: scalarNode, text: t.Value, off: off, end: -1}
	switch t.Type {
	case token.SingleQuoteType, token.DoubleQuoteType:
		v.style = quotedStyle
		quote := "'"
		if t.Type == token.DoubleQuoteType {
			quote = `"`
		}
		if at, ok := c.nearby(off, quote); ok {
			v.off, v.end = at, quotedEnd(c.src.text, at)
		}
	default:
		// The value as the file has it, folded over several lines or not.
		if origin := strings.TrimSpace(t.Origin); origin != "" {
			at, ok := c.nearby(off, origin)
			if !ok {
				origin = strings.ReplaceAll(origin, "\n", "\r\n")
				at, ok = c.nearby(off, origin)
			}
			if ok {
				v.off, v.end = at, at+len(origin)
			}
		}
	}
	v.outer = v.off
	return v
}

// nearby finds where a token really stands: blanks behind a value and tags in
// front of it move the place that the parser gives along the line.
func (c *yamlConverter) nearby(off int, text string) (int, bool) {
	if strings.HasPrefix(c.src.text[off:], text) {
		return off, true
	}
	start := c.src.lines[c.src.lineOf(off)]
	line := c.src.line(c.src.lineOf(off))
	best, found := 0, false
	for at := 0; at < len(line); at++ {
		if at > 0 && !strings.ContainsRune(" \t[{,:-", rune(line[at-1])) || !strings.HasPrefix(c.src.text[start+at:], text) {
			continue
		}
		if !found || abs(start+at-off) < abs(best-off) {
			best, found = start+at, true
		}
	}
	return best, found
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func (c *yamlConverter) mapping(values []*ast.MappingValueNode, flow bool, start, end *token.Token) *node {
	m := &node{kind: mappingNode, flow: flow, off: offsetOf(c.src, start), end: -1}
	for _, mv := range values {
		var key ast.Node = mv.Key
		if k, ok := key.(*ast.MappingKeyNode); ok {
			key = k.Value
			m.odd = true
		}
		k := c.convert(key, 0)
		if k.kind != scalarNode && k.kind != nullNode {
			c.fail(k.off, "broken-yaml", "a key of a story is a word")
			continue
		}
		_, col := c.src.position(k.off)
		v := c.convert(mv.Value, col-1)
		if v.kind == nullNode && v.text == "" && v.outer == v.off && !v.alias {
			// The parser puts an absent value before or after the colon; it
			// belongs right behind it.
			v.off = offsetOf(c.src, mv.Start) + 1
			if v.off > len(c.src.text) || c.src.text[v.off-1] != ':' {
				v.off, v.end = k.end, -1
			} else {
				v.end = v.off
			}
			v.outer = v.off
		}
		m.entries = append(m.entries, entry{k, v})
	}
	switch {
	case flow:
		m.end = closing(c.src, end, '}')
	case len(m.entries) > 0:
		m.off = m.entries[0].key.outer
		m.end = m.entries[len(m.entries)-1].value.end
	}
	m.outer = m.off
	return m
}

func (c *yamlConverter) sequence(n *ast.SequenceNode) *node {
	s := &node{kind: sequenceNode, flow: n.IsFlowStyle, off: offsetOf(c.src, n.Start), end: -1}
	for i, value := range n.Values {
		dash, indent := -1, 0
		if !s.flow && i < len(n.Entries) && n.Entries[i] != nil {
			dash = offsetOf(c.src, n.Entries[i].Start)
			if dash >= len(c.src.text) || c.src.text[dash] != '-' {
				dash = -1
			} else {
				_, col := c.src.position(dash)
				indent = col - 1
			}
		}
		v := c.convert(value, indent)
		if v.kind == nullNode && v.text == "" && dash >= 0 && v.outer == v.off && !v.alias {
			v.off, v.outer, v.end = dash+1, dash+1, dash+1
		}
		s.items = append(s.items, v)
		s.dashes = append(s.dashes, dash)
	}
	switch {
	case s.flow:
		s.end = closing(c.src, n.End, ']')
	case len(s.items) > 0:
		if s.dashes[0] >= 0 {
			s.off = s.dashes[0]
		}
		s.end = s.items[len(s.items)-1].end
	}
	s.outer = s.off
	return s
}

// closing returns the byte after a closing bracket, -1 where none stands there.
func closing(src *source, t *token.Token, bracket byte) int {
	if t == nil {
		return -1
	}
	off := offsetOf(src, t)
	if off >= len(src.text) || src.text[off] != bracket {
		return -1
	}
	return off + 1
}
