package timeline

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/internal/wire"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/source"
)

// wires reads invented reports.
func wires(b *testing.B, n int) []source.Document {
	b.Helper()
	var docs []source.Document
	for _, r := range wire.Reports(1, n) {
		d, err := source.ReadBytes(r.Name, []byte(r.Text), source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// BenchmarkRead extracts and merges 200 reports of 4 kB, on all processors.
func BenchmarkRead(b *testing.B) {
	docs := wires(b, 200)
	for _, c := range []struct {
		name string
		lang english.Analyzer
	}{{"accurate", english.Accurate()}, {"fast", english.Fast()}} {
		b.Run(c.name, func(b *testing.B) {
			Read(docs[:2], c.lang, nil) // models are read once
			for b.Loop() {
				if r := Read(docs, c.lang, nil); len(r.Merge.Events) == 0 {
					b.Fatal("no event in any report")
				}
			}
			b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}

// BenchmarkMerge dates and merges ever more reports: time should grow little
// faster than their number. It also tells what their extractions keep.
func BenchmarkMerge(b *testing.B) {
	var all []*extract.Document
	for _, n := range []int{1000, 3000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			before, had := heap(), len(all)
			if had < n {
				all = append(all, extractAll(wires(b, n)[had:], english.Fast(), nil)...)
				defer b.ReportMetric(float64(heap()-before)/float64(n-had), "B/report-kept")
			}
			for b.Loop() {
				merge.Events(dated(all[:n]))
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}

func dated(docs []*extract.Document) []*extract.Document {
	out, _ := merge.Date(docs)
	return out
}

// heap is the number of bytes in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
