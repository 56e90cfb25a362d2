package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpora writes a corpus of each kind into a folder. Of two documents and two
// phrases, the second is wrong.
func corpora(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	const docs = `{"doc":"a","dct":"2020-01-01","text":"It burned on 3 May 1911.","timexes":[{"start":13,"end":23,"type":"DATE","value":"1911-05-03"}]}
{"doc":"b","dct":"2020-01-01","text":"It burned in 1912.","timexes":[{"start":13,"end":17,"type":"DATE","value":"1913"},{"start":0,"end":2,"type":"DATE","value":"x"}]}
`
	for name, text := range map[string]string{
		"timebank.jsonl": docs,
		"aquaint.jsonl":  docs,
		"gum-dates.jsonl": `{"genre":"news","created":"2020-01-01","text":"1911","attr":{"when":"1911"},"sent":"It burned in 1911."}
{"genre":"news","created":"2020-01-01","text":"1912","attr":{"when":"1913","rend":"bold"},"sent":"It burned in 1912."}
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	dir := corpora(t)
	for _, c := range []struct {
		name                string
		corpora             string
		showErrors, asLines bool
		half                string
		want                []string // the beginnings of lines, runs of spaces made one
	}{
		{name: "figures", corpora: dir, want: []string{
			"learning half 1 1 1 | 100.00 100.00 100.00 | 100.00 | 100.00 | 100.00",
			"reported half 1 2 1 | 100.00 50.00 66.67 | 66.67 | 66.67 | 0.00",
			"whole 2 3 2 | 100.00 66.67 80.00 | 80.00 | 80.00 | 40.00",
			"when | 1/1 100.0 | 0/1 0.0 | 1/2 50.0",
			"from+to | - | - | -",
			"news | 1/1 100.0 | 0/1 0.0 | 1/2 50.0",
		}},
		{name: "errors of the reported half", corpora: dir, showErrors: true, half: "odd", want: []string{
			`aquaint.jsonl MISSED b 2020-01-01 want "" DATE x got nothing [It] burned in 1912.`,
			`timebank.jsonl VALUE b 2020-01-01 want "" DATE 1913 got "1912" DATE 1912 1912`,
			`gum-dates.jsonl news 2020-01-01 1912 want when=1913 got "1912" DATE 1912 1912`,
		}},
		{name: "answers", corpora: filepath.Join(dir, "aquaint.jsonl"), asLines: true, half: "even", want: []string{
			`{"doc":"a","dct":"2020-01-01","timexes":[{"start":13,"end":23,"text":"3 May 1911","type":"DATE","value":"1911-05-03","edtf":"1911-05-03",`,
		}},
	} {
		var b bytes.Buffer
		out := bufio.NewWriter(&b)
		if err := run(out, c.corpora, c.showErrors, c.asLines, c.half); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		out.Flush()
		var lines []string
		for line := range strings.Lines(b.String()) {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
		for _, want := range c.want {
			if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, want) }) {
				t.Errorf("%s: no line %q in\n%s", c.name, want, b.String())
			}
		}
		if c.name == "answers" && len(lines) != 1 {
			t.Errorf("%d answers", len(lines))
		}
	}
}

// Errors are those of the learning half unless the other is asked for.
func TestErrorsOfLearningHalf(t *testing.T) {
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	err := run(out, corpora(t), true, false, "")
	out.Flush()
	if err != nil || b.Len() > 0 {
		t.Errorf("%v, prints %q", err, b.String())
	}
}

func TestRunRefuses(t *testing.T) {
	dir := corpora(t)
	for _, c := range []struct {
		corpora             string
		showErrors, asLines bool
		half, want          string
	}{
		{"", false, false, "", "-corpora is missing"},
		{filepath.Join(dir, "none"), false, false, "", "CORPORA=DIR"},
		{dir, true, false, "both", `-half is "both": use even or odd`},
		{dir, false, false, "odd", "-half goes with"},
		{dir, true, true, "", "exclude each other"},
		{t.TempDir(), false, false, "", "timebank.jsonl"},
	} {
		err := run(bufio.NewWriter(new(bytes.Buffer)), c.corpora, c.showErrors, c.asLines, c.half)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.corpora, err, c.want)
		}
	}
}
