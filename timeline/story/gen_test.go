package story

import (
	"fmt"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

// same compares stories; absent and empty lists are one.
func same(a, b *Story) string {
	return cmp.Diff(a, b, cmpopts.EquateEmpty(), cmp.Comparer(func(x, y edtf.Date) bool { return x == y }))
}

// awkward holds what breaks careless writers of YAML, JSON and CSV.
var awkward = []string{
	"true", "no", "null", "~", "1985", "0044", "-0043", "11:30", "1e5", "0x1F", "2022-02-24", ".5", "1_000",
	"- item", "? key", "key: value", "ends with colon:", "hash # sign", "#hash", "*star", "&and", "!bang", "|", ">", "%", "@at", "`tick`",
	"[list]", "{map}", "a, b", "it's", "say \"hi\"", "back\\slash", "'quoted'", "\"quoted\"", "<b>&amp;</b>",
	" leading", "trailing ", "tab\tin", "two\nlines", "two\n\nparagraphs\n", "\nleading break", "ends\n\n", "line \nspace", "cr\rlf\r\n",
	"Zürich", "Ελλάδα", "Київ", "北京", "🙂", "e\u0301", "nbsp\u00a0in", "zero\u200bwidth", "bom\ufeff", "nel\u0085", "ls\u2028", "nul\x00", "bell\a", "esc\x1b[31m",
	"=1+1", "+1", "-1", "@x", "'=1", "''+", "＝1", "; x", "a; b", `a\; b`, "\\", "<<", "---", "...", "- ", "-", ":", "a:b", "http://a.example/?q=1#f",
	"“curly”", "…", "«x»", "€5", "(paren)", "$x", "x'", "it''s", "x\"y", "y: 'z", "a #", "a\\nb", "%YAML",
}

func genText(label string) *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(awkward),
		rapid.String(),
		rapid.StringMatching(`[A-Z][a-z]{1,9}( [a-zA-Z0-9,.'"#:-]{1,9}){0,6}`),
	)
}

func genOptional(label string) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), genText(label))
}

func genDate() *rapid.Generator[edtf.Date] {
	return rapid.Custom(func(t *rapid.T) edtf.Date {
		s := rapid.SampledFrom([]string{"", "0044", "-0043", "2022-02-24", "1985", "2004-06~", "1985-04-12?", "156X", "2022-02/2022-03-05", "[1667,1668]", "{1667..1669}", "2001-21", "../1999", "1914/.."}).Draw(t, "date")
		if s == "" {
			return edtf.Date{}
		}
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	})
}

func genMaybe() *rapid.Generator[*bool] {
	yes, no := true, false
	return rapid.SampledFrom([]*bool{nil, &yes, &no})
}

func genSpan() *rapid.Generator[Span] {
	return rapid.Custom(func(t *rapid.T) Span {
		s := rapid.IntRange(0, 1000).Draw(t, "start")
		return Span{s, s + rapid.IntRange(0, 50).Draw(t, "length")}
	})
}

// genStory makes valid stories with awkward contents.
func genStory() *rapid.Generator[*Story] {
	return rapid.Custom(func(t *rapid.T) *Story {
		text, opt := genText("text"), genOptional("optional")
		s := &Story{Title: opt.Draw(t, "title"), Summary: opt.Draw(t, "summary")}
		var docs []string
		for i := range rapid.IntRange(0, 3).Draw(t, "documents") {
			id := fmt.Sprintf("report-%d", i)
			docs = append(docs, id)
			d := Document{ID: id, Path: rapid.SampledFrom([]string{"", "a.txt", "b/c d.txt"}).Draw(t, "path"), Title: opt.Draw(t, "dtitle"), Publisher: opt.Draw(t, "publisher"),
				URL:       rapid.SampledFrom([]string{"", "https://a.example/?a=b&c=d#e", "mailto:x@y.example", "../x.html"}).Draw(t, "url"),
				Published: genDate().Draw(t, "published"), Dating: rapid.SampledFrom([]Dating{"", DatingStated, DatingGiven, DatingInferred}).Draw(t, "dating"), DatingReason: opt.Draw(t, "reason")}
			s.Documents = append(s.Documents, d)
		}
		mentions := func(label string, ofEvent bool) (out []Mention) {
			if len(docs) == 0 {
				return nil
			}
			for range rapid.IntRange(0, 3).Draw(t, label) {
				m := Mention{Document: rapid.SampledFrom(docs).Draw(t, "document"), Quote: opt.Draw(t, "quote"), Sentence: genSpan().Draw(t, "sentence")}
				if ofEvent {
					m.Trigger = genSpan().Draw(t, "trigger")
					m.DateText = opt.Draw(t, "date_text")
					m.DateBasis = rapid.SampledFrom([]DateBasis{"", BasisStated, BasisContext, BasisDocument, BasisInferred}).Draw(t, "basis")
					m.DateReason, m.LinkReason = opt.Draw(t, "date_reason"), opt.Draw(t, "link_reason")
				}
				out = append(out, m)
			}
			return out
		}
		var ids []string
		for i := range rapid.IntRange(0, 4).Draw(t, "events") {
			id := fmt.Sprintf("event-%d", i)
			ids = append(ids, id)
			s.Events = append(s.Events, Event{
				ID: id, Date: genDate().Draw(t, "date"), Time: rapid.SampledFrom([]string{"", "11:30", "09:05:10Z", "11:30-08:00/14:30-08:00"}).Draw(t, "time"),
				Title:  text.Filter(func(s string) bool { return strings.TrimSpace(s) != "" }).Draw(t, "etitle"),
				Status: rapid.SampledFrom([]Status{"", StatusHappened, StatusPlanned, StatusDenied}).Draw(t, "status"),
				Actors: rapid.SliceOfN(text, 0, 3).Draw(t, "actors"), Place: opt.Draw(t, "place"), Lane: opt.Draw(t, "lane"),
				Weight: rapid.Float64Range(0, 1).Draw(t, "weight"), Drawn: rapid.Bool().Draw(t, "drawn"),
				Show: genMaybe().Draw(t, "show"), Reviewed: genMaybe().Draw(t, "reviewed"), Note: opt.Draw(t, "note"),
				URL: rapid.SampledFrom([]string{"", "https://a.example/"}).Draw(t, "eurl"), Mentions: mentions("mentions", true),
				TitleReason: opt.Draw(t, "title_reason"), StatusReason: opt.Draw(t, "status_reason"), WeightReason: opt.Draw(t, "weight_reason"),
			})
		}
		if len(ids) > 1 {
			seen := map[RelationKey]bool{}
			for range rapid.IntRange(0, 4).Draw(t, "relations") {
				k := RelationKey{rapid.SampledFrom(ids).Draw(t, "from"), rapid.SampledFrom(ids).Draw(t, "to"), RelationType(rapid.SampledFrom(relationTypes).Draw(t, "type"))}
				if k.From == k.To || seen[k] {
					continue
				}
				seen[k] = true
				s.Relations = append(s.Relations, Relation{From: k.From, To: k.To, Type: k.Type,
					Strength: rapid.SampledFrom([]Strength{StrengthStated, StrengthPossible}).Draw(t, "strength"), Cue: opt.Draw(t, "cue"), Mentions: mentions("evidence", false)})
			}
			for range rapid.IntRange(0, 2).Draw(t, "disagreements") {
				g := Disagreement{About: ids[:rapid.IntRange(1, 2).Draw(t, "about")], Field: rapid.SampledFrom(disagreeFields).Draw(t, "field"), Kind: DisagreementKind(rapid.SampledFrom(disagreeKinds).Draw(t, "kind"))}
				for range rapid.IntRange(0, 2).Draw(t, "values") {
					g.Values = append(g.Values, DisagreementValue{Value: opt.Draw(t, "value"), Documents: docs})
				}
				s.Disagreements = append(s.Disagreements, g)
			}
		}
		for i := range rapid.IntRange(0, 2).Draw(t, "removed") {
			s.Removed = append(s.Removed, fmt.Sprintf("gone-%d", i))
			s.SameAs = append(s.SameAs, [2]string{"gone-a", fmt.Sprintf("same-%d", i)})
			s.NotSameAs = append(s.NotSameAs, [2]string{"gone-b", fmt.Sprintf("other-%d", i)})
			s.Silenced = append(s.Silenced, fmt.Sprintf("two-dates-%08d", i))
		}
		return s
	})
}

// withoutComputed is what the YAML spelling leaves out.
func withoutComputed(s *Story) *Story {
	c := s.Clone()
	for i := range c.Events {
		e := &c.Events[i]
		e.Drawn, e.TitleReason, e.StatusReason, e.WeightReason = false, "", "", ""
		for j := range e.Mentions {
			m := &e.Mentions[j]
			m.Sentence, m.Trigger, m.DateReason, m.LinkReason = Span{}, Span{}, "", ""
		}
	}
	for i := range c.Relations {
		for j := range c.Relations[i].Mentions {
			c.Relations[i].Mentions[j].Sentence = Span{}
		}
	}
	return c
}
