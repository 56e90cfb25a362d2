package linear

// An Action is a transition of the arc-hybrid system (Kuhlmann,
// Gómez-Rodríguez and Satta, "Dynamic Programming Algorithms for
// Transition-Based Dependency Parsers", ACL 2011). The root stands at the end
// of the buffer (Ballesteros and Nivre, "Going to the Roots of Dependency
// Parsing", Computational Linguistics 39(1), 2013).
type Action uint8

// The transitions. "Front" is the front of the buffer, "top" and "second" are
// on the stack.
const (
	Shift   Action = iota // the front goes onto the stack
	Left                  // the front becomes the head of the top, which leaves
	Right                 // the second becomes the head of the top, which leaves
	Actions               // how many there are
)

// node is a word on the stack or at the front of the buffer, with the children
// that it has so far.
type node struct {
	word                  int32
	left, left2           int32 // the outermost child and the one before it
	right, right2         int32
	below                 int32 // the next node on the stack
	leftCount, rightCount uint8
}

// maxCount is how far children are counted.
const maxCount = 5

// A State is a point in the parse of a sentence. Stacks share their nodes
// (Goldberg, Zhao and Huang, "Efficient Implementation of Beam-Search
// Incremental Parsers", ACL 2013), so that a step costs the same whatever the
// length of the sentence.
type State struct {
	top   int32 // index into Sentence.nodes, 0 when the stack is empty
	depth int32 // nodes on the stack
	front node
}

// Begin forgets all states of s and returns the one before the first step.
func (s *Sentence) Begin() State {
	s.nodes = append(s.nodes[:0], node{})
	return State{front: node{word: 1}}
}

// Done reports whether all words have a head.
func (s *Sentence) Done(st *State) bool { return st.front.word > s.n && st.depth == 0 }

// Front returns the word at the front of the buffer.
func (st *State) Front() int32 { return st.front.word }

// Legal reports whether a can be taken. One word only gets to the root.
func (s *Sentence) Legal(st *State, a Action) bool {
	switch a {
	case Shift:
		return st.front.word <= s.n
	case Left:
		return st.depth == 1 || st.depth > 1 && st.front.word <= s.n
	}
	return st.depth > 1
}

// Forced reports whether a is the only transition that can be taken.
func (s *Sentence) Forced(st *State) (a Action, ok bool) {
	switch {
	case st.depth == 0:
		return Shift, true
	case st.front.word <= s.n:
		return 0, false
	case st.depth == 1:
		return Left, true
	}
	return Right, true
}

// Arc returns the arc that Left or Right makes in st.
func (s *Sentence) Arc(st *State, a Action) (head, dependent int32) {
	top := &s.nodes[st.top]
	if a == Left {
		return st.front.word, top.word
	}
	return s.nodes[top.below].word, top.word
}

// Step returns the state after a, which must be legal.
func (s *Sentence) Step(st State, a Action) State {
	switch a {
	case Shift:
		st.front.below = st.top
		st.top = int32(len(s.nodes))
		s.nodes = append(s.nodes, st.front)
		st.front = node{word: st.front.word + 1}
		st.depth++
	case Left:
		top, f := &s.nodes[st.top], &st.front
		f.left, f.left2 = top.word, f.left
		f.leftCount = min(f.leftCount+1, maxCount)
		st.top = top.below
		st.depth--
	case Right:
		top := &s.nodes[st.top]
		second := s.nodes[top.below]
		second.right, second.right2 = top.word, second.right
		second.rightCount = min(second.rightCount+1, maxCount)
		st.top = int32(len(s.nodes))
		s.nodes = append(s.nodes, second)
		st.depth--
	}
	return st
}
