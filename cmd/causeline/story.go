package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// encodings of a story that commands can write.
var storyFormats = []string{"yaml", "json", "csv"}

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

func (a *app) extractCommand() *cobra.Command {
	var in inputFlags
	var format string
	cmd := &cobra.Command{
		Use:   "extract INPUT...",
		Short: "print the story that reports tell",
		Example: `  causeline extract report.txt --date 2025-08-16
  causeline extract reports/ --format json > story.json
  causeline extract - < report.md`,
		Args: atLeast(1, "at least one INPUT: a file, a folder or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, storyFormats...); err != nil {
				return err
			}
			opt, err := in.options(a.stdin)
			if err != nil {
				return err
			}
			stories, read, err := a.gather(args, opt)
			if err != nil {
				return err
			}
			s, _, err := combine(stories, read)
			if err != nil {
				return err
			}
			data, err := encodeStory(s, format)
			if err != nil {
				return err
			}
			return writeOne(a.stdout, "-", data)
		},
	}
	in.register(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "yaml", "`FORMAT` to print: yaml, json or csv")
	return cmd
}

func (a *app) convertCommand() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "convert STORY",
		Short: "turn a story file into YAML, JSON or CSV",
		Long: `convert reads a story in any of its spellings and writes another. A spreadsheet
exported as CSV needs a title and a date column; see docs/story-file.md.`,
		Example: `  causeline convert chronology.csv > story.yaml
  causeline convert story.yaml --format csv -o chronology.csv`,
		Args: exactly(1, "one STORY file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("format") && out != "" && out != "-" {
				format = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
				if format == "yml" {
					format = "yaml"
				}
			}
			if err := oneOf("format", format, storyFormats...); err != nil {
				return err
			}
			f, err := a.loadStory(args[0])
			if err != nil {
				return err
			}
			data, err := encodeStory(f.story, format)
			if err != nil {
				return err
			}
			return writeOne(a.stdout, out, data)
		},
	}
	cmd.Flags().StringVar(&format, "format", "yaml", "`FORMAT` to write: yaml, json or csv; else by the ending of FILE")
	cmd.Flags().StringVarP(&out, "output", "o", "", "`FILE` to write; standard output if not given")
	return cmd
}

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "write a small commented story to begin with",
		Example: `  causeline init > story.yaml
  causeline init story.yaml`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "-" {
				_, err := io.WriteString(a.stdout, story.Sample())
				return err
			}
			if _, err := os.Lstat(args[0]); err == nil {
				return usagef("%s is there already: choose another name", args[0])
			}
			return writeOne(a.stdout, args[0], []byte(story.Sample()))
		},
	}
}

func (a *app) textCommand() *cobra.Command {
	var in inputFlags
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "print a document's text, as offsets count it",
		Example: `  causeline text page.html
  causeline text - --input-format markdown < notes.md`,
		Args: exactly(1, "one FILE, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt, err := in.options(a.stdin)
			if err != nil {
				return err
			}
			data, _, err := a.readFile(args[0])
			if err != nil {
				return err
			}
			d, err := source.ReadBytes(args[0], data, opt)
			if err != nil {
				return err
			}
			return writeOne(a.stdout, "-", []byte(d.Text))
		},
	}
	in.register(cmd.Flags())
	return cmd
}

func (a *app) checkCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check STORY",
		Short: "find errors and contradictions in a story file",
		Long: `check reads a story file and names what is wrong with it: unknown keys and dates
that cannot be, relations to events that are not there, effects before their
causes. Errors give exit status 1, warnings alone 0.`,
		Example: `  causeline check story.yaml
  causeline check story.json --format json`,
		Args: exactly(1, "one STORY file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			data, name, err := a.readFile(args[0])
			if err != nil {
				return err
			}
			s, found, err := story.Load(name, data)
			if s == nil && len(found) == 0 {
				return err
			}
			if s != nil {
				found = append(found, graph.Contradictions(s)...)
			}
			return a.findings(found, format, name)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of the findings: text or json")
	return cmd
}

// findings prints diagnostics as the result of check.
func (a *app) findings(found []story.Diagnostic, format, name string) error {
	failed := false
	for _, d := range found {
		failed = failed || d.Severity == story.Error
	}
	if format == "json" {
		if found == nil {
			found = []story.Diagnostic{}
		}
		out, err := json.MarshalIndent(found, "", "  ")
		if err != nil {
			return err
		}
		if err := writeOne(a.stdout, "-", append(out, '\n')); err != nil {
			return err
		}
	} else {
		for _, d := range found {
			line := strings.TrimRight(d.String(), "\n")
			if d.File == "" {
				line = name + ": " + line
			}
			if _, err := io.WriteString(a.stdout, string(d.Severity)+": "+line+"\n"); err != nil {
				return err
			}
		}
		if len(found) == 0 {
			a.sayf("%s: nothing wrong", name)
		}
	}
	if failed {
		return errReported
	}
	return nil
}

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "write the manual pages into a folder",
		Hidden: true,
		Args:   exactly(1, "a DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Title: "CAUSELINE", Section: "1", Source: "causeline"}, args[0])
		},
	}
}
