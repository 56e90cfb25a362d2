package linear

import "github.com/causeline/causeline/timeline/english/tagger"

// A Vocabulary numbers the tags of a model and knows its words.
type Vocabulary struct {
	tags  map[string]tagKind
	slots []uint32 // open addressing; 0 is empty
	shift uint
}

// tagKind is what the parser needs to know of a tag.
type tagKind struct {
	number uint8
	class  class
	mark   mark
}

// Numbers of tags that no model holds.
const (
	tagNone  = iota // no such word
	tagRoot         // the root, which stands after the last word
	tagRare         // a tag that the model does not know
	firstTag        // the model's tags, in order
)

// MaxTags is the number of tags that a model can hold.
const MaxTags = 64 - firstTag

// class sorts words by what they do to the structure around them.
type class uint8

const (
	plain class = iota
	finite
	verbal
	nominal
	preposition
	conjunction
	relative
	comma // commas and other marks are not words, but are counted like them
	otherMark
)

func classOf(tag string) class {
	switch tag {
	case "VBD", "VBZ", "VBP", "MD":
		return finite
	case "VB", "VBG", "VBN":
		return verbal
	case "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX":
		return nominal
	case "IN", "TO", "RP":
		return preposition
	case "CC":
		return conjunction
	case "WDT", "WP", "WP$", "WRB":
		return relative
	}
	return plain
}

// mark is a kind of punctuation, as a bit; 0 for words.
type mark uint8

const (
	markComma mark = 1 << iota
	markColon
	markStop
	markHyphen
	markOpen
	markClose
	markQuote
)

func markOf(tag string) mark {
	switch tag {
	case ",":
		return markComma
	case ":":
		return markColon
	case ".":
		return markStop
	case "HYPH":
		return markHyphen
	case "-LRB-":
		return markOpen
	case "-RRB-":
		return markClose
	case "``", "''":
		return markQuote
	}
	return 0
}

// marks are the tags of punctuation, which no model need hold.
var marks = []string{",", ":", ".", "HYPH", "-LRB-", "-RRB-", "``", "''"}

// NewVocabulary makes the look-up tables of up to MaxTags tags and of the
// hashes of words.
func NewVocabulary(tags []string, words []uint32) *Vocabulary {
	v := &Vocabulary{tags: map[string]tagKind{}}
	for _, t := range marks {
		v.tags[t] = tagKind{tagRare, plain, markOf(t)}
	}
	for i, t := range tags {
		v.tags[t] = tagKind{uint8(i + firstTag), classOf(t), markOf(t)}
	}
	size := uint(1)
	for 1<<size < 2*len(words)+1 {
		size++
	}
	v.slots = make([]uint32, 1<<size)
	v.shift = 32 - size
	mask := uint32(len(v.slots) - 1)
	for _, w := range words {
		i := w * 0x9e3779b1 >> v.shift
		for v.slots[i] != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = w
	}
	return v
}

// Hash returns the hash, never 0, by which models know a lower-case word.
func Hash(lower string) uint32 {
	if lower == "" {
		return 1
	}
	return tagger.Hash(tagger.Normal(lower)) | 1
}

func (v *Vocabulary) knows(hash uint32) bool {
	mask := uint32(len(v.slots) - 1)
	for i := hash * 0x9e3779b1 >> v.shift; v.slots[i] != 0; i = (i + 1) & mask {
		if v.slots[i] == hash {
			return true
		}
	}
	return false
}
