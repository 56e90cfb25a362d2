package layout

import (
	"testing"
)

func TestPair(t *testing.T) {
	a := mustRun(t, pair(), real())
	t.Logf("%+v", a)
}
