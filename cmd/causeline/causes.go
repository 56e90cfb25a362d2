package main

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/causes"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// causesFlags are the flags of the causes command.
type causesFlags struct {
	strength string
	input    inputFlags
}

func (a *app) causesCommand() *cobra.Command {
	var flags causesFlags
	cmd := &cobra.Command{
		Use:   "causes [FILE...]",
		Short: "print the stated causes of texts as JSON lines",
		Long: `causes finds where a text says that one thing brought about, made possible or
prevented another ("because of", "led to", "was averted by") and prints what is
said to be the cause, the effect, and the words that say so. What nobody states
is not concluded. Without FILE it reads standard input.

Input is JSON lines, one text each, or a report as text, Markdown or HTML. A
file named .jsonl or .ndjson is JSON lines, and so is what begins with a brace.
A line holds {"id","text"}: any name or number, the text. Without "id", the
line's number stands for it. Other members are passed over.

Each text gives a line {"id","relations"}, in the order of the input. Each
relation has "cause" and "effect", a start and an end in code points of the
text, "signals", a list of such pairs, "type" (causes, enables or prevents) and
"strength". By default only what is stated plainly is printed. With
--strength=possible come, as "possible", what is only said to be likely, what
may be meant ("in the wake of"), and motives and purposes ("demanding", "in
order to").

A line that cannot be read is told on standard error and left out. The others
are read, and the exit status is 1.`,
		Example: `  causeline causes corpus.jsonl > causes.jsonl
  causeline causes --strength=possible report.txt
  echo 'The harbour closed because of the storm.' | causeline causes
  zcat archive.jsonl.gz | causeline causes --fast | gzip > causes.jsonl.gz`,
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := flags.finder()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			return a.stream(cmd.Context(), args, flags.input.format, lineWork{f.line, f.document})
		},
	}
	cmd.Flags().StringVar(&flags.strength, "strength", string(story.StrengthStated), "least `STRENGTH` to print: stated or possible")
	complete(cmd, "strength", string(story.StrengthStated), string(story.StrengthPossible))
	flags.input.registerFast(cmd)
	cmd.Flags().StringVar(&flags.input.format, "input-format", "", "`FORMAT` of the input: jsonl, text, markdown or html")
	complete(cmd, "input-format", formatLines, source.FormatText, source.FormatMarkdown, source.FormatHTML)
	return cmd
}

// finder checks the flags.
func (f *causesFlags) finder() (causeFinder, error) {
	out := causeFinder{possible: f.strength == string(story.StrengthPossible), lang: f.input.language()}
	if err := oneOf("strength", f.strength, string(story.StrengthStated), string(story.StrengthPossible)); err != nil {
		return out, err
	}
	if f.input.format != "" {
		if err := oneOf("input-format", f.input.format, formatLines, source.FormatText, source.FormatMarkdown, source.FormatHTML); err != nil {
			return out, err
		}
	}
	if f.input.format != formatLines {
		out.format = f.input.format
	}
	return out, nil
}

// A causeFinder finds the causes of texts as the flags want it.
type causeFinder struct {
	possible bool
	format   string // of reports
	lang     english.Analyzer
}

// line reads a line of JSON.
func (f *causeFinder) line(dst []byte, number int, line []byte) ([]byte, error) {
	in, err := readCauseLine(line)
	if err != nil {
		return dst, err
	}
	if in.id == "" {
		in.id = fmt.Sprintf(`"%d"`, number)
	}
	return appendCauses(dst, in.id, in.text, annotate.Causes(in.text, nil, f.lang, f.possible)), nil
}

// document reads a report.
func (f *causeFinder) document(dst []byte, name string, data []byte) ([]byte, error) {
	doc, err := source.ReadBytes(name, data, source.Options{Format: f.format})
	if errors.Is(err, source.ErrStory) {
		return dst, errors.New("it is a story file: causes reads reports and JSON lines")
	}
	if err != nil {
		return dst, err
	}
	return appendCauses(dst, quoted(name), doc.Text, annotate.Causes(doc.Text, doc.Blocks, f.lang, f.possible)), nil
}

// appendCauses appends a text's relations as a line of JSON. The id is JSON.
func appendCauses(b []byte, id, text string, rels []causes.Relation) []byte {
	b = append(b, `{"id":`...)
	b = append(b, id...)
	b = append(b, `,"relations":[`...)
	at := pointCounter{text: text}
	for i := range rels {
		r := &rels[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"cause":`...)
		b = at.append(b, r.Cause.Span)
		b = append(b, `,"effect":`...)
		b = at.append(b, r.Effect.Span)
		b = append(b, `,"signals":[`...)
		for k, s := range r.Signals {
			if k > 0 {
				b = append(b, ',')
			}
			b = at.append(b, s)
		}
		b = append(b, ']')
		b = appendMember(b, "type", string(r.Type))
		strength := story.StrengthPossible
		if r.Sure() {
			strength = story.StrengthStated
		}
		b = appendMember(b, "strength", string(strength))
		b = append(b, '}')
	}
	return append(b, "]}\n"...)
}

// A pointCounter turns byte offsets into code points, fast where they lie
// close together.
type pointCounter struct {
	text         string
	bytes, count int
}

func (c *pointCounter) append(b []byte, s causes.Span) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(c.points(s.Start)), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(c.points(s.End)), 10)
	return append(b, ']')
}

func (c *pointCounter) points(offset int) int {
	if offset >= c.bytes {
		c.count += utf8.RuneCountInString(c.text[c.bytes:offset])
	} else {
		c.count -= utf8.RuneCountInString(c.text[offset:c.bytes])
	}
	c.bytes = offset
	return c.count
}
