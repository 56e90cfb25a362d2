package merge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/source"
)

// reportsOfStory is how many reports tell of one generated story.
const reportsOfStory = 8

// invented makes a name out of a number.
func invented(n int) string {
	onsets := [...]string{"B", "D", "F", "G", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z", "Br", "Kr", "Tr", "Vl"}
	middles := [...]string{"a", "e", "i", "o", "u", "ai", "ei", "ou"}
	ends := [...]string{"rov", "lden", "mak", "nessy", "vanto", "quist", "bury", "dor", "stead", "ling", "ppa"}
	s := onsets[n%len(onsets)] + middles[n/len(onsets)%len(middles)]
	n /= len(onsets) * len(middles)
	return s + ends[n%len(ends)] + strings.Repeat("a", n/len(ends)%3)
}

// generated makes reports of stories: each happens in a town of its own to
// people of its own, many on one day, and all share some words and a company.
func generated(n int) []report {
	var out []report
	for i := range n {
		s := i / reportsOfStory
		town, mayor, boss := invented(7*s+1), invented(7*s+2), invented(7*s+3)
		day := edtf.FromDay(edtf.Day(22000 + s/4))
		out = append(out, lead(fmt.Sprintf("r%05d", i), edtf.FromDay(edtf.Day(22001+s/4)).String(),
			fmt.Sprintf("Fire destroys Harrow plant in %s", town),
			fmt.Sprintf("A fire destroyed the Harrow factory in %s on %s.", town, day.Words(edtf.Style{FullMonth: true})),
			fmt.Sprintf("%d workers were injured, Mayor Ada %s said.", 3+i%3, mayor),
			fmt.Sprintf("Harrow director Otto %s visited the town and promised aid.", boss)))
	}
	return out
}

// BenchmarkEvents shows that merging grows with the number of reports about as
// they do: "us/report" is to stay the same from one size to the next.
func BenchmarkEvents(b *testing.B) {
	language := english.Fast()
	for _, n := range []int{1250, 2500, 5000, 10000} {
		var docs []*extract.Document
		for _, r := range generated(n) {
			src, err := source.ReadBytes(r.id+".txt", []byte(r.text), source.Options{Date: edtfDate(b, r.date)})
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, extract.Read(src, language, src.Published))
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Events(docs)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/report")
		})
	}
}
