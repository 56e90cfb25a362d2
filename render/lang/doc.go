// Package lang writes what pictures say: dates, clock times, lengths of time,
// counts and set phrases, in the reader's language and date style.
//
// A language is one text file under data: its phrases by name. The zero
// Speaker speaks English, with the day before the month.
package lang
