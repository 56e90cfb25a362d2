package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/story"
)

// shortWords is how many words of a sentence QuotesShort reprints.
const shortWords = 25

// An excerpt is a sentence, or a part of one, with the words that matter.
type excerpt struct {
	Cut, CutEnd bool // words are left out before, after
	Parts       []part
}

// A part is a run of text, marked or not.
type part struct {
	Text   string
	Marked bool
}

// A region is a half-open range of bytes.
type region struct{ start, end int }

// newExcerpt cuts a sentence and marks the given regions of it. It returns
// false where nothing is to be reprinted.
func newExcerpt(quote string, marks []region, q Quotes) (excerpt, bool) {
	if q == QuotesNone || strings.TrimSpace(quote) == "" {
		return excerpt{}, false
	}
	marks = tidy(marks, len(quote))
	keep := region{0, len(quote)}
	if q == QuotesShort {
		keep = window(words(quote), marks)
	}
	x := excerpt{
		Cut:    strings.TrimSpace(quote[:keep.start]) != "",
		CutEnd: strings.TrimSpace(quote[keep.end:]) != "",
	}
	add := func(from, to int, marked bool) {
		from, to = max(from, keep.start), min(to, keep.end)
		if from < to {
			x.Parts = append(x.Parts, part{clean(quote[from:to]), marked})
		}
	}
	at := 0
	for _, m := range marks {
		add(at, m.start, false)
		add(m.start, m.end, true)
		at = m.end
	}
	add(at, len(quote), false)
	return x, true
}

// tidy returns regions within 0..n in order, overlapping ones as one.
func tidy(marks []region, n int) []region {
	marks = slices.Clone(marks)
	slices.SortFunc(marks, func(a, b region) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out []region
	for _, m := range marks {
		if m.start < 0 || m.end > n || m.start >= m.end {
			continue
		}
		if last := len(out) - 1; last >= 0 && m.start <= out[last].end {
			out[last].end = max(out[last].end, m.end)
			continue
		}
		out = append(out, m)
	}
	return out
}

// words returns where the words of a text stand: runs without white space.
func words(s string) []region {
	var out []region
	start := -1
	for i, r := range s {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			out = append(out, region{start, i})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, region{start, len(s)})
	}
	return out
}

// window chooses shortWords words around the marks: around all of them where
// they fit, else around the first.
func window(ws []region, marks []region) region {
	if len(ws) == 0 {
		return region{}
	}
	if len(ws) <= shortWords {
		return region{ws[0].start, ws[len(ws)-1].end}
	}
	first, last := 0, 0
	if len(marks) > 0 {
		first, last = covering(ws, region{marks[0].start, marks[len(marks)-1].end})
		if last-first >= shortWords {
			first, last = covering(ws, marks[0])
		}
	}
	from := first - (shortWords-(last-first+1))/2
	from = max(0, min(from, first, len(ws)-shortWords))
	return region{ws[from].start, ws[from+shortWords-1].end}
}

// covering returns the first and the last word that a region touches.
func covering(ws []region, r region) (first, last int) {
	for i, w := range ws {
		if w.end <= r.start {
			first = min(i+1, len(ws)-1)
		}
		if w.start < r.end {
			last = i
		}
	}
	return first, max(first, last)
}

// triggerIn returns where a mention's trigger stands in its quote, in bytes.
// Offsets count code points in the document; they are believed only if the
// sentence has the length that they say.
func triggerIn(m story.Mention) (region, bool) {
	if m.Trigger.IsZero() || m.Trigger.Start < m.Sentence.Start || m.Trigger.End > m.Sentence.End ||
		m.Trigger.End <= m.Trigger.Start || utf8.RuneCountInString(m.Quote) != m.Sentence.End-m.Sentence.Start {
		return region{}, false
	}
	start := byteOffset(m.Quote, m.Trigger.Start-m.Sentence.Start)
	return region{start, start + byteOffset(m.Quote[start:], m.Trigger.End-m.Trigger.Start)}, true
}

// byteOffset returns the byte at which the n-th code point of s begins.
func byteOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// cueIn returns where the words of a cue stand in a sentence.
func cueIn(quote, cue string) (region, bool) {
	if cue == "" {
		return region{}, false
	}
	if i := strings.Index(quote, cue); i >= 0 {
		return region{i, i + len(cue)}, true
	}
	for i := range quote {
		end := i + len(cue)
		if end > len(quote) {
			break
		}
		if (end == len(quote) || utf8.RuneStart(quote[end])) && strings.EqualFold(quote[i:end], cue) {
			return region{i, end}, true
		}
	}
	return region{}, false
}
