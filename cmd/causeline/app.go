package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/story"
)

// An app is what the commands share: where they read and speak.
//
// How the program speaks to a person: on standard error, each message begins
// with "causeline:", in lower case and without a full stop, and says what is
// wrong, where, and what to do. Results alone go to standard output.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{stdin: stdin, stdout: stdout, stderr: stderr}
}

// A usageError means that the call is wrong: exit status 2.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported is a failure whose message has been printed already.
var errReported = errors.New("reported")

// version is the module's version, or that of a build from a checkout.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "(development build)"
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "causeline",
		Short: "turn news reports into timelines and causal diagrams",
		Long: `causeline reads news reports, finds the dated events that they state and what
led to what, and draws timelines and causal diagrams as SVG. It works offline,
and every event leads back to the sentence that states it.`,
		Example: `  causeline build reports/ -o out       read a folder, draw everything into out/
  causeline build story.yaml -o out     draw a story written by hand
  causeline init > story.yaml           begin a story by hand
  causeline extract report.html         print the story a report tells
  causeline render story.yaml -o t.svg  draw one picture`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			cmd.SetOut(a.stderr)
			_ = cmd.Help()
			return usageError{errReported}
		},
		SuggestionsMinimumDistance: 2,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("causeline {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%w; see %q", err, cmd.CommandPath()+" --help")
	})
	root.AddCommand(a.buildCommand(), a.extractCommand(), a.renderCommand(), a.textCommand(),
		a.checkCommand(), a.convertCommand(), a.initCommand(), a.manCommand())
	root.AddCommand(a.laterCommands()...)
	for _, c := range root.Commands() {
		c.SilenceUsage, c.SilenceErrors = true, true
	}
	return root
}

func unknownCommand(cmd *cobra.Command, name string) error {
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		return usagef("unknown command %q: did you mean %q?", name, near[0])
	}
	return usagef("unknown command %q; see \"causeline --help\"", name)
}

// report prints an error and returns the exit status.
func (a *app) report(err error) int {
	if err == nil {
		return 0
	}
	status := 1
	var usage usageError
	if errors.As(err, &usage) {
		status = 2
	}
	if errors.Is(err, errReported) {
		return status
	}
	var load *story.LoadError
	if errors.As(err, &load) {
		for _, d := range load.Diagnostics {
			a.sayf("%s", strings.TrimRight(d.String(), "\n"))
		}
		if load.More > 0 {
			a.sayf("and %d more errors", load.More)
		}
		return status
	}
	a.sayf("%v", err)
	return status
}

// sayf says something to a person.
func (a *app) sayf(format string, args ...any) {
	fmt.Fprintf(a.stderr, "causeline: "+format+"\n", args...)
}

// diagnostics prints warnings.
func (a *app) diagnostics(ds []story.Diagnostic) {
	for _, d := range ds {
		if d.Severity == story.Warning {
			a.sayf("warning: %s", strings.TrimRight(d.String(), "\n"))
		}
	}
}

// atLeast requires n arguments, named for the message.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usagef("%s needs %s; see %q", cmd.CommandPath(), what, cmd.CommandPath()+" --help")
		}
		return nil
	}
}

// exactly requires n arguments, named for the message.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usagef("%s needs %s; see %q", cmd.CommandPath(), what, cmd.CommandPath()+" --help")
		}
		return nil
	}
}

func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return usagef("--%s is %q: it can be %s", flag, value, strings.Join(allowed, ", "))
}
