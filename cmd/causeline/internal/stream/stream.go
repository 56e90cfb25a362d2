// Package stream is what commands are made of that read much, do the same to
// each piece of it, and write the results in the order of the input: Lines
// cuts the input, Each works on all processors at once. Memory holds what is
// worked on and a few pieces that wait, however long the input is.
package stream

import (
	"context"
	"io"
	"runtime"
)

// ahead is how many pieces may wait or be worked on for each processor. More
// than one, so that none idles while an early piece takes long.
const ahead = 4

// A piece is one thing to do: out has room for the answer.
type piece[In, Out any] struct {
	in  In
	out chan Out
}

// Each works on what next gives, on all processors, and hands each result to
// emit, in order and as soon as those before it are done. What next, work and
// emit are given and give is the same for any number of processors, as long as
// work looks at nothing but its argument.
//
// Next ends the input with io.EOF. Another error of next is returned after
// the results of all that came before it; an error of emit, or the end of the
// context, ends Each at once. A call of next or work that is then under way is
// left to itself. Next and emit are each called by one goroutine at a time.
func Each[In, Out any](ctx context.Context, next func() (In, error), work func(In) Out, emit func(Out) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan piece[In, Out])
	order := make(chan chan Out, ahead*workers)
	failed := make(chan error, 1)

	go func() {
		defer close(order)
		defer close(todo)
		for ctx.Err() == nil {
			in, err := next()
			if err != nil {
				failed <- err
				return
			}
			p := piece[In, Out]{in, make(chan Out, 1)}
			select {
			case order <- p.out:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- p:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			for p := range todo {
				p.out <- work(p.in)
			}
		}()
	}

	for {
		select {
		case out, more := <-order:
			if !more {
				return ended(ctx, failed)
			}
			select {
			case result := <-out:
				if err := emit(result); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// ended says why the input ended.
func ended(ctx context.Context, failed <-chan error) error {
	select {
	case err := <-failed:
		if err == io.EOF {
			return nil
		}
		return err
	default:
		return ctx.Err()
	}
}
