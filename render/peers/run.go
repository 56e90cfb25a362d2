package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// A job is one start of a program, as the meter is told.
type job struct {
	Argv  []string      `json:"argv"`
	Stdin string        `json:"stdin"` // a file, "" for none
	Out   string        `json:"out"`   // the file for standard output
	Cache string        `json:"cache"` // the user's cache folder
	Limit time.Duration `json:"limit"`
}

// A reading is what the meter says of one start.
type reading struct {
	Wall    time.Duration `json:"wall"`
	CPU     time.Duration `json:"cpu"`  // of the processors, with all that it started
	Peak    int64         `json:"peak"` // bytes of the largest process, 0 where the system does not tell
	TimeOut bool          `json:"time_out"`
	Error   string        `json:"error"`
}

// meterEnv makes this program the meter. A process's peak memory as the system
// tells it begins with that of the process that started it, so programs are
// started by a small and fresh one.
const meterEnv = "CAUSELINE_PEERS_JOB"

// measure starts the job through a meter.
func measure(j job) (reading, error) {
	text, err := json.Marshal(j)
	if err != nil {
		return reading{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return reading{}, err
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), meterEnv+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return reading{}, fmt.Errorf("the meter: %w", err)
	}
	var r reading
	return r, json.Unmarshal(out, &r)
}

// meter is the other side of measure.
func meter(text string) error {
	var j job
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		return err
	}
	r, err := start(j)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(r)
}

func start(j job) (r reading, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), j.Limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, j.Argv[0], j.Argv[1:]...)
	cmd.Env = append(os.Environ(), meterEnv+"=", "XDG_CACHE_HOME="+j.Cache, "LocalAppData="+j.Cache, "CAUSELINE_LAYOUT=")
	if runtime.GOOS == "darwin" {
		cmd.Env = append(cmd.Env, "HOME="+j.Cache)
	}
	cmd.WaitDelay = time.Second
	if j.Stdin != "" {
		in, err := os.Open(j.Stdin)
		if err != nil {
			return r, err
		}
		defer in.Close()
		cmd.Stdin = in
	}
	out, err := os.Create(j.Out)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = out, &stderr
	began := time.Now()
	runErr := cmd.Run()
	r.Wall = time.Since(began)
	r.TimeOut = ctx.Err() != nil
	if cmd.ProcessState != nil {
		r.Peak = peak(cmd.ProcessState)
		r.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	if runErr != nil && !r.TimeOut {
		line, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		r.Error = fmt.Sprintf("%v: %s", runErr, line)
	}
	return r, nil
}

// A score is what came of all runs of a contender on one graph.
type score struct {
	contender
	readings []reading
	svg      []byte
	drawing  *drawing
	trouble  string // why there is no picture
}

// A bench is the measurement of one graph.
type bench struct {
	dir    string // with the inputs
	runs   int
	limit  time.Duration // of one run
	budget time.Duration // of all runs of one contender
}

// race lets the contenders take turns: one run each, again and again.
func (b bench) race(list []contender) ([]score, error) {
	scores := make([]score, len(list))
	for i, c := range list {
		scores[i].contender = c
		if len(c.argv) == 0 {
			scores[i].trouble = "missing"
			continue
		}
		if err := b.run(&scores[i], -1); err != nil { // fills caches, of the disk as well
			return nil, err
		}
		if scores[i].trouble != "" {
			continue
		}
		if scores[i].drawing, scores[i].trouble = drawn(scores[i].svg); scores[i].trouble == "" {
			scores[i].readings = nil
		}
	}
	for n := range b.runs {
		for i := range scores {
			if s := &scores[i]; s.trouble == "" && (n == 0 || s.spent() < b.budget) {
				if err := b.run(s, n); err != nil {
					return nil, err
				}
			}
		}
	}
	return scores, nil
}

func drawn(svg []byte) (*drawing, string) {
	d, err := readDrawing(svg)
	if err != nil {
		return nil, fmt.Sprintf("its picture cannot be read: %v", err)
	}
	return d, ""
}

// run starts the contender once more.
func (b bench) run(s *score, n int) error {
	cache := filepath.Join(b.dir, "cache")
	if s.cold {
		cache = filepath.Join(b.dir, "cold", strconv.Itoa(n))
	}
	argv, stdin := s.command(b.dir)
	out := filepath.Join(b.dir, "out.svg")
	r, err := measure(job{argv, stdin, out, cache, b.limit})
	switch {
	case err != nil:
		return err
	case r.TimeOut:
		s.trouble = fmt.Sprintf("over %s", b.limit)
	case r.Error != "":
		s.trouble = r.Error
	}
	if s.trouble != "" {
		return nil
	}
	svg, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	if s.svg != nil && !bytes.Equal(svg, s.svg) {
		s.trouble = "its picture is another each time"
	}
	s.svg = svg
	s.readings = append(s.readings, r)
	return nil
}

func (s *score) spent() (total time.Duration) {
	for _, r := range s.readings {
		total += r.Wall
	}
	return total
}
