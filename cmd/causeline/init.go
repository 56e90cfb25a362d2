package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/story"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "write a small commented story to begin with",
		Long: `init writes a small story in YAML, with comments that say what goes where. It
overwrites nothing.`,
		Example: `  causeline init > story.yaml
  causeline init story.yaml`,
		Args: between(0, 1, "one FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "-" {
				_, err := io.WriteString(a.stdout, story.Sample())
				return err
			}
			switch ext := strings.ToLower(filepath.Ext(args[0])); ext {
			case ".json", ".csv":
				return usagef("init writes YAML: give FILE the ending .yaml instead of %s", ext)
			}
			if _, err := os.Lstat(args[0]); err == nil {
				return fmt.Errorf("%s is there already and stays as it is: choose another name", args[0])
			}
			return writeOne(a.stdout, args[0], []byte(story.Sample()))
		},
	}
}
