package merge

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/causeline/causeline/timeline/extract"
)

// The weights of features, in hundredths of the logarithm of odds. Rows are
// written by FeatureName, with the weight behind.
//
//go:embed weights.tsv
var weightTable string

var learned = sync.OnceValue(func() *[Features]int16 {
	at := map[string]int{}
	for f := range Features {
		at[FeatureName(f)] = f
	}
	out := new([Features]int16)
	for line := range strings.Lines(weightTable) {
		line = strings.TrimSuffix(line, "\n")
		i := strings.LastIndexByte(line, '\t')
		if i < 0 || line[0] == '#' {
			continue
		}
		n, err := strconv.ParseInt(line[i+1:], 10, 16)
		f, ok := at[line[:i]]
		if err != nil || !ok {
			panic("merge: weights.tsv: " + line) // the table is part of the program
		}
		out[f] = int16(n)
	}
	return out
})

// odds is the score of a pair: hundredths of the logarithm of the odds that
// both are one event. Buf is room for the features.
func (j *joiner) odds(a, b int, buf []int) (int, []int) {
	buf = j.features(a, b, buf[:0])
	sum := 0
	for _, f := range buf {
		sum += int(j.weights[f])
	}
	return sum, buf
}

// A ChainID names a chain of a set: its document and its place there.
type ChainID struct{ Doc, Chain int }

// Compare calls f with the features of each pair of events of the documents
// that is worth a score. It is what the model learns from.
func Compare(docs []*extract.Document, f func(a, b ChainID, features []int)) {
	w := Link(docs)
	j := newJoiner(w, w.Nodes())
	pairs := scan(j, func(out [][2]int, a, b int, buf []int) ([][2]int, []int) { return append(out, [2]int{a, b}), buf })
	var buf []int
	for _, p := range pairs {
		buf = j.features(p[0], p[1], buf[:0])
		x, y := &j.nodes[p[0]], &j.nodes[p[1]]
		f(ChainID{x.Doc, x.Chain}, ChainID{y.Doc, y.Chain}, buf)
	}
}
