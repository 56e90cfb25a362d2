package merge

import (
	"fmt"
	"testing"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
)

// naming makes documents that name one entity each.
func naming(entities ...names.Entity) []*extract.Document {
	var out []*extract.Document
	for _, e := range entities {
		if e.Count == 0 {
			e.Count = 1
		}
		out = append(out, &extract.Document{Names: &names.Directory{Entities: []names.Entity{e}}})
	}
	return out
}

func TestLink(t *testing.T) {
	person := func(name string) names.Entity { return names.Entity{Kind: names.Person, Name: name} }
	of := func(name, country string) names.Entity {
		return names.Entity{Kind: names.Person, Name: name, Country: country}
	}
	country := func(name string) names.Entity { return names.Entity{Kind: names.Country, Name: name} }
	tests := []struct {
		name string
		a, b names.Entity
		same bool
	}{
		{"one spelling", person("Anna Poe"), person("Anna Poe"), true},
		{"family name alone", person("Anna Poe"), person("Poe"), true},
		{"an initial", person("A. Poe"), person("Anna Poe"), true},
		{"another initial", person("J. Poe"), person("Anna Poe"), false},
		{"another given name", person("Alma Poe"), person("Anna Poe"), false},
		{"a transliteration", person("Yury Tchernov"), person("Iurii Chernoff"), true},
		{"two countries", of("Poe", "Chile"), of("Poe", "Kenya"), false},
		{"one country", of("Poe", "Chile"), of("Anna Poe", "Chile"), true},
		{"country known once", of("Poe", "Chile"), person("Anna Poe"), true},
		{"countries alike", country("Niger"), country("Nigeria"), false},
		{"countries alike again", country("Austria"), country("Australia"), false},
		{"one country name", country("Niger"), country("Niger"), true},
		{"a place and a person", person("Lyon"), names.Entity{Kind: names.Place, Name: "Lyon"}, false},
	}
	for _, tt := range tests {
		for _, pair := range [][2]names.Entity{{tt.a, tt.b}, {tt.b, tt.a}} {
			w := Link(naming(pair[0], pair[1]))
			if got := w.Global(0, []int{0})[0] == w.Global(1, []int{0})[0]; got != tt.same {
				t.Errorf("%s: %q and %q one %v, want %v", tt.name, pair[0].Name, pair[1].Name, got, tt.same)
			}
		}
	}
}

// TestLinkNames: a person is called by the form with a given name that most
// documents use, of equals by the shortest.
func TestLinkNames(t *testing.T) {
	poe := func(name string, count int) names.Entity {
		return names.Entity{Kind: names.Person, Name: name, Count: count}
	}
	for _, tt := range []struct {
		forms []names.Entity
		want  string
	}{
		{[]names.Entity{poe("Poe", 9), poe("Anna Poe", 1)}, "Anna Poe"},
		{[]names.Entity{poe("Yury Chernov", 2), poe("Yuri Chernov", 3)}, "Yuri Chernov"},
		{[]names.Entity{poe("Iurii Chernov", 2), poe("Yuri Chernov", 2)}, "Yuri Chernov"},
	} {
		if w := Link(naming(tt.forms...)); len(w.Entities) != 1 || w.Entities[0].Name != tt.want {
			t.Errorf("entities %v, want one called %s", w.Entities, tt.want)
		}
	}
}

// TestInside follows places upwards, and does not hang where they go round.
func TestInside(t *testing.T) {
	w := &World{Entities: []Entity{
		{Kind: names.Place, Name: "Opera", Within: 1}, {Kind: names.Place, Name: "Lyon", Country: "France", Within: -1},
		{Kind: names.Country, Name: "France", Within: -1}, {Kind: names.Place, Name: "Round", Within: 4}, {Kind: names.Place, Name: "About", Within: 3},
	}}
	for _, tt := range []struct {
		x, y int
		want bool
	}{{0, 1, true}, {1, 2, true}, {0, 2, true}, {1, 0, false}, {2, 1, false}, {3, 0, false}} {
		if got := w.inside(tt.x, tt.y); got != tt.want {
			t.Errorf("%s in %s: %v", w.Entities[tt.x].Name, w.Entities[tt.y].Name, got)
		}
	}
	// One document says where the place lies, another names what it lies in.
	w = Link(naming(names.Entity{Kind: names.Place, Name: "Opera", Within: "Lyon"}, names.Entity{Kind: names.Place, Name: "Lyon"}))
	if !w.inside(0, 1) || w.inside(1, 0) {
		t.Errorf("the opera is not in Lyon: %v", w.Entities)
	}
	r, _ := merged(t, lead("a", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in Lyon, France, on 3 May 2018."), lead("b", "2018-05-04", "Meeting", "Aino Rautio met Pablo Quiroga in France on 3 May 2018."))
	if a, b := event(t, r, "a:met"), event(t, r, "b:met"); a.ID != b.ID || a.Place != "Lyon" {
		t.Errorf("the meeting is %v and %v, want one in Lyon", fmt.Sprint(a.ID, a.Place), fmt.Sprint(b.ID, b.Place))
	}
}
