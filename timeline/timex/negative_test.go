package timex_test

import (
	"testing"

	"github.com/causeline/causeline/timeline/timex"
)

// TestNegative holds sentences in which nothing is a date.
func TestNegative(t *testing.T) {
	runGroups(t, docDay, []group{{sentences: []string{
		"The minister may resign.",
		"May I come in, she asked.",
		"Troops march through the town.",
		"The 200 people were led away.",
		"Some 2,000 people were led away.",
		"At least 1800 people were led away.",
		"The road known as route 66 is closed.",
		"A 22-year-old was arrested.",
		"The boy, 12 years old, was found.",
		"The suspect, aged 34, was found.",
		"Turn to page 1990 of the report.",
		"Flight 1990 landed safely.",
		"The house at 1600 Elm Street burned.",
		"It cost $ 1999 to mend.",
		"Prices fall and rents rise.",
		"The fall of the city was sudden.",
		"The springs of the machine were rusty.",
		"The second witness was calm.",
		"She is in her forties.",
		"The sun was hot.",
		"He sat down.",
		"The engine has 1990 parts.",
		"It weighed 1500 pounds.",
		"About three-quarters of them left.",
		"The score was 15-17 at the break.",
		"They built 1850 houses.",
		"It was the last day of the fair.",
		"They sold Christmas trees.",
		"Mr. May was late.",
		"The crowd heard Dr. June speak.",
		"The population was 1950.",
		"The toll rose to 1995 people.",
		"The judge was not august enough.",
		"A hundred and fifty people came, then two hundred and two.",
		"They searched in 2000 villages.",
		"It rained on our last day there.",
	}}})
}

// TestDoubtful pins what could be read either way, so that a change of mind is
// a change of this list.
func TestDoubtful(t *testing.T) {
	runGroups(t, docDay, []group{
		{timex.Date, "FUTURE_REF", "", []string{"They fear for [the future]."}},
		{timex.Date, "2020", "2020", []string{"The Dubai Expo [2020] was put off."}},
		{"", "", "", []string{
			"On 04/05/2021 the bridge opened.", // day and month in either order
			"The daughter of April Brooks won.",
			"It was once a mill.",
			"They were already gone.",
		}},
	})
}
