// Package layout finds places for the boxes and arrows of a causal diagram.
// The work is done by Graphviz, which runs in a process of its own: the
// command causeline-layout, which Run starts once for each request. This
// package is the client and holds the types of both sides.
//
// # Why a process
//
// Graphviz comes as WebAssembly in a Go module. That module has properties
// which a program for newsrooms cannot take into itself:
//
//   - It starts its virtual machine while the program's packages initialise.
//     Every command that links it pays for that, even one that prints a help
//     text, and its first start on a machine compiles for about a second.
//   - It keeps the compiled native code below the folder for temporary files,
//     under a name that everyone can guess and nobody checks. A file there
//     that is cut short ends every later start with a panic, and in a folder
//     shared by several people one could plant code for another. The only way
//     to move it is to set TMPDIR before the program begins, which only a
//     parent process can do.
//   - A layout that is under way cannot be stopped, and its memory is not
//     given back. A process can be killed.
//   - Graphs laid out at the same time in one program corrupt one another.
//   - Some layouts fail without an error and hand back positions that are not
//     numbers. Run checks what it gets before anybody draws it.
//
// # The wire
//
// The client writes one [Message] as JSON to the process's standard input, with one
// request or several alternatives. The process writes one [Answer], or one [Failure] with exit status 1, to its
// standard output, and ends. All lengths are integers of 1/64 px with y
// downwards, so the same request gives the same bytes on every machine. Both
// sides carry [Protocol]; where the numbers differ, Run says so.
//
// # The cache
//
// The compiled code is kept in a folder that belongs to the user and that
// nobody else may enter. Run records length and checksum of each file there
// after a good run, and removes what does not match before the next. In a
// folder that is not private, or when a run fails although the files match,
// the process goes without a cache: slower, but never wrong.
package layout
