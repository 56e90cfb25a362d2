package causal

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
)

func mustStairs(t failer, p *scene.Picture, err error) *scene.Picture {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return p
}

func TestTmp(t *testing.T) {
	stories := rapid.Custom(randomStory)
	for seed := range 12000 {
		s := stories.Example(seed)
		p, err := Wide(t.Context(), s, Options{})
		p = mustStairs(t, p, err)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { checkAll(t, s, p) })
	}
}
