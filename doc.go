// Package causeline holds no code: it is the place of the tests that look at
// the whole module. The programs are in cmd, the stages in timeline, graph
// and render; see ARCHITECTURE.md.
package causeline
