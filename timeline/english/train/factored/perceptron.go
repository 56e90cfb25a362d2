package factored

import (
	"math/rand/v2"
	"slices"
)

// A perceptron holds the weights of an averaged perceptron in training
// (Collins, "Discriminative Training Methods for Hidden Markov Models", EMNLP
// 2002). The average follows from the weight at the end and the sum of its
// changes times the steps at which they were made. The averages of several
// runs, each in its own order, are averaged once more: what one run learned by
// chance is weakened.
type perceptron struct {
	now   []int32
	sum   []int64
	step  int64
	total []int64 // sum of the averages of the runs so far, in 1/unit
	runs  int64
	group int    // weights that are kept or left out together
	keep  []bool // the groups that may have weights; nil for all
}

// unit is the number of steps into which averages are divided.
const unit = 1 << 16

func newPerceptron(groups, group int) *perceptron {
	n := groups * group
	return &perceptron{now: make([]int32, n), sum: make([]int64, n), total: make([]int64, n), group: group}
}

// add changes weight i of a group.
func (p *perceptron) add(group uint32, i int, by int32) {
	if p.keep != nil && !p.keep[group] {
		return
	}
	k := int(group)*p.group + i
	p.now[k] += by
	p.sum[k] += int64(by) * p.step
}

// endRun adds the averages of a run to those of the runs before and makes ready
// for the next one.
func (p *perceptron) endRun() {
	p.runs++
	for k := range p.now {
		v := int64(p.now[k])*(p.step+1) - p.sum[k]
		// In two parts, so that nothing overflows.
		p.total[k] += v/(p.step+1)*unit + v%(p.step+1)*unit/(p.step+1)
	}
	clear(p.now)
	clear(p.sum)
	p.step = 0
}

// levels is the greatest number of steps into which a weight of 1 is divided
// when weights become integers.
const levels = 8

// average sets the weights to the averages of all runs as integers, scaled so
// that none is beyond limit. Nothing is clipped.
func (p *perceptron) average(limit int64) {
	top := int64(1)
	for _, v := range p.total {
		top = max(top, v, -v)
	}
	num, den := int64(levels), p.runs*unit
	if top*num > limit*den {
		num, den = limit, top
	}
	for k, v := range p.total {
		half := den / 2
		if v < 0 {
			half = -half
		}
		p.now[k] = int32((v*num + half) / den)
	}
}

// strength is the greatest weight of a group, either way.
func (p *perceptron) strength(group int) int32 {
	s := int32(0)
	for _, v := range p.now[group*p.group : (group+1)*p.group] {
		s = max(s, v, -v)
	}
	return s
}

// restart forgets all weights. From now on only the n strongest groups, and
// those as strong as the last of them, may have weights.
func (p *perceptron) restart(n int) {
	groups := len(p.now) / p.group
	var all []int32
	for g := range groups {
		if s := p.strength(g); s > 0 {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	least := int32(1)
	if len(all) > n {
		least = all[len(all)-n]
	}
	p.keep = make([]bool, groups)
	for g := range groups {
		p.keep[g] = p.strength(g) >= least
	}
	clear(p.now)
	clear(p.total)
	p.runs = 0
}

// rounds trains on n sentences in two rounds. The second one starts again with
// the strongest features only, so that these learn to do without the others.
// train goes once through sentence i and returns how often it was wrong; it is
// told whether the epoch is not the first. After a round done is called with
// the number of wrong choices in its last epoch; it sets the weights.
func (p *perceptron) rounds(o Rounds, n int, rng *rand.Rand, train func(i int, later bool) int, done func(round, wrong int)) {
	runs, wrong := 1, 0
	for round := range 2 {
		if round > 0 {
			p.restart(o.Keep)
			runs = o.Runs
		}
		for range runs {
			for e := range o.Epochs {
				wrong = 0
				for _, i := range rng.Perm(n) {
					wrong += train(i, e > 0)
				}
			}
			p.endRun()
		}
		done(round+1, wrong)
	}
}
