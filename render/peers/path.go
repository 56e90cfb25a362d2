package main

import (
	"fmt"
	"strconv"
	"strings"
)

// curveSteps is into how many pieces a Bézier curve is cut.
const curveSteps = 16

// A pen follows path data.
type pen struct {
	numbers []float64
	at      point
	start   point // of the part, where z leads back to
	out     []point
}

// flatten turns path data with the commands M, L, H, V, C and Z, in either
// case, into points along it.
func flatten(data string) ([]point, error) {
	var p pen
	for data = strings.TrimSpace(data); data != ""; {
		command := data[0]
		rest := data[1:]
		end := strings.IndexFunc(rest, func(r rune) bool { return strings.ContainsRune("MmLlHhVvCcZz", r) })
		if end < 0 {
			end = len(rest)
		}
		var err error
		if p.numbers, err = numberList(rest[:end]); err != nil {
			return nil, err
		}
		if err := p.follow(command); err != nil {
			return nil, err
		}
		data = rest[end:]
	}
	return p.out, nil
}

// follow takes all steps of one command.
func (p *pen) follow(command byte) error {
	if command == 'Z' || command == 'z' {
		p.line(p.start)
		return nil
	}
	size, ok := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6}[command|0x20]
	if !ok || len(p.numbers) == 0 || len(p.numbers)%size != 0 {
		return fmt.Errorf("path command %c with %d numbers", command, len(p.numbers))
	}
	for i := 0; i < len(p.numbers); i += size {
		n := p.numbers[i : i+size]
		base := point{}
		if command >= 'a' {
			base = p.at
		}
		switch command | 0x20 {
		case 'm':
			p.line(point{base.x + n[0], base.y + n[1]})
			if i == 0 {
				p.start = p.at
			}
		case 'l':
			p.line(point{base.x + n[0], base.y + n[1]})
		case 'h':
			p.line(point{base.x + n[0], p.at.y})
		case 'v':
			p.line(point{p.at.x, base.y + n[0]})
		case 'c':
			p.curve(point{base.x + n[0], base.y + n[1]}, point{base.x + n[2], base.y + n[3]}, point{base.x + n[4], base.y + n[5]})
		}
	}
	return nil
}

func (p *pen) line(to point) {
	p.at = to
	p.out = append(p.out, to)
}

func (p *pen) curve(b, c, d point) {
	a := p.at
	for step := 1; step <= curveSteps; step++ {
		t := float64(step) / curveSteps
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.line(point{k0*a.x + k1*b.x + k2*c.x + k3*d.x, k0*a.y + k1*b.y + k2*c.y + k3*d.y})
	}
}

// numberList reads numbers apart by spaces, commas, or nothing but a minus.
func numberList(text string) ([]float64, error) {
	var out []float64
	text = strings.ReplaceAll(text, "-", " -")
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' }) {
		n, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// pointList reads the points of a polygon.
func pointList(text string) ([]point, error) {
	n, err := numberList(text)
	if err != nil || len(n)%2 != 0 {
		return nil, fmt.Errorf("points %q: %w", text, err)
	}
	var out []point
	for i := 0; i < len(n); i += 2 {
		out = append(out, point{n[i], n[i+1]})
	}
	return out, nil
}

// corners are two corners of a rectangle that lie opposite.
func corners(x, y, width, height string) ([]point, error) {
	var n [4]float64
	for i, text := range []string{x, y, width, height} {
		var err error
		if n[i], err = strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64); err != nil && text != "" {
			return nil, err
		}
	}
	return []point{{n[0], n[1]}, {n[0] + n[2], n[1] + n[3]}}, nil
}
