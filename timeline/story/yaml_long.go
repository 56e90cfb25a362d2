package story

import "strings"

// longFile is how many bytes of YAML are worth the trouble below.
const longFile = 1 << 20

// A longYAML reads a large YAML file piece by piece. The YAML library needs
// fifty times a file's size in memory and half a second a megabyte; so a file
// is cut at the keys of the story and at the dashes of its long lists, and
// each item is read when it is decoded, by blockParser where it is written
// plainly, else by the library.
//
// Cuts are made by indentation alone. Where that is wrong, a piece cannot be
// read by itself, and then, as with anchors that reach from item to item, the
// file is read again as a whole: so what this reader does not know costs time
// but changes nothing.
type longYAML struct {
	src    *source
	failed bool
}

// loadLong reads a large YAML file; ok is false where it must be read as a
// whole.
func loadLong(src *source) (s *Story, diags []Diagnostic, root *node, ok bool) {
	l := &longYAML{src: src}
	root = l.root()
	if l.failed {
		return nil, nil, nil, false
	}
	d := &decoder{src: src}
	s = d.finish(d.decodeStory(root), root)
	return s, d.diags, root, !l.failed
}

// root reads the story's mapping, its long lists left to be read.
func (l *longYAML) root() *node {
	text := l.src.text
	root := &node{kind: mappingNode, end: -1}
	if strings.IndexByte(text, '\r') >= 0 {
		l.failed = true
		return root
	}
	starts := l.keys()
	for i, off := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		root.entries = append(root.entries, l.entry(off, end))
	}
	if len(root.entries) == 0 {
		l.failed = true
	}
	return root
}

// keys returns where the lines of the story's own keys begin: those that are
// not indented, no comments, and no items of a list.
func (l *longYAML) keys() []int {
	var out []int
	for i, off := range l.src.lines {
		line := l.src.line(i)
		content := strings.TrimLeft(line, " \n")
		if content == "" || content[0] == '#' {
			continue
		}
		if len(out) > 0 && (line[0] == ' ' || strings.HasPrefix(line, "- ")) {
			continue
		}
		if keyEnd(line) == 0 {
			l.failed = true // a directive, a marker, a list, text
			return nil
		}
		out = append(out, off)
	}
	return out
}

// keyEnd returns the length of the plain key that a line begins with and that
// a colon ends, 0 where none does.
func keyEnd(line string) int {
	n := 0
	for n < len(line) && (line[n] == '_' || 'a' <= line[n] && line[n] <= 'z' || n > 0 && '0' <= line[n] && line[n] <= '9') {
		n++
	}
	if n == len(line) || line[n] != ':' || n+1 < len(line) && line[n+1] != ' ' && line[n+1] != '\n' {
		return 0
	}
	return n
}

// entry reads one key of the story and what belongs to it.
func (l *longYAML) entry(off, end int) entry {
	name := l.src.text[off : off+keyEnd(l.src.text[off:end])]
	key := &node{text: name, off: off, outer: off, end: off + len(name)}
	rest, _, _ := strings.Cut(l.src.text[key.end+1:end], "\n")
	if contains(longLists, name) && strings.TrimSpace(rest) == "" {
		if list := l.list(off, end); list != nil {
			return entry{key, list}
		}
	}
	part := l.whole(off, end)
	if part == nil || part.kind != mappingNode || len(part.entries) != 1 {
		l.failed = true
		return entry{key, &node{kind: nullNode, end: -1}}
	}
	return part.entries[0]
}

// list finds the dashes of a block list; nil where what stands there is none.
func (l *longYAML) list(off, end int) *node {
	indent := -1
	list := &longList{}
	first, last := l.src.lineOf(off)+1, l.src.lineOf(end-1)
	for i := first; i <= last; i++ {
		line := l.src.line(i)
		content := strings.TrimLeft(line, " ")
		if content == "" || content[0] == '\n' || content[0] == '#' {
			continue
		}
		n := len(line) - len(content)
		dash := strings.HasPrefix(content, "- ")
		if indent < 0 && dash {
			indent = n
		}
		switch {
		case indent < 0 || n < indent || n == indent && !dash:
			return nil
		case n == indent:
			list.at = append(list.at, int32(l.src.lines[i]+n))
		}
	}
	if len(list.at) == 0 {
		return nil
	}
	list.read = func(i int) *node {
		to := end
		if i+1 < len(list.at) {
			to = int(list.at[i+1]) - indent
		}
		return l.item(int(list.at[i]), to, indent)
	}
	n := &node{kind: sequenceNode, off: int(list.at[0]), outer: int(list.at[0]), end: -1, long: list}
	return n
}

// item reads one item, whose dash stands at off.
func (l *longYAML) item(off, end, indent int) *node {
	p := &blockParser{text: l.src.text[:end], off: off - indent}
	if list := p.sequence(indent); list != nil && len(list.items) == 1 && p.atEnd() {
		return list.items[0]
	}
	list := l.whole(off-indent, end)
	if list == nil || list.kind != sequenceNode || len(list.items) != 1 {
		l.failed = true
		return &node{kind: nullNode, off: off, outer: off, end: -1}
	}
	return list.items[0]
}

// whole has the library read a piece of the file, whole lines; nil where it
// cannot.
func (l *longYAML) whole(off, end int) *node {
	if open(l.src.text[off:end]) {
		return nil
	}
	part, diags := parseYAML(newSource(l.src.name, l.src.text[off:end]))
	if diags != nil || part == nil {
		return nil
	}
	part.shift(off, map[*node]bool{})
	return part
}

// open reports whether a piece ends in what the library may take together with
// the next: a key, a dash, a tag or an anchor with nothing behind it.
func open(piece string) bool {
	last := ""
	for line := range strings.Lines(piece) {
		line = strings.TrimSpace(line)
		if line = line[:commentStart(line)]; line != "" {
			last = strings.TrimSpace(line)
		}
	}
	for strings.HasPrefix(last, "- ") {
		last = strings.TrimLeft(last[2:], " ")
	}
	if last == "" || last[len(last)-1] == ':' {
		return true
	}
	if quotedEnd(last, 0) == len(last) {
		return false
	}
	if _, value, ok := strings.Cut(last, ": "); ok {
		last = strings.TrimLeft(value, " ")
	}
	return strings.IndexByte("!&*-?|>", last[0]) >= 0 && strings.IndexByte(last, ' ') < 0
}

// commentStart returns the byte of the "#" that begins the comment of a line,
// the line's length where it has none.
func commentStart(line string) int {
	flow := false
	for i := 0; i < len(line); i++ {
		switch b := line[i]; b {
		case '#':
			if i == 0 || line[i-1] == ' ' {
				return i
			}
		case '[', '{':
			flow = flow || mayBegin(line[:i], flow)
		case '"', '\'':
			if !mayBegin(line[:i], flow) {
				continue // an apostrophe
			}
			if end := quotedEnd(line, i); end > 0 {
				i = end - 1
			}
		}
	}
	return len(line)
}

// mayBegin reports whether a key or a value may stand behind the first
// part of a line: behind nothing, dashes or a colon, and in brackets behind a
// bracket or a comma.
func mayBegin(before string, flow bool) bool {
	content := strings.TrimRight(before, " ")
	switch {
	case strings.Trim(content, "- ") == "":
		return true
	case content[len(content)-1] == ':':
		return len(content) < len(before)
	}
	return flow && strings.IndexByte("[{,", content[len(content)-1]) >= 0
}

// shift moves a node and all below it; aliases share what is below them.
func (n *node) shift(by int, done map[*node]bool) {
	if n == nil || done[n] {
		return
	}
	done[n] = true
	n.off += by
	n.outer += by
	if n.end >= 0 {
		n.end += by
	}
	for i := range n.dashes {
		if n.dashes[i] >= 0 && !n.alias {
			n.dashes[i] += by
		}
	}
	for _, e := range n.entries {
		e.key.shift(by, done)
		e.value.shift(by, done)
	}
	for _, item := range n.items {
		item.shift(by, done)
	}
}

// lineEnd returns the byte of the line break that ends a line, or the text's end.
func lineEnd(text string, off int) int {
	if n := strings.IndexByte(text[off:], '\n'); n >= 0 {
		return off + n
	}
	return len(text)
}
