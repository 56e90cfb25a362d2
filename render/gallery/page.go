package gallery

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// A shown picture is what the page says of one.
type shown struct {
	Picture
	Gzip int // bytes
}

// A chapter is a story with its pictures.
type chapter struct {
	Story
	Pictures []shown
}

// WritePage writes an HTML page that shows every picture light and dark, at
// each of its widths, with its size. The pictures are looked for beside it.
func WritePage(w io.Writer, stories []Story, pictures []Picture) error {
	var chapters []chapter
	for _, s := range stories {
		c := chapter{Story: s}
		for _, p := range pictures {
			if p.Story != s.Name {
				continue
			}
			n, err := gzipped(p.Data)
			if err != nil {
				return err
			}
			c.Pictures = append(c.Pictures, shown{p, n})
		}
		chapters = append(chapters, c)
	}
	return pageTemplate.Execute(w, chapters)
}

// gzipped returns how many bytes a web server sends of the data.
func gzipped(data []byte) (int, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		return 0, err
	}
	if err := z.Close(); err != nil {
		return 0, err
	}
	return b.Len(), nil
}

// An entry is a picture in the list for programs.
type entry struct {
	File   string `json:"file"`
	Story  string `json:"story"`
	View   string `json:"view"`
	Widths []int  `json:"widths"`
}

// Files returns all files of the gallery by name: the pictures, the stories
// as JSON, gallery.json, which lists the pictures, and index.html.
func Files(stories []Story, pictures []Picture) (map[string][]byte, error) {
	all := map[string][]byte{}
	list := []entry{}
	for _, p := range pictures {
		all[p.File()] = p.Data
		list = append(list, entry{p.File(), p.Story, p.Variant.View, p.Variant.Widths})
	}
	for _, s := range stories {
		var b bytes.Buffer
		if err := story.WriteJSON(&b, s.Story); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		all[s.Name+".json"] = b.Bytes()
	}
	var err error
	if all["gallery.json"], err = json.MarshalIndent(list, "", "  "); err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if err := WritePage(&page, stories, pictures); err != nil {
		return nil, err
	}
	all["index.html"] = page.Bytes()
	return all, nil
}

// IsImage reports whether a page can show the picture as an image.
func (p Picture) IsImage() bool {
	return strings.HasSuffix(p.Variant.File, ".svg") || strings.HasSuffix(p.Variant.File, ".png")
}
