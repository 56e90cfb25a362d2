package browser

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// install is said when there is no browser; the tests are never skipped.
const install = "no Chromium found. Install it with its fonts, on Debian and Ubuntu:\n" +
	"    apt-get install chromium fonts-liberation\n" +
	"or name a Chromium or Chrome of yours: CHROMIUM=/path/to/chromium"

// chromium is the running browser, which every test opens its tabs in.
var chromium context.Context

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "browser")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	workshop = dir
	path, err := find()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	stop, err := start(path)
	if err != nil {
		fmt.Fprintf(os.Stderr, "starting %s: %v\n", path, err)
		return 1
	}
	defer stop()
	return m.Run()
}

// find returns the browser's path.
func find() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New(install)
}

// start runs the browser. It talks to nobody: everything that looks for
// updates or accounts is off, and names are not resolved; tests that need a
// server run one at 127.0.0.1.
func start(path string) (stop func(), err error) {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.NoSandbox, // tests run as root in containers
		chromedp.DisableGPU,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-default-apps", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-extensions", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("lang", "en"),
		chromedp.WSURLReadTimeout(time.Minute),
	}
	alloc, cancelAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	// A browser newer than the protocol's description sends values that are
	// unknown to it; they are none that the tests read.
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithErrorf(func(string, ...any) {}))
	stop = func() {
		cancel()
		cancelAlloc()
	}
	if err := chromedp.Run(ctx); err != nil {
		stop()
		return nil, err
	}
	chromium = ctx
	return stop, nil
}

// newTab opens a tab that is closed when the test ends, which it must within
// five minutes.
func newTab(t *testing.T) context.Context {
	t.Helper()
	tab, closeTab := chromedp.NewContext(chromium)
	t.Cleanup(closeTab)
	tab, cancel := context.WithTimeout(tab, 5*time.Minute)
	t.Cleanup(cancel)
	camera.Lock() // a new tab stands before all others
	err := chromedp.Run(tab)
	camera.Unlock()
	if err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	return tab
}
