// Package adopt keeps a person's work when a story is built again.
//
// There are three of every story: what the last build wrote (story.json, the
// last state), what a person made of it (story.yaml), and what reports say
// that were not read then. Since compares the first two and writes into the
// story what the person did: which events were deleted, which renamed, which
// put into one. Into adds the third. An event is known again by its mentions,
// never by its title.
//
// What is in the story stays: fields of its events are the person's, whoever
// wrote them first, since a file does not tell. Reports add events, mentions,
// relations and disagreements, a date where none ever stood, and weight where
// the last state says why an event weighs what it does: that is then still the
// program's word.
package adopt
