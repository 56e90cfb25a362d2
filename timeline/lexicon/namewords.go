package lexicon

import "strings"

var orgWords = set(
	"Academy", "Agency", "Airlines", "Airways", "Alliance", "Army", "Assembly", "Association", "Authority", "Bank",
	"Board", "Bureau", "Cabinet", "Center", "Centre", "Church", "Club", "Co", "Coalition", "College", "Command",
	"Commission", "Committee", "Company", "Congress", "Corp", "Corporation", "Corps", "Council", "Court", "Department",
	"Directorate", "Federation", "Force", "Forces", "Forum", "Foundation", "Front", "Fund", "Group", "Guard", "Guards",
	"Holdings", "Hospital", "Inc", "Industries", "Institute", "Institution", "International", "League", "Ltd", "Media",
	"Ministry", "Mission", "Motors", "Movement", "Museum", "Navy", "Network", "News", "Office", "Organisation",
	"Organization", "Parliament", "Partners", "Party", "Police", "Press", "Records", "Senate", "Service", "Services",
	"Society", "Steel", "Systems", "Team", "Times", "Trust", "Tribunal", "Union", "United", "University", "Works",
)

var placeWords = set(
	"Airport", "Base", "Bay", "Beach", "Bridge", "Canal", "Castle", "Cathedral", "Cemetery", "County", "Dam", "Desert",
	"District", "Forest", "Gate", "Hall", "Harbor", "Harbour", "Hill", "Hills", "Hotel", "House", "Island", "Islands",
	"Mountain", "Mountains", "Palace", "Park", "Peninsula", "Plaza", "Port", "Prison", "Province", "Reef", "Region",
	"River", "Road", "Sea", "Square", "Stadium", "Station", "Strait", "Street", "Terminal", "Tower", "Valley",
	"Village",
)

var placeHeads = set(
	"Camp", "Cape", "Fort", "Lake", "Mount", "Port", "River",
)

var clubWords = set(
	"FC", "AC", "SC", "AS", "CF", "SV", "FK",
)

var particles = set(
	"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn",
	"ben", "ter", "ten",
)

// set makes a set of words.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// OrgWord reports whether a capitalised name that ends in the word is an
// organisation's: "Northern Trust Bank".
func OrgWord(w string) bool { return orgWords[strings.TrimSuffix(w, ".")] }

// PlaceWord reports whether a capitalised name that ends in the word is a
// place's: "Rhein-Main Airport".
func PlaceWord(w string) bool { return placeWords[w] }

// PlaceHead reports whether a capitalised name that begins with the word is a
// place's: "Camp Lejeune", "Mount Etna".
func PlaceHead(w string) bool { return placeHeads[w] }

// ClubWord reports whether a name that begins with the word is a sports
// club's: "AC Milan".
func ClubWord(w string) bool { return clubWords[w] }

// Particle reports whether a word in lower case is a particle of family
// names: "van", "de".
func Particle(lower string) bool { return particles[lower] }
