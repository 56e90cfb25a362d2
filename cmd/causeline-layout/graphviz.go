package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	gv "github.com/goccy/go-graphviz"
)

// json0 is Graphviz's JSON with places but without drawing instructions.
const json0 = gv.Format("json0")

// graphviz lays a DOT text out with the engine for layered graphs. Nothing is
// closed or freed: the process ends right after.
func graphviz(ctx context.Context, dot []byte) ([]byte, error) {
	engine, err := gv.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("graphviz does not start: %w", err)
	}
	graph, err := gv.ParseBytes(dot)
	if err != nil {
		return nil, fmt.Errorf("graphviz does not read the graph: %w", err)
	}
	if graph == nil {
		return nil, errors.New("graphviz reads no graph")
	}
	var out bytes.Buffer
	if err := engine.Render(ctx, graph, json0, &out); err != nil {
		return nil, fmt.Errorf("graphviz does not lay the graph out: %w", err)
	}
	if out.Len() == 0 {
		return nil, errors.New("graphviz gives no layout")
	}
	return out.Bytes(), nil
}
