package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// DefaultTimeout is how long a layout may take when Options names no time.
const DefaultTimeout = 20 * time.Second

// Options say how the process is found and run. The zero value is good.
type Options struct {
	Path     string        // of the program; empty looks for it
	CacheDir string        // for compiled code, made with mode 0700; empty is a private folder of the user
	Timeout  time.Duration // of the work; waiting for a turn does not count; 0 is DefaultTimeout

	// Announce is called at most once in a run, before a start that takes
	// about a second longer than usual, with a sentence for the user.
	Announce func(string)

	environ []string // for tests; nil is the environment of this process
}

// Run lays out the graph. A request that makes no sense is refused before a
// process is started; an empty graph needs none. The answer has been checked:
// each node, edge and cluster has its place inside the picture and no two
// boxes overlap. The same request gives the same answer.
//
// Run may be called from any number of goroutines. As many processes run at
// one time as the machine has processors, and the other calls wait.
//
// Errors wrap ErrNotInstalled where the program is missing or of another
// version, ErrTooLarge where the graph is, and the context's error where it
// took too long.
func Run(ctx context.Context, req Request, opt Options) (*Answer, error) {
	answers, err := RunAll(ctx, []Request{req}, opt)
	if err != nil {
		return nil, err
	}
	return answers[0], nil
}

// RunAll is Run for several requests, which one process answers: for
// alternatives of which the caller will take the first that suits. Starting
// the process takes far longer than a layout. An error is about the first
// request; the answer to another one that fails is nil.
func RunAll(ctx context.Context, reqs []Request, opt Options) ([]*Answer, error) {
	for i := range reqs {
		if err := reqs[i].Check(); err != nil {
			return nil, fmt.Errorf("layout: %w", err)
		}
	}
	answers := make([]*Answer, len(reqs))
	if len(reqs) == 0 || len(reqs[0].Nodes) == 0 {
		for i := range answers {
			answers[i] = &Answer{Protocol: Protocol}
		}
		return answers, nil
	}
	text, err := ask(ctx, reqs, opt)
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	answer, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	if err := answer.Check(&reqs[0]); err != nil {
		return nil, fmt.Errorf("layout: %s gave a wrong answer: %w", Command, err)
	}
	if len(answer.More) != len(reqs)-1 {
		return nil, fmt.Errorf("layout: %s gave %d answers to %d requests", Command, len(answer.More)+1, len(reqs))
	}
	answers[0] = answer
	for i := range answer.More {
		if more := &answer.More[i]; more.Check(&reqs[i+1]) == nil {
			answers[i+1] = more
		}
	}
	return answers, nil
}

// ask has a process answer requests that make sense.
func ask(ctx context.Context, reqs []Request, opt Options) ([]byte, error) {
	path, err := system.find(opt.Path)
	if err != nil {
		return nil, err
	}
	if opt.Timeout <= 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.environ == nil {
		opt.environ = os.Environ()
	}
	body, err := json.Marshal(Message{Protocol, int(opt.Timeout.Milliseconds()) + 1000, reqs[0], reqs[1:]})
	if err != nil {
		return nil, err
	}
	if err := turns.take(ctx); err != nil {
		return nil, err
	}
	defer turns.give()
	ctx, cancel := context.WithTimeout(ctx, opt.Timeout)
	defer cancel()
	return runCached(ctx, path, body, opt)
}

// runCached runs the process with its cache, and once more without one if it
// crashed. The second run does not refill the cache: a full disk would make
// it crash again, and the next call does it anyway.
func runCached(ctx context.Context, path string, body []byte, opt Options) ([]byte, error) {
	announce := func(text string) {
		if opt.Announce != nil {
			opt.Announce(text)
			opt.Announce = nil
		}
	}
	store, warm, err := prepare(opt.CacheDir)
	tmp := path // no folder can be made below a file, so this means no cache
	if err != nil {
		announce(fmt.Sprintf("The layout engine starts about a second later than it could: "+
			"its cache folder cannot be used (%v).", err))
	} else {
		tmp = store.dir
		if !warm {
			announce("Preparing the layout engine, once on this machine: it takes about a second.")
		}
	}
	res := start(ctx, path, childEnv(opt.environ, tmp), body)
	if store != nil && ctx.Err() == nil {
		if res.crashed() {
			store.remove()
			res = start(ctx, path, childEnv(opt.environ, path), body)
		} else if res.err == nil {
			store.keep()
		}
	}
	return verdict(ctx, path, res, opt.Timeout)
}

// prepare opens the cache and removes what is damaged in it.
func prepare(dir string) (store *cache, warm bool, err error) {
	store, err = openCache(dir)
	if err != nil {
		return nil, false, err
	}
	warm, err = store.clean()
	if err != nil {
		return nil, false, err
	}
	return store, warm, nil
}

// verdict turns the last run into the answer's text or an error.
func verdict(ctx context.Context, path string, res result, limit time.Duration) ([]byte, error) {
	if err := ctx.Err(); err != nil && res.err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return nil, fmt.Errorf("no answer within %s; draw fewer events, or allow more time: %w", limit, err)
		}
		return nil, err
	}
	if res.crashed() {
		return nil, fmt.Errorf("%s broke down: %w; try again, or draw fewer events", path, res.trouble())
	}
	if failure, ok := res.failure(); ok {
		if failure.Protocol != Protocol {
			return nil, mismatch(failure.Protocol)
		}
		return nil, errors.New(failure.Error)
	}
	if res.err != nil {
		return nil, fmt.Errorf("%s failed: %w", path, res.err)
	}
	return res.stdout, nil
}

func mismatch(theirs int) error {
	return fmt.Errorf("this program and %s are of different versions (protocol %d and %d); reinstall both: %w",
		Command, Protocol, theirs, ErrNotInstalled)
}

// decode reads one answer and nothing after it.
func decode(text []byte) (*Answer, error) {
	// The number comes first: with another version the rest may look different.
	var version struct {
		Protocol int `json:"protocol"`
	}
	if err := json.Unmarshal(text, &version); err == nil && version.Protocol != Protocol {
		return nil, mismatch(version.Protocol)
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	var answer Answer
	if err := dec.Decode(&answer); err != nil {
		return nil, fmt.Errorf("%s did not answer in the agreed form: %w; reinstall both programs: %w",
			Command, err, ErrNotInstalled)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("%s wrote more than one answer", Command)
	}
	return &answer, nil
}
