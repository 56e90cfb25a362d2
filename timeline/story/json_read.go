package story

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// parseJSON reads one JSON value into nodes. The long lists of a story are not
// read yet: their items are made when they are asked for.
func parseJSON(src *source) (*node, []Diagnostic) {
	if !json.Valid([]byte(src.text)) {
		return nil, []Diagnostic{jsonError(src)}
	}
	// From here on the text is known to be JSON.
	if off := tooDeep(src.text); off >= 0 {
		return nil, []Diagnostic{src.at(Diagnostic{
			Name: "too-large", Severity: Error,
			Message: fmt.Sprintf("values are nested more than %d deep here", maxDepth),
			Help:    "a story has events in a list and their fields below them, nothing deeper",
		}, off)}
	}
	p := &jsonParser{text: src.text}
	return p.root(), nil
}

// jsonError says what is wrong with a text that is not JSON.
func jsonError(src *source) Diagnostic {
	var whole json.RawMessage
	err := json.Unmarshal([]byte(src.text), &whole)
	if err == nil {
		err = errors.New("it cannot be read")
	}
	d := Diagnostic{Name: "broken-json", Severity: Error, Message: "this is not JSON: " + strings.TrimPrefix(err.Error(), "json: ")}
	off := 0
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		off = int(syntax.Offset) - 1
		if strings.HasPrefix(syntax.Error(), "unexpected end") {
			d.Message = "this is not JSON: the file ends in the middle of a value"
			off = len(strings.TrimRight(src.text, " \t\r\n"))
		}
	}
	return src.at(d, off)
}

// tooDeep returns the bracket that opens one level too many, -1 for none.
func tooDeep(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = quotedEnd(text, i) - 1
		case '{', '[':
			if depth++; depth > maxDepth {
				return i
			}
		case '}', ']':
			depth--
		}
	}
	return -1
}

// A jsonParser reads text that is known to be JSON. Texts without escapes are
// parts of it, so that reading a story copies next to nothing.
type jsonParser struct {
	text string
	off  int
}

// root reads the outermost value.
func (p *jsonParser) root() *node {
	p.skip()
	if p.text[p.off] != '{' {
		return p.value()
	}
	n := &node{kind: mappingNode, flow: true, off: p.off, outer: p.off}
	p.entries(n, func(key string) *node {
		if contains(longLists, key) && p.text[p.off] == '[' {
			return p.long()
		}
		return p.value()
	})
	return n
}

// long reads no more of a list than where its items begin.
func (p *jsonParser) long() *node {
	text := p.text
	n := &node{kind: sequenceNode, flow: true, off: p.off, outer: p.off}
	list := &longList{}
	list.read = func(i int) *node { return (&jsonParser{text: text, off: int(list.at[i])}).value() }
	n.long = list
	p.off++
	for p.skip(); p.text[p.off] != ']'; p.skip() {
		list.at = append(list.at, int32(p.off))
		p.pass()
	}
	p.off++
	n.end = p.off
	return n
}

// skip goes on to the next token that means something.
func (p *jsonParser) skip() {
	for p.off < len(p.text) {
		switch p.text[p.off] {
		case ' ', '\t', '\r', '\n', ',', ':':
			p.off++
		default:
			return
		}
	}
}

// pass goes to the end of the value that begins here.
func (p *jsonParser) pass() {
	for depth := 0; ; {
		switch p.text[p.off] {
		case '"':
			p.off = quotedEnd(p.text, p.off)
		case '{', '[':
			depth++
			p.off++
		case '}', ']':
			depth--
			p.off++
		default:
			p.off = p.wordEnd()
		}
		if depth == 0 {
			return
		}
		p.skip()
	}
}

// wordEnd returns the byte after a number, true, false or null.
func (p *jsonParser) wordEnd() int {
	end := p.off
	for end < len(p.text) && strings.IndexByte(" \t\r\n,:]}", p.text[end]) < 0 {
		end++
	}
	return end
}

func (p *jsonParser) value() *node {
	n := &node{off: p.off, outer: p.off, flow: true}
	switch p.text[p.off] {
	case '{':
		n.kind = mappingNode
		p.entries(n, func(string) *node { return p.value() })
	case '[':
		n.kind = sequenceNode
		p.off++
		for p.skip(); p.text[p.off] != ']'; p.skip() {
			n.items = append(n.items, p.value())
		}
		p.off++
	case '"':
		n.text, n.style = p.quoted(), quotedStyle
	default:
		end := p.wordEnd()
		n.text, p.off = p.text[p.off:end], end
		if n.text == "null" {
			n.kind = nullNode
		}
	}
	n.end = p.off
	return n
}

// entries reads a mapping.
func (p *jsonParser) entries(n *node, value func(key string) *node) {
	p.off++
	for p.skip(); p.text[p.off] != '}'; p.skip() {
		key := &node{style: quotedStyle, off: p.off, outer: p.off}
		key.text = p.quoted()
		key.end = p.off
		p.skip()
		n.entries = append(n.entries, entry{key, value(key.text)})
	}
	p.off++
	n.end = p.off
}

// quoted reads a string.
func (p *jsonParser) quoted() string {
	end := quotedEnd(p.text, p.off)
	raw := p.text[p.off:end]
	p.off = end
	if strings.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1]
	}
	var s string
	if err := json.Unmarshal([]byte(raw), &s); err != nil {
		return raw // not JSON, which was ruled out
	}
	return s
}
