// Package names finds the people, places and organisations that a document
// names and says which mentions are the same one: "Okello" after "Amara
// Okello", "the Chilean president" after "President Gabriel Boric of Chile",
// "the two ministers" after both were named.
package names

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names/spot"
	"github.com/causeline/causeline/timeline/nlp"
)

// Kind says what a name names.
type Kind string

// The kinds of named entity.
const (
	Person  Kind = "person"
	Country Kind = "country"
	Place   Kind = "place"
	Org     Kind = "organisation"
	Thing   Kind = "thing" // a ship, a work, a programme: what a name alone does not tell
)

// An Entity is what one or more names of a document stand for.
type Entity struct {
	Kind    Kind
	Name    string // the fullest form: "Amara Okello", "United States"
	Country string // of a person's office, or that a place lies in; "" where not known
	Within  string // the place that the document says it lies in: "Ontario" for "Ottawa, Ontario"
	Office  string // "president", "foreign minister"; "" where not known
	Sure    bool   // of a person: a title or a given name says so
	Media   bool   // an agency or broadcaster, named as a source rather than an actor
	Count   int    // mentions
	First   int    // sentence of the first mention
}

// A Mention is one name in a sentence.
type Mention struct {
	Start, End int // tokens, titles left out
	Entity     int // index in Directory.Entities
	Full       int // token where the name begins with its titles
	Demonym    bool
}

// A Directory holds what a document names. Mentions has one list for each
// sentence, in order.
type Directory struct {
	Entities []Entity
	Mentions [][]Mention

	stands map[int]int      // country or organisation that a place can stand for
	byLast map[string][]int // persons by normalised last name
	byName map[string]int   // everything else by kind and name
	firsts map[string]int   // organisations by the first word of their names, -1 where two share it
}

// Short returns the form of a name for titles: a person's last name, the
// usual short form of a country, the name itself elsewhere.
func (e Entity) Short() string {
	switch e.Kind {
	case Person:
		if e.Sure {
			return LastName(e.Name)
		}
	case Country:
		return shortCountry(e.Name)
	}
	return e.Name
}

// LastName returns the family name of a person's name, with particles:
// "van der Bellen" of "Alexander van der Bellen".
func LastName(full string) string {
	parts := strings.Fields(full)
	for len(parts) > 1 && isSuffix(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return full
	}
	i := len(parts) - 1
	for i > 1 && isParticle(parts[i-1]) {
		i--
	}
	if i == 1 && len(parts) > 2 && isParticle(parts[0]) {
		i = 0 // "Van der Bellen" without a given name
	}
	return strings.Join(parts[i:], " ")
}

func isSuffix(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "Jr", "Sr", "II", "III", "IV":
		return true
	}
	return false
}

func isParticle(s string) bool {
	switch strings.ToLower(s) {
	case "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ben", "ter", "ten":
		return true
	}
	return false
}

// Read finds the names of a document and tags their words as proper nouns in
// sents. Sentences of kind Meta are passed over.
// Full names are collected first, so that a surname in the headline is known
// by the time it is looked at.
func Read(sents []nlp.Sentence) *Directory {
	return readWith(sents, spot.Default().Spans(sents), false)
}

// readWith is Read with what the model found. Strict is as for weighing.
func readWith(sents []nlp.Sentence, found [][]spot.Span, strict bool) *Directory {
	d := &Directory{
		Mentions: make([][]Mention, len(sents)),
		stands:   map[int]int{},
		byLast:   map[string][]int{},
		byName:   map[string]int{},
		firsts:   map[string]int{},
	}
	raw := make([][]candidate, len(sents))
	for i, s := range sents {
		if s.Kind == nlp.Meta {
			continue
		}
		raw[i] = scan(s.Tokens, s.Kind == nlp.Heading)
	}
	raw = spotted(sents, raw, found, strict)
	// Body text before headings: title case makes headings poor evidence.
	for _, heading := range []bool{false, true} {
		for i, s := range sents {
			if (s.Kind == nlp.Heading) != heading {
				continue
			}
			for k := range raw[i] {
				if c := &raw[i][k]; c.kind == Person && c.words > 1 {
					d.person(c, i)
				}
			}
		}
	}
	for i := range sents {
		for k := range raw[i] {
			if c := &raw[i][k]; c.kind == Org && c.words > 1 && !c.media && !c.listed {
				d.first(strings.Fields(c.text), d.resolve(c, i, false))
			}
		}
	}
	for i, s := range sents {
		if s.Kind != nlp.Meta && d.restore(s.Tokens, s.Kind == nlp.Heading) {
			raw[i] = scan(s.Tokens, s.Kind == nlp.Heading)
		}
		for k := range raw[i] {
			c := &raw[i][k]
			e := d.resolve(c, i, s.Kind == nlp.Heading)
			if e < 0 {
				continue
			}
			d.Entities[e].Count++
			d.Entities[e].First = min(d.Entities[e].First, i)
			d.Mentions[i] = append(d.Mentions[i], Mention{Start: c.start, End: c.end, Entity: e, Full: c.full, Demonym: c.demonym})
			if c.kind == Thing || c.kind == Person {
				retag(s.Tokens[c.start:c.end])
			}
		}
		d.within(s.Tokens, d.Mentions[i])
	}
	d.metonyms()
	d.appositions(sents)
	d.roles(sents)
	return d
}

// first files an organisation under the first word of its name, by which
// reports go on to call it: "Castel" after "Castel Industries".
func (d *Directory) first(words []string, e int) {
	if p := locate(words[:1]); p.n > 0 || lexicon.IsGivenName(words[0]) || len(words[0]) < 3 {
		return
	}
	if have, ok := d.firsts[words[0]]; ok && have != e {
		e = -1
	}
	d.firsts[words[0]] = e
}

// restore makes family names of the document proper nouns where the tagger
// took them for other words, as it does where a capital says nothing: at the
// head of a sentence ("Boateng left" is no gerund) and in headlines. It
// reports whether there were any.
func (d *Directory) restore(toks []nlp.Token, heading bool) bool {
	limit := min(1, len(toks))
	if heading {
		limit = len(toks)
	}
	any := false
	for k := range toks[:limit] {
		if startsUpper(toks[k].Text) && mistaken(toks, k) && len(d.byLast[Key(toks[k].Text)]) > 0 {
			retag(toks[k : k+1])
			any = true
		}
	}
	return any
}

// mistaken reports whether the tag of token k may be wrong for a name and the
// next word leaves room for one.
func mistaken(toks []nlp.Token, k int) bool {
	switch toks[k].Tag {
	case "VBG", "VBN", "VB", "VBP", "VBZ", "NN", "NNS", "JJ", "RB", "FW", "UH":
	default:
		return false
	}
	if k+1 == len(toks) {
		return true
	}
	switch toks[k+1].Tag {
	case "VBD", "VBZ", "MD", "POS", ",", "CC", "TO":
		return true
	}
	return false
}

// retag makes the words of a name proper nouns, so that "the Ever Forward
// sank" has a subject.
func retag(toks []nlp.Token) {
	for i := range toks {
		if toks[i].Tag != "NNPS" && startsUpper(toks[i].Text) {
			toks[i].Tag, toks[i].Lemma = "NNP", toks[i].Text
		}
	}
}

// person files a full name and returns its entity.
func (d *Directory) person(c *candidate, sentence int) int {
	last := Key(LastName(c.text))
	for _, e := range d.byLast[last] {
		if sameGiven(d.Entities[e].Name, c.text) {
			ent := &d.Entities[e]
			if len(strings.Fields(c.text)) > len(strings.Fields(ent.Name)) {
				ent.Name = c.text
			}
			d.office(e, c)
			return e
		}
	}
	e := d.add(Entity{Kind: Person, Name: c.text, First: sentence})
	d.byLast[last] = append(d.byLast[last], e)
	d.office(e, c)
	return e
}

func (d *Directory) add(e Entity) int {
	d.Entities = append(d.Entities, e)
	return len(d.Entities) - 1
}

// office notes the office that the words before a name give its holder. The
// first statement counts.
func (d *Directory) office(e int, c *candidate) {
	ent := &d.Entities[e]
	ent.Sure = ent.Sure || c.certain
	if ent.Office == "" && c.office != "" {
		ent.Office = c.office
	}
	if ent.Country == "" && c.country != "" {
		ent.Country = c.country
	}
}

// sameGiven reports whether two names with one family name can be one
// person's: one is the family name alone, or the given names agree or
// abbreviate each other.
func sameGiven(a, b string) bool {
	ga, gb := given(a), given(b)
	if ga == "" || gb == "" {
		return true
	}
	if strings.HasSuffix(ga, ".") || strings.HasSuffix(gb, ".") || len(ga) == 1 || len(gb) == 1 {
		return ga[0] == gb[0]
	}
	return Same(ga, gb)
}

func given(full string) string {
	f := strings.Fields(full)
	if len(f) < 2 || LastName(full) == full {
		return ""
	}
	return f[0]
}

func (d *Directory) resolve(c *candidate, sentence int, heading bool) int {
	switch c.kind {
	case Person:
		if c.words > 1 {
			return d.person(c, sentence)
		}
		found := d.byLast[Key(c.text)]
		if len(found) > 0 {
			// Two people with one family name: the title decides or, failing
			// that, who was named first.
			best := found[0]
			for _, e := range found {
				if c.office != "" && d.Entities[e].Office == c.office && d.Entities[best].Office != c.office ||
					c.country != "" && d.Entities[e].Country == c.country {
					best = e
				}
			}
			d.office(best, c)
			d.Entities[best].Sure = true // called by the family name
			return best
		}
		if c.certain && !heading {
			return d.person(c, sentence)
		}
		if e, ok := d.firsts[c.text]; ok && e >= 0 {
			return e
		}
		if !c.locative {
			return -1
		}
		c.kind = Place
	}
	if e, ok := d.firsts[c.text]; ok && e >= 0 && c.kind == Org && !c.listed {
		return e // "Castel" after "Castel Industries"
	}
	key := string(c.kind) + "\x00" + c.text
	if e, ok := d.byName[key]; ok {
		return e
	}
	e := d.add(Entity{Kind: c.kind, Name: c.text, Country: c.country, Media: c.media, First: sentence})
	d.byName[key] = e
	return e
}

// metonyms notes which places can stand for a government: "Ottawa protested".
func (d *Directory) metonyms() {
	for i := range d.Entities {
		e := d.Entities[i]
		if e.Kind != Place {
			continue
		}
		m, ok := lexicon.Metonym(e.Name)
		if !ok {
			continue
		}
		kind, country := Country, m.For
		if m.Organisation {
			kind, country = Org, ""
		}
		key := string(kind) + "\x00" + m.For
		x, ok := d.byName[key]
		if !ok {
			x = d.add(Entity{Kind: kind, Name: m.For, Country: country, First: e.First})
			d.byName[key] = x
		}
		d.stands[i] = x
	}
}

// Actor returns who acts where an entity is said to act: the government that
// a capital stands for, else the entity itself. It returns false for a place
// that stands for nobody.
func (d *Directory) Actor(entity int) (int, bool) {
	if x, ok := d.stands[entity]; ok {
		return x, true
	}
	return entity, d.Entities[entity].Kind != Place
}

// within notes that one place lies in the next one named: "Lyon, France",
// "the Bavarian city of Passau".
func (d *Directory) within(toks []nlp.Token, ms []Mention) {
	for i := 0; i+1 < len(ms); i++ {
		a, b := ms[i], ms[i+1]
		ea, eb := &d.Entities[a.Entity], &d.Entities[b.Entity]
		if ea.Kind == Person || eb.Kind == Person || a.Entity == b.Entity {
			continue
		}
		switch {
		case b.Start == a.End+1 && toks[a.End].Text == "," && ea.Kind == Place && (eb.Kind == Place || eb.Kind == Country) && !b.Demonym:
			if ea.Within == "" {
				ea.Within = eb.Name
			}
		case a.Demonym && eb.Kind == Place && b.Start-a.End == 2 && toks[b.Start-1].Lower == "of":
			if eb.Within == "" {
				eb.Within = ea.Name
			}
		}
	}
}
