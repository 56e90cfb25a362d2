package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A reader of the files that this package writes, as strict as a reader can
// be: the table of offsets must be right, lengths exact, every reference
// answered. Objects are Go values: name, string, float64, bool, []any, dict,
// ref, stream.

type (
	name   string
	dict   map[name]any
	word   string // an operator or keyword
	stream struct {
		dict dict
		data []byte // unpacked
	}
)

// A document is a parsed file.
type document struct {
	objects map[ref]any
	trailer dict
}

func readDocument(data []byte) (d document, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) || !bytes.HasSuffix(data, []byte("\n%%EOF\n")) {
		panic("no header or no end")
	}
	at := bytes.LastIndex(data, []byte("startxref\n"))
	start := number10(strings.TrimSuffix(string(data[at+len("startxref\n"):]), "\n%%EOF\n"))
	table := string(data[start:at])
	var n int
	if _, err := fmt.Sscanf(table, "xref\n0 %d\n", &n); err != nil {
		panic(err)
	}
	table = table[strings.Index(table[5:], "\n")+6:]
	d.objects = map[ref]any{}
	end := 0
	for i := range n {
		line := table[20*i : 20*i+20]
		if i == 0 {
			if line != "0000000000 65535 f \n" {
				panic("first line of the table: " + line)
			}
			continue
		}
		if line[10:] != " 00000 n \n" {
			panic("line of the table: " + line)
		}
		l := &lexer{data: data, at: number10(line[:10])}
		if got := fmt.Sprint(l.value(), l.value(), l.value()); got != fmt.Sprint(i, 0, word("obj")) {
			panic(fmt.Sprintf("object %d begins with %s", i, got))
		}
		d.objects[ref(i)] = l.object()
		end = max(end, l.at)
	}
	if rest := strings.TrimSpace(string(data[end:start])); rest != "" {
		panic("between objects and table: " + rest)
	}
	l := &lexer{data: []byte(table[20*n:])}
	if l.value() != word("trailer") {
		panic("no trailer")
	}
	d.trailer = l.value().(dict)
	if d.trailer["Size"] != float64(n) {
		panic("wrong size in the trailer")
	}
	for r, o := range d.objects {
		d.check(r, o)
	}
	d.check(0, d.trailer)
	return d, nil
}

func number10(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

// check panics for a reference to an object that is not there.
func (d document) check(in ref, v any) {
	switch v := v.(type) {
	case ref:
		if d.objects[v] == nil {
			panic(fmt.Sprintf("object %d refers to %d, which is not there", in, v))
		}
	case []any:
		for _, e := range v {
			d.check(in, e)
		}
	case dict:
		for _, e := range v {
			d.check(in, e)
		}
	case stream:
		d.check(in, v.dict)
	}
}

// get follows keys and references from a value.
func (d document) get(v any, keys ...name) any {
	for _, k := range keys {
		switch o := d.resolve(v).(type) {
		case dict:
			v = o[k]
		case stream:
			v = o.dict[k]
		default:
			return nil
		}
	}
	return d.resolve(v)
}

func (d document) resolve(v any) any {
	if r, ok := v.(ref); ok {
		return d.objects[r]
	}
	return v
}

func (d document) catalog() dict { return d.get(d.trailer, "Root").(dict) }

func (d document) page() dict {
	return d.resolve(d.get(d.catalog(), "Pages", "Kids").([]any)[0]).(dict)
}

// A lexer reads values one by one.
type lexer struct {
	data []byte
	at   int
}

// object reads the value of an object up to endobj.
func (l *lexer) object() any {
	v := l.value()
	if next := l.value(); next == word("stream") {
		info := v.(dict)
		if l.data[l.at] != '\n' {
			panic("stream does not begin on a line of its own")
		}
		from := l.at + 1
		to := from + int(info["Length"].(float64))
		l.at = to
		if !bytes.HasPrefix(l.data[to:], []byte("\nendstream\n")) {
			panic("wrong length of a stream")
		}
		l.value()
		v = stream{info, unpacked(info, l.data[from:to])}
		if l.value() != word("endobj") {
			panic("object does not end")
		}
		return v
	} else if next != word("endobj") {
		panic(fmt.Sprintf("object does not end but goes on with %v", next))
	}
	return v
}

func unpacked(info dict, data []byte) []byte {
	if info["Filter"] == nil {
		return data
	}
	if info["Filter"] != name("FlateDecode") {
		panic("unknown filter")
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return out
}

func (l *lexer) skip() {
	for l.at < len(l.data) && strings.IndexByte(" \n\r\t\x00\f", l.data[l.at]) >= 0 {
		l.at++
	}
}

// value reads the next value; nil is the end.
func (l *lexer) value() any {
	l.skip()
	if l.at >= len(l.data) {
		return nil
	}
	switch c := l.data[l.at]; {
	case c == '/':
		l.at++
		return name(l.regular())
	case c == '(':
		return l.literal()
	case c == '<' && l.data[l.at+1] == '<':
		l.at += 2
		return l.dict()
	case c == '<':
		end := bytes.IndexByte(l.data[l.at:], '>') + l.at
		out, err := hex.DecodeString(string(l.data[l.at+1 : end]))
		if err != nil {
			panic(err)
		}
		l.at = end + 1
		return string(out)
	case c == '[':
		l.at++
		return l.array()
	case c == ']', c == '>':
		l.at++
		if c == '>' {
			l.at++
			return word(">>")
		}
		return word("]")
	}
	s := l.regular()
	if s == "" {
		panic(fmt.Sprintf("unexpected %q at %d", l.data[l.at], l.at))
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil && !strings.ContainsAny(s, "eExXnN") {
		return l.reference(f)
	}
	switch s {
	case "true", "false":
		return s == "true"
	}
	return word(s)
}

// reference looks whether a number begins a reference.
func (l *lexer) reference(f float64) any {
	back := l.at
	l.skip()
	if l.regular() == "0" {
		l.skip()
		if l.regular() == "R" {
			return ref(f)
		}
	}
	l.at = back
	return f
}

func (l *lexer) regular() string {
	from := l.at
	for l.at < len(l.data) && strings.IndexByte(" \n\r\t\x00\f()<>[]{}/%", l.data[l.at]) < 0 {
		l.at++
	}
	return string(l.data[from:l.at])
}

func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for {
		c := l.data[l.at]
		l.at++
		switch c {
		case '\\':
			if c = l.data[l.at]; c == 'r' {
				c = '\r'
			}
			out = append(out, c)
			l.at++
			continue
		case '\r':
			panic("a bare carriage return in a string")
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
		}
		out = append(out, c)
	}
}

func (l *lexer) array() []any {
	out := []any{}
	for {
		v := l.value()
		if v == word("]") {
			return out
		}
		if v == nil {
			panic("array does not end")
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() dict {
	out := dict{}
	for {
		k := l.value()
		if k == word(">>") {
			return out
		}
		key := k.(name)
		if _, twice := out[key]; twice {
			panic("key twice: " + string(key))
		}
		if out[key] = l.value(); out[key] == nil {
			panic("dictionary does not end")
		}
	}
}

// textOf reads a text string: ASCII, or UTF-16 with a mark.
func textOf(v any) string {
	s, _ := v.(string)
	if !strings.HasPrefix(s, "\xFE\xFF") {
		return s
	}
	return utf16Text(s[2:])
}

func utf16Text(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
