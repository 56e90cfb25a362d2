package causal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

// maxCue is the longest cue, in characters, that stands beside a head.
const maxCue = 11

// Headline makes the diagram's headline of the story's title.
func Headline(say lang.Speaker, title string) string {
	title = strings.Join(strings.Fields(title), " ")
	switch {
	case title == "":
		return say.Say("causes")
	case strings.ContainsAny(title, ":?!.：？！。"):
		return say.Say("causes.of.dash", title)
	}
	return say.Say("causes.of", title)
}

// typeWord is the word for a type of relation, read from its from to its to.
func typeWord(say lang.Speaker, t story.RelationType) string {
	return say.Say("to." + string(t))
}

// summary is the word of the relation's type, with a doubt where the relation
// is only possible: "perhaps led to".
func (r relation) summary(say lang.Speaker) string {
	if r.possible() {
		return say.Say("perhaps." + string(r.Type))
	}
	return typeWord(say, r.Type)
}

// word is what stands beside the head: the report's own words where they are
// short, can be read along the line and leave no doubt, else the summary.
func (r relation) word(say lang.Speaker) string {
	cue := strings.Join(strings.Fields(r.Cue), " ")
	if cue == "" || utf8.RuneCountInString(cue) > maxCue || r.possible() || r.Type == story.PartOf || backward(cue) {
		return r.summary(say)
	}
	return cue
}

// quoted reports whether the word is the report's own.
func (r relation) quoted(say lang.Speaker) bool {
	return r.word(say) == strings.Join(strings.Fields(r.Cue), " ") || r.Type == story.PartOf
}

// backward reports whether a cue leads from an effect to its cause. Along a
// line that runs to the effect it would say the opposite of the report.
func backward(cue string) bool {
	if words := strings.Fields(strings.ToLower(cue)); len(words) > 1 && slices.Contains([]string{"after", "following", "since"}, words[len(words)-1]) {
		return true // "days after"
	}
	first, _, _ := strings.Cut(strings.ToLower(cue), " ")
	switch first {
	case "after", "amid", "as", "because", "blamed", "by", "caused", "driven", "due", "following", "from", "given", "on",
		"over", "owing", "prompted", "since", "sparked", "stems", "thanks", "through", "triggered", "when", "with":
		words := strings.Fields(strings.ToLower(cue))
		// "caused" alone leads on, "caused by" leads back.
		if first == "blamed" || first == "caused" || first == "driven" || first == "prompted" || first == "sparked" || first == "triggered" {
			return len(words) > 1 && words[len(words)-1] == "by"
		}
		return true
	}
	return false
}
