package source

import (
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
			found = append(found, origin{doc, f})
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
