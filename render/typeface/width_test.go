package typeface

import "testing"

func TestRoom(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"CJK is an em each", "東京", 2 * 2048},
		{"Hangul", "항구", 2 * 2048},
		{"emoji", "🌋", 2663},
		{"sign asked for as emoji", "♥\uFE0F", 2663},
		{"joined emoji count each", "👩\u200D🚒", 2 * 2663},
		{"Devanagari", "क", 2151},
		{"marks take no room", "กิ", 1475},
		{"script without a row", "ଓ", 2868},
		{"sign", "\U0001D1DF", 2048},
	} {
		if got := Shape(test.text, Style{}).Advance; got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
	bare := Shape("क", Style{})
	if len(bare.Missing()) != 1 || bare.Glyphs[0].Face != nil {
		t.Error("Devanagari is not reported")
	}
}
