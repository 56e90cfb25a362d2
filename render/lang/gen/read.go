package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A locale is what is read of one language.
type locale struct {
	version string
	cal     calendar
	numbers struct {
		Symbols struct {
			Group string `json:"group"`
		} `json:"symbols-numberSystem-latn"`
	}
	units struct {
		Long map[string]map[string]any `json:"long"`
	}
	lists map[string]map[string]string
}

// A calendar is CLDR's Gregorian calendar.
type calendar struct {
	Months      styles            `json:"months"`
	Quarters    styles            `json:"quarters"`
	Eras        eras              `json:"eras"`
	DateFormats map[string]string `json:"dateFormats"`
	DateTime    struct {
		Available map[string]string `json:"availableFormats"`
	} `json:"dateTimeFormats"`
}

type styles struct {
	Format struct {
		Wide  map[string]string `json:"wide"`
		Short map[string]string `json:"abbreviated"`
	} `json:"format"`
	Alone struct {
		Wide  map[string]string `json:"wide"`
		Short map[string]string `json:"abbreviated"`
	} `json:"stand-alone"`
}

type eras struct {
	Short map[string]string `json:"eraAbbr"`
}

// read reads a language from the folder of the unpacked packages.
func read(folder, tag string) (*locale, error) {
	var dates struct {
		Dates struct {
			Calendars struct {
				Gregorian calendar `json:"gregorian"`
			} `json:"calendars"`
		} `json:"dates"`
	}
	var numbers struct {
		Numbers any `json:"numbers"`
	}
	var units struct {
		Units any `json:"units"`
	}
	var lists struct {
		Lists any `json:"listPatterns"`
	}
	l := &locale{}
	numbers.Numbers, units.Units, lists.Lists = &l.numbers, &l.units, &l.lists
	for _, f := range []struct {
		pack, name string
		into       any
	}{
		{"cldr-dates-full", "ca-gregorian", &dates},
		{"cldr-numbers-full", "numbers", &numbers},
		{"cldr-units-full", "units", &units},
		{"cldr-misc-full", "listPatterns", &lists},
	} {
		if err := readMain(filepath.Join(folder, f.pack, "main", tag, f.name+".json"), tag, f.into); err != nil {
			return nil, err
		}
	}
	l.cal = dates.Dates.Calendars.Gregorian
	data, err := os.ReadFile(filepath.Join(folder, "cldr-dates-full", "package.json"))
	if err != nil {
		return nil, err
	}
	var pack struct {
		Version string `json:"version"`
	}
	if err := json.Unmarshal(data, &pack); err != nil {
		return nil, err
	}
	l.version = pack.Version
	return l, nil
}

// readMain reads what a file says of one language.
func readMain(path, tag string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var file struct {
		Main map[string]json.RawMessage `json:"main"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := json.Unmarshal(file.Main[tag], into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
