package story

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseJSON reads one JSON value into nodes.
func parseJSON(src *source) (*node, []Diagnostic) {
	dec := json.NewDecoder(bytes.NewReader([]byte(src.text)))
	dec.UseNumber()
	p := &jsonParser{src: src, dec: dec}
	root, err := p.value(0)
	if err == nil {
		var t json.Token
		if t, err = dec.Token(); err == nil {
			err = fmt.Errorf("%v stands after the end of the story", t)
		} else if errors.Is(err, io.EOF) {
			return root, nil
		}
	}
	d := Diagnostic{Name: "broken-json", Severity: Error, Message: "this is not JSON: " + strings.TrimPrefix(err.Error(), "json: ")}
	off := int(dec.InputOffset())
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		off = int(syntax.Offset) - 1
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		d.Message = "this is not JSON: the file ends in the middle of a value"
		off = len(src.text)
	case errors.Is(err, errTooDeep):
		d.Name = "too-large"
		d.Message = fmt.Sprintf("values are nested more than %d deep here", maxDepth)
	}
	return nil, []Diagnostic{src.at(d, off)}
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
