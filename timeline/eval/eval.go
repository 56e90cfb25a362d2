// Package eval measures the events of a story on annotated mentions: how many
// of them are found, how often what is found is marked, and how often its day
// is right.
//
// Gold is JSON lines {"corpus","doc","start","end","cluster","date","full"}: doc is
// the name of a text without its extension, start and end count code points,
// cluster (or "instance") is the event that it is a mention of, date is YYYY-MM-DD, YYYY-MM, YYYY, or anything else where the day is not known.
// Rows with "full" come from passages in which every event is marked: the first
// lines of a text.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/story"
)

// fullLines is how many lines of a text are marked in full where any is.
const fullLines = 6

// A Mention is one place where a text speaks of an event.
type Mention struct {
	Corpus  string `json:"corpus"`
	Doc     string `json:"doc"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"`
	Date    string `json:"date"`
	Full    bool   `json:"full"`
}

// ReadGold reads a file of mentions; corpus, if not empty, names the one whose
// rows are kept.
func ReadGold(file, corpus string) ([]Mention, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out []Mention
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var m struct {
			Mention
			Instance string `json:"instance"`
		}
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if m.Cluster == "" {
			m.Cluster = m.Instance
		}
		if corpus == "" || m.Corpus == corpus {
			out = append(out, m.Mention)
		}
	}
	return out, lines.Err()
}

// Found lists the mentions of a story's events, with the event's date.
func Found(s *story.Story) []Mention {
	name := map[string]string{}
	for _, d := range s.Documents {
		base := filepath.Base(d.Path)
		name[d.ID] = strings.TrimSuffix(base, filepath.Ext(base))
	}
	var out []Mention
	for _, e := range s.Events {
		for _, m := range e.Mentions {
			if m.Trigger.End > m.Trigger.Start {
				out = append(out, Mention{Doc: name[m.Document], Start: m.Trigger.Start, End: m.Trigger.End, Date: e.Date.String()})
			}
		}
	}
	return out
}

// Counts are what a measurement counts.
type Counts struct {
	Gold, Found       int // marked mentions, and those that are found
	Days, Dated       int // marked mentions with a day that are found, and those with that very day
	FullGold, FullHit int // marked in full passages, and those found
	FullFound, Marked int // found in full passages, and those that are marked
}

var aDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// Measure compares found mentions with gold ones. Texts are the documents'
// texts by name; they are needed for passages marked in full only.
func Measure(gold, found []Mention, texts map[string]string) Counts {
	var c Counts
	by := map[string][]int{}
	for i, f := range found {
		by[f.Doc] = append(by[f.Doc], i)
	}
	full := map[string][]Mention{}
	for i, k := range Align(gold, found) {
		g := gold[i]
		c.Gold++
		if g.Full {
			full[g.Doc] = append(full[g.Doc], g)
			c.FullGold++
		}
		if k < 0 {
			continue
		}
		c.Found++
		if g.Full {
			c.FullHit++
		}
		if aDay.MatchString(g.Date) {
			c.Days++
			if found[k].Date == g.Date {
				c.Dated++
			}
		}
	}
	for doc, marked := range full {
		limit := passage(texts[doc])
		for _, i := range by[doc] {
			if found[i].Start >= limit {
				continue
			}
			c.FullFound++
			for _, g := range marked {
				if g.Start < found[i].End && found[i].Start < g.End {
					c.Marked++
					break
				}
			}
		}
	}
	return c
}

// passage returns how many code points the lines hold that are marked in full.
func passage(text string) int {
	n := 0
	for i, line := range strings.Split(text, "\n") {
		if i == fullLines {
			break
		}
		n += utf8.RuneCountInString(line) + 1
	}
	return n
}
