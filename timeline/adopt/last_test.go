package adopt

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// lastState is what the last build wrote in the tests of Since.
func lastState() *story.Story {
	dated := func(m story.Mention, words string) story.Mention { m.DateText = words; return m }
	return &story.Story{
		Documents: []story.Document{{ID: "a", TextSHA256: "aa"}, {ID: "b", TextSHA256: "bb"}},
		Events: []story.Event{
			{ID: "dam", Title: "Dam breaks", Mentions: []story.Mention{mention("a", one, 5), mention("b", "The dam is gone.", 7)}},
			{ID: "flight", Title: "Village flees", Mentions: []story.Mention{mention("a", one, 20)}},
			{ID: "return", Title: "Village returns", Mentions: []story.Mention{dated(mention("b", two, 5), "in May"), dated(mention("b", two, 9), "in June")}},
			{ID: "hand", Title: "By hand"},
		},
		Relations: []story.Relation{
			{From: "dam", To: "flight", Type: story.Causes, Mentions: []story.Mention{{Document: "a", Quote: one, Sentence: story.Span{Start: 1, End: 30}}}},
			{From: "flight", To: "return", Type: story.Before},
		},
		Disagreements: []story.Disagreement{{About: []string{"dam"}, Field: "date", Kind: story.Conflict,
			Values: []story.DisagreementValue{{Value: "2001", Documents: []string{"a"}}, {Value: "2002", Documents: []string{"b"}}}}},
	}
}

func at(s *story.Story, id string) *story.Event {
	return &s.Events[slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == id })]
}

func drop(s *story.Story, id string) {
	s.Events = slices.DeleteFunc(s.Events, func(e story.Event) bool { return e.ID == id })
}

// TestSince makes each kind of edit to a file without offsets.
func TestSince(t *testing.T) {
	for _, tt := range []struct {
		name      string
		edit      func(p *story.Story)
		triggers  string // by event, after; "" for those of the last state
		removed   string
		same      string
		relations string
		told      string // Edits
	}{
		{name: "nothing", edit: func(p *story.Story) {}},
		{name: "an event changed", edit: func(p *story.Story) { at(p, "dam").Title, at(p, "dam").Date = "Mine", date(t, "1999") }},
		{name: "the other order", edit: func(p *story.Story) {
			slices.Reverse(p.Events)
			slices.Reverse(p.Events[1].Mentions)
		}, triggers: "hand []; return [9 5]; flight [20]; dam [5 7]"},
		{name: "an event deleted", edit: func(p *story.Story) { drop(p, "dam") },
			triggers: "flight [20]; return [5 9]; hand []", removed: "dam", relations: "flight before return", told: "removed dam"},
		{name: "an event that names another deleted", edit: func(p *story.Story) { drop(p, "return") },
			triggers: "dam [5 7]; flight [20]; hand []", removed: "return", relations: "dam causes flight", told: "removed return"},
		{name: "an event by hand deleted", edit: func(p *story.Story) { drop(p, "hand") },
			triggers: "dam [5 7]; flight [20]; return [5 9]", removed: "hand", told: "removed hand"},
		{name: "a mention deleted", edit: func(p *story.Story) { at(p, "return").Mentions = at(p, "return").Mentions[1:] },
			triggers: "dam [5 7]; flight [20]; return [9]; hand []"},
		{name: "an event renamed", edit: func(p *story.Story) { at(p, "flight").ID = "flee" },
			triggers: "dam [5 7]; flee [20]; return [5 9]; hand []", relations: "dam causes flee, flee before return", told: "renamed [flight flee]"},
		{name: "an event by hand renamed", edit: func(p *story.Story) { at(p, "hand").ID = "mine" },
			triggers: "dam [5 7]; flight [20]; return [5 9]; mine []", told: "renamed [hand mine]"},
		{name: "put into another", edit: func(p *story.Story) {
			at(p, "dam").Mentions = append(at(p, "dam").Mentions, at(p, "flight").Mentions...)
			drop(p, "flight")
		}, triggers: "dam [5 7 20]; return [5 9]; hand []", same: "dam flight", relations: "dam before return", told: "merged [flight dam]"},
		{name: "put into a new one", edit: func(p *story.Story) {
			n := story.Event{ID: "all", Title: "Village flees", Mentions: slices.Concat(at(p, "dam").Mentions, at(p, "flight").Mentions)}
			drop(p, "dam")
			drop(p, "flight")
			p.Events = append(p.Events, n)
		}, triggers: "return [5 9]; hand []; all [5 7 20]", same: "all dam", relations: "all before return", told: "renamed [flight all] merged [dam all]"},
		{name: "taken apart", edit: func(p *story.Story) {
			p.Events = append(p.Events, story.Event{ID: "gone", Title: "Dam is gone", Mentions: at(p, "dam").Mentions[1:]})
			at(p, "dam").Mentions = at(p, "dam").Mentions[:1]
		}, triggers: "dam [5]; flight [20]; return [5 9]; hand []; gone [7]"},
		{name: "a relation deleted", edit: func(p *story.Story) { p.Relations = p.Relations[1:] },
			removed: relationID(story.RelationKey{From: "dam", To: "flight", Type: story.Causes}), relations: "flight before return", told: "relations [{dam flight causes}]"},
		{name: "a relation of another type", edit: func(p *story.Story) { p.Relations[0].Type = story.Enables },
			removed: relationID(story.RelationKey{From: "dam", To: "flight", Type: story.Causes}), relations: "dam enables flight, flight before return", told: "relations [{dam flight causes}]"},
		{name: "a disagreement deleted", edit: func(p *story.Story) { p.Disagreements = nil },
			removed: answerID("dam", "date", "2001") + " " + answerID("dam", "date", "2002")},
		{name: "an answer deleted", edit: func(p *story.Story) { p.Disagreements[0].Values = p.Disagreements[0].Values[:1] },
			removed: answerID("dam", "date", "2002")},
		{name: "a document renamed", edit: func(p *story.Story) {
			p.Documents[0].ID = "gazette"
			at(p, "dam").Mentions[0].Document, at(p, "flight").Mentions[0].Document, p.Relations[0].Mentions[0].Document = "gazette", "gazette", "gazette"
			p.Disagreements[0].Values[0].Documents[0] = "gazette"
		}},
		{name: "said to be the same", edit: func(p *story.Story) {
			p.SameAs = [][2]string{{"dam", "flight"}}
			drop(p, "flight")
		}, triggers: "dam [5 7]; return [5 9]; hand []", same: "dam flight", relations: "dam before return", told: "merged [flight dam]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			last := lastState()
			given := last.Clone()
			p := withoutOffsets(last)
			tt.edit(p)
			e := Since(last, p, true)
			if d := sameStory(given, last); d != "" {
				t.Errorf("the last state changed:\n%s", d)
			}
			var triggers, same, relations []string
			for _, e := range p.Events {
				var starts []int
				for _, m := range e.Mentions {
					starts = append(starts, m.Trigger.Start)
					if m.Sentence.IsZero() {
						t.Errorf("%s: the sentence is not put back", e.ID)
					}
				}
				triggers = append(triggers, fmt.Sprint(e.ID, " ", starts))
			}
			for _, s := range p.SameAs {
				same = append(same, s[0]+" "+s[1])
			}
			for _, r := range p.Relations {
				relations = append(relations, fmt.Sprintf("%s %s %s", r.From, r.Type, r.To))
				for _, m := range r.Mentions {
					if m.Sentence.IsZero() {
						t.Errorf("%v: the sentence is not put back", r)
					}
				}
			}
			var told []string
			for _, x := range []struct {
				what string
				n    int
				v    any
			}{{"removed", len(e.Removed), strings.Join(e.Removed, " ")}, {"renamed", len(e.Renamed), nil}, {"merged", len(e.Merged), nil}, {"relations", len(e.Relations), e.Relations}} {
				switch {
				case x.n == 0:
				case x.what == "renamed":
					told = append(told, fmt.Sprint("renamed ", e.Pairs(e.Renamed)[0]))
				case x.what == "merged":
					told = append(told, fmt.Sprint("merged ", e.Pairs(e.Merged)[0]))
				default:
					told = append(told, fmt.Sprint(x.what, " ", x.v))
				}
			}
			for _, x := range []struct{ what, got, want, usual string }{
				{"triggers", strings.Join(triggers, "; "), tt.triggers, "dam [5 7]; flight [20]; return [5 9]; hand []"},
				{"removed", strings.Join(p.Removed, " "), tt.removed, ""},
				{"same_as", strings.Join(same, "; "), tt.same, ""},
				{"relations", strings.Join(relations, ", "), tt.relations, "dam causes flight, flight before return"},
				{"edits", strings.Join(told, " "), tt.told, ""},
			} {
				if x.want == "" {
					x.want = x.usual
				}
				if x.got != x.want {
					t.Errorf("%s: %q, want %q", x.what, x.got, x.want)
				}
			}
			once := p.Clone()
			if Since(last, p, true); sameStory(once, p) != "" {
				t.Errorf("the second time changed:\n%s", sameStory(once, p))
			}
		})
	}
}

// TestSinceFollowsDeletions: what was deleted about an event stays deleted
// under its new id.
func TestSinceFollowsDeletions(t *testing.T) {
	last, k := lastState(), story.RelationKey{From: "return", To: "dam", Type: story.PartOf}
	p := withoutOffsets(last)
	p.Removed = []string{relationID(k)}
	at(p, "return").ID = "home"
	p.Relations[1].To = "home"
	Since(last, p, true)
	if k.From = "home"; !slices.Contains(p.Removed, relationID(k)) {
		t.Errorf("removed %q, want %q among them", p.Removed, relationID(k))
	}
}

// TestSinceCopy: of a file that need not ever have held what the last state
// has, only that was deleted whose document is listed.
func TestSinceCopy(t *testing.T) {
	p := withoutOffsets(lastState())
	p.Documents = p.Documents[:1]
	p.Events, p.Relations, p.Disagreements = nil, nil, nil
	p.Events = []story.Event{{ID: "mine", Title: "Mine"}}
	e := Since(lastState(), p, false)
	if got := strings.Join(p.Removed, " "); got != "dam flight" || !slices.Equal(e.Removed, p.Removed) {
		t.Errorf("removed %q, want dam and flight, which report a tells of", got)
	}
	p = withoutOffsets(lastState())
	p.Documents, p.Disagreements = p.Documents[:1], nil
	Since(lastState(), p, false)
	if want := answerID("dam", "date", "2001"); len(p.Removed) != 1 || p.Removed[0] != want {
		t.Errorf("removed %q, want %q", p.Removed, want)
	}
	// A document of the same name and another text is another document.
	p = &story.Story{Documents: []story.Document{{ID: "a", TextSHA256: "else"}}, Events: []story.Event{{ID: "mine", Title: "Mine"}}}
	if Since(lastState(), p, false); len(p.Removed) > 0 {
		t.Errorf("removed %q from a story of other reports", p.Removed)
	}
}

// TestSinceSums: the sum of a text is not a person's to delete.
func TestSinceSums(t *testing.T) {
	p := withoutOffsets(lastState())
	p.Documents[0].TextSHA256, p.Documents[1].Title = "", "Mine"
	Since(lastState(), p, true)
	if p.Documents[0].TextSHA256 != "aa" || p.Documents[1].Title != "Mine" {
		t.Errorf("documents %v", p.Documents)
	}
}
