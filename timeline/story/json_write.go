package story

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteJSON writes everything that a story holds, offsets and what is computed
// included, in a fixed order with one line break at the end. Signs of HTML
// are written as they are. An error is the writer's.
func WriteJSON(w io.Writer, s *Story) error {
	j := &jsonWriter{w: w}
	tree := longTree(s, true)
	if len(s.Events) == 0 {
		tree.fields = append(tree.fields, field{"events", &value{kind: wordsValue}})
	}
	j.value(tree, 0)
	j.b.WriteByte('\n')
	if j.flush(); j.err != nil {
		return fmt.Errorf("write story as JSON: %w", j.err)
	}
	return nil
}

// flushAt is how many bytes a writer of stories keeps back.
const flushAt = 1 << 16

type jsonWriter struct {
	b   bytes.Buffer // what is not written yet
	w   io.Writer
	err error // of w, the first
}

func (j *jsonWriter) flush() {
	if j.err == nil {
		_, j.err = j.w.Write(j.b.Bytes())
	}
	j.b.Reset()
}

func (j *jsonWriter) value(v *value, indent int) {
	switch v.kind {
	case textValue, dateValue:
		j.text(v.text)
	case numberValue:
		j.b.WriteString(v.text)
	case mapValue:
		j.b.WriteByte('{')
		for i, f := range v.fields {
			j.newline(i > 0, indent+2)
			j.text(f.key)
			j.b.WriteString(": ")
			j.value(f.value, indent+2)
		}
		j.newline(false, indent)
		j.b.WriteByte('}')
	case listValue:
		j.b.WriteByte('[')
		for i, item := range v.list {
			j.newline(i > 0, indent+2)
			if j.value(item, indent+2); j.b.Len() > flushAt {
				j.flush()
			}
		}
		j.newline(false, indent)
		j.b.WriteByte(']')
	default: // short lists stand on one line
		j.b.WriteByte('[')
		for i, item := range v.items {
			if i > 0 {
				j.b.WriteString(", ")
			}
			j.value(item, indent)
		}
		j.b.WriteByte(']')
	}
}

func (j *jsonWriter) newline(comma bool, indent int) {
	if comma {
		j.b.WriteByte(',')
	}
	j.b.WriteByte('\n')
	j.b.WriteString(strings.Repeat(" ", indent))
}

func (j *jsonWriter) text(s string) {
	enc := json.NewEncoder(&j.b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return // a string always encodes
	}
	j.b.Truncate(j.b.Len() - 1) // the encoder's line break
}
