package lemma

import (
	"strings"
	"sync"
)

// strong lists the irregular verbs: base, past, participle. A form may have
// two spellings; the first is the one that Past gives.
var strong = sync.OnceValue(func() []string {
	return strings.Fields(`
arise arose arisen
awake awoke awoken
bear bore borne/born
beat beat beaten
become became become
begin began begun
behold beheld beheld
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got got/gotten
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
mistake mistook mistaken
outbid outbid outbid
outdo outdid outdone
overcome overcame overcome
overrun overran overrun
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid paid
prove proved proven/proved
put put put
quit quit quit
read read read
rend rent rent
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
sew sewed sewn
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
slay slew slain
sleep slept slept
slide slid slid
sling slung slung
slit slit slit
sow sowed sown
speak spoke spoken
speed sped sped
spend spent spent
spin spun spun
spit spat spat
split split split
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
stride strode stridden
strike struck struck/stricken
string strung strung
strive strove striven
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
tread trod trodden
undergo underwent undergone
understand understood understood
undertake undertook undertaken
undo undid undone
uphold upheld upheld
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written
be was been
`)
})

// Strong returns the irregular verbs, three words each: base, past and
// participle. Two spellings of a form have a slash between them.
func Strong() []string { return strong() }

// irregular maps irregular forms of verbs to their base.
var irregular = sync.OnceValue(func() map[string]string {
	return formsOf(strong(), map[string]string{
		"were": "be", "am": "be", "is": "be", "are": "be", "'m": "be", "'re": "be", "has": "have",
		"'ve": "have", "does": "do", "goes": "go", "learnt": "learn", "burnt": "burn",
		"dreamt": "dream", "leapt": "leap", "spelt": "spell", "spoilt": "spoil", "leant": "lean",
		"smelt": "smell", "spilt": "spill", "dove": "dive", "pled": "plead", "snuck": "sneak",
		"dwelt": "dwell", "wed": "wed", "sawn": "saw", "hewn": "hew", "mown": "mow",
		"fit": "fit", "knit": "knit", "rid": "rid", "bust": "bust", "sublet": "sublet",
		"undercut": "undercut", "offset": "offset", "reset": "reset", "underlay": "underlie",
		"lit": "light", "lying": "lie", "being": "be", "having": "have", "dyeing": "dye",
		"singeing": "singe", "clad": "clothe", "bade": "bid", "begot": "beget",
		"begotten": "beget", "sped": "speed", "ok'd": "ok",
	})
})

// auxiliaries maps short forms that are also written for VB and VBP.
var auxiliaries = map[string]string{
	"am": "be", "are": "be", "'m": "be", "'re": "be", "'ve": "have", "is": "be",
	"was": "be", "were": "be", "ca": "can", "wo": "will", "sha": "shall", "'ll": "will",
	"gon": "go", "wan": "want", "got": "get",
}

// formsOf adds the rows of a table of strong verbs to a map.
func formsOf(rows []string, m map[string]string) map[string]string {
	for i := 0; i+2 < len(rows); i += 3 {
		for _, cell := range rows[i+1 : i+3] {
			for form := range strings.SplitSeq(cell, "/") {
				if _, ok := m[form]; !ok {
					m[form] = rows[i]
				}
			}
		}
	}
	return m
}

// stems lists stems that the rules for the silent e and for doubled letters
// get wrong, with their dictionary forms. A stem is what is left without -ed
// or -ing.
var stems = sync.OnceValue(func() map[string]string {
	return stemTable(
		// Without e, against the rules.
		`focus bias gas canvas combat format debut bang hang belong long prolong wrong
	bus chorus develop envelop gallop scallop gossip worship kidnap blossom custom accustom
	fathom ransom victim program murmur sulfur pencil stencil devil peril imperil symbol
	consul period embed panic sync ballot pilot riot pivot reboot spot halt solicit elicit
	overhaul caucus census nonplus chirp refocus reformat whip ship trip handicap
	limit visit edit exit benefit profit credit audit deposit exhibit inherit merit spirit
	toxin ruin suicid gallup wallop up catalog dialog zigzag humbug ton bluff unit-test`,
		// With e, against the rules.
		`ach cach wast tast past hast bast complet delet compet deplet secret excret unit
	reunit invit cit excit writ ignit recit expedit incit rewrit indict-e vot not quot promot devot
	denot connot outvot interven conven reconven contraven scen postpon phon telephon clon hon
	condon aton ston ton-e tun attun prun commun scal inhal exhal impal bath breath cloth
	loath sooth seeth interfer adher cohere-e rever persever stor scor explor restor ignor implor
	deplor ador bor snor creat recreat procreat delineat nauseat permeat alienat hing sing-e cring
	infring imping fring bing rout reroute-e dup wan-e plan-e overrid welcom com becom overcom dy ey
	shar squar rar swath writh lath cohabit-e forbor wip-e swip typ styl recycl cycl
	demot misquot footnot sautè rewir hurtl bulldoz aggregat safeguard-e us abus accus
	argu cred-e resit-e lob-e canoe-e ag cag sag-e ic sid dye-e ow-e owe-e undon-e vy-e
	intercede-e unmute-e enthron dethron stat stag stak singl doubl downsiz cohes probat-e cleans`,
	)
})

// stemTable builds stems from the two lists. A word in the second list that
// ends in "-e" was considered and is left to the rules.
func stemTable(without, with string) map[string]string {
	m := map[string]string{
		"picnick": "picnic", "panick": "panic", "mimick": "mimic", "traffick": "traffic",
		"frolick": "frolic", "politick": "politic", "add": "add", "err": "err", "purr": "purr",
		"ebb": "ebb", "butt": "butt", "putt": "putt", "boycott": "boycott", "egg": "egg",
		"rebutt": "rebut", "quizz": "quiz", "fulfill": "fulfill", "buss": "bus", "gass": "gas",
		"be": "be", "see": "see", "free": "free", "flee": "flee", "agree": "agree", "odd": "odd",
		"tall": "tall", "small": "small", "full": "full", "ly": "lie", "whizz": "whiz",
	}
	for w := range strings.FieldsSeq(without) {
		m[w] = w
	}
	for w := range strings.FieldsSeq(with) {
		if !strings.HasSuffix(w, "-e") {
			m[w] = w + "e"
		}
	}
	return m
}

// plurals maps irregular plural nouns to their singular.
var plurals = map[string]string{
	"men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
	"geese": "goose", "mice": "mouse", "lice": "louse", "oxen": "ox", "people": "people",
	"lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "halves": "half",
	"wolves": "wolf", "thieves": "thief", "shelves": "shelf", "selves": "self",
	"calves": "calf", "loaves": "loaf", "elves": "elf", "hooves": "hoof", "scarves": "scarf",
	"midwives": "midwife", "housewives": "housewife", "themselves": "themselves",
	"crises": "crisis", "analyses": "analysis", "theses": "thesis", "bases": "base",
	"hypotheses": "hypothesis", "diagnoses": "diagnosis", "emphases": "emphasis",
	"oases": "oasis", "parentheses": "parenthesis", "synopses": "synopsis", "axes": "axis",
	"neuroses": "neurosis", "criteria": "criterion", "phenomena": "phenomenon",
	"media": "medium", "data": "datum", "bacteria": "bacterium", "memoranda": "memorandum",
	"referenda": "referendum", "stimuli": "stimulus", "alumni": "alumnus", "cacti": "cactus",
	"fungi": "fungus", "nuclei": "nucleus", "radii": "radius", "syllabi": "syllabus",
	"indices": "index", "appendices": "appendix", "vertices": "vertex", "matrices": "matrix",
	"algae": "alga", "formulae": "formula", "larvae": "larva", "corpora": "corpus",
	"genera": "genus", "strata": "stratum", "curricula": "curriculum",
	"grandchildren": "grandchild", "schoolchildren": "schoolchild", "passersby": "passerby",
	"specimen": "specimen", "dice": "die", "pence": "penny", "police": "police",
	"cattle": "cattle", "staff": "staff", "schoolmates": "schoolmate",
	"buses": "bus", "gases": "gas", "biases": "bias", "atlases": "atlas",
	"canvases": "canvas", "aliases": "alias", "lenses": "lens", "iris": "iris",
	"does": "doe", "yrs": "year", "yrs.": "year", "mins": "minute", "hrs": "hour",
	"hrs.": "hour", "mins.": "minute", "headquarters": "headquarters",
	"means": "means", "thanks": "thanks",
}

// inS maps forms in -s that the rules get wrong, nouns and verbs.
var inS = sync.OnceValue(func() map[string]string {
	return pairs(`
movies movie cookies cookie zombies zombie calories calorie rookies rookie prairies prairie
series series species species selfies selfie genies genie hippies hippie brownies brownie
veggies veggie smoothies smoothie birdies birdie bookies bookie indies indie pixies pixie
caches cache aches ache headaches headache avalanches avalanche niches niche psyches psyche
moustaches moustache mustaches mustache creches creche quiches quiche axes axe
shoes shoe toes toe foes foe canoes canoe horseshoes horseshoe tiptoes tiptoe hoes hoe
woes woe throes throe
quizzes quiz news news politics politics economics economics athletics athletics
physics physics mathematics mathematics statistics statistics ethics ethics
chaos chaos gas gas bias bias lens lens has have does do is be was be
this this basis basis crisis crisis analysis analysis thesis thesis diagnosis diagnosis
emphasis emphasis debris debris tennis tennis chess chess canvas canvas
premises premise clothes clothes
uses use abuses abuse excuses excuse causes cause houses house
accuses accuse refuses refuse confuses confuse diffuses diffuse amuses amuse infuses infuse
defuses defuse fuses fuse muses muse ruses ruse recuses recuse peruses peruse
focuses focus viruses virus bonuses bonus campuses campus
ties tie dies die lies lie pies pie vies vie unties untie belies belie underlies underlie
magpies magpie neckties necktie
axises axis goods goods
boxes box fixes fix taxes tax
`)
})

// pairs reads a list of form and base.
func pairs(list string) map[string]string {
	m := map[string]string{}
	f := strings.Fields(list)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}
