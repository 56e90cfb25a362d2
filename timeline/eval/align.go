package eval

// Align gives each gold mention the mention found that stands for it, -1 for
// none: the one with the same start and end, which stands for one mention only,
// else the one that covers most of it and least besides.
func Align(gold []Mention, found []Mention) []int {
	by := map[string][]int{}
	for i, f := range found {
		by[f.Doc] = append(by[f.Doc], i)
	}
	used := map[int]bool{}
	out := make([]int, len(gold))
	for i, g := range gold {
		best := -1
		var bestFit fit
		for _, k := range by[g.Doc] {
			f := fitting(g, found[k], !used[k])
			if f.shared > 0 && (best < 0 || f.better(bestFit)) {
				best, bestFit = k, f
			}
		}
		if out[i] = best; best >= 0 {
			used[best] = true
		}
	}
	return out
}

// A fit says how well a mention stands for another.
type fit struct {
	exact         bool
	shared, whole int // code points of both, of either
	length, start int
}

func fitting(g, f Mention, free bool) fit {
	shared := min(g.End, f.End) - max(g.Start, f.Start)
	return fit{
		exact:  free && g.Start == f.Start && g.End == f.End,
		shared: shared, whole: max(g.End, f.End) - min(g.Start, f.Start),
		length: f.End - f.Start, start: f.Start,
	}
}

func (a fit) better(b fit) bool {
	if a.exact != b.exact {
		return a.exact
	}
	if x, y := a.shared*b.whole, b.shared*a.whole; x != y {
		return x > y
	}
	if a.length != b.length {
		return a.length < b.length
	}
	return a.start < b.start
}
