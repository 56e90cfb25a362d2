// Package conllu reads and writes CoNLL-U, the format in which the Universal
// Dependencies treebanks come: a sentence is a block of lines, a token a line
// of ten columns. See https://universaldependencies.org/format.html.
//
// What the package does not understand (comments, multi-word tokens, empty
// nodes) is kept where it stood, so that a file that is read and written again
// differs only where its reader changed something.
package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The heads that are not tokens.
const (
	Root   = -1 // the token is the root of its sentence
	NoHead = -2 // the column is empty
)

// A Token is a word line. Empty columns ("_") are empty strings, except where
// Form and Lemma are themselves an underscore.
type Token struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index in Sentence.Tokens, Root or NoHead
	Rel, Deps, Misc                string
}

// Glued reports whether no space follows the token in the text.
func (t *Token) Glued() bool { return hasFeature(t.Misc, "SpaceAfter=No") }

// A Sentence is one block of lines.
type Sentence struct {
	Comments []string // with their "#"
	Tokens   []Token
	Extra    []Extra // in order of Before
	Line     int     // of the file, 1 for the first
}

// An Extra is a line that is no word: a multi-word token ("3-4") or an empty
// node ("5.1").
type Extra struct {
	Before int // the token that follows it, len(Tokens) at the end
	Text   string
}

// Comment returns the value of the comment "# key = value".
func (s *Sentence) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		k, v, ok := strings.Cut(strings.TrimPrefix(c, "#"), "=")
		if ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}

// Opens reports whether the sentence opens a unit of the text, given as
// "newdoc" or "newpar".
func (s *Sentence) Opens(unit string) bool {
	for _, c := range s.Comments {
		c = strings.TrimSpace(strings.TrimPrefix(c, "#"))
		if c == unit || strings.HasPrefix(c, unit+" ") {
			return true
		}
	}
	return false
}

// IsTree reports whether the sentence has one root to which all heads lead.
func (s *Sentence) IsTree() bool {
	roots := 0
	for i := range s.Tokens {
		steps, at := 0, i
		for ; at >= 0 && steps <= len(s.Tokens); steps++ {
			at = s.Tokens[at].Head
		}
		if at != Root {
			return false
		}
		if s.Tokens[i].Head == Root {
			roots++
		}
	}
	return roots == 1
}

// MultiWord returns for each token whether it is a part of a multi-word token
// but not the last one: no space can follow it.
func (s *Sentence) MultiWord() []bool {
	inner := make([]bool, len(s.Tokens))
	for _, e := range s.Extra {
		id, _, _ := strings.Cut(e.Text, "\t")
		from, to, ok := strings.Cut(id, "-")
		if !ok {
			continue
		}
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil {
			continue
		}
		for i := max(a, 1); i < b && i <= len(inner); i++ {
			inner[i-1] = true
		}
	}
	return inner
}

// SpaceAfter returns for each token whether a space follows it in the text.
func (s *Sentence) SpaceAfter() []bool {
	space := make([]bool, len(s.Tokens))
	inner := s.MultiWord()
	for i := range s.Tokens {
		space[i] = !inner[i] && !s.Tokens[i].Glued()
	}
	for _, e := range s.Extra {
		c := strings.Split(e.Text, "\t")
		_, to, ok := strings.Cut(c[0], "-")
		if b, err := strconv.Atoi(to); ok && err == nil && b >= 1 && b <= len(space) {
			space[b-1] = !hasFeature(c[len(c)-1], "SpaceAfter=No")
		}
	}
	return space
}

func hasFeature(misc, want string) bool {
	for f := range strings.SplitSeq(misc, "|") {
		if f == want {
			return true
		}
	}
	return false
}

// maxLine is the longest line that a Reader takes, in bytes.
const maxLine = 1 << 20

// A Reader reads sentences one after the other.
type Reader struct {
	in   *bufio.Scanner
	line int
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	return &Reader{in: in}
}

// Next returns the next sentence that has tokens, or io.EOF after the last
// one. Errors name the line.
func (r *Reader) Next() (*Sentence, error) {
	s := &Sentence{}
	for r.in.Scan() {
		r.line++
		line := strings.TrimSuffix(r.in.Text(), "\r")
		if r.line == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		switch {
		case strings.TrimSpace(line) == "":
			if len(s.Tokens) > 0 {
				return s, s.check()
			}
		case line[0] == '#':
			if s.Line == 0 {
				s.Line = r.line
			}
			s.Comments = append(s.Comments, line)
		default:
			if s.Line == 0 {
				s.Line = r.line
			}
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", r.line, err)
			}
		}
	}
	if err := r.in.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return nil, fmt.Errorf("line %d: longer than %d bytes", r.line+1, maxLine)
		}
		return nil, err
	}
	if len(s.Tokens) > 0 {
		return s, s.check()
	}
	return nil, io.EOF
}

// ReadAll returns all sentences of r.
func ReadAll(r io.Reader) ([]*Sentence, error) {
	var all []*Sentence
	in := NewReader(r)
	for {
		s, err := in.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
}

func (s *Sentence) add(line string) error {
	if !utf8.ValidString(line) {
		return errors.New("not valid UTF-8")
	}
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10 separated by tabs", len(c))
	}
	if strings.ContainsAny(c[0], "-.") {
		s.Extra = append(s.Extra, Extra{len(s.Tokens), line})
		return nil
	}
	if id, err := strconv.Atoi(c[0]); err != nil || id != len(s.Tokens)+1 {
		return fmt.Errorf("token number %q, want %d", c[0], len(s.Tokens)+1)
	}
	if c[1] == "" {
		return errors.New("a token without form")
	}
	head := NoHead
	if c[6] != "_" && c[6] != "" {
		n, err := strconv.Atoi(c[6])
		if err != nil || n < 0 {
			return fmt.Errorf("head %q is no number", c[6])
		}
		head = n - 1
	}
	t := Token{
		Form: c[1], Lemma: empty(c[2]), UPOS: empty(c[3]), XPOS: empty(c[4]), Feats: empty(c[5]),
		Head: head, Rel: empty(c[7]), Deps: empty(c[8]), Misc: empty(c[9]),
	}
	if c[2] == "_" && c[1] == "_" {
		t.Lemma = "_"
	}
	s.Tokens = append(s.Tokens, t)
	return nil
}

// check reports a head outside the sentence, which only the whole can tell.
func (s *Sentence) check() error {
	for i := range s.Tokens {
		if s.Tokens[i].Head >= len(s.Tokens) {
			return fmt.Errorf("line %d: token %d has head %d in a sentence of %d tokens",
				s.Line, i+1, s.Tokens[i].Head+1, len(s.Tokens))
		}
	}
	return nil
}

func empty(column string) string {
	if column == "_" {
		return ""
	}
	return column
}

// Append appends the lines of s, a blank one last.
func (s *Sentence) Append(dst []byte) []byte {
	for _, c := range s.Comments {
		dst = append(dst, c...)
		dst = append(dst, '\n')
	}
	extra := s.Extra
	for i := range s.Tokens {
		for len(extra) > 0 && extra[0].Before <= i {
			dst = append(dst, extra[0].Text...)
			dst = append(dst, '\n')
			extra = extra[1:]
		}
		dst = appendToken(dst, i, &s.Tokens[i])
	}
	for _, e := range extra {
		dst = append(dst, e.Text...)
		dst = append(dst, '\n')
	}
	return append(dst, '\n')
}

func appendToken(dst []byte, i int, t *Token) []byte {
	dst = strconv.AppendInt(dst, int64(i+1), 10)
	for _, c := range [...]string{t.Form, t.Lemma, t.UPOS, t.XPOS, t.Feats} {
		dst = appendColumn(dst, c)
	}
	if t.Head == NoHead {
		dst = append(dst, "\t_"...)
	} else {
		dst = append(dst, '\t')
		dst = strconv.AppendInt(dst, int64(t.Head+1), 10)
	}
	for _, c := range [...]string{t.Rel, t.Deps, t.Misc} {
		dst = appendColumn(dst, c)
	}
	return append(dst, '\n')
}

// appendColumn writes a column. Tabs and line ends, which the format has no
// way to write, become spaces.
func appendColumn(dst []byte, c string) []byte {
	dst = append(dst, '\t')
	if c == "" {
		return append(dst, '_')
	}
	for i := 0; i < len(c); i++ {
		if c[i] == '\t' || c[i] == '\n' || c[i] == '\r' {
			dst = append(dst, ' ')
		} else {
			dst = append(dst, c[i])
		}
	}
	return dst
}
