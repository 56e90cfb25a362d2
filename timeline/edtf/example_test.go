package edtf_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/causeline/causeline/timeline/edtf"
)

func ExampleParse() {
	for _, s := range []string{"1985-04-12", "1985-04-XX", "1985~", "2003-24", "2004-02-01/2005", "[1667,1670..1672]"} {
		d, err := edtf.Parse(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		first, _ := d.Earliest()
		last, _ := d.Latest()
		fmt.Printf("%-18s %s to %s, %s\n", d, first, last, d.Words(edtf.Style{}))
	}
	// Output:
	// 1985-04-12         1985-04-12 to 1985-04-12, 12 Apr 1985
	// 1985-04-XX         1985-04-01 to 1985-04-30, some day in April 1985
	// 1985~              1985-01-01 to 1985-12-31, about 1985
	// 2003-24            2003-12-01 to 2004-02-29, winter 2003
	// 2004-02-01/2005    2004-02-01 to 2005-12-31, 1 Feb 2004 – 2005
	// [1667,1670..1672]  1667-01-01 to 1672-12-31, 1667 or 1670–1672
}

// A refusal says what to write instead.
func ExampleParseError() {
	for _, s := range []string{"2023-02-30", "2005-W05", "2004-01-01T10:10"} {
		_, err := edtf.Parse(s)
		var refusal *edtf.ParseError
		if errors.As(err, &refusal) {
			fmt.Printf("%d: %s\n", refusal.Offset, refusal.Reason)
		}
	}
	// Output:
	// 8: February 2023 has 28 days; the nearest day is 2023-02-28
	// 5: weeks are not EDTF; write their days: 2005-01-31/2005-02-06
	// 10: a date is never a clock time; write the date as 2004-01-01 and put "10:10" into the field time
}

func ExampleDate_Words() {
	d := edtf.Interval(edtf.FromDay(edtf.DayOf(2025, 5, 16)), edtf.FromDay(edtf.DayOf(2025, 6, 2)))
	fmt.Println(d.Words(edtf.Style{}))
	fmt.Println(d.Words(edtf.Style{MonthDay: true}))
	fmt.Println(d.Words(edtf.Style{OmitYear: true}))
	fmt.Println(edtf.FromYear(2015).WithApproximate().Words(edtf.Style{}))
	// Output:
	// 16 May – 2 June 2025
	// May 16 – June 2, 2025
	// 16 May – 2 June
	// about 2015
}

func ExampleEarly() {
	d, _ := edtf.Early(edtf.FromYear(2022))
	fmt.Println(d, "is", d.Words(edtf.Style{}))
	d, _ = edtf.Late(edtf.FromMonth(2025, 8))
	fmt.Println(d, "is", d.Words(edtf.Style{}))
	d, _ = edtf.Mid(edtf.FromDecade(1990))
	fmt.Println(d, "is", d.Words(edtf.Style{}))
	// Output:
	// 2022-~37 is early 2022
	// 2025-08-~21/2025-08-~31 is late August 2025
	// 1994~/1996~ is the mid 1990s
}

func ExampleInterval() {
	fmt.Println(edtf.Interval(edtf.FromMonth(2022, 2), edtf.Date{}))
	fmt.Println(edtf.Interval(edtf.FromYear(2025), edtf.FromYear(2022)))
	// Output:
	// 2022-02/..
	// 2022/2025
}

func ExampleCompare() {
	var dates []edtf.Date
	for _, s := range []string{"1985", "1985-04", "../1985", "1985-01-01"} {
		d, err := edtf.Parse(s)
		if err != nil {
			fmt.Println(err)
			return
		}
		dates = append(dates, d)
	}
	dates = append(dates, edtf.Date{})
	slices.SortFunc(dates, edtf.Compare)
	fmt.Printf("%q\n", dates)
	// Output:
	// ["../1985" "1985-01-01" "1985" "1985-04" ""]
}

func ExampleDay_Civil() {
	day := edtf.DayOf(-43, 3, 15)
	year, month, d := day.Civil()
	fmt.Println(day, year, month, d, day.Weekday(), int64(day))
	// Output:
	// -0043-03-15 -43 3 15 Friday -735160
}
