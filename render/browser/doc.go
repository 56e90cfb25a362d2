// Package browser measures pictures and pages as a reader meets them, in a
// real Chromium: whether every title can be read whole, whether texts collide,
// are cut, small or pale, what a screen reader is told, where the keyboard
// leads, and whether pictures stay what they are as images, in print and under
// a strict policy. It holds tests only and is a module of its own, so that
// causeline itself does not depend on a browser.
//
// The pictures are those of the gallery, drawn by the programs as they are
// now, and the samples in out/. Pictures of stories of more than 100 events
// are measured in light only. Tests run side by side in one browser.
//
//	make test-browser
package browser
