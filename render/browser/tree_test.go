package browser

import (
	"fmt"
	"slices"
	"strings"
)

// A tree is what a screen reader is told of a page, by the nodes' ids.
type tree map[string]node

func treeOf(nodes []node) tree {
	all := make(tree, len(nodes))
	for _, n := range nodes {
		all[n.ID] = n
	}
	return all
}

// parts returns what a screen reader meets next inside a node: its nearest
// descendants that are not ignored.
func (all tree) parts(n node) []node {
	var out []node
	for _, id := range n.Children {
		child := all[id]
		if child.Ignored {
			out = append(out, all.parts(child)...)
		} else if child.ID != "" {
			out = append(out, child)
		}
	}
	return out
}

// misread lists what is wrong with the order and the parts of what a screen
// reader is told: a picture with name and description, in it one list, in the
// list one item for each event in time order, each a link or a drawing with a
// name; and nothing of the axis, the leaders and other decoration. Ordered says
// that the events are given in time order.
func misread(nodes []node, r *reading, events []event, ordered bool) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	all := treeOf(nodes)
	root := slices.IndexFunc(nodes, func(n node) bool { return !n.Ignored && n.Role.String() == "graphics-document" })
	if root < 0 {
		return []string{"the picture is no graphics-document in the accessibility tree"}
	}
	if strings.TrimSpace(nodes[root].Words.String()) == "" {
		fault("the picture has no description in the accessibility tree")
	}
	var lists []node
	var look func(n node)
	look = func(n node) {
		for _, p := range all.parts(n) {
			switch role := p.Role.String(); role {
			case "list":
				lists = append(lists, p)
			case "generic":
				look(p)
			case "StaticText":
				if slices.Contains(r.Pictures[0].Hidden, strings.TrimSpace(p.Name.String())) {
					fault("decoration is read aloud: %q", p.Name)
				}
			default:
				fault("a %s stands in the accessibility tree outside the list: %q", role, p.Name)
			}
		}
	}
	look(nodes[root])
	if len(lists) != min(len(events), 1) {
		fault("%d lists in the accessibility tree", len(lists))
	}
	for _, l := range lists {
		faults = append(faults, all.misplaced(l, events, ordered)...)
	}
	return faults
}

// misplaced lists what is wrong with the items of a list.
func (all tree) misplaced(list node, events []event, ordered bool) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	items := all.parts(list)
	if len(items) != len(events) {
		fault("%d items in the list of %d events", len(items), len(events))
	}
	for i, item := range items {
		if role := item.Role.String(); role != "listitem" {
			fault("a %s in the list: %q", role, item.Name)
			continue
		}
		inner := all.parts(item)
		if len(inner) != 1 || !slices.Contains([]string{"link", "image", "img"}, inner[0].Role.String()) || inner[0].Name.String() == "" {
			fault("item %d of the list holds not one link or drawing with a name", i+1)
			continue
		}
		if ordered && i < len(events) && !strings.Contains(squash(inner[0].Name.String()), squash(events[i].Title)) {
			fault("item %d of the list is %q, want %q in the order of time", i+1, brief(inner[0].Name.String()), brief(events[i].Title))
		}
	}
	return faults
}
