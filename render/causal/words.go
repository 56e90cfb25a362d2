package causal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// maxCue is the longest cue, in characters, that stands beside a head.
const maxCue = 11

// note is what every diagram says about its lines.
const note = "Not to scale. A line states what a report says, not what is proved."

// headline makes the diagram's headline of the story's title.
func headline(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	switch {
	case title == "":
		return "What led to what"
	case strings.ContainsAny(title, ":?!."):
		return title + " – what led to what"
	}
	return title + ": what led to what"
}

func countRelations(n int) string {
	if n == 1 {
		return "1 relation"
	}
	return fmt.Sprintf("%d relations", n)
}

// typeWord is the word for a type of relation, read from its from to its to.
func typeWord(t story.RelationType) string {
	switch t {
	case story.Enables:
		return "allowed"
	case story.Prevents:
		return "blocked"
	case story.Before:
		return "then"
	case story.PartOf:
		return "part of"
	}
	return "led to"
}

// word is what stands beside the head: the report's own words where they are
// short and can be read along the line, else the word of the type.
func (r relation) word() string {
	cue := strings.Join(strings.Fields(r.Cue), " ")
	if cue == "" || utf8.RuneCountInString(cue) > maxCue || r.Type == story.PartOf || backward(cue) {
		return typeWord(r.Type)
	}
	return cue
}

// quoted reports whether the word is the report's own.
func (r relation) quoted() bool {
	return r.word() == strings.Join(strings.Fields(r.Cue), " ") || r.Type == story.PartOf
}

// backward reports whether a cue leads from an effect to its cause. Along a
// line that runs to the effect it would say the opposite of the report.
func backward(cue string) bool {
	first, _, _ := strings.Cut(strings.ToLower(cue), " ")
	switch first {
	case "after", "amid", "as", "because", "blamed", "by", "caused", "driven", "due", "following", "from", "given", "on",
		"over", "owing", "prompted", "since", "sparked", "stems", "thanks", "through", "triggered", "when", "with":
		words := strings.Fields(strings.ToLower(cue))
		// "caused" alone leads on, "caused by" leads back.
		if first == "blamed" || first == "caused" || first == "driven" || first == "prompted" || first == "sparked" || first == "triggered" {
			return len(words) > 1 && words[len(words)-1] == "by"
		}
		return true
	}
	return false
}

// because says what a relation means for the event that it leads to; the
// words for the other event follow.
func (r relation) because() string {
	var words string
	switch r.Type {
	case story.Enables:
		words = "made possible by"
	case story.Prevents:
		words = "blocked by"
	case story.Before:
		words = "after"
	case story.PartOf:
		words = "includes"
	default:
		words = "because of"
	}
	return r.hedge(words)
}

// therefore says what a relation means for the event that it comes from.
func (r relation) therefore() string {
	if r.Type == story.Before {
		return r.hedge("before")
	}
	return r.hedge(typeWord(r.Type))
}

func (r relation) hedge(words string) string {
	if r.possible() {
		return "possibly " + words
	}
	return words
}

// spoken returns what a screen reader says about the relations of an event:
// "Because of 1867: ...; led to 1911: ...".
func (d *diagram) spoken(i int) []string {
	var parts []string
	for _, r := range d.rels {
		if r.to == i {
			parts = append(parts, r.because()+" "+d.short(r.from))
		}
	}
	for _, r := range d.rels {
		if r.from == i {
			parts = append(parts, r.therefore()+" "+d.short(r.to))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	words := strings.Join(parts, "; ")
	return []string{strings.ToUpper(words[:1]) + words[1:] + "."}
}

// short names an event in the text of another one.
func (d *diagram) short(i int) string {
	m := d.ms[i]
	when := m.Event.Date.Words(edtf.Style{MonthDay: d.opt.MonthDay, FullMonth: true})
	if when == "" {
		return furniture.Title(m.Event)
	}
	return when + ": " + furniture.Title(m.Event)
}
