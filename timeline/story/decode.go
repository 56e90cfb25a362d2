package story

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// The keys of each object of a story file, in the order in which they are
// written.
var (
	storyKeys    = []string{"causeline", "title", "summary", "documents", "events", "relations", "disagreements", "removed", "same_as", "not_same_as", "silenced"}
	documentKeys = []string{"id", "path", "title", "publisher", "url", "published", "dating", "dating_reason", "text_sha256"}
	eventKeys    = []string{"id", "date", "time", "title", "status", "actors", "place", "lane", "weight", "drawn", "show", "reviewed", "note", "url",
		"title_reason", "status_reason", "weight_reason", "mentions"}
	mentionKeys  = []string{"document", "quote", "sentence", "start", "end", "date_text", "date_basis", "date_reason", "link_reason"}
	evidenceKeys = []string{"document", "quote", "sentence"}
	relationKeys = []string{"from", "to", "type", "strength", "cue", "mentions"}
	disagreeKeys = []string{"about", "field", "kind", "values"}
	valueKeys    = []string{"value", "documents"}
)

// maxVisits bounds how many values one file may expand to: aliases of lists of
// aliases grow a small file without end.
const maxVisits = 4 << 20

// A decoder turns nodes into a story and gathers everything that is wrong.
type decoder struct {
	src    *source
	json   bool
	diags  []Diagnostic
	visits int
}

func (d *decoder) add(n *node, diag Diagnostic) {
	d.diags = append(d.diags, d.src.at(diag, n.off))
}

func (d *decoder) fail(n *node, name, help, format string, args ...any) {
	d.add(n, Diagnostic{Name: name, Severity: Error, Message: fmt.Sprintf(format, args...), Help: help})
}

// An object is a mapping whose keys have been checked.
type object struct {
	*decoder
	n    *node
	what string
}

// object checks that n is a mapping with no other keys than those given.
func (d *decoder) object(n *node, what string, keys []string) (object, bool) {
	d.visits++
	if d.visits == maxVisits {
		d.fail(n, "too-large", "write out what aliases repeat", "this file holds, aliases expanded, more than %d values", maxVisits)
	}
	if d.visits >= maxVisits {
		return object{}, false
	}
	if n.kind != mappingNode {
		d.fail(n, "wrong-type", "write its fields as \"key: value\"", "%s must be a mapping, not %s", what, describe(n))
		return object{}, false
	}
	d.checkKeys(n, what, keys, 0)
	return object{d, n, what}, true
}

func (d *decoder) checkKeys(n *node, what string, keys []string, depth int) {
	var seen map[string]*node
	for i, e := range n.entries {
		if e.isMerge() && !d.json {
			for _, m := range n.merged() {
				switch {
				case m.kind != mappingNode:
					d.fail(e.value, "wrong-type", "", "<< takes in a mapping, not %s", describe(m))
				case depth < maxMergeDepth:
					d.visits += len(m.entries)
					if d.visits < maxVisits {
						d.checkKeys(m, what, keys, depth+1)
					}
				}
			}
			continue
		}
		key := e.key.text
		if len(n.entries) > manyKeys && seen == nil {
			seen = make(map[string]*node, len(n.entries))
		}
		if first := earlier(n.entries[:i], seen, key); first != nil {
			line, _ := d.src.position(first.off)
			d.fail(e.key, "duplicate-key", "keep one of the two", "key `%s` stands twice in %s, first on line %d", key, what, line)
			continue
		}
		if seen != nil {
			seen[key] = e.key
		}
		if !contains(keys, key) {
			d.unknownKey(e.key, what, keys)
		}
	}
}

// manyKeys is how many keys are compared one by one; no object of a story has
// as many.
const manyKeys = 32

// earlier returns the key of the first entry that is called key, from a map of
// them where there is one.
func earlier(entries []entry, seen map[string]*node, key string) *node {
	if seen != nil {
		return seen[key]
	}
	for _, e := range entries {
		if e.key.text == key && !e.isMerge() {
			return e.key
		}
	}
	return nil
}

func (d *decoder) unknownKey(key *node, what string, keys []string) {
	if near := Nearest(key.text, keys); near != "" {
		d.fail(key, "unknown-key", "", "unknown key `%s`: did you mean `%s`?", key.text, near)
		return
	}
	d.fail(key, "unknown-key", what+" has the keys "+strings.Join(keys, ", "), "unknown key `%s` in %s", key.text, what)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// describe names a value's shape for a message.
func describe(n *node) string {
	switch n.kind {
	case mappingNode:
		return "a mapping"
	case sequenceNode:
		return "a list"
	case nullNode:
		return "nothing"
	}
	text := []rune(n.text)
	if len(text) > 30 {
		text = append(text[:30], '…')
	}
	return strconv.Quote(string(text))
}

// value returns the node of key, nil where it is absent or null.
func (o object) value(key string) *node {
	v := o.n.get(key)
	if v == nil || v.kind == nullNode {
		return nil
	}
	return v
}

// text returns a scalar's text, empty where absent.
func (o object) text(key string) string {
	v := o.value(key)
	if v == nil {
		return ""
	}
	return o.scalar(v, "`"+key+"`")
}

// scalar returns n's text and complains about other shapes.
func (d *decoder) scalar(n *node, what string) string {
	switch {
	case n.kind != scalarNode:
		d.fail(n, "wrong-type", "", "%s must be text, not %s", what, describe(n))
		return ""
	case d.json && n.style == plainStyle:
		d.fail(n, "wrong-type", "put it in quotes", "%s must be a string, not %s", what, n.text)
		return ""
	}
	return n.text
}

// raw returns text as the file has it, for the few values in which it counts:
// [1667,1668] is a list to YAML and one date to EDTF, and JSON may give a year
// as a number.
func (o object) raw(key string) (string, *node) {
	v := o.value(key)
	switch {
	case v == nil:
		return "", nil
	case v.kind == scalarNode && (!o.json || v.text != "true" && v.text != "false"):
		return v.text, v
	case v.kind != scalarNode && v.flow && v.end > v.off && !o.json && !v.alias:
		return strings.Join(strings.Fields(o.src.text[v.off:v.end]), ""), v
	}
	return o.text(key), v
}

func (o object) date(key string) edtf.Date {
	s, n := o.raw(key)
	if s == "" {
		return edtf.Date{}
	}
	date, err := edtf.Parse(s)
	if err == nil {
		return date
	}
	diag := Diagnostic{
		Name: "impossible-date", Severity: Error,
		Message: fmt.Sprintf("`%s` is no date: %s", key, err),
	}
	off := n.off
	var pe *edtf.ParseError
	if errors.As(err, &pe) {
		diag.Message = fmt.Sprintf("`%s: %s` is no date: %s", key, s, pe.Reason)
		if n.style == plainStyle && n.end-n.off == len(s) {
			off += min(max(pe.Offset, 0), len(s))
		} else if n.style == quotedStyle && n.end-n.off == len(s)+2 {
			off += 1 + min(max(pe.Offset, 0), len(s))
		}
	}
	o.diags = append(o.diags, o.src.at(diag, off))
	return edtf.Date{}
}

// clock returns the time of an event; its syntax is Validate's to check.
func (o object) clock(key string) string {
	s, _ := o.raw(key)
	return s
}

func (o object) number(key string) float64 {
	v := o.value(key)
	if v == nil {
		return 0
	}
	if v.kind == scalarNode && v.style == plainStyle {
		f, err := strconv.ParseFloat(v.text, 64)
		if err == nil && !math.IsNaN(f) && !math.IsInf(f, 0) && !strings.ContainsAny(v.text, "xX_") {
			return f
		}
	}
	o.fail(v, "wrong-type", "write it as 0.8", "`%s` must be a number, not %s", key, describe(v))
	return 0
}

// whole returns a count of code points.
func (o object) whole(key string) int {
	v := o.value(key)
	if v == nil {
		return 0
	}
	return o.count(v, "`"+key+"`")
}

func (d *decoder) count(v *node, what string) int {
	if v.kind == scalarNode && v.style == plainStyle {
		if i, err := strconv.ParseInt(v.text, 10, 32); err == nil && i >= 0 {
			return int(i)
		}
	}
	d.fail(v, "wrong-type", "", "%s must be a count of characters, 0 or more, not %s", what, describe(v))
	return 0
}

func (o object) boolean(key string) *bool {
	v := o.value(key)
	if v == nil {
		return nil
	}
	if v.kind == scalarNode && v.style == plainStyle {
		switch v.text {
		case "true", "True", "TRUE":
			b := true
			return &b
		case "false", "False", "FALSE":
			b := false
			return &b
		}
	}
	o.fail(v, "wrong-type", "write true or false", "`%s` must be true or false, not %s", key, describe(v))
	return nil
}

// length returns how many items a list has, as far as they will be visited.
func (o object) length(key string) int {
	v := o.value(key)
	if v == nil || v.kind != sequenceNode {
		return 0
	}
	return min(v.length(), maxVisits)
}

// list calls each with every item of a list.
func (o object) list(key string, each func(i int, item *node)) {
	v := o.value(key)
	if v == nil {
		return
	}
	if v.kind != sequenceNode {
		o.fail(v, "wrong-type", "write a list: [one, two], or each on a line that begins with \"- \"",
			"`%s` must be a list, not %s", key, describe(v))
		return
	}
	for i := range v.length() {
		o.visits++
		if o.visits == maxVisits {
			o.fail(v, "too-large", "write out what aliases repeat", "this file holds, aliases expanded, more than %d values", maxVisits)
		}
		if o.visits >= maxVisits {
			return
		}
		each(i, v.item(i))
	}
}

// texts returns a list of texts, nil where absent or empty.
func (o object) texts(key string) []string {
	var out []string
	o.list(key, func(i int, item *node) {
		out = append(out, o.scalar(item, fmt.Sprintf("each of `%s`", key)))
	})
	return out
}
