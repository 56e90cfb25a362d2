package pdf

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/render/scene"
)

// An element is a node of the structure tree: what marks are to a reader who
// does not see them. Kinds are the standard structure types.
type element struct {
	kind   string
	alt    string    // said in place of the content
	actual string    // the words in the order of reading, where the content has another
	title  string    // the name of a list
	bounds scene.Box // of a figure
	kids   []kid
	ref    ref
}

// A kid is one of three: an element, a link's place, or a piece of the page's
// content.
type kid struct {
	element *element
	link    int // number of an annotation, from 1 on
	content int // number of a piece of marked content
}

// child appends an element of a kind.
func (e *element) child(kind string) *element {
	c := &element{kind: kind}
	e.kids = append(e.kids, kid{element: c})
	return c
}

// container reports whether an element holds others only, and no content of
// its own.
func (e *element) container() bool { return e.kind == "Document" || e.kind == "L" }

// host returns the element that may hold blocks: of a list, a new item's
// body, for a list holds nothing but items.
func (e *element) host() *element {
	if e.kind == "L" {
		return e.item()
	}
	return e
}

// item appends a list item and returns its body. Outside a list, it makes one.
func (e *element) item() *element {
	if e.kind != "L" {
		e = e.child("L")
	}
	return e.child("LI").child("LBody")
}

// tags is the structure of the page.
type tags struct {
	root   *element
	pieces []*element // who owns the pieces of marked content
	open   bool       // a piece has begun
	now    *element   // its owner, nil for what is not read
}

// enter makes what is painted next part of an element, nil for what is not
// read. Pieces do not lie inside each other.
func (w *writer) enter(e *element) {
	t := &w.tags
	if t.open && t.now == e {
		return
	}
	w.leave()
	t.open, t.now = true, e
	if e == nil {
		w.out.raw("/Artifact BMC\n")
		return
	}
	n := len(t.pieces)
	t.pieces = append(t.pieces, e)
	e.kids = append(e.kids, kid{content: n})
	w.out.raw(fmt.Sprintf("/%s<</MCID %d>>BDC\n", e.kind, n))
}

// leave ends the piece that has begun.
func (w *writer) leave() {
	if w.tags.open {
		w.out.raw("EMC\n")
	}
	w.tags.open = false
}

// writeTags writes the structure tree and returns its root.
func (w *writer) writeTags() ref {
	root := w.file.reserve()
	number(w.file, w.tags.root)
	w.writeElement(w.tags.root, root)

	var parents strings.Builder
	parents.WriteString("<</Nums[0[")
	for i, e := range w.tags.pieces {
		if i > 0 {
			parents.WriteString(" ")
		}
		parents.WriteString(e.ref.String())
	}
	parents.WriteString("]")
	for i, link := range w.links {
		fmt.Fprintf(&parents, " %d %s", i+1, link.owner.ref)
	}
	parents.WriteString("]>>")
	w.file.put(root, fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>",
		w.tags.root.ref, w.file.add(parents.String()), len(w.links)+1))
	return root
}

// number gives every element its object, since elements refer to each other.
func number(f *file, e *element) {
	e.ref = f.reserve()
	for _, k := range e.kids {
		if k.element != nil {
			number(f, k.element)
		}
	}
}

func (w *writer) writeElement(e *element, parent ref) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %s/Pg %s", e.kind, parent, w.page)
	if e.title != "" {
		b.WriteString("/T" + words(e.title))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + words(e.alt))
	}
	if e.actual != "" {
		b.WriteString("/ActualText" + words(e.actual))
	}
	if e.kind == "Figure" {
		fmt.Fprintf(&b, "/A<</O/Layout/Placement/Block/BBox%s>>", w.box(e.bounds))
	}
	b.WriteString("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteString(" ")
		}
		switch {
		case k.element != nil:
			b.WriteString(k.element.ref.String())
		case k.link > 0:
			fmt.Fprintf(&b, "<</Type/OBJR/Obj %s>>", w.links[k.link-1].ref)
		default:
			fmt.Fprintf(&b, "%d", k.content)
		}
	}
	b.WriteString("]>>")
	w.file.put(e.ref, b.String())
	for _, k := range e.kids {
		if k.element != nil {
			w.writeElement(k.element, e.ref)
		}
	}
}
