package page

import (
	"fmt"

	"github.com/causeline/causeline/timeline/story"
)

// A made is one line of how an entry came about: where its title is from, why
// a report counts as one that tells of it, what it weighs.
type made struct {
	Label string
	Ref   *ref // the document that it is about, nil for none
	Words string
}

// made lists the reasons that the machine gives for an event. What a title was
// made from repeats a sentence, so it goes where the sentences go.
func (b *builder) made(e *story.Event) []made {
	var out []made
	if why := oneLine(e.TitleReason); why != "" && b.quotes != QuotesNone {
		out = append(out, made{Label: "Title", Words: why})
	}
	linked := map[string]bool{}
	for _, m := range e.Mentions {
		// Of what a report tells again the reason is always the same report.
		why := oneLine(m.LinkReason)
		if why == "" || linked[m.Document] || m.Document == e.Mentions[0].Document {
			continue
		}
		linked[m.Document] = true
		out = append(out, made{Label: "One event", Ref: b.ref(m.Document), Words: why})
	}
	if why := oneLine(e.WeightReason); why != "" {
		out = append(out, made{Label: "Weight", Words: fmt.Sprintf("%.0f of 100: %s", e.Weight*100, why)})
	}
	return out
}
