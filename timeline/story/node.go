package story

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A nodeKind is the shape of a node.
type nodeKind uint8

const (
	scalarNode nodeKind = iota
	nullNode
	mappingNode
	sequenceNode
)

// A node is one value of a YAML or JSON file with its place in the source.
// YAML and JSON are both read into nodes, so that one decoder with one set of
// messages serves both.
type node struct {
	kind  nodeKind
	text  string // a scalar's text: as written where plain, unescaped where quoted
	style scalarStyle

	// off and end are bytes into the source and enclose the value itself,
	// without anchor, but with a tag. end is -1 where the extent is unknown.
	off, end int
	outer    int // as off, but before an anchor

	flow    bool    // [..] or {..}
	alias   bool    // *name: off and end enclose the alias, the contents stand elsewhere
	odd     bool    // "? key" notation: readable, but not to be patched
	entries []entry // of a mapping, in the file's order
	items   []*node // of a sequence
	dashes  []int   // of a block sequence: the byte of each item's "-"

	// The long lists of a large file are read an item at a time, and nothing
	// of it is kept: items and dashes are empty then.
	long *longList
}

// longLists are the keys of a story under which there may be very much.
var longLists = []string{"documents", "events", "relations", "disagreements"}

// A longList makes the items of a sequence when they are asked for.
type longList struct {
	at   []int32 // byte at which each item begins
	read func(i int) *node
}

// length returns how many items a sequence has.
func (n *node) length() int {
	if n.long != nil {
		return len(n.long.at)
	}
	return len(n.items)
}

// item returns an item of a sequence, nil where there is none.
func (n *node) item(i int) *node {
	switch {
	case n.kind != sequenceNode || i < 0 || i >= n.length():
		return nil
	case n.long != nil:
		return n.long.read(i)
	}
	return n.items[i]
}

// A scalarStyle says how a scalar is written.
type scalarStyle uint8

const (
	plainStyle  scalarStyle = iota
	quotedStyle             // '...' or "..."
	blockStyle              // | or >
)

// An entry is one key of a mapping and its value.
type entry struct {
	key   *node
	value *node
}

// get returns the value of key, nil where there is none. Merge keys ("<<") are
// looked into last, because the mapping's own keys win.
func (n *node) get(key string) *node {
	return n.lookup(key, 0)
}

// maxMergeDepth bounds chains of merge keys.
const maxMergeDepth = 16

func (n *node) lookup(key string, depth int) *node {
	if n == nil || n.kind != mappingNode || depth > maxMergeDepth {
		return nil
	}
	for _, e := range n.entries {
		if e.key.text == key {
			return e.value
		}
	}
	for _, m := range n.merged() {
		if v := m.lookup(key, depth+1); v != nil {
			return v
		}
	}
	return nil
}

// merged lists the mappings that n's merge key names.
func (n *node) merged() []*node {
	for _, e := range n.entries {
		if !e.isMerge() {
			continue
		}
		if e.value.kind == sequenceNode {
			return e.value.items
		}
		return []*node{e.value}
	}
	return nil
}

func (e entry) isMerge() bool { return e.key.text == "<<" && e.key.style == plainStyle }

// A source is a file's text with an index of its lines.
type source struct {
	name  string
	text  string
	lines []int // byte offset of each line's start

	longest map[int][]int // marks of long lines, made when asked for
}

func newSource(name, text string) *source {
	s := &source{name: name, text: text, lines: make([]int, 1, 2+strings.Count(text, "\n"))}
	for i := 0; i < len(text); i++ {
		// A lone carriage return ends a line in YAML as well.
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// lineOf returns the index of the line that holds the byte off.
func (s *source) lineOf(off int) int {
	return sort.SearchInts(s.lines, off+1) - 1
}

// line returns the text of the line with the given index, its line break
// included.
func (s *source) line(i int) string {
	if i+1 < len(s.lines) {
		return s.text[s.lines[i]:s.lines[i+1]]
	}
	return s.text[s.lines[i]:]
}

// markEvery is how many code points of a long line lie between two marks.
const markEvery = 1024

// marks returns the bytes, counted from the line's start, of every 1024th code
// point of a line, so that a file of one line is not counted through again for
// each of its values.
func (s *source) marks(i int) []int {
	if s.longest == nil {
		s.longest = map[int][]int{}
	}
	if m, ok := s.longest[i]; ok {
		return m
	}
	m := []int{}
	n := 0
	for off := range s.line(i) {
		if n%markEvery == 0 {
			m = append(m, off)
		}
		n++
	}
	s.longest[i] = m
	return m
}

// position turns a byte offset into a line and a column, both from 1, the
// column in code points.
func (s *source) position(off int) (line, column int) {
	off = min(max(off, 0), len(s.text))
	i := s.lineOf(off)
	start := s.lines[i]
	if off-start <= markEvery {
		return i + 1, utf8.RuneCountInString(s.text[start:off]) + 1
	}
	m := s.marks(i)
	k := sort.SearchInts(m, off-start+1) - 1
	return i + 1, k*markEvery + utf8.RuneCountInString(s.text[start+m[k]:off]) + 1
}

// offset turns a line and a column, both from 1, the column in code points,
// into a byte offset. Places outside the text are moved to its nearest end.
func (s *source) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.lines) {
		return len(s.text)
	}
	off, c := s.lines[line-1], 1
	if column > markEvery {
		m := s.marks(line - 1)
		if k := min((column-1)/markEvery, len(m)-1); k > 0 {
			off += m[k]
			c += k * markEvery
		}
	}
	for ; c < column && off < len(s.text); c++ {
		_, w := utf8.DecodeRuneInString(s.text[off:])
		off += w
	}
	return off
}

// at fills in where a diagnostic stands.
func (s *source) at(d Diagnostic, off int) Diagnostic {
	d.File = s.name
	d.Line, d.Column = s.position(off)
	off = min(max(off, 0), len(s.text))
	d.Source, d.Caret = excerpt(strings.TrimRight(s.line(d.Line-1), "\r\n"), off-s.lines[d.Line-1])
	return d
}
