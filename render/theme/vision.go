package theme

import "math"

// A deficiency is how readers without one kind of cones see light.
type deficiency struct {
	need   Need
	matrix [3]light
}

// deficiencies are the matrices for full deficiency in linear RGB of Machado,
// Oliveira and Fernandes, IEEE TVCG 15(6), 2009.
var deficiencies = []deficiency{
	{NeedProtan, [3]light{{152286, 1052583, -204868}, {114503, 786281, 99216}, {-3882, -48116, 1051998}}},
	{NeedDeutan, [3]light{{367322, 860646, -227968}, {280085, 672501, 47413}, {-11820, 42940, 968881}}},
	{NeedTritan, [3]light{{1255528, -76749, -178779}, {-78411, 930809, 147602}, {4733, 691367, 303900}}},
}

// seen returns the light that a reader with the deficiency sees.
func (d deficiency) seen(c light) light {
	var out light
	for i, row := range d.matrix {
		sum := row[0]*c[0] + row[1]*c[1] + row[2]*c[2]
		out[i] = min(max(sum/full, 0), full)
	}
	return out
}

// lab is a colour in CIELAB under D65, in hundredths.
type lab [3]int64

func labOf(c light) lab {
	// The rows of the matrix from linear sRGB to XYZ, each over the white
	// point's value, so that white is 1.
	f := func(r, g, b, white int64) float64 {
		v := float64(r*c[0]+g*c[1]+b*c[2]) / float64(white*full)
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f(4124564, 3575761, 1804375, 9504700)
	y := f(2126729, 7151522, 721750, 10000000)
	z := f(193339, 1191920, 9503041, 10888300)
	hundredths := func(v float64) int64 { return int64(math.Round(v * 100)) }
	return lab{hundredths(116*y - 16), hundredths(500 * (x - y)), hundredths(200 * (y - z))}
}

// distance is the Euclidean distance in CIELAB in hundredths, rounded down.
func distance(a, b light) int {
	p, q := labOf(a), labOf(b)
	var sum int64
	for i := range p {
		sum += (p[i] - q[i]) * (p[i] - q[i])
	}
	return int(math.Sqrt(float64(sum)))
}
