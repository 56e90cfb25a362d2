package segment

import "strings"

// joined lists words that the Penn Treebank splits although no mark shows it,
// with the length of their first part.
var joined = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3,
}

// plainWord appends a word of ASCII letters and digits.
func plainWord(dst []Span, text string, i, j int) []Span {
	if n := j - i; n == 5 || n == 6 {
		if k, ok := joined[lowerASCII(text[i:j])]; ok {
			return append(dst, Span{i, i + k}, Span{i + k, j})
		}
	}
	return append(dst, Span{i, j})
}

// clitics appends the word text[i:j] with its clitics split off: "didn't" is
// "did" and "n't", "Cairo's" is "Cairo" and "'s", "they'd've" is three tokens.
func clitics(dst []Span, text string, i, j int) []Span {
	var starts [4]int // of the clitics, last first
	n := 0
	for k := j; n < len(starts); n++ {
		c := cliticStart(text[i:k])
		if c == 0 {
			break
		}
		k = i + c
		starts[n] = k
	}
	from := i
	for n > 0 {
		n--
		dst = append(dst, Span{from, starts[n]})
		from = starts[n]
	}
	return append(dst, Span{from, j})
}

// cliticStart returns where the last clitic of w begins, 0 when there is none.
func cliticStart(w string) int {
	k := strings.LastIndexByte(w, '\'')
	wide := 1
	if m := strings.LastIndex(w, "’"); m > k {
		k, wide = m, len("’")
	}
	if k <= 0 {
		return 0
	}
	switch lowerASCII(w[k+wide:]) {
	case "s", "re", "ve", "ll", "d", "m":
		return k
	case "t":
		if k >= 2 && w[k-1]|0x20 == 'n' {
			return k - 1
		}
	}
	return 0
}

// lowerASCII is strings.ToLower for the short ASCII keys of the tables.
func lowerASCII(s string) string {
	for k := 0; k < len(s); k++ {
		if isUpper(s[k]) {
			return strings.ToLower(s)
		}
	}
	return s
}
