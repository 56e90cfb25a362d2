package story

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
)

// The page for people says what is true: its examples load, its dates are
// dates, and it explains every key.
func TestStoryPage(t *testing.T) {
	data, err := os.ReadFile("../../docs/story-file.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	blocks := regexp.MustCompile("(?s)```(yaml|csv)\n(.*?)```").FindAllStringSubmatch(page, -1)
	if len(blocks) < 3 {
		t.Fatalf("%d examples", len(blocks))
	}
	for _, b := range blocks {
		if _, diags, err := Load("example."+b[1], []byte(b[2])); err != nil || len(diags) > 0 {
			t.Errorf("%v %v\n%s", diags, err, b[2])
		}
	}
	for _, key := range slices.Concat(storyKeys, documentKeys, eventKeys, mentionKeys, relationKeys, disagreeKeys, valueKeys) {
		if !strings.Contains(page, "`"+key+"`") {
			t.Errorf("the page does not explain %s", key)
		}
	}
	_, table, _ := strings.Cut(page, "| you know | write |")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := regexp.MustCompile("(?m)^\\| [^|`]* \\| `([^`]+)`").FindAllStringSubmatch(table, -1)
	if len(rows) < 10 {
		t.Fatalf("%d dates", len(rows))
	}
	for _, r := range rows {
		if _, err := edtf.Parse(r[1]); err != nil {
			t.Error(err)
		}
	}
}
