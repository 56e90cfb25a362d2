package svg

import (
	"strings"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// style prints the style sheet for the roles in use: dark colours, the
// reader's forced colours, links. Roles are found by their light value, which
// saves a class on every mark.
func (w *writer) style(used map[use]bool) {
	w.raw("<style>")
	w.scheme("prefers-color-scheme:dark", used, func(c theme.Color, _ string) string { return c.Dark })
	w.scheme("forced-colors:active", used, func(c theme.Color, property string) string {
		if property == "stroke" {
			return c.ForcedStroke
		}
		return c.Forced
	})
	w.raw("#").id("").raw(" a:focus-visible{outline:2px solid currentColor;outline-offset:2px}")
	w.raw("#").id("").raw(" a:hover text{text-decoration:underline}")
	w.raw("</style>\n")
}

// scheme prints the rules of one media query. Roles that get the same value
// share a rule.
func (w *writer) scheme(query string, used map[use]bool, value func(c theme.Color, property string) string) {
	w.raw("@media(").raw(query).raw("){")
	ink, _ := w.theme.Lookup(string(scene.Ink))
	w.raw("#").id("").raw("{fill:").raw(value(ink, "fill")).raw(";color:").raw(value(ink, "fill")).raw(";forced-color-adjust:none}")
	for _, property := range []string{"fill", "stroke"} {
		var values []string
		rules := map[string][]string{} // selectors by value, read in the order of values
		for _, c := range w.theme.Colors {
			if !used[use{scene.Role(c.Name), property}] {
				continue
			}
			v := value(c, property)
			if len(rules[v]) == 0 {
				values = append(values, v)
			}
			rules[v] = append(rules[v], "["+property+`="`+c.Light+`"]`)
		}
		for _, v := range values {
			selector := rules[v][0]
			if len(rules[v]) > 1 {
				selector = ":is(" + strings.Join(rules[v], ",") + ")"
			}
			w.raw("#").id("").raw(" ").raw(selector).raw("{").raw(property).raw(":").raw(v).raw("}")
		}
	}
	w.raw("}")
}
