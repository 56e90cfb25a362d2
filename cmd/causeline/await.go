package main

import "context"

// await runs f and returns what it gives, or the context's error as soon as
// the context ends. It is for work that cannot be told to stop; when the user
// interrupts, that work is left to itself and ends with the program.
func await[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		v, err := f()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
