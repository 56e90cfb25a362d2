package page

import (
	"github.com/causeline/causeline/timeline/story"
)

// A dispute is a disagreement in words: the claim, the answers, and what to
// make of them.
type dispute struct {
	About   []target // empty beside the event itself
	Words   string   // "Reports differ on the date"
	Answers []answer
	Differs bool
}

// A target is an event to lead to.
type target struct{ ID, Title string }

// An answer is one value and the documents that give it.
type answer struct {
	Value     when // Words alone where it is no date
	Documents []*ref
}

// fields are the questions on which reports disagree, as readers say them.
var fields = map[string]string{
	"date": "the date", "status": "whether it happened", "actors": "who took part",
	"place": "the place", "number": "the number",
}

// dispute words a disagreement. Beside an event, its own name is left out.
func (b *builder) dispute(d story.Disagreement, beside string) dispute {
	field := fields[d.Field]
	if field == "" {
		field = oneLine(d.Field)
	}
	v := dispute{Words: "Reports differ on " + field, Differs: d.Kind == story.Differs}
	if v.Differs {
		v.Words = "Reports give different answers on " + field + ", but they compare different things"
	}
	for _, id := range d.About {
		if id == beside {
			continue
		}
		t := target{Title: oneLine(id)}
		if e := b.events[id]; e != nil {
			t = target{e.ID, title(e)}
		}
		v.About = append(v.About, t)
	}
	for _, x := range d.Values {
		a := answer{Value: when{Words: oneLine(x.Value)}}
		if d.Field == "date" {
			if w := dateOnly(plainDate(x.Value)); w.Words != "" {
				a.Value = w
			}
		}
		for _, id := range x.Documents {
			if r := b.ref(id); r != nil {
				a.Documents = append(a.Documents, r)
			}
		}
		v.Answers = append(v.Answers, a)
	}
	return v
}
