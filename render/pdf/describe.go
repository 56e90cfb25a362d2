package pdf

import (
	"fmt"
	"strings"
)

// describe writes what the document says of itself, and the catalog.
func (w *writer) describe(pages, tree ref) (root, info ref) {
	title := clean(w.picture.Title)
	if title == "" {
		title = "Picture" // a document must have a name
	}
	about := clean(w.picture.Description)
	entries := "<</Title" + words(title)
	if about != "" {
		entries += "/Subject" + words(about)
	}
	info = w.file.add(entries + "/Creator(causeline)/Producer(causeline)>>")

	lang := language(w.picture.Lang)
	metadata := w.file.plain("/Type/Metadata/Subtype/XML", []byte(xmp(title, about, lang)))
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %s/MarkInfo<</Marked true>>/StructTreeRoot %s/Metadata %s/ViewerPreferences<</DisplayDocTitle true>>",
		pages, tree, metadata)
	if lang != "" {
		catalog += "/Lang" + literal(lang)
	}
	return w.file.add(catalog + ">>"), info
}

// xmp returns the same facts as RDF (ISO 16684-1), which is where programs of
// archives look.
func xmp(title, about, lang string) string {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` + "\n" +
		"<dc:format>application/pdf</dc:format>\n")
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", xmlText(title))
	if about != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", xmlText(about))
	}
	if lang != "" {
		fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", lang)
	}
	b.WriteString("<xmp:CreatorTool>causeline</xmp:CreatorTool>\n<pdf:Producer>causeline</pdf:Producer>\n" +
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.String()
}
