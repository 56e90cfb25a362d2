package story

import "strings"

// mapping turns the mapping n, which reads as a, into b. list is the list that
// it is an item of.
func (p *patcher) mapping(n *node, list string, a, b *value) {
	if p.err != nil {
		return
	}
	if n.odd {
		p.fail(n.off, "a key written with \"?\" cannot be changed in place; write it as \"key: value\"")
		return
	}
	gone := map[int]bool{}
	for _, f := range a.fields {
		if i := n.index(f.key); i >= 0 && b.get(f.key) == nil && !(list == "" && f.key == "events") {
			gone[i] = true
		}
	}
	add := adder{p, n, list, gone, 0}
	p.keepID(&add, a, b)
	for _, f := range b.fields {
		have := a.get(f.key)
		if equalValues(f.key, have, f.value) {
			continue
		}
		if i := n.index(f.key); i >= 0 {
			p.entry(n, n.entries[i], have, f)
		} else {
			add.field(f)
		}
	}
	for _, f := range a.fields {
		if b.get(f.key) != nil {
			continue
		}
		switch i := n.index(f.key); {
		case i < 0:
			// It comes from a merge key: an empty value hides it.
			add.field(field{f.key, &value{kind: numberValue, text: "null"}})
		case !gone[i]:
			p.emptyList(n.entries[i], f.value)
		}
	}
	p.removeFields(n, gone)
}

// keepID writes the id of an event that has none in the file before a change
// would give it another one.
func (p *patcher) keepID(add *adder, a, b *value) {
	if add.n.index("id") >= 0 || add.list != "events" {
		return
	}
	if !equalValues("title", a.get("title"), b.get("title")) || !equalValues("date", a.get("date"), b.get("date")) {
		add.field(field{"id", b.get("id")})
	}
}

// index returns the number of n's own entry of key, -1 where there is none or
// where a merge key brings it.
func (n *node) index(key string) int {
	for i, e := range n.entries {
		if e.key.text == key {
			return i
		}
	}
	return -1
}

// entry gives an entry of n another value.
func (p *patcher) entry(n *node, e entry, have *value, f field) {
	v := e.value
	isList := f.value.kind == listValue || f.value.kind == wordsValue
	switch {
	case isList && have != nil && v.kind == sequenceNode && !v.alias && len(v.items) == len(have.items) && len(v.items) > 0:
		p.list(v, f.key, have, f.value)
	case isList && !n.flow:
		p.replaceByList(n, e, f)
	case isList:
		p.replaceFlow(v, flowYAML(f.value))
	default:
		p.replaceScalar(v, f.value, n.flow)
	}
}

// replaceFlow puts text in the place of a value that stands on its line.
func (p *patcher) replaceFlow(v *node, text string) {
	if v.off == v.end && v.off > 0 && p.src.text[v.off-1] == ':' {
		text = " " + text
	}
	p.replace(v.off, v.end, text)
}

// replaceScalar gives a scalar another text in the same quotes.
func (p *patcher) replaceScalar(v *node, to *value, flow bool) {
	if v.kind == sequenceNode && !v.flow || v.kind == mappingNode && !v.flow {
		if !v.alias {
			p.fail(v.off, "a list stands where a text belongs")
			return
		}
	}
	text := flowYAML(to)
	if to.kind == textValue {
		text = yamlScalar(to.text, flow)
	}
	if v.style == blockStyle && v.kind == scalarNode && !v.alias {
		p.replaceBlockScalar(v, to)
		return
	}
	if v.kind == scalarNode && v.style == quotedStyle && !v.alias && to.kind != numberValue {
		text = yamlQuote(to.text)
		quote := p.src.text[v.off:]
		if strings.HasPrefix(quote, "'") && singleSafe(to.text) {
			text = "'" + strings.ReplaceAll(to.text, "'", "''") + "'"
		}
	}
	p.replaceFlow(v, text)
}

// singleSafe reports whether a text can stand in single quotes on one line.
func singleSafe(s string) bool {
	return strings.Trim(yamlQuote(strings.NewReplacer(`"`, "", `\`, "").Replace(s)), `"`) == strings.NewReplacer(`"`, "", `\`, "").Replace(s)
}

// replaceBlockScalar rewrites the lines below a "|" or ">", or puts a short
// text into quotes; a comment behind the indicator stays.
func (p *patcher) replaceBlockScalar(v *node, to *value) {
	first := p.src.lineOf(v.off)
	lineEnd := p.src.lines[first] + len(strings.TrimRight(p.src.line(first), "\r\n"))
	head := v.off
	for head < lineEnd && p.src.text[head] != ' ' && p.src.text[head] != '\t' {
		head++
	}
	if !literalSafe(to.text) || to.kind != textValue || p.eol != "\n" {
		p.replace(v.off, head, yamlQuote(to.text))
		p.replace(lineEnd, max(v.end, lineEnd), "")
		return
	}
	indent := 2
	for i := first + 1; i < len(p.src.lines); i++ {
		line := p.src.line(i)
		if body := strings.TrimLeft(line, " "); strings.TrimSpace(body) != "" {
			indent = len(line) - len(body)
			break
		}
	}
	y := &yamlWriter{eol: p.eol, seq: p.seq}
	y.literal(to.text, indent)
	header, lines, _ := strings.Cut(y.b.String(), "\n")
	p.replace(v.off, head, strings.TrimSpace(header))
	if v.end < len(p.src.text) {
		lines = strings.TrimSuffix(lines, "\n") // there is one
	}
	p.replace(lineEnd, max(v.end, lineEnd), "\n"+lines)
}

// replaceByList puts a list in the place of another value of a block mapping.
func (p *patcher) replaceByList(n *node, e entry, f field) {
	v, indent := e.value, p.column(e.key.off)
	lines := p.fieldLines(f, indent)
	head, rest, _ := strings.Cut(lines, p.eol)
	head = strings.TrimPrefix(head, f.key+":") // " [a, b]", or nothing before lines
	if v.kind == sequenceNode && !v.flow && !v.alias {
		p.fail(v.off, "this list cannot be changed in place")
		return
	}
	from := v.off
	for from > 0 && p.src.text[from-1] == ' ' {
		from--
	}
	if from == 0 || p.src.text[from-1] != ':' {
		from, head = v.off, strings.TrimPrefix(head, " ")
	}
	p.replace(from, v.end, head)
	if rest != "" {
		p.insertLines(p.afterLine(v.end), rest)
	}
}

// emptyList takes all items out of a list but leaves its key: a story has
// events even where it has none.
func (p *patcher) emptyList(e entry, have *value) {
	v := e.value
	if v.kind != sequenceNode || v.alias || v.flow {
		p.replaceFlow(v, "[]")
		return
	}
	colon := -1
	if e.key.end >= 0 {
		colon = strings.IndexByte(p.src.text[e.key.end:], ':')
	}
	if colon < 0 {
		p.fail(e.key.off, "this list cannot be emptied in place")
		return
	}
	at := e.key.end + colon + 1
	p.replace(at, at, " []")
	all := make([]int, len(have.items))
	for i := range all {
		all[i] = i
	}
	p.removeItems(v, all)
}
