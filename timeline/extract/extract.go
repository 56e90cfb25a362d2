// Package extract reads event mentions out of one document: what happened, to
// whom, where and when, as the document's own sentences state it.
//
// It looks at one document at a time and its result is never changed
// afterwards: which mentions of different documents are the same event is for
// package merge, which can then be run again whenever a document is added.
//
// The reading is rule-based on chunks (package chunk). A trigger is an event
// noun ("invasion", "press conference") or a verb that reports an act; its
// participants, place, date and status come from the clause around it. Speech,
// opinions, wishes, conditions and what is negated yield no event.
package extract

import (
	"sort"

	"github.com/causeline/causeline/timeline/causes"
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
	"github.com/causeline/causeline/timeline/timex"
)

// A Document is what one report yields.
type Document struct {
	Source    source.Document
	Date      edtf.Date // the date that the reading was resolved against, zero where unknown
	News      edtf.Date // the day of its main event, where other reports give it
	Sentences []Sentence
	Timexes   [][]timex.Timex // nil once packed
	Times     [][]TimeSpan    // where those stand
	Names     *names.Directory
	Mentions  []Mention // in the order of the text
	Chains    []Chain   // mentions of one event within the document
	Facts     []Fact
	Causes    []causes.Statement // what the sentences say led to what, in their order

	lang   nlp.Inflector
	leads  []int // the two people that the report is about, if there are two
	starts []int // code points before each sentence
	analysis

	chronicle bool // it tells of another time than that of its date
}

// A Mention is one place where the document speaks of an event.
type Mention struct {
	Sentence   int
	Start, End int    // tokens of the trigger
	Lemma      string // of the trigger: "summit", "press conference", "buy"
	Concept    string // what the lemma is compared under: "meeting" for "summit" and "meet"
	Kind       string // the lexicon's kind of event; "" where not listed
	Nominal    bool
	Part       bool     // of a kind that is usually part of something larger
	Clause     int      // index in the parse, -1 for a noun outside every clause
	NP         int      // the chunk of a nominal trigger, -1 for a verb
	Agents     []int    // entities that do it, or take part side by side
	Patients   []int    // entities that it is done to
	Places     []int    // entities
	Modifiers  []string // lemmas that narrow a noun down: "bilateral", "presidential"
	Definite   bool     // "the summit", "their talks": speaks of something known
	Distinct   bool     // "a second meeting", "another round": not the one before
	Status     story.Status
	Told       bool // told as part of the news: a finite past verb says that it took place
	In         int  // the mention that a verb says more about: "talks at which ...", "signed the treaty"; -1
	Background bool // told as an earlier event: "had signed", "since the invasion"
	Perfect    bool // told in the present perfect: done by now
	Quoted     bool
	Heading    bool
	Bounded    bool // its words limit its time without giving it ("until May"): no news of the day
	Tentative  bool // an event only if it is one already told of
	Asserted   bool // of a tentative one: the sentence says that there was such an event
	Minor      bool // told in passing: read from the tree alone, too little for a picture
	Unsaid     bool // spoken of without saying that it took place: an aim, a charge. A place to read of an event that others tell
	When       When
	Title      string // headline style; "" where the words do not give one
	TitleScore int    // higher is better
	Chain      int    // index in Document.Chains
}

// When is the date of a mention and where it comes from.
type When struct {
	Date       edtf.Date
	Clock      string
	Weekday    int // the weekday that the words name, -1 for none
	Basis      story.DateBasis
	Start, End int // bytes of the words that date it; equal where there are none
	Partial    string
	Presumed   bool   // the day of the news, for no better reason than the tense
	Reason     string // in words, how the date was told
}

// Dated reports whether the mention's own words give a date.
func (w When) Dated() bool { return w.Basis == story.BasisStated && !w.Date.IsZero() }

// A Chain is an event as one document tells it: its mentions in order, and
// what they say together.
type Chain struct {
	Mentions []int
	Kind     string
	Part     bool
	When     When
	Actors   []int
	Places   []int
	Status   story.Status
	Main     bool // what the report is about
	Parent   int  // the chain that it is a part of, -1 for none
	ParentAt int  // sentence that says so
	Stated   bool // Parent is stated by the sentence, not concluded from the day
	Minor    bool // all its mentions are told in passing
	Unsaid   bool // none of its mentions says that it took place or is to
}

// A Fact is a comparison that a document makes about an event: "the first
// meeting of the two ministers since 2017". Two documents' facts differ when
// they compare different things and conflict when they compare the same.
type Fact struct {
	Chain    int
	Sentence int
	Question []string // lemmas of what is compared, sorted
	Value    edtf.Date
}

// Read extracts the events of one document. Date is the document's date or,
// for an undated report, the one inferred for it; zero leaves relative dates
// open.
func Read(src source.Document, lang nlp.Language, date edtf.Date) *Document {
	sents := lang.AnalyzeWhere(src.Text, src.Blocks, worthTree)
	for i := range sents {
		mend(sents[i].Tokens)
	}
	stated := causes.Read(sents) // before the reader of names changes tags
	d := read(src, lang, sents, names.Read(sents), date, edtf.Date{})
	d.Causes = stated
	return d
}

// Redate reads the document again against another date and, where other
// reports tell it, the day of its news; zero for the day that the document
// itself gives. The analysis of the language is shared with d, which stays as
// it was.
func (d *Document) Redate(date, news edtf.Date) *Document {
	out := read(d.Source, d.lang, d.sentences(), d.Names, date, news)
	out.Causes = d.Causes
	if d.packed != nil {
		out = out.pack(d.packed)
	}
	return out
}

func read(src source.Document, lang nlp.Inflector, sents []nlp.Sentence, dir *names.Directory, date, news edtf.Date) *Document {
	d := &Document{Source: src, Date: date, News: news, Names: dir, lang: lang, starts: countStarts(src.Text, sents)}
	for _, s := range sents {
		d.Sentences = append(d.Sentences, Sentence{s.Start, s.End, s.Kind, s.Block})
	}
	d.leads = dir.Leads()
	dates := timex.Read(src.Text, sents, timex.Context{DocDate: date})
	d.Timexes, d.Times, d.chronicle = dates.Timexes, timeSpans(dates.Timexes), dates.Chronicle
	d.analysis = analysis{sents: sents, parses: make([]*chunk.Parse, len(sents)), quoted: make([]bool, len(sents))}
	quoted := false
	for i, s := range sents {
		if s.Kind == nlp.Meta {
			continue
		}
		if i == 0 || sents[i-1].Block != s.Block {
			quoted = false // a mark that was never closed ends with its paragraph
		}
		d.quoted[i] = quoted
		p := chunk.Read(s.Tokens, borders(s.Tokens, d.Times[i], dir.Mentions[i]), quoted)
		quoted = p.OpenQuote
		d.parses[i] = p
		if len(s.Tokens) > maxTokens || !hasTree(&s) {
			continue
		}
		r := newReader(d, i)
		r.nominals()
		r.verbals()
		r.attach()
		r.minors()
		d.Mentions = append(d.Mentions, r.sorted()...)
	}
	d.chain()
	d.clock()
	d.parts()
	d.titles()
	d.facts()
	return d
}

// borders returns where a date ends that a preposition governs by itself: the
// noun after it begins a phrase of its own ("On 3 May Ann Lee resigned"),
// unlike that after a date with an article ("at the 2011 congress").
func borders(toks []nlp.Token, txs []TimeSpan, ms []names.Mention) map[int]bool {
	out := map[int]bool{}
	for _, m := range ms {
		// "Before the departure Lee spoke": an event noun names nobody.
		if m.Full > 0 && toks[m.Full-1].Tag == "NN" {
			if info, ok := lexicon.EventNoun(toks[m.Full-1].Lemma); ok && info.Kind != lexicon.Sport {
				out[m.Full] = true
			}
		}
	}
	for _, tx := range txs {
		if !tx.Calendar {
			continue
		}
		for i := range toks {
			if toks[i].Start != tx.Start {
				continue
			}
			if i > 0 && (adverbial(toks[i]) && (toks[i-1].Tag[0] == 'N' || toks[i-1].Tag == "CD") ||
				tx.Weekday && toks[i].Tag == "NNP" && (toks[i-1].Tag == "NN" || toks[i-1].Tag == "NNS")) {
				out[i] = true // "drew criticism | last month"
			}
			if i > 0 && toks[i-1].Tag != "IN" || i == 0 && !adverbial(toks[0]) {
				break
			}
			for k := i; k < len(toks); k++ {
				if toks[k].Start >= tx.End {
					out[k] = true
					break
				}
			}
			break
		}
	}
	return out
}

// adverbial reports whether a date that opens a sentence without a
// preposition stands by itself: "Last week the board resigned".
func adverbial(t nlp.Token) bool {
	switch t.Lower {
	case "last", "next", "this", "yesterday", "today", "tomorrow", "earlier", "later":
		return true
	}
	return false
}

// sorted returns the mentions of the sentence by position; of two that share
// a token the longer stays. In is turned into an index of Document.Mentions.
func (r *reader) sorted() []Mention {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := r.found[order[i]], r.found[order[j]]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	base := len(r.doc.Mentions)
	var out []Mention
	place := make(map[int]int, len(order))
	for _, i := range order {
		if n := len(out); n > 0 && r.found[i].Start < out[n-1].End {
			continue
		}
		place[i] = base + len(out)
		out = append(out, r.found[i])
	}
	for i := range out {
		if at, ok := place[out[i].In]; ok && out[i].In >= 0 {
			out[i].In = at
		} else {
			out[i].In = -1
		}
	}
	return out
}
