package names

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
)

// orgWord reports whether a capitalised name that ends in the word is an
// organisation's: "Northern Trust Bank".
func orgWord(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Academy", "Agency", "Airlines", "Airways", "Alliance", "Army", "Assembly", "Association", "Authority",
		"Bank", "Board", "Bureau", "Cabinet", "Center", "Centre", "Church", "Club", "Co", "Coalition", "College", "Command",
		"Commission", "Committee", "Company", "Congress", "Corp", "Corporation", "Corps", "Council", "Court",
		"Department", "Directorate", "Federation", "Force", "Forces", "Forum", "Foundation", "Front", "Fund", "Group",
		"Guard", "Guards", "Holdings", "Hospital", "Inc", "Industries", "Institute", "Institution", "International",
		"League", "Ltd", "Media", "Ministry", "Mission", "Motors", "Movement", "Museum", "Navy", "Network", "News",
		"Office", "Organisation", "Organization", "Parliament", "Partners", "Party", "Police", "Press", "Records",
		"Senate", "Service", "Services", "Society", "Steel", "Systems", "Team", "Times", "Trust", "Tribunal",
		"Union", "United", "University", "Works":
		return true
	}
	return false
}

// shortCountry returns the form of a country's name that headlines use.
func shortCountry(name string) string {
	switch name {
	case "United States":
		return "US"
	case "United Kingdom":
		return "UK"
	case "United Arab Emirates":
		return "UAE"
	case "Democratic Republic of the Congo":
		return "DR Congo"
	case "European Union":
		return "EU"
	}
	return name
}

// A located is what the place lists know of the words at some token.
type located struct {
	n       int
	name    string
	kind    Kind
	country string
	demonym bool
}

// locate finds the longest place, country or demonym that the words begin
// with.
func locate(words []string) located {
	n, p := lexicon.MatchPlace(words)
	k, dem := lexicon.MatchDemonym(words)
	if k > n || k == n && k > 0 && p.Kind != lexicon.KindCountry {
		kind := Place
		country := ""
		if dem.PlaceKind == lexicon.KindCountry {
			kind, country = Country, dem.Of
		} else if pl, ok := lexicon.Place(dem.Of); ok {
			country = pl.Country
		}
		return located{n: k, name: dem.Of, kind: kind, country: country, demonym: true}
	}
	if n == 0 {
		return located{}
	}
	kind := Place
	if p.Kind == lexicon.KindCountry {
		kind = Country
	}
	return located{n: n, name: p.Name, kind: kind, country: p.Country, demonym: k == n}
}

// placeWord reports whether a capitalised name is a place's by one of its
// words: "Camp Lejeune", "Rhein-Main Airport".
func placeWord(words []string) bool {
	switch words[0] {
	case "Camp", "Cape", "Fort", "Lake", "Mount", "Port", "River", "Joint":
		if words[0] != "Joint" || len(words) > 2 && words[1] == "Base" {
			return true
		}
	}
	switch words[len(words)-1] {
	case "Airport", "Base", "Bay", "Beach", "Bridge", "Canal", "Castle", "Cathedral", "Cemetery", "County", "Dam", "Desert",
		"District", "Forest", "Gate", "Hall", "Harbor", "Harbour", "Hill", "Hills", "Hotel", "House", "Island", "Islands",
		"Mountain", "Mountains", "Palace", "Park", "Peninsula", "Plaza", "Port", "Prison", "Province", "Reef", "Region",
		"River", "Road", "Sea", "Square", "Stadium", "Station", "Strait", "Street", "Terminal", "Tower", "Valley", "Village":
		return true
	}
	return false
}
