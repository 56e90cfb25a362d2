package merge

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// TestWeightGrowsWithReports: another report of an event never makes it
// matter less, and the first few make it matter more.
func TestWeightGrowsWithReports(t *testing.T) {
	node := Node{kind: "meeting"}
	mention := extract.Mention{Sentence: 9, When: extract.When{Date: edtfDate(t, "2018-05-03"), Basis: story.BasisStated}}
	last := -1
	for n := 1; n <= 8; n++ {
		nodes, mentions := make([]Node, n), make([]extract.Mention, n)
		for i := range nodes {
			nodes[i], mentions[i] = node, mention
		}
		r, c := result(nil, nodes, mentions)
		got, _ := r.weight(c, &story.Event{})
		if got < last || n <= 4 && got == last {
			t.Errorf("weight %d with %d reports, %d with one fewer", got, n, last)
		}
		if got > 100 {
			t.Errorf("weight %d is above 100", got)
		}
		last = got
	}
}

// TestWeightParts holds each thing that makes an event matter against an
// event without it.
func TestWeightParts(t *testing.T) {
	late := extract.Mention{Sentence: 9}
	weigh := func(n Node, m extract.Mention, e story.Event) int {
		r, c := result(nil, []Node{n}, []extract.Mention{m})
		got, _ := r.weight(c, &e)
		return got
	}
	plain := weigh(Node{kind: "travel"}, late, story.Event{})
	stated := late
	stated.When = extract.When{Date: edtfDate(t, "2018"), Basis: story.BasisStated}
	context := late
	context.When = extract.When{Date: edtfDate(t, "2018"), Basis: story.BasisContext}
	for _, tt := range []struct {
		name string
		got  int
		more bool
	}{
		{"a stated date", weigh(Node{kind: "travel"}, stated, story.Event{}), true},
		{"a date by context", weigh(Node{kind: "travel"}, context, story.Event{}), true},
		{"the kind", weigh(Node{kind: "meeting"}, late, story.Event{}), true},
		{"the main event", weigh(Node{kind: "travel", main: true}, late, story.Event{}), true},
		{"an early sentence", weigh(Node{kind: "travel"}, extract.Mention{Sentence: 1}, story.Event{}), true},
		{"the first sentence", weigh(Node{kind: "travel"}, extract.Mention{Sentence: 0}, story.Event{}), true},
		{"two actors", weigh(Node{kind: "travel"}, late, story.Event{Actors: []string{"a", "b"}}), true},
		{"a part", weigh(Node{kind: "travel", part: true}, late, story.Event{}), true},
		{"no listed kind", weigh(Node{}, late, story.Event{}), false},
		{"cancelled", weigh(Node{kind: "travel"}, late, story.Event{Status: story.StatusCancelled}), true},
		{"denied", weigh(Node{kind: "travel"}, late, story.Event{Status: story.StatusDenied}), false},
	} {
		if tt.more != (tt.got > plain) || tt.got == plain {
			t.Errorf("%s: weight %d, %d without it", tt.name, tt.got, plain)
		}
	}
	if s, c := weigh(Node{kind: "travel"}, stated, story.Event{}), weigh(Node{kind: "travel"}, context, story.Event{}); s <= c {
		t.Errorf("a stated date weighs %d, one by context %d", s, c)
	}
}

// TestPosition: what a report tells first weighs more than what it tells soon
// after, that more than what comes in its first half, that more than the rest.
func TestPosition(t *testing.T) {
	for _, tt := range []struct {
		sentence, body, of int
		want               position
	}{
		{0, 0, 30, leading}, {1, 0, 30, early}, {2, 0, 30, early}, {3, 0, 30, upper}, {14, 0, 30, upper}, {15, 0, 30, lower}, {29, 0, 30, lower},
		{0, 4, 30, leading}, {4, 4, 30, leading}, {5, 4, 30, early}, {7, 4, 30, upper}, {17, 4, 30, lower}, // a heading and lines about the text stand before it
		{0, 0, 1, leading},
	} {
		if got := positioned(tt.sentence, tt.body, tt.of); got != tt.want {
			t.Errorf("sentence %d of %d, text from %d: %d, want %d", tt.sentence, tt.of, tt.body, got, tt.want)
		}
	}
	last := -1
	for p := lower; p <= leading; p++ {
		got, _ := standing{reports: 1, listed: true, position: p}.weigh()
		if got <= last {
			t.Errorf("position %d weighs %d, the one behind it %d", p, got, last)
		}
		last = got
	}
}

// TestReportsFade: each further report adds less than the one before it, and
// none takes anything away.
func TestReportsFade(t *testing.T) {
	step := 100
	for n := 2; n < 30; n++ {
		a, _ := standing{reports: n - 1, listed: true}.weigh()
		b, _ := standing{reports: n, listed: true}.weigh()
		if b-a < 0 || b-a > step {
			t.Errorf("report %d adds %d, the one before it %d", n, b-a, step)
		}
		step = b - a
	}
	if ten, _ := (standing{reports: 10, listed: true}).weigh(); ten < 40 {
		t.Errorf("ten reports make %d", ten)
	}
}

// TestAgain: an event that a report comes back to weighs more, up to a point.
func TestAgain(t *testing.T) {
	weigh := func(mentions int) int {
		r, c := result(nil, []Node{{kind: "travel"}}, make([]extract.Mention, 1))
		d := r.World.Docs[0]
		d.Mentions = make([]extract.Mention, mentions)
		d.Chains[0].Mentions = nil
		for k := range mentions {
			d.Mentions[k].Sentence = 9
			d.Chains[0].Mentions = append(d.Chains[0].Mentions, k)
		}
		got, _ := r.weight(c, &story.Event{})
		return got
	}
	if one, two, four, nine := weigh(1), weigh(2), weigh(4), weigh(9); two <= one || four <= two || nine != four {
		t.Errorf("told once %d, twice %d, four times %d, nine times %d", one, two, four, nine)
	}
}

// TestPassing: what one report tells in passing stays below what is drawn,
// whatever else holds of it; what several tell in passing need not; and a
// mention in passing of a main event says nothing of that event's weight.
func TestPassing(t *testing.T) {
	all := standing{reports: 1, stated: true, kind: true, listed: true, main: true, position: leading, again: 3, actors: true, part: true, passing: true}
	if got, why := all.weigh(); got >= 20 || !strings.Contains(why, "at most 18 for what one report tells in passing") {
		t.Errorf("one report: %d because %s", got, why)
	}
	all.reports = 3
	if got, why := all.weigh(); got != passingMost+2*passingFurther || !strings.Contains(why, "3 reports tell in passing") {
		t.Errorf("three reports: %d because %s", got, why)
	}
	few := standing{reports: 3, passing: true}
	if got, _ := few.weigh(); got >= 30 {
		t.Errorf("three reports in passing, nothing else: %d", got)
	}
	minor := extract.Mention{Sentence: 0, Minor: true, When: extract.When{Date: edtfDate(t, "2018"), Basis: story.BasisStated}}
	r, c := result(nil, []Node{{kind: "travel"}}, []extract.Mention{{Sentence: 9}})
	before, _ := r.weight(c, &story.Event{})
	d := r.World.Docs[0]
	d.Mentions = append([]extract.Mention{{Sentence: 9}}, minor)
	d.Chains[0].Mentions = []int{0, 1}
	if after, _ := r.weight(c, &story.Event{}); after != before {
		t.Errorf("a mention in passing makes %d of %d", after, before)
	}
	r, c = result(nil, []Node{{kind: "travel", minor: true}}, []extract.Mention{minor})
	if _, why := r.weight(c, &story.Event{}); !strings.Contains(why, "told in passing -10") {
		t.Errorf("the reason of a minor event is %s", why)
	}
}

// TestWeightReasonAddsUp: the parts that the reason names make the weight.
func TestWeightReasonAddsUp(t *testing.T) {
	points := regexp.MustCompile(`[+-]\d+(?:,|$)`)
	rapid.Check(t, func(t *rapid.T) {
		flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
		s := standing{
			reports: rapid.IntRange(1, 40).Draw(t, "reports"), stated: flag("stated"), context: flag("context"), kind: flag("kind"), listed: flag("listed"),
			main: flag("main"), position: position(rapid.IntRange(0, 3).Draw(t, "position")), again: rapid.IntRange(0, 9).Draw(t, "again"),
			actors: flag("actors"), part: flag("part"), denied: flag("denied"),
		}
		got, why := s.weigh()
		sum := 0
		for _, p := range points.FindAllString(why, -1) {
			n, err := strconv.Atoi(strings.TrimSuffix(p, ","))
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		if max(1, min(sum, 100)) != got {
			t.Fatalf("%s adds up to %d, not %d", why, sum, got)
		}
	})
}

// TestBare: a noun that names nobody and no place weighs less than one that
// does, or than a verb; and less still when one word is all its title.
func TestBare(t *testing.T) {
	weigh := func(nominal bool, e story.Event) int {
		r, c := result(nil, []Node{{kind: "travel"}}, []extract.Mention{{Sentence: 9, Nominal: nominal}})
		got, _ := r.weight(c, &e)
		return got
	}
	word, words := weigh(true, story.Event{Title: "Charge"}), weigh(true, story.Event{Title: "Net loss"})
	verb, named := weigh(false, story.Event{Title: "Charge"}), weigh(true, story.Event{Title: "Charge", Actors: []string{"a"}})
	placed := weigh(true, story.Event{Title: "Charge", Place: "a"})
	if main, _ := (standing{reports: 1, stated: true, kind: true, listed: true, bare: true, word: true, main: true}).weigh(); main <= passingMost {
		t.Errorf("what a report is about: %d", main)
	}
	if word >= words || words >= verb || named != verb || placed != verb {
		t.Errorf("one word %d, two %d, a verb %d, with somebody %d, with a place %d", word, words, verb, named, placed)
	}
}

// TestSaying: what people said is not drawn, however many reports quote it; a
// statement that is news by itself is.
func TestSaying(t *testing.T) {
	many := standing{reports: 5, stated: true, listed: true, position: leading, again: 3, actors: true, passing: true, saying: true}
	if got, why := many.weigh(); got != passingMost || !strings.Contains(why, "what people said") {
		t.Errorf("five reports: %d because %s", got, why)
	}
	for _, minor := range []bool{true, false} {
		r, c := result(nil, []Node{{kind: "speech", minor: minor}}, []extract.Mention{{Minor: minor}})
		if s := r.standing(c, &story.Event{}); s.saying != minor {
			t.Errorf("minor %v: saying %v", minor, s.saying)
		}
	}
}

// TestAhead: a plan weighs more where words give it a date.
func TestAhead(t *testing.T) {
	points := func(s standing) int { n, _ := s.weigh(); return n }
	if done, plan := points(standing{reports: 1, stated: true, listed: true}), points(standing{reports: 1, stated: true, listed: true, ahead: true}); plan <= done {
		t.Errorf("a plan with a date weighs %d, what is done %d", plan, done)
	}
	if done, plan := points(standing{reports: 1, listed: true}), points(standing{reports: 1, listed: true, ahead: true}); plan != done {
		t.Errorf("a plan without a date weighs %d, what is done %d", plan, done)
	}
}
