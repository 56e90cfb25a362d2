package names

import (
	"sort"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// Leader says whether an office is one that "leader" and "counterpart" speak
// of without saying which.
func leader(office string) bool {
	switch office {
	case "president", "prime minister", "chancellor", "king", "queen", "premier", "emperor", "emir", "sultan", "supreme leader":
		return true
	}
	return false
}

// roles adds mentions that name a person by office: "the Kenyan leader", "the
// US president", "his Ugandan counterpart". Only where exactly one person of
// the document holds such an office.
func (d *Directory) roles(sents []nlp.Sentence) {
	for i, s := range sents {
		if s.Kind == nlp.Meta {
			continue
		}
		var add []Mention
		for _, m := range d.Mentions[i] {
			e := d.Entities[m.Entity]
			if e.Kind != Country || m.End >= len(s.Tokens) {
				continue
			}
			n, office := roleAfter(s.Tokens, m.End)
			if n == 0 || m.End+n < len(s.Tokens) && startsUpper(s.Tokens[m.End+n].Text) && s.Tokens[m.End+n].Tag == "NNP" {
				continue
			}
			if p := d.holder(e.Name, office); p >= 0 {
				add = append(add, Mention{Start: m.Start, End: m.End + n, Entity: p, Full: m.Full})
			}
		}
		if len(add) == 0 {
			continue
		}
		d.Mentions[i] = replace(d.Mentions[i], add)
		for _, m := range add {
			d.Entities[m.Entity].Count++
		}
	}
}

// roleAfter reads an office or "leader" at token i and returns its length and
// the office, "" for any leader.
func roleAfter(toks []nlp.Token, i int) (int, string) {
	switch toks[i].Lower {
	case "leader", "counterpart":
		return 1, ""
	}
	words := make([]string, 0, 4)
	for k := i; k < len(toks) && k < i+4; k++ {
		words = append(words, toks[k].Text)
	}
	if n, t := lexicon.MatchTitle(words); n > 0 && t.Kind == lexicon.Office {
		return n, t.Name
	}
	return 0, ""
}

// holder returns the one person of a country with an office, -1 where there
// is none or more than one.
func (d *Directory) holder(country, office string) int {
	found := -1
	for k, e := range d.Entities {
		if e.Kind != Person || e.Country != country {
			continue
		}
		if office == "" && !leader(e.Office) || office != "" && e.Office != office {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	return found
}

// replace puts the role mentions in the place of the country names that they
// begin with. Both lists are in order.
func replace(ms, add []Mention) []Mention {
	var out []Mention
	k := 0
	for _, m := range ms {
		if k < len(add) && add[k].Start == m.Start {
			out = append(out, add[k])
			k++
			continue
		}
		out = append(out, m)
	}
	return out
}

// Leads returns the people that the document is about: those with the most
// mentions, at most two, and only where the second is not far behind. They
// are what "the two leaders" and "both presidents" stand for.
func (d *Directory) Leads() []int {
	a, b := -1, -1
	for k, e := range d.Entities {
		if e.Kind != Person {
			continue
		}
		switch {
		case a < 0 || e.Count > d.Entities[a].Count:
			a, b = k, a
		case b < 0 || e.Count > d.Entities[b].Count:
			b = k
		}
	}
	switch {
	case a < 0:
		return nil
	case b < 0 || d.Entities[b].Count*4 < d.Entities[a].Count:
		return []int{a}
	}
	return []int{min(a, b), max(a, b)}
}

// In returns the mentions of sentence i that lie in the tokens [start, end).
func (d *Directory) In(i, start, end int) []Mention {
	var out []Mention
	ms := d.Mentions[i]
	for k := firstAt(ms, start); k < len(ms) && ms[k].Start < end; k++ {
		if ms[k].End <= end {
			out = append(out, ms[k])
		}
	}
	return out
}

// firstAt returns the index of the first mention of a sentence that begins at
// or after a token.
func firstAt(ms []Mention, token int) int {
	return sort.Search(len(ms), func(k int) bool { return ms[k].Start >= token })
}

// appositions reads the office beside a name: "Ann Lee, the prime minister of
// Fiji, ...", "Ann Lee, Fiji's prime minister", "Fiji's prime minister, Ann
// Lee", and the country of "President Ann Lee of Fiji".
func (d *Directory) appositions(sents []nlp.Sentence) {
	for i, s := range sents {
		toks := s.Tokens
		for k, m := range d.Mentions[i] {
			e := &d.Entities[m.Entity]
			if e.Kind != Person {
				continue
			}
			if e.Country == "" && e.Office != "" && m.End+1 < len(toks) && toks[m.End].Lower == "of" {
				if c, ok := d.countryAt(i, m.End+1); ok {
					e.Country = d.Entities[c.Entity].Name
				}
			}
			if e.Office != "" {
				continue
			}
			office, country := "", ""
			if m.End+2 < len(toks) && toks[m.End].Text == "," {
				office, country, _ = d.officeAt(i, toks, m.End+1)
			}
			if office == "" && m.Full > 1 && toks[m.Full-1].Text == "," {
				office, country = d.officeBefore(i, k, toks, m.Full-1)
			}
			e.Office = office
			if e.Country == "" {
				e.Country = country
			}
		}
	}
}

// officeAt reads "the prime minister of Fiji" or "Fiji's prime minister" at a
// token of sentence i and returns the office, the country and the token after
// them; no office where there is none.
func (d *Directory) officeAt(i int, toks []nlp.Token, k int) (office, country string, end int) {
	if toks[k].Tag == "DT" {
		k++
	}
	if n, ok := d.countryAt(i, k); ok {
		country = d.Entities[n.Entity].Name
		k = n.End
		if k < len(toks) && toks[k].Tag == "POS" {
			k++
		}
	}
	if k >= len(toks) || formerly(toks[k].Lower) {
		return "", "", k
	}
	n, office := roleAfter(toks, k)
	if n == 0 || office == "" {
		return "", "", k
	}
	if k += n; country == "" && k+1 < len(toks) && toks[k].Lower == "of" {
		if c, ok := d.countryAt(i, k+1); ok {
			country = d.Entities[c.Entity].Name
			k = c.End
		}
	}
	return office, country, k
}

// maxOffice bounds the tokens of an office with its country.
const maxOffice = 9

// officeBefore reads an office that ends at the comma before a name.
func (d *Directory) officeBefore(i, mention int, toks []nlp.Token, comma int) (office, country string) {
	from := max(0, comma-maxOffice)
	for n := mention - 1; n >= 0 && d.Mentions[i][n].End > from; n-- {
		if m := d.Mentions[i][n]; d.Entities[m.Entity].Kind == Person {
			from = max(from, m.End) // what stands before another person is theirs
			break
		}
	}
	for k := from; k < comma; k++ {
		if k > 0 && formerly(toks[k-1].Lower) {
			continue
		}
		if office, country, end := d.officeAt(i, toks, k); office != "" && end == comma {
			return office, country
		}
	}
	return "", ""
}

// countryAt returns the mention of a country that begins at a token of
// sentence i, an article before it passed over.
func (d *Directory) countryAt(i, token int) (Mention, bool) {
	ms := d.Mentions[i]
	for k := firstAt(ms, token); k < len(ms) && ms[k].Start <= token+1; k++ {
		if d.Entities[ms[k].Entity].Kind == Country {
			return ms[k], true
		}
	}
	return Mention{}, false
}

// Apart reports whether two places are known to be different ones: two
// cities, two regions of one size, or places of different countries. A city
// and a region of one country may be one inside the other.
func Apart(a, b Entity) bool {
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return true
	}
	pa, ok1 := lexicon.Place(a.Name)
	pb, ok2 := lexicon.Place(b.Name)
	if !ok1 || !ok2 {
		return false
	}
	return pa.Kind == pb.Kind && pa.Name != pb.Name
}

// Top returns the entities that a document names most, at most n, media left
// out. Of equals the one named first comes first.
func (d *Directory) Top(n int) []int {
	order := make([]int, 0, len(d.Entities))
	for i, e := range d.Entities {
		if !e.Media && e.Count > 0 {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return d.Entities[order[i]].Count > d.Entities[order[j]].Count
	})
	return order[:min(n, len(order))]
}
