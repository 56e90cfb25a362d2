package svg

import (
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// style prints the style sheet for the roles in use: dark colours, the
// reader's forced colours, links. Roles are found by their light value, which
// saves a class on every mark.
func (w *writer) style(used map[scene.Role]bool) {
	w.raw("<style>")
	w.scheme("prefers-color-scheme:dark", used, func(c theme.Color) string { return c.Dark })
	w.scheme("forced-colors:active", used, func(c theme.Color) string { return c.Forced })
	w.raw("#").id("").raw(" a:focus-visible{outline:2px solid currentColor;outline-offset:2px}")
	w.raw("#").id("").raw(" a:hover text{text-decoration:underline}")
	w.raw("</style>\n")
}

// scheme prints the rules of one media query.
func (w *writer) scheme(query string, used map[scene.Role]bool, value func(theme.Color) string) {
	w.raw("@media(").raw(query).raw("){")
	for _, c := range theme.Colors() {
		if !used[scene.Role(c.Name)] {
			continue
		}
		v := value(c)
		if c.Name == string(scene.Ink) {
			w.raw("#").id("").raw("{fill:").raw(v).raw(";color:").raw(v).raw(";forced-color-adjust:none}")
		}
		for _, property := range []string{"fill", "stroke"} {
			w.raw("#").id("").raw(" [").raw(property).raw(`="`).raw(c.Light).raw(`"]{`).
				raw(property).raw(":").raw(v).raw("}")
		}
	}
	w.raw("}")
}
