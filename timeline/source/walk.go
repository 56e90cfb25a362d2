package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A File is one input after folders have been walked.
type File struct {
	Path  string // as Document.Path
	Open  string // what to open; "-" for stdin
	Kind  Kind
	Named bool // given by name, not met in a folder

	folder string // the name of the folder that it stands in, "" for an input folder's own files
	root   string // the name of the input folder
}

// Files lists what inputs stand for: each file once, sorted by path, with its
// kind. Inside folders it leaves out hidden files, symbolic links, what
// opt.Skip names, pages that causeline wrote, and data files that are no
// story; what a person might miss gets a warning. A named input that cannot
// be read is an error.
func Files(inputs []string, opt Options) ([]File, []Warning, error) {
	w := walker{skip: map[string]bool{}, seen: map[string]int{}}
	for _, s := range opt.Skip {
		w.skip[realPath(s)] = true
	}
	var errs []error
	for _, in := range inputs {
		if err := w.input(in); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
		return nil, nil, errors.Join(errs...)
	}
	slices.SortFunc(w.files, func(a, b File) int {
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		return strings.Compare(a.Open, b.Open)
	})
	slices.SortFunc(w.warnings, compareWarnings)
	return w.files, slices.Compact(w.warnings), nil
}

func compareWarnings(a, b Warning) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	return strings.Compare(a.Message, b.Message)
}

type walker struct {
	skip     map[string]bool
	seen     map[string]int // real path → index in files
	files    []File
	warnings []Warning
}

// input takes one argument.
func (w *walker) input(in string) error {
	if in == "-" {
		w.add(File{Path: "-", Open: "-", Kind: KindDocument, Named: true}, "-")
		return nil
	}
	info, err := os.Stat(in)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", in, reason(err))
	}
	if info.IsDir() {
		return w.folder(in)
	}
	if !info.Mode().IsRegular() && info.Mode()&(fs.ModeNamedPipe|fs.ModeCharDevice) == 0 {
		return fmt.Errorf("cannot read %s: it is neither a file nor a folder", in)
	}
	name := filepath.Base(in)
	kind := KindDocument
	if info.Mode().IsRegular() {
		h, err := readHead(in)
		if err != nil {
			return fmt.Errorf("cannot read %s: %w", in, reason(err))
		}
		kind = Classify(name, h)
		if kind == KindDocument && isOwnPage(h) {
			return fmt.Errorf("%s is a page that causeline wrote, not a report; give the reports or the story file instead", in)
		}
	}
	w.add(File{Path: name, Open: in, Kind: kind, Named: true, folder: folderName(filepath.Dir(in))}, realPath(in))
	return nil
}

// folder walks root in byte order of relative paths.
func (w *walker) folder(root string) error {
	found := 0
	real := realPath(root)
	err := filepath.WalkDir(real, func(p string, d fs.DirEntry, err error) error {
		if p == real {
			return err
		}
		rel, relErr := filepath.Rel(real, p)
		if relErr != nil {
			return relErr
		}
		rel = filepath.ToSlash(rel)
		if err != nil {
			w.warn(rel, "left out: "+reason(err).Error())
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasPrefix(d.Name(), ".") || w.skip[p] {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || !d.Type().IsRegular() {
			return nil
		}
		if w.member(root, rel, p) {
			found++
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("cannot read folder %s: %w", root, reason(err))
	}
	if found == 0 {
		return fmt.Errorf("%w in folder %s: put .txt, .md or .html reports there%s", ErrNoDocument, root, w.why())
	}
	return nil
}

// why names the first reason for which a file was left out, if any.
func (w *walker) why() string {
	if len(w.warnings) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s, for one, was %s)", w.warnings[0].Path, w.warnings[0].Message)
}

// member takes a file met in a folder and reports whether it is an input.
func (w *walker) member(root, rel, p string) bool {
	if isJunk(rel) {
		return false
	}
	h, err := readHead(p)
	if err != nil {
		w.warn(rel, "left out: "+reason(err).Error())
		return false
	}
	kind := Classify(rel, h)
	switch {
	case len(h) == 0:
		w.warn(rel, "left out: the file is empty")
		return false
	case kind == KindBinary:
		w.warn(rel, "left out: not a text file; "+unsupportedAdvice(rel))
		return false
	case kind == KindUnsupported:
		w.warn(rel, "left out: unsupported file type; "+unsupportedAdvice(rel))
		return false
	case kind == KindStory && !looksLikeStory(rel, h):
		w.warn(rel, "left out: neither a report nor a story file")
		return false
	case kind == KindDocument && isOwnPage(h):
		return false
	}
	w.add(File{Path: rel, Open: p, Kind: kind, folder: folderName(path.Dir(rel)), root: folderName(root)}, p)
	return true
}

func (w *walker) warn(p, message string) {
	w.warnings = append(w.warnings, Warning{p, message})
}

// add takes a file once. Reached in several ways, it keeps its longest path,
// so that the order of inputs does not matter.
func (w *walker) add(f File, real string) {
	f.Path = strings.ToValidUTF8(f.Path, "_")
	i, again := w.seen[real]
	if !again {
		w.seen[real] = len(w.files)
		w.files = append(w.files, f)
		return
	}
	old := &w.files[i]
	named := old.Named || f.Named
	if better(f, *old) {
		*old = f
	}
	old.Named = named
}

// better prefers the path with more folders, then the first in byte order.
func better(a, b File) bool {
	if x, y := strings.Count(a.Path, "/"), strings.Count(b.Path, "/"); x != y {
		return x > y
	}
	if a.Path != b.Path {
		return a.Path < b.Path
	}
	if a.folder != b.folder {
		return a.folder < b.folder
	}
	return a.root < b.root
}

// realPath is the absolute path with symbolic links followed, or as near to
// it as can be had.
func realPath(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		abs = filepath.Clean(p)
	}
	if r, err := filepath.EvalSymlinks(abs); err == nil {
		return r
	}
	return abs
}

// folderName is the last part of a folder's path as given, "" where that
// names nothing.
func folderName(dir string) string {
	switch base := path.Base(filepath.ToSlash(filepath.Clean(dir))); base {
	case ".", "..", "/":
		return ""
	default:
		return base
	}
}

// reason strips the path that os errors repeat.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file or folder")
	}
	return err
}

func readHead(p string) ([]byte, error) {
	f, err := os.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h, err := io.ReadAll(io.LimitReader(f, HeadBytes))
	if err != nil {
		return nil, err
	}
	return h, nil
}

// junk are endings of files that lie beside reports and are nobody's report:
// they are left out without a word.
var junk = []string{
	".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff",
	".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot",
	".mp3", ".mp4", ".webm", ".ogg", ".wav", ".m4a", ".bak", ".tmp", ".swp", ".lock", ".log", ".sum", ".mod",
}

func isJunk(rel string) bool {
	name := strings.ToLower(path.Base(rel))
	if strings.HasSuffix(name, "~") || name == "thumbs.db" || name == "desktop.ini" {
		return true
	}
	return slices.Contains(junk, path.Ext(name))
}
