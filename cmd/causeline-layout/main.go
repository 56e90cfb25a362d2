// Command causeline-layout places the boxes and arrows of causal diagrams with
// Graphviz. causeline starts it by itself, once for each diagram; package
// layout is the client and explains why this is a process of its own.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/causeline/causeline/cmd/causeline-layout/internal/early"
	"github.com/causeline/causeline/render/layout"
)

// maxRequest bounds what is read from standard input.
const maxRequest = 64 << 20

// Importing package early lets it work before Graphviz; by now both are done.
func init() { early.Restore() }

func main() {
	if len(os.Args) > 1 {
		fmt.Fprintf(os.Stderr, "causeline-layout: unknown arguments %q; it takes only --help and --version\n", os.Args[1:])
		os.Exit(2)
	}
	answer, err := serve(os.Stdin)
	if err != nil {
		_ = json.NewEncoder(os.Stdout).Encode(layout.Failure{Protocol: layout.Protocol, Error: err.Error()})
		os.Exit(1)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		os.Exit(1)
	}
}

// serve reads one message and lays its graphs out, unless the client goes or
// the time is up before.
func serve(in io.Reader) (*layout.Answer, error) {
	msg, err := receive(in)
	if err != nil {
		return nil, err
	}
	go watch(time.Duration(msg.LimitMillis) * time.Millisecond)
	a, err := answer(&msg.Request)
	if err != nil {
		return nil, err
	}
	for i := range msg.More {
		other, err := answer(&msg.More[i])
		if err != nil {
			other = &layout.Answer{Protocol: layout.Protocol}
		}
		a.More = append(a.More, *other)
	}
	return a, nil
}

// receive reads one message.
func receive(in io.Reader) (*layout.Message, error) {
	text, err := io.ReadAll(io.LimitReader(in, maxRequest+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the request: %w", err)
	}
	if len(text) > maxRequest {
		return nil, errors.New("the request is too long")
	}
	var msg layout.Message
	if err := json.Unmarshal(text, &msg); err != nil {
		return nil, fmt.Errorf("the request is not in the agreed form: %w", err)
	}
	if msg.Protocol != layout.Protocol {
		return nil, fmt.Errorf("the request has protocol %d, this program has %d", msg.Protocol, layout.Protocol)
	}
	return &msg, nil
}

// answer lays one graph out.
func answer(req *layout.Request) (*layout.Answer, error) {
	if err := req.Check(); err != nil {
		return nil, err
	}
	if len(req.Nodes) == 0 {
		return &layout.Answer{Protocol: layout.Protocol}, nil
	}
	return place(context.Background(), req)
}
