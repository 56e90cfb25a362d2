package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func unknownCommand(cmd *cobra.Command, name string) error {
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		return usagef("unknown command %q: did you mean %q?", name, near[0])
	}
	return usagef("unknown command %q; see \"causeline --help\"", name)
}

// flagError says what is wrong with a flag, and which one was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	see := cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return usagef("unknown flag -%s; see %q", unknown.GetSpecifiedName(), see)
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				known = append(known, f.Name)
			}
		})
		if near := nearest(name, known); near != "" {
			return usagef("unknown flag --%s: did you mean --%s?", name, near)
		}
		return usagef("unknown flag --%s; see %q", name, see)
	case errors.As(err, &bare):
		f := bare.GetFlag()
		what, _ := pflag.UnquoteUsage(f)
		return usagef("--%s needs a value: --%s %s", f.Name, f.Name, what)
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int" {
		return usagef("--%s %s: a whole number is needed", invalid.GetFlag().Name, invalid.GetValue())
	}
	return usagef("%w; see %q", err, see)
}

// nearest returns the word that name was probably meant to be, "" where none
// is near: at most a third of the letters may be wrong.
func nearest(name string, words []string) string {
	best, least := "", max(1, len(name)/3)+1
	for _, w := range words {
		if d := editDistance(name, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// editDistance counts the bytes to put in, take out, change or swap with their
// neighbour to turn a into b (optimal string alignment distance).
func editDistance(a, b string) int {
	var before, last []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, last, row = last, row, make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

// atLeast requires n arguments, named for the message.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usagef("%s needs %s; see %q", cmd.Name(), what, cmd.CommandPath()+" --help")
		}
		return nil
	}
}

// between requires from least to most arguments, named for the message.
func between(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usagef("%s needs %s; see %q", cmd.Name(), what, cmd.CommandPath()+" --help")
		case len(args) > most:
			return usagef("%s takes %s; %q is too much", cmd.Name(), what, args[most])
		}
		return nil
	}
}

// oneOf requires a flag to have one of a few values.
func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	if near := nearest(value, allowed); near != "" {
		return usagef("--%s is %q: did you mean %q?", flag, value, near)
	}
	return usagef("--%s is %q: it can be %s", flag, value, list(allowed, "or"))
}

// complete lets a shell complete a flag's values.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The only error is a flag that is not there or has values already: a
	// fault of this program that the tests of completion show.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
