//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// When nobody reads the results any more, the program ends without a word.
func TestDatesClosedPipe(t *testing.T) {
	self, err := exec.LookPath("causeline")
	if err != nil {
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	file := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(file, bytes.Repeat([]byte(inputLines[0]+"\n"), 5000), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "dates", file)
	var says bytes.Buffer
	cmd.Stdout, cmd.Stderr = w, &says
	err = cmd.Run()
	w.Close()
	if err == nil || says.Len() > 0 {
		t.Errorf("%v, says %q", err, says.String())
	}
}
