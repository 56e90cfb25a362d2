package tagger

import "math/bits"

// A Dictionary knows which tags common words take and how they are written.
type Dictionary struct {
	slots []known
	shift uint
}

// known is a dictionary entry as the templates use it.
type known struct {
	hash   uint32
	tags   uint32 // hash of the set of tags
	habit  uint8
	frozen int8 // the only tag, or -1
	used   bool
}

var unknown = known{frozen: -1}

// NewDictionary builds the look-up table of entries.
func NewDictionary(entries []Entry) *Dictionary {
	size := bits.Len(uint(2*len(entries) + 1))
	d := &Dictionary{slots: make([]known, 1<<size), shift: uint(32 - size)}
	mask := uint32(len(d.slots) - 1)
	for _, e := range entries {
		k := known{hash: e.Hash, habit: e.Habit, frozen: -1, used: true}
		if e.Tags != 0 {
			k.tags = uint32((e.Tags*0x9e3779b97f4a7c15)>>32) | 1<<31
		}
		if e.Frozen && e.Tags != 0 {
			k.frozen = int8(bits.TrailingZeros64(e.Tags))
		}
		i := e.Hash * 0x9e3779b1 >> d.shift
		for d.slots[i].used {
			i = (i + 1) & mask
		}
		d.slots[i] = k
	}
	return d
}

// look returns what is known of the word with the given hash.
func (d *Dictionary) look(hash uint32) *known {
	mask := uint32(len(d.slots) - 1)
	for i := hash * 0x9e3779b1 >> d.shift; ; i = (i + 1) & mask {
		s := &d.slots[i]
		if !s.used {
			return &unknown
		}
		if s.hash == hash {
			return s
		}
	}
}

// Habit returns how the lower-case word is usually written.
func (d *Dictionary) Habit(lower string) uint8 { return d.look(Hash(lower)).habit }
