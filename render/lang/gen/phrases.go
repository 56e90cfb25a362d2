package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// plurals are CLDR's classes, in its order. "Other" is left out where it is
// for fractions only.
var plurals = []string{"one", "few", "many", "other"}

// phrases writes the file of a language.
func (l *locale) phrases() (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# From Unicode CLDR %s by render/lang/gen: do not edit.\n", l.version)
	put := func(name, phrase string) {
		if strings.TrimSpace(phrase) != phrase {
			phrase = `"` + phrase + `"`
		}
		fmt.Fprintf(&b, "%s = %s\n", name, phrase)
	}
	if err := l.months(put); err != nil {
		return "", err
	}
	for i := range 4 {
		n := strconv.Itoa(i + 1)
		put("date.quarter."+n, space(l.cal.Quarters.Format.Wide[n]))
	}
	l.lengths(put)
	put("thousands", space(l.numbers.Symbols.Group))
	put("clock", l.cal.DateTime.Available["Hm"])
	put("tick.day", strings.NewReplacer("d", "{1}").Replace(l.cal.DateTime.Available["d"]))
	for _, list := range []struct{ name, key string }{{"and", "standard"}, {"or", "or"}} {
		pair := strings.NewReplacer("{0}", "{1}", "{1}", "{2}").Replace(l.lists["listPattern-type-"+list.key]["2"])
		put(list.name, pair)
		put("date."+list.name, pair)
	}
	several := strings.NewReplacer("{0}", "{1}", "{1}", "{2}").Replace(l.lists["listPattern-type-standard"]["middle"])
	put("comma", strings.TrimSuffix(strings.TrimPrefix(several, "{1}"), "{2}"))
	put("date.comma", several)
	return b.String(), nil
}

// months writes the names of months and the orders of dates.
func (l *locale) months(put func(name, phrase string)) error {
	months, available := l.cal.Months, l.cal.DateTime.Available
	g := grammar{declined: months.Format.Wide["8"] != months.Alone.Wide["8"]}
	wide, short := months.Format.Wide, months.Format.Short
	if strings.Contains(available["MMMMd"], "M") && !strings.Contains(available["MMMMd"], "MMM") {
		wide = short // months have numbers
		g.suffix = strings.TrimPrefix(short["8"], "8")
	}
	for _, names := range []struct {
		prefix        string
		beside, alone map[string]string
	}{{"date.month.", wide, months.Alone.Wide}, {"date.month.short.", short, months.Alone.Short}} {
		for i := range 12 {
			n := strconv.Itoa(i + 1)
			if !g.declined {
				put(names.prefix+n, names.beside[n])
				continue
			}
			put(names.prefix+n, names.alone[n])
			put(names.prefix+n+"/gen", names.beside[n])
		}
	}
	long, medium := l.cal.DateFormats["long"], available["yMMMd"]
	for _, day := range []struct{ name, part, whole string }{
		{"", available["MMMMd"], long},
		{".short", available["MMMd"], cmp.Or(fits(medium, available["MMMd"]), long)},
	} {
		phrase, err := g.dayMonth(day.part)
		if err != nil {
			return err
		}
		join, year, err := withYear(day.whole, day.part)
		if err != nil {
			return err
		}
		put("date.day"+day.name, phrase)
		put("date.day.year"+day.name, join)
		if day.name == "" {
			put("date.year", year)
		}
	}
	return l.years(g, put)
}

// fits returns the whole pattern where the part is in it.
func fits(whole, part string) string {
	if find(parse(whole), parse(part)) < 0 {
		return ""
	}
	return whole
}

// years writes months with their year, and years with their era.
func (l *locale) years(g grammar, put func(name, phrase string)) error {
	available := l.cal.DateTime.Available
	month := "MMMM"
	switch {
	case g.suffix != "":
		month = "M" + g.suffix
	case g.declined:
		month = "LLLL"
	}
	join, _, err := withYear(available["yMMMM"], month)
	if err != nil {
		return err
	}
	put("date.month.year", join)
	for era, name := range []string{"date.year.bc", "date.year.ad"} {
		phrase, err := eraYear(available["GyMMMd"], available["MMMd"], l.cal.Eras.Short[strconv.Itoa(era)])
		if err != nil {
			return err
		}
		put(name, phrase)
	}
	return nil
}

// lengths writes the units of time.
func (l *locale) lengths(put func(name, phrase string)) {
	for _, unit := range []string{"minute", "hour", "day", "week", "month", "year"} {
		forms := l.units.Long["duration-"+unit]
		for _, class := range plurals {
			if class == "other" && forms["unitPattern-count-many"] != nil {
				continue // of fractions
			}
			if p, ok := forms["unitPattern-count-"+class].(string); ok {
				p = strings.NewReplacer("{0}", "{n}", "\u00a0", " ").Replace(p)
				put(unit+"."+class, p)
			}
		}
	}
}
