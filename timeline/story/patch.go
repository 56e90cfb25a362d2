package story

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// maxRounds bounds how often Patch looks again. One round does unless an
// anchor's contents changed: then the aliases of it follow in the next.
const maxRounds = 8

// Patch writes a person's YAML story anew so that it says what edited says,
// and touches nothing else: comments, blank lines, the order of keys and
// items, indentation, line breaks and the quotes of what did not change stay
// byte for byte. New items go to the end of their list, new keys to their
// usual place. Offsets and what is computed are not for people and are neither
// written nor changed. Patching a story with what Load reads from it gives the
// same bytes.
//
// An error means that original cannot be read (a *LoadError), or that the
// change cannot be made without rewriting what a person wrote; original is
// then to be left as it is.
func Patch(original []byte, edited *Story) ([]byte, error) {
	text, mark := bytes.CutPrefix(original, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, errors.New("patch story: the file is UTF-16; save it as UTF-8")
	}
	want := patchTree(edited)
	out, err := patchRounds(string(text), want)
	if err != nil {
		// An anchor may have gone while aliases of it stay: write those out.
		if plain, ok := withoutAliases(string(text)); ok {
			if again, errAgain := patchRounds(plain, want); errAgain == nil {
				out, err = again, nil
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("patch story: %w", err)
	}
	if mark {
		out = "\ufeff" + out
	}
	return []byte(out), nil
}

func patchRounds(text string, want *value) (string, error) {
	for range maxRounds {
		next, done, err := patchOnce(text, want)
		if err != nil {
			return "", err
		}
		if done {
			return text, nil
		}
		if next == text {
			break
		}
		text = next
	}
	return "", errors.New("the change does not settle; write out the aliases that the file uses")
}

// patchOnce makes one round of changes. It reports done where text says what
// is wanted already.
func patchOnce(text string, want *value) (next string, done bool, err error) {
	src, err := sourceOf(text)
	if err != nil {
		return "", false, err
	}
	have, diags, root := loadTree(src, formatYAML)
	if have == nil {
		return "", false, newLoadError(diags)
	}
	p := newPatcher(src, root)
	p.mapping(root, "", patchTree(have), want)
	if p.err != nil {
		return "", false, p.err
	}
	if len(p.edits) == 0 {
		return text, true, nil
	}
	next, err = p.apply()
	return next, false, err
}

func sourceOf(text string) (*source, error) {
	if _, diags, ok := decodeText("story.yaml", []byte(text)); !ok {
		return nil, newLoadError(diags)
	}
	return newSource("story.yaml", text), nil
}

// patchTree is the tree of what is compared: the version is left alone, and
// what may be left out is filled in, so that leaving it out is no change.
func patchTree(s *Story) *value {
	c := s.Clone()
	for i := range c.Events {
		if c.Events[i].Status == "" {
			c.Events[i].Status = StatusHappened
		}
	}
	for i := range c.Relations {
		if c.Relations[i].Strength == "" {
			c.Relations[i].Strength = StrengthStated
		}
	}
	v := storyTree(c, false)
	v.fields = v.fields[1:]
	return v
}

// An edit replaces the bytes from off to end by text.
type edit struct {
	off, end int
	text     string
}

// A patcher gathers the edits that turn one story into another.
type patcher struct {
	src   *source
	eol   string
	seq   int // how deep the file indents lists below their key
	edits []edit
	ended bool // the last line has got a line break
	err   error
}

func newPatcher(src *source, root *node) *patcher {
	p := &patcher{src: src, eol: "\n", seq: 2}
	if i := strings.IndexByte(src.text, '\n'); i > 0 && src.text[i-1] == '\r' {
		p.eol = "\r\n"
	}
	for _, e := range root.entries {
		if v := e.value; v.kind == sequenceNode && !v.flow && !v.alias && len(v.dashes) > 0 && v.dashes[0] >= 0 {
			p.seq = max(p.column(v.dashes[0])-p.column(e.key.off), 0)
			break
		}
	}
	return p
}

func (p *patcher) fail(off int, format string, args ...any) {
	if p.err == nil {
		line, _ := p.src.position(off)
		p.err = fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...))
	}
}

func (p *patcher) replace(off, end int, text string) {
	if off < 0 || end < off || end > len(p.src.text) {
		p.fail(max(off, 0), "this value cannot be changed in place")
		return
	}
	p.edits = append(p.edits, edit{off, end, text})
}

// apply makes the edits, from the first to the last.
func (p *patcher) apply() (string, error) {
	slices.SortStableFunc(p.edits, func(a, b edit) int {
		// At one place, insertions come before what is taken away.
		return cmp.Or(cmp.Compare(a.off, b.off), cmp.Compare(min(a.end-a.off, 1), min(b.end-b.off, 1)))
	})
	var b strings.Builder
	at := 0
	for _, e := range p.edits {
		if e.off < at {
			p.fail(e.off, "two changes meet here")
			return "", p.err
		}
		b.WriteString(p.src.text[at:e.off])
		b.WriteString(e.text)
		at = e.end
	}
	b.WriteString(p.src.text[at:])
	return b.String(), nil
}

// column returns how far off is from the start of its line, in code points
// from 0.
func (p *patcher) column(off int) int {
	_, col := p.src.position(off)
	return col - 1
}

// lineStart returns the byte at which the line of off begins, and whether
// only blanks stand between.
func (p *patcher) lineStart(off int) (start int, alone bool) {
	start = p.src.lines[p.src.lineOf(off)]
	return start, strings.Trim(p.src.text[start:off], " ") == ""
}

// afterLine returns the byte after the line of off.
func (p *patcher) afterLine(off int) int {
	if i := p.src.lineOf(off); i+1 < len(p.src.lines) {
		return p.src.lines[i+1]
	}
	return len(p.src.text)
}

// afterBlock returns the byte at which a line can be put in behind a value
// that ends at end: after its line, and after comments right below that are
// indented deeper than indent, since they speak of the value.
func (p *patcher) afterBlock(end, indent int) int {
	at := p.afterLine(end)
	for at < len(p.src.text) {
		next := p.afterLine(at)
		line := p.src.text[at:next]
		body := strings.TrimLeft(line, " ")
		if !strings.HasPrefix(body, "#") || len(line)-len(body) <= indent {
			break
		}
		at = next
	}
	return at
}

// insertLines puts whole lines in at a line's start.
func (p *patcher) insertLines(at int, lines string) {
	if at == len(p.src.text) && at > 0 && !strings.HasSuffix(p.src.text, "\n") && !p.ended {
		lines = p.eol + lines // the file's last line has no break yet
		p.ended = true
	}
	p.replace(at, at, lines)
}

// fieldLines spells a key and its value in block style; the first line is not
// indented.
func (p *patcher) fieldLines(f field, indent int) string {
	y := &yamlWriter{eol: p.eol, seq: p.seq}
	y.field(f, indent)
	return y.b.String()
}

func (p *patcher) itemLines(v *value, indent int) string {
	y := &yamlWriter{eol: p.eol, seq: p.seq}
	y.indent(indent)
	y.item(v, indent)
	return y.b.String()
}
