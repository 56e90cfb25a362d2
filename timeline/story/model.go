// Package story is the model that every stage shares: documents, dated
// events, relations between them, and what a person decided about them.
//
// It is a leaf: it imports the date type and no code that reads language, so
// that drawing a story written by hand never loads a model. The package also
// reads and writes the model's three spellings: YAML for people, JSON for
// programs and CSV for spreadsheets.
package story

import "github.com/causeline/causeline/timeline/edtf"

// FormatVersion is the version of the story file that this package writes.
// Files with a higher version are refused, because they may hold what this
// program would silently lose.
const FormatVersion = 1

// A Story is a set of documents and the event graph that they state.
type Story struct {
	Title         string
	Summary       string // standfirst, one or two sentences
	Documents     []Document
	Events        []Event
	Relations     []Relation
	Disagreements []Disagreement
	Removed       []string    // ids that a person deleted: not to come back
	SameAs        [][2]string // pairs of ids that a person merged
	NotSameAs     [][2]string // pairs of ids that a person split
	Silenced      []string    // ids of findings that a person has seen and lets stand
}

// A Document is one report that events were read from.
type Document struct {
	ID           string // readable, unique, stable
	Path         string // relative to the input folder, slashes, never absolute
	Title        string
	Publisher    string
	URL          string
	Published    edtf.Date
	Dating       Dating
	DatingReason string // in words, for DatingInferred
	TextSHA256   string // of the extracted text, lower-case hex
}

// Dating says where a document's own date comes from.
type Dating string

// The ways in which a document can have got its date.
const (
	DatingUnknown  Dating = ""
	DatingStated   Dating = "stated"   // in the document or its metadata
	DatingGiven    Dating = "given"    // by the user, with a flag or in the story file
	DatingInferred Dating = "inferred" // from dated reports of the same events
)

// An Event is something that happened, is planned, was cancelled or is denied.
type Event struct {
	ID       string    // [a-z0-9-], at most 60 characters; never changes once in a story
	Date     edtf.Date // zero where unknown
	Time     string    // clock time "11:30-08:00" or a range of two with a slash; zone optional
	Title    string
	Status   Status
	Actors   []string
	Place    string
	Lane     string  // optional grouping for drawing
	Weight   float64 // 0..1, how much the event matters to the story; 0 where nobody weighed it
	Drawn    bool    // what the pictures draw, as decided from weight, date and Show
	Show     *bool   // a person's override of Drawn, nil where none
	Reviewed *bool   // a person's mark, nil where none
	Note     string  // a person's
	URL      string
	Mentions []Mention

	// What the machine says for itself, in words; empty for what a person
	// wrote or changed. Story.json alone holds them.
	TitleReason  string // which words the title was made from
	StatusReason string // the words that the status rests on
	WeightReason string // what the weight is made of
}

// passingWeight is the weight below which an event was only told in passing.
const passingWeight = 0.2

// Passing reports whether reports tell of the event only in passing: it is
// listed with what else they tell, and not among the events of the story. What
// a person wrote or wants shown is never told in passing.
func (e *Event) Passing() bool {
	return !e.ByHand() && e.Weight < passingWeight && (e.Show == nil || !*e.Show)
}

// ByHand reports whether a person wrote the event: no report tells of it, or
// it was never weighed, which the machine does with all that it reads.
func (e *Event) ByHand() bool { return len(e.Mentions) == 0 || e.Weight == 0 }

// Status says whether an event took place.
type Status string

// The statuses of an event. The empty status reads as StatusHappened.
const (
	StatusHappened  Status = "happened"
	StatusPlanned   Status = "planned"
	StatusCancelled Status = "cancelled"
	StatusDenied    Status = "denied"
)

// A Span is a half-open range of Unicode code points in a document's text.
type Span struct {
	Start, End int
}

// IsZero reports whether the span is absent.
func (s Span) IsZero() bool { return s == Span{} }

// A Mention is one place in one document that states an event or a relation.
// Relations use Document, Quote and Sentence only.
type Mention struct {
	Document  string // id
	Quote     string // the whole sentence, exactly as in the text
	Sentence  Span   // where Quote stands
	Trigger   Span   // the event's own words, at most 40 characters
	DateText  string // the words that date it, empty where the date comes from elsewhere
	DateBasis DateBasis

	// What the machine says for itself, as in Event.
	DateReason string // how the date follows from the words, or from elsewhere
	LinkReason string // why the mention counts as one of this event
}

// DateBasis says where the date of a mention comes from.
type DateBasis string

// The bases of a mention's date. The empty basis means that it has no date.
const (
	BasisStated   DateBasis = "stated"   // by words in its own clause
	BasisContext  DateBasis = "context"  // by a neighbouring clause or sentence
	BasisDocument DateBasis = "document" // by the date of the document
	BasisInferred DateBasis = "inferred" // by another report of the same event
)

// A Relation is a directed edge between two events.
type Relation struct {
	From     string // id of the cause, the earlier, or the part
	To       string // id of the effect, the later, or the whole
	Type     RelationType
	Strength Strength
	Cue      string // the words that say so
	Mentions []Mention
}

// RelationType says what a relation claims.
type RelationType string

// The types of relation. Before is stored only where a sentence states it;
// order that follows from dates is computed when asked for.
const (
	Causes   RelationType = "causes"
	Enables  RelationType = "enables"
	Prevents RelationType = "prevents"
	Before   RelationType = "before"
	PartOf   RelationType = "part_of"
)

// Strength says how plainly a relation is stated.
type Strength string

// The strengths of a relation.
const (
	StrengthStated   Strength = "stated"
	StrengthPossible Strength = "possible"
)

// A Disagreement names answers that documents give to one question.
type Disagreement struct {
	About  []string // event ids
	Field  string   // date | status | actors | place | number
	Kind   DisagreementKind
	Values []DisagreementValue
}

// DisagreementKind tells a contradiction from answers that only look like one.
type DisagreementKind string

// The kinds of disagreement.
const (
	Conflict DisagreementKind = "conflict" // same event, same question, incompatible answers
	Differs  DisagreementKind = "differs"  // they compare or count different things; both may hold
)

// A DisagreementValue is one answer and the documents that give it.
type DisagreementValue struct {
	Value     string
	Documents []string
}
