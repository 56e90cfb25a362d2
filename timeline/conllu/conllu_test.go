package conllu

import (
	"io"
	"slices"
	"strings"
	"testing"
)

const sample = "# newdoc id = ferry\n# text = She can't swim.\n" +
	"1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n" +
	"2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
	"4\tswim\tswim\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n" +
	"5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"

func TestRoundTrip(t *testing.T) {
	all, err := ReadAll(strings.NewReader(sample + sample))
	if err != nil || len(all) != 2 {
		t.Fatalf("%d sentences, error %v", len(all), err)
	}
	var got []byte
	for _, s := range all {
		got = s.Append(got)
	}
	if string(got) != sample+sample {
		t.Errorf("written back:\n%s", got)
	}
	s := all[0]
	if id, ok := s.Comment("newdoc id"); !ok || id != "ferry" {
		t.Errorf("comment: %q, %v", id, ok)
	}
	if !s.Opens("newdoc") || s.Opens("newpar") {
		t.Error("newdoc not seen, or newpar seen")
	}
	if s.Tokens[3].Head != Root || s.Tokens[0].Head != 3 {
		t.Errorf("heads: %d, %d", s.Tokens[3].Head, s.Tokens[0].Head)
	}
	if got, want := s.SpaceAfter(), []bool{true, false, true, false, true}; !slices.Equal(got, want) {
		t.Errorf("spaces: %v, want %v", got, want)
	}
}

func TestIsTree(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  bool
	}{
		{[]int{Root}, true}, {[]int{1, Root, 1}, true}, {[]int{Root, Root}, false},
		{[]int{1, 0}, false}, {[]int{Root, 2, 1}, false}, {[]int{NoHead}, false}, {nil, false},
	} {
		var s Sentence
		for _, h := range c.heads {
			s.Tokens = append(s.Tokens, Token{Form: "x", Head: h})
		}
		if got := s.IsTree(); got != c.want {
			t.Errorf("%v: %v", c.heads, got)
		}
	}
}

func TestTabsInColumns(t *testing.T) {
	s := Sentence{Tokens: []Token{{Form: "a\tb\nc", Head: NoHead}}}
	if got, want := string(s.Append(nil)), "1\ta b c\t_\t_\t_\t_\t_\t_\t_\t_\n\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"columns", "1\tShe\n", "line 1: 2 columns, want 10"},
		{"number", "# x\n2\tShe\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 2: token number "2", want 1`},
		{"head", "1\tShe\t_\t_\t_\t_\tx\t_\t_\t_\n", `line 1: head "x" is no number`},
		{"outside", "\n1\tShe\t_\t_\t_\t_\t7\t_\t_\t_\n", "line 2: token 1 has head 7 in a sentence of 1"},
		{"utf8", "1\t\xff\t_\t_\t_\t_\t0\t_\t_\t_\n", "line 1: not valid UTF-8"},
		{"form", "1\t\t_\t_\t_\t_\t0\t_\t_\t_\n", "line 1: a token without form"},
	} {
		_, err := NewReader(strings.NewReader(c.in)).Next()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestEnd(t *testing.T) {
	r := NewReader(strings.NewReader("\ufeff" + strings.TrimRight(sample, "\n") + "\r\n"))
	if s, err := r.Next(); err != nil || len(s.Tokens) != 5 || len(s.Comments) != 2 {
		t.Fatalf("%+v, %v", s, err)
	}
	if _, err := r.Next(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, in string) {
		all, err := ReadAll(strings.NewReader(in))
		if err != nil {
			return
		}
		var out []byte
		for _, s := range all {
			out = s.Append(out)
		}
		again, err := ReadAll(strings.NewReader(string(out)))
		if err != nil || len(again) != len(all) {
			t.Fatalf("what was written cannot be read: %v\n%s", err, out)
		}
	})
}
