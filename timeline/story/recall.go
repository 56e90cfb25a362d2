package story

// Recall gives a story that a person keeps in YAML what only the machine's
// last state, story.json, knows: where sentences and triggers stand, and the
// reasons for dates, titles, statuses, weights and merges. A reason comes back
// where the field that it explains is still as the machine left it, so that
// nothing speaks for what a person changed. What the story says itself stays.
func (s *Story) Recall(last *Story) {
	if last == nil {
		return
	}
	events := make(map[string]*Event, len(last.Events))
	for i := range last.Events {
		events[last.Events[i].ID] = &last.Events[i]
	}
	for i := range s.Events {
		if was := events[s.Events[i].ID]; was != nil {
			s.Events[i].Recall(was)
		}
	}
	relations := make(map[RelationKey]*Relation, len(last.Relations))
	for i := range last.Relations {
		r := &last.Relations[i]
		relations[RelationKey{r.From, r.To, r.Type}] = r
	}
	for i := range s.Relations {
		r := &s.Relations[i]
		if was := relations[RelationKey{r.From, r.To, r.Type}]; was != nil {
			recallMentions(r.Mentions, was.Mentions, true)
		}
	}
}

// Recall gives an event what the machine said of it last, as Story.Recall
// does for all.
func (e *Event) Recall(was *Event) {
	if e.TitleReason == "" && e.Title == was.Title {
		e.TitleReason = was.TitleReason
	}
	if e.StatusReason == "" && withStatus(*e).Status == withStatus(*was).Status {
		e.StatusReason = was.StatusReason
	}
	if e.WeightReason == "" && e.Weight == was.Weight {
		e.WeightReason = was.WeightReason
	}
	recallMentions(e.Mentions, was.Mentions, e.Date == was.Date && e.Time == was.Time)
}

// recallMentions gives mentions what those of last of the same sentence have.
// Of several of one sentence the n-th is the n-th. The reasons for dates come
// back only where the event's date is still the machine's.
func recallMentions(ms, last []Mention, dated bool) {
	type sentence struct{ document, quote string }
	at := map[sentence][]*Mention{}
	for i := range last {
		k := sentence{last[i].Document, last[i].Quote}
		at[k] = append(at[k], &last[i])
	}
	for i := range ms {
		m := &ms[i]
		k := sentence{m.Document, m.Quote}
		if len(at[k]) == 0 {
			continue
		}
		was := at[k][0]
		at[k] = at[k][1:]
		if m.Sentence.IsZero() {
			m.Sentence = was.Sentence
		}
		if m.Trigger.IsZero() {
			m.Trigger = was.Trigger
		}
		if m.LinkReason == "" {
			m.LinkReason = was.LinkReason
		}
		if dated && m.DateReason == "" && m.DateText == was.DateText && m.DateBasis == was.DateBasis {
			m.DateReason = was.DateReason
		}
	}
}
