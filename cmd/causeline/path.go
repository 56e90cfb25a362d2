package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph/trail"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/pick"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/story"
)

// allPaths is how many paths --all lists: there can be very many.
const allPaths = 100

func (a *app) pathCommand() *cobra.Command {
	var fl answerFlags
	var paths int
	var all bool
	cmd := &cobra.Command{
		Use:   "path FROM TO [STORY]",
		Short: "say how one event led to another, step by step, with the sentences",
		Long: `path says by which steps the story gets from one event to another: the shortest
chain of stated causes, with the sentence for each. Where there is none, a chain
with steps that are stated as an order only, or one by way of parts and their
wholes; where there is none of these either, it says so, and whether there is a
chain the other way or the dates alone tell which came first.

` + answerHelp,
		Example: `  causeline path 1953-02-01-flood 1956-bridge-rebuilt
  causeline path 1953-02-01-flood 1956-bridge-rebuilt out/story.yaml --all
  causeline path 1953-02-01-flood 1956-bridge-rebuilt out/story.yaml -o path.svg`,
		Args:              between(2, 3, "the events FROM and TO and perhaps a STORY"),
		ValidArgsFunction: completeIDs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := fl.check(cmd); err != nil {
				return err
			}
			switch {
			case paths < 1:
				return usagef("--paths is %d: it can be 1 or more", paths)
			case all && cmd.Flags().Changed("paths"):
				return usagef("--all and --paths: leave one of them out")
			}
			opt := fl.options()
			opt.Limit = paths
			if all {
				opt.Limit = allPaths
			}
			path := ""
			if len(args) == 3 {
				path = args[2]
			}
			q, err := a.ask(cmd.Context(), cmd, args[:2], path)
			if err != nil {
				return err
			}
			found, err := trail.Between(q.story, q.graph, args[0], args[1], opt)
			if err != nil {
				return err
			}
			if found.ByDate != "" {
				found.Apart = apart(q.graph.Event(args[0]), q.graph.Event(args[1]))
			}
			reverse := shellLine(append([]string{"causeline", "path", args[1], args[0]}, args[2:]...)...)
			var steps []trail.Step
			for _, p := range found.Paths {
				steps = append(steps, p...)
			}
			if fl.drawn() && len(steps) == 0 {
				chain := "stated chain"
				if found.More {
					chain += fmt.Sprintf(" of at most %s", count(fl.steps, "relation"))
				}
				return fmt.Errorf("there is nothing to draw: no %s leads from %s to %s; \"causeline path\" without a picture says what there is", chain, args[0], args[1])
			}
			return a.answer(cmd.Context(), q, &fl, func() string { return found.Text(a.width(), reverse) }, found,
				pick.Chain{Relations: keys(steps), Phrase: "pick.path", About: args[:2]})
		},
	}
	fl.register(cmd)
	cmd.Flags().IntVar(&paths, "paths", 1, "list the `MANY` shortest paths")
	cmd.Flags().BoolVar(&all, "all", false, fmt.Sprintf("list all paths, the %d shortest at most", allPaths))
	return cmd
}

// apart writes how far apart two events are by date, in whichever order; ""
// where their dates do not say.
func apart(a, b *story.Event) string {
	x, ok := scale.SpanOf(a)
	y, too := scale.SpanOf(b)
	if !ok || !too {
		return ""
	}
	from, to := scale.Moment{Event: a, Span: x}, scale.Moment{Event: b, Span: y}
	if to.From < from.From {
		from, to = to, from
	}
	return lang.Speaker{}.Length(scale.Elapsed(from, to))
}
