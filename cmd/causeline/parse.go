package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/cmd/causeline/internal/stream"
	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
)

func (a *app) parseCommand() *cobra.Command {
	var in inputFlags
	var given bool
	cmd := &cobra.Command{
		Use:   "parse [FILE...]",
		Short: "print sentences, tags, trees and names as CoNLL-U",
		Long: `parse prints what causeline reads in a report: sentences, tokens, lemmas, parts
of speech (universal and Penn), dependencies (Universal Dependencies) and names,
a token a line, in CoNLL-U. TokenRange gives each token's place in the text that
"causeline text" prints; Entity brackets names. Without FILE it reads standard
input.

With --conllu the input is CoNLL-U itself: its sentences and tokens are kept,
whatever else it says of them is predicted anew.`,
		Example: `  causeline parse report.txt
  causeline parse --fast archive/*.txt > archive.conllu
  causeline parse --conllu gold.conllu > predicted.conllu
  echo 'The talks led to a treaty.' | causeline parse`,
		RunE: func(cmd *cobra.Command, args []string) error {
			opt, err := in.options()
			if err != nil {
				return err
			}
			if given && in.format != "" {
				return usagef("--conllu and --input-format exclude each other: CoNLL-U is a format")
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			return a.parse(cmd.Context(), args, given, opt, in.language())
		},
	}
	in.registerFormat(cmd)
	in.registerFast(cmd)
	cmd.Flags().BoolVar(&given, "conllu", false, "take sentences and tokens from CoNLL-U")
	return cmd
}

// parse reads all files before it prints anything, so that a file that cannot
// be read leaves no half of an output behind.
func (a *app) parse(ctx context.Context, files []string, given bool, opt source.Options, lang english.Analyzer) error {
	var texts []source.Document
	var trees [][]*conllu.Sentence
	for _, f := range files {
		data, name, err := a.readFile(ctx, f)
		if err != nil {
			return err
		}
		if given {
			sents, err := conllu.ReadAll(bytes.NewReader(data))
			if err != nil {
				return fmt.Errorf("cannot read %s as CoNLL-U: %w", name, err)
			}
			trees = append(trees, documents(sents)...)
			continue
		}
		d, err := source.ReadBytes(f, data, opt)
		if errors.Is(err, source.ErrStory) {
			return fmt.Errorf("%s is a story file: parse reads reports", name)
		}
		if err != nil {
			return err
		}
		texts = append(texts, d)
	}
	if given {
		return inOrder(ctx, a.stdout, trees, func(sents []*conllu.Sentence) []byte {
			return fill(sents, lang)
		})
	}
	return inOrder(ctx, a.stdout, texts, func(d source.Document) []byte {
		return appendAll(annotate.Sentences(annotate.Read(d.Path, d.Text, d.Blocks, lang)))
	})
}

// documents cuts the sentences of a file into its documents: names are those
// of one document.
func documents(sents []*conllu.Sentence) [][]*conllu.Sentence {
	var out [][]*conllu.Sentence
	for i, s := range sents {
		if i == 0 || s.Opens("newdoc") {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], s)
	}
	return out
}

// fill predicts the tags, trees and names of sentences with given tokens.
func fill(sents []*conllu.Sentence, lang english.Analyzer) []byte {
	read := make([]nlp.Sentence, len(sents))
	for i, s := range sents {
		read[i] = annotate.Given(s)
		lang.Parse(&read[i])
		annotate.Fill(s, read[i].Tokens)
	}
	annotate.AddNames(sents, annotate.Names(read))
	return appendAll(sents)
}

func appendAll(sents []*conllu.Sentence) []byte {
	var b []byte
	for _, s := range sents {
		b = s.Append(b)
	}
	return b
}

// inOrder writes the results of work on all items in the order of the items,
// while all processors work ahead.
func inOrder[T any](ctx context.Context, w io.Writer, items []T, work func(T) []byte) error {
	next := func() (item T, err error) {
		if len(items) == 0 {
			return item, io.EOF
		}
		item, items = items[0], items[1:]
		return item, nil
	}
	return stream.Each(ctx, next, work, func(b []byte) error {
		_, err := w.Write(b)
		return err
	})
}
