package story

import (
	"sort"
	"strings"
)

// An adder puts keys into one mapping, each behind the keys that usually stand
// before it.
type adder struct {
	p     *patcher
	n     *node
	list  string       // the list that n is an item of
	gone  map[int]bool // entries of n that are about to be taken out
	added int
}

// usualKeys returns the keys of an item of a list in their usual order.
func usualKeys(list string) []string {
	switch list {
	case "documents":
		return documentKeys
	case "events":
		return eventKeys
	case "mentions":
		return mentionKeys
	case "relations":
		return relationKeys
	case "disagreements":
		return disagreeKeys
	case "values":
		return valueKeys
	}
	return storyKeys
}

// before returns the entry that key is to stand behind, -1 for none.
func (a *adder) before(key string) int {
	after := -1
	for _, k := range usualKeys(a.list) {
		if k == key {
			break
		}
		if i := a.n.index(k); i >= 0 && !a.gone[i] {
			after = i
		}
	}
	if after < 0 && len(a.n.entries) > 0 && a.n.entries[0].isMerge() {
		return 0
	}
	return after
}

func (a *adder) field(f field) {
	p, n := a.p, a.n
	after := a.before(f.key)
	if n.flow {
		a.flowField(f, after)
		return
	}
	if len(n.entries) == 0 {
		p.fail(n.off, "nothing can be added here")
		return
	}
	first := n.entries[0].key.outer
	indent := p.column(first)
	lines := p.fieldLines(f, indent)
	pad := strings.Repeat(" ", indent)
	if after < 0 {
		if start, alone := p.lineStart(first); alone {
			p.replace(start, start, pad+lines)
		} else {
			p.replace(first, first, lines+pad) // behind a dash
		}
		return
	}
	end := n.entries[after].value.end
	if end < 0 {
		p.fail(n.entries[after].key.off, "the end of this value cannot be found")
		return
	}
	lines = pad + lines
	at := p.afterBlock(end, indent)
	if a.list == "" && (f.value.kind == listValue || f.value.kind == wordsValue) {
		if !strings.HasSuffix(p.src.text[:at], "\n"+p.eol) {
			lines = p.eol + lines // sections of a file are set apart
		}
	}
	p.insertLines(at, lines)
}

func (a *adder) flowField(f field, after int) {
	p, n := a.p, a.n
	text := f.key + ": " + flowYAML(f.value)
	switch {
	case after >= 0:
		end := n.entries[after].value.end
		p.replace(end, end, ", "+text)
	case len(a.gone) == len(n.entries):
		if a.added > 0 {
			text = ", " + text
		}
		p.replace(n.off+1, n.off+1, text)
	default:
		p.replace(n.off+1, n.off+1, text+", ")
	}
	a.added++
}

// removeFields takes entries out of a mapping, with their lines where they
// stand on lines of their own.
func (p *patcher) removeFields(n *node, gone map[int]bool) {
	removed := make([]int, 0, len(gone))
	for i := range gone {
		removed = append(removed, i)
	}
	sort.Ints(removed)
	if n.flow {
		spans := make([][2]int, len(n.entries))
		for i, e := range n.entries {
			spans[i] = [2]int{e.key.outer, e.value.end}
		}
		p.removeFlow(spans, removed)
		return
	}
	for _, i := range removed {
		p.removeField(n, i, gone)
	}
}

func (p *patcher) removeField(n *node, i int, gone map[int]bool) {
	e := n.entries[i]
	if e.value.end < 0 {
		p.fail(e.key.off, "the end of this value cannot be found")
		return
	}
	start, alone := p.lineStart(e.key.outer)
	if alone {
		p.replace(start, p.afterLine(e.value.end), "")
		return
	}
	// Behind a dash: the next key moves up, unless a comment stands between or
	// it goes as well.
	end := e.value.end
	if i+1 < len(n.entries) && !gone[i+1] && !strings.Contains(p.src.text[end:n.entries[i+1].key.outer], "#") {
		end = n.entries[i+1].key.outer
	}
	p.replace(e.key.outer, end, "")
}
