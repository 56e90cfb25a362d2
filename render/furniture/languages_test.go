package furniture

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

func in(t *testing.T, tag string) lang.Speaker {
	t.Helper()
	l, err := lang.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return lang.Speaker{Language: l}
}

// TestLanguages tells one story for the ear in every language.
func TestLanguages(t *testing.T) {
	s := &story.Story{
		Documents: []story.Document{{ID: "d", Publisher: "A"}, {ID: "e"}},
		Events: []story.Event{
			{ID: "a", Title: "X", Date: on("1907-05-03"), Drawn: true},
			{ID: "b", Title: "Y", Date: on("1907-06~"), Status: story.StatusPlanned, Drawn: true,
				Mentions: []story.Mention{{Document: "d"}, {Document: "e"}}},
			{ID: "c", Title: "Z", Date: on("1911/.."), Drawn: true},
		},
		Relations: []story.Relation{
			{From: "a", To: "b", Type: story.Causes},
			{From: "b", To: "c", Type: story.Enables, Strength: story.StrengthPossible},
		},
	}
	for tag, want := range map[string][3]string{
		"en": {"About June 1907: Y (planned). Because of 3 May 1907: X; possibly allowed since 1911: Z. Sources: A; 1 other report.",
			"3 events, from 3 May 1907 on.", "2 events, from 3 May 1907 to about June 1907"},
		"de": {"Etwa Juni 1907: Y (geplant). Ausgelöst durch: X (3. Mai 1907); vielleicht ermöglichte: Z (seit 1911). Quellen: A; 1 weiterer Bericht.",
			"3 Ereignisse, ab 3. Mai 1907.", "2 Ereignisse, 3. Mai 1907 bis etwa Juni 1907"},
		"fr": {"Vers juin 1907 : Y (prévu). Cause : X (3 mai 1907) ; peut-être a rendu possible : Z (depuis 1911). Sources : A ; 1 autre article.",
			"3 événements, depuis le 3 mai 1907.", "2 événements, du 3 mai 1907 jusqu’à environ juin 1907"},
		"es": {"Hacia junio de 1907: Y (previsto). Causa: X (3 de mayo de 1907); quizá hizo posible: Z (desde 1911). Fuentes: A; 1 noticia más.",
			"3 sucesos, desde el 3 de mayo de 1907.", "2 sucesos, desde el 3 de mayo de 1907 hasta aproximadamente junio de 1907"},
		"ru": {"Около июня 1907 г.: Y (намечено). Причина: X (3 мая 1907 г.); возможно, сделало возможным: Z (с 1911 г.). Источники: A; ещё 1 сообщение.",
			"3 события, начиная с 3 мая 1907 г.", "2 события, с 3 мая 1907 г. по примерно июнь 1907 г."},
		"uk": {"Близько червня 1907 р.: Y (намічено). Причина: X (3 травня 1907 р.); можливо, уможливило: Z (з 1911 р.). Джерела: A; ще 1 повідомлення.",
			"3 події, починаючи з 3 травня 1907 р.", "2 події, з 3 травня 1907 р. до приблизно червня 1907 р."},
		"zh": {"约1907年6月：Y（计划中）。起因：X（1907年5月3日）；可能促成：Z（自1911年起）。来源：A；另有1篇报道。",
			"3个事件，自1907年5月3日起。", "2个事件，1907年5月3日至约1907年6月"},
	} {
		say, ms := in(t, tag), scale.Moments(s)
		got := [3]string{NewTeller(say, s).Label(ms[1]), Standfirst(say, s, ms), CountOver(say, ms[:2])}
		got[0] = UpperFirst(got[0])
		for i := range got {
			if words := strings.ReplaceAll(got[i], "\u00a0", " "); words != want[i] {
				t.Errorf("%s: %q, want %q", tag, words, want[i])
			}
		}
	}
}

func TestStatusOfOtherLanguages(t *testing.T) {
	tests := []struct{ tag, title, want string }{
		{"de", "Fähre fährt", "abgesagt"},
		{"de", "Absage der Fahrt", ""},
		{"fr", "Le départ est annulé", ""},
		{"es", "Se cancela la salida", ""},
		{"ru", "Рейс отменён", ""},
		{"ru", "Рейс", "отменено"},
		{"uk", "Скасовано рейс", ""},
		{"zh", "航班取消", ""},
		{"zh", "航班", "已取消"},
	}
	for _, tt := range tests {
		if got := StatusWord(in(t, tt.tag), &story.Event{Status: story.StatusCancelled, Title: tt.title}); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.tag, tt.title, got, tt.want)
		}
	}
}

func TestDateAndStatusAreJoinedInTheLanguage(t *testing.T) {
	ty := theme.Default().Wide
	for tag, want := range map[string]string{"en": "D, s", "de": "D, s", "zh": "D，s"} {
		b := Block{}
		b.AddDate(in(t, tag), "D", "s", ty.Date, scene.Pixels(200))
		var got string
		for _, r := range b.lines[0].runs {
			got += r.Text
		}
		if got != want || b.Lines() != 1 {
			t.Errorf("%s: %q on %d lines, want %q", tag, got, b.Lines(), want)
		}
	}
}

func TestHoldInLanguages(t *testing.T) {
	for in, want := range map[string]string{
		"16 May – 2 June": "16~May~– 2~June",
		"15. August 2025": "15.~August 2025",
		"2 июня 2025 г.":  "2~июня 2025~г.",
		"2 de junio":      "2~de junio",
		"1667 or 1670":    "1667 or 1670",
		"no. August 5 d":  "no. August 5 d",
		"5 ":              "5 ",
	} {
		if got := strings.ReplaceAll(Hold(in, theme.Default().Wide.Row, scene.Pixels(1000)), "\u00a0", "~"); got != want {
			t.Errorf("Hold(%q) = %q, want %q", in, got, want)
		}
	}
}
