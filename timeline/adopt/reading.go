package adopt

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A Reading is what documents state that the story does not hold yet.
type Reading struct {
	Title         string           // for a story without one
	Documents     []story.Document // those that are new, and new metadata of known ones
	Events        []Event
	Relations     []story.Relation     // between events of the reading, with the evidence of what was read now
	Disagreements []story.Disagreement // about events of the reading
}

// An Event is one that was read. Its mentions are only those that the story
// does not hold; there are none where an event of the story is but named as
// one end of a relation.
type Event struct {
	story.Event
	Told string   // id of the event of the story that it is, "" where it is none of them
	Said []Said   // what documents say of its date and status
	Kin  []string // other words for such an event: "talks" and "meet" for a summit
}

// Said is what one mention says of the date and status of an event.
type Said struct {
	Date     edtf.Date // stated in words, else zero
	Status   story.Status
	Document string
	New      bool // the story does not hold the mention that says so
	Given    bool // the document was read now, and not only recalled
}

// Changes is what Into added to a story.
type Changes struct {
	Events        []string // ids, in the order of the story
	Told          []string // ids of events of the story that got further mentions
	Dated         []string // ids of events of the story that had no date
	Relations     []story.RelationKey
	Disagreements []story.Disagreement
	Documents     []string // ids
	Left          []string // titles of events that stay away, since a person removed them
}

// None reports whether nothing was added.
func (c *Changes) None() bool {
	return len(c.Events)+len(c.Told)+len(c.Dated)+len(c.Relations)+len(c.Disagreements)+len(c.Documents) == 0
}
