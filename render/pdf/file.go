package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// A ref is the number of an object in the file, from 1 on.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// A file collects objects and remembers where each one begins.
type file struct {
	buf     bytes.Buffer
	offsets []int // by number, less one
}

func newFile() *file {
	f := &file{}
	// Bytes above 127 in the second line tell mail and copying programs that
	// this is no text.
	f.buf.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	return f
}

// reserve returns the number of an object that is written later, so that
// others can refer to it before.
func (f *file) reserve() ref {
	f.offsets = append(f.offsets, 0)
	return ref(len(f.offsets))
}

// put writes an object under a reserved number.
func (f *file) put(r ref, body string) {
	f.offsets[r-1] = f.buf.Len()
	fmt.Fprintf(&f.buf, "%d 0 obj\n%s\nendobj\n", r, body)
}

// add writes an object under the next number.
func (f *file) add(body string) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

// stream writes a compressed stream. The entries stand in its dictionary
// before length and filter.
func (f *file) stream(entries string, data []byte) ref {
	packed := deflate(data)
	return f.add(fmt.Sprintf("<<%s/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream", entries, len(packed), packed))
}

// plain writes a stream as it is, for programs that look for it in the bytes
// of the file.
func (f *file) plain(entries string, data []byte) ref {
	return f.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data))
}

func deflate(data []byte) []byte {
	var buf bytes.Buffer
	w, err := zlib.NewWriterLevel(&buf, zlib.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	// Writes to a bytes.Buffer do not fail.
	w.Write(data)
	w.Close()
	return buf.Bytes()
}

// finish writes the table of offsets and the trailer. The file's identifier
// is a hash of its objects.
func (f *file) finish(root, info ref) []byte {
	sum := sha256.Sum256(f.buf.Bytes())
	start := f.buf.Len()
	fmt.Fprintf(&f.buf, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, offset := range f.offsets {
		fmt.Fprintf(&f.buf, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&f.buf, "trailer\n<</Size %d/Root %s/Info %s/ID[<%x><%[4]x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets)+1, root, info, sum[:16], start)
	return f.buf.Bytes()
}
