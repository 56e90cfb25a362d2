package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/pick"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/explain"
	"github.com/causeline/causeline/timeline/story"
)

// filterHelp is what the help of commands with these flags says of them.
const filterHelp = `With --actor, --from and --to, --around and --only a picture shows a part of the
story and says so at its foot; where several are given, all must hold. What
--actor and --around ask for is drawn even where it weighs too little to be
drawn otherwise, unless --detail says how much.`

// filterFlags say which part of a story a picture shows.
type filterFlags struct {
	actors   []string
	from, to string
	around   string
	steps    int
	only     string

	filter pick.Filter // what they come to, once checked
}

func (f *filterFlags) register(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringArrayVar(&f.actors, "actor", nil, "draw only events with this `NAME` among those who took part: any words of it, such as putin; again for others")
	fs.StringVar(&f.from, "from", "", "draw only events that may be of this `DATE` or later, such as 2022 or 2022-02-24")
	fs.StringVar(&f.to, "to", "", "draw only events that may be of this `DATE` or earlier")
	fs.StringVar(&f.around, "around", "", "draw only the `EVENT` with this id and what is near it by --steps")
	fs.IntVar(&f.steps, "steps", 1, "how `MANY` relations away from --around, towards causes or effects")
	fs.StringVar(&f.only, "only", "", "draw only `WHAT`: causes (what causes, allows or blocks, and what comes of it)")
	complete(cmd, "only", onlyCauses)
	_ = cmd.RegisterFlagCompletionFunc("around", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return idsHere(), cobra.ShellCompDirectiveNoFileComp
	})
}

// onlyCauses is the one value of --only.
const onlyCauses = "causes"

// check looks at the flags before the story is read.
func (f *filterFlags) check(cmd *cobra.Command) error {
	changed := cmd.Flags().Changed
	f.filter = pick.Filter{Actors: f.actors, Around: f.around, Steps: f.steps, Causes: f.only != "", Decided: changed("detail")}
	if changed("only") {
		if err := oneOf("only", f.only, onlyCauses); err != nil {
			return err
		}
	}
	for _, flag := range []string{"from", "to", "around"} {
		if changed(flag) && cmd.Flags().Lookup(flag).Value.String() == "" {
			return usagef("--%s is empty: leave it out, or give it a value", flag)
		}
	}
	if slices.ContainsFunc(f.actors, func(a string) bool { return strings.TrimSpace(a) == "" }) {
		return usagef("--actor needs a NAME, or words of one, such as --actor putin")
	}
	switch {
	case changed("steps") && f.around == "":
		return usagef("--steps needs --around EVENT: the event from which the steps are counted")
	case f.steps < 0:
		return usagef("--steps is %d: it can be 0 or more", f.steps)
	}
	var err error
	if f.filter.From, err = dateFlag("from", f.from); err != nil {
		return err
	}
	if f.filter.To, err = dateFlag("to", f.to); err != nil {
		return err
	}
	first, bounded := f.filter.From.Earliest()
	last, ends := f.filter.To.Latest()
	switch {
	case f.from != "" && !bounded:
		return usagef("--from %s has no beginning: give a date such as 2022", f.from)
	case f.to != "" && !ends:
		return usagef("--to %s has no end: give a date such as 2022", f.to)
	case f.from != "" && f.to != "" && first > last:
		return usagef("--from %s lies after --to %s: swap them", f.from, f.to)
	}
	return nil
}

// dateFlag reads a flag's date, the zero date where there is none.
func dateFlag(flag, value string) (edtf.Date, error) {
	if value == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.Parse(value)
	if err != nil {
		return d, usagef("--%s: %w", flag, err)
	}
	return d, nil
}

// filtered returns the part of a story that is asked for, and what is to be
// said of it in the picture, "" for nothing. A person hears the same.
func (a *app) filtered(s *story.Story, f filterFlags, view string, l look) (*story.Story, string, error) {
	if f.filter.IsZero() {
		return s, "", nil
	}
	if f.around != "" {
		if _, err := explain.Find(s, f.around); err != nil {
			return nil, "", fmt.Errorf("--around: %w", err)
		}
	}
	f.filter.Related = view == "causes"
	a.standing = standing(s)
	p, err := pick.Apply(s, f.filter)
	if err != nil {
		return nil, "", err
	}
	a.picked(p)
	return p.Story, p.Note(l.say), nil
}

// standing returns the contradictions of a story that nobody silenced. Those
// of a part of it are others: a circle may lie half outside.
func standing(s *story.Story) []story.Diagnostic {
	open, _, _ := story.Silence(graph.Check(s), s.Silenced)
	return append([]story.Diagnostic{}, open...)
}

// picked says what part of a story a picture shows.
func (a *app) picked(p *pick.Picked) {
	if note := p.Note(lang.Speaker{}); note != "" {
		a.sayf("note: %s", midSentence(note))
	}
	if p.Passing > 0 {
		a.sayf("note: left out too: %s that reports tell only in passing; --detail all draws them", count(p.Passing, "event"))
	}
	if p.Undated > 0 {
		a.sayf("note: left out too: %s without a date, which may lie anywhere in time", count(p.Undated, "event"))
	}
}

// midSentence takes a sentence's capital and full stop away.
func midSentence(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + strings.TrimSuffix(sentence[size:], ".")
}
