package chunk

import "strings"

// treeSubject returns the noun phrases that the dependency tree makes the
// subject of the verb at token v, coordinated ones together; nil where it
// names none or the sentence was not parsed. A verb joined to another one
// shares its subject.
func (p *Parse) treeSubject(v int) []int {
	for steps := 0; steps < 4; steps++ {
		if s := p.dependent(v, "nsubj"); s >= 0 {
			return p.phrases(s)
		}
		t := p.Tokens[v]
		if t.Rel != "conj" || t.Head < 0 || !IsVerbTag(p.Tokens[t.Head].Tag) {
			return nil
		}
		v = t.Head
	}
	return nil
}

// dependent returns the first token that hangs from token v by a relation or
// one of its subtypes, -1 where there is none.
func (p *Parse) dependent(v int, rel string) int {
	for i, t := range p.Tokens {
		if t.Head == v && t.Rel != "" && (t.Rel == rel || strings.HasPrefix(t.Rel, rel+":")) {
			return i
		}
	}
	return -1
}

// phrases returns the noun phrase that holds token s and those joined to it.
func (p *Parse) phrases(s int) []int {
	k := p.at[s]
	if p.Chunks[k].Kind != NP {
		return nil
	}
	out := []int{k}
	for i := s + 1; i < len(p.Tokens); i++ {
		if t := p.Tokens[i]; t.Rel == "conj" && t.Head == s {
			if c := p.at[i]; p.Chunks[c].Kind == NP && c != out[len(out)-1] {
				out = append(out, c)
			}
		}
	}
	return out
}
