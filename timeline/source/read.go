package source

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Read reads every document that inputs stand for: files, folders and "-"
// for standard input. Documents come sorted by path, then by hash; their ids
// are unique and do not depend on the order of inputs. Story files among the
// inputs are passed over. A document in a folder that cannot be read is a
// warning; one given by name is an error, as is a folder with nothing to
// read.
func Read(inputs []string, opt Options) ([]Document, []Warning, error) {
	files, warnings, err := Files(inputs, opt)
	if err != nil {
		return nil, nil, err
	}
	var found []origin
	var errs []error
	met := 0 // files met in folders
	for _, f := range files {
		if f.Kind == KindStory && opt.Format == "" {
			continue
		}
		if !f.Named {
			met++
		}
		doc, err := readFile(f, opt)
		switch {
		case err == nil:
			found = append(found, origin{doc, f.qualifier})
		case f.Named:
			errs = append(errs, err)
		default:
			warnings = append(warnings, Warning{f.Path, "left out: " + unnamed(err, f.Path)})
		}
	}
	if len(errs) > 0 {
		return nil, nil, errors.Join(errs...)
	}
	slices.SortFunc(warnings, compareWarnings)
	if len(found) == 0 && met > 0 {
		return nil, warnings, fmt.Errorf("%w: %s, for one, was %s", ErrNoDocument, warnings[0].Path, warnings[0].Message)
	}
	return assignIDs(found), warnings, nil
}

// An origin is a document and the folder it came from.
type origin struct {
	doc       Document
	qualifier string
}

// unnamed takes the path off an error's front, where the warning says it.
func unnamed(err error, p string) string { return strings.TrimPrefix(err.Error(), p+": ") }

func readFile(f File, opt Options) (Document, error) {
	if !f.Named {
		opt.Format = ""
	}
	data, err := load(f, opt.Stdin)
	if err != nil {
		if f.Named && f.Open != "-" {
			return Document{}, fmt.Errorf("cannot read %s: %w", f.Open, reason(err))
		}
		return Document{}, fmt.Errorf("%s: %w", displayName(f.Path), reason(err))
	}
	doc, err := readBytes(f.Path, data, opt)
	if err != nil {
		name := f.Path
		if f.Named {
			name = f.Open
		}
		return Document{}, fmt.Errorf("%s: %w", displayName(name), err)
	}
	return doc, nil
}

// load reads a file, or standard input, up to the limit.
func load(f File, stdin io.Reader) ([]byte, error) {
	r := stdin
	if f.Open != "-" {
		file, err := os.Open(f.Open)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil {
			if err := checkSize(info.Size()); err != nil {
				return nil, err
			}
		}
		r = file
	}
	if r == nil {
		return nil, errors.New("there is no standard input to read")
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return data, checkSize(int64(len(data)))
}

// assignIDs sorts documents and gives each an id of its own. The first of
// several with the same name keeps the plain id; the others add their
// folder's name, or the beginning of their text's hash where that does not
// tell them apart. All of it depends on the set alone.
func assignIDs(found []origin) []Document {
	slices.SortFunc(found, func(a, b origin) int {
		return cmp.Or(
			strings.Compare(a.doc.Path, b.doc.Path),
			strings.Compare(a.qualifier, b.qualifier),
			strings.Compare(a.doc.SHA256, b.doc.SHA256),
		)
	})
	used := map[string]bool{}
	var late []int
	for i := range found {
		d := &found[i].doc
		if id := baseID(*d); !used[id] {
			used[id], d.ID = true, id
		} else {
			late = append(late, i)
		}
	}
	for _, i := range late {
		d := &found[i].doc
		base := baseID(*d)
		id := base
		if q := slug(found[i].qualifier); q != "" {
			id = trimSlug(q + "-" + base)
		}
		if used[id] {
			id = trimSlug(base[:min(len(base), maxSlug-9)]) + "-" + d.SHA256[:8]
		}
		for n := 2; used[id]; n++ {
			id = fmt.Sprintf("%s-%d", trimSlug(base[:min(len(base), maxSlug-9)]), n)
		}
		used[id], d.ID = true, id
	}
	slices.SortStableFunc(found, func(a, b origin) int {
		return cmp.Or(strings.Compare(a.doc.Path, b.doc.Path), strings.Compare(a.doc.SHA256, b.doc.SHA256))
	})
	docs := make([]Document, len(found))
	for i, o := range found {
		docs[i] = o.doc
	}
	return docs
}
