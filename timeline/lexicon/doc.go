// Package lexicon holds general knowledge as word lists: countries, places,
// organisations, titles, given names, event nouns and verbs, and causal cues.
//
// It is a leaf and knows nothing about any particular story. The lists are
// embedded files under data/, read once on first use; every look-up is safe
// for concurrent use. Values that look-ups return share memory with the
// tables: callers must not write to their slices.
//
// Names are matched as they are written, with their case, because "US" and
// "us" differ; a spelling without diacritics and, from four letters on, a
// spelling in capitals are accepted too. Titles, nouns, verbs and cues are
// matched in lower case.
package lexicon
