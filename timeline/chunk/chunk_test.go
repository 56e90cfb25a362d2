package chunk

import (
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/nlp"
	"pgregory.net/rapid"
)

// TestSplit: the kinds and extents of chunks. A star marks a head that is not
// the last word.
func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Chile's former president opened the new bridge.", "NP(Chile 's former president) VG(opened) NP(the new bridge) O(.)"},
		{"The planned march through Leeds was cancelled.", "NP(The planned march) P(through) NP(Leeds) VG(was cancelled) O(.)"},
		{"Nearly three hundred people fled the town.", "NP(Nearly three hundred people) VG(fled) NP(the town) O(.)"},
		{"The minister herself wrote the letter.", "NP(The minister) O(herself) VG(wrote) NP(the letter) O(.)"},
		{"A widely expected vote took place.", "NP(A widely expected vote) VG(took) NP(place) O(.)"},
		{"The much delayed report named three firms.", "NP(The much delayed report) VG(named) NP(three firms) O(.)"},
		{"The aid, including ten trucks, had not yet arrived.", "NP(The aid) ,(,) P(including) NP(ten trucks) ,(,) VG(had not yet arrived) O(.)"},
		{"He spoke: both ministers resigned; she smiled (briefly).", "NP(He) VG(spoke) ,(:) NP(both ministers) VG(resigned) ,(;) NP(she) VG(smiled) ,(() O(briefly) ,()) O(.)"},
		{"Both presidents signed the accord.", "NP(Both presidents) VG(signed) NP(the accord) O(.)"},
		{"It is raining.", "NP(It) VG(is raining) O(.)"},
		{"The guards delivered prepared statements.", "NP(The guards) VG(delivered) NP(prepared statements) O(.)"},
		{"The volcano erupted, killing villagers.", "NP(The volcano) VG(erupted) ,(,) VG(killing) NP(villagers) O(.)"},
		{"The strike was called off.", "NP(The strike) VG(was called* off) O(.)"},
		{"The 2011 uprising ended.", "NP(The 2011 uprising) VG(ended) O(.)"},
		{"She praised the bridge-building firm.", "NP(She) VG(praised) NP(the bridge-building firm) O(.)"},
	} {
		toks := tokens(t, c.text)
		if got := showChunks(toks, Split(toks, nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestBorders: a noun phrase ends where something new is known to begin.
func TestBorders(t *testing.T) {
	toks := tokens(t, "On 3 May Ann Lee resigned.")
	for _, c := range []struct {
		borders map[int]bool
		want    string
	}{
		{nil, "P(On) NP(3 May Ann Lee) VG(resigned) O(.)"},
		{map[int]bool{3: true}, "P(On) NP(3 May) NP(Ann Lee) VG(resigned) O(.)"},
		{map[int]bool{0: true, 3: true, 5: true, 6: true}, "P(On) NP(3 May) NP(Ann Lee) VG(resigned) O(.)"},
	} {
		if got := showChunks(toks, Split(toks, c.borders)); got != c.want {
			t.Errorf("borders %v\n got %s\nwant %s", c.borders, got, c.want)
		}
	}
}

// TestClauses: verb | S subject | O object | phrases | flags.
func TestClauses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		// subjects
		{"The old harbour master retired.", []string{
			"retired | S The old harbour master",
		}},
		{"Ann Lee and Tom Ward met in Oslo on Monday.", []string{
			"met | S Ann Lee + Tom Ward | in Oslo | on Monday",
		}},
		{"On Monday, the bank, the union and the city signed the deal.", []string{
			"signed | S the bank + the union + the city | O the deal",
		}},
		{"The prime minister, John Baker, resigned on Sunday.", []string{
			"resigned | S John Baker | on Sunday",
		}},
		{"Rescuers from Turkey and Greece searched the rubble.", []string{
			"searched | S Rescuers | O the rubble",
		}},
		{"Talks in Geneva between Peru and Chile ended without a deal.", []string{
			"ended | S Talks | without a deal",
		}},
		{"The club sold its striker and bought two defenders.", []string{
			"sold | S The club | O its striker",
			"bought | S The club | O two defenders",
		}},
		{"The mayor opened the school, and the bishop blessed it.", []string{
			"opened | S The mayor | O the school",
			"blessed | S the bishop | O it",
		}},
		{"A widely expected vote took place.", []string{
			"took | S A widely expected vote | O place",
		}},
		// subjects that only the tree knows
		{"Reporters learned that Ann Lee, 49, had left the firm.", []string{
			"learned | S Reporters | that Ann Lee",
			"had left | S Ann Lee | O the firm",
		}},
		{"\"We left,\" said Jones.", []string{
			"left | S We | quoted",
			"said | S Jones | O Jones",
		}},
		{"The firm denied it had sold the mine.", []string{
			"denied | S The firm",
			"had sold | S it | O the mine",
		}},
		// objects and phrases
		{"Acme bought Beta for $3 billion in 2019.", []string{
			"bought | S Acme | O Beta | for $ 3 billion | in 2019",
		}},
		{"The storm sank a ferry, two boats, and a barge near Malta.", []string{
			"sank | S The storm | O a ferry + two boats + a barge | near Malta",
		}},
		{"Floods hit Poland, Hungary and Austria.", []string{
			"hit | S Floods | O Poland + Hungary + Austria",
		}},
		{"The shop sells tea in Leeds, York, and Hull.", []string{
			"sells | S The shop | O tea | in Leeds | in York | in Hull",
		}},
		{"The museum moved to Basel, the canton's largest town and a port.", []string{
			"moved | S The museum | to Basel",
		}},
		{"On Friday the team flew to Lima, Peru, for the final.", []string{
			"flew | S the team | to Lima",
		}},
		// passive
		{"The king was crowned in 1953.", []string{
			"was crowned | S The king | in 1953 | passive",
		}},
		{"The city was hit by a storm.", []string{
			"was hit | S The city | by a storm | passive",
		}},
		{"The two sides were both blamed by the judge.", []string{
			"were both blamed | S The two sides | by the judge | passive",
		}},
		{"The strike has been called off.", []string{
			"has been called off | S The strike | passive",
		}},
		// negation and modals
		{"The council had not yet been told about the leak.", []string{
			"had not yet been told | S The council | about the leak | passive not",
		}},
		{"No ships left the port.", []string{
			"left | S No ships | O the port | not",
		}},
		{"The singer never married.", []string{
			"never married | S The singer | not",
		}},
		{"The airline did not refund the tickets.", []string{
			"did not refund | S The airline | O the tickets | not",
		}},
		{"The firm will sell its shares to a rival.", []string{
			"will sell | S The firm | O its shares | to a rival | modal=will",
		}},
		{"The court could overturn the ruling.", []string{
			"could overturn | S The court | O the ruling | modal=could",
		}},
		// subordinate clauses
		{"After talks collapsed, the union called a strike.", []string{
			"collapsed | S talks | marker=after",
			"called | S the union | O a strike",
		}},
		{"She resigned because the board rejected the plan.", []string{
			"resigned | S She",
			"rejected | S the board | O the plan | marker=because",
		}},
		{"The port reopened after workers ended their strike.", []string{
			"reopened | S The port",
			"ended | S workers | O their strike | marker=after",
		}},
		{"The mayor said that the tunnel would open in May.", []string{
			"said | S The mayor",
			"would open | S the tunnel | in May | modal=would marker=that",
		}},
		{"The company said it would cut 300 jobs in Turin.", []string{
			"said | S The company",
			"would cut | S it | O 300 jobs | in Turin | modal=would",
		}},
		{"The coach said Smith scored twice.", []string{
			"said | S The coach",
			"scored | S Smith",
		}},
		{"He denied that the army had crossed the border.", []string{
			"denied | S He",
			"had crossed | S the army | O the border | marker=that",
		}},
		{"The factory has been closed since 2008.", []string{
			"has been closed | S The factory | since 2008 | passive",
		}},
		// relative clauses
		{"The bank, which owns the mill, closed two branches in Leeds.", []string{
			"owns | S The bank | O the mill | marker=which",
			"closed | S The bank | O two branches | in Leeds",
		}},
		{"The law that bans fireworks expires in March.", []string{
			"bans | S The law | O fireworks | marker=that",
			"expires | S The law | in March",
		}},
		{"The bridge that Rome built collapsed.", []string{
			"built | S Rome | O The bridge | marker=that",
			"collapsed | S The bridge",
		}},
		{"The island, which Denmark sold in 1917, was hit by a storm.", []string{
			"sold | S Denmark | O The island | in 1917 | marker=which",
			"was hit | S The island | by a storm | passive",
		}},
		{"The pilot, who survived, was arrested.", []string{
			"survived | S The pilot | marker=who",
			"was arrested | S The pilot | passive",
		}},
		{"The siege of Candia that ended in 1669 ruined the town.", []string{
			"ended | S The siege | in 1669 | marker=that",
			"ruined | S The siege | O the town",
		}},
		// reduced relatives
		{"The treaty signed in Lisbon ended the dispute.", []string{
			"signed | S The treaty | in Lisbon | part passive",
			"ended | S The treaty | O the dispute",
		}},
		{"The treaty, signed in Lisbon in 1951, ended the dispute.", []string{
			"signed | S The treaty | in Lisbon | in 1951 | part passive marker=,",
			"ended | S The treaty | O the dispute",
		}},
		{"Rebels seized a ship owned by the bank.", []string{
			"seized | S Rebels | O a ship",
			"owned | S a ship | by the bank | part passive",
		}},
		{"The panel chaired by Lee concluded its work.", []string{
			"chaired | S The panel | by Lee | part passive",
			"concluded | S The panel | O its work",
		}},
		{"The lease, set to expire in May, was renewed.", []string{
			"set | S The lease | part passive marker=,",
			"to expire | S The lease | in May | inf",
			"was renewed | S The lease | passive",
		}},
		// other forms
		{"The lease is set to expire in June.", []string{
			"is set | S The lease | passive",
			"to expire | S The lease | in June | inf",
		}},
		{"The canal closed because Israel and its neighbours fought a war.", []string{
			"closed | S The canal",
			"fought | S Israel + its neighbours | O a war | marker=because",
		}},
		{"A powerful earthquake of magnitude 6.1 struck southern Peru and northern Chile.", []string{
			"struck | S A powerful earthquake | O southern Peru + northern Chile",
		}},
		{"The general ordered the crew to leave the ship.", []string{
			"ordered | S The general | O the crew",
			"to leave | S the crew | O the ship | inf",
		}},
		{"The deal to merge the two banks was signed in Zurich.", []string{
			"to merge | O the two banks | inf",
			"was signed | S The deal | in Zurich | passive",
		}},
		{"Troops crossing the river met no resistance.", []string{
			"crossing | S Troops | O the river | ger",
			"met | S Troops | O no resistance",
		}},
		{"The volcano erupted at dawn, killing ten people and burying a village.", []string{
			"erupted | S The volcano | at dawn",
			"killing | S The volcano | O ten people | ger marker=,",
			"burying | S The volcano | O a village | ger",
		}},
		{"Following the vote, the mayor left Cardiff.", []string{
			"left | S the mayor | O Cardiff",
		}},
		// quotes
		{"\"We won the race,\" the captain said.", []string{
			"won | S We | O the race | quoted",
			"said | S the captain",
		}},
		{"We won,\" the captain said.", []string{
			"won | S We | quoted",
			"said | S the captain",
		}},
		{"The \"iron lady\" of Fiji resigned.", []string{
			"resigned | S The \" iron lady",
		}},
		{"The captain told reporters: “We won the race.”", []string{
			"told | S The captain | O reporters",
			"won | S We | O the race | quoted",
		}},
		{"The minister called the deal \"a fine piece of work\" on Tuesday.", []string{
			"called | S The minister | O the deal | of work | on Tuesday",
		}},
	} {
		p := Read(tokens(t, c.text), nil, false)
		var got []string
		for i := range p.Clauses {
			got = append(got, showClause(p, i))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// TestParents: an infinitive or participle knows the clause that governs it.
func TestParents(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"The lease is set to expire in June.", []int{-1, 0}},
		{"The general ordered the crew to leave the ship.", []int{-1, 0}},
		{"The mayor resigned and left.", []int{-1, -1}},
		{"To save the bank, the state bought its debt.", []int{1, -1}},
	} {
		p := Read(tokens(t, c.text), nil, false)
		var got []int
		for _, cl := range p.Clauses {
			got = append(got, cl.Parent)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: parents %v, want %v", c.text, got, c.want)
		}
	}
}

// TestGovernor: what preposition a noun phrase hangs from, across "and".
func TestGovernor(t *testing.T) {
	p := Read(tokens(t, "The train stopped near Bergen and Voss."), nil, false)
	want := map[string]string{"The train": "", "Bergen": "near", "Voss": "near"}
	for k, c := range p.Chunks {
		if c.Kind != NP {
			continue
		}
		gov, at := p.Governor(k)
		if w := want[p.words(k)]; gov != w || (at >= 0) != (w != "") {
			t.Errorf("governor of %q: %q at %d, want %q", p.words(k), gov, at, w)
		}
	}
}

// checkParse reports what is wrong with a parse as such: chunks that do not
// tile the sentence, indices that lead nowhere.
func checkParse(t interface{ Fatalf(string, ...any) }, p *Parse) {
	at := 0
	for i, c := range p.Chunks {
		if c.Start != at || c.End <= c.Start || c.Head < c.Start || c.Head >= c.End {
			t.Fatalf("chunk %d is %+v after token %d", i, c, at)
		}
		for k := c.Start; k < c.End; k++ {
			if p.ChunkAt(k) != i {
				t.Fatalf("token %d is in chunk %d, not %d", k, p.ChunkAt(k), i)
			}
		}
		at = c.End
	}
	if at != len(p.Tokens) {
		t.Fatalf("chunks end at %d of %d", at, len(p.Tokens))
	}
	verbs := 0
	for _, c := range p.Chunks {
		if c.Kind == VG {
			verbs++
		}
	}
	if verbs != len(p.Clauses) {
		t.Fatalf("%d verb groups, %d clauses", verbs, len(p.Clauses))
	}
	isNP := func(k int) bool { return k >= 0 && k < len(p.Chunks) && p.Chunks[k].Kind == NP }
	for i, cl := range p.Clauses {
		if p.Chunks[cl.Verb].Kind != VG || cl.Start < 0 || cl.Start > cl.Verb || cl.End <= cl.Verb || cl.End > len(p.Chunks) {
			t.Fatalf("clause %d spans %d to %d around %d", i, cl.Start, cl.End, cl.Verb)
		}
		if cl.Parent < -1 || cl.Parent >= len(p.Clauses) || cl.Parent == i {
			t.Fatalf("clause %d has parent %d", i, cl.Parent)
		}
		for _, np := range append(slices.Clone(cl.Subject), cl.Object...) {
			if !isNP(np) {
				t.Fatalf("clause %d: chunk %d is no noun phrase", i, np)
			}
		}
		for _, ph := range cl.Phrases {
			if !isNP(ph.NP) || p.Chunks[ph.At].Kind != Prep {
				t.Fatalf("clause %d: phrase %+v", i, ph)
			}
		}
	}
}

// TestAnyTags: any sequence of tags and any borders give a parse that holds
// every token once.
func TestAnyTags(t *testing.T) {
	tags := []string{
		"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "TO", "IN", "DT", "PDT", "PRP", "PRP$",
		"JJ", "JJR", "JJS", "RB", "RBR", "RP", "CC", "CD", "POS", "WDT", "WP", "WRB", "EX", "FW", "$", "HYPH", ",", ":", ".", "\"", "''", "\u0060\u0060", "-LRB-", "-RRB-", "UH", "SYM",
	}
	words := []string{"the", "after", "that", "both", "be", "have", "to", "not", "by", "herself", "\"", "“", "”", ",", "and", "including", "x"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		toks := make([]nlp.Token, n)
		borders := map[int]bool{}
		for i := range toks {
			w := rapid.SampledFrom(words).Draw(t, "word")
			toks[i] = nlp.Token{Start: 2 * i, End: 2*i + 1, Text: w, Lower: w, Lemma: w, Tag: rapid.SampledFrom(tags).Draw(t, "tag")}
			if rapid.IntRange(0, 9).Draw(t, "border") == 0 {
				borders[i] = true
			}
		}
		p := Read(toks, borders, rapid.Bool().Draw(t, "quoted"))
		checkParse(t, p)
		for i, c := range p.Chunks {
			for k := c.Start + 1; k < c.End; k++ {
				if borders[k] {
					t.Fatalf("chunk %d goes on across the border at %d", i, k)
				}
			}
		}
	})
}

// FuzzRead: any text, analysed as English, gives sound parses.
func FuzzRead(f *testing.F) {
	f.Add("After talks in Geneva collapsed, the union, which owns a mill, \"struck\" and won.")
	f.Add("to to be be and and , , that that \" \" ( ( ' s")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		for _, s := range analyse(text) {
			checkParse(t, Read(s.Tokens, nil, false))
		}
	})
}
