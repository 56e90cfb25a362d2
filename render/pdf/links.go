package pdf

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/render/scene"
)

// An annotation is a place of the page that leads to an address.
type annotation struct {
	target string
	label  string // said of it
	bounds scene.Box
	ref    ref
	owner  *element
}

// link makes a place lead to its target and returns the element that what is
// there belongs to.
func (w *writer) link(a annotation, in *element) *element {
	block := in.host()
	if block.kind == "Document" {
		block = block.child("P")
	}
	a.ref, a.owner = w.file.reserve(), block.child("Link")
	w.links = append(w.links, a)
	a.owner.kids = append(a.owner.kids, kid{link: len(w.links)})
	return a.owner
}

// touch returns where a group leads on: around its words, which layouts keep
// apart, while marks and leaders of different events may cross. A group
// without words leads on everywhere.
func touch(marks []scene.Mark) scene.Box {
	var lines []scene.Mark
	scene.Walk(marks, func(m scene.Mark, _ []scene.Group) {
		if t, ok := m.(scene.Text); ok {
			lines = append(lines, t)
		}
	})
	if box := bounds(lines); !empty(box) {
		return box
	}
	return bounds(marks)
}

// said returns the words of marks.
func said(marks []scene.Mark) string {
	var lines []string
	scene.Walk(marks, func(m scene.Mark, _ []scene.Group) {
		if t, ok := m.(scene.Text); ok {
			lines = append(lines, t.String())
		}
	})
	return clean(strings.Join(lines, " "))
}

// writeLinks writes the annotations and returns the page's entry for them.
func (w *writer) writeLinks() string {
	if len(w.links) == 0 {
		return ""
	}
	var refs []string
	for i, l := range w.links {
		// 4 in the flags: the link is printed, as PDF/UA wants it.
		w.file.put(l.ref, fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect%s/Border[0 0 0]/F 4/StructParent %d/Contents%s/A<</S/URI/URI%s>>>>",
			w.box(l.bounds), i+1, words(l.label), uri(l.target)))
		refs = append(refs, l.ref.String())
	}
	return "/Annots[" + strings.Join(refs, " ") + "]"
}
