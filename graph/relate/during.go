package relate

import "github.com/causeline/causeline/timeline/story"

// during finds events said to have happened at or during another: "signed at
// the congress", "a walkout during the debate".
func (f *finder) during() {
	p := f.doc.Parses[f.sentence]
	for _, w := range f.mentions {
		whole := f.doc.Mentions[w]
		if !whole.Nominal {
			continue
		}
		gov, at := p.Governor(whole.NP)
		if gov != "at" && gov != "during" {
			continue
		}
		from := p.Chunks[at].Start
		part := -1
		if f.opens(from) {
			if comma := f.comma(whole.End); comma >= 0 {
				part = f.ofClause(f.clauseFrom(comma))
			}
		} else {
			part = f.leftOf(from)
		}
		if part < 0 {
			continue
		}
		m := f.doc.Mentions[part]
		if m.Chain == whole.Chain || whole.Part && !m.Part && m.Nominal || m.Background != whole.Background && !m.Nominal && f.doc.Chains[m.Chain].When.Dated() {
			continue
		}
		f.links = append(f.links, link{
			from: part, to: w, typ: story.PartOf, strength: story.StrengthStated,
			cue: f.text(f.doc.Sentences[f.sentence].Tokens[from : from+1]), sentence: f.sentence,
		})
	}
}
