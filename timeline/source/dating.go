package source

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A rank orders the sources of a document's date, the most trusted first.
type rank int

const (
	rankJSONLD rank = iota
	rankFrontMatter
	rankOpenGraph
	rankItemprop
	rankTime
	rankMetaName
	rankHeader    // a "Date:" line above the text
	rankFirstLine // the line that opens the text
	rankDateline
	rankURL
	rankFileName
	rankModified // when it was last changed: better than nothing
)

// A foundDate is one answer to the question when a document was published.
type foundDate struct {
	rank rank
	edtf string // EDTF
	how  string // in words, for DatedBy
}

// settleDate takes the most trusted date. Others that differ are named in the
// words, so that a person sees the conflict. given is used only for documents
// that have none.
func settleDate(found []foundDate, given edtf.Date) (edtf.Date, story.Dating, string) {
	slices.SortStableFunc(found, func(a, b foundDate) int { return int(a.rank) - int(b.rank) })
	var best edtf.Date
	var how, first string
	var others []string
	for _, f := range found {
		d, err := edtf.Parse(f.edtf)
		if err != nil || d.IsZero() {
			continue
		}
		switch {
		case how == "":
			best, how, first = d, f.how, f.edtf
		case f.rank == rankModified, strings.HasPrefix(first, f.edtf), strings.HasPrefix(f.edtf, first):
			// Last changed is another question, and a coarser date agrees.
		default:
			others = append(others, f.how+": "+f.edtf)
		}
	}
	if how == "" {
		if given.IsZero() {
			return edtf.Date{}, story.DatingUnknown, ""
		}
		return given, story.DatingGiven, "--date"
	}
	others = slices.Compact(others)
	if len(others) > 3 {
		others = others[:3]
	}
	if len(others) > 0 {
		how += " (against " + strings.Join(others, ", ") + ")"
	}
	return best, story.DatingStated, how
}

// datesInPath reads the date that a file's name carries, such as
// 2025-08-16-name.txt, 20250816_x.html and name_2025_08_16.md, or its folders
// do, as in 2025/08/16/name.txt.
func datesInPath(name string) []foundDate {
	base := path.Base(name)
	if day := dayInName(base); day != "" {
		return []foundDate{{rankFileName, day, "file name"}}
	}
	if day := dayInFolders(path.Dir(name)); day != "" {
		return []foundDate{{rankFileName, day, "folder names"}}
	}
	return nil
}

// dayInName finds eight digits that are a calendar date, as 4-2-2 with one
// and the same separator (- _ . or none), standing apart from other letters
// and digits: a hash must not become a date.
func dayInName(name string) string {
	for i := 0; i+8 <= len(name); i++ {
		if i > 0 && isAlnum(name[i-1]) || !allDigits(name[i:i+4]) {
			continue
		}
		rest := name[i+4:]
		sep := ""
		if strings.IndexByte("-_.", rest[0]) >= 0 {
			sep = rest[:1]
		}
		size := 4 + 2*len(sep)
		if len(rest) < size {
			continue
		}
		month, day := rest[len(sep):len(sep)+2], rest[size-2:size]
		if rest[:len(sep)] != sep || rest[size-2-len(sep):size-2] != sep || !allDigits(month) || !allDigits(day) {
			continue
		}
		if after := rest[size:]; after != "" && isAlnum(after[0]) && !isClock(after) {
			continue
		}
		y, m, d := number(name[i:i+4]), number(month), number(day)
		if y >= 1800 && plausibleDay(y, m, d) {
			return isoDay(y, m, d)
		}
	}
	return ""
}

// isClock reports whether s begins like the time of day of a compact
// timestamp: T and four digits.
func isClock(s string) bool {
	return len(s) >= 5 && s[0] == 'T' && allDigits(s[1:5])
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

var (
	folderDay = compile(`(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)`)
	urlDay    = compile(`/(\d{4})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$)`)
	urlPacked = compile(`[/_-](\d{4})(\d{2})(\d{2})(?:[/_.-]|$)`)
)

func dayInFolders(dir string) string { return dayOfMatch(folderDay().FindStringSubmatch(dir)) }

// datesInURL reads the date that an address carries: /2025/08/16/,
// /2025/aug/16/, /2025-08-16/ or /20250816/.
func datesInURL(address string) []foundDate {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	p := strings.ToLower(u.Path)
	day := dayOfMatch(urlDay().FindStringSubmatch(p))
	if day == "" {
		day = dayOfMatch(urlPacked().FindStringSubmatch(p))
	}
	if day == "" {
		return nil
	}
	return []foundDate{{rankURL, day, "URL"}}
}

// dayOfMatch reads the submatches year, month and day.
func dayOfMatch(m []string) string {
	if m == nil {
		return ""
	}
	y, mo, d := number(m[1]), monthNumber(m[2]), number(m[3])
	if y < 1800 || !plausibleDay(y, mo, d) {
		return ""
	}
	return isoDay(y, mo, d)
}

// webAddress gives s when it is an absolute http or https address, else "".
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2000 {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
