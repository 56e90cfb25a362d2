package story

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxBytes is the size, in bytes, of the largest story file that is read.
const MaxBytes = 256 << 20

// A format is one of the spellings of a story.
type format uint8

const (
	formatAny format = iota
	formatYAML
	formatJSON
	formatCSV
)

// Load reads a story in any of its spellings. The ending of name decides
// (.yaml, .yml, .json, .csv, .tsv); for other names the content does. Events
// without an id get one, relations without a strength are stated.
//
// All that is wrong comes back as diagnostics in the order of the file, errors
// and warnings. With an error among them err is a *LoadError that holds the
// errors. The story is nil where the file cannot be read at all; where it can
// be read but contradicts itself (an unknown event, an id used twice), story
// and error both come back, so that a checker can go on looking.
func Load(name string, data []byte) (*Story, []Diagnostic, error) {
	s, _, diags, err := load(name, data, formatAny)
	return s, diags, err
}

// LoadPlaces is Load for who looks further at the story and wants to say where
// in the file something stands.
func LoadPlaces(name string, data []byte) (*Story, *Places, []Diagnostic, error) {
	return load(name, data, formatAny)
}

func load(name string, data []byte, f format) (*Story, *Places, []Diagnostic, error) {
	if len(data) > MaxBytes {
		return failed(Diagnostic{Name: "too-large", Severity: Error, File: name,
			Message: fmt.Sprintf("this file has %d MB; a story may have %d", len(data)>>20, MaxBytes>>20)})
	}
	text, diags, ok := decodeText(name, data)
	if !ok {
		return nil, nil, diags, newLoadError(diags)
	}
	src := newSource(name, text)
	if strings.TrimSpace(text) == "" {
		return failed(src.at(Diagnostic{Name: "empty-file", Severity: Error, Message: "this file is empty",
			Help: "`causeline init` writes a story to begin with"}, 0))
	}
	var s *Story
	var found []Diagnostic
	var root *node
	if f == formatAny {
		f = sniff(name, text)
	}
	switch f {
	case formatCSV:
		s, found, root = readCSV(src)
	case formatJSON:
		s, found, root = loadTree(src, formatJSON)
	default:
		ok := false
		if len(text) >= longFile {
			s, found, root, ok = loadLong(src)
		}
		if !ok {
			s, found, root = loadTree(src, formatYAML)
		}
	}
	diags = append(diags, found...)
	var places *Places
	if s != nil {
		places = newPlaces(src, root)
	}
	return s, places, diags, newLoadError(diags)
}

func failed(d Diagnostic) (*Story, *Places, []Diagnostic, error) {
	diags := []Diagnostic{d}
	return nil, nil, diags, newLoadError(diags)
}

// loadTree reads YAML or JSON and returns the nodes besides.
func loadTree(src *source, f format) (*Story, []Diagnostic, *node) {
	var root *node
	var diags []Diagnostic
	if f == formatJSON {
		root, diags = parseJSON(src)
	} else {
		root, diags = parseYAML(src)
	}
	if diags != nil {
		return nil, diags, nil
	}
	if root == nil || root.kind == nullNode {
		return nil, []Diagnostic{src.at(Diagnostic{Name: "empty-file", Severity: Error,
			Message: "this file holds no story, only comments",
			Help:    "`causeline init` writes a story to begin with"}, 0)}, nil
	}
	if root.kind != mappingNode {
		help := "begin with a line `events:`"
		if root.kind == sequenceNode {
			help = "put `events:` on a line above the list"
		}
		return nil, []Diagnostic{src.at(Diagnostic{Name: "not-a-mapping", Severity: Error,
			Message: "a story must be a mapping, not " + describe(root), Help: help}, root.off)}, nil
	}
	d := &decoder{src: src, json: f == formatJSON}
	s := d.decodeStory(root)
	return d.finish(s, root), d.diags, root
}

// finish gives ids and checks what was decoded. It returns nil where the file
// could not be read as a whole.
func (d *decoder) finish(s *Story, root *node) *Story {
	defer func() { sortDiagnostics(d.diags) }()
	if s == nil {
		return nil
	}
	broken := newLoadError(d.diags) != nil
	assignIDs(s)
	for _, f := range s.findings() {
		// What could not be read is missing; that it is missing is no news.
		if broken && (strings.HasPrefix(f.Name, "missing-") || strings.HasPrefix(f.Name, "unknown-") || strings.HasSuffix(f.Name, "-relation") || f.Name == "removed-event") {
			continue
		}
		d.diags = append(d.diags, d.src.at(f.Diagnostic, root.locate(f.place).off))
	}
	if broken {
		return nil
	}
	return s
}

func sortDiagnostics(diags []Diagnostic) {
	sort.SliceStable(diags, func(i, j int) bool {
		a, b := diags[i], diags[j]
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
}

// locate returns the node at a place, or the nearest one around it.
func (n *node) locate(p place) *node {
	at := n
	step := func(next *node) bool {
		if next == nil {
			return false
		}
		at = next
		return true
	}
	if !step(n.get(p.list)) || !step(at.item(p.index)) || p.key == "" || !step(at.get(p.key)) {
		return at
	}
	if p.sub >= 0 && step(at.item(p.sub)) && p.field != "" {
		step(at.get(p.field))
	}
	return at
}

// sniff tells the spelling of a story by its name, else by its first line.
func sniff(name, text string) format {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return formatYAML
	case ".json":
		return formatJSON
	case ".csv", ".tsv", ".tab":
		return formatCSV
	}
	trimmed := strings.TrimSpace(text)
	if trimmed != "" && (trimmed[0] == '{' || trimmed[0] == '[') {
		// A flow mapping in YAML begins with a brace as well.
		if json.Valid([]byte(trimmed)) || strings.HasPrefix(strings.TrimLeft(trimmed[1:], " \t\r\n"), `"`) {
			return formatJSON
		}
		return formatYAML
	}
	if looksLikeCSV(text) {
		return formatCSV
	}
	return formatYAML
}

// decodeText turns a file into UTF-8 without a byte order mark. Spreadsheets
// write "Unicode text" as UTF-16 and plain CSV in the code page of Windows.
func decodeText(name string, data []byte) (string, []Diagnostic, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], false), nil, true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], true), nil, true
	}
	if utf8.Valid(data) {
		return string(data), nil, true
	}
	ext := strings.ToLower(path.Ext(name))
	if ext == ".csv" || ext == ".tsv" || ext == ".tab" {
		return decodeWindows1252(data), []Diagnostic{{
			Name: "encoding", Severity: Warning, File: name,
			Message: "this file is not UTF-8: read as Windows-1252",
			Help:    "if letters come out wrong, save it as \"CSV UTF-8\"",
		}}, true
	}
	// Cut at the first bad byte to point at it.
	good := 0
	for good < len(data) {
		r, w := utf8.DecodeRune(data[good:])
		if r == utf8.RuneError && w == 1 {
			break
		}
		good += w
	}
	src := newSource(name, strings.ToValidUTF8(string(data[:min(len(data), good+excerptWidth)]), "\uFFFD"))
	return "", []Diagnostic{src.at(Diagnostic{
		Name: "encoding", Severity: Error,
		Message: fmt.Sprintf("byte %d is not UTF-8", good+1),
		Help:    "save the file as UTF-8",
	}, good)}, false
}

func decodeUTF16(data []byte, bigEndian bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		a, b := uint16(data[2*i]), uint16(data[2*i+1])
		if bigEndian {
			a, b = b, a
		}
		units[i] = a | b<<8
	}
	return string(utf16.Decode(units))
}
