package trail

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// quotesMost is how many sentences a step of a text has; JSON has all.
const quotesMost = 3

// leastRoom is how many characters a branch must have for its words. Deeper
// branches are put off and told from the margin.
const leastRoom = 46

// name writes an event with its date and status: "Bridge opens (2 May 1869)".
func (e Event) name() string {
	var aside []string
	if e.Status != string(story.StatusHappened) {
		aside = append(aside, e.Status)
	}
	if e.when != "" {
		aside = append(aside, e.when)
	}
	title := e.Title
	if title == "" {
		title = "(no title)"
	}
	if len(aside) == 0 {
		return title
	}
	return title + " (" + strings.Join(aside, ", ") + ")"
}

// Text writes an account for people, as a tree in lines of at most width
// characters where the words allow it.
func (a *Account) Text(width int) string {
	t := newTree(a, width)
	t.w.Lines(0, 2, a.Event.name())
	t.w.Lines(0, 2, a.Event.ID)
	t.w.Gap()
	if len(a.Steps) == 0 {
		a.none(t.w)
	}
	t.tell(a.Event.ID)
	a.order(t)
	a.byDate(t.w)
	a.around(t.w)
	unsaid(t.w, append(slices.Clone(a.Steps), a.Order...))
	if a.More {
		t.w.Gap()
		t.w.Lines(0, 0, a.Beyond())
	}
	return t.w.String()
}

// Beyond says what the bounds cut off, "" where they did not.
func (a *Account) Beyond() string {
	switch {
	case !a.More:
		return ""
	case a.opt.Limit > 0 && len(a.Steps) == a.opt.Limit:
		return fmt.Sprintf("There is more: an answer ends after %d relations. Ask for an event at the end of a branch.", a.opt.Limit)
	}
	return "There is more beyond: give a larger --steps."
}

// none says plainly that there are no steps.
func (a *Account) none(w *prose.Writer) {
	said := "Nothing in the story is stated to have led to it."
	if a.Direction == Effects {
		said = "Nothing in the story is stated to have come of it."
	}
	if a.possible {
		said += " --strength possible has more."
	}
	w.Lines(0, 0, said)
}

// byDate names what only the dates put before or after.
func (a *Account) byDate(w *prose.Writer) {
	if len(a.ByDate) == 0 {
		return
	}
	w.Gap()
	said := "By date alone these come before it; nobody claims that they led to it:"
	if a.Direction == Effects {
		said = "By date alone these come after it; nobody claims that they came of it:"
	}
	w.Lines(0, 0, said)
	for _, e := range a.ByDate {
		w.Lines(2, 4, e.name())
		w.Lines(4, 4, e.ID)
	}
}

// order tells what is stated to come before or after, without a cause.
func (a *Account) order(t *tree) {
	if len(a.Order) == 0 {
		return
	}
	t.w.Gap()
	if a.Direction == Causes {
		t.w.Lines(0, 0, "Stated to come before it, without a cause:")
	} else {
		t.w.Lines(0, 0, "Stated to come after it, without a cause:")
	}
	for _, s := range a.Order {
		e := t.events[a.Direction.far(s)]
		t.w.Lines(2, 4, e.name())
		t.w.Lines(4, 4, e.ID)
		sayStep(t.w, "    ", s)
	}
}

// around names the whole and the parts, which have accounts of their own.
func (a *Account) around(w *prose.Writer) {
	if a.Whole == nil && len(a.Parts) == 0 {
		return
	}
	w.Gap()
	if a.Whole != nil {
		w.Lines(0, 2, "It is part of "+a.Whole.ID+": "+a.Whole.name()+".")
	}
	if len(a.Parts) > 0 {
		what := "causes"
		if a.Direction == Effects {
			what = "effects"
		}
		w.Lines(0, 2, "Parts of it with "+what+" of their own:")
		for _, e := range a.Parts {
			w.Lines(2, 4, e.ID+": "+e.name())
		}
	}
}

// near and far are the ends of a step as seen from the event asked for.
func (d Direction) near(s Step) string {
	if d == Effects {
		return s.From
	}
	return s.To
}

func (d Direction) far(s Step) string {
	if d == Effects {
		return s.To
	}
	return s.From
}

// A tree tells steps from an event on, each event once.
type tree struct {
	w      *prose.Writer
	a      *Account
	events map[string]Event
	steps  map[string][]Step // by the near end
	told   map[string]bool
	on     map[string]bool // the branch that is being told
	put    []string        // events whose branches were put off for want of room
}

func newTree(a *Account, width int) *tree {
	t := &tree{w: prose.New(width), a: a, events: map[string]Event{}, steps: map[string][]Step{}, told: map[string]bool{}, on: map[string]bool{}}
	for _, e := range a.Events {
		t.events[e.ID] = e
	}
	for _, s := range a.Steps {
		near := a.Direction.near(s)
		t.steps[near] = append(t.steps[near], s)
	}
	return t
}

// tell writes the tree of an event, then those that were put off.
func (t *tree) tell(id string) {
	t.told[id] = true
	t.branch(id, "")
	for len(t.put) > 0 {
		id, t.put = t.put[0], t.put[1:]
		e := t.events[id]
		t.w.Gap()
		t.w.Lines(0, 2, "Further, from "+e.name())
		t.w.Lines(0, 2, e.ID)
		t.w.Gap()
		t.branch(id, "")
	}
}

// branch writes what hangs on an event, each line after the prefix.
func (t *tree) branch(id, prefix string) {
	t.on[id] = true
	defer delete(t.on, id)
	for i, s := range t.steps[id] {
		head, rest := prefix+"├─ ", prefix+"│  "
		if i == len(t.steps[id])-1 {
			head, rest = prefix+"└─ ", prefix+"   "
		}
		if i > 0 {
			t.w.Wrap(prefix+"│", "", "")
		}
		t.node(s, head, rest)
	}
}

// node writes a step and what hangs on it.
func (t *tree) node(s Step, head, rest string) {
	far := t.a.Direction.far(s)
	e := t.events[far]
	word := words[story.RelationType(s.Type)].back
	if t.a.Direction == Effects {
		word = s.Word
	}
	if s.Strength == string(story.StrengthPossible) {
		word = possibly(word)
	}
	body := rest
	hangs := len(t.steps[far]) > 0
	again := t.told[far]
	if hangs && !again {
		body += "│ " // to the branches below
	} else {
		body += "  "
	}
	t.w.Wrap(head, body+"  ", word+": "+e.name())
	t.w.Wrap(body, body, far)
	sayStep(t.w, body, s)
	t.told[far] = true
	on := "What led to that"
	if t.a.Direction == Effects {
		on = "What came of that"
	}
	switch {
	case !hangs:
	case again && t.on[far]:
		t.w.Wrap(body, body, "This goes round in a circle: it is told above.")
	case again && !slices.Contains(t.put, far):
		t.w.Wrap(body, body, on+" is told above.")
	case again:
		t.w.Wrap(body, body, on+" is told below.")
	case t.w.Width()-utf8.RuneCountInString(rest) < leastRoom:
		t.put = append(t.put, far)
		t.w.Wrap(body, body, on+" is told below.")
	default:
		t.w.Wrap(body, body, "")
		t.branch(far, rest)
	}
}

// possibly puts the word where English has it: "was possibly caused by".
func possibly(word string) string {
	if rest, ok := strings.CutPrefix(word, "was "); ok {
		return "was possibly " + rest
	}
	return "possibly " + word
}

// sayStep writes what a step rests on.
func sayStep(w *prose.Writer, prefix string, s Step) {
	switch {
	case s.Contradiction == "":
	case s.Type == string(story.Before) || s.Type == string(story.PartOf):
		w.Wrap(prefix, prefix, "The dates contradict this.")
	default:
		w.Wrap(prefix, prefix, "The dates contradict this: the effect is dated before its cause.")
	}
	for i, q := range s.Sentences {
		if i == quotesMost {
			w.Wrap(prefix, prefix, fmt.Sprintf("and %d more sentences", len(s.Sentences)-i))
			break
		}
		by := q.Publisher
		if by == "" {
			by = q.Document
		}
		w.Wrap(prefix, prefix, "“"+marked(prose.OneLine(q.Quote), s.Cue)+"” ("+by+")")
	}
}

// unsaid says which steps have no sentence.
func unsaid(w *prose.Writer, steps []Step) {
	without := 0
	for _, s := range steps {
		if len(s.Sentences) == 0 {
			without++
		}
	}
	switch {
	case without == 0:
		return
	case len(steps) == 1:
		w.Gap()
		w.Lines(0, 0, "The story gives no sentence for this: a person wrote it.")
	case without == len(steps):
		w.Gap()
		w.Lines(0, 0, "The story gives no sentences for these: a person wrote them.")
	default:
		w.Gap()
		w.Lines(0, 0, "Where no sentence stands, the story gives none: a person wrote it.")
	}
}

// marked puts brackets around the words of a sentence that state the step,
// where they stand in it once.
func marked(quote, cue string) string {
	low, words := strings.ToLower(quote), strings.ToLower(cue)
	if cue == "" || len(low) != len(quote) || len(words) != len(cue) || strings.Count(low, words) != 1 {
		return quote
	}
	at := strings.Index(low, words)
	return quote[:at] + "[" + quote[at:at+len(cue)] + "]" + quote[at+len(cue):]
}
