package story

import "strings"

// list turns the list v, which reads as a, into b: items are taken out,
// changed in place and put to the end.
func (p *patcher) list(v *node, name string, a, b *value) {
	if p.err != nil {
		return
	}
	keysA, keysB := itemKeys(name, a), itemKeys(name, b)
	inA, inB := index(keysA), index(keysB)
	var removed []int
	var kept []string
	for i, k := range keysA {
		if _, ok := inB[k]; !ok {
			removed = append(removed, i)
		} else {
			kept = append(kept, k)
		}
	}
	var added []*value
	for i, k := range keysB {
		if _, ok := inA[k]; !ok {
			added = append(added, b.items[i])
			kept = append(kept, k)
		}
	}
	if ordered(name) && strings.Join(kept, "\x02") != strings.Join(keysB, "\x02") {
		p.rewrite(v, a, b)
		return
	}
	for i, k := range keysA {
		j, ok := inB[k]
		if !ok || a.items[i].kind != mapValue {
			continue
		}
		p.item(v, i, name, a.items[i], b.items[j], len(removed) > 0)
	}
	p.removeItems(v, removed)
	p.appendItems(v, added, removed)
}

func index(keys []string) map[string]int {
	m := make(map[string]int, len(keys))
	for i, k := range keys {
		m[k] = i
	}
	return m
}

// item turns one item of a list of mappings into b.
func (p *patcher) item(v *node, i int, name string, a, b *value, othersGo bool) {
	n := v.items[i]
	if name == "events" && othersGo && !n.alias {
		// An event without an id of its own may be "-2" only because of one
		// that goes.
		if n.index("id") < 0 && numbered(a) && equalValues("", a, b) {
			add := adder{p: p, n: n, list: name}
			add.field(field{"id", b.get("id")})
		}
	}
	if equalValues("", a, b) {
		return
	}
	if !n.alias {
		p.mapping(n, name, a, b)
		return
	}
	// An alias cannot be changed without what it stands for: write it out.
	if v.flow || v.dashes[i] < 0 {
		p.replace(n.off, n.end, flowYAML(b))
		return
	}
	lines := p.itemLines(b, p.column(v.dashes[i]))
	p.replace(v.dashes[i], n.end, strings.TrimSuffix(strings.TrimLeft(lines, " "), p.eol))
}

// numbered reports whether an event's id is not the first choice for it.
func numbered(e *value) bool {
	id := e.get("id")
	return id != nil && len(id.text) > 2 && strings.ContainsAny(id.text[len(id.text)-1:], "0123456789")
}

// rewrite changes the texts of a list one by one, where their order says
// something.
func (p *patcher) rewrite(v *node, a, b *value) {
	common := min(len(a.items), len(b.items))
	for i := range common {
		if a.items[i].text != b.items[i].text {
			p.replaceScalar(v.items[i], b.items[i], v.flow)
		}
	}
	var removed []int
	for i := common; i < len(a.items); i++ {
		removed = append(removed, i)
	}
	p.removeItems(v, removed)
	p.appendItems(v, b.items[common:], removed)
}

func (p *patcher) removeItems(v *node, removed []int) {
	if v.flow {
		spans := make([][2]int, len(v.items))
		for i, n := range v.items {
			spans[i] = [2]int{n.outer, n.end}
		}
		p.removeFlow(spans, removed)
		return
	}
	for _, i := range removed {
		n := v.items[i]
		if v.dashes[i] < 0 || n.end < 0 {
			p.fail(n.off, "the end of this item cannot be found")
			return
		}
		start, alone := p.lineStart(v.dashes[i])
		if !alone {
			p.fail(n.off, "this item cannot be taken out in place")
			return
		}
		p.replace(start, p.afterLine(n.end), "")
	}
}

// removeFlow takes items out of a list or mapping in brackets, each with one
// comma. spans are the places of all items.
func (p *patcher) removeFlow(spans [][2]int, removed []int) {
	kept := lastKept(len(spans), removed)
	for _, i := range removed {
		s := spans[i]
		if s[1] < s[0] {
			p.fail(max(s[0], 0), "the end of this item cannot be found")
			return
		}
		switch {
		case i < kept && !p.commentIn(spans[i:i+2]):
			p.replace(s[0], spans[i+1][0], "")
		case i == kept+1 && kept >= 0 && !p.commentIn(spans[kept:]):
			p.replace(spans[kept][1], spans[len(spans)-1][1], "")
			return // the rest of the list goes with it
		default:
			end := s[1]
			if rest := strings.TrimLeft(p.src.text[end:], " "); strings.HasPrefix(rest, ",") {
				end = len(p.src.text) - len(rest) + 1
			}
			p.replace(s[0], end, "")
		}
	}
}

// lastKept returns the number of the last of n items that is not removed, -1
// where all are.
func lastKept(n int, removed []int) int {
	kept := n - 1
	for i := len(removed) - 1; i >= 0 && removed[i] == kept; i-- {
		kept--
	}
	return kept
}

// commentIn reports whether a comment stands between neighbours.
func (p *patcher) commentIn(spans [][2]int) bool {
	for i := 1; i < len(spans); i++ {
		if a, b := spans[i-1][1], spans[i][0]; a < 0 || b < a || strings.Contains(p.src.text[a:b], "#") {
			return true
		}
	}
	return false
}

// appendItems puts items behind those of a list that are not removed.
func (p *patcher) appendItems(v *node, added []*value, removed []int) {
	if len(added) == 0 || p.err != nil {
		return
	}
	last := len(v.items) - 1
	end := v.items[last].end
	if end < 0 {
		p.fail(v.items[last].off, "the end of this item cannot be found")
		return
	}
	if v.flow {
		var texts []string
		for _, item := range added {
			texts = append(texts, flowYAML(item))
		}
		text := strings.Join(texts, ", ")
		if kept := lastKept(len(v.items), removed); kept < 0 {
			p.replace(v.off+1, v.off+1, text)
		} else {
			p.replace(v.items[kept].end, v.items[kept].end, ", "+text)
		}
		return
	}
	dash := v.dashes[0]
	if dash < 0 {
		p.fail(v.off, "nothing can be added to this list in place")
		return
	}
	indent := p.column(dash)
	spaced := p.spaced(v)
	var lines strings.Builder
	for _, item := range added {
		if spaced {
			lines.WriteString(p.eol)
		}
		lines.WriteString(p.itemLines(item, indent))
	}
	p.insertLines(p.afterBlock(end, indent), lines.String())
}

// spaced reports whether blank lines part the items of a list.
func (p *patcher) spaced(v *node) bool {
	n := len(v.items)
	if n < 2 || v.items[n-2].end < 0 || v.dashes[n-1] < 0 {
		return false
	}
	between := p.src.text[p.afterLine(v.items[n-2].end):v.dashes[n-1]]
	lines := strings.Split(between, "\n")
	for _, line := range lines[:len(lines)-1] { // the last one is the dash's own
		if strings.TrimSpace(line) == "" {
			return true
		}
	}
	return false
}
