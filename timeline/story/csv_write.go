package story

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// WriteCSV writes the events of a story as a table for spreadsheets: UTF-8,
// commas, a row of names and then a row for each event. Documents, mentions,
// relations and what a person decided about ids do not fit into a table and
// are left out. A cell that a spreadsheet would run as a formula gets a
// leading apostrophe, which ReadCSV takes off again.
func WriteCSV(w io.Writer, s *Story) error {
	c := csv.NewWriter(w)
	records := [][]string{csvColumns[:13]}
	for _, e := range s.Events {
		weight := ""
		if e.Weight != 0 {
			weight = strconv.FormatFloat(e.Weight, 'f', -1, 64)
		}
		record := []string{
			e.ID, e.Date.String(), e.Time, e.Title, string(e.Status), joinActors(e.Actors), e.Place, e.Lane,
			weight, boolCell(e.Show), boolCell(e.Reviewed), e.Note, e.URL,
		}
		for i := range record {
			record[i] = guard(record[i])
		}
		records = append(records, record)
	}
	if err := c.WriteAll(records); err != nil {
		return fmt.Errorf("write story as CSV: %w", err)
	}
	return nil
}

// ReadCSV reads a table of events as spreadsheets export it: any of the usual
// separators, names and spellings of dates. It reads as Load does for a name
// that ends in .csv.
func ReadCSV(name string, data []byte) (*Story, []Diagnostic, error) {
	s, _, diags, err := load(name, data, formatCSV)
	return s, diags, err
}

func boolCell(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}
