package story

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

func TestJSONRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := genStory().Draw(t, "story")
		var b bytes.Buffer
		if err := WriteJSON(&b, want); err != nil {
			t.Fatal(err)
		}
		got, diags, err := Load("story.json", b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if len(diags) > 0 {
			t.Fatalf("diagnostics: %v", diags)
		}
		if d := same(want, got); d != "" {
			t.Fatalf("%s\n%s", d, b.Bytes())
		}
	})
}

func TestYAMLRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		story := genStory().Draw(t, "story")
		var b bytes.Buffer
		if err := WriteYAML(&b, story); err != nil {
			t.Fatal(err)
		}
		got, diags, err := Load("story.yaml", b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if len(diags) > 0 {
			t.Fatalf("diagnostics: %v", diags)
		}
		if d := same(withoutComputed(story), got); d != "" {
			t.Fatalf("%s\n%s", d, b.Bytes())
		}
		var again bytes.Buffer
		if err := WriteYAML(&again, got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Fatal("writing what was read gives other bytes")
		}
	})
}
