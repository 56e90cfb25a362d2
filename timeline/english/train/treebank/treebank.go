// Package treebank finds the treebanks that the models are trained and
// measured on.
package treebank

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/causeline/causeline/timeline/conllu"
)

// TrainSets are what models learn from; DevSets choose between models;
// TestSets are for reports only.
var (
	TrainSets = []string{"ewt-train", "gum-train"}
	DevSets   = []string{"ewt-dev", "gum-dev"}
	TestSets  = []string{"ewt-test", "gum-test"}
)

// Load reads the named sets of a folder, NAME.conllu each, one after the other.
func Load(dir string, names ...string) ([]*conllu.Sentence, error) {
	var all []*conllu.Sentence
	for _, name := range names {
		path := filepath.Join(dir, name+".conllu")
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("read treebank: %w", err)
		}
		s, err := conllu.ReadAll(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("read treebank %s: %w", path, err)
		}
		all = append(all, s...)
	}
	return all, nil
}
