package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/explain"
	"github.com/causeline/causeline/timeline/story"
)

func (a *app) explainCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "explain EVENT [STORY]",
		Short: "say why an event has its date, title and place in the story",
		Long: `explain says of one event where its title and its date come from, which sentences
tell of it and why they count as one event, what it leads to, on what reports
disagree, how much it weighs, and what a person changed.

EVENT is the event's id, as it stands in story.yaml and in the address of its
entry on the page. STORY is story.yaml or story.json; if it is not given, the one
in the current folder. The reasons stand in story.json: keep the two together.`,
		Example: `  causeline explain 1869-05-02-bridge-opens
  causeline explain 1869-05-02-bridge-opens out/story.yaml
  causeline explain 1869-05-02-bridge-opens out/story.json --format json`,
		Args: between(1, 2, "an EVENT and perhaps a STORY"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			path := ""
			if len(args) == 2 {
				path = args[1]
			}
			path, err := storyHere(cmd.Name(), args[0], path)
			if err != nil {
				return err
			}
			s, last, err := a.withState(cmd.Context(), path)
			if err != nil {
				return err
			}
			e, err := explain.Find(s, args[0])
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			out, err := explained(explain.Event(s, e, last), format, a.width())
			if err != nil {
				return err
			}
			return writeOne(a.stdout, "-", out)
		},
		ValidArgsFunction: completeIDs(1),
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of the answer: text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

func explained(x *explain.Explanation, format string, width int) ([]byte, error) {
	if format == "text" {
		return []byte(x.Text(width)), nil
	}
	out, err := json.MarshalIndent(x, "", "  ")
	return append(out, '\n'), err
}

// storyHere returns the story to look into: the one given, else the person's
// in the current folder, else the machine's.
func storyHere(command, event, path string) (string, error) {
	switch ext := strings.ToLower(filepath.Ext(event)); {
	case path != "":
		return path, nil
	case slices.Contains([]string{".yaml", ".yml", ".json", ".csv"}, ext):
		return "", usagef("%[1]s needs an EVENT before the STORY: causeline %[1]s EVENT %[2]s", command, event)
	}
	for _, name := range []string{storyName, stateName} {
		if _, err := os.Stat(name); err == nil {
			return name, nil
		}
	}
	return "", usagef("there is no %s and no %s here: name the STORY", storyName, stateName)
}

// completeIDs completes the first n arguments with ids of the story in the
// current folder, and those after them with files.
func completeIDs(n int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= n {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return idsHere(), cobra.ShellCompDirectiveNoFileComp
	}
}

// idsHere lists the ids of the story in the current folder, for shells that
// complete them.
func idsHere() []string {
	for _, name := range []string{stateName, storyName} {
		data, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		if s, _, err := story.Load(name, data); err == nil {
			var ids []string
			for _, e := range s.Events {
				ids = append(ids, e.ID)
			}
			return ids
		}
	}
	return nil
}

// withState reads a story. For a person's file in YAML it reads the machine's
// last state beside it too: what the YAML leaves out comes from there, and
// last says what was there before the person changed it; nil where unknown.
func (a *app) withState(ctx context.Context, path string) (s, last *story.Story, err error) {
	f, err := a.loadStory(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	s = f.story
	base := filepath.Base(path)
	switch {
	case base == stateName:
		// What a person changed since stands in the YAML beside it; here the
		// machine speaks.
		return s, nil, nil
	case base != storyName:
		timeline.Decide(s, timeline.DetailNormal)
		return s, nil, nil
	}
	timeline.Decide(s, timeline.DetailNormal)
	state := filepath.Join(filepath.Dir(path), stateName)
	data, err := os.ReadFile(state)
	if err != nil {
		if !errors.Is(err, os.ErrNotExist) {
			a.sayf("warning: cannot read %s, which holds the reasons: %v", state, reason(err))
		}
		return s, nil, nil
	}
	if last, _, err = story.Load(state, data); err != nil {
		a.sayf("warning: %s holds the reasons and cannot be read as a story; \"causeline check\" says why", state)
		return s, nil, nil
	}
	s.Recall(last)
	drawnBefore(s, last)
	return s, last, nil
}

// drawnBefore takes from the last build what it drew, since that depends on
// how much detail was asked for. What a person says since goes first.
func drawnBefore(s, last *story.Story) {
	was := map[string]*story.Event{}
	for i := range last.Events {
		was[last.Events[i].ID] = &last.Events[i]
	}
	for i := range s.Events {
		e := &s.Events[i]
		if o := was[e.ID]; o != nil && e.Show == nil && o.Show == nil && e.Weight == o.Weight && e.Date == o.Date {
			e.Drawn = o.Drawn
		}
	}
}
