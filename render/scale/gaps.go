package scale

import (
	"slices"

	"github.com/causeline/causeline/render/lang"
)

// A gap is cut out of the axis when it is at least minGap and gapFactor times
// the median gap, or alwaysGap in any case.
const (
	minGap    = Year
	gapFactor = 4
	alwaysGap = 5 * Year
)

// A Gap is a stretch of time between two moments in which nothing happens.
type Gap struct {
	Before, After int    // indexes of the moments; Before is the one that ends last
	From, To      Minute // its ends
	Length        lang.Length
}

// Gaps returns the gaps that are to be cut between moments in order. A gap is
// measured from the latest end so far to the next start, in days. Moments that share a
// number in blocks count as one when the median gap is taken; blocks may be
// nil.
func Gaps(ms []Moment, blocks []int) []Gap {
	type candidate struct {
		Gap
		length Minute
	}
	var all []candidate
	var lengths []Minute
	last := 0
	for i := 1; i < len(ms); i++ {
		if ms[i-1].To > ms[last].To {
			last = i - 1
		}
		length := max(0, Minute(DayOf(ms[i].From)-lastDay(ms[last].Span))*Day)
		all = append(all, candidate{Gap{Before: last, After: i, From: ms[last].To, To: ms[i].From}, length})
		if blocks == nil || blocks[i] == 0 || blocks[i] != blocks[i-1] {
			lengths = append(lengths, length)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(lengths)
	median := Minute(0)
	if len(lengths) > 0 {
		median = lengths[(len(lengths)-1)/2]
	}
	var out []Gap
	for _, c := range all {
		if !cut(c.length, median) || ms[c.Before].OpenEnd {
			continue
		}
		c.Length = Elapsed(ms[c.Before], ms[c.After])
		out = append(out, c.Gap)
	}
	return out
}

func cut(length, median Minute) bool {
	return length >= alwaysGap || length >= minGap && length/gapFactor >= median
}
