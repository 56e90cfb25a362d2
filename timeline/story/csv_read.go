package story

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// csvNames maps what people and other programs call a column to our name for
// it. Names are compared in lower case with single blanks.
var csvNames = map[string]string{
	"start": "date", "start date": "date", "when": "date", "begin": "date", "edtf": "date",
	"end date": "end", "until": "end", "finish": "end",
	"start time": "time", "clock": "time",
	"headline": "title", "event": "title", "name": "title", "what": "title",
	"state":  "status",
	"actor":  "actors",
	"people": "actors", "who": "actors", "participants": "actors",
	"location": "place", "where": "place",
	"group": "lane", "category": "lane", "track": "lane",
	"importance": "weight",
	"notes":      "note", "description": "note", "text": "note", "comment": "note", "details": "note",
	"link": "url", "web": "url", "website": "url",
}

// csvColumns are the names that we give columns ourselves. Besides those that
// are written, an end, or year, month and day apart, are read.
var csvColumns = []string{
	"id", "date", "time", "title", "status", "actors", "place", "lane", "weight", "show", "reviewed", "note", "url",
	"end", "end time", "year", "month", "day", "end year", "end month", "end day",
}

var blanks = pattern(`[\s_]+`)

// columnName returns our name for a column, empty where it is unknown, and
// the order of day and month that a remark in brackets gives.
func columnName(header string) (name string, order dayOrder) {
	header = strings.ToLower(strings.TrimSpace(header))
	if before, remark, ok := strings.Cut(header, "("); ok {
		header = before
		remark = strings.TrimSpace(remark)
		switch {
		case strings.HasPrefix(remark, "d"):
			order = dayFirst
		case strings.HasPrefix(remark, "m"):
			order = monthFirst
		}
	}
	header = strings.TrimSpace(blanks().ReplaceAllString(header, " "))
	if contains(csvColumns, header) {
		return header, order
	}
	return csvNames[header], order
}

// looksLikeCSV reports whether the first line names columns of a story.
func looksLikeCSV(text string) bool {
	_, n := csvDelimiter(firstRecord(text))
	return n >= 2
}

func firstRecord(text string) string {
	text = strings.TrimLeft(text, "\r\n")
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		text = text[:i]
	}
	return text[:min(len(text), 1<<12)]
}

// csvDelimiter returns the mark that parts the most known columns, and their
// number.
func csvDelimiter(header string) (best rune, known int) {
	best = ','
	for _, d := range []rune{',', ';', '\t', '|'} {
		r := csv.NewReader(strings.NewReader(header))
		r.Comma = d
		r.LazyQuotes = true
		fields, err := r.Read()
		if err != nil {
			continue
		}
		n := 0
		for _, f := range fields {
			if name, _ := columnName(f); name != "" {
				n++
			}
		}
		if n > known {
			best, known = d, n
		}
	}
	return best, known
}

// A csvRow is one line of the table.
type csvRow struct {
	number int // as a spreadsheet counts, the header being 1
	off    int
	cells  map[string]csvCell
}

type csvCell struct {
	text string
	off  int
}

// A csvReader turns a table into the same nodes as YAML, so that one decoder
// and one set of checks serve all spellings.
type csvReader struct {
	src   *source
	base  int   // byte at which the table begins
	lines []int // bytes of line starts as encoding/csv counts them
	diags []Diagnostic
	rows  []csvRow
	order map[string]dayOrder
}

// readCSV reads a table: a row of column names, then an event a row. It returns
// the nodes besides.
func readCSV(src *source) (*Story, []Diagnostic, *node) {
	if !strings.Contains(src.text, "\n") && strings.Contains(src.text, "\r") {
		src = newSource(src.name, strings.ReplaceAll(src.text, "\r", "\n")) // of old Macs
	}
	c := &csvReader{src: src, order: map[string]dayOrder{}}
	if !c.table() {
		return nil, c.diags, nil
	}
	root := c.nodes()
	d := &decoder{src: src, diags: c.diags}
	s := d.finish(d.decodeStory(root), root)
	return s, d.diags, root
}

func (c *csvReader) fail(off int, name, help, format string, args ...any) {
	c.diags = append(c.diags, c.src.at(Diagnostic{Name: name, Severity: Error, Message: fmt.Sprintf(format, args...), Help: help}, off))
}

// offset turns a place as encoding/csv gives it into a byte of the source.
func (c *csvReader) offset(line, column int) int {
	if line < 1 || line > len(c.lines) {
		return c.base
	}
	return min(c.lines[line-1]+column-1, len(c.src.text))
}

// table reads header and rows.
func (c *csvReader) table() bool {
	text := c.src.text
	var comma rune
	// Excel's own hint about the delimiter.
	if len(text) >= 5 && strings.EqualFold(text[:4], "sep=") {
		if end := strings.IndexByte(text, '\n'); end > 0 {
			if hint := []rune(strings.TrimSuffix(text[4:end], "\r")); len(hint) == 1 {
				comma = hint[0]
			}
			c.base = end + 1
		}
	}
	for c.base < len(text) && (text[c.base] == '\n' || text[c.base] == '\r') {
		c.base++
	}
	text = text[c.base:]
	sniffed, known := csvDelimiter(firstRecord(text))
	if comma == 0 || comma == '\r' || comma == '"' || comma == '\n' || comma == '\uFFFD' {
		comma = sniffed
	}
	if known == 0 {
		c.fail(c.base, "no-header", "name the columns in the first row: date,title,place", "the first row of a table must name its columns, among them `title` and `date`")
		return false
	}
	c.lines = append(c.lines, c.base)
	for i := range len(text) {
		if text[i] == '\n' {
			c.lines = append(c.lines, c.base+i+1)
		}
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	// Google Sheets does not quote in tables with tabs.
	r.LazyQuotes = comma == '\t'
	header, err := r.Read()
	if err != nil {
		return c.broken(err)
	}
	columns := c.columns(header, r)
	for number := 2; ; number++ {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return c.broken(err)
		}
		line, col := r.FieldPos(0)
		row := csvRow{number: number, off: c.offset(line, col), cells: map[string]csvCell{}}
		for i, text := range record {
			if strings.TrimSpace(text) == "" {
				continue
			}
			line, col := r.FieldPos(i)
			off := c.offset(line, col)
			if i >= len(columns) {
				c.fail(off, "extra-cell", "name the column in the first row, or quote a cell that holds the separator", "row %d has more cells than the first row has names", number)
				break
			}
			if columns[i] != "" {
				row.cells[columns[i]] = csvCell{unguard(text), off}
			}
		}
		if len(row.cells) > 0 {
			c.rows = append(c.rows, row)
		}
	}
}

func (c *csvReader) broken(err error) bool {
	off := c.base
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		off = c.offset(pe.Line, pe.Column)
		err = pe.Err
	}
	c.fail(off, "broken-csv", "put a cell with quotes, separators or line breaks in \"...\", and write each quote in it twice", "this is not CSV: %v", err)
	return false
}

// columns names the columns; a column nobody knows is reported and left out.
func (c *csvReader) columns(header []string, r *csv.Reader) []string {
	names := make([]string, len(header))
	used := map[string]bool{}
	// Our own names win over synonyms: "title" over "event".
	for _, synonyms := range []bool{false, true} {
		for i, h := range header {
			name, order := columnName(h)
			own := strings.TrimSpace(blanks().ReplaceAllString(strings.ToLower(h), " ")) == name || order != anyOrder
			if name == "" || used[name] || names[i] != "" || own == synonyms {
				continue
			}
			names[i] = name
			used[name] = true
			if order != anyOrder {
				c.order[name] = order
			}
		}
	}
	for i, h := range header {
		if names[i] != "" || strings.TrimSpace(h) == "" {
			continue
		}
		line, col := r.FieldPos(i)
		help := "causeline reads " + strings.Join(csvColumns[:13], ", ")
		if near := Nearest(h, csvColumns); near != "" {
			help = fmt.Sprintf("did you mean `%s`?", near)
		}
		c.diags = append(c.diags, c.src.at(Diagnostic{
			Name: "unknown-column", Severity: Warning,
			Message: fmt.Sprintf("column `%s` is left out", strings.TrimSpace(h)), Help: help,
		}, c.offset(line, col)))
	}
	return names
}

// nodes builds the tree of a story.
func (c *csvReader) nodes() *node {
	c.joinParts()
	c.decideOrders()
	events := &node{kind: sequenceNode, off: c.base}
	for _, row := range c.rows {
		events.items = append(events.items, c.event(row))
	}
	key := &node{text: "events", off: c.base}
	return &node{kind: mappingNode, off: c.base, entries: []entry{{key, events}}}
}

func (c *csvReader) event(row csvRow) *node {
	n := &node{kind: mappingNode, off: row.off}
	put := func(key string, v *node) {
		v.outer, v.end = v.off, -1
		n.entries = append(n.entries, entry{&node{text: key, off: v.off}, v})
	}
	date, clock := c.when(row)
	for _, name := range eventKeys {
		cell, ok := row.cells[name]
		if !ok && name != "date" && name != "time" {
			continue
		}
		text := cell.text
		switch name {
		case "date":
			if date.text != "" {
				put(name, &node{text: date.text, style: quotedStyle, off: date.off})
			}
			continue
		case "time":
			if clock.text != "" {
				put(name, &node{text: clock.text, style: quotedStyle, off: clock.off})
			}
			continue
		case "actors":
			list := &node{kind: sequenceNode, off: cell.off}
			for _, a := range splitActors(text) {
				list.items = append(list.items, &node{text: a, style: quotedStyle, off: cell.off})
			}
			put(name, list)
			continue
		case "weight":
			// Many countries' spreadsheets write 0,8.
			put(name, &node{text: strings.Replace(strings.TrimSpace(text), ",", ".", 1), off: cell.off})
			continue
		case "show", "reviewed":
			put(name, &node{text: csvBool(text), off: cell.off})
			continue
		case "status":
			text = strings.ToLower(strings.TrimSpace(text))
		case "id", "url":
			text = strings.TrimSpace(text)
		}
		put(name, &node{text: text, style: quotedStyle, off: cell.off})
	}
	return n
}

func csvBool(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "yes", "y", "1", "x":
		return "true"
	case "no", "n", "0":
		return "false"
	}
	return s
}

func decodeWindows1252(data []byte) string {
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(out)
}
