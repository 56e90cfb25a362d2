package main

import (
	"errors"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/story"
)

// An app is what the commands share: where they read and speak.
//
// How the program speaks to a person: on standard error, each message begins
// with "causeline:", in lower case and without a full stop, and says what is
// wrong, where, and what to do. Results alone go to standard output. Nothing
// is coloured, so there is nothing for NO_COLOR to turn off.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	announced      bool               // that the layout process starts late
	standing       []story.Diagnostic // the contradictions of the story of which a part is drawn
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{stdin: stdin, stdout: stdout, stderr: stderr}
}

// version is the module's version, or says that there is none yet.
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
		// A call without a command does nothing, which a script should learn
		// of: the help is said to the person, and the status is 2.
		RunE: func(cmd *cobra.Command, args []string) error {
			cmd.SetOut(a.stderr)
			if err := cmd.Help(); err != nil {
				return err
			}
			return usageError{errReported}
		},
		SuggestionsMinimumDistance: 2,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("causeline {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(a.buildCommand(), a.extractCommand(), a.renderCommand(), a.embedCommand(), a.textCommand(), a.parseCommand(), a.datesCommand(), a.causesCommand(),
		a.checkCommand(), a.explainCommand(), a.whyCommand(), a.effectsCommand(), a.pathCommand(), a.convertCommand(), a.initCommand(), a.manCommand())
	adoptDefaults(root)
	return root
}

// adoptDefaults makes cobra's own commands, help and completion, speak and
// fail as the others do.
func adoptDefaults(root *cobra.Command) {
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.SetHelpCommand(helpCommand(root))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		c.SilenceUsage, c.SilenceErrors = true, true
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = "print this help"
		if c.Name() == "completion" {
			c.Short = "print a script that completes commands in a shell"
			c.Example = `  source <(causeline completion bash)
  causeline completion fish > ~/.config/fish/completions/causeline.fish`
			c.Args = func(cmd *cobra.Command, args []string) error {
				if len(args) > 0 {
					return usagef("no completion for %q: there is one for bash, fish, powershell and zsh", args[0])
				}
				return usagef("completion needs a shell: bash, fish, powershell or zsh")
			}
			c.RunE = func(*cobra.Command, []string) error { return nil } // or Args is not asked
		}
	}
	root.Flags().Lookup("help").Usage = "print this help"
	root.Flags().Lookup("version").Usage = "print the version"
}

func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "print help about a command",
		Example: `  causeline help build`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range root.Commands() {
				if c.IsAvailableCommand() {
					names = append(names, c.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(args) > 0 && cmd == root {
				return unknownCommand(root, args[0])
			}
			if len(rest) > 0 {
				return usagef("help takes one COMMAND; %q is too much", rest[0])
			}
			return cmd.Help()
		},
	}
}

// errReported is a failure whose message has been printed already.
var errReported = errors.New("reported")
