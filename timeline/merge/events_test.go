package merge

import (
	"testing"
)

// TestSameOrNot reads short reports and says which of their words are to be
// one event and which are not.
func TestSameOrNot(t *testing.T) {
	tests := []struct {
		name    string
		reports []report
		same    []string // pairs "report:trigger report:trigger", a bar between
		apart   []string
	}{
		{
			name: "one event under three names",
			reports: []report{
				lead("a", "2019-06-12", "Finland and Chile open summit", "President Aino Rautio of Finland and President Pablo Quiroga of Chile held a summit in Geneva on 11 June 2019."),
				lead("b", "2019-06-12", "Rautio and Quiroga in Geneva", "Aino Rautio and Pablo Quiroga held talks in Geneva on 11 June 2019."),
				lead("c", "2019-06-13", "Two presidents meet", "Aino Rautio met Pablo Quiroga in Geneva on Tuesday."),
			},
			same: []string{"a:summit#2|b:talks", "b:talks|c:met"},
		},
		{
			name: "two earthquakes in two places on one day",
			reports: []report{
				lead("a", "2011-03-12", "Quake in Peru", "An earthquake struck Cusco in Peru on 11 March 2011."),
				lead("b", "2011-03-12", "Quake in Nepal", "An earthquake struck Pokhara in Nepal on 11 March 2011."),
			},
			apart: []string{"a:earthquake|b:earthquake"},
		},
		{
			name: "two meetings of different people on one day in one place",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2018-05-04", "Meeting", "Wanjiru Kamau met Tomas Hruska in Geneva on 3 May 2018."),
			},
			apart: []string{"a:met|b:met"},
		},
		{
			name: "two meetings of the same people on two days",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2018-05-12", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 11 May 2018."),
			},
			apart: []string{"a:met|b:met"},
		},
		{
			name: "two acts of the same people on one day",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2018-05-04", "Lawsuit", "Aino Rautio sued Pablo Quiroga in Geneva on 3 May 2018."),
			},
			apart: []string{"a:met|b:sued"},
		},
		{
			name: "a plan and the event",
			reports: []report{
				lead("a", "2018-05-02", "Meeting planned", "Aino Rautio will meet Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
			},
			same: []string{"a:meet|b:met"},
		},
		{
			name: "spellings and transliterations of one name",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Yury Tchernov met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2018-05-04", "Meeting", "Iurii Chernov met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("c", "2018-05-04", "Meeting", "Yuri Chernoff met Pablo Quiroga in Geneva on 3 May 2018."),
			},
			same: []string{"a:met|b:met", "a:met|c:met", "b:met|c:met"},
		},
		{
			name: "countries whose names are nearly one",
			reports: []report{
				lead("a", "2018-05-04", "Flood", "A flood hit Niger on 3 May 2018."),
				lead("b", "2018-05-04", "Flood", "A flood hit Nigeria on 3 May 2018."),
				lead("c", "2018-05-04", "Vote", "Austria held an election on 3 May 2018."),
				lead("d", "2018-05-04", "Vote", "Australia held an election on 3 May 2018."),
			},
			apart: []string{"a:flood|b:flood", "c:election|d:election"},
		},
		{
			name: "a country stands for its leader",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "President Aino Rautio of Finland met President Pablo Quiroga of Chile in Geneva on 3 May 2018."),
				lead("b", "2018-05-04", "Talks", "Finland and Chile held talks in Geneva on 3 May 2018."),
			},
			same: []string{"a:met|b:talks"},
		},
		{
			name: "a weekday alone and the day",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on Thursday."),
			},
			same: []string{"a:met|b:met"},
		},
		{
			name: "a weekday alone and another day",
			reports: []report{
				lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on Monday."),
			},
			apart: []string{"a:met|b:met"},
		},
		{
			name: "a coarser date",
			reports: []report{
				lead("a", "2020-02-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
				lead("b", "2020-02-04", "Meeting", "Aino Rautio met Pablo Quiroga in Geneva in May 2018."),
			},
			same: []string{"a:met|b:met"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := merged(t, tt.reports...)
			pairs(t, r, tt.same, tt.apart)
		})
	}
}
