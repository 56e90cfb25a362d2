package story

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// yamlHead stands at the top of every story that is written for people.
const yamlHead = `# A causeline story. Change, add and delete what you like: your words, your
# comments and the order of the lines stay when causeline writes to this file.
# Each key is explained in docs/story-file.md.
`

// WriteYAML writes a story for people: in the order of the fields, without
// offsets and without what is computed, quoted only where that is needed,
// dates and times always. An error is the writer's.
func WriteYAML(w io.Writer, s *Story) error {
	y := &yamlWriter{eol: "\n", seq: 2, w: w}
	y.b.WriteString(yamlHead)
	for _, f := range longTree(s, false).fields {
		if f.value.kind == listValue || f.value.kind == wordsValue {
			y.b.WriteByte('\n')
		}
		y.field(f, 0)
	}
	if len(s.Events) == 0 {
		y.b.WriteString("\nevents: []\n")
	}
	if y.flush(); y.err != nil {
		return fmt.Errorf("write story as YAML: %w", y.err)
	}
	return nil
}

// A yamlWriter spells values in block style.
type yamlWriter struct {
	b   bytes.Buffer
	eol string // the file's line break
	seq int    // how much deeper than its key a list's dashes stand

	w   io.Writer // where long texts are written to on the way; nil where all stays in b
	err error     // of w, the first
}

func (y *yamlWriter) flush() {
	if y.err == nil {
		_, y.err = y.w.Write(y.b.Bytes())
	}
	y.b.Reset()
}

// lineWidth is how long a list on one line may become, in bytes.
const lineWidth = 100

func (y *yamlWriter) indent(n int) {
	for range n {
		y.b.WriteByte(' ')
	}
}

// field writes "key: value" and the line break behind it, beginning at a place
// that is already indented by indent.
func (y *yamlWriter) field(f field, indent int) {
	y.b.WriteString(f.key)
	y.b.WriteByte(':')
	y.value(f.value, indent)
}

// value writes what follows the colon of a key that is indented by indent.
func (y *yamlWriter) value(v *value, indent int) {
	switch v.kind {
	case listValue:
		if len(v.items)+v.n == 0 {
			y.b.WriteString(" []" + y.eol)
			return
		}
		y.b.WriteString(y.eol)
		for _, item := range v.list {
			y.indent(indent + y.seq)
			if y.item(item, indent+y.seq); y.w != nil && y.b.Len() > flushAt {
				y.flush()
			}
		}
	case wordsValue:
		line := flowYAML(v)
		if len(line) <= lineWidth {
			y.b.WriteString(" " + line + y.eol)
			return
		}
		y.b.WriteString(y.eol)
		for _, item := range v.items {
			y.indent(indent + y.seq)
			y.item(item, indent+y.seq)
		}
	case textValue:
		if y.eol == "\n" && literalSafe(v.text) {
			y.literal(v.text, indent+2)
			return
		}
		y.b.WriteString(" " + yamlScalar(v.text, false) + y.eol)
	default:
		y.b.WriteString(" " + flowYAML(v) + y.eol)
	}
}

// item writes an item of a list, its dash indented by indent.
func (y *yamlWriter) item(v *value, indent int) {
	y.b.WriteByte('-')
	if v.kind != mapValue || len(v.fields) == 0 {
		if v.kind == textValue {
			y.b.WriteString(" " + yamlScalar(v.text, false) + y.eol)
			return
		}
		y.b.WriteString(" " + flowYAML(v) + y.eol)
		return
	}
	y.b.WriteByte(' ')
	for i, f := range v.fields {
		if i > 0 {
			y.indent(indent + 2)
		}
		y.field(f, indent+2)
	}
}

func (y *yamlWriter) literal(text string, indent int) {
	if strings.HasSuffix(text, "\n") {
		y.b.WriteString(" |" + y.eol)
	} else {
		y.b.WriteString(" |-" + y.eol)
	}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line != "" {
			y.indent(indent)
			y.b.WriteString(line)
		}
		y.b.WriteString(y.eol)
	}
}

// flowYAML spells a value on one line.
func flowYAML(v *value) string {
	switch v.kind {
	case textValue:
		return yamlScalar(v.text, true)
	case dateValue:
		return yamlQuote(v.text)
	case numberValue:
		return v.text
	}
	var b strings.Builder
	if v.kind == mapValue {
		b.WriteByte('{')
		for i, f := range v.fields {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(f.key + ": " + flowYAML(f.value))
		}
		b.WriteByte('}')
		return b.String()
	}
	b.WriteByte('[')
	for i, item := range v.items {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(flowYAML(item))
	}
	b.WriteByte(']')
	return b.String()
}
