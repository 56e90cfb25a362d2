//go:build unix

package layout

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// private reports why the folder is open to others, or nil. The folder holds
// native code that will be run, so nobody else may write to it.
func private(info fs.FileInfo) error {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || int(stat.Uid) != os.Geteuid() {
		return fmt.Errorf("it belongs to somebody else")
	}
	if mode := info.Mode().Perm(); mode != 0o700 {
		return fmt.Errorf("its mode is %04o and must be 0700", mode)
	}
	return nil
}
