// Package timex finds the time expressions of analysed sentences and resolves
// them to calendar dates.
//
// What is of one language stands in the files of its folder, lang/en for
// English: words with their classes, rules with examples beside them, traps,
// joins, holidays, and a corpus of sentences grouped by what they mean. This
// package is the engine that reads them; lang/README.md says what they hold.
//
// The work runs in six steps:
//
//  1. item.go turns a sentence's tokens into items: words, numbers (numeral.go,
//     number.go), clock times (clock.go) and parts of hyphenated words, each
//     with the classes that words.txt gives it; traps.go takes classes from
//     words that only look like dates;
//  2. pattern.go matches the rules of rules.txt (rule.go, condition.go): the
//     longest match wins, and its reading (readings*.go) says what it means by
//     itself;
//  3. compose.go joins neighbouring readings ("Friday" + "night", "early" +
//     "next week") and marks the two ends of a range;
//  4. profile.go decides, once all of a document is read, whether it is news or
//     a history with a clock of its own (chronicle.go); habit.go finds what
//     happens every year;
//  5. resolve.go gives each reading its value. narrator.go knows the dates
//     mentioned so far; choose.go picks among the dates that a name can mean,
//     by the document's date and the tense of the clause (tense.go);
//  6. toedtf.go spells the result as EDTF, explain.go says in words how it came
//     about.
//
// Parts of speech are asked for only where a rule needs one; nine of ten
// sentences of the news are read without.
//
// Types, values and modifiers are those of TIMEX3 (TimeML 1.2.1).
package timex
