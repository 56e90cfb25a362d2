package timex

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

// A Language holds what the expressions of one language are made of. It is
// read from a folder of five files (lang/README.md describes them) and never
// changes afterwards.
type Language struct {
	Name  string
	words map[string]word
	rules []rule

	candidates    []candidate        // the patterns of all rules
	starts        map[string][]int16 // those that can begin with a word
	startsByClass map[class][]int16  // or with a number

	traps map[string][]*trap
	joins []join
	phase []prefix
	bound []prefix
	tail  []prefix
}

// A word is what a language knows about one word. n is its number: the month,
// the weekday, the cardinal or ordinal, the unit, the offset in days.
type word struct {
	class class
	marks mark
	n     int
	value string // TIMEX3 value or mod, where the word has one of its own
}

//go:embed lang/*/words.txt lang/*/rules.txt lang/*/traps.txt lang/*/joins.txt lang/*/holidays.txt
var folders embed.FS

// English returns the English language, read on first use.
var English = sync.OnceValue(func() *Language {
	l, err := ReadLanguage(folders, "lang/en")
	if err != nil {
		panic(err) // the files are part of the program; the first test finds it
	}
	return l
})

// ReadLanguage reads the files of a language. Errors name the file and the
// line.
func ReadLanguage(fsys fs.FS, dir string) (*Language, error) {
	l := &Language{Name: path.Base(dir), words: make(map[string]word, 1024), traps: make(map[string][]*trap)}
	for _, f := range []struct {
		name string
		read func(*Language, []line) error
	}{
		{"words.txt", readWords},
		{"rules.txt", readRules},
		{"holidays.txt", readHolidays},
		{"traps.txt", readTraps},
		{"joins.txt", readJoins},
	} {
		data, err := fs.ReadFile(fsys, path.Join(dir, f.name))
		if err != nil {
			return nil, err
		}
		if err := f.read(l, splitLines(string(data))); err != nil {
			return nil, fmt.Errorf("%s/%s: %w", dir, f.name, err)
		}
	}
	l.index()
	l.collectStarts()
	return l, nil
}

// index marks the literal words of the patterns. Where a pattern needs no other
// word that makes a sentence worth reading, its last literal does.
func (l *Language) index() {
	for i := range l.rules {
		for _, pattern := range l.rules[i].patterns {
			var last *element
			triggered := false
			for k := range pattern.elements {
				e := &pattern.elements[k]
				for _, w := range e.words {
					l.addClass(w, cLit)
				}
				if e.optional {
					continue
				}
				if len(e.words) > 0 && e.class == 0 {
					last = e
				}
				triggered = triggered || e.class&cTrigger != 0 && len(e.words) == 0
			}
			if last != nil && !triggered {
				for _, w := range last.words {
					if l.words[w].class&cTrigger == 0 {
						l.addClass(w, cAbstract)
					}
				}
			}
		}
	}
}

// collectStarts collects, for every word and kind of number, the patterns that
// can begin with it.
func (l *Language) collectStarts() {
	for i := range l.rules {
		for p := range l.rules[i].patterns {
			l.candidates = append(l.candidates, candidate{&l.rules[i], &l.rules[i].patterns[p]})
		}
	}
	l.starts = make(map[string][]int16, len(l.words))
	for w, known := range l.words {
		if known.class != 0 {
			l.starts[w] = l.collect(known.class, w)
		}
	}
	l.startsByClass = make(map[class][]int16)
	for _, c := range numberClasses {
		l.startsByClass[c] = l.collect(c, "")
	}
}

func (l *Language) addClass(w string, c class) {
	known := l.words[w]
	known.class |= c
	l.words[w] = known
}

// A line is a line of a language's file without its comment.
type line struct {
	number   int
	indented bool
	text     string
}

// splitLines leaves out empty lines and comments: # at the start of a line or
// alone after a space.
func splitLines(data string) []line {
	var out []line
	n := 0
	for s := range strings.SplitSeq(data, "\n") {
		n++
		text := strings.TrimSpace(s)
		if text == "" || strings.HasPrefix(text, "# ") || text == "#" {
			continue
		}
		out = append(out, line{n, s[0] == ' ', text})
	}
	return out
}

func (ln line) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %s", ln.number, fmt.Sprintf(format, args...))
}

// readWords reads "CLASS [NUMBER] [VALUE]: WORD ..." and "@MARK: WORD ...".
func readWords(l *Language, lines []line) error {
	for _, ln := range lines {
		head, words, ok := strings.Cut(ln.text, ": ")
		if !ok {
			return ln.errorf("no colon and space in %q", ln.text)
		}
		var add word
		if name, isMark := strings.CutPrefix(head, "@"); isMark {
			if add.marks, ok = markNames[name]; !ok {
				return ln.errorf("no mark %q", name)
			}
		} else if err := readClass(ln, head, &add); err != nil {
			return err
		}
		for w := range strings.FieldsSeq(words) {
			old := l.words[w]
			old.class |= add.class
			old.marks |= add.marks
			if add.class != 0 {
				old.n = add.n
			}
			if add.value != "" {
				old.value = add.value
			}
			l.words[w] = old
		}
	}
	return nil
}

func readClass(ln line, head string, add *word) error {
	f := strings.Fields(head)
	if len(f) == 0 {
		return ln.errorf("no class before the colon")
	}
	c, ok := classNames[f[0]]
	if !ok || len(f) > 3 {
		return ln.errorf("%q names no class", head)
	}
	add.class = c
	if c&(cNum) != 0 {
		add.marks = mSpelled
	}
	for _, s := range f[1:] {
		if u, ok := unitNamed(s); ok && c&(cUnit|cUnits|cOften) != 0 {
			add.n = int(u)
		} else if n, err := strconv.Atoi(s); err == nil {
			add.n = n
		} else {
			add.value = s
		}
	}
	for _, r := range numberRanges {
		if c&r.class != 0 && (add.n < r.from || add.n > r.to) {
			return ln.errorf("%q needs a number from %d to %d", head, r.from, r.to)
		}
	}
	return nil
}

// numberRanges bounds the numbers of the classes that are counted through.
var numberRanges = []struct {
	class    class
	from, to int
}{
	{cMonth, 1, 12}, {cWeekday, 0, 6}, {cSeason, 0, 3}, {cQuarter, 1, 4}, {cOrd, 0, 100},
	{cUnit | cUnits, int(uSecond), int(uMillennium)},
}
