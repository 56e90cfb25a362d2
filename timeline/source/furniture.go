package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// furniture is what pages put around a report: lines that stand alone and
// state nothing about the world. Each pattern matches a whole line.
var furniture = []pattern{
	// Sharing, subscribing, navigation.
	compile(`(?i)^(?:please )?(?:share|tweet|print|e-?mail|save|bookmark|listen to|comment on|like)(?: (?:this|the|our))?(?: (?:article|story|post|page|news|report))?(?: (?:on|via|with|by) [\w ,/&]{1,40})?[:.!…]*$`),
	compile(`(?i)^(?:follow|join|find|like) us\b.{0,80}$`),
	compile(`(?i)^(?:sign up|subscribe|register|log in|sign in|click here|download our|get our)\b.{0,100}$`),
	compile(`(?i)^(?:read (?:more|also|next|on)|also read|more on this(?: story)?|see also|related(?: (?:stories|articles|news|topics|content|posts))?|more stories|you may also like|recommended|don['’]t miss|watch|watch now|watch live|continue reading)\s*(?:[:|»>…].*)?$`),
	compile(`(?i)^(?:advertisement|sponsored(?: content)?|story continues below(?: advertisement)?|article continues below|skip to (?:main )?content|back to top|top stories|most read|trending|breaking news|loading|getting your trinity audio player ready)[.…:]*$`),
	compile(`(?i)^\d+ (?:comments?|shares?|views?|min(?:ute)?s? read)$`),
	compile(`(?i)^(?:comments?|leave a (?:comment|reply)|post a comment)(?: \(\d+\))?[:.]?$`),
	compile(`(?i)^(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|section)\s*:.*$`),
	// Rights and credits.
	compile(`(?i)^(?:©|\(c\)\s|copyright\b).*$`),
	compile(`(?i)^\W*(?:(?:additional |further )?reporting by|(?:written|edited|editing|compiled|translated|produced) by|with (?:inputs?|files|reporting|material|additional reporting) (?:from|by)|(?:photo(?:graph)?s?|image|picture|video|graphic)s?(?: credit| courtesy)?(?: by| of)?\s*:|file (?:photo|picture|image)\b).{0,200}$`),
	compile(`(?i)^\W*sources?\s*:\s*.{1,80}$`),
	compile(`(?i)^\W*this (?:story|article|report|post) (?:has not been|was (?:first|originally)|first appeared|originally appeared|is (?:published|republished|auto-generated)).{0,250}$`),
	compile(`(?i)^[-–—#*.\s(\[]*(?:ends?|30|more|eom)[-–—#*.\s)\]]*$`),
	// Addresses.
	compile(`(?i)^(?:https?://|www\.)\S+$`),
	compile(`^\S+@\S+\.\w+$`),
}

// agencies are news agencies, whose name alone on a line is a credit.
var agencies = []string{
	"reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse",
	"agence france presse", "dpa", "upi", "united press international", "xinhua", "tass", "itar-tass",
	"interfax", "ria novosti", "ukrinform", "ansa", "efe", "apa", "kyodo", "kyodo news", "jiji press",
	"yonhap", "pti", "press trust of india", "ani", "ians", "app", "anadolu", "anadolu agency", "aa",
	"mena", "wam", "spa", "irna", "bernama", "antara", "cna", "pa", "pa media", "press association",
	"aap", "bloomberg", "canadian press", "the canadian press", "cp", "belga", "anp", "tt", "ntb", "stt",
	"ritzau", "pap", "ctk", "mti", "tanjug", "lusa", "nampa", "saba", "agencies", "news agencies",
	"wire reports", "wire services", "staff", "staff reporter", "staff writer", "newsroom", "news desk", "web desk",
}

var (
	byline      = compile(`^(?:By|BY|by|Words by|Story by|Written by)\s*:?\s+((?:\p{Lu}[\p{L}'’.\-]*|our|and|de|van|von|der|bin|al|la|&|,)(?:[ ,]+|$)){1,8}(?:\s*(?:[|/–—·•,(-]|\bin\b|\bfor\b|\bat\b).{0,80})?$`)
	timeWord    = compile(`(?i)^(?:by|BY)\s+(?:` + weekdayWords + `|` + monthWords + `|then|now|today|tonight)\b`)
	onlyMarks   = compile(`^[^\p{L}\p{N}]*$`)
	creditSplit = compile(`\s*(?:[,/&+;|]|\band\b|\bwith\b)\s*`)
)

// maxFurniture is the length in bytes above which a line is never furniture.
const maxFurniture = 300

// isFurniture reports whether a line or paragraph that stands alone is
// furniture: sharing, credits, bylines, rights, rules.
func isFurniture(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) > maxFurniture {
		return false
	}
	if strings.HasSuffix(strings.ToLower(strings.TrimSuffix(line, ".")), "all rights reserved") && len(line) <= 120 {
		return true
	}
	if onlyMarks().MatchString(line) || isCredit(line) || isByline(line) {
		return true
	}
	if !mayBeFurniture(line) {
		return false
	}
	for _, re := range furniture {
		if re().MatchString(line) {
			return true
		}
	}
	return false
}

// furnitureWords are the first words that the patterns of furniture begin
// with: most lines begin with none of them and need no further look.
var furnitureWords = wordSet(`please share tweet print email e save bookmark listen comment like follow join find
	sign subscribe register log click download get read also more see related you recommended don watch continue
	advertisement sponsored story article skip back top most trending breaking loading getting comments leave post
	tag tags topic topics category categories filed keywords section copyright c additional further reporting written
	edited editing compiled translated produced with photo photos photograph photographs image images picture pictures
	video videos graphic graphics file source sources this end ends eom http https www`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// mayBeFurniture is the cheap look before the patterns.
func mayBeFurniture(line string) bool {
	if strings.ContainsAny(line, "©@") {
		return true
	}
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	start := strings.IndexFunc(line, isWord)
	if start < 0 {
		return true
	}
	if line[start] >= '0' && line[start] <= '9' {
		return true
	}
	word := line[start:]
	if end := strings.IndexFunc(word, func(r rune) bool { return !isWord(r) }); end >= 0 {
		word = word[:end]
	}
	return furnitureWords[strings.ToLower(word)]
}

// isCredit reports whether a line names news agencies and nothing else.
func isCredit(line string) bool {
	if endsSentence(line) || len(line) > 80 {
		return false
	}
	line = strings.ToLower(strings.Trim(line, "-–—()[]*~ \t"))
	if line == "" {
		return false
	}
	named := false
	for _, part := range creditSplit().Split(line, -1) {
		if part == "" {
			continue // "with AP"
		}
		if !isAgency(part) {
			return false
		}
		named = true
	}
	return named
}

func isAgency(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, a := range agencies {
		if s == a {
			return true
		}
	}
	return false
}

// isByline reports whether a line says who wrote the report.
func isByline(line string) bool {
	return len(line) <= 160 && !endsSentence(line) && byline().MatchString(line) && !timeWord().MatchString(line)
}

// endsSentence reports whether s ends as sentences do: with a full stop, a
// question or exclamation mark or an ellipsis, perhaps inside quotation marks
// or brackets.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'”’»)]`, r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…。！？", r) && s != ""
}

// hasLetter reports whether s has a letter.
func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
