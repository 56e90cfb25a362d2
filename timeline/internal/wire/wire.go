// Package wire invents news reports for benchmarks: stories of several stages
// that several reports tell over years, by people and of places that do not
// exist. It knows nothing of how reports are read.
package wire

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// Size is the length of a report in bytes, give or take a sentence.
const Size = 4000

// A Report is one file.
type Report struct{ Name, Text string }

var (
	//go:embed stories.txt
	storyLines string
	//go:embed colour.txt
	colourLines string

	kinds  = readKinds(storyLines)
	colour = lines(colourLines)
)

// A kind is a sort of story: what it is about, and its stages.
type kind struct {
	things []string
	stages []stage
}

// A stage is one thing that happens in a story.
type stage struct {
	after    int // days after the first
	headline string
	told     []string
}

// lines returns the lines of a table, without comments.
func lines(table string) []string {
	var out []string
	for l := range strings.Lines(table) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

// readKinds reads stories.txt. A fault in it is a fault of the build.
func readKinds(table string) []kind {
	var out []kind
	for _, l := range lines(table) {
		if things, ok := strings.CutPrefix(l, "= "); ok {
			out = append(out, kind{things: strings.Split(things, ", ")})
			continue
		}
		f := strings.Split(l, " | ")
		after, err := strconv.Atoi(f[0])
		if err != nil || len(f) < 3 {
			panic("stories.txt: " + l)
		}
		k := &out[len(out)-1]
		k.stages = append(k.stages, stage{after, f[1], f[2:]})
	}
	return out
}

// Reports invents n reports. Equal seeds give equal reports, and the first
// reports of a longer run are those of a shorter one.
func Reports(seed uint64, n int) []Report {
	var out []Report
	r := rand.New(rand.NewPCG(seed, 0))
	var past []*tale // stories that reports look back to
	for len(out) < n {
		t := newTale(r)
		for range 4 + r.IntN(9) {
			name := fmt.Sprintf("%03d/wire-%06d.txt", len(out)/1000, len(out))
			out = append(out, Report{name, t.report(r, past)})
		}
		if past = append(past, t); len(past) > 50 {
			past = past[1:]
		}
	}
	return out[:n]
}

// A tale is one story with its people and places.
type tale struct {
	kind
	start time.Time
	slots []string // alternating names and values
	short []string // the same where the reader knows the people already
}

var (
	given     = strings.Fields("Ada Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Luis Marta Nils Olga Pavel Rosa Stefan Tamara Viktor Amara Kofi Leila Mehmet")
	offices   = strings.Split("Prime Minister|Foreign Minister|Interior Minister|Governor|Mayor|Judge|President|Senator|Minister of Transport|General", "|")
	countries = strings.Split("Norway|Peru|Kenya|Portugal|Vietnam|Chile|Ghana|Finland|Morocco|Canada|Nepal|Uruguay", "|")
	trades    = strings.Fields("Shipping Energy Motors Steel Foods Airways Holdings Pharma")
	onsets    = strings.Fields("b br d dr f g gr h k kl l m n p r s st t tr v w z sk")
	vowels    = strings.Fields("a e i o u ai au ei")
	codas     = strings.Fields("l n r s k m nd rt ss lm")
	towns     = strings.Fields("ton ville borg stad mouth ford minster haven")
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// word makes a name of syllables: nobody and no place that a list knows.
func word(r *rand.Rand, syllables int) string {
	s := ""
	for range syllables {
		s += pick(r, onsets) + pick(r, vowels)
	}
	s += pick(r, codas)
	return strings.ToUpper(s[:1]) + s[1:]
}

func newTale(r *rand.Rand) *tale {
	t := &tale{kind: pick(r, kinds)}
	t.start = time.Date(1998+r.IntN(24), 1, 1+r.IntN(365), 0, 0, 0, 0, time.UTC)
	p, q := word(r, 1)+pick(r, towns), word(r, 1)+pick(r, towns)
	org := word(r, 1) + " " + pick(r, trades)
	a, b := word(r, 2), word(r, 2)
	fullA := pick(r, offices) + " " + pick(r, given) + " " + a
	fullB := pick(r, offices) + " " + pick(r, given) + " " + b
	common := []string{
		"{t}", pick(r, t.things), "{p}", p, "{q}", q, "{o}", org, "{c}", pick(r, countries),
		"{n}", strconv.Itoa(11 + r.IntN(480)), "{A}", a, "{B}", b,
	}
	t.slots = append([]string{"{a}", fullA, "{b}", fullB}, common...)
	t.short = append([]string{"{a}", a, "{b}", b}, common...)
	return t
}

// day is the date of a stage.
func (t *tale) day(stage int) time.Time { return t.start.AddDate(0, 0, t.stages[stage].after) }

// tell fills the slots of a sentence. A reader of it stands at now.
func tell(r *rand.Rand, sentence string, slots []string, day, now time.Time) string {
	s := strings.NewReplacer(append([]string{"{w}", when(r, day, now)}, slots...)...).Replace(sentence)
	return strings.ToUpper(s[:1]) + s[1:]
}

// when says a day as a report of another day would.
func when(r *rand.Rand, day, now time.Time) string {
	switch back := now.Sub(day).Hours() / 24; {
	case back < 6:
		return "on " + day.Format("Monday")
	case day.Year() == now.Year() && r.IntN(2) == 0:
		return "on " + day.Format("2 January")
	case r.IntN(3) == 0:
		return "in " + day.Format("January 2006")
	}
	return "on " + day.Format("2 January 2006")
}

// report tells the news of one stage, what came before it, and for comparison
// something of stories past, with talk in between.
func (t *tale) report(r *rand.Rand, past []*tale) string {
	at := r.IntN(len(t.stages))
	news := t.stages[at]
	now := t.day(at).AddDate(0, 0, r.IntN(3))
	var b strings.Builder
	if r.IntN(20) > 0 { // the others carry no date
		b.WriteString(now.Format("2 January 2006") + "\n\n")
	}
	b.WriteString(tell(r, news.headline, t.short, now, now) + "\n\n")
	slots := t.slots
	say := func(s string, day time.Time) {
		b.WriteString(tell(r, s, slots, day, now))
		if slots = t.short; r.IntN(3) > 0 {
			b.WriteByte(' ')
		} else {
			b.WriteString("\n\n")
		}
	}
	say(pick(r, news.told), t.day(at))
	talk := r.Perm(len(colour))
	for round := 0; b.Len() < Size; round++ {
		say(colour[talk[round%len(talk)]], now)
		switch {
		case round < at:
			say(pick(r, t.stages[round].told), t.day(round))
		case round%2 == 0 && len(past) > 0:
			o := pick(r, past)
			k := r.IntN(len(o.stages))
			if day := o.day(k); day.Before(now) {
				slots = o.slots
				say(pick(r, o.stages[k].told), day)
			}
		}
	}
	return strings.TrimRight(b.String(), " \n") + "\n"
}
