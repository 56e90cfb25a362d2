package treebank

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/conllu"
)

// tree makes a sentence of "form tag relation head"; a "+" before a form says
// that no space stands before it.
func tree(t *testing.T, words ...string) *conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for i, w := range words {
		c := strings.Fields(strings.TrimPrefix(w, "+"))
		misc := "_"
		if i+1 < len(words) && words[i+1][0] == '+' {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\tX\t%s\t_\t%s\t%s\t_\t%s\n", i+1, c[0], strings.ToLower(c[0]), c[1], c[3], c[2], misc)
	}
	s, err := conllu.NewReader(strings.NewReader(b.String())).Next()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func show(s *conllu.Sentence) string {
	var out []string
	for _, t := range s.Tokens {
		out = append(out, fmt.Sprintf("%s/%s/%s/%d", t.Form, t.XPOS, t.Rel, t.Head+1))
	}
	return strings.Join(out, " ")
}

func TestJoinHyphens(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"A DT det 5", "three CD nummod 4", "+- HYPH punct 4", "+hour NN compound 5", "talk NN root 0"},
			"A/DT/det/3 three-hour/JJ/compound/3 talk/NN/root/0"},
		{[]string{"Acme NNP compound 3", "+- HYPH punct 3", "+Beta NNP nsubj 4", "fell VBD root 0"},
			"Acme-Beta/NNP/nsubj/2 fell/VBD/root/0"},
		{[]string{"UN NNP compound 3", "+- HYPH punct 3", "+led VBN amod 4", "talks NNS root 0"},
			"UN-led/JJ/amod/2 talks/NNS/root/0"},
		// Another word that hangs from a part hangs from the whole.
		{[]string{"very RB advmod 2", "well RB advmod 4", "+- HYPH punct 2", "+known VBN amod 5", "man NN root 0"},
			"very/RB/advmod/2 well-known/JJ/amod/3 man/NN/root/0"},
	} {
		got, ok := JoinHyphens(tree(t, c.words...))
		if !ok || show(got) != c.want {
			t.Errorf("got %v, %s\nwant %s", ok, show(got), c.want)
		}
	}
	if _, ok := JoinHyphens(tree(t, "Blue NNP root 0", "Cross NNP compound 4", "+- HYPH punct 4", "+Red NNP amod 5", "Shield NNP flat 2")); ok {
		t.Error("a word that hangs from itself was taken")
	}
	if _, ok := JoinHyphens(tree(t, "Rain NN nsubj 2", "- HYPH punct 2", "fell VBD root 0")); ok {
		t.Error("a dash between spaces was taken for a hyphen")
	}
}

func TestTitled(t *testing.T) {
	words := []string{"The DT det 2", "court NN nsubj 3", "blocked VBD root 0", "a DT det 5", "sale NN obj 3", "to IN case 7", "Acme NNP obl 3", "+. . punct 3"}
	s := tree(t, words...)
	s.Tokens[2].Lemma = "block"
	for _, c := range []struct {
		style TitleStyle
		want  string
	}{
		{TitleStyle{Short: true, Present: true}, "Court/NN/nsubj/2 Blocks/VBZ/root/0 Sale/NN/obj/2 to/IN/case/5 Acme/NNP/obl/2"},
		{TitleStyle{Shout: true}, "THE/DT/det/2 COURT/NN/nsubj/3 BLOCKED/VBD/root/0 A/DT/det/5 SALE/NN/obj/3 TO/IN/case/7 ACME/NNP/obl/3 ././punct/3"},
		{TitleStyle{Short: true, Small: true}, "court/NN/nsubj/2 blocked/VBD/root/0 sale/NN/obj/2 to/IN/case/5 Acme/NNP/obl/2"},
	} {
		if got := show(Titled(s, c.style)); got != c.want {
			t.Errorf("%+v\n got %s\nwant %s", c.style, got, c.want)
		}
	}
	if got := show(s); !strings.HasPrefix(got, "The/DT/det/2 court") {
		t.Errorf("the original was changed: %s", got)
	}
}

func TestLoadNamesTheFile(t *testing.T) {
	if _, err := Load(t.TempDir(), "ewt-train"); err == nil || !strings.Contains(err.Error(), "ewt-train.conllu") {
		t.Errorf("error %v", err)
	}
}
