package theme

import "testing"

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Or(nil)
	}
}

func BenchmarkNamed(b *testing.B) {
	for b.Loop() {
		if _, ok := Named("paper"); !ok {
			b.Fatal("there is no theme paper")
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		if faults := Default().Check(); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}
