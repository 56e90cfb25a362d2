package edtf

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// The generators write text after the grammar of the format, so that nothing
// here leans on the code under test.

var qualifiers = rapid.SampledFrom([]string{"", "", "", "", "?", "~", "%"})

// pointText makes a date without a slash, always a valid one.
func pointText(t *rapid.T) string {
	year, long := yearText(t)
	before := qualifiers.Draw(t, "before year")
	text := before + year + qualifiers.Draw(t, "behind year")
	if long {
		return text
	}
	shape := rapid.IntRange(0, 3).Draw(t, "shape")
	switch shape {
	case 0:
		return text
	case 1:
		grouping := rapid.IntRange(21, 41).Draw(t, "grouping")
		return fmt.Sprintf("%s-%s%02d%s", text, qualifiers.Draw(t, "before"), grouping, qualifiers.Draw(t, "behind"))
	}
	month := maskText(t, fmt.Sprintf("%02d", rapid.IntRange(1, 12).Draw(t, "month")))
	text += "-" + qualifiers.Draw(t, "before month") + month + qualifiers.Draw(t, "behind month")
	if shape == 2 {
		return text
	}
	day := maskText(t, fmt.Sprintf("%02d", rapid.IntRange(1, 28).Draw(t, "day")))
	return text + "-" + qualifiers.Draw(t, "before day") + day + qualifiers.Draw(t, "behind day")
}

// yearText makes a year; long says that nothing may follow it.
func yearText(t *rapid.T) (text string, long bool) {
	sign := rapid.SampledFrom([]string{"", "", "-"}).Draw(t, "sign")
	switch rapid.IntRange(0, 7).Draw(t, "year form") {
	case 0:
		return fmt.Sprintf("Y%s%d", sign, rapid.Int64Range(10000, MaxYear).Draw(t, "long year")), true
	case 1:
		return fmt.Sprintf("Y%s%dE%d", sign, rapid.IntRange(1, 999).Draw(t, "mantissa"), rapid.IntRange(0, 12).Draw(t, "exponent")), true
	case 2:
		return fmt.Sprintf("%s%04dS%d", sign, rapid.IntRange(1000, 9999).Draw(t, "year"), rapid.IntRange(1, 4).Draw(t, "digits")), true
	case 3:
		return sign + maskText(t, fmt.Sprintf("%04d", rapid.IntRange(1, 9999).Draw(t, "year"))), false
	}
	// Close together, so that dates meet.
	return fmt.Sprintf("%s%04d", sign, rapid.IntRange(1, 4).Draw(t, "year")), false
}

// maskText hides some digits.
func maskText(t *rapid.T, text string) string {
	if rapid.IntRange(0, 2).Draw(t, "masked") != 0 {
		return text
	}
	b := []byte(text)
	for i := range b {
		if rapid.Bool().Draw(t, "hide") {
			b[i] = 'X'
		}
	}
	return string(b)
}

// endText makes one side of an interval.
func endText(t *rapid.T) string {
	switch rapid.IntRange(0, 5).Draw(t, "end") {
	case 0:
		return ".."
	case 1:
		return ""
	}
	return pointText(t)
}

// dateText makes a date of any kind. Intervals may be backwards.
func dateText(t *rapid.T) string {
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0, 1:
		return pointText(t)
	case 2, 3:
		return endText(t) + "/" + endText(t)
	}
	brackets := rapid.SampledFrom([]string{"[]", "{}"}).Draw(t, "brackets")
	members := rapid.SliceOfN(rapid.Custom(pointText), 1, 4).Draw(t, "members")
	last := len(members) - 1
	if rapid.Bool().Draw(t, "open start") {
		members[0] = ".." + members[0]
	} else if rapid.Bool().Draw(t, "open end") {
		members[last] += ".."
	}
	return brackets[:1] + strings.Join(members, ",") + brackets[1:]
}

// anyDate draws a valid date of any kind.
func anyDate(t *rapid.T, label string) Date {
	text := rapid.Custom(dateText).Filter(func(s string) bool {
		_, err := Parse(s)
		return err == nil
	}).Draw(t, label)
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// anyPoint draws a valid date that is neither an interval nor a set.
func anyPoint(t *rapid.T, label string) Date {
	text := rapid.Custom(pointText).Draw(t, label)
	d, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}
