package story

import "strings"

// A blockParser reads what nearly all story files are made of: mappings and
// lists in block style, and on one line plain texts, quoted ones, and short
// lists and mappings in brackets. Whatever else YAML has, it declines, by
// returning nil: the library reads that.
type blockParser struct {
	text string // up to the end of what may be read
	off  int    // at the beginning of a line
}

// next goes to the next line that is neither blank nor a comment, and returns
// how far it is indented, -1 for none.
func (p *blockParser) next() int {
	for p.off < len(p.text) {
		n := 0
		for p.off+n < len(p.text) && p.text[p.off+n] == ' ' {
			n++
		}
		if p.off+n < len(p.text) && p.text[p.off+n] != '\n' && p.text[p.off+n] != '#' {
			return n
		}
		p.line()
	}
	return -1
}

// line goes to the beginning of the next line.
func (p *blockParser) line() { p.off = min(lineEnd(p.text, p.off)+1, len(p.text)) }

func (p *blockParser) atEnd() bool { return p.next() < 0 }

// sequence reads a block list whose dashes are indented by indent.
func (p *blockParser) sequence(indent int) *node {
	s := &node{kind: sequenceNode}
	for p.next() == indent && strings.HasPrefix(p.text[p.off+indent:], "- ") {
		dash := p.off + indent
		at := dash + 2
		for at < len(p.text) && p.text[at] == ' ' {
			at++
		}
		var item *node
		if keyEnd(p.text[at:]) > 0 {
			item = p.mapping(at-p.off, at)
		} else {
			item = p.scalar(at)
		}
		if item == nil {
			return nil
		}
		s.items = append(s.items, item)
		s.dashes = append(s.dashes, dash)
	}
	if len(s.items) == 0 || p.next() > indent {
		return nil
	}
	s.off, s.outer, s.end = s.dashes[0], s.dashes[0], s.items[len(s.items)-1].end
	return s
}

// mapping reads a block mapping whose keys are indented by indent, the first
// of which stands at a byte of the line.
func (p *blockParser) mapping(indent, at int) *node {
	m := &node{kind: mappingNode, off: at, outer: at}
	for {
		n := keyEnd(p.text[at:])
		if n == 0 {
			return nil
		}
		key := &node{text: p.text[at : at+n], off: at, outer: at, end: at + n}
		value := p.value(indent, at+n+1)
		if value == nil {
			return nil
		}
		m.entries = append(m.entries, entry{key, value})
		m.end = value.end
		next := p.next()
		switch {
		case next > indent:
			return nil // a text that goes on
		case next < indent:
			return m
		}
		at = p.off + indent
	}
}

// value reads what follows a key's colon, on its line or below it.
func (p *blockParser) value(indent, at int) *node {
	for at < len(p.text) && p.text[at] == ' ' {
		at++
	}
	if at < len(p.text) && p.text[at] != '\n' {
		return p.scalar(at)
	}
	p.line()
	below := p.next()
	switch {
	case below >= indent && strings.HasPrefix(p.text[p.off+below:], "- "):
		return p.sequence(below)
	case below > indent:
		return p.mapping(below, p.off+below)
	}
	return nil
}

// scalar reads a value that ends with its line, and goes to the next one.
func (p *blockParser) scalar(at int) *node {
	if at >= len(p.text) {
		return nil
	}
	end := lineEnd(p.text, at)
	f := &flowParser{text: p.text[:end], off: at}
	var n *node
	if strings.IndexByte("[{\"'", p.text[at]) >= 0 {
		n = f.value()
	} else {
		n = f.plain(len(strings.TrimRight(f.text, " ")))
	}
	if n == nil || strings.TrimRight(f.text[f.off:], " ") != "" {
		return nil
	}
	p.line()
	return n
}

// A flowParser reads values on one line. It returns nil for what it declines.
type flowParser struct {
	text string // up to the end of the line
	off  int
}

func (f *flowParser) skip() {
	for f.off < len(f.text) && f.text[f.off] == ' ' {
		f.off++
	}
}

// at reports whether the next byte is b.
func (f *flowParser) at(b byte) bool { return f.off < len(f.text) && f.text[f.off] == b }

func (f *flowParser) value() *node {
	switch {
	case f.at('['):
		return f.list()
	case f.at('{'):
		return f.mapping()
	case f.at('"'), f.at('\''):
		return f.quoted()
	}
	end := f.off
	for end < len(f.text) && strings.IndexByte(",]}", f.text[end]) < 0 {
		if strings.IndexByte("[{\"'", f.text[end]) >= 0 {
			return nil
		}
		end++
	}
	for end > f.off && f.text[end-1] == ' ' {
		end--
	}
	return f.plain(end)
}

func (f *flowParser) list() *node {
	n := &node{kind: sequenceNode, flow: true, off: f.off, outer: f.off}
	f.off++
	for f.skip(); !f.at(']'); f.skip() {
		item := f.value()
		if item == nil || !f.comma(']') {
			return nil
		}
		n.items = append(n.items, item)
		n.dashes = append(n.dashes, -1)
	}
	f.off++
	n.end = f.off
	return n
}

func (f *flowParser) mapping() *node {
	n := &node{kind: mappingNode, flow: true, off: f.off, outer: f.off}
	f.off++
	for f.skip(); !f.at('}'); f.skip() {
		length := keyEnd(f.text[f.off:])
		if length == 0 {
			return nil
		}
		key := &node{text: f.text[f.off : f.off+length], off: f.off, outer: f.off, end: f.off + length}
		f.off = key.end + 1
		f.skip()
		value := f.value()
		if value == nil || !f.comma('}') {
			return nil
		}
		n.entries = append(n.entries, entry{key, value})
	}
	f.off++
	n.end = f.off
	return n
}

// comma passes the comma behind an item; it reports false where neither that
// nor the closing bracket follows, and for a comma with nothing behind it.
func (f *flowParser) comma(closing byte) bool {
	f.skip()
	if f.at(closing) {
		return true
	}
	if !f.at(',') {
		return false
	}
	f.off++
	f.skip()
	return f.off < len(f.text) && !f.at(closing)
}

// quoted reads a text in quotes, with the escapes \" and \\ and none else.
func (f *flowParser) quoted() *node {
	end := quotedEnd(f.text, f.off)
	if end < 0 {
		return nil
	}
	n := &node{style: quotedStyle, off: f.off, outer: f.off, end: end}
	raw := f.text[f.off+1 : end-1]
	f.off = end
	if f.text[n.off] == '\'' {
		n.text = strings.ReplaceAll(raw, "''", "'")
		return n
	}
	if strings.IndexByte(raw, '\\') < 0 {
		n.text = raw
		return n
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' {
			if i++; raw[i] != '"' && raw[i] != '\\' {
				return nil
			}
		}
		b.WriteByte(raw[i])
	}
	n.text = b.String()
	return n
}

// plain reads a plain text up to a byte.
func (f *flowParser) plain(end int) *node {
	if end <= f.off {
		return nil
	}
	text := f.text[f.off:end]
	c := text[0]
	if c != '_' && c < 0x80 && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && c != '(' && (c != '-' || len(text) == 1 || text[1] < '0' || text[1] > '9') {
		return nil // an indicator, or what may be one
	}
	if strings.Contains(text, ": ") || text[len(text)-1] == ':' || strings.Contains(text, " #") || strings.IndexByte(text, '\t') >= 0 {
		return nil
	}
	switch text {
	case "null", "Null", "NULL":
		return nil
	}
	n := &node{text: text, off: f.off, outer: f.off, end: end}
	f.off = end
	return n
}
