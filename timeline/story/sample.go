package story

import _ "embed"

//go:embed sample.yaml
var sample string

// Sample returns a small commented story in YAML, to begin from.
func Sample() string { return sample }
