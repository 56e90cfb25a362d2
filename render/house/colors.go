package house

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/causeline/causeline/render/theme"
)

// colors reads the palette and checks what comes of it.
func (l *loader) colors(t *theme.Theme, e entry) {
	if e.value.kind != mapping {
		l.fail(e.value.at, "wrong-type", "`colors` must be a mapping, not "+describe(e.value), pairHelp)
		return
	}
	before := len(l.diags)
	given := l.known(e.value.entries, theme.Roles(), "`colors`")
	for _, role := range theme.Roles() {
		c, ok := given[role]
		if !ok {
			continue
		}
		light, dark, ok := l.pair(c)
		if !ok {
			continue
		}
		t.SetColor(role, light, dark)
		if role == theme.Accent {
			t.Rule.Role = theme.Accent
		}
	}
	if len(l.diags) > before {
		return // a missing colour would look like a fault of its neighbour
	}
	for _, f := range t.Check() {
		c, ok := given[f.First]
		if !ok {
			c = given[f.Second] // one of the two is not the theme's, which passes
		}
		message, help := fault(t, f)
		l.fail(c.at, "bad-color", message, help)
	}
}

const pairHelp = `write a light and a dark one: ink: ["#1a1a1a", "#ececec"]`

// pair reads the light and the dark value of a role.
func (l *loader) pair(e entry) (light, dark string, ok bool) {
	v := e.value
	if v.kind != list || len(v.list) != 2 {
		l.fail(v.at, "bad-color", fmt.Sprintf("`%s` needs two colours", e.key), pairHelp)
		return "", "", false
	}
	var out [2]string
	ok = true
	for i, item := range v.list {
		if out[i] = hex(item.word); item.kind != word || out[i] == "" {
			l.fail(item.at, "bad-color", fmt.Sprintf("`%s`: %s is no colour", e.key, describe(item)), `write red, green and blue in hexadecimal, in quotes: "#1a1a1a"`)
			ok = false
		}
	}
	return out[0], out[1], ok
}

// hex returns a colour as themes hold it; "" for what is none. #abc is short
// for #aabbcc.
func hex(s string) string {
	s = strings.ToLower(s)
	if len(s) == 4 && s[0] == '#' {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if !theme.Hex(s) {
		return ""
	}
	return s
}

// fault says what is wrong with two colours, and what to do.
func fault(t *theme.Theme, f theme.Fault) (message, help string) {
	scheme := "light"
	if f.Dark {
		scheme = "dark"
	}
	a, b := f.Values(t)
	switch f.Need {
	case theme.NeedDistinct:
		return fmt.Sprintf("`%s` and `%s` are both %s in light", f.First, f.Second, a),
			"change the last digit of one: a colour's dark value is found by its light one"
	case theme.NeedText:
		return fmt.Sprintf("`%s` is hard to read on `%s` in %s: %s on %s has a contrast of %s:1, and words need %s:1",
			f.First, f.Second, scheme, a, b, decimal(f.Got), decimal(f.Want)), moreContrast(f, a, b)
	case theme.NeedMark:
		return fmt.Sprintf("`%s` is hard to see on `%s` in %s: %s on %s has a contrast of %s:1, and marks need %s:1",
			f.First, f.Second, scheme, a, b, decimal(f.Got), decimal(f.Want)), moreContrast(f, a, b)
	}
	return fmt.Sprintf("`%s` and `%s` look alike in %s to readers without %s cones: %s and %s are %d apart, and groups need %d",
			f.First, f.Second, scheme, cones[f.Need], a, b, f.Got/100, f.Want/100),
		"make one of them clearly lighter than the other, which all readers see"
}

// cones are what readers with each deficiency lack.
var cones = map[theme.Need]string{theme.NeedProtan: "red", theme.NeedDeutan: "green", theme.NeedTritan: "blue"}

// moreContrast says which way the two colours have to move.
func moreContrast(f theme.Fault, a, b string) string {
	first, second := "darker", "lighter"
	if brightness(a) > brightness(b) {
		first, second = second, first
	}
	return fmt.Sprintf("make `%s` %s or `%s` %s", f.First, first, f.Second, second)
}

// brightness weighs a colour's parts roughly as the eye does.
func brightness(hex string) int {
	n, _ := strconv.ParseUint(hex[1:], 16, 32)
	return int(2*(n>>16) + 7*(n>>8&0xff) + n&0xff)
}

// decimal writes hundredths: 4.5, 4.47.
func decimal(n int) string {
	return strings.TrimSuffix(strings.TrimSuffix(fmt.Sprintf("%d.%02d", n/100, n%100), "0"), ".0")
}
