package lemma

import "strings"

// noun returns the singular of a plural noun.
func noun(w string) string {
	if base, ok := plurals[w]; ok {
		return base
	}
	if k := strings.LastIndexByte(w, '-'); k >= 0 && k < len(w)-2 {
		return w[:k+1] + noun(w[k+1:])
	}
	if strings.HasSuffix(w, "men") && len(w) > 4 {
		return w[:len(w)-3] + "man"
	}
	return singular(w)
}

// singular strips the ending -s of plurals and of verbs in the third person.
func singular(w string) string {
	if base, ok := inS()[w]; ok {
		return base
	}
	n := len(w)
	if n < 3 || w[n-1] != 's' || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "'s") {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies"):
		if n == 4 {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"),
		strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	case strings.HasSuffix(w, "oes"):
		return w[:n-2]
	case strings.HasSuffix(w, "uses") && n > 6 && !vowel(w[n-5]) && !strings.HasSuffix(w, "cuses") && !strings.HasSuffix(w, "buses"):
		return w[:n-2]
	}
	return w[:n-1]
}
