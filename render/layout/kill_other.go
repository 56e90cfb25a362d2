//go:build !unix

package layout

import (
	"os/exec"
	"runtime"
	"strconv"
)

func ownGroup(*exec.Cmd) {}

// killTree kills the command and, on Windows, everything that it started.
func killTree(cmd *exec.Cmd) error {
	if runtime.GOOS == "windows" {
		// Needs no error check: the plain kill below settles the rest.
		_ = exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run()
	}
	return cmd.Process.Kill()
}
