package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph/trail"
	"github.com/causeline/causeline/render/pick"
)

// answerHelp is what the help of why, effects and path says of EVENT, STORY
// and the formats.
const answerHelp = `Nothing is added to what the story states: each step has the sentence that states
it, with the words that say so in brackets. What reports state only as an order
and what only the dates tell is kept apart and named so.

STORY is story.yaml or story.json; if it is not given, the one in the current
folder. Events are given by their ids, as they stand in story.yaml; words of a
title get the ids that they may mean. With -o and the name of a picture, or
--format svg, png or pdf, the chain is drawn as a causal diagram.`

func (a *app) whyCommand() *cobra.Command {
	return a.followCommand(trail.Causes, &cobra.Command{
		Use:   "why EVENT [STORY]",
		Short: "say what led to an event, step by step, with the sentences",
		Long: `why says what the story states to have led to an event, what led to that, and so
on, as a tree: the nearest causes first, each with what led to it below it.

` + answerHelp,
		Example: `  causeline why 1869-05-02-bridge-opens
  causeline why 1869-05-02-bridge-opens out/story.yaml --steps 2
  causeline why 1869-05-02-bridge-opens out/story.yaml -o why.svg
  causeline why 1869-05-02-bridge-opens out/story.json --format json`,
	})
}

func (a *app) effectsCommand() *cobra.Command {
	return a.followCommand(trail.Effects, &cobra.Command{
		Use:   "effects EVENT [STORY]",
		Short: "say what came of an event, step by step, with the sentences",
		Long: `effects says what the story states to have come of an event, what came of that,
and so on, as a tree.

` + answerHelp,
		Example: `  causeline effects 1953-02-01-flood
  causeline effects 1953-02-01-flood out/story.yaml --strength stated
  causeline effects 1953-02-01-flood out/story.yaml --shape narrow -o phone.svg`,
	})
}

// followCommand makes the command that follows causes one way.
func (a *app) followCommand(d trail.Direction, cmd *cobra.Command) *cobra.Command {
	var fl answerFlags
	cmd.Args = between(1, 2, "an EVENT and perhaps a STORY")
	cmd.ValidArgsFunction = completeIDs(1)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := fl.check(cmd); err != nil {
			return err
		}
		path := ""
		if len(args) == 2 {
			path = args[1]
		}
		q, err := a.ask(cmd.Context(), cmd, args[:1], path)
		if err != nil {
			return err
		}
		found, err := trail.Follow(q.story, q.graph, args[0], d, fl.options())
		if err != nil {
			return err
		}
		phrase := "pick.why"
		if d == trail.Effects {
			phrase = "pick.effects"
		}
		if fl.drawn() && len(found.Steps) == 0 {
			return fmt.Errorf("there is nothing to draw: the story states no %s of %s; \"causeline %s %[2]s\" without a picture says what it does state",
				d, args[0], cmd.Name())
		}
		if err := a.answer(cmd.Context(), q, &fl, func() string { return found.Text(a.width()) }, found,
			pick.Chain{Relations: keys(found.Steps), Phrase: phrase, About: args[:1]}); err != nil {
			return err
		}
		if beyond := found.Beyond(); fl.drawn() && beyond != "" {
			a.sayf("note: %s", midSentence(beyond))
		}
		return nil
	}
	fl.register(cmd)
	return cmd
}
