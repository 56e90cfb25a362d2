package story

import "strings"

// withoutAliases writes out every alias of a file in place. It reports false
// where there is none, or where that would make the file much larger.
func withoutAliases(text string) (string, bool) {
	src, err := sourceOf(text)
	if err != nil {
		return "", false
	}
	root, diags := parseYAML(src)
	if root == nil || diags != nil {
		return "", false
	}
	p := newPatcher(src, root)
	room := len(text) + 1<<20
	p.writeOut(root, &room)
	if len(p.edits) == 0 || p.err != nil || room < 0 {
		return "", false
	}
	out, err := p.apply()
	return out, err == nil
}

func (p *patcher) writeOut(n *node, room *int) {
	if n.alias {
		var b strings.Builder
		flowNode(&b, n, room)
		p.replace(n.off, n.end, b.String())
		return
	}
	for _, e := range n.entries {
		p.writeOut(e.value, room)
	}
	for _, item := range n.items {
		p.writeOut(item, room)
	}
}

// flowNode spells a node on one line. room bounds what aliases of aliases may
// grow to.
func flowNode(b *strings.Builder, n *node, room *int) {
	if *room -= len(n.text) + 8; *room < 0 {
		return
	}
	switch n.kind {
	case nullNode:
		b.WriteString("null")
	case scalarNode:
		word := strings.ToLower(n.text)
		if n.style == plainStyle && (word == "true" || word == "false" || isNumber(n.text)) {
			b.WriteString(n.text)
			return
		}
		b.WriteString(yamlScalar(n.text, true))
	case mappingNode:
		b.WriteByte('{')
		for i, e := range n.entries {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(e.key.text + ": ")
			flowNode(b, e.value, room)
		}
		b.WriteByte('}')
	case sequenceNode:
		b.WriteByte('[')
		for i, item := range n.items {
			if i > 0 {
				b.WriteString(", ")
			}
			flowNode(b, item, room)
		}
		b.WriteByte(']')
	}
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.eE+-") == ""
}
