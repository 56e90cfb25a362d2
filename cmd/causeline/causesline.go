package main

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// A causeLine is what a line of input states.
type causeLine struct {
	id   string // JSON, as it was given; "" where there is none
	text string
}

// readCauseLine reads {"id","text"}. Errors say what is wrong with the line
// and what to do.
func readCauseLine(line []byte) (causeLine, error) {
	if !utf8.Valid(line) {
		return causeLine{}, errors.New("this is not UTF-8: convert the file, for example with iconv")
	}
	var in struct {
		ID   json.RawMessage `json:"id"`
		Text *string         `json:"text"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return causeLine{}, jsonReason(err, `{"id": "a", "text": "..."}`)
	}
	if in.Text == nil {
		return causeLine{}, errors.New(`there is no "text" in it`)
	}
	out := causeLine{text: *in.Text}
	switch kind(in.ID) {
	case '"', '0':
		out.id = string(in.ID)
	case 0:
	default:
		return causeLine{}, errors.New(`"id" is neither a string nor a number`)
	}
	return out, nil
}
