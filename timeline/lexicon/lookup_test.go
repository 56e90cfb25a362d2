package lexicon

import (
	"strings"
	"testing"
)

func TestCountry(t *testing.T) {
	for name, want := range map[string]string{
		"U.S.": "United States", "US": "United States", "America": "United States", "Britain": "United Kingdom",
		"PORTUGAL": "Portugal", "Türkiye": "Turkey", "Cote d'Ivoire": "Ivory Coast", "Côte d’Ivoire": "Ivory Coast",
		"DR Congo": "Democratic Republic of the Congo", "Holland": "Netherlands", "USSR": "Soviet Union",
		"Lisbon": "", "us": "", "": "", "New": "",
	} {
		if got, ok := Country(name); got.Name != want || ok != (want != "") {
			t.Errorf("Country(%q) = %q, %v, want %q", name, got.Name, ok, want)
		}
	}
}

func TestDemonym(t *testing.T) {
	for _, c := range []struct {
		word, of          string
		adjective, people bool
	}{
		{"Danish", "Denmark", true, false}, {"Danes", "Denmark", false, true}, {"Peruvian", "Peru", true, true},
		{"South Korean", "South Korea", true, true}, {"Alaskan", "Alaska", true, true}, {"Texans", "Texas", false, true},
		{"European", "Europe", true, true}, {"US", "United States", true, false}, {"SWEDISH", "Sweden", true, false},
		{"Nigerien", "Niger", true, true}, {"Nigerian", "Nigeria", true, true},
	} {
		got, ok := Demonym(c.word)
		if !ok || got.Of != c.of || got.Adjective != c.adjective || got.People != c.people {
			t.Errorf("Demonym(%q) = %+v, %v", c.word, got, ok)
		}
	}
	if _, ok := Demonym("table"); ok {
		t.Error("a table is nobody's adjective")
	}
	if n, d := MatchDemonym([]string{"New", "Zealander", "sailors"}); n != 2 || d.Of != "New Zealand" {
		t.Errorf("MatchDemonym = %d, %+v", n, d)
	}
}

func TestMetonym(t *testing.T) {
	if m, ok := Metonym("Kremlin"); !ok || m.For != "Russia" || m.Organisation {
		t.Errorf("Kremlin: %+v, %v", m, ok)
	}
	if n, m := MatchMetonym([]string{"Downing", "Street", "said"}); n != 2 || m.For != "United Kingdom" {
		t.Errorf("Downing Street: %d, %+v", n, m)
	}
	if m, ok := Metonym("Brussels"); !ok || m.For != "European Union" || !m.Organisation {
		t.Errorf("Brussels: %+v, %v", m, ok)
	}
}

func TestMatchPlace(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		name string
		kind PlaceKind
	}{
		{"New York City police", 3, "New York City", KindCity},
		{"New York police", 2, "New York", KindState},
		{"New ideas", 0, "", ""},
		{"Washington , D.C. , in May", 3, "Washington, D.C.", KindCity},
		{"St. John 's harbour", 3, "St. John's", KindCity},
		{"Kiev", 1, "Kyiv", KindCity},
		{"GENEVA ( agency )", 1, "Geneva", KindCity},
		{"Sao Paulo", 2, "São Paulo", KindCity},
		{"Suez Canal traffic", 2, "Suez Canal", KindSite},
		{"Suez", 1, "Suez", KindCity},
		{"U.S. exports", 1, "United States", KindCountry},
		{"Georgia", 1, "Georgia", KindCountry},
		{"Gulf of Finland", 3, "Gulf of Finland", KindSea},
		{"reading", 0, "", ""},
	} {
		n, p := MatchPlace(strings.Fields(c.text))
		if n != c.n || p.Name != c.name || p.Kind != c.kind {
			t.Errorf("MatchPlace(%q) = %d, %q, %q, want %d, %q, %q", c.text, n, p.Name, p.Kind, c.n, c.name, c.kind)
		}
	}
	if n, _ := MatchPlace(nil); n != 0 {
		t.Error("nothing matched something")
	}
	if got := Places("Georgia"); len(got) != 2 || got[0].Kind != KindCountry || got[1].Country != "United States" {
		t.Errorf("Places(Georgia) = %+v", got)
	}
}

func TestMatchOrg(t *testing.T) {
	for _, c := range []struct {
		text  string
		n     int
		name  string
		media bool
	}{
		{"International Criminal Court judges", 3, "International Criminal Court", false},
		{"The New York Times wrote", 4, "The New York Times", true},
		{"Reuters", 1, "Reuters", true},
		{"WHO", 1, "World Health Organization", false},
		{"who", 0, "", false},
		{"Lloyd 's of London", 4, "Lloyd's of London", false},
	} {
		n, o := MatchOrg(strings.Fields(c.text))
		if n != c.n || o.Name != c.name || o.Media() != c.media {
			t.Errorf("MatchOrg(%q) = %d, %q, %v", c.text, n, o.Name, o.Media())
		}
	}
}

func TestMatchTitle(t *testing.T) {
	for _, c := range []struct {
		text, name string
		n          int
		kind       TitleKind
		modifiers  string
		plural     bool
	}{
		{"President Okoye", "president", 1, Office, "", false},
		{"Prime Minister Lund", "prime minister", 2, Office, "", false},
		{"former deputy foreign minister Ana Sá", "foreign minister", 4, Office, "former deputy", false},
		{"Secretary of State Vale", "secretary of state", 3, Office, "", false},
		{"special envoy Nilsen", "special envoy", 2, Role, "", false},
		{"ex-president Roe", "president", 1, Office, "ex", false},
		{"Presidents Roe and Lund", "president", 1, Office, "", true},
		{"foreign ministers", "foreign minister", 2, Office, "", true},
		{"spokesmen", "spokesman", 1, Role, "", true},
		{"Gen. Silva", "gen.", 1, Office, "", false},
		{"Mr Silva", "mr", 1, Honorific, "", false},
		{"vice-president", "vice-president", 1, Office, "", false},
		{"top of the hill", "", 0, "", "", false},
		{"former factory", "", 0, "", "", false},
		{"house", "", 0, "", "", false},
	} {
		n, info := MatchTitle(strings.Fields(c.text))
		if n != c.n || info.Name != c.name || info.Kind != c.kind || info.Plural != c.plural ||
			strings.Join(info.Modifiers, " ") != c.modifiers {
			t.Errorf("MatchTitle(%q) = %d, %+v", c.text, n, info)
		}
	}
	if _, info := MatchTitle([]string{"ex-mayor"}); !info.Former() {
		t.Error("an ex-mayor still holds office")
	}
	if n, _ := MatchTitle(strings.Fields(strings.Repeat("former ", 1000))); n != 0 {
		t.Error("modifiers alone are a title")
	}
}

func TestGivenNames(t *testing.T) {
	for name, want := range map[string]Sex{
		"Greta": Female, "Recep": Male, "Jinping": Male, "Zoë": Female, "Zoe": Female, "Jordan": AnySex,
		"Kitchen": NoSex, "greta": NoSex, "": NoSex,
	} {
		if got := GivenNameSex(name); got != want || IsGivenName(name) != (want != NoSex) {
			t.Errorf("GivenNameSex(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestEventNouns(t *testing.T) {
	for _, c := range []struct {
		text        string
		n           int
		kind        Kind
		strong, sub bool
	}{
		{"summit", 1, Meeting, true, false}, {"election", 1, Election, true, false}, {"invasion", 1, War, true, false},
		{"deal", 1, Deal, false, false}, {"fire", 1, Disaster, false, false}, {"strike", 1, War, false, false},
		{"release", 1, Launch, false, false}, {"working lunch", 2, Meeting, true, true},
		{"press conference room", 2, Speech, true, true}, {"opening ceremony", 2, Ceremony, true, true},
		{"opening", 1, Launch, false, false}, {"handshake", 1, Ceremony, false, true},
		{"peace talks", 2, Meeting, true, false}, {"talks", 1, Meeting, false, false},
		{"earthquake", 1, Disaster, true, false}, {"verdict", 1, Legal, true, false}, {"purchase", 1, Deal, true, false},
		{"table", 0, NoKind, false, false},
	} {
		n, info := MatchEventNoun(strings.Fields(c.text))
		if n != c.n || info.Kind != c.kind || info.Strong != c.strong || info.Sub != c.sub {
			t.Errorf("MatchEventNoun(%q) = %d, %+v", c.text, n, info)
		}
	}
}

func TestVerbAndNounOfOneEventCompare(t *testing.T) {
	for verb, noun := range map[string]string{
		"buy": "purchase", "invade": "invasion", "meet": "meeting", "elect": "election", "resign": "resignation",
		"arrest": "arrest", "sink": "sinking", "ground": "grounding", "cede": "cession", "annex": "annexation", "close": "closure", "depart": "departure", "sign": "signing", "land": "landing",
		"launch": "launch", "die": "death", "erupt": "eruption", "acquire": "acquisition", "refloat": "refloating",
	} {
		v, ok := EventVerb(verb)
		n, known := EventNoun(noun)
		if !ok || !known || v.Nominal != noun || !n.OfKind(v.Kind) || v.Class != VerbAct {
			t.Errorf("%s: %+v; %s: %+v", verb, v, noun, n)
		}
	}
}

func TestEventVerbs(t *testing.T) {
	for _, c := range []struct {
		text   string
		n      int
		class  VerbClass
		flag   VerbFlag
		causal CueType
		rev    bool
	}{
		{"say", 1, VerbSpeech, NoFlag, "", false}, {"announce", 1, VerbSpeech, News, "", false},
		{"deny", 1, VerbSpeech, Denies, "", false}, {"believe", 1, VerbCognition, NoFlag, "", false},
		{"begin", 1, VerbAspect, NoFlag, "", false}, {"be", 1, VerbState, NoFlag, "", false},
		{"hold", 1, VerbLight, NoFlag, "", false}, {"call off the match", 2, VerbAct, Cancels, "", false},
		{"postpone", 1, VerbAct, Postpones, "", false}, {"plan", 1, VerbIntend, Plans, "", false},
		{"lead to", 2, VerbCause, NoFlag, CueCauses, false}, {"stem from", 2, VerbCause, NoFlag, CueCauses, true},
		{"result from", 2, VerbCause, NoFlag, CueCauses, true}, {"allow", 1, VerbCause, NoFlag, CueEnables, false},
		{"prevent", 1, VerbCause, NoFlag, CuePrevents, false}, {"take place", 2, VerbLight, NoFlag, "", false},
		{"xyz", 0, "", NoFlag, "", false},
	} {
		n, v := MatchEventVerb(strings.Fields(c.text))
		if n != c.n || v.Class != c.class || v.Flag != c.flag || v.Causal != c.causal || v.Reversed != c.rev {
			t.Errorf("MatchEventVerb(%q) = %d, %+v", c.text, n, v)
		}
	}
}

func TestMatchCues(t *testing.T) {
	for _, c := range []struct {
		words, lemmas string // lemmas as the words where empty
		n             int
		tier          CueTier
		typ           CueType
		cause         CueSide
		form          CueForm
	}{
		{"because of the storm", "", 2, TierStated, CueCauses, CauseAfter, FormPreposition},
		{"because it rained", "", 1, TierStated, CueCauses, CauseAfter, FormConjunction},
		{"due mostly to frost", "", 3, TierStated, CueCauses, CauseAfter, FormPreposition},
		{"thanks in part to luck", "", 4, TierStated, CueCauses, CauseAfter, FormPreposition},
		{"in direct response to it", "", 4, TierStated, CueCauses, CauseAfter, FormPreposition},
		{"as a result of it", "", 4, TierStated, CueCauses, CauseAfter, FormPreposition},
		{"as a result , he", "", 3, TierStated, CueCauses, CauseBefore, FormAdverb},
		{"as he left", "", 1, TierSuggested, CueCauses, CauseAfter, FormConjunction},
		{"led to a ban", "lead to a ban", 2, TierStated, CueCauses, CauseBefore, FormVerb},
		{"stemmed from it", "stem from it", 2, TierStated, CueCauses, CauseAfter, FormVerb},
		{"triggered by hail", "trigger by hail", 2, TierStated, CueCauses, CauseAfter, FormPassive},
		{"prevented the flood", "prevent the flood", 1, TierStated, CuePrevents, CauseBefore, FormVerb},
		{"allowed ships", "allow ship", 1, TierStated, CueEnables, CauseBefore, FormVerb},
		{"in the wake of it", "", 4, TierPossible, CueCauses, CauseAfter, FormPreposition},
		{"partly because it rained", "", 2, TierStated, CueCauses, CauseAfter, FormConjunction},
		{"the result of the vote", "", 3, TierStated, CueCauses, CauseAfter, FormNoun},
		{"the main cause of the fire", "", 4, TierStated, CueCauses, CauseBefore, FormNoun},
		{"killing six", "kill six", 1, TierPossible, CueCauses, CauseBefore, FormResult},
		{"demanding a vote", "demand a vote", 1, TierSuggested, CueCauses, CauseAfter, FormMotive},
		{"in order to leave", "", 3, TierSuggested, CueCauses, CauseAfter, FormPurpose},
		{"followed by rain", "follow by rain", 2, TierPossible, CueCauses, CauseBefore, FormPassive},
		{"before lunch", "", 1, TierTemporal, CueBefore, CauseBefore, FormPreposition},
	} {
		words := strings.Fields(c.words)
		lemmas := words
		if c.lemmas != "" {
			lemmas = strings.Fields(c.lemmas)
		}
		n, got := MatchCues(words, lemmas)
		if n != c.n || len(got) == 0 {
			t.Errorf("MatchCues(%q) = %d, %v, want %d words", c.words, n, got, c.n)
			continue
		}
		g := got[0]
		if g.Tier != c.tier || g.Type != c.typ || g.Cause != c.cause || g.Form != c.form {
			t.Errorf("MatchCues(%q) = %+v", c.words, got)
		}
	}
	if n, got := MatchCues([]string{"leading", "to"}, []string{"lead", "to"}); n != 2 || len(got) != 2 {
		t.Errorf("leading to: %d, %v, want a participle and a verb", n, got)
	}
	if n, _ := MatchCues([]string{"partly"}, []string{"partly"}); n != 0 {
		t.Error("a modifier alone is a cue")
	}
	// "blame the delay on snow": the words stand apart.
	if n, _ := MatchCues([]string{"blame", "on"}, []string{"blame", "on"}); n != 0 {
		t.Error("a frame is matched as words side by side")
	}
	if got := CueFrames("blame"); len(got) != 2 || got[1].String() != "blame on" || got[1].Cause != CauseAfter {
		t.Errorf("frames of blame: %v", got)
	}
	if !CueWord("harm", "kill") || CueWord("protest", "kill") || CueWord("harm", "") {
		t.Error("killing is harm and no protest")
	}
	if got := Cues()[0]; got.String() == "" || strings.Contains(got.String(), OptionalModifier) {
		t.Errorf("Cues()[0] = %+v", got)
	}
}
