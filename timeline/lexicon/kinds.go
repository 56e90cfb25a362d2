package lexicon

// Kind groups events, so that a verb and a noun for one thing can be compared:
// "bought" and "purchase" are both KindDeal.
type Kind string

// The kinds of event. NoKind is that of words that denote no event.
const (
	NoKind       Kind = ""
	Meeting      Kind = "meeting"
	War          Kind = "war" // all organised violence
	Deal         Kind = "deal"
	Election     Kind = "election"
	Politics     Kind = "politics" // offices taken and left, states founded
	Law          Kind = "law"      // rules made, lifted, delayed, cancelled
	Disaster     Kind = "disaster" // also accidents and rescue
	Legal        Kind = "legal"    // courts and police
	Launch       Kind = "launch"
	Closure      Kind = "closure"
	Death        Kind = "death"
	Birth        Kind = "birth" // also weddings
	Protest      Kind = "protest"
	Speech       Kind = "speech"
	Ceremony     Kind = "ceremony"
	Sport        Kind = "sport"
	Economic     Kind = "economic"
	Construction Kind = "construction"
	Discovery    Kind = "discovery"
	Travel       Kind = "travel"
)

// Kinds lists all kinds of event.
func Kinds() []Kind {
	return []Kind{
		Meeting, War, Deal, Election, Politics, Law, Disaster, Legal, Launch, Closure,
		Death, Birth, Protest, Speech, Ceremony, Sport, Economic, Construction, Discovery, Travel,
	}
}
