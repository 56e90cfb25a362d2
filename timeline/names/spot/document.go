package spot

import (
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// What a document says of a word, wherever in it the word stands.
const (
	docSmall      = 1 << iota // it occurs in small letters
	docCapital                // with a capital inside a sentence
	docAfterGiven             // behind a given name
	docAfterTitle             // behind a title
	docAfterIn                // behind "in", "at", "near" or "from"
	docSpeaks                 // before "said" and the like
	docPossessive             // before "'s"
	docBeforeOrg              // in a run that ends in a word such as "Bank"
	docBeforePlace
	docRunFirst // first of a longer run of capitals
	docRunLast
	docOften // three times or more
	docThe   // behind "the"
	docAlone // a capitalised word by itself inside a sentence
	docBits  = iota
)

// A Reader holds a document's words while its names are found. The zero value
// is ready; it can be used again for the next document.
type Reader struct {
	words   []word
	from    []int // first word of each sentence, and the end
	slots   []seen
	shift   uint
	text    []string // of one sentence
	lattice lattice
	ballot  ballot
}

// seen is an entry of the table of what a document says of its words.
type seen struct {
	lower uint32
	bits  uint32
	count uint32
}

// Document prepares the words of a document.
func (r *Reader) Document(sents []nlp.Sentence) {
	r.ballot.open = false
	n := 0
	for i := range sents {
		n += len(sents[i].Tokens)
	}
	if cap(r.words) < n {
		r.words = make([]word, n)
	}
	r.words = r.words[:n]
	r.from = append(r.from[:0], 0)
	at, capitals := 0, 0
	for i := range sents {
		toks := sents[i].Tokens
		title := titled(toks, sents[i].Kind == nlp.Heading)
		ws := r.words[at : at+len(toks)]
		for k := range toks {
			describe(&ws[k], &toks[k], title)
			if ws[k].begins {
				capitals++
			}
		}
		syntax(ws, toks)
		r.gazetteers(ws, toks)
		at += len(toks)
		r.from = append(r.from, at)
	}
	r.table(capitals)
	for i := range sents {
		r.observe(r.words[r.from[i]:r.from[i+1]], sents[i].Tokens)
	}
	for i := range r.words {
		if w := &r.words[i]; w.begins {
			s := r.slot(w.lower)
			w.doc = s.bits
			if s.count > 2 {
				w.doc |= docOften
			}
		}
	}
}

// titled reports whether capitals carry no meaning in a sentence: nearly all
// of its longer words have one.
func titled(toks []nlp.Token, heading bool) bool {
	long, capital := 0, 0
	for i := range toks {
		t := toks[i].Text
		if i == 0 || len(t) < 4 {
			continue
		}
		c := t[0]
		if c >= 'a' && c <= 'z' {
			long++
		} else if c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			long++
			capital++
		}
	}
	if heading {
		return long >= 2 && capital*10 >= long*6
	}
	return long >= 4 && capital*10 >= long*9
}

// gazetteers looks up the entries that begin at each word.
func (r *Reader) gazetteers(ws []word, toks []nlp.Token) {
	const begins = uint32(lexicon.ClassBeginsPlace | lexicon.ClassBeginsOrg | lexicon.ClassBeginsDemonym)
	ready := false
	for k := range ws {
		w := &ws[k]
		if !w.begins || w.class&begins == 0 {
			continue
		}
		if !ready {
			r.text = r.text[:0]
			for i := range toks {
				r.text = append(r.text, toks[i].Text)
			}
			ready = true
		}
		if w.class&uint32(lexicon.ClassBeginsPlace) != 0 {
			if n, p := lexicon.MatchPlace(r.text[k:]); n > 0 {
				w.list[0] = listed{uint8(n), placeCode(p.Kind)}
			}
		}
		if w.class&uint32(lexicon.ClassBeginsOrg) != 0 {
			if n, o := lexicon.MatchOrg(r.text[k:]); n > 0 {
				code := uint8(listOrg)
				if o.Media() {
					code = listMedia
				}
				w.list[1] = listed{uint8(n), code}
			}
		}
		if w.class&uint32(lexicon.ClassBeginsDemonym) != 0 {
			if n, _ := lexicon.MatchDemonym(r.text[k:]); n > 0 {
				w.list[2] = listed{uint8(n), listDemonym}
			}
		}
	}
}

func placeCode(k lexicon.PlaceKind) uint8 {
	switch k {
	case lexicon.KindCountry:
		return listCountry
	case lexicon.KindCity:
		return listCity
	case lexicon.KindState:
		return listState
	case lexicon.KindSite:
		return listSite
	}
	return listRegion
}

// table makes room for n words.
func (r *Reader) table(n int) {
	size, shift := 16, uint(28)
	for size < 2*n {
		size *= 2
		shift--
	}
	if cap(r.slots) < size {
		r.slots = make([]seen, size)
	}
	r.slots = r.slots[:size]
	clear(r.slots)
	r.shift = shift
}

// slot returns the entry of a word, which may be empty.
func (r *Reader) slot(lower uint32) *seen {
	mask := uint32(len(r.slots) - 1)
	for i := lower * 0x9e3779b1 >> r.shift; ; i = (i + 1) & mask {
		s := &r.slots[i]
		if s.count == 0 || s.lower == lower {
			return s
		}
	}
}

// observe notes what a sentence says of its capitalised words.
func (r *Reader) observe(ws []word, toks []nlp.Token) {
	const title = uint32(lexicon.ClassHonorific | lexicon.ClassOffice)
	for k := 0; k < len(ws); {
		if !ws[k].begins {
			k++
			continue
		}
		end := k + 1
		for end < len(ws) && ws[end].begins {
			end++
		}
		hidden := ws[k].shape&inTitle != 0
		for i := k; i < end; i++ {
			w := &ws[i]
			var bits uint32
			if i > 0 && !hidden {
				bits |= docCapital
			}
			if !hidden && end-k > 1 {
				if i == k {
					bits |= docRunFirst
				}
				if i == end-1 {
					bits |= docRunLast
				}
			} else if !hidden && i > 0 {
				bits |= docAlone
			}
			if i > 0 && !hidden {
				bits |= before(&ws[i-1], i > k, title, toks[i-1].Lower)
			}
			if i+1 < len(ws) {
				switch {
				case ws[i+1].tag == 8:
					bits |= docPossessive
				case speaks(toks[i+1].Lower) || i > 1 && speaks(toks[i-1].Lower):
					bits |= docSpeaks
				}
			}
			if last := ws[end-1].class; i < end-1 && !hidden {
				if last&uint32(lexicon.ClassOrgWord) != 0 {
					bits |= docBeforeOrg
				}
				if last&uint32(lexicon.ClassPlaceWord) != 0 {
					bits |= docBeforePlace
				}
			}
			s := r.slot(w.lower)
			s.lower = w.lower
			s.count++
			s.bits |= bits
		}
		k = end
	}
}

// before says what the word before a capitalised one says of it.
func before(p *word, inRun bool, title uint32, lower string) uint32 {
	var bits uint32
	switch {
	case inRun && p.class&uint32(lexicon.ClassGiven) != 0:
		bits |= docAfterGiven
	case p.class&title != 0:
		bits |= docAfterTitle
	}
	switch lower {
	case "in", "at", "near", "from":
		bits |= docAfterIn
	case "the":
		bits |= docThe
	}
	return bits
}

func speaks(lower string) bool {
	switch lower {
	case "said", "says", "told", "added", "wrote", "argued", "explained", "asked", "replied", "thinks", "believes", "noted":
		return true
	}
	return false
}
