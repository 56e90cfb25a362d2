package story

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// parseJSON reads one JSON value into nodes.
func parseJSON(src *source) (*node, []Diagnostic) {
	// The decoder says of an error only where the value around it begins, so
	// the text is checked as a whole first.
	var whole json.RawMessage
	if err := json.Unmarshal([]byte(src.text), &whole); err != nil {
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
		return nil, []Diagnostic{src.at(d, off)}
	}
	p := &jsonParser{src: src, dec: json.NewDecoder(strings.NewReader(src.text))}
	p.dec.UseNumber()
	root, err := p.value(0)
	if err != nil {
		return nil, []Diagnostic{src.at(Diagnostic{
			Name: "too-large", Severity: Error,
			Message: fmt.Sprintf("values are nested more than %d deep here", maxDepth),
			Help:    "a story has events in a list and their fields below them, nothing deeper",
		}, int(p.dec.InputOffset()))}
	}
	return root, nil
}

var errTooDeep = errors.New("nested too deep")

type jsonParser struct {
	src *source
	dec *json.Decoder
}

// start returns the byte at which the next token begins.
func (p *jsonParser) start() int {
	off := int(p.dec.InputOffset())
	for off < len(p.src.text) && strings.IndexByte(" \t\r\n,:", p.src.text[off]) >= 0 {
		off++
	}
	return off
}

func (p *jsonParser) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errTooDeep
	}
	off := p.start()
	t, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &node{off: off, outer: off, flow: true}
	switch t := t.(type) {
	case json.Delim:
		if t == '{' {
			n.kind = mappingNode
			err = p.object(n, depth)
		} else {
			n.kind = sequenceNode
			err = p.array(n, depth)
		}
		if err != nil {
			return nil, err
		}
	case string:
		n.text, n.style = t, quotedStyle
	case json.Number:
		n.text = t.String()
	case bool:
		n.text = fmt.Sprint(t)
	case nil:
		n.kind, n.text = nullNode, "null"
	}
	n.end = int(p.dec.InputOffset())
	return n, nil
}

func (p *jsonParser) object(n *node, depth int) error {
	for p.dec.More() {
		off := p.start()
		t, err := p.dec.Token()
		if err != nil {
			return err
		}
		key, ok := t.(string)
		if !ok {
			return fmt.Errorf("a key must be a string, not %v", t)
		}
		k := &node{text: key, style: quotedStyle, off: off, outer: off, end: int(p.dec.InputOffset())}
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.entries = append(n.entries, entry{k, v})
	}
	_, err := p.dec.Token()
	return err
}

func (p *jsonParser) array(n *node, depth int) error {
	for p.dec.More() {
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, v)
	}
	_, err := p.dec.Token()
	return err
}
