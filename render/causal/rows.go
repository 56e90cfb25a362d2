package causal

import (
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// rows groups the events into the rows of the wide diagram: one for each date
// and time, more where events of one time are related to one another or are
// too many for the room. Rows are in the order of time.
func (d *diagram) rows(room scene.Unit, width func(i int) scene.Unit) [][]int {
	var out [][]int
	for i := 0; i < len(d.ms); {
		j := i + 1
		for j < len(d.ms) && sameTime(d.ms[i], d.ms[j]) {
			j++
		}
		for _, layer := range d.layers(i, j) {
			var row []int
			var used scene.Unit
			for _, k := range layer {
				if used += width(k); used > room && len(row) > 0 {
					out = append(out, row)
					row, used = nil, width(k)
				}
				row = append(row, k)
			}
			out = append(out, row)
		}
		i = j
	}
	return out
}

func sameTime(a, b scale.Moment) bool {
	return a.Event.Date == b.Event.Date && a.Event.Time == b.Event.Time
}

// layers orders events i to j, which share one time, by their relations:
// causes above effects, wholes above parts. Where relations run in a circle,
// the first of the events goes first.
func (d *diagram) layers(i, j int) [][]int {
	if j-i == 1 {
		return [][]int{{i}}
	}
	placed := make([]bool, j-i)
	ready := func(k int) bool {
		for _, r := range d.rels {
			from, to := r.from, r.to
			if r.Type == story.PartOf {
				from, to = to, from
			}
			if to == k && from >= i && from < j && !placed[from-i] {
				return false
			}
		}
		return true
	}
	var out [][]int
	for left := j - i; left > 0; {
		var layer []int
		for k := i; k < j; k++ {
			if !placed[k-i] && ready(k) {
				layer = append(layer, k)
			}
		}
		for k := i; k < j && len(layer) == 0; k++ {
			if !placed[k-i] {
				layer = append(layer, k)
			}
		}
		for _, k := range layer {
			placed[k-i] = true
		}
		left -= len(layer)
		out = append(out, layer)
	}
	return out
}
