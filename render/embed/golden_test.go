package embed

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden figures")

func TestGoldenFigures(t *testing.T) {
	for name, s := range stories(t) {
		for _, view := range []View{Timeline, Causes} {
			opt := options(view)
			switch name {
			case "hand":
				opt.Base = "/img"
			case "reports":
				opt.Inline, opt.Heading, opt.IDPrefix = true, 3, "mill"
			}
			got := write(t, s, opt)
			file := filepath.Join("testdata", name+"-"+string(view)+".html")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s: the figure is not what %s holds; look at it, then run with -update", name, file)
			}
		}
	}
}
