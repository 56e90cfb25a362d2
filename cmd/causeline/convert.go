package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) convertCommand() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "convert STORY",
		Short: "turn a story file into YAML, JSON or CSV",
		Long: `convert reads a story in any of its spellings and writes another. A spreadsheet
exported as CSV needs a title and a date column; see docs/story-file.md.`,
		Example: `  causeline convert chronology.csv > story.yaml
  causeline convert story.yaml --format csv
  causeline convert story.yaml -o chronology.csv`,
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			format := format
			if !cmd.Flags().Changed("format") && out != "" && out != "-" {
				var err error
				if format, err = formatByEnding(out); err != nil {
					return err
				}
			}
			if err := oneOf("format", format, storyFormats[:]...); err != nil {
				return err
			}
			f, err := a.loadStory(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			data, err := encodeStory(f.story, format)
			if err != nil {
				return err
			}
			a.warnLoss(f.story, format)
			return writeOne(a.stdout, out, data)
		},
	}
	cmd.Flags().StringVar(&format, "format", "yaml", "`FORMAT` to write: yaml, json or csv; else by the ending of FILE")
	cmd.Flags().StringVarP(&out, "output", "o", "", "`FILE` to write; standard output if not given")
	complete(cmd, "format", storyFormats[:]...)
	return cmd
}

func formatByEnding(path string) (string, error) {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".yaml", ".yml":
		return "yaml", nil
	case ".json", ".csv":
		return ext[1:], nil
	}
	return "", usagef("%s does not end in .yaml, .json or .csv: say with --format what to write", path)
}
