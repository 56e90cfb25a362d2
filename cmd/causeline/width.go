package main

import "os"

// plainWidth is the width of text that no terminal shows: the same on every
// machine.
const plainWidth = 80

// widest keeps lines readable on wide terminals.
const widest = 100

// width is how many characters fit into a line of the results.
func (a *app) width() int {
	f, ok := a.stdout.(*os.File)
	if !ok || !terminal(f) {
		return plainWidth
	}
	if n := columns(f); n > 0 {
		return min(n, widest)
	}
	return plainWidth
}
