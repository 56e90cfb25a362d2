package extract

import (
	"fmt"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// carryYears gives a day without a year the year of the full date that it is
// joined to: "sank on 3 May 1998 and was raised on 12 June". Only a
// conjunction between the two carries the year over; a date in an aside
// ("the pier, built on 4 May 1931, was closed on 12 June") does not.
func carryYears(text string, sents []nlp.Sentence, txs [][]timex.Timex) {
	for i := range sents {
		var full *timex.Timex
		for k := range txs[i] {
			tx := &txs[i][k]
			switch {
			case tx.Basis == timex.Explicit && tx.Type == timex.Date && tx.Date.Precision() == edtf.PrecisionDay && !tx.Date.IsInterval():
				full = tx
			case full != nil && yearless(text, tx) && joined(sents[i].Tokens, full.End, tx.Start):
				carry(full, tx)
			}
		}
	}
}

// yearless reports whether an expression names a month and a day and no year.
func yearless(text string, tx *timex.Timex) bool {
	if tx.Type != timex.Date || tx.Weekday >= 0 || len(tx.Value) != len("XXXX-05-03") {
		return false
	}
	if tx.Basis != timex.Unresolved && tx.Basis != timex.Anchored {
		return false
	}
	letters := false
	for _, c := range []byte(text[tx.Start:tx.End]) {
		letters = letters || c >= 'A' && c <= 'Z'
	}
	var month, day int
	n, _ := fmt.Sscanf(tx.Value[4:], "-%02d-%02d", &month, &day)
	return n == 2 && letters
}

// joined reports whether a conjunction stands between two places.
func joined(toks []nlp.Token, from, to int) bool {
	for _, t := range toks {
		if t.Start >= from && t.End <= to && t.Tag == "CC" && t.Lower != "but" {
			return true
		}
	}
	return false
}

// carry resolves tx to its first day at or after the full date.
func carry(full, tx *timex.Timex) {
	start, ok := full.Date.Earliest()
	if !ok {
		return
	}
	year, _, _ := start.Civil()
	var month, day int
	if n, _ := fmt.Sscanf(tx.Value[4:], "-%02d-%02d", &month, &day); n != 2 {
		return
	}
	if edtf.DayOf(year, month, day) < start {
		year++
	}
	date, err := edtf.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return // 29 February of another year
	}
	tx.Date, tx.Value, tx.Basis = date, date.String(), timex.InContext
}
