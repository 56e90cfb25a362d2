package pdf

import (
	"fmt"
	"strings"
)

// An operation is an operator with what stands before it.
type operation struct {
	operator word
	operands []any
}

func operations(data []byte) []operation {
	var out []operation
	var operands []any
	l := &lexer{data: data}
	for {
		switch v := l.value().(type) {
		case nil:
			if len(operands) > 0 {
				panic("operands without an operator")
			}
			return out
		case word:
			out = append(out, operation{v, operands})
			operands = nil
		default:
			operands = append(operands, v)
		}
	}
}

func (d document) content() []operation {
	return operations(d.get(d.page(), "Contents").(stream).data)
}

// A shown is one line of text as it stands on the page: its place in px, its
// width in em/1000 and what programs read from its glyphs.
type shown struct {
	x, y  float64
	size  float64
	width float64
	text  string
	codes []string // font and glyph
	mcid  int      // -1 for what is not read
}

// shown returns all lines of text in the order of the content.
func (d document) shown() []shown {
	var out []shown
	var line shown
	var font name
	actual, inner := "", false
	mcid := -1
	for _, o := range d.content() {
		switch o.operator {
		case "BDC":
			if n, ok := o.operands[1].(dict)["MCID"]; ok {
				mcid = int(n.(float64))
			} else {
				actual, inner = textOf(o.operands[1].(dict)["ActualText"]), true
			}
		case "BMC":
			mcid = -1
		case "EMC":
			if inner {
				out[len(out)-1].text = actual
			}
			inner = false
		case "Tf":
			font = o.operands[0].(name)
			line.size = o.operands[1].(float64)
		case "Tm":
			line = shown{x: o.operands[4].(float64), y: o.operands[5].(float64), size: line.size, mcid: mcid}
		case "TJ":
			d.show(&line, font, o.operands[0].([]any))
		case "ET":
			out = append(out, line)
		}
	}
	return out
}

func (d document) show(line *shown, font name, parts []any) {
	f := d.get(d.page(), "Resources", "Font", font)
	read, widths := d.toUnicode(f), d.widths(f)
	for _, p := range parts {
		switch p := p.(type) {
		case float64:
			line.width -= p
		case string:
			for i := 0; i < len(p); i += 2 {
				code := p[i : i+2]
				line.text += read[code]
				line.width += widths[code]
				line.codes = append(line.codes, fmt.Sprintf("%s %X", font, code))
			}
		}
	}
}

// toUnicode reads a font's table of characters.
func (d document) toUnicode(font any) map[string]string {
	out := map[string]string{}
	for _, o := range operations(d.get(font, "ToUnicode").(stream).data) {
		if o.operator != "endbfchar" {
			continue
		}
		if len(o.operands) > 200 {
			panic("more than 100 entries in a block")
		}
		for i := 0; i < len(o.operands); i += 2 {
			out[o.operands[i].(string)] = utf16Text(o.operands[i+1].(string))
		}
	}
	return out
}

// widths reads a font's advances.
func (d document) widths(font any) map[string]float64 {
	out := map[string]float64{}
	list := d.get(d.get(font, "DescendantFonts").([]any)[0], "W").([]any)
	for i := 0; i < len(list); i += 2 {
		first := int(list[i].(float64))
		for k, w := range list[i+1].([]any) {
			out[string([]byte{byte((first + k) >> 8), byte(first + k)})] = w.(float64)
		}
	}
	return out
}

// tree prints the structure, an element a line, with the text that it holds.
func (d document) tree() string {
	text := map[int]string{}
	for _, s := range d.shown() {
		if s.mcid >= 0 {
			text[s.mcid] += s.text
		}
	}
	var b strings.Builder
	root := d.get(d.catalog(), "StructTreeRoot").(dict)
	d.branch(&b, root["K"], d.catalog()["StructTreeRoot"].(ref), "", text)
	return b.String()
}

func (d document) branch(b *strings.Builder, v any, parent ref, indent string, text map[int]string) {
	switch e := v.(type) {
	case float64:
		fmt.Fprintf(b, "%s%q\n", indent, text[int(e)])
		if owner := d.get(d.catalog(), "StructTreeRoot", "ParentTree", "Nums").([]any)[1].([]any)[int(e)]; owner != parent {
			panic(fmt.Sprintf("piece %v belongs to %v, not %v", e, owner, parent))
		}
		return
	case dict:
		link := d.get(e, "Obj").(dict)
		fmt.Fprintf(b, "%s-> %s\n", indent, d.get(link, "A", "URI"))
		nums := d.get(d.catalog(), "StructTreeRoot", "ParentTree", "Nums").([]any)
		if n := int(link["StructParent"].(float64)); nums[2*n] != float64(n) || nums[2*n+1] != parent {
			panic("a link that belongs elsewhere")
		}
		return
	}
	e := d.resolve(v).(dict)
	if e["P"] != parent {
		panic(fmt.Sprintf("element %v has the parent %v, not %v", v, e["P"], parent))
	}
	fmt.Fprintf(b, "%s%s", indent, e["S"])
	for _, key := range []name{"T", "Alt", "ActualText"} {
		if s, ok := e[key]; ok {
			fmt.Fprintf(b, " %s=%q", key, textOf(s))
		}
	}
	b.WriteString("\n")
	for _, k := range e["K"].([]any) {
		d.branch(b, k, v.(ref), indent+"  ", text)
	}
}
