package source

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/nlp"
)

// Reports that nobody wrote, in languages that are not read.
var foreignReports = map[string]string{
	"German": "Am Dienstag ist in Hask eine Mühle abgebrannt. Nach Angaben der Polizei wurde niemand verletzt, aber der Schaden ist groß. " +
		"Der Bürgermeister sagte, er habe nicht mit einem Feuer gerechnet, und kündigte eine Untersuchung an. Die Feuerwehr war mit zwei Wagen vor Ort.",
	"Spanish": "El martes se quemó un molino en la ciudad de Hask. Según la policía no hay heridos, pero los daños son muy grandes. " +
		"El alcalde dijo que nadie esperaba un incendio como este y anunció una investigación sobre las causas. También vino una unidad de bomberos.",
	"French": "Un moulin a été détruit mardi par un incendie dans la ville de Hask. Selon la police, il n'y a pas de blessés, mais les dégâts sont importants. " +
		"Le maire a dit que personne ne s'attendait à ce feu et une enquête est ouverte. Les pompiers étaient sur place avec deux camions, qui ont été appelés par une voisine.",
	"Dutch": "In Hask is dinsdag een molen afgebrand. Volgens de politie zijn er geen gewonden, maar de schade is groot. " +
		"De burgemeester zei dat hij niet op een brand had gerekend en dat er een onderzoek komt. De brandweer was met twee wagens bij het vuur, ook uit de stad over de rivier.",
	"Polish": "We wtorek w Hask spłonął młyn. Jak podaje policja, nikt nie jest ranny, ale straty są duże. " +
		"Burmistrz powiedział, że nie spodziewał się pożaru i że dochodzenie już trwa. Na miejsce przyjechały dwa wozy, które są z tego samego miasta, oraz straż z sąsiedniej wsi, po tym jak dzwonek był za cichy.",
	"Chinese":                        strings.Repeat("星期二，哈斯克的一座磨坊被大火烧毁。据警方称，没有人受伤，但损失很大。市长说没有人预料到这场火灾。", 2),
	"Japanese":                       strings.Repeat("火曜日、ハスクの製粉所が火事で焼けた。警察によると、けが人はいないが、被害は大きい。市長は調査を発表した。", 2),
	"a language in Cyrillic letters": "Во вторник в Хаске сгорела мельница. По данным полиции, никто не пострадал, но ущерб велик.",
}

func document(text string) *Document {
	return &Document{Text: text, Blocks: nlp.Paragraphs(text)}
}

func TestForeign(t *testing.T) {
	for name, text := range foreignReports {
		if got := document(text).Foreign(); got != name {
			t.Errorf("%q is taken for %q, want %q", text, got, name)
		}
	}
}

func TestNotForeign(t *testing.T) {
	const english = "On Tuesday a mill burned down in Hask. According to the police nobody was hurt, but the damage is great. " +
		"The mayor said that he had not expected a fire, and announced an inquiry. "
	for name, text := range map[string]string{
		"empty":      "",
		"short":      "Der Hund und die Katze sind nicht hier.",
		"catalogue":  strings.Repeat("Torvald Brisk, 12 Mill Lane, Hask. Ines Moreno, 4 Quay Street, Orne. ", 12) + "Con una palabra más, que no es como su hermano pero también se va hoy.",
		"greeting":   "你好,世界",
		"names":      strings.Repeat("Ana de la Vega, Jan van der Molen, Luis y Marta del Río, Inês da Costa e Silva, Otto von der Heide, Pierre de la Tour du Pin, Los Altos, Las Rocas, El Paso. ", 8),
		"figures":    strings.Repeat("12.5 14 EUR 1.999 -3 % ", 50),
		"marks":      strings.Repeat("— … 、。 ", 80),
		"quotes":     english + "\"" + foreignReports["German"] + "\" it said in a letter to the town. " + english,
		"translated": english + english + "\n\n" + foreignReports["Spanish"],
		"cyrillic":   english + strings.Repeat("Мельница старого города ", 4) + english,
		"headlines":  strings.Repeat("Mill burns Hask\n\nMayor announces inquiry\n\nRiver bridge closed\n\n", 20),
		"transcript": strings.Repeat("MAYOR: No. No. I am on a no no list.\n\nJUDGE: O, e, a, me, do, no, as, se!\n\n", 10),
	} {
		if got := document(text).Foreign(); got != "" {
			t.Errorf("%s: taken for %s:\n%s", name, got, text)
		}
	}
}

// TestForeignMeta: what a page says around its text does not count.
func TestForeignMeta(t *testing.T) {
	meta := foreignReports["German"]
	text := meta + "\n\nA mill burned down in Hask."
	d := &Document{Text: text, Blocks: []nlp.Block{{Start: 0, End: len(meta), Kind: nlp.Meta}, {Start: len(meta) + 2, End: len(text)}}}
	if got := d.Foreign(); got != "" {
		t.Errorf("taken for %s", got)
	}
}

func TestForeignAnyText(t *testing.T) {
	words := append(strings.Fields(languageLines), "é", "\xff", "北京", ".", "\n\n")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), " ")
		first, second := document(text), document(text)
		if first.Foreign() != second.Foreign() {
			t.Fatal("two answers")
		}
		foreignText(rapid.String().Draw(t, "text"))
	})
	if got := cutRunes("aé", 2); got != "a" {
		t.Errorf("cut to %q", got)
	}
}

func TestInEnglish(t *testing.T) {
	german, own := *document(foreignReports["German"]), *document("A mill burned down in Hask.")
	german.Path, own.Path = "de.txt", "en.txt"
	kept, warnings, err := InEnglish([]Document{german, own})
	if err != nil || len(kept) != 1 || kept[0].Path != "en.txt" || len(warnings) != 1 {
		t.Fatalf("kept %v, warnings %v, error %v", kept, warnings, err)
	}
	if got, want := warnings[0].String(), "de.txt: left out: it is in German, and only English is read"; got != want {
		t.Errorf("warning %q, want %q", got, want)
	}
	if _, _, err := InEnglish([]Document{german}); !errors.Is(err, ErrNoDocument) {
		t.Errorf("nothing left: error %v", err)
	}
	if kept, warnings, err := InEnglish(nil); kept != nil || warnings != nil || err != nil {
		t.Errorf("no documents: %v %v %v", kept, warnings, err)
	}
}
