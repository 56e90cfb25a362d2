package tagging

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/english/tagger"
)

// The treebanks are small, and words of the news are missing from them. The
// lists below tell the dictionary which tags such words take; a list counts
// only for words that the treebanks show fewer than three times.

// verbs are verbs and nothing else.
const verbs = `abandon abduct abolish accuse acquire acquit adjourn adopt allege annex announce
annul appease arraign assassinate avert ban besiege berate bolster boycott breach broker cancel capsize
capture cede censure charter coerce collapse collide commence concede conclude condemn confirm
confiscate convene convict curb curtail declassify defect defuse demolish denounce depart deploy
deport depose derail detain deter detonate devastate disband disclose dismantle dismiss dispatch
disrupt dissolve divest downgrade echo enact endorse erupt escalate evacuate evict exonerate expel
expire explode extend extradite falsify flee formalise formalize free foil freeze halt hail
impeach impose incite indict inaugurate inflict infringe injure instigate intensify intercept
intervene invade jail kidnap launch liberate mediate merge mobilise mobilize nationalise
nationalize negotiate nominate notify nullify oust outlaw overrule oversee overthrow overturn
pardon persecute postpone privatise privatize proclaim prohibit prosecute provoke quash quell
ratify reaffirm rebuff recall reconvene reelect refute reinstate reject relent relinquish relocate renounce
repatriate repeal repel replace reprimand rescind resign resume retaliate retract reunify reveal
revoke rule scrap seize sever sign smuggle sue summon supersede surrender suspend
thwart topple torpedo trigger underscore unveil uphold urge vacate vandalise vandalize veto
vow withdraw withhold withstand`

// nouns are nouns and nothing else.
const nouns = `accord airstrike allegation ally ambassador amendment amnesty armistice arrest
asylum avalanche ballot bailout bankruptcy battalion blackout blockade bombardment bombing budget
ceasefire chancellor cholera coalition commissioner communique congress constitution consulate
convict convoy corruption coup court cyclone debate decree defendant delegate delegation
deportation diplomat drought earthquake election embargo embassy emission envoy epidemic
eruption evacuation exodus famine ferry flood genocide governor grenade gunman hostage
hurricane impeachment inauguration incursion indictment inflation inmate insurgent invasion
investor jury landslide lawmaker lawsuit legislation legislature mandate massacre mayor merger
militant militia minister miner missile mosque negotiation negotiator offensive outage outbreak
pact pandemic parliament peacekeeper perpetrator plaintiff prosecutor province quake rebel
referendum refugee regime regulator reservoir resignation retaliation rival riot rocket ruling
sanction satellite scandal senate senator settlement shareholder shipment shutdown siege
smuggler spokesman spokesperson spokeswoman startup strike subsidiary subsidy suicide summit
superpower suspect tariff terrorist treason treaty tribunal trooper truce tsunami turnout
typhoon verdict veto volcano warhead warrant withdrawal wildfire`

// both are nouns as well as verbs.
const both = `aid arrest attack ban bid blast block bomb boost campaign cap challenge claim clash crash cut
damage deal debate demand drill drop export fine fire flood gain grant hike hit import
influence kill lead leak lift march murder offer order pay permit plan pledge plot plunge poll
probe project promise protest push raid rally rebuke release rescue rise rocket ruin sack sale
sanction search shock shoot shut slash spark split strike surge swap talk target threat tour
trade veto visit vote walkout warn win wound`

// prepositions are prepositions and nothing else.
const prepositions = `amid amidst atop versus via upon throughout alongside`

// general adds entries for words of the lists that the treebanks hardly show.
func general(entries []tagger.Entry, index map[string]int) []tagger.Entry {
	at := map[uint32]int{}
	for i, e := range entries {
		at[e.Hash] = i
	}
	add := func(list string, tags ...string) {
		var set uint64
		for _, t := range tags {
			set |= 1 << index[t]
		}
		for w := range strings.FieldsSeq(list) {
			h := tagger.Hash(w)
			i, ok := at[h]
			if !ok {
				i = len(entries)
				at[h] = i
				entries = append(entries, tagger.Entry{Hash: h, Habit: tagger.HabitSmall})
			}
			if entries[i].Tags == 0 {
				entries[i].Tags = set
			}
		}
	}
	strong := lemma.Strong()
	for i := 0; i+2 < len(strong); i += 3 {
		past, _, _ := strings.Cut(strong[i+1], "/")
		participle, _, _ := strings.Cut(strong[i+2], "/")
		if past == participle {
			add(past, "VBD", "VBN")
			continue
		}
		add(past, "VBD")
		add(participle, "VBN")
	}
	add(both, "NN", "VB", "VBP")
	add(verbs, "VB", "VBP")
	add(nouns, "NN")
	add(prepositions, "IN")
	slices.SortFunc(entries, byHash)
	return entries
}
