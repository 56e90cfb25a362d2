package spot

import (
	_ "embed"
	"sync"
)

//go:embed model.bin.gz
var modelFile []byte

// Default returns the model that the program carries. It is read on first use.
var Default = sync.OnceValue(func() *Model {
	m, err := Decode(modelFile)
	if err != nil {
		// The file is part of the program: a fault in it is a fault of the build.
		panic(err)
	}
	return m
})
