package segment

// cut returns the token after which a sentence is cut that has reached
// MaxTokens at token i without an end: in its second half, the last semicolon
// or stop, else the last colon or dash, else the last comma, else token i.
// Since half of the limit is kept, no token is read more than twice.
func cut(text string, toks []Span, from, i int) int {
	best, rank := i, 0
	for k := i; k > from+MaxTokens/2 && rank < 3; k-- {
		if r := cutRank(text, toks[k]); r > rank {
			best, rank = k, r
		}
	}
	return best
}

// cutRank says how well a long sentence can be cut after a token.
func cutRank(text string, t Span) int {
	switch text[t.Start:t.End] {
	case ";", ".", "!", "?", "...", "…":
		return 3
	case ":", "--", "–", "—", "|", "•":
		return 2
	case ",":
		return 1
	}
	return 0
}
