package eval

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// 0123456789012345678901234567890
// the dam broke so the mill shut
const text = "the dam broke so the mill shut"

var gold = Case{Text: text, Pairs: []Pair{{Span{0, 13}, Span{17, 30}}}}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name     string
		found    []Pair
		directed bool
		want     Score
	}{
		{"the same", gold.Pairs, true, Score{1, 1, 1, 1}},
		{"nothing", nil, true, Score{0, 0, 1, 0}},
		{"half of it", []Pair{{Span{8, 13}, Span{17, 30}}}, true, Score{1, 1, 1, 1}},        // 1 word of 3: F 1/2
		{"a word of another", []Pair{{Span{8, 16}, Span{17, 30}}}, true, Score{1, 0, 1, 0}}, // 1 shared of 3 and 2: F 2/5
		{"turned", []Pair{gold.Pairs[0].turned()}, true, Score{1, 0, 1, 0}},
		{"turned, either way", []Pair{gold.Pairs[0].turned()}, false, Score{1, 1, 1, 1}},
		{"twice", []Pair{gold.Pairs[0], gold.Pairs[0]}, true, Score{2, 1, 1, 1}},
	} {
		if got := Spans(gold, c.found, c.directed); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestTriggers(t *testing.T) {
	c := Case{Text: text, Pairs: []Pair{{Span{8, 13}, Span{26, 30}}, {Span{8, 13}, Span{21, 25}}}}
	for _, x := range []struct {
		name  string
		found []Pair
		want  Score
	}{
		{"both in one", []Pair{{Span{0, 13}, Span{17, 30}}}, Score{1, 1, 2, 2}},
		{"one of two", []Pair{{Span{0, 13}, Span{26, 30}}}, Score{1, 1, 2, 1}},
		{"sides overlap", []Pair{{Span{0, 18}, Span{17, 30}}}, Score{1, 0, 2, 0}},
		{"turned", []Pair{{Span{17, 30}, Span{0, 13}}}, Score{1, 0, 2, 0}},
		{"trigger cut", []Pair{{Span{0, 12}, Span{17, 30}}}, Score{1, 0, 2, 0}},
	} {
		if got := Triggers(c, x.found, true); got != x.want {
			t.Errorf("%s: %+v, want %+v", x.name, got, x.want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		s    Score
		want [3]int
	}{
		{Score{}, [3]int{0, 0, 0}},
		{Score{4, 2, 8, 2}, [3]int{5000, 2500, 3333}},
		{Score{9, 7, 10, 7}, [3]int{7778, 7000, 7368}},
		{Score{3, 3, 3, 3}, [3]int{10000, 10000, 10000}},
	} {
		p, r, f := c.s.Figures()
		if got := [3]int{p, r, f}; got != c.want {
			t.Errorf("%+v: %v, want %v", c.s, got, c.want)
		}
	}
}

func TestWordStarts(t *testing.T) {
	got := wordStarts("é x_1, “ab”-c\n½")
	if want := []int{0, 2, 5, 7, 8, 10, 11, 12, 14}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The pairing is the largest there is.
func TestMatchIsLargest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := rapid.IntRange(0, 4).Draw(t, "g"), rapid.IntRange(0, 4).Draw(t, "p")
		fits := rapid.SliceOfN(rapid.Bool(), 16, 16).Draw(t, "fits")
		ok := func(i, k int) bool { return fits[4*i+k] }
		var best func(i int, used int) int
		best = func(i, used int) int {
			if i == g {
				return 0
			}
			n := best(i+1, used)
			for k := range p {
				if used&(1<<k) == 0 && ok(i, k) {
					n = max(n, 1+best(i+1, used|1<<k))
				}
			}
			return n
		}
		if got, want := match(g, p, ok), best(0, 0); got != want {
			t.Fatalf("%d, want %d", got, want)
		}
	})
}

func TestReadCases(t *testing.T) {
	line := `{"id":"a","text":"é broke","relations":[{"cause":[0,1],"effect":[2,7],"signals":[]}]}` + "\n"
	got, err := ReadCases(strings.NewReader(line + line))
	if err != nil || len(got) != 2 || got[1].Pairs[0].Effect != (Span{2, 7}) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, bad := range []string{"{", `{"text":"é","relations":[{"cause":[0,1],"effect":[1,2]}]}`, `{"text":"ab","relations":[{"cause":[1,1],"effect":[1,2]}]}`} {
		if _, err := ReadCases(strings.NewReader(line + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// Both readers find the sides of a plain sentence; the tree tells more.
func TestReaders(t *testing.T) {
	spelt := func(text string, pairs []Pair) string {
		var out []string
		for _, p := range pairs {
			r := []rune(text)
			out = append(out, fmt.Sprintf("%s > %s", string(r[p.Cause[0]:p.Cause[1]]), string(r[p.Effect[0]:p.Effect[1]])))
		}
		return strings.Join(out, "; ")
	}
	for _, c := range []struct{ text, tree, plain string }{
		{"Zoë left because of the storm.", "the storm > Zoë left", "the storm . > Zoë left"},
		{"Because of the storm, Zoë left.", "the storm > Zoë left", "the storm > Zoë left ."},
		{"The storm did not lead to a flood.", "", "The storm did not > a flood ."},
	} {
		if got := spelt(c.text, Read(c.text, false)); got != c.tree {
			t.Errorf("%s: %q, want %q", c.text, got, c.tree)
		}
		if got := spelt(c.text, Plain(c.text, false)); strings.ReplaceAll(got, " .", ".") != strings.ReplaceAll(c.plain, " .", ".") {
			t.Errorf("%s by words: %q, want %q", c.text, got, c.plain)
		}
	}
}
