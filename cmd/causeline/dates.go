package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/timex"
)

// The formats in which dates are printed.
const (
	formatJSON    = "json"
	formatListing = "text"
)

// datesFlags are the flags of the dates command.
type datesFlags struct {
	date    string
	input   string // format of what is read
	output  string // format of what is printed, "" for what suits the input
	explain bool
}

func (a *app) datesCommand() *cobra.Command {
	var flags datesFlags
	cmd := &cobra.Command{
		Use:   "dates [FILE...]",
		Short: "print the date expressions of texts as JSON lines",
		Long: `dates finds the expressions of time in texts ("last Friday", "the 1990s", "for
three days") and says what they mean, as TIMEX3 does, and as EDTF where they
name a place in the calendar. Without FILE it reads standard input.

Input is JSON lines, one text each, or a report as text, Markdown or HTML. A
file named .jsonl or .ndjson is JSON lines, and so is what begins with a brace.
A line holds {"doc","dct","text"}: any name or number, the date of the text, the
text. Without "doc", the line's number stands for it; without "dct", --date does,
or else nothing is known of the date and "on Friday" gets none. Other members are
passed over. A report has the date that --date gives, or else its own.

Each text gives a line {"doc","dct","timexes"}, in the order of the input. Each
expression has "start" and "end", counted in code points of the text, "text",
"type" (DATE, TIME, DURATION or SET), "value", and "mod" and "edtf" where there
is one. --explain adds "rule", "basis", "anchor" (the date that was counted
from), "anchor_text" (the words that gave that date) and "reason"; of a report,
it prints a listing to read instead of JSON.

A line that cannot be read is told on standard error and left out. The others
are read, and the exit status is 1.`,
		Example: `  causeline dates corpus.jsonl > dates.jsonl
  causeline dates report.txt --date 2025-08-16
  causeline dates report.html --explain
  echo 'The bridge fell last Friday.' | causeline dates --date 2025-08-16
  zcat archive.jsonl.gz | causeline dates | gzip > dates.jsonl.gz`,
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := flags.dater()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			return a.stream(cmd.Context(), args, flags.input, lineWork{d.line, d.document})
		},
	}
	cmd.Flags().StringVar(&flags.date, "date", "", "`DATE` of reports, and of lines without one, such as 2025-08-16")
	cmd.Flags().BoolVar(&flags.explain, "explain", false, "say what each value rests on")
	cmd.Flags().StringVar(&flags.output, "format", "", "`FORMAT` to print: json or text")
	complete(cmd, "format", formatJSON, formatListing)
	cmd.Flags().StringVar(&flags.input, "input-format", "", "`FORMAT` of the input: jsonl, text, markdown or html")
	complete(cmd, "input-format", formatLines, source.FormatText, source.FormatMarkdown, source.FormatHTML)
	return cmd
}

// dater checks the flags.
func (f *datesFlags) dater() (dater, error) {
	d := dater{explain: f.explain, given: f.date}
	if f.output != "" {
		if err := oneOf("format", f.output, formatJSON, formatListing); err != nil {
			return d, err
		}
	}
	if f.input != "" {
		if err := oneOf("input-format", f.input, formatLines, source.FormatText, source.FormatMarkdown, source.FormatHTML); err != nil {
			return d, err
		}
	}
	if f.input != formatLines {
		d.format = f.input
	}
	d.listLines = f.output == formatListing
	d.listReports = d.listLines || f.output == "" && f.explain
	date, err := textDate(f.date)
	if err != nil {
		return d, usagef("--date: %w", err)
	}
	d.date = date
	return d, nil
}

// A dater finds the dates of texts as the flags want it.
type dater struct {
	date                   edtf.Date
	given                  string // the date as it was given
	format                 string // of reports
	explain                bool
	listLines, listReports bool // print for people
}

// A datedText is a text with what was found in it.
type datedText struct {
	doc, dct string // JSON; "" where there is none
	text     string
	sents    []nlp.Sentence
	found    [][]timex.Timex // of each sentence
}

// line reads a line of JSON.
func (d *dater) line(dst []byte, number int, line []byte) ([]byte, error) {
	in, err := readDateLine(line)
	if err != nil {
		return dst, err
	}
	if in.doc == "" {
		in.doc = fmt.Sprintf(`"%d"`, number)
	}
	if in.date.IsZero() && d.given != "" {
		in.dct, in.date = quoted(d.given), d.date
	}
	t := datedText{doc: in.doc, dct: in.dct, text: in.text}
	t.sents, t.found = annotate.Dates(in.text, nil, in.date)
	return d.append(dst, t, d.listLines), nil
}

// document reads a report.
func (d *dater) document(dst []byte, name string, data []byte) ([]byte, error) {
	doc, err := source.ReadBytes(name, data, source.Options{Format: d.format})
	if errors.Is(err, source.ErrStory) {
		return dst, errors.New("it is a story file: dates reads reports and JSON lines")
	}
	if err != nil {
		return dst, err
	}
	t := datedText{doc: quoted(name), text: doc.Text}
	date := doc.Published
	switch {
	case d.given != "":
		t.dct, date = quoted(d.given), d.date
	case !date.IsZero():
		t.dct = quoted(date.String())
	}
	t.sents, t.found = annotate.Dates(doc.Text, doc.Blocks, date)
	return d.append(dst, t, d.listReports), nil
}

func (d *dater) append(dst []byte, t datedText, listing bool) []byte {
	if listing {
		return appendListing(dst, t, d.explain)
	}
	return appendDates(dst, t, d.explain)
}

// textDate reads the date of a text: a day, a month or a year, "" for none. A
// time of day may follow; nothing depends on it.
func textDate(s string) (edtf.Date, error) {
	if s == "" {
		return edtf.Date{}, nil
	}
	if len(s) > 100 {
		return edtf.Date{}, fmt.Errorf("%.20q and so on is no date: write it like 2025-08-16", s)
	}
	day := s
	if i := strings.IndexAny(s, "T "); i >= 0 && isClock(s[i+1:]) {
		day = s[:i]
	}
	if len(day) == len("20250816") && strings.Trim(day, "0123456789") == "" {
		day = day[:4] + "-" + day[4:6] + "-" + day[6:] // the basic format of ISO 8601
	}
	date, err := edtf.Parse(day)
	if err != nil {
		return date, err
	}
	switch date.Precision() {
	case edtf.PrecisionDay, edtf.PrecisionMonth, edtf.PrecisionYear:
		if !date.IsInterval() && !date.IsSet() {
			return date, nil
		}
	}
	return edtf.Date{}, fmt.Errorf("%q is no day, month or year: write it like 2025-08-16", s)
}

// isClock reports whether s looks like a time of day in ISO 8601, such as
// 12:00, 12:00:30.5Z or 1200+02:00.
func isClock(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (i < 2 || !strings.ContainsRune(":.,Z+-", rune(c))) {
			return false
		}
	}
	return len(s) >= 2
}
