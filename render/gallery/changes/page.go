package main

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"html/template"
	"path"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// State says in a word what happened to a picture.
func (c change) State() string {
	switch {
	case c.Before == nil:
		return "added"
	case c.After == nil:
		return "removed"
	}
	return "changed"
}

// A side is the picture before or after.
type side struct {
	Name string
	Data []byte // nil where there is none
	URL  template.URL
}

// Sides returns the picture before and after.
func (c change) Sides() []side {
	kind := "image/svg+xml"
	if path.Ext(c.Path) == ".png" {
		kind = "image/png"
	}
	sides := []side{{Name: "before", Data: c.Before}, {Name: "after", Data: c.After}}
	for i, s := range sides {
		// An image runs no script, whatever the file holds.
		sides[i].URL = template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(s.Data))
	}
	return sides
}

// page returns the HTML page that shows the changes since a commit.
func page(commit string, changes []change) ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, struct {
		Commit  string
		Changes []change
	}{commit, changes})
	return b.Bytes(), err
}
