package source

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first used:
// commands that read no report do not pay for it.
type pattern func() *regexp.Regexp

func compile(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
