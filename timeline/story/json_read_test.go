package story

import (
	"encoding/json"
	"reflect"
	"testing"
)

// plainly turns nodes into what encoding/json makes of the same text.
func plainly(n *node) any {
	switch {
	case n.kind == nullNode:
		return nil
	case n.kind == sequenceNode:
		out := []any{}
		for i := range n.length() {
			out = append(out, plainly(n.item(i)))
		}
		return out
	case n.kind == mappingNode:
		out := map[string]any{}
		for _, e := range n.entries {
			out[e.key.text] = plainly(e.value)
		}
		return out
	case n.style == quotedStyle:
		return n.text
	}
	var v any
	if err := json.Unmarshal([]byte(n.text), &v); err != nil {
		return err
	}
	return v
}

// FuzzJSON: what is read is what encoding/json reads, and every value stands
// where its node says.
func FuzzJSON(f *testing.F) {
	for _, text := range []string{
		`{"events": [{"title": "a\u00e9\ud83d\ude00\n", "date": 1911, "show": true}, null, [], {}], "relations": [ ], "x": [-1.5e3,"\"\\"]}`,
		`[1, {"a": {"b": [[]]}}]`, ` "text" `, `null`, `{"documents":[1,2],"documents":{"a":1}}`, `{"": ""}`, "{\"a\":\"\xff\"}", `[1`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := newSource("a.json", text)
		root, diags := parseJSON(src)
		var want any
		if err := json.Unmarshal([]byte(text), &want); (err == nil) != (root != nil) {
			if len(diags) != 1 || diags[0].Name != "too-large" {
				t.Fatalf("read: %v; encoding/json says %v", diags, err)
			}
		}
		if root == nil {
			return
		}
		var check func(n *node)
		check = func(n *node) {
			var v, w any
			if err := json.Unmarshal([]byte(text[n.off:n.end]), &v); err != nil {
				t.Fatalf("%q is no value: %v", text[n.off:n.end], err)
			}
			if b, err := json.Marshal(plainly(n)); err != nil || json.Unmarshal(b, &w) != nil || !reflect.DeepEqual(v, w) {
				t.Fatalf("%q is read as %s", text[n.off:n.end], b)
			}
			for _, e := range n.entries {
				check(e.key)
				check(e.value)
			}
			for i := range n.length() {
				check(n.item(i))
			}
		}
		check(root)
	})
}
