// Package timex finds the time expressions of analysed English sentences and
// resolves them to calendar dates.
//
// The work runs in five steps:
//
//  1. item.go turns a sentence's tokens into items: words, numbers (numeral.go,
//     number.go), clock times (clock.go) and parts of hyphenated words, each
//     with the classes that the word tables (words.go) give it; traps.go takes
//     classes from words that only look like dates;
//  2. rules.go and the rules_*.go tables hold patterns over those classes;
//     pattern.go compiles and matches them, the longest match wins;
//  3. compose.go joins neighbouring readings ("Friday" + "night", "early" +
//     "next week") and marks the two ends of a range;
//  4. resolve.go gives each reading its value. narrator.go knows the dates
//     mentioned so far; choose.go picks among the dates that a name can mean,
//     by the document's date and the tense of the clause (tense.go);
//  5. toedtf.go spells the result as EDTF.
//
// Types, values and modifiers are those of TIMEX3 (TimeML 1.2.1).
package timex
