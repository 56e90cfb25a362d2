package main

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/story"
)

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
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			data, name, err := a.readFile(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			s, found, err := story.Load(name, data)
			if err != nil {
				var load *story.LoadError
				if wrong := notStory(args[0], name, data, s, err); !errors.As(wrong, &load) {
					return wrong
				}
			}
			if s != nil {
				found = append(found, graph.Contradictions(s)...)
			}
			return a.findings(found, format, name)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of the findings: text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

// findings prints diagnostics as the result of check, and fails if there is an
// error among them.
func (a *app) findings(found []story.Diagnostic, format, name string) error {
	var out []byte
	var err error
	if format == "json" {
		out, err = findingsJSON(found)
	} else {
		out = findingsText(found, name)
	}
	if err != nil {
		return err
	}
	if err := writeOne(a.stdout, "-", out); err != nil {
		return err
	}
	failed, warnings := 0, 0
	for _, d := range found {
		if d.Severity == story.Error {
			failed++
		} else {
			warnings++
		}
	}
	if len(found) == 0 {
		a.sayf("%s: nothing wrong", name)
	} else {
		a.sayf("%s: %s, %s", name, count(failed, "error"), count(warnings, "warning"))
	}
	if failed > 0 {
		return errReported
	}
	return nil
}

func findingsJSON(found []story.Diagnostic) ([]byte, error) {
	if found == nil {
		found = []story.Diagnostic{}
	}
	out, err := json.MarshalIndent(found, "", "  ")
	return append(out, '\n'), err
}

func findingsText(found []story.Diagnostic, name string) []byte {
	var b strings.Builder
	for _, d := range found {
		if d.File == "" {
			d.File = name
		}
		if d.Severity == story.Warning {
			d.Severity = "" // or it would be said twice
			b.WriteString("warning: ")
		} else {
			b.WriteString("error: ")
		}
		b.WriteString(strings.TrimRight(d.String(), "\n") + "\n")
	}
	return []byte(b.String())
}
