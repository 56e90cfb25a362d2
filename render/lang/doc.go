// Package lang writes what pictures say: dates, clock times, lengths of time,
// counts and set phrases, in the reader's language and date style.
//
// A language is its phrases by name, in one text file under data that people
// write and one that render/lang/gen makes from Unicode's CLDR. The words of
// English dates are those of timeline/edtf. docs/languages.md says what the
// names mean and how a language is added. A language is read when it is first
// asked for; the zero Speaker speaks English, with the day before the month.
package lang
