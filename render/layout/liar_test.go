package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// playLiar plays programs that do not even read what they are asked. It
// reports whether the part is one of them.
func playLiar(part string) bool {
	switch part {
	case "deaf":
		os.Stdin.Close()
	case "deaf, garbage":
		os.Stdin.Close()
		fmt.Print("hello")
	case "deaf, asleep":
		os.Stdin.Close()
		time.Sleep(time.Hour)
	case "half an answer":
		fmt.Print(`{"protocol":2,"width":64000,"height":64000,"nodes":[{"id":"sto`)
	case "list without end":
		fmt.Print(`{"protocol":2,"width":64000,"height":64000,"nodes":[`)
		for fill(os.Stdout, []byte(`{},`)) {
		}
	case "complaint without end":
		for range 64 {
			fill(os.Stderr, []byte("oh dear\n"))
		}
	default:
		return false
	}
	return true
}

// fill writes about a megabyte, and reports whether it was taken.
func fill(w io.Writer, text []byte) bool {
	_, err := w.Write(bytes.Repeat(text, 1<<20/len(text)))
	return err == nil
}

// Programs that do not listen, stop in the middle or do not stop at all come
// to a clear error, with requests that fit into a pipe and with larger ones.
func TestLiars(t *testing.T) {
	large := layered(MaxNodes)
	for part, want := range map[string]string{
		"deaf":                  "agreed form",
		"deaf, garbage":         "agreed form",
		"half an answer":        "unexpected EOF; reinstall both programs",
		"list without end":      "wrote more than any layout needs",
		"complaint without end": "agreed form",
	} {
		for _, req := range []Request{pair(), large} {
			t.Run(fmt.Sprint(part, ", ", len(req.Nodes)), func(t *testing.T) {
				_, err := Run(context.Background(), req, fake(t, part))
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Fatalf("got %v, want %q", err, want)
				}
			})
		}
	}
	opt := fake(t, "deaf, asleep")
	opt.Timeout = 300 * time.Millisecond
	if _, err := Run(context.Background(), large, opt); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

// What a program writes without end is not kept.
func TestFloodsNeedLittleMemory(t *testing.T) {
	for part, most := range map[string]uint64{
		"flood":                 5 * maxPositions, // a buffer that doubles
		"list without end":      5 * maxPositions,
		"complaint without end": 4 << 20,
	} {
		opt := fake(t, part)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Run(context.Background(), pair(), opt)
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: no error", part)
		}
		if got := after.TotalAlloc - before.TotalAlloc; got > most {
			t.Errorf("%s: %d bytes were allocated, at most %d are needed", part, got, most)
		}
	}
}
