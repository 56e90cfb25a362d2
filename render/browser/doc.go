// Package browser measures pictures and pages as a reader meets them, in a
// real Chromium: whether every title can be read whole, whether texts collide,
// are cut, small or pale, and what a screen reader is told. It holds tests
// only and is a module of its own, so that causeline itself does not depend on
// a browser.
//
//	make test-browser
package browser
