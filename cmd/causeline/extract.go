package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/story"
)

// storyFormats are the spellings of a story that commands can write.
var storyFormats = [...]string{"yaml", "json", "csv"}

func encodeStory(s *story.Story, format string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch format {
	case "json":
		err = story.WriteJSON(&b, s)
	case "csv":
		err = story.WriteCSV(&b, s)
	default:
		err = story.WriteYAML(&b, s)
	}
	return b.Bytes(), err
}

// warnLoss tells what a spelling has no place for.
func (a *app) warnLoss(s *story.Story, format string) {
	if format != "csv" {
		return
	}
	mentions := 0
	for _, e := range s.Events {
		mentions += len(e.Mentions)
	}
	var lost []string
	for _, x := range []struct {
		n    int
		what string
	}{
		{len(s.Documents), "document"}, {mentions, "mention"}, {len(s.Relations), "relation"},
		{len(s.Disagreements), "disagreement"}, {len(s.Removed) + len(s.SameAs) + len(s.NotSameAs) + len(s.Silenced), "decision"},
	} {
		if x.n > 0 {
			lost = append(lost, count(x.n, x.what))
		}
	}
	if len(lost) > 0 {
		a.sayf("warning: a CSV table holds events only: left out %s", list(lost, "and"))
	}
}

func (a *app) extractCommand() *cobra.Command {
	var in inputFlags
	var much detailFlag
	var format string
	cmd := &cobra.Command{
		Use:   "extract INPUT...",
		Short: "print the story that reports tell",
		Long: `extract reads reports as build does and prints the story that they tell: events,
dates, sentences, relations. YAML leaves offsets out; JSON has everything.`,
		Example: `  causeline extract report.txt --date 2025-08-16
  causeline extract reports/ --format json > story.json
  causeline extract - < report.md`,
		Args: atLeast(1, "at least one INPUT: a file, a folder or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, storyFormats[:]...); err != nil {
				return err
			}
			detail, err := much.detail()
			if err != nil {
				return err
			}
			opt, err := in.options()
			if err != nil {
				return err
			}
			g, err := a.gather(cmd.Context(), args, opt)
			if err != nil {
				return err
			}
			for _, f := range g.stories {
				if f.broken != nil {
					return f.broken
				}
			}
			all, err := a.combine(cmd.Context(), g, nil, in.language(), detail)
			if err != nil {
				return err
			}
			s := all.story
			data, err := encodeStory(s, format)
			if err != nil {
				return err
			}
			a.warnLoss(s, format)
			return writeOne(a.stdout, "-", data)
		},
	}
	in.register(cmd)
	much.register(cmd)
	cmd.Flags().StringVar(&format, "format", "yaml", "`FORMAT` to print: yaml, json or csv")
	complete(cmd, "format", storyFormats[:]...)
	return cmd
}
