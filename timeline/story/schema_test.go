package story

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

const schemaFile = "../../docs/story.schema.json"

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func jsonValue(t interface{ Fatal(...any) }, data []byte) any {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func yamlValue(t interface{ Fatal(...any) }, data []byte) any {
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return jsonValue(t, b)
}

// The schema, the decoder's keys and the writer's keys are the same.
func TestSchemaMatchesModel(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties           map[string]any `json:"properties"`
		AdditionalProperties *bool          `json:"additionalProperties"`
	}
	var s struct {
		object
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	full := storyTree(fullStory(t), true)
	for _, tt := range []struct {
		def  string
		keys []string
		tree *value
	}{
		{"", storyKeys, full},
		{"document", documentKeys, full.get("documents").items[0]},
		{"event", eventKeys, full.get("events").items[0]},
		{"mention", mentionKeys, full.get("events").items[0].get("mentions").items[0]},
		{"relation", relationKeys, full.get("relations").items[0]},
		{"evidence", evidenceKeys, full.get("relations").items[0].get("mentions").items[0]},
		{"disagreement", disagreeKeys, full.get("disagreements").items[0]},
		{"value", valueKeys, full.get("disagreements").items[0].get("values").items[0]},
	} {
		o := s.object
		if tt.def != "" {
			o = object{}
			if err := json.Unmarshal(s.Defs[tt.def], &o); err != nil {
				t.Fatal(tt.def, err)
			}
		}
		var inSchema []string
		for k := range o.Properties {
			inSchema = append(inSchema, k)
		}
		sort.Strings(inSchema)
		keys := slices.Sorted(slices.Values(tt.keys))
		if !slices.Equal(inSchema, keys) {
			t.Errorf("%s: schema %v, decoder %v", tt.def, inSchema, keys)
		}
		if o.AdditionalProperties == nil || *o.AdditionalProperties {
			t.Errorf("%s: other keys are allowed", tt.def)
		}
		var written []string
		for _, f := range tt.tree.fields {
			written = append(written, f.key)
		}
		if !slices.Equal(written, tt.keys) {
			t.Errorf("%s: written %v, decoder %v", tt.def, written, tt.keys)
		}
	}
}

// The fixture that the test above leans on leaves no field of the model empty.
func TestFullStoryIsFull(t *testing.T) {
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		if v.IsZero() {
			if of, _ := strings.CutPrefix(path, "Story.Relations[0].Mentions[0]."); !slices.Contains([]string{"Trigger", "DateText", "DateBasis", "DateReason", "LinkReason"}, of) {
				t.Errorf("%s is empty", path)
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			if v.Type().PkgPath() != reflect.TypeOf(Story{}).PkgPath() {
				return
			}
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(path+"[0]", v.Index(i))
			}
		}
	}
	s := fullStory(t)
	walk("Story", reflect.ValueOf(*s))
	var b bytes.Buffer
	if err := WriteJSON(&b, s); err != nil {
		t.Fatal(err)
	}
	got, diags, err := Load("full.json", b.Bytes())
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	if d := same(s, got); d != "" {
		t.Error(d)
	}
}

func TestWrittenStoriesFitTheSchema(t *testing.T) {
	s := schema(t)
	rapid.Check(t, func(t *rapid.T) {
		story := genStory().Draw(t, "story")
		var j, y bytes.Buffer
		if err := WriteJSON(&j, story); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(jsonValue(t, j.Bytes())); err != nil {
			t.Fatalf("%v\n%s", err, j.Bytes())
		}
		if err := WriteYAML(&y, story); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(yamlValue(t, y.Bytes())); err != nil {
			t.Fatalf("%v\n%s", err, y.Bytes())
		}
	})
	if err := s.Validate(yamlValue(t, []byte(Sample()))); err != nil {
		t.Error(err)
	}
}

// What the schema refuses, Load refuses.
func TestBadStoriesDoNotFitTheSchema(t *testing.T) {
	s := schema(t)
	for _, bad := range []string{
		`[]`, `{"causeline": 2}`, `{"tilte": "x"}`, `{"events": {}}`, `{"events": [{"date": "1911"}]}`, `{"events": [{"title": ""}]}`,
		`{"events": [{"title": "x", "id": "No"}]}`, `{"events": [{"title": "x", "time": "11.30"}]}`, `{"events": [{"title": "x", "status": "maybe"}]}`,
		`{"events": [{"title": "x", "weight": 2}]}`, `{"events": [{"title": "x", "show": "yes"}]}`, `{"events": [{"title": "x", "actors": "y"}]}`,
		`{"events": [{"title": "x", "date": "1911-01-01T10:00"}]}`, `{"events": [{"title": "x", "date": true}]}`,
		`{"documents": [{"id": "r"}], "events": [{"title": "x", "mentions": [{"document": "r", "sentence": [1]}]}]}`,
		`{"documents": [{"id": "r"}], "events": [{"title": "x", "mentions": [{"document": "r", "start": -1}]}]}`,
		`{"documents": [{"path": "x"}]}`, `{"documents": [{"id": "r", "dating": "guessed"}]}`, `{"documents": [{"id": "r", "text_sha256": "00"}]}`,
		`{"relations": [{"from": "a", "to": "b"}], "events": [{"id": "a", "title": "x"}, {"id": "b", "title": "x"}]}`,
		`{"relations": [{"from": "a", "to": "b", "type": "after"}], "events": [{"id": "a", "title": "x"}, {"id": "b", "title": "x"}]}`,
		`{"events": [{"title": "x", "title_reason": 3}]}`, `{"events": [{"title": "x", "weight_reason": ["a"]}]}`, `{"documents": [{"id": "r"}], "events": [{"title": "x", "mentions": [{"document": "r", "date_reason": true}]}]}`,
		`{"relations": [{"from": "a", "to": "b", "type": "causes", "mentions": [{"document": "r", "link_reason": "x"}]}], "documents": [{"id": "r"}], "events": [{"id": "a", "title": "x"}, {"id": "b", "title": "x"}]}`,
		`{"removed": "a"}`, `{"same_as": [["a"]]}`, `{"disagreements": [{"about": ["a"], "field": "x", "kind": "conflict"}], "events": [{"id": "a", "title": "x"}]}`,
	} {
		if s.Validate(jsonValue(t, []byte(bad))) == nil {
			t.Errorf("the schema takes %s", bad)
		}
		if _, _, err := Load("bad.json", []byte(bad)); err == nil {
			t.Errorf("Load takes %s", bad)
		}
	}
	if err := s.Validate(jsonValue(t, []byte(strings.Replace(`{"events": [{"title": "x", "date": 1911}]}`, "x", "y", 1)))); err != nil {
		t.Error(err)
	}
}

// fullStory has every field of the model.
func fullStory(t *testing.T) *Story {
	yes := true
	return &Story{
		Title: "Title", Summary: "Summary",
		Documents: []Document{{ID: "paper", Path: "a/paper.txt", Title: "T", Publisher: "P", URL: "https://paper.example/", Published: date(t, "1911-03-09"),
			Dating: DatingInferred, DatingReason: "like another", TextSHA256: strings.Repeat("0a", 32)}},
		Events: []Event{
			{ID: "a", Date: date(t, "1911-03-08"), Time: "11:30", Title: "A", Status: StatusPlanned, Actors: []string{"X"}, Place: "L", Lane: "M", Weight: 0.5, Drawn: true,
				Show: &yes, Reviewed: &yes, Note: "N", URL: "https://a.example/", TitleReason: "R", StatusReason: "S", WeightReason: "W",
				Mentions: []Mention{{Document: "paper", Quote: "Q", Sentence: Span{1, 20}, Trigger: Span{3, 5}, DateText: "on 8 March", DateBasis: BasisStated, DateReason: "D", LinkReason: "K"}}},
			{ID: "b", Date: date(t, "1912"), Time: "12:00Z", Title: "B", Status: StatusDenied, Actors: []string{"X"}, Place: "L", Lane: "M", Weight: 1, Drawn: true,
				Show: &yes, Reviewed: &yes, Note: "N", URL: "b.html", TitleReason: "R", StatusReason: "S", WeightReason: "W",
				Mentions: []Mention{{Document: "paper", Quote: "Q", Sentence: Span{1, 20}, Trigger: Span{3, 5}, DateText: "later", DateBasis: BasisContext, DateReason: "D", LinkReason: "K"}}},
		},
		Relations: []Relation{{From: "a", To: "b", Type: Causes, Strength: StrengthPossible, Cue: "led to", Mentions: []Mention{{Document: "paper", Quote: "Q", Sentence: Span{1, 20}}}}},
		Disagreements: []Disagreement{{About: []string{"a"}, Field: "date", Kind: Conflict,
			Values: []DisagreementValue{{Value: "1911", Documents: []string{"paper"}}}}},
		Removed: []string{"gone"}, SameAs: [][2]string{{"a", "a-old"}}, NotSameAs: [][2]string{{"a", "b"}}, Silenced: []string{"two-dates-0a1b2c3d"},
	}
}
