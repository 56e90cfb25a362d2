package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// place returns where the phrase stands in its sentence, in code points: at its
// nth occurrence or, where there are not so many, at the first. Both are 0
// where the sentence does not have it.
func (p Phrase) place() (start, end int) {
	places := occurrences(p.Sent, p.Text)
	if len(places) == 0 {
		return 0, 0
	}
	at := places[0]
	if p.Nth < len(places) {
		at = places[p.Nth]
	}
	start = utf8.RuneCountInString(p.Sent[:at[0]])
	return start, start + utf8.RuneCountInString(p.Sent[at[0]:at[1]])
}

// occurrences returns the places of a phrase in a sentence, in bytes: those
// where it stands as words of its own ("84" is not in "1984"), else any, else
// those that have it with other spaces ("Today 's" for "Today's").
func occurrences(sent, phrase string) [][2]int {
	if phrase == "" {
		return nil
	}
	var words, any [][2]int
	for from := 0; ; {
		i := strings.Index(sent[from:], phrase)
		if i < 0 {
			break
		}
		at := [2]int{from + i, from + i + len(phrase)}
		any = append(any, at)
		before, _ := utf8.DecodeLastRuneInString(sent[:at[0]])
		after, _ := utf8.DecodeRuneInString(sent[at[1]:])
		if !inWord(before) && !inWord(after) {
			words = append(words, at)
		}
		from = at[1]
	}
	switch {
	case len(words) > 0:
		return words
	case len(any) > 0:
		return any
	}
	return spacedOtherwise(sent, phrase)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// spacedOtherwise returns the first place of a phrase when spaces do not count.
func spacedOtherwise(sent, phrase string) [][2]int {
	phrase = strings.Join(strings.Fields(phrase), "")
	var packed strings.Builder
	var origin []int // of each byte of packed
	for i, r := range sent {
		if !unicode.IsSpace(r) {
			for k := range utf8.RuneLen(r) {
				origin = append(origin, i+k)
			}
			packed.WriteRune(r)
		}
	}
	i := strings.Index(packed.String(), phrase)
	if i < 0 || phrase == "" {
		return nil
	}
	return [][2]int{{origin[i], origin[i+len(phrase)-1] + 1}}
}
