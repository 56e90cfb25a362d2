package timex

import (
	"bufio"
	"encoding/json"
	"fmt"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"os"
	"strings"
	"testing"
)

func TestZ(t *testing.T) {
	for _, p := range strings.Fields(os.Getenv("ZF")) {
		f, _ := os.Open(p)
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			var d struct{ Doc, DCT, Text string }
			json.Unmarshal(sc.Bytes(), &d)
			day, _, _ := strings.Cut(d.DCT, "T")
			dd, _ := edtf.Parse(day)
			s := english.Split(d.Text, nil)
			fi := finder{text: d.Text, lang: English(), tag: english.Tag}
			for i := range s {
				fi.read(i, &s[i])
			}
			pr := fi.profile(Context{DocDate: dd})
			n := 0
			for _, x := range fi.found {
				n += len(x.readings)
			}
			fmt.Println(d.Doc, pr, n)
		}
	}
}
