// Package timex finds the time expressions of analysed English sentences and
// resolves them to calendar dates.
//
// The work runs in five steps, each in its own file:
//
//  1. items.go turns a sentence's tokens into items: words, numbers and parts
//     of hyphenated words, each with the classes that the word tables
//     (words.go) give it;
//  2. rules.go and the rules_*.go tables hold patterns over those classes;
//     pattern.go compiles and matches them, the longest match wins;
//  3. compose.go joins neighbouring readings ("Friday" + "night", "early" +
//     "next week") and marks the two ends of a range;
//  4. resolve.go gives each reading its value, with the document's date, the
//     tense of the clause (tense.go) and the last date mentioned;
//  5. toedtf.go spells the result as EDTF.
//
// Types, values and modifiers are those of TIMEX3 (TimeML 1.2.1).
package timex
