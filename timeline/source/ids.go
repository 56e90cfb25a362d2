package source

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// An origin is a document and the file it came from.
type origin struct {
	doc  Document
	file File
}

// assignIDs sorts documents and gives each an id of its own. The first of
// several with the same name keeps the plain id; the others add what tells
// them apart: their folder's name, their extension, the input folder's name,
// at last the beginning of their text's hash. All of it depends on the set
// alone.
func assignIDs(found []origin) []Document {
	slices.SortFunc(found, func(a, b origin) int {
		return cmp.Or(
			strings.Compare(a.doc.Path, b.doc.Path),
			strings.Compare(a.file.folder, b.file.folder),
			strings.Compare(a.file.root, b.file.root),
			strings.Compare(a.doc.SHA256, b.doc.SHA256),
		)
	})
	holders := map[string]int{} // id → index in found
	var late []int
	for i := range found {
		id := baseID(found[i].doc)
		if _, held := holders[id]; held {
			late = append(late, i)
			continue
		}
		holders[id], found[i].doc.ID = i, id
	}
	for _, i := range late {
		base := baseID(found[i].doc)
		for _, id := range candidates(found[i], found[holders[base]]) {
			if _, held := holders[id]; !held {
				holders[id], found[i].doc.ID = i, id
				break
			}
		}
		for n := 2; found[i].doc.ID == ""; n++ {
			id := fmt.Sprintf("%s-%d", shortened(base), n)
			if _, held := holders[id]; !held {
				holders[id], found[i].doc.ID = i, id
			}
		}
	}
	slices.SortStableFunc(found, func(a, b origin) int {
		return cmp.Or(strings.Compare(a.doc.Path, b.doc.Path), strings.Compare(a.doc.SHA256, b.doc.SHA256))
	})
	docs := make([]Document, len(found))
	for i, o := range found {
		docs[i] = o.doc
	}
	return docs
}

// candidates are the ids for a document whose plain id another holds, the
// most readable first.
func candidates(o, holder origin) []string {
	base := baseID(o.doc)
	var ids []string
	if f := slug(o.file.folder); f != "" {
		ids = append(ids, trimSlug(f+"-"+base))
	}
	if ext := path.Ext(o.doc.Path); ext != path.Ext(holder.doc.Path) {
		ids = append(ids, trimSlug(shortened(base)+"-"+slug(ext)))
	}
	if r := slug(o.file.root); r != "" {
		ids = append(ids, trimSlug(r+"-"+base))
	}
	return append(ids, shortened(base)+"-"+o.doc.SHA256[:8])
}

// shortened leaves room for a suffix.
func shortened(id string) string { return trimSlug(id[:min(len(id), maxSlug-9)]) }
