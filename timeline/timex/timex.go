package timex

import (
	"slices"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// A Type is the type of a time expression, as TIMEX3 has it.
type Type string

// The types of a time expression.
const (
	Date     Type = "DATE"     // a calendar date of any precision
	Time     Type = "TIME"     // a time of day, with or without its date
	Duration Type = "DURATION" // a length of time
	Set      Type = "SET"      // something that recurs
)

// A Basis says what a time expression's value was resolved with.
type Basis string

// The bases of a value.
const (
	Explicit   Basis = "explicit"   // the words alone
	Anchored   Basis = "anchored"   // the date of the document
	InContext  Basis = "context"    // the last date mentioned before
	Unresolved Basis = "unresolved" // nothing: what it needs is not known
)

// A Timex is one time expression.
type Timex struct {
	Start, End int       // bytes in the text; articles in, prepositions out
	Type       Type      // DATE, TIME, DURATION or SET
	Value      string    // TIMEX3 value, X where unknown: "2025-08-15", "XXXX-02-28", "P3D"
	Mod        string    // TIMEX3 mod: START, MID, END, APPROX, ...; often empty
	Date       edtf.Date // the calendar date; zero where there is none or it is not known
	Clock      string    // "15:00" or "11:30/14:30", with an offset where one is stated
	Rule       string    // stable name of the rule that fired
	Basis      Basis     // what the value rests on
	Yearless   bool      // the words name a day and no year
	Weekday    int       // the time.Weekday that the words name, else -1; kept when unresolved
	RangeStart bool      // this expression and the next bound a range: "from 2019 to 2021"
	Trace      Trace     // how the value came about
}

// A Trace says what a value was resolved against.
type Trace struct {
	Anchor                 edtf.Date // the date counted from; zero where the words are enough
	AnchorStart, AnchorEnd int       // bytes of the expression that gave it; both 0 for the document's date
	Why                    string    // in words, how the value follows from the anchor
	Tense                  string    // "past" or "future" where the tense of the clause chose; else empty
	CueStart, CueEnd       int       // bytes of the word that tells the tense
}

// The mods tell how the value of a time expression is to be taken.
const (
	ModBefore      = "BEFORE"
	ModAfter       = "AFTER"
	ModStart       = "START"
	ModMid         = "MID"
	ModEnd         = "END"
	ModApprox      = "APPROX"
	ModLess        = "LESS_THAN"
	ModMore        = "MORE_THAN"
	ModEqualOrLess = "EQUAL_OR_LESS"
	ModEqualOrMore = "EQUAL_OR_MORE"
)

// A Context is what is known about a document from outside its sentences.
type Context struct {
	DocDate edtf.Date // the date of the document, zero where unknown

	// Tag sets the tags of a sentence whose tokens have none. It is called at
	// most once for a sentence, and only where a rule wants to know. Nil where
	// the sentences have their tags.
	Tag func(*nlp.Sentence)

	Language *Language // nil for English
}

// Found is what was found in a document.
type Found struct {
	Timexes [][]Timex // of each sentence, in order and not overlapping

	// Chronicle says that the document tells of another time than that of its
	// date: what it gives no date did not happen on that day.
	Chronicle bool
}

// Find returns the time expressions of each sentence, as Read does.
func Find(text string, sents []nlp.Sentence, ctx Context) [][]Timex {
	return Read(text, sents, ctx).Timexes
}

// Read finds the time expressions of a document. The sentences must be all of
// it, in order, with offsets into text: a date mentioned in one resolves "the
// following day" in the next. Read keeps no state, so calling it again once the
// document's date is known resolves what stayed open the first time.
func Read(text string, sents []nlp.Sentence, ctx Context) Found {
	out := make([][]Timex, len(sents))
	lang := ctx.Language
	if lang == nil {
		lang = English()
	}
	f := finder{text: text, lang: lang, tag: ctx.Tag}
	for i := range sents {
		f.read(i, &sents[i])
	}
	profile := f.profile(ctx)
	f.narrator = newNarrator(ctx, lang, profile)
	next := 0
	for i := range sents {
		f.narrator.nextSentence(&sents[i])
		if next < len(f.found) && f.found[next].sentence == i {
			out[i] = f.resolve(&f.found[next], &sents[i])
			next++
		}
	}
	return Found{out, profile.chronicle}
}

// A finder carries what one call of Find knows: first what each sentence
// says, then, when all is read, what it means.
type finder struct {
	text      string
	lang      *Language
	tag       func(*nlp.Sentence)
	items     []item // working space, reused
	found     []findings
	sentences int
	said      int // sentences in which somebody says something
	narrator  narrator
}

// findings are the readings of a sentence that has some.
type findings struct {
	sentence int
	meta     bool // not of the text but about it: "Updated 3 May 2024"
	items    []item
	readings []reading
}

// read finds the readings of a sentence.
func (f *finder) read(index int, s *nlp.Sentence) {
	f.items = f.lang.appendItems(f.items[:0], f.text, &tags{s, f.tag})
	f.sentences++
	if anyMarked(f.items, mSaid) {
		f.said++
	}
	if !anyTrigger(f.items) {
		return
	}
	rs := f.lang.compose(appendReadings(nil, f.lang, f.items), f.items)
	if len(rs) > 0 {
		f.found = append(f.found, findings{index, s.Kind == nlp.Meta, slices.Clone(f.items), rs})
	}
}

// resolve gives the readings of a sentence their values.
func (f *finder) resolve(found *findings, s *nlp.Sentence) []Timex {
	readings, items := found.readings, found.items
	n := &f.narrator
	n.habit = n.lang.isHabit(found, s)
	n.overMonths = false
	out := make([]Timex, 0, len(readings))
	var prev stamp
	for i := range readings {
		r := &readings[i]
		n.next = nil
		if i+1 < len(readings) {
			n.next = &readings[i+1]
		}
		n.beside = appositive(readings, i, items, prev)
		t, at, ok := n.resolve(r, items, s)
		if !ok {
			continue
		}
		out = append(out, t)
		n.overMonths = n.overMonths || t.Type == Duration && isMonths(t.Value)
		if k := len(out); k > 1 && i > 0 && out[k-2].RangeStart {
			n.orderRange(&out[k-2], &out[k-1], &readings[i-1], r, prev, at, items, s)
		}
		prev = at
	}
	return out
}

// isMonths: lengths that reports compare with those of the year before.
func isMonths(v string) bool {
	return v == "P6M" || v == "P9M" || v == "P12M"
}

// appositive returns the date that stands beside the reading as another name
// for the same: "in 1931, a quarter of a century later".
func appositive(rs []reading, i int, items []item, prev stamp) stamp {
	r := &rs[i]
	if r.kind != kShift || r.anchor != fromContext || !r.counted {
		return stamp{}
	}
	if i > 0 && r.lo-rs[i-1].hi == 1 && items[r.lo-1].class&cComma != 0 && rs[i-1].kind == kStamp {
		return prev
	}
	if i+1 < len(rs) && rs[i+1].kind == kStamp && !rs[i+1].at.open && rs[i+1].lo-r.hi == 2 && items[r.hi].class&cComma != 0 {
		return rs[i+1].at
	}
	return stamp{}
}
