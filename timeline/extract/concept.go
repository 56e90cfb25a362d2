package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
)

// concepts groups words that reports use for one and the same event. Words
// of a kind that are not in one group ("war", "siege") name different events.
var concepts = [][]string{
	{"meeting", "summit", "talks", "talk", "discussion", "negotiation", "negotiations", "encounter", "session", "get-together", "meet", "receive", "confer", "negotiate"},
	{"purchase", "sale", "acquisition", "buyout", "takeover", "cession"},
	{"war", "conflict", "fighting", "hostilities"},
	{"deal", "agreement", "accord", "pact", "treaty"},
	{"election", "vote", "poll", "ballot"},
	{"earthquake", "quake", "tremor"},
	{"explosion", "blast", "detonation"},
	{"grounding", "stranding", "run aground"},
	{"refloating", "freeing", "refloat"},
	{"arrest", "detention"},
	{"ceasefire", "truce", "armistice"},
	{"press conference", "news conference", "press briefing", "news briefing"},
	{"protest", "demonstration", "rally", "march"},
	{"shooting", "gunfire"},
	{"crash", "collision"},
	{"launch", "release", "debut", "unveiling"},
	{"resignation", "stepping down"},
	{"lawsuit", "suit"},
}

var conceptOf = func() map[string]string {
	m := map[string]string{}
	for _, g := range concepts {
		for _, w := range g {
			m[w] = g[0]
		}
	}
	return m
}()

// concept returns the name under which a trigger is compared with others: its
// group's, or of a verb the noun for the same event, without modifiers.
func concept(lemma string, verb bool) string {
	if c, ok := conceptOf[lemma]; ok {
		return c
	}
	if verb {
		if info, ok := lexicon.EventVerb(lemma); ok && info.Nominal != "" && (info.Class == lexicon.VerbAct || info.Flag == lexicon.News) {
			lemma = info.Nominal
		}
	}
	for {
		if c, ok := conceptOf[lemma]; ok {
			return c
		}
		// "bilateral meeting" is a meeting, "joint press conference" a press
		// conference.
		i := strings.IndexByte(lemma, ' ')
		if i < 0 {
			return lemma
		}
		if _, ok := lexicon.EventNoun(lemma[i+1:]); !ok {
			return lemma
		}
		lemma = lemma[i+1:]
	}
}
