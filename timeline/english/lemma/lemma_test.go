package lemma

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestOf(t *testing.T) {
	// word/tag/lemma
	for _, list := range []string{
		`bought/VBD/buy met/VBN/meet was/VBD/be has/VBZ/have 's/VBZ/be 'd/MD/would found/VBD/find`,
		`planned/VBN/plan hoped/VBD/hope visited/VBD/visit agreed/VBD/agree tried/VBD/try died/VBD/die`,
		`announced/VBD/announce changed/VBN/change belonged/VBD/belong charged/VBN/charge managed/VBD/manage`,
		`killed/VBN/kill controlled/VBN/control signalled/VBD/signal called/VBD/call passed/VBN/pass`,
		`created/VBN/create treated/VBN/treat defeated/VBD/defeat evacuated/VBN/evacuate targeted/VBD/target`,
		`included/VBD/include avoided/VBD/avoid invaded/VBD/invade conceded/VBD/concede exceeded/VBD/exceed`,
		`required/VBN/require repaired/VBN/repair declared/VBD/declare appeared/VBD/appear secured/VBD/secure`,
		`offered/VBD/offer considered/VBN/consider ignored/VBD/ignore monitored/VBN/monitor captured/VBN/capture`,
		`defined/VBN/define gained/VBD/gain opened/VBD/open intervened/VBD/intervene postponed/VBN/postpone`,
		`developed/VBN/develop escaped/VBD/escape kidnapped/VBN/kidnap increased/VBD/increase focused/VBD/focus`,
		`involving/VBG/involve making/VBG/make stopping/VBG/stop lying/VBG/lie seeing/VBG/see going/VBG/go`,
		`leading/VBG/lead bringing/VBG/bring using/VBG/use arguing/VBG/argue rising/VBG/rise being/VBG/be`,
		`re-elected/VBN/re-elect rebuilt/VBD/rebuild overthrew/VBD/overthrow cowed/VBN/cow handled/VBD/handle`,
		`tries/VBZ/try passes/VBZ/pass vetoes/VBZ/veto causes/VBZ/cause focuses/VBZ/focus dies/VBZ/die`,
		`men/NNS/man policewomen/NNS/policewoman crises/NNS/crisis parties/NNS/party churches/NNS/church`,
		`houses/NNS/house viruses/NNS/virus lives/NNS/life moves/NNS/move heroes/NNS/hero shoes/NNS/shoe`,
		`larger/JJR/large biggest/JJS/big earlier/RBR/early better/JJR/good latest/JJS/late`,
		`n't/RB/not an/DT/a Lima/NNP/Lima States/NNPS/States them/PRP/they`,
	} {
		for c := range strings.FieldsSeq(list) {
			f := strings.Split(c, "/")
			if got := Of(f[0], f[0], f[1]); got != f[2] {
				t.Errorf("Of(%s, %s) = %q, want %q", f[0], f[1], got, f[2])
			}
		}
	}
}

func TestPast(t *testing.T) {
	for _, c := range [][3]string{
		{"take", "took", "taken"}, {"plan", "planned", "planned"}, {"visit", "visited", "visited"},
		{"try", "tried", "tried"}, {"play", "played", "played"}, {"refer", "referred", "referred"},
		{"panic", "panicked", "panicked"}, {"agree", "agreed", "agreed"}, {"set off", "set off", "set off"},
	} {
		if past, part := Past(c[0]); past != c[1] || part != c[2] {
			t.Errorf("Past(%q) = %q, %q, want %q, %q", c[0], past, part, c[1], c[2])
		}
	}
}

// TestRoundTrip: what Past and Present make, Of takes back.
func TestRoundTrip(t *testing.T) {
	for i := 0; i < len(strong()); i += 3 {
		v := strong()[i]
		past, part := Past(v)
		if Of(part, part, "VBN") != v && part != "found" && part != "ground" && part != "wound" && part != "lay" {
			t.Errorf("participle %q of %q goes back to %q", part, v, Of(part, part, "VBN"))
		}
		if past == "lay" || past == "saw" {
			continue // also verbs of their own
		}
		if got := Of(past, past, "VBD"); got != v {
			t.Errorf("past %q of %q goes back to %q", past, v, got)
		}
		if s := Present(v, true); Of(s, s, "VBZ") != v {
			t.Errorf("present %q of %q goes back to %q", s, v, Of(s, s, "VBZ"))
		}
	}
}

func TestNeverEmpty(t *testing.T) {
	tags := []string{"NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "NNP", "PRP", "RB"}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.StringMatching(`[a-zé'-]{1,5}(ed|ing|s|ies|er|iest|)`).Draw(t, "word")
		if Of(w, w, rapid.SampledFrom(tags).Draw(t, "tag")) == "" {
			t.Fatalf("empty lemma of %q", w)
		}
	})
}
