package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/story"
)

func (a *app) checkCommand() *cobra.Command {
	var format string
	var silence []string
	var all bool
	cmd := &cobra.Command{
		Use:   "check STORY",
		Short: "find errors and contradictions in a story file",
		Long: `check reads a story file and names what is wrong with it: unknown keys and dates
that cannot be, relations to events that are not there, effects before their
causes, cycles of causes, parts outside their wholes, two dates for one event.
Errors give exit status 1, warnings alone 0.

Every finding has an id. What you have looked at and let stand is silenced by
it: with --silence, or for good under "silenced" in the story file. An error
that keeps the file from being read cannot be silenced.`,
		Example: `  causeline check story.yaml
  causeline check story.json --format json
  causeline check story.yaml --silence effect-before-cause-5d0c11ab`,
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			data, name, err := a.readFile(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			s, places, found, err := story.LoadPlaces(name, data)
			if err != nil {
				var load *story.LoadError
				if wrong := notStory(args[0], name, data, s, err); !errors.As(wrong, &load) {
					return wrong
				}
			}
			found = contradictions(found, s, places)
			if s == nil {
				silence = a.notSilenced(found, silence)
			}
			open, silenced := a.silence(found, s, places, silence)
			if all {
				open = append(open, silenced...)
				inFile(open)
			}
			return a.findings(open, len(silenced), format, name)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of the findings: text or json")
	cmd.Flags().StringArrayVar(&silence, "silence", nil, "leave out the finding with this `ID`; may be given more than once")
	cmd.Flags().BoolVar(&all, "all", false, "show silenced findings too, marked as such")
	complete(cmd, "format", "text", "json")
	return cmd
}

// contradictions adds those of a story to what was found in its file. All of
// it comes back in the order of the file, with ids.
func contradictions(found []story.Diagnostic, s *story.Story, places *story.Places) []story.Diagnostic {
	if s != nil {
		for _, d := range graph.Check(s) {
			found = append(found, places.Place(d))
		}
	}
	inFile(found)
	story.Identify(found)
	return found
}

func inFile(found []story.Diagnostic) {
	slices.SortStableFunc(found, func(a, b story.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// silence takes out what the story or the call silences. An id that silences
// nothing is a finding where it stands in the file.
func (a *app) silence(found []story.Diagnostic, s *story.Story, places *story.Places, ids []string) (open, silenced []story.Diagnostic) {
	var inStory []string
	if s != nil {
		inStory = s.Silenced
	}
	open, silenced, stale := story.Silence(found, append(slices.Clone(inStory), ids...))
	for _, i := range stale {
		if i >= len(inStory) {
			a.sayf("warning: --silence %s: no finding has this id", ids[i-len(inStory)])
			continue
		}
		open = append(open, places.Place(story.Diagnostic{
			Name: "stale-silence", Severity: story.Warning, Item: story.Item{List: "silenced", Index: i},
			ID:      story.FindingID("stale-silence", inStory[i]),
			Message: fmt.Sprintf("no finding has the id `%s` in `silenced`", inStory[i]),
			Help:    "take it out, or correct it: `causeline check --all` prints the ids",
		}))
	}
	inFile(open)
	return open, silenced
}

// notSilenced says of which ids nothing is silenced where a file could not be
// read, and returns the others: the story was not looked at, so its errors must
// stand.
func (a *app) notSilenced(found []story.Diagnostic, ids []string) []string {
	var rest []string
	for _, id := range ids {
		at := slices.IndexFunc(found, func(d story.Diagnostic) bool { return d.ID == id })
		switch {
		case at < 0:
			a.sayf("warning: --silence %s: no finding has this id, but errors keep most of the story from being looked at", id)
		case found[at].Severity == story.Error:
			a.sayf("warning: --silence %s: this error keeps the story from being looked at and cannot be silenced: correct it", id)
		default:
			rest = append(rest, id)
		}
	}
	return rest
}

// findings prints diagnostics as the result of check, and fails if there is an
// error among them that is not silenced.
func (a *app) findings(found []story.Diagnostic, silenced int, format, name string) error {
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
		switch {
		case d.Silenced:
		case d.Severity == story.Error:
			failed++
		default:
			warnings++
		}
	}
	said := "nothing wrong"
	if failed+warnings > 0 {
		said = count(failed, "error") + ", " + count(warnings, "warning")
	}
	if silenced > 0 {
		said += fmt.Sprintf(", %d silenced", silenced)
	}
	a.sayf("%s: %s", name, said)
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
		if d.Silenced {
			b.WriteString("silenced ")
		}
		if d.Severity == story.Warning {
			d.Severity = "" // or it would be said twice
			b.WriteString("warning: ")
		} else {
			b.WriteString("error: ")
		}
		b.WriteString(strings.TrimRight(d.String(), "\n") + "\n" + d.Evidence() + "\n")
	}
	return []byte(b.String())
}
