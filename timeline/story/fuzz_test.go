package story

import (
	"bytes"
	"maps"
	"slices"
	"testing"
)

// Whatever a file holds, Load answers, and what it answers can be written,
// read and patched.
func FuzzLoad(f *testing.F) {
	for _, s := range styles {
		f.Add("a.yaml", []byte(s))
		f.Add("-", []byte(s))
	}
	for _, s := range badStories {
		f.Add("a.yaml", []byte(s.text))
	}
	f.Add("a.json", []byte(`{"causeline": 1, "events": [{"title": "x", "date": 1911, "mentions": []}]}`))
	f.Add("a.csv", []byte("sep=;\r\ndate;title;actors\r\n15/08/2025;\"a \"\"b\"\"\";x, y\r\n"))
	f.Add("-", []byte("\xff\xfed\x00,\x00"))
	f.Add("a.yaml", []byte(Sample()))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		s, diags, err := Load(name, data)
		if err == nil && s == nil {
			t.Fatal("neither a story nor an error")
		}
		for _, d := range diags {
			if d.Name == "" || d.Message == "" || d.Severity == "" {
				t.Fatalf("empty diagnostic: %+v", d)
			}
			_ = d.String()
		}
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := WriteYAML(&b, s); err != nil {
			t.Fatal(err)
		}
		again, _, err := Load("a.yaml", b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if d := same(withoutComputed(s), again); d != "" {
			t.Fatalf("%s\n%s", d, b.Bytes())
		}
		if sniff(name, string(data)) != formatYAML || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
			return
		}
		out, err := Patch(data, s)
		if err != nil || !bytes.Equal(out, data) {
			t.Fatalf("patched with itself: %v\n%q\n%q", err, data, out)
		}
	})
}

// Whatever YAML a story is written in, a change to it takes hold or is
// refused.
func FuzzPatch(f *testing.F) {
	names := slices.Sorted(maps.Keys(patchEdits))
	for _, s := range styles {
		for i := range names {
			f.Add(s, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, text string, change uint8) {
		s, _, err := Load("a.yaml", []byte(text))
		if err != nil {
			return
		}
		patchEdits[names[int(change)%len(names)]](t, s)
		out, err := Patch([]byte(text), s)
		if err != nil {
			return
		}
		got, _, err := Load("a.yaml", out)
		if got == nil || !equalValues("", patchTree(s), patchTree(got)) {
			t.Fatalf("%v\n%q\n%q", err, text, out)
		}
	})
}
