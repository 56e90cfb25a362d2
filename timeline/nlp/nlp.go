// Package nlp holds the plain data that a language analyser hands to the
// stages that read dates, names and events. It contains no analyser and no
// language: an analyser for a language is a package of its own that implements
// Analyzer (see timeline/english).
package nlp

// An Analyzer splits a text into sentences and tokens and tags them.
// Implementations are safe for concurrent use and give the same answer on
// every machine.
type Analyzer interface {
	// Analyze reads text, which must be valid UTF-8. Blocks are the layout's
	// paragraphs, headings and list items in order; a sentence never crosses
	// a block's border. Without blocks, blank lines separate paragraphs.
	Analyze(text string, blocks []Block) []Sentence
	// AnalyzeWhere is Analyze but for the trees of sentences that worth
	// refuses: they are tagged only, and their tags are first guesses. Worth
	// sees a sentence when it is tagged and may be called from several
	// goroutines.
	AnalyzeWhere(text string, blocks []Block, worth func(*Sentence) bool) []Sentence
}

// A BlockKind says what a block of a document is.
type BlockKind uint8

// The kinds of block. Meta blocks (bylines, datelines, "share this article")
// are part of the text, so that offsets hold, but no event is read from them.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Quote
	Meta
)

// A Block is a run of a document's text that the layout sets apart.
// Start and End are byte offsets, end exclusive.
type Block struct {
	Start, End int
	Kind       BlockKind
}

// A Sentence is a run of tokens. Offsets are bytes into the analysed text.
type Sentence struct {
	Start, End int
	Kind       BlockKind // of the block that it stands in
	Block      int       // index of that block
	Tokens     []Token
}

// A Token is a word or a mark of punctuation in the Penn Treebank's manner:
// clitics ("'s", "n't") stand alone, hyphenated words are whole.
type Token struct {
	Start, End int    // bytes into the analysed text
	Text       string // as written
	Lower      string // Text in lower case, typographic apostrophes made plain
	Lemma      string // in lower case, except proper nouns
	Tag        string // Penn Treebank part of speech: NNP, VBD, IN, ...
	UPOS       string // Universal part of speech: NOUN, VERB, ...; "" where not parsed
	Rel        string // Universal Dependencies relation to the head: nsubj, obl, ...; "" where not parsed
	Head       int    // index of the head in the sentence, -1 for the root; only where Rel is set
}

// An Inflector makes the forms of a verb that headlines use.
type Inflector interface {
	// Present returns the present tense of a verb given as lemma: "buys" in
	// the third person singular, else "buy".
	Present(lemma string, third bool) string
	// Gerund returns the -ing form of a verb given as lemma: "selling".
	Gerund(lemma string) string
}

// A Language is all that the stages after it need to know of a language.
type Language interface {
	Analyzer
	Inflector
}
