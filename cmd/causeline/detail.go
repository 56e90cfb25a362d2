package main

import (
	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline"
)

// detailFlag is the flag of commands that decide which events are drawn.
type detailFlag struct{ level string }

var detailLevels = []string{
	string(timeline.DetailLess), string(timeline.DetailNormal), string(timeline.DetailMore), string(timeline.DetailAll),
}

func (f *detailFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.level, "detail", string(timeline.DetailNormal),
		"how `MUCH` to draw: less, normal, more or all; \"show\" in the story goes first")
	complete(cmd, "detail", detailLevels...)
}

func (f *detailFlag) detail() (timeline.Detail, error) {
	return timeline.Detail(f.level), oneOf("detail", f.level, detailLevels...)
}
