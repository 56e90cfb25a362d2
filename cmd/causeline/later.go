package main

import (
	"github.com/spf13/cobra"
)

// laterCommands are named by the contract and not built yet. They say so
// instead of being unknown, so that scripts fail with a reason.
func (a *app) laterCommands() []*cobra.Command {
	var out []*cobra.Command
	for _, c := range []struct{ name, what string }{
		{"explain", "why an event has its date and title"},
	} {
		out = append(out, &cobra.Command{
			Use:                c.name,
			Short:              c.what + " (not available yet)",
			Hidden:             true,
			DisableFlagParsing: true,
			RunE: func(cmd *cobra.Command, args []string) error {
				return usagef("%s is not available yet: this version cannot print %s", c.name, c.what)
			},
		})
	}
	return out
}
