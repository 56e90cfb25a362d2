package browser

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// installReaders is said when a program is missing that reads pictures and
// their print: the tests are never skipped.
const installReaders = "install them, on Debian and Ubuntu: apt-get install librsvg2-bin poppler-utils"

// printed returns the text of a picture as rsvg-convert sets it: it prints a
// PDF, and pdftotext reads that.
func printed(svg []byte) (string, error) {
	pdf, err := piped(svg, "rsvg-convert", "-f", "pdf", "--unlimited")
	if err != nil {
		return "", err
	}
	text, err := piped(pdf, "pdftotext", "-raw", "-", "-")
	return string(text), err
}

// piped runs a program on an input and returns its output.
func piped(in []byte, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(in)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, fmt.Errorf("%w: %s", err, installReaders)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", cmd, err, said.String())
	}
	return out, nil
}

// letters counts the letters and digits of a text that the face has which
// pictures are laid out for. Which face others come from, and whether print
// can be read back, is the machine's affair; so is the order in which lines
// are read that run from right to left.
func letters(text string) map[rune]int {
	n := map[rune]int{}
	for _, r := range text {
		if unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Nd) {
			n[r]++
		}
	}
	return n
}

// words counts the words of a text in those letters. Marks that are not set,
// such as those that join or part letters, are no part of them.
func words(text string) map[string]int {
	n := map[string]int{}
	text = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Mn) {
			return -1
		}
		return r
	}, text)
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return len(letters(string(r))) == 0 }) {
		n[w]++
	}
	return n
}

// missing lists what stands more often in a than in b.
func missing[K ~string | ~rune](a, b map[K]int) []string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(a)) {
		if a[k] > b[k] {
			out = append(out, fmt.Sprintf("%s (%d times, not %d)", string(k), b[k], a[k]))
		}
	}
	return out
}

func TestWords(t *testing.T) {
	a, b := words("Fer\u200bry, ferry 7:30 «Заря»/曙光 נמל e\u0301nd."), words("ferry 7 Ferry Заря")
	if got := strings.Join(missing(a, b), ", "); got != "30 (0 times, not 1), end (0 times, not 1)" {
		t.Errorf("missing: %s", got)
	}
	if got := missing(letters("áb"), letters("b")); len(got) != 1 {
		t.Errorf("missing letters: %q", got)
	}
	if _, err := piped(nil, "no-such-program-here"); err == nil || !strings.Contains(err.Error(), "apt-get install librsvg2-bin") {
		t.Errorf("a program that is missing: %v", err)
	}
}

// TestPrint compares the words of pictures in Chromium with those that
// rsvg-convert prints, both ways.
func TestPrint(t *testing.T) {
	forEach(t, sampled, func(t *testing.T, d drawing) {
		text, err := printed(d.data)
		if err != nil {
			t.Fatal(err)
		}
		v := open(t, wrap(t, d.data))
		var lines []string
		v.evaluate(t, `[...document.querySelectorAll('svg text')].map(e => e.textContent)`, &lines)
		shown := strings.Join(lines, "\n")
		faults := map[string][]string{"letters lost in print": missing(letters(shown), letters(text))}
		// Under a heap of marks, a word of the hostile story is read in parts.
		if d.Story != "hostile" {
			faults["lost in print"] = missing(words(shown), words(text))
			faults["only in print"] = missing(words(text), words(shown))
		}
		for what, lost := range faults {
			if len(lost) > 0 {
				t.Errorf("%s: %q", what, lost)
			}
		}
	})
}
