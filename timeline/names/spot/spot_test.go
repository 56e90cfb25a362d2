package spot

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/nlp"
)

// sentence makes tagged tokens of "word/TAG".
func sentence(words string) nlp.Sentence {
	var s nlp.Sentence
	at := 0
	for w := range strings.FieldsSeq(words) {
		text, tag, _ := strings.Cut(w, "/")
		s.Tokens = append(s.Tokens, nlp.Token{Start: at, End: at + len(text), Text: text, Lower: nlp.Lower(text), Tag: tag})
		at += len(text) + 1
	}
	return s
}

func show(sents []nlp.Sentence, found [][]Span) string {
	var out []string
	for i, spans := range found {
		for _, s := range spans {
			if s.Kind == Other {
				continue
			}
			var words []string
			for _, t := range sents[i].Tokens[s.Start:s.End] {
				words = append(words, t.Text)
			}
			out = append(out, fmt.Sprintf("%s=%c", strings.Join(words, " "), "PLO"[s.Kind]))
		}
	}
	return strings.Join(out, "; ")
}

func TestSpans(t *testing.T) {
	sents := []nlp.Sentence{
		sentence("Marta/NNP Lindqvist/NNP studied/VBD at/IN the/DT University/NNP of/IN Uppsala/NNP ./."),
		sentence("Lindqvist/NNP moved/VBD to/IN Chicago/NNP in/IN 1931/CD ./."),
		sentence("it/PRP rained/VBD ./."),
	}
	got := show(sents, Default().Spans(sents))
	want := "Marta Lindqvist=P; University of Uppsala=O; Lindqvist=P; Chicago=L"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// A word is read as what the rest of the document takes it for.
func TestDocumentDecides(t *testing.T) {
	alone := []nlp.Sentence{sentence("They/PRP saw/VBD Varga/NNP ./.")}
	told := append([]nlp.Sentence{
		sentence("Anna/NNP Varga/NNP was/VBD born/VBN in/IN 1950/CD ./."),
		sentence("Mrs./NNP Varga/NNP taught/VBD music/NN ./."),
	}, alone...)
	if got := show(told, Default().Spans(told)); !strings.HasSuffix(got, "Varga=P") {
		t.Errorf("told: %s", got)
	}
}

func TestDamagedFile(t *testing.T) {
	if _, err := Decode(nil); err == nil {
		t.Error("an empty file was taken")
	}
	for cut := 10; cut < len(modelFile); cut += len(modelFile)/50 + 1 {
		if _, err := Decode(modelFile[:cut]); err == nil {
			t.Errorf("a file cut to %d bytes was taken", cut)
		}
	}
}

func TestEncode(t *testing.T) {
	rows := make([]Row, 1<<Bits)
	rows[3], rows[77777] = Row{1, -2, 300, 4}, Row{0, 0, 0, -1000}
	var a, b bytes.Buffer
	if err := NewModel(rows).Encode(&a); err != nil {
		t.Fatal(err)
	}
	m, err := Decode(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if m.Score1(3) != [Kinds]int32{1, -2, 300, 4} || m.Score1(77777) != [Kinds]int32{0, 0, 0, -1000} || m.Score1(5) != [Kinds]int32{} {
		t.Error("weights changed on their way through the file")
	}
	if err := m.Encode(&b); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("equal models gave other bytes")
	}
}

// Names lie inside their sentences, in order, without overlap, whatever the
// text.
func FuzzSpans(f *testing.F) {
	f.Add("Marta/NNP Lindqvist/NNP met/VBD UNESCO/NNP ./.")
	f.Add("\xff/NNP A/ /")
	f.Fuzz(func(t *testing.T, words string) {
		sents := []nlp.Sentence{sentence(words), {}, sentence(words)}
		for i, spans := range Default().Spans(sents) {
			end := 0
			for _, s := range spans {
				if s.Start < end || s.End <= s.Start || s.End > len(sents[i].Tokens) || s.Kind >= Kinds || s.Score <= 0 {
					t.Fatalf("%+v in %q", s, words)
				}
				end = s.End
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
