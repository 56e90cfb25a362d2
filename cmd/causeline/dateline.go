package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/edtf"
)

// A dateLine is what a line of input states.
type dateLine struct {
	doc, dct string // JSON, as they were given; "" where there is none
	date     edtf.Date
	text     string
}

// readDateLine reads {"doc","dct","text"}. Errors say what is wrong with the
// line and what to do.
func readDateLine(line []byte) (dateLine, error) {
	if !utf8.Valid(line) {
		return dateLine{}, errors.New("this is not UTF-8: convert the file, for example with iconv")
	}
	var in struct {
		Doc  json.RawMessage `json:"doc"`
		DCT  json.RawMessage `json:"dct"`
		Text *string         `json:"text"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return dateLine{}, jsonReason(err, `{"doc": "a", "dct": "2025-08-16", "text": "..."}`)
	}
	if in.Text == nil {
		return dateLine{}, errors.New(`there is no "text" in it`)
	}
	out := dateLine{text: *in.Text}
	switch kind(in.Doc) {
	case '"', '0':
		out.doc = string(in.Doc)
	case 0:
	default:
		return dateLine{}, errors.New(`"doc" is neither a string nor a number`)
	}
	switch kind(in.DCT) {
	case '"':
		var s string
		err := json.Unmarshal(in.DCT, &s)
		if err == nil {
			out.date, err = textDate(s)
		}
		if err != nil {
			return dateLine{}, fmt.Errorf(`"dct": %w`, err)
		}
		out.dct = string(in.DCT)
	case 0:
	default:
		return dateLine{}, errors.New(`"dct" is no string: write it like "2025-08-16"`)
	}
	return out, nil
}

// jsonReason says why a line could not be read; example is a good one.
func jsonReason(err error, example string) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("this is not JSON at byte %d: %w; each text has a line of its own", syntax.Offset, err)
	}
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) && mismatch.Field == "text" {
		return errors.New(`"text" is no string`)
	}
	return fmt.Errorf("this is no JSON object: a line looks like %s", example)
}

// kind tells a JSON value by its first byte: '0' for a number, 0 for null and
// for what is not there.
func kind(value json.RawMessage) byte {
	if len(value) == 0 || value[0] == 'n' {
		return 0
	}
	if c := value[0]; c == '-' || c >= '0' && c <= '9' {
		return '0'
	}
	return value[0]
}
