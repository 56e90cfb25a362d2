package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bank writes a treebank with entities, in sentences of one pattern.
func bank(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for i, who := range []string{"Berg", "Okoro", "Silva", "Novak", "Ito", "Haddad", "Moreau", "Larsen"} {
		fmt.Fprintf(&b, "# newdoc id = d%d\n", i)
		for _, verb := range []string{"left", "saw", "loved"} {
			for k, w := range []string{
				"Ms.\tNNP\t2\tnmod:desc\t_", who + "\tNNP\t3\tnsubj\tEntity=(1-person-new-n-cf1-1-sgl)", verb + "\tVBD\t0\troot\t_",
				"in\tIN\t5\tcase\t_", "Oslo\tNNP\t3\tobl\tEntity=(2-place-new-n-cf1-1-sgl)", ".\t.\t3\tpunct\t_",
			} {
				c := strings.Split(w, "\t")
				fmt.Fprintf(&b, "%d\t%s\t%s\tX\t%s\t_\t%s\t%s\t_\t%s\n", k+1, c[0], c[0], c[1], c[2], c[3], c[4])
			}
			b.WriteByte('\n')
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "gum-train.conllu"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Equal data and flags give equal bytes; what comes out has learned the
// pattern.
func TestTrain(t *testing.T) {
	dir := bank(t)
	var files [2][]byte
	var out bytes.Buffer
	for i := range files {
		path := filepath.Join(dir, fmt.Sprint(i))
		out.Reset()
		if err := run([]string{"-corpora", dir, "-o", path, "-epochs", "12", "-rounds", "1", "-shout", "0", "-drop", "0", "-try", "gum-train"}, &out, io.Discard); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the second training gave other bytes")
	}
	if got := out.String(); strings.Count(got, " R 1.000") < 3 {
		t.Errorf("not learned: %s", got)
	}
}

func TestUsage(t *testing.T) {
	if err := run(nil, io.Discard, io.Discard); err == nil {
		t.Error("no error without -corpora")
	}
	if err := run([]string{"-corpora", t.TempDir(), "-o", "x"}, io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), "gum-train.conllu") {
		t.Errorf("error %v does not name the file", err)
	}
}
