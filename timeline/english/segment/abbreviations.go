package segment

// kind says how an abbreviation's stop bears on the end of a sentence.
type kind uint8

const (
	// never: something belonging to it follows (titles, "vs.", "Fig.").
	never kind = iota + 1
	// number: holds its stop before a number only; otherwise it is a word
	// with a full stop ("No. 7", but "They said no.").
	number
	// starter: ends a sentence only where the next word often begins one.
	starter
	// capital: ends a sentence before any capitalised word ("at 9 p.m.").
	capital
	// small, added to a kind, lets the abbreviation be written in small
	// letters; without it "wash." is a verb and a full stop.
	small kind = 0x80
)

// maxAbbreviation is the length of the longest key of abbreviations.
const maxAbbreviation = 7

// abbreviations holds abbreviations without their final stop, in lower case.
// Acronyms with stops inside need no entry; they count as starter.
var abbreviations = map[string]kind{
	// Titles and ranks.
	"mr": never, "mrs": never, "ms": never, "mx": never, "dr": never, "prof": never,
	"gen": never, "col": never, "lt": never, "capt": never, "cmdr": never, "sgt": never,
	"cpl": never, "pvt": never, "adm": never, "maj": never, "brig": never, "sen": never,
	"sens": never, "rep": never, "reps": never, "gov": never, "govs": never, "rev": never,
	"hon": never, "pres": never, "supt": never, "msgr": never, "fr": never,
	"messrs": never, "mme": never, "mlle": never, "insp": never, "atty": never, "amb": never,
	"gens": never, "lieut": never, "drs": never, "profs": never, "cllr": never, "ald": never,
	"asst": small | never, "attn": small | never,
	"st": starter, "ste": starter, "mt": starter, "ft": small | starter, "pt": starter,
	// Words that lead to another.
	"vs": small | never, "cf": small | never, "viz": small | never, "ca": small | never, "approx": small | never, "incl": small | never,
	"govt": small | never, "intl": small | never, "natl": small | never, "cu": small | never,
	"esp": small | never, "dept": small | never, "univ": small | never, "assn": small | never, "bros": starter,
	// Words that lead to a number.
	"no": small | number, "nos": small | number, "op": number, "p": small | number, "pp": small | number, "fig": small | number,
	"figs": small | number, "vol": small | number, "vols": small | number, "ch": small | number, "sec": small | number,
	"c": small | number, "eq": small | number, "div": small | number,
	"est": small | number, "para": small | number, "paras": small | number, "ref": small | number, "ph": small | number,
	// Months and days.
	"jan": starter, "feb": starter, "mar": number, "apr": starter, "jun": starter,
	"jul": starter, "aug": starter, "sept": starter, "sep": starter, "oct": starter,
	"nov": starter, "dec": starter, "mon": starter, "tue": starter, "tues": starter,
	"wed": starter, "thu": starter, "thur": starter, "thurs": starter, "fri": starter,
	"sat": number, "sun": number,
	// Firms, after names, places.
	"inc": small | starter, "corp": starter, "ltd": small | starter, "co": small | starter, "cos": starter,
	"bhd": small | starter, "pty": small | starter, "plc": small | starter, "jr": starter, "sr": starter,
	"esq": starter, "ave": starter, "blvd": starter, "rd": starter, "bldg": starter,
	"hwy": starter, "calif": starter, "conn": starter, "fla": starter, "mich": starter,
	"minn": starter, "penn": starter, "tenn": starter, "wis": starter, "wash": starter,
	"colo": starter, "ariz": starter, "okla": starter, "ont": starter, "que": starter,
	"ala": starter, "ark": starter, "ga": starter, "ill": number, "ind": starter,
	"kan": starter, "ky": starter, "md": starter, "mo": starter, "mont": starter,
	"neb": starter, "nev": starter, "ore": starter, "pa": starter, "tex": starter,
	"mass": starter, "miss": starter, "del": starter, "ct": starter, "va": starter, "vt": starter, "wyo": starter, "dist": starter,
	// The rest.
	"etc": small | capital, "al": small | starter,
	"hrs": small | capital, "hr": small | starter, "yrs": small | capital, "yr": small | starter,
	"min": small | starter, "tbsp": small | starter, "tsp": small | starter, "assoc": small | starter,
	"lb": small | starter, "lbs": small | starter, "oz": small | starter, "sq": small | never, "tel": small | never,
	"ext": small | number, "misc": small | never, "avg": small | never,
}

// clock holds the acronyms after which any capitalised word but a time zone
// or a day begins a sentence.
var clock = map[string]bool{"a.m.": true, "p.m.": true}

// afterClock holds what may follow a clock time within its sentence.
var afterClock = map[string]bool{
	"est": true, "edt": true, "et": true, "cst": true, "cdt": true, "ct": true,
	"mst": true, "mdt": true, "mt": true, "pst": true, "pdt": true, "pt": true,
	"gmt": true, "utc": true, "bst": true, "cet": true, "cest": true, "eet": true,
	"msk": true, "ist": true, "jst": true, "kst": true, "sgt": true, "hkt": true,
	"aest": true, "aedt": true, "wat": true, "eat": true, "sast": true, "akdt": true,
	"eastern": true, "central": true, "mountain": true, "pacific": true, "moscow": true,
	"greenwich": true, "monday": true, "tuesday": true, "wednesday": true,
	"thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true,
	"june": true, "july": true, "august": true, "september": true, "october": true,
	"november": true, "december": true, "jan.": true, "feb.": true, "aug.": true,
	"sept.": true, "oct.": true, "nov.": true, "dec.": true,
}

// starters holds words that, capitalised after an abbreviation, begin a new
// sentence more often than they continue a name.
var starters = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true,
	"those": true, "he": true, "she": true, "it": true, "they": true, "we": true,
	"i": true, "you": true, "his": true, "her": true, "its": true, "their": true,
	"our": true, "my": true, "there": true, "here": true, "in": true, "on": true,
	"at": true, "by": true, "for": true, "from": true, "with": true, "as": true,
	"if": true, "when": true, "while": true, "after": true, "before": true,
	"since": true, "during": true, "although": true, "though": true, "because": true,
	"but": true, "and": true, "however": true, "so": true, "then": true, "yet": true,
	"what": true, "who": true, "how": true, "why": true, "where": true, "no": true,
	"not": true, "some": true, "many": true, "most": true, "all": true, "both": true,
	"one": true, "two": true, "several": true, "meanwhile": true, "earlier": true,
	"later": true, "now": true, "under": true, "last": true, "once": true, "also": true,
	"according": true, "despite": true, "officials": true, "police": true,
	"until": true, "to": true, "such": true, "only": true, "even": true, "still": true,
	"nor": true, "or": true, "each": true, "every": true, "any": true, "other": true,
	"another": true, "instead": true, "further": true, "none": true, "through": true,
	"within": true, "asked": true, "speaking": true, "it's": true, "following": true,
}

// speech holds verbs of saying in the past, which tie a quotation to the
// sentence around it.
var speech = map[string]bool{
	"said": true, "says": true, "asked": true, "asks": true, "told": true,
	"replied": true, "added": true, "wrote": true, "shouted": true, "cried": true,
	"exclaimed": true, "wondered": true, "answered": true, "demanded": true,
	"joked": true, "insisted": true, "declared": true, "warned": true,
	"yelled": true, "screamed": true, "whispered": true, "laughed": true,
	"noted": true, "explained": true, "recalled": true, "continued": true,
	"argued": true, "pleaded": true, "tweeted": true, "inquired": true,
	"repeated": true, "urged": true, "quipped": true, "remarked": true,
	"stated": true, "thought": true, "responded": true, "announced": true,
}
