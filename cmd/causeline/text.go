package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/source"
)

func (a *app) textCommand() *cobra.Command {
	var in inputFlags
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "print a document's text, as offsets count it",
		Long: `text prints the running text of a report: a plain file without its byte order
mark, the article of a page without menus and markup. The offsets in story.json
count the code points of this text from 0.`,
		Example: `  causeline text page.html
  causeline text - --input-format markdown < notes.md`,
		Args: between(1, 1, "one FILE, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt, err := in.options()
			if err != nil {
				return err
			}
			data, name, err := a.readFile(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			d, err := source.ReadBytes(args[0], data, opt)
			if errors.Is(err, source.ErrStory) {
				return fmt.Errorf("%s is a story file: text prints reports", name)
			}
			if err != nil {
				return err
			}
			return writeOne(a.stdout, "-", []byte(d.Text))
		},
	}
	in.registerFormat(cmd)
	return cmd
}
