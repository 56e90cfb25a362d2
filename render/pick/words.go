package pick

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Note says in a sentence what part of the story it is: "Selection, 9 of 14
// events: with Ada Berg; from 1922 to 1925." It is empty where nothing was
// left out.
func (p *Picked) Note(say lang.Speaker) string {
	if p.Kept == p.Of && !p.thinned {
		return ""
	}
	return say.Count("pick", int64(p.Of), say.Number(int64(p.Kept)), p.about(say))
}

// Headline says what the part is about, for a picture of its own: "What led to
// “Elm Bridge closes”".
func (p *Picked) Headline(say lang.Speaker) string { return furniture.UpperFirst(p.about(say)) }

// about says what the part was chosen by.
func (p *Picked) about(say lang.Speaker) string {
	var all []string
	for _, w := range p.words {
		all = append(all, w(say))
	}
	return strings.Join(all, say.Say("semicolon"))
}

// flags lists what a person typed.
func flags(conditions []condition) string {
	var all []string
	for _, c := range conditions {
		all = append(all, c.flag)
	}
	return strings.Join(all, " ")
}

// namesTold is how many actors a note names.
const namesTold = 4

func actorWords(say lang.Speaker, names map[string]bool) string {
	var all []string
	for name := range names {
		all = append(all, strings.Join(strings.Fields(name), " "))
	}
	slices.Sort(all)
	if more := len(all) - namesTold; more > 1 {
		all = append(all[:namesTold], say.Count("sources.more", int64(more)))
	}
	return say.Say("pick.actor", say.Or(all))
}

func dateWords(say lang.Speaker, from, to edtf.Date) string {
	form := lang.Form{Full: true}
	switch {
	case to.IsZero():
		return say.SayDates("pick.from", form, "", from)
	case from.IsZero():
		return say.SayDates("pick.to", form, "", to)
	case from == to:
		return say.Date(from, form)
	}
	return say.SayDates("pick.between", form, "", from, to)
}

func aroundWords(say lang.Speaker, e *story.Event, steps int) string {
	return say.Count("pick.around", int64(steps), furniture.Title(say, e))
}
