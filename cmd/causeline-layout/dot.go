package main

import (
	"bytes"
	"fmt"

	"github.com/causeline/causeline/render/layout"
)

// One Graphviz point stands for one pixel. Graphviz rounds boxes to whole
// points; rounding them up ourselves keeps neighbours apart.
const pointsPerInch = 72

// pixels rounds a length of 1/64 px up to whole pixels.
func pixels(n int) int { return (n + layout.Unit - 1) / layout.Unit }

// inches writes whole pixels in the unit of most DOT attributes.
func inches(px int) string { return fmt.Sprintf("%.6f", float64(px)/pointsPerInch) }

// writeDOT spells the request in DOT. Ids stay out of it: nodes are n0, n1,
// ..., edges e0, e1, ..., clusters cluster_0, cluster_1, ... by their places
// in the request, so no text from a document reaches the parser.
//
// Only labels for which room says so take part in the layout.
//
// newrank ranks all clusters together; without it, nodes of one rank in two
// clusters end in positions that are not numbers.
func writeDOT(req *layout.Request, room func(layout.Edge) bool) []byte {
	index := indexNodes(req)
	var b bytes.Buffer
	b.WriteString("digraph {\n")
	// The extra pixel pays for Graphviz's own rounding of positions.
	fmt.Fprintf(&b, "graph [rankdir=%s newrank=true nodesep=%s ranksep=%s]\n",
		req.Direction, inches(pixels(req.NodeSep)+1), inches(pixels(req.RankSep)+1))
	b.WriteString("node [shape=box fixedsize=true margin=0 label=\" \" penwidth=0]\nedge [dir=none]\n")
	for i, c := range req.Clusters {
		fmt.Fprintf(&b, "subgraph cluster_%d {", i)
		for _, id := range c.Nodes {
			fmt.Fprintf(&b, " n%d", index[id])
		}
		b.WriteString(" }\n")
	}
	for i, n := range req.Nodes {
		fmt.Fprintf(&b, "n%d [width=%s height=%s]\n", i, inches(pixels(n.Width)), inches(pixels(n.Height)))
	}
	writeRanks(&b, req, index)
	holds := constraints(req, index)
	for i, e := range req.Edges {
		fmt.Fprintf(&b, "n%d -> n%d [id=e%d", index[e.From], index[e.To], i)
		if !holds[i] {
			b.WriteString(" constraint=false")
		}
		if e.LabelWidth > 0 && room(e) {
			fmt.Fprintf(&b, " label=<%s>", blank(pixels(e.LabelWidth), pixels(e.LabelHeight)))
		}
		b.WriteString("]\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// indexNodes numbers the nodes.
func indexNodes(req *layout.Request) map[string]int {
	index := make(map[string]int, len(req.Nodes))
	for i, n := range req.Nodes {
		index[n.ID] = i
	}
	return index
}

// writeRanks puts each group on one rank and chains the groups by invisible
// edges between their first nodes.
func writeRanks(b *bytes.Buffer, req *layout.Request, index map[string]int) {
	anchor := -1
	for _, group := range req.Ranks {
		if len(group) == 0 {
			continue
		}
		b.WriteString("{ rank=same;")
		for _, id := range group {
			fmt.Fprintf(b, " n%d", index[id])
		}
		b.WriteString(" }\n")
		first := index[group[0]]
		if anchor >= 0 {
			fmt.Fprintf(b, "n%d -> n%d [style=invis weight=0]\n", anchor, first)
		}
		anchor = first
	}
}

// blank is a label without text that takes up exactly the given pixels. The
// size stands on the cell, too: Graphviz fails without a word over a cell that
// has neither text nor size.
func blank(width, height int) string {
	size := fmt.Sprintf(`FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"`, width, height)
	return `<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" ` + size +
		`><TR><TD ` + size + `></TD></TR></TABLE>`
}
