// Package seeds holds the sample stories. Its test keeps their README honest.
package seeds

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// readAll gives the file's text with all white space as single spaces.
func readAll(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(raw)), " ")
}

func TestWhatIsPlantedIsThere(t *testing.T) {
	for path, planted := range map[string][]string{
		"anchorage/northern-ledger.txt":   {"16 August 2025", "first time since 2019", "Zelenskyy", "February 2022", "fears prompted"},
		"anchorage/fjord-review.md":       {"date: 2025-08-16", "in 1867", "purchase", "In 2018", "2016 election", "28 February 2025", "Zelensky ", "led to", "In response to"},
		"anchorage/capital-observer.html": {`"datePublished": "2025-08-16`, "27 February 2025", "15 August 2025", "February 2026", "lunch was cancelled", "Zelenskyy"},
		"anchorage/harbour-wire.txt":      {"expires next February", "Zelenskiy", "Sergei Lavrov", "Yury Ushakov", "prompted by", "flypast"},
		"anchorage/coastal-digest.txt":    {"Roundup:", "presidents since 2021", "Cemetery", "Zelensky,", "Yuri Ushakov", "because"},
		"anchorage/meridian-post.txt":     {"working lunch", "was cancelled", "Zelensky ", "as a result of", "in 2018"},
		"ever-given/tideline-news.txt":    {"24 March 2021", "on Tuesday", "sandstorm caused the grounding"},
		"ever-given/lighthouse-journal.md": {"date: 2021-03-29", "369 ships", "Tuesday of last week", "allowed the tugs",
			"Osama Rabie"},
		"ever-given/delta-courier.html":    {`"datePublished":"2021-04-14`, "On 13 April", "Ossama Rabie", "3 April", "More than 400"},
		"ever-given/gulf-cable.txt":        {"on Wednesday", "422 ships", "As a result of", "550 million"},
		"ever-given/compass-explainer.txt": {"November 1869", "Six-Day War", "5 June 1975", "In response to"},
	} {
		text := readAll(t, path)
		for _, words := range planted {
			if !strings.Contains(text, words) {
				t.Errorf("%s lacks %q", path, words)
			}
		}
	}
}

func TestUndatedReportsGiveNothingAway(t *testing.T) {
	fullDate := regexp.MustCompile(`\b(2025|2026)\b|\d{4}-\d{2}-\d{2}`)
	for _, path := range []string{"anchorage/harbour-wire.txt", "anchorage/coastal-digest.txt", "anchorage/meridian-post.txt"} {
		if found := fullDate.FindString(readAll(t, path)); found != "" {
			t.Errorf("%s is meant to be undated but says %q", path, found)
		}
	}
}

func TestReadmeNamesEveryFile(t *testing.T) {
	readme := readAll(t, "README.md")
	files, err := filepath.Glob("*/*")
	if err != nil || len(files) != 12 {
		t.Fatalf("found %d sample files (%v), want 12", len(files), err)
	}
	for _, file := range files {
		if !strings.Contains(readme, "`"+filepath.Base(file)+"`") {
			t.Errorf("README.md does not name %s", filepath.ToSlash(file))
		}
	}
}

func TestStoryByHandLoadsAndShowsTheFormat(t *testing.T) {
	raw, err := os.ReadFile(filepath.FromSlash("by-hand/story.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s, notes, err := story.Load("story.yaml", raw)
	if err != nil {
		t.Fatal(err)
	}
	for _, note := range notes {
		t.Errorf("the story draws a remark: %v", note)
	}
	seen := map[string]bool{}
	for _, e := range s.Events {
		seen["status "+string(e.Status)] = true
		if e.Date.IsZero() {
			seen["undated"] = true
		} else {
			seen["date "+e.Date.String()] = true
		}
		seen["time"] = seen["time"] || e.Time != ""
	}
	for _, r := range s.Relations {
		seen["relation "+string(r.Type)] = true
		seen["strength "+string(r.Strength)] = true
	}
	for _, want := range []string{
		"date -0054", "date 0043", "date 1833~/1867", "date 1881?", "date 1994/..", "date 2015-22", "date 1994-05-06",
		"undated", "time", "status planned", "status cancelled",
		"relation causes", "relation enables", "relation prevents", "relation before", "relation part_of", "strength possible",
	} {
		if !seen[want] {
			t.Errorf("the story shows no %s", want)
		}
	}
}
