package timex

// RuleNames lists the rules that make expressions.
func RuleNames() []string {
	reject := make(map[string]bool)
	for _, r := range rejectRules {
		reject[r.name] = true
	}
	var out []string
	for _, r := range allRules {
		if !reject[r.name] {
			out = append(out, r.name)
		}
	}
	return out
}
