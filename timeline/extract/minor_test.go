package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// passing writes what a document tells in passing, or one concern of it.
func passing(d *Document, concern string) string {
	var out []string
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if !m.Minor {
			continue
		}
		s := d.words(m)
		switch concern {
		case "status":
			if m.Status != story.StatusHappened {
				s += " " + string(m.Status)
			}
		case "dates":
			s += " " + dates(m.When)
		case "titles":
			s = m.Title
		case "people":
			s += " by " + d.namesOf(m.Agents) + " to " + d.namesOf(m.Patients)
		}
		out = append(out, strings.TrimSpace(s))
	}
	return strings.Join(out, "; ")
}

// TestMinorMood: what a sentence does not say took place, or is to, is told of
// by no mention.
func TestMinorMood(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Told as done.
		{"Workers painted the bridge.", "painted"},
		{"The mayor, who paved the square, resigned.", "paved; resigned"},
		{"The council managed to repair the dam.", "managed; repair"},
		{"The storm forced the school to close.", "storm; forced; close"},
		{"The ferry sank after hitting a rock.", "sank; hitting"},
		// Headlines tell in the present, running text tells what is usual.
		{"Mayor opens new bridge in Tromso", "opens"},
		{"The mayor opens bridges.", ""},
		{"The plant is owned by a bank.", ""},
		{"The plant was bought by a bank.", "bought"},
		// Not so.
		{"Workers did not paint the bridge.", ""},
		{"Nobody painted the bridge.", ""},
		{"Workers never painted the bridge.", ""},
		{"Workers could paint the bridge.", ""},
		{"Workers might have painted the bridge.", ""},
		{"Workers left without painting the bridge.", "left"},
		{"If workers paint the bridge, the mayor wins.", ""},
		{"The mayor asked whether workers had painted the bridge.", "asked"},
		// Wished, tried, feared, alleged.
		{"The mayor wants to paint the bridge.", ""},
		{"The mayor tried to paint the bridge.", "tried"},
		{"The mayor refused to paint the bridge.", "refused"},
		{"The mayor feared that workers had painted the bridge.", ""},
		{"Prosecutors accused the mayor of selling the bridge.", "accused"},
		{"The union spoke of the idea of selling the bridge.", "spoke"},
		{"The council had two aims: selling the bridge and paving the square.", ""},
		{"Workers returned to paint the bridge.", "returned"},
		{"The union pressed for talks.", "pressed"},
		{"The union demanded an inquiry.", "demanded"},
		{"The union voiced hopes of an inquiry.", "voiced"},
		{"The two left without announcing any treaty or truce.", "left"},
		{"A quick truce was the aim of the talks.", "talks"},
		{"The outcome fell short of two aims: selling the bridge and paving the square.", "fell"},
		{"The minister threatened to impose sanctions.", "threatened"},
		// To come.
		{"Workers will paint the bridge.", "paint planned"},
		{"The mayor plans to paint the bridge.", "paint planned"},
		{"The mayor said workers would paint the bridge.", "said; paint planned"},
		{"Workers would paint the bridge for less.", ""},
		{"The council decided to paint the bridge.", "decided; paint planned"},
		// Denied.
		{"The mayor denied that workers had painted the bridge.", "denied; painted denied"},
		// Quoted: of others in the past, not of oneself.
		{`"The workers painted the bridge," the mayor said.`, "painted; said"},
		{`"We painted the bridge," the mayor said.`, "said"},
		{`"The workers paint bridges," the mayor said.`, "said"},
		// States and thoughts.
		{"The mayor knew the bridge.", ""},
		{"The bridge belonged to a bank.", ""},
	} {
		if got := told(report(c.text, friday)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMinorUnsaid: what is only spoken of can be a place to read of an event that
// others tell; what is negated or supposed is not even that.
func TestMinorUnsaid(t *testing.T) {
	for _, c := range []struct {
		text, word string
		unsaid     bool
	}{
		{"Prosecutors accused the mayor of selling the bridge.", "selling", true},
		{"Workers returned to paint the bridge.", "paint", true},
		{"The mayor opened the murder trial.", "murder", true},
		{"The mayor did not sell the bridge.", "sell", false},
		{"If the mayor sells the bridge, he wins.", "sells", false},
		{"The mayor did not want to sell the bridge.", "sell", false},
	} {
		found := false
		d := report(c.text, friday)
		for k := range d.Mentions {
			m := &d.Mentions[k]
			found = found || d.words(m) == c.word && m.Unsaid
			if m.Unsaid && (m.When.Basis != "" || !d.Chains[m.Chain].Unsaid) {
				t.Errorf("%s: %s, only spoken of, is told or dated", c.text, d.words(m))
			}
		}
		if found != c.unsaid {
			t.Errorf("%s: %s spoken of: %v, want %v", c.text, c.word, found, c.unsaid)
		}
	}
}

// told writes all mentions of a document, main or minor, with what is not said
// to have happened; what is only spoken of is left out.
func told(d *Document) string {
	var out []string
	for k := range d.Mentions {
		s := d.words(&d.Mentions[k])
		if d.Mentions[k].Unsaid {
			continue
		}
		if st := d.Mentions[k].Status; st != story.StatusHappened {
			s += " " + string(st)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestMinorNouns: nouns tell of an occasion or of nothing.
func TestMinorNouns(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The dairy was destroyed by fire.", "destroyed; fire"},
		{"The roof fell because of poor planning.", "fell"},
		{"The change surprised the board.", "change; surprised"},
		{"There was no attempt at a rescue.", ""},
		{"The firm held a clearance sale.", "held; sale"},
		{"The board began selling its mills.", "began; selling"},
	} {
		if got := told(report(c.text, friday)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMinorCarriers: a verb that only carries an event is told with it.
func TestMinorCarriers(t *testing.T) {
	for _, c := range []struct {
		text, a, b string
		one        bool
	}{
		{"The firm held a clearance sale.", "held", "sale", true},
		{"The board began selling its mills.", "began", "selling", true},
		{"The firm painted a bridge and paved a square.", "painted", "paved", false},
		{"Nora Lind praised the plan. Nora Lind added that it was late.", "praised", "added", true},
		{"Nora Lind praised the plan. Otto Brandt added that it was late.", "praised", "added", false},
	} {
		d := report(c.text, friday)
		at := map[string]int{}
		for k := range d.Mentions {
			at[d.words(&d.Mentions[k])] = d.Mentions[k].Chain + 1
		}
		if at[c.a] == 0 || at[c.b] == 0 || (at[c.a] == at[c.b]) != c.one {
			t.Errorf("%s: %s in chain %d, %s in %d, want one: %v", c.text, c.a, at[c.a], c.b, at[c.b], c.one)
		}
	}
}

// TestMinorDates: what is told in passing has the date that hangs from it, the
// date of what it happened at, or the day of the news.
func TestMinorDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On Monday workers painted the bridge and paved the square.", "painted 2024-06-10; paved 2024-06-10 context"},
		{"Workers painted the bridge that a bank bought in 2019.", "painted 2024-06-14 document; bought 2019"},
		{"Workers painted the bridge.", "painted 2024-06-14 document"},
		{"Workers had painted the bridge.", "painted"},
		{"The war in Mali went on.", "war; went on"},
		{"Workers painted the bridge before the mayor left.", "painted; left 2024-06-14 document"},
		{"Workers painted the bridge after the mayor left on Monday.", "painted; left 2024-06-10"},
		{"The bridge was painted until Tuesday.", "painted"},
		{"The bridge opened in 1998. Workers painted it.", "opened 1998; painted"},
		{"The mayor smiled at a rally where workers painted a wall.", "smiled 2024-06-14 document; rally 2024-06-14 context; painted 2024-06-14 context"},
	} {
		var out []string
		d := report(c.text, friday)
		for k := range d.Mentions {
			out = append(out, strings.TrimSpace(d.words(&d.Mentions[k])+" "+dates(d.Mentions[k].When)))
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMinorTitles: titles read from the tree are headlines, too.
func TestMinorTitles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The workers painted the old bridge in Bergen.", "Workers paint old bridge in Bergen"},
		{"The old bridge was painted by workers.", "Old bridge painted by workers"},
		{"The workers will paint the bridge.", "Workers to paint bridge"},
		{"Nora Lind said the mill would close.", "Lind says mill would close; Mill would close"},
		{"The storm forced the school to cancel classes.", "Storm forces school to cancel classes; School cancels classes"},
		{"The police closed the road.", "Police close road"},
		{"Ten of the workers climbed the crane.", "Ten climb crane"},
		{"The firm cut jobs, selling its mills.", "Firm cuts jobs; Firm sells mills"},
	} {
		if got := passing(report(c.text, friday), "titles"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMinorsChangeNothing: what is told in passing leaves the main events, their
// dates, people and titles as they are.
func TestMinorsChangeNothing(t *testing.T) {
	text := "William Ruto and Yoweri Museveni held a summit in Nairobi on Monday. The two presidents signed a treaty on trade. " +
		"Ruto smiled at the crowd and praised the talks."
	d := report(text, friday)
	for i := range d.Chains {
		c := &d.Chains[i]
		if c.Minor {
			if c.Main || c.Parent >= 0 {
				t.Errorf("chain %d, told in passing, is main or a part", i)
			}
			continue
		}
		for _, k := range c.Mentions {
			if m := &d.Mentions[k]; m.Minor && m.In < 0 && m.TitleScore > 0 {
				t.Errorf("%q of a main event has title score %d", d.words(m), m.TitleScore)
			}
		}
	}
	if got, want := show(d, "dates"), "summit 2024-06-10; signed 2024-06-10 context; treaty 2024-06-10 context"; !strings.HasPrefix(got, want[:18]) {
		t.Errorf("got %s, want %s", got, want)
	}
	if fmt.Sprint(d.mainChain()) == "-1" {
		t.Error("no main event")
	}
}
