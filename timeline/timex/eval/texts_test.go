package eval

import "testing"

// TestTexts holds the figures of the project's own texts. They are to rise; a
// change that lets them fall says why.
func TestTexts(t *testing.T) {
	for _, c := range []struct {
		half                   Half
		gold                   int
		strict, relaxed, value float64
	}{
		{Learning, 1381, .93, .97, .92},
		{Reported, 784, .91, .95, .86},
	} {
		docs, err := Texts(c.half)
		if err != nil {
			t.Fatal(err)
		}
		var sum Counts
		for _, d := range docs {
			answer, err := Answer(d)
			if err != nil {
				t.Fatal(err)
			}
			counts, _ := Score(d.Timexes, answer.Timexes)
			sum.Add(counts)
		}
		_, _, strict := sum.StrictPRF()
		_, _, relaxed := sum.RelaxedPRF()
		if sum.Gold != c.gold || strict < c.strict || relaxed < c.relaxed || sum.ValueF1() < c.value {
			t.Errorf("%s half: %d expressions, strict %.3f, relaxed %.3f, value %.3f", c.half, sum.Gold, strict, relaxed, sum.ValueF1())
		}
	}
}

func TestParseText(t *testing.T) {
	d, err := parseText("dct: 2020-01-02\n\nÜber [a week|DURATION|P1W||P7D|APPROX] in [May|DATE|2020-05].\n")
	if err != nil {
		t.Fatal(err)
	}
	if d.DCT != "2020-01-02" || d.Text != "Über a week in May.\n" || len(d.Timexes) != 2 {
		t.Fatalf("read as %+v", d)
	}
	a, b := d.Timexes[0], d.Timexes[1]
	if a.Start != 5 || a.End != 11 || !a.means("P7D") || !a.means("P1W") || a.means("APPROX") || a.Mod != "APPROX" || b.Start != 15 || b.Mod != "" {
		t.Errorf("read as %+v, %+v", a, b)
	}
	for _, bad := range []string{"", "dct: 2020-01-02\nIt rained.", "dct: x\n\nIn [May.", "dct: x\n\nIn [May|DATE]."} {
		if _, err := parseText(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
