package story

// Places knows where in a file the entries of a story's lists stand. It keeps
// the file's text and a number for each entry; a nil Places knows nothing.
type Places struct {
	src *source
	at  map[string][]int32 // bytes, by list and index
}

// placedLists are the lists whose entries diagnostics name.
var placedLists = []string{"events", "relations", "disagreements", "same_as", "silenced"}

func newPlaces(src *source, root *node) *Places {
	p := &Places{src: src, at: map[string][]int32{}}
	for _, key := range placedLists {
		list := root.get(key)
		if list == nil || list.kind != sequenceNode {
			continue
		}
		if list.long != nil {
			p.at[key] = list.long.at
			continue
		}
		at := make([]int32, len(list.items))
		for i := range at {
			at[i] = int32(list.items[i].off)
		}
		p.at[key] = at
	}
	return p
}

// Place fills in where a diagnostic stands, by its Item, if that is known and
// nothing is filled in yet.
func (p *Places) Place(d Diagnostic) Diagnostic {
	if p == nil || d.Line > 0 || d.Item.Index < 0 || d.Item.Index >= len(p.at[d.Item.List]) {
		return d
	}
	return p.src.at(d, int(p.at[d.Item.List][d.Item.Index]))
}
