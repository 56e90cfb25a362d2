package embed

import (
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/htmltext"
	"github.com/causeline/causeline/render/scale"
)

// EventID returns the id of an event's entry in the list, for links to it: ""
// without a prefix, and for event ids that no story file may have.
func EventID(prefix, event string) string {
	if prefix == "" || event == "" || strings.Trim(event, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return ""
	}
	return prefix + "-" + event
}

// list writes the events as text, folded away: the picture says the same to
// those who see it.
func (f *figure) list() {
	if len(f.events) == 0 {
		return
	}
	f.line(`<details>`)
	f.line(`<summary>` + text(f.opt.Say.Count("embed.list", int64(len(f.events)))) + `</summary>`)
	f.line(`<ol>`)
	used := map[string]bool{}
	for _, m := range f.events {
		id := EventID(f.opt.IDPrefix, m.Event.ID)
		if used[id] {
			id = ""
		}
		used[id] = true
		f.item(m, id)
	}
	f.line(`</ol>`)
	f.line(`</details>`)
}

// item writes one event: date, title and status in a line, and what else
// there is to say of it below.
func (f *figure) item(m scale.Moment, id string) {
	start := markup(`<li>`)
	if id != "" {
		start = `<li id="` + text(id) + `">`
	}
	words := link(m.Event.URL, "<bdi>"+text(furniture.Title(f.opt.Say, m.Event))+"</bdi>")
	if when := f.when(m); when != "" {
		words = f.phrase("dated", when, words)
	}
	if status := furniture.StatusWord(f.opt.Say, m.Event); status != "" {
		words = f.phrase("aside", words, text(status))
	}
	if more := f.more(m); more != "" {
		words += "\n<p>" + more + "</p>"
	}
	f.line(start + words + `</li>`)
}

// when writes the date, in <time> where HTML has a spelling for it.
func (f *figure) when(m scale.Moment) markup {
	words := text(f.told.When(m))
	if exact := htmltext.DateTime(m.Event.Date, m.Event.Time); exact != "" && words != "" {
		return `<time datetime="` + text(exact) + `">` + words + `</time>`
	}
	return words
}

// more says what reports differ on, what the event came of and led to, and
// who tells of it.
func (f *figure) more(m scale.Moment) markup {
	var all []markup
	for _, words := range furniture.Differences(f.opt.Say, f.story, m.Event.ID) {
		all = append(all, text(furniture.Sentence(f.opt.Say, words)))
	}
	if words := f.told.Relations(m.Event); words != "" {
		all = append(all, text(furniture.Sentence(f.opt.Say, words)))
	}
	sources := f.told.SourcesOf(m.Event)
	for i := range sources {
		if sources[i].URL == m.Event.URL {
			sources[i].URL = "" // the title leads there already
		}
	}
	if words := f.sources(sources); words != "" {
		all = append(all, words)
	}
	var out markup
	for i, words := range all {
		if i > 0 {
			out += " "
		}
		out += words
	}
	return out
}
