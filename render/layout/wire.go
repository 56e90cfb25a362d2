package layout

// Protocol is the version of the wire format. Both programs are built from
// one repository, but an installation can hold an old one of either.
const Protocol = 2

// Unit is the number of wire units in one pixel: all lengths and positions
// are integers of 1/64 px.
const Unit = 64

// The directions in which ranks follow each other.
const (
	TopToBottom = "TB"
	LeftToRight = "LR"
)

// A Request is a graph whose boxes want places.
type Request struct {
	Direction string     `json:"direction"` // TopToBottom or LeftToRight
	NodeSep   int        `json:"node_sep"`  // least gap between boxes of one rank
	RankSep   int        `json:"rank_sep"`  // least gap between ranks
	Nodes     []Node     `json:"nodes"`
	Edges     []Edge     `json:"edges"`
	Ranks     [][]string `json:"ranks"` // groups of node ids that share a rank, in rank order
	Clusters  []Cluster  `json:"clusters"`
}

// A Node is a box of a fixed size. Its id may be any text.
type Node struct {
	ID     string `json:"id"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// An Edge is an arrow between two nodes, with room for a label if its sizes
// are set. An edge without Constraint does not pull its head to a later rank.
type Edge struct {
	ID          string `json:"id"`
	From        string `json:"from"`
	To          string `json:"to"`
	LabelWidth  int    `json:"label_width"` // 0 for an edge without a label
	LabelHeight int    `json:"label_height"`
	Constraint  bool   `json:"constraint"`
}

// A Cluster is a set of nodes that are kept together inside one rectangle. A
// node is in at most one cluster.
type Cluster struct {
	ID    string   `json:"id"`
	Nodes []string `json:"nodes"`
}

// An Answer holds the places, in the order of the request. All positions lie
// between 0,0 (top left) and Width,Height.
type Answer struct {
	Protocol int             `json:"protocol"`
	Width    int             `json:"width"`
	Height   int             `json:"height"`
	Nodes    []PlacedNode    `json:"nodes"`
	Edges    []PlacedEdge    `json:"edges"`
	Clusters []PlacedCluster `json:"clusters"`
	More     []Answer        `json:"more,omitempty"` // to the message's other requests
}

// A PlacedNode is the centre of a node's box.
type PlacedNode struct {
	ID string `json:"id"`
	X  int    `json:"x"`
	Y  int    `json:"y"`
}

// A PlacedEdge is a piecewise cubic Bézier curve from the border of the
// edge's first box to the border of its second: one start point and three
// points for each piece. LabelX and LabelY are the label's centre, and 0
// where the edge has no label. As a rule labels have room of their own; where
// Graphviz finds none, they lie in the middle of their curve, possibly on
// something else.
type PlacedEdge struct {
	ID     string   `json:"id"`
	Points [][2]int `json:"points"`
	LabelX int      `json:"label_x"`
	LabelY int      `json:"label_y"`
}

// A PlacedCluster is a cluster's rectangle: its top left corner and its size.
// It holds all its nodes and crosses no other cluster. Rank groups can force a
// node that is in no cluster into it.
type PlacedCluster struct {
	ID string `json:"id"`
	X  int    `json:"x"`
	Y  int    `json:"y"`
	W  int    `json:"w"`
	H  int    `json:"h"`
}

// A Message is what the client sends: the request, the client's protocol and
// the time after which the process ends itself, in case nobody is left to
// kill it. More holds other requests to be answered by the same process; one
// that fails has an empty answer.
type Message struct {
	Protocol    int       `json:"protocol"`
	LimitMillis int       `json:"limit_millis"`
	Request     Request   `json:"request"`
	More        []Request `json:"more,omitempty"`
}

// A Failure is what the process sends instead of an answer, with exit status 1.
type Failure struct {
	Protocol int    `json:"protocol"`
	Error    string `json:"error"`
}

// MarkerEnv names the environment variable that tells the process that the
// client has prepared its folder for temporary files. Without it the process
// keeps no cache at all.
const MarkerEnv = "CAUSELINE_LAYOUT_CLIENT"
