package story

import "strings"

// itemKeys names the items of a list so that they can be found again in an
// edited one: by id, by what a relation joins, by the sentence of a mention.
// Items with one name are told apart by their number.
func itemKeys(list string, v *value) []string {
	keys := make([]string, len(v.items))
	seen := map[string]int{}
	for i, item := range v.items {
		var parts []string
		if item.kind != mapValue {
			list = "" // the documents of an answer are but ids
		}
		switch list {
		case "documents", "events":
			parts = keyTexts(item, "id")
		case "mentions":
			parts = keyTexts(item, "document", "quote")
		case "relations":
			parts = keyTexts(item, "from", "to", "type")
		case "disagreements":
			parts = keyTexts(item, "about", "field", "kind")
		case "values":
			parts = keyTexts(item, "value")
		default:
			parts = []string{flowYAML(item)}
		}
		key := strings.Join(parts, "\x00")
		seen[key]++
		keys[i] = key + strings.Repeat("\x01", seen[key]-1)
	}
	return keys
}

func keyTexts(v *value, keys ...string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		if f := v.get(k); f != nil {
			out[i] = flowYAML(f)
		}
	}
	return out
}

// ordered reports whether the order of a list's items says something.
func ordered(list string) bool { return list == "actors" }

// equalValues compares two values of one key. Lists are compared as sets
// where their order says nothing.
func equalValues(key string, a, b *value) bool {
	if a == nil || b == nil {
		return a == b
	}
	switch {
	case a.kind != b.kind:
		return false
	case a.kind == mapValue:
		if len(a.fields) != len(b.fields) {
			return false
		}
		for _, f := range a.fields {
			if !equalValues(f.key, f.value, b.get(f.key)) {
				return false
			}
		}
		return true
	case a.kind != listValue && a.kind != wordsValue:
		return flowYAML(a) == flowYAML(b)
	case len(a.items) != len(b.items):
		return false
	case ordered(key):
		return flowYAML(a) == flowYAML(b)
	}
	byKey := map[string]*value{}
	for i, k := range itemKeys(key, b) {
		byKey[k] = b.items[i]
	}
	for i, k := range itemKeys(key, a) {
		other, ok := byKey[k]
		if !ok || a.items[i].kind == mapValue && !equalValues("", a.items[i], other) {
			return false
		}
	}
	return true
}
