package spot

// A Scorer gives scores to features: a model, or one in training.
type Scorer interface {
	Score([]Feature) [Kinds]int32
	Score1(Feature) [Kinds]int32
}

// A Row holds a feature's weights for the kinds.
type Row [Kinds]int16

// A Model holds the weights of all features.
type Model struct {
	rows []Row // 2^Bits
}

// NewModel returns a model of the given rows, of which there must be 2^Bits.
func NewModel(rows []Row) *Model { return &Model{rows: rows} }

// Score adds up the weights of features.
func (m *Model) Score(fs []Feature) [Kinds]int32 {
	var out [Kinds]int32
	for _, f := range fs {
		r := &m.rows[f]
		out[0] += int32(r[0])
		out[1] += int32(r[1])
		out[2] += int32(r[2])
		out[3] += int32(r[3])
	}
	return out
}

// Score1 returns the weights of one feature.
func (m *Model) Score1(f Feature) [Kinds]int32 {
	r := &m.rows[f]
	return [Kinds]int32{int32(r[0]), int32(r[1]), int32(r[2]), int32(r[3])}
}
