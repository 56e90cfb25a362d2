package causal

import (
	"fmt"
	"os"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

func TestDump(t *testing.T) {
	all := stories()
	st := rapid.Custom(randomStory)
	for _, k := range []int{14, 40, 41, 42, 45} {
		all[fmt.Sprint("r", k)] = st.Example(k)
	}
	for name, s := range all {
		for shape, b := range map[string][]byte{"wide": svg.Marshal(mustWide(t, s)), "narrow": svg.Marshal(mustNarrow(t, s))} {
			html := `<!doctype html><meta charset=utf-8><meta name="color-scheme" content="light dark"><style>body{margin:0;background:#fff}@media(prefers-color-scheme:dark){body{background:#14171a}}</style>` + string(b)
			os.WriteFile("/tmp/causaltry/"+name+"-"+shape+".html", []byte(html), 0o644)
		}
		fmt.Println(name, mustWide(t, s).Height/64)
	}
	_ = story.Causes
}
