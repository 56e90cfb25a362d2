package timeline

import (
	"strings"
	"testing"
	"time"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/internal/wire"
	"github.com/causeline/causeline/timeline/source"
)

// TestOddTexts: texts that are no report are read to their end, in time that
// grows with their length.
func TestOddTexts(t *testing.T) {
	prose := strings.ReplaceAll(wire.Reports(3, 1)[0].Text, "\n", " ")
	const size = 1 << 17
	for name, piece := range map[string]string{
		"one paragraph":       prose,
		"one sentence":        "after talks in Lima on Monday and the war of 1990, ",
		"figures":             "12 1,204 3.5 % -7 ",
		"names":               "Ana Torres, Rui Costa, ",
		"one word":            "a",
		"transcript":          "TORRES: The ferry sank on Monday.\nCOSTA: No.\n",
		"quotation marks":     "\" “ ' ” said ",
		"control characters":  "\x01\x02 a\u202e b\u0000 ",
		"repeated statements": "A fire destroyed the mill in Hask on 3 May 2012. ",
		"repeated causes":     "The flood led to the fire because of the storm. ",
	} {
		start := time.Now()
		d, err := source.ReadBytes(name+".txt", []byte(strings.Repeat(piece, size/len(piece))), source.Options{Format: source.FormatText})
		if err != nil {
			continue // said to be no text
		}
		r := Read([]source.Document{d}, english.Fast(), nil)
		if len(r.Documents) != 1 {
			t.Errorf("%s: %d documents", name, len(r.Documents))
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: %d bytes took %s", name, size, took)
		}
	}
}
