package names

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestNames: who and what a text names. Kinds are P person, C country, L
// place, O organisation, T thing; "~" marks a demonym.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// people with titles
		{"President William Ruto met Mr Odinga in Nairobi.", "William Ruto=P(president); Odinga=P; Nairobi=L"},
		{"Kenyan President William Ruto spoke.", "William Ruto=P(president, of Kenya)"},
		{"The former British prime minister Gordon Brown spoke.", "Gordon Brown=P(of United Kingdom)"},
		{"Dr. Maria Silva and Sir Keith Jones spoke.", "Maria Silva=P; Keith Jones=P"},
		{"Queen Margrethe of Denmark abdicated.", "Margrethe=P(queen, of Denmark); Denmark=C"},
		{"Foreign Minister Penny Wong left.", "Penny Wong=P(foreign minister)"},
		// family name after full name
		{"Ana Torres won. Torres thanked the voters.", "Ana Torres=P; Torres=P:Ana Torres"},
		{"Rui Costa e Silva lost. Costa left.", "Rui Costa=P; Costa=P:Rui Costa"},
		{"Alexander van der Bellen won. Van der Bellen spoke.", "Alexander van der Bellen=P; Van der Bellen=P:Alexander van der Bellen"},
		{"Olena Kravchuk spoke. \"We won,\" said Kravchuk.", "Olena Kravchuk=P; Kravchuk=P:Olena Kravchuk"},
		// offices
		{"President William Ruto of Kenya spoke. The Kenyan president left.", "William Ruto=P(president, of Kenya); Kenya=C; Kenyan president=P:William Ruto"},
		{"Kenyan President William Ruto met Ugandan President Yoweri Museveni. The Ugandan leader smiled at his Kenyan counterpart.", "William Ruto=P(president, of Kenya); Yoweri Museveni=P(president, of Uganda); Ugandan leader=P:Yoweri Museveni; Kenyan counterpart=P:William Ruto"},
		{"The Kenyan president left.", "~Kenyan=C:Kenya"},
		// appositions
		{"Sitiveni Rabuka, the prime minister of Fiji, resigned.", "Sitiveni Rabuka=P(prime minister, of Fiji); Fiji=C"},
		{"Sitiveni Rabuka, Fiji's prime minister, resigned.", "Sitiveni Rabuka=P(prime minister, of Fiji); Fiji=C"},
		{"Mia Mottley, prime minister of Barbados, spoke.", "Mia Mottley=P(prime minister, of Barbados); Barbados=C"},
		{"The prime minister of Barbados, Mia Mottley, spoke.", "Barbados=C; Mia Mottley=P(prime minister, of Barbados)"},
		// places
		{"A fire broke out in Lyon, France.", "Lyon=L(in France); France=C"},
		{"The Bavarian city of Passau was flooded.", "~Bavarian=L:Bavaria; Passau=L(in Bavaria)"},
		{"The ship docked at Port Talbot near Swansea, Wales.", "Port Talbot=L; Swansea=L(in Wales); Wales=L"},
		{"The plane landed at Harare Airport.", "Harare Airport=L"},
		{"They met at Lake Geneva.", "Lake Geneva=L"},
		// countries and demonyms
		{"French and German ministers met in the Netherlands.", "~French=C:France; ~German=C:Germany; Netherlands=C"},
		{"The United States and the UK signed a deal with the EU.", "United States=C; UK=C:United Kingdom; EU=O:European Union"},
		{"Chileans voted.", "~Chileans=C:Chile"},
		// metonyms
		{"Ottawa protested. Brussels replied.", "Ottawa=L; Brussels=L"},
		{"The Kremlin denied it.", "Kremlin=L"},
		// things
		{"The Ever Forward ran aground in the Chesapeake Bay.", "Ever Forward=T; Chesapeake Bay=L"},
		{"The Artemis programme was delayed.", "Artemis=T"},
		{"The Endeavour lifted off.", "Endeavour=T"},
		// organisations
		{"The World Bank lent money to Northern Trust Bank.", "World Bank=O; Northern Trust Bank=O"},
		{"The Denver Water Board met.", "Denver Water Board=O"},
		{"Toyota bought a stake in Nikola Motors.", "Toyota=O; Nikola Motors=O"},
		{"NATO and the WTO met.", "NATO=O; WTO=O:World Trade Organization"},
		{"The Supreme Court of India ruled.", "Supreme Court of India=O"},
		{"The University of Leeds opened a lab.", "University of Leeds=O"},
		{"FC Porto won.", "FC Porto=O"},
		{"Unilever and Kraft Heinz merged.", "Kraft Heinz=P"},
		// media
		{"Reuters reported the fire.", "Reuters=O(media)"},
		{"He told the BBC on Monday.", "BBC=O(media)"},
		// two people of one family name
		{"Ann Lee and Tom Lee met. President Lee spoke.", "Ann Lee=P(president); Tom Lee=P; Lee=P:Ann Lee"},
		{"Korean President Ann Lee met Governor Tom Lee. Lee spoke.", "Ann Lee=P(president, of Korea); Tom Lee=P(governor); Lee=P:Ann Lee"},
		// not names
		{"The Cold War ended on Monday, March 3.", ""},
		{"In May, June and July it rained.", ""},
		{"He won the Nobel Prize on Christmas Day.", ""},
		{"The Second Amendment was debated.", ""},
		{"She was born on a Tuesday in April.", ""},
		{"May said that March would march.", ""},
		// unknown places
		{"Hundreds fled after a dam broke near Ostrava Mill.", "Ostrava Mill=L"},
		{"Floods hit the town of Mordenvale.", "Mordenvale=L"},
		{"A fire burned in Mordenvale on Monday.", "Mordenvale=L"},
		{"Ada Pell spoke. Trust in Pell grew.", "Ada Pell=P; Pell=P:Ada Pell"},
	} {
		if got := show(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestHeading: a family name in a headline is known from the text below it.
func TestHeading(t *testing.T) {
	_, d := readHeaded("Osei and Boateng to Meet", "Kofi Osei and Ama Boateng will meet on Friday.")
	var got []string
	for _, m := range d.Mentions[0] {
		got = append(got, d.Entities[m.Entity].Name)
	}
	if want := []string{"Kofi Osei", "Ama Boateng"}; !reflect.DeepEqual(got, want) {
		t.Errorf("headline names %q, want %q", got, want)
	}
}

// TestRetag: what the document knows as a name is a proper noun.
func TestRetag(t *testing.T) {
	sents, _ := read("The Ever Forward sank.")
	for _, tok := range sents[0].Tokens[1:3] {
		if tok.Tag != "NNP" || tok.Lemma != tok.Text {
			t.Errorf("%s has tag %s and lemma %s", tok.Text, tok.Tag, tok.Lemma)
		}
	}
}

func TestLastName(t *testing.T) {
	for in, want := range map[string]string{
		"Ana Torres": "Torres", "Alexander van der Bellen": "van der Bellen", "Van der Bellen": "Van der Bellen",
		"Sammy Davis Jr.": "Davis", "Henry Ford II": "Ford", "Ben Affleck": "Affleck", "Madonna": "Madonna", "": "", "Jr": "Jr",
	} {
		if got := LastName(in); got != want {
			t.Errorf("last name of %q: %q, want %q", in, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		e    Entity
		want string
	}{
		{Entity{Kind: Person, Name: "Ana Torres", Sure: true}, "Torres"},
		{Entity{Kind: Person, Name: "Kraft Heinz"}, "Kraft Heinz"},
		{Entity{Kind: Country, Name: "United States"}, "US"},
		{Entity{Kind: Country, Name: "Chile"}, "Chile"},
		{Entity{Kind: Org, Name: "World Bank"}, "World Bank"},
	} {
		if got := c.e.Short(); got != c.want {
			t.Errorf("short form of %q: %q, want %q", c.e.Name, got, c.want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Yury", "Iurii", true}, {"Tchaikovsky", "Chaikovskii", true}, {"Ivanoff", "Ivanov", true}, {"José", "Jose", true},
		{"Øystein", "Oystein", true}, {"Ann", "Tom", false}, {"Ann", "Anton", false},
	} {
		if got := Same(c.a, c.b); got != c.want {
			t.Errorf("Same(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// TestActor: capitals stand for governments, other places for nobody.
func TestActor(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"Ottawa protested.", "Ottawa", "Canada"},
		{"Marseille was hot.", "Marseille", ""},
		{"Ghana voted.", "Ghana", "Ghana"},
		{"Ama Boateng left.", "Ama Boateng", "Ama Boateng"},
	} {
		_, d := read(c.text)
		e := d.find(c.name)
		if e < 0 {
			t.Errorf("%s: %s not found", c.text, c.name)
			continue
		}
		got := ""
		if a, ok := d.Actor(e); ok {
			got = d.Entities[a].Name
		}
		if got != c.want {
			t.Errorf("%s stands for %q, want %q", c.name, got, c.want)
		}
	}
}

// find returns the entity with a name, -1 for none.
func (d *Directory) find(name string) int {
	for i, e := range d.Entities {
		if e.Name == name {
			return i
		}
	}
	return -1
}

// TestLeads: the people that a report is about, by how often it names them.
func TestLeads(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"It rained.", nil},
		{"Ama Boateng spoke.", []string{"Ama Boateng"}},
		{"Ama Boateng met Kofi Osei.", []string{"Ama Boateng", "Kofi Osei"}},
		{"Kofi Osei met Ama Boateng and Yaw Addo. Boateng left. Addo stayed.", []string{"Ama Boateng", "Yaw Addo"}},
		{"Ana Torres met Kofi Osei. Torres left. Torres came. Torres sat. Torres rose.", []string{"Ana Torres"}},
	} {
		_, d := read(c.text)
		var got []string
		for _, e := range d.Leads() {
			got = append(got, d.Entities[e].Name)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\nleads %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTop(t *testing.T) {
	_, d := read("Reuters and Reuters met Kofi Osei in Ghana. Osei left. Osei slept. Ghana slept.")
	var got []string
	for _, e := range d.Top(2) {
		got = append(got, d.Entities[e].Name)
	}
	if want := []string{"Kofi Osei", "Ghana"}; !reflect.DeepEqual(got, want) {
		t.Errorf("top %q, want %q", got, want)
	}
	if n := len(d.Top(99)); n != 2 {
		t.Errorf("top of all: %d, want 2 without media", n)
	}
}

func TestApart(t *testing.T) {
	place := func(name, country string) Entity { return Entity{Kind: Place, Name: name, Country: country} }
	for _, c := range []struct {
		a, b Entity
		want bool
	}{
		{place("Lyon", "France"), place("Marseille", "France"), true},
		{place("Lyon", "France"), place("Turin", "Italy"), true},
		{place("Munich", "Germany"), place("Bavaria", "Germany"), false},
		{place("Lyon", "France"), place("Lyon", "France"), false},
		{place("Mordenvale", ""), place("Lyon", "France"), false},
	} {
		if got := Apart(c.a, c.b); got != c.want {
			t.Errorf("Apart(%s, %s) = %v", c.a.Name, c.b.Name, got)
		}
	}
}

func TestIn(t *testing.T) {
	sents, d := read("Ghana and Kenya met Chile.")
	for _, c := range []struct{ start, end, want int }{{0, 6, 3}, {0, 1, 1}, {1, 5, 2}, {1, 2, 0}, {6, 6, 0}} {
		if got := d.In(0, c.start, c.end); len(got) != c.want {
			t.Errorf("In(%d, %d): %d mentions, want %d", c.start, c.end, len(got), c.want)
		}
	}
	if len(sents) != 1 {
		t.Fatal("one sentence expected")
	}
}

// checkDirectory fails where mentions overlap, are out of order or lead
// nowhere.
func checkDirectory(t interface{ Fatalf(string, ...any) }, lengths []int, d *Directory) {
	if len(d.Mentions) != len(lengths) {
		t.Fatalf("%d lists for %d sentences", len(d.Mentions), len(lengths))
	}
	for i, ms := range d.Mentions {
		end := 0
		for _, m := range ms {
			if m.Start < end || m.End <= m.Start || m.End > lengths[i] || m.Full > m.Start || m.Full < 0 {
				t.Fatalf("sentence %d: mention %+v after token %d of %d", i, m, end, lengths[i])
			}
			if m.Entity < 0 || m.Entity >= len(d.Entities) || d.Entities[m.Entity].Name == "" {
				t.Fatalf("sentence %d: mention %+v of nothing", i, m)
			}
			end = m.End
		}
	}
	for i := range d.Entities {
		if a, _ := d.Actor(i); a < 0 || a >= len(d.Entities) {
			t.Fatalf("entity %d acts as %d", i, a)
		}
	}
}

// TestAnyWords: words of every sort in any order give sound mentions, and the
// same ones each time.
func TestAnyWords(t *testing.T) {
	words := []string{
		"Ann", "Lee", "Mr", "President", "former", "Kenya", "Kenyan", "'s", ",", "of", "the", "in", "Lyon", "University", "Bank", "van", "der",
		"and", "leader", "counterpart", "FC", "NATO", "BBC", "May", "3", "Monday", "War", "met", ".", "É", "U.S.", "\"",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words"), " ")
		sents, d := read(text)
		var lengths []int
		for _, s := range sents {
			lengths = append(lengths, len(s.Tokens))
		}
		checkDirectory(t, lengths, d)
		if _, again := read(text); fmt.Sprint(d.Entities, d.Mentions) != fmt.Sprint(again.Entities, again.Mentions) {
			t.Fatalf("two readings of %q differ", text)
		}
	})
}

// TestLongSentence: a sentence of names and nothing else is read in time that
// grows with its length.
func TestLongSentence(t *testing.T) {
	sents, d := read(strings.Repeat("President Lee of Kenya, Cold War, ", 20000))
	n := 0
	for i := range sents {
		n += len(d.Mentions[i])
	}
	if n < 20000 {
		t.Errorf("%d mentions", n)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("The prime minister of Fiji, Ann Lee, met Mr van der Bellen in Lyon, France.")
	f.Add("President President of of , , 's 's The The In In")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		sents, d := read(text)
		var lengths []int
		for _, s := range sents {
			lengths = append(lengths, len(s.Tokens))
		}
		checkDirectory(t, lengths, d)
		for _, e := range d.Entities {
			e.Short()
		}
	})
}
