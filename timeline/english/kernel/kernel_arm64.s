//go:build !purego

#include "textflag.h"

// Go's assembler does not know all of these instructions; each WORD has its
// own beside it.

// func mulAdd(sums *int32, x *int16, w *byte, pairs, groups int)
//
// A group's 32 sums are in V16 to V23. For each pair of inputs, 64 weights are
// sorted into those of the first and those of the second, widened to 16 bits
// and multiplied.
TEXT ·mulAdd(SB), NOSPLIT, $0-40
	MOVD sums+0(FP), R0
	MOVD x+8(FP), R1
	MOVD w+16(FP), R2
	MOVD pairs+24(FP), R3
	MOVD groups+32(FP), R4

group:
	MOVD R0, R5
	VLD1.P 64(R5), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1   (R5), [V20.S4, V21.S4, V22.S4, V23.S4]
	MOVD R1, R6
	MOVD R3, R7

loop:
	VLD1R.P 4(R6), [V0.S4]
	VLD1.P  64(R2), [V1.B16, V2.B16, V3.B16, V4.B16]
	WORD $0x4e021825 // uzp1 v5.16b, v1.16b, v2.16b
	WORD $0x4e025826 // uzp2 v6.16b, v1.16b, v2.16b
	WORD $0x4e041867 // uzp1 v7.16b, v3.16b, v4.16b
	WORD $0x4e045868 // uzp2 v8.16b, v3.16b, v4.16b
	WORD $0x0f08a4a9 // sxtl v9.8h, v5.8b
	WORD $0x4f08a4aa // sxtl2 v10.8h, v5.16b
	WORD $0x0f08a4cb // sxtl v11.8h, v6.8b
	WORD $0x4f08a4cc // sxtl2 v12.8h, v6.16b
	WORD $0x0f402130 // smlal v16.4s, v9.4h, v0.h[0]
	WORD $0x4f402131 // smlal2 v17.4s, v9.8h, v0.h[0]
	WORD $0x0f402152 // smlal v18.4s, v10.4h, v0.h[0]
	WORD $0x4f402153 // smlal2 v19.4s, v10.8h, v0.h[0]
	WORD $0x0f502170 // smlal v16.4s, v11.4h, v0.h[1]
	WORD $0x4f502171 // smlal2 v17.4s, v11.8h, v0.h[1]
	WORD $0x0f502192 // smlal v18.4s, v12.4h, v0.h[1]
	WORD $0x4f502193 // smlal2 v19.4s, v12.8h, v0.h[1]
	WORD $0x0f08a4e9 // sxtl v9.8h, v7.8b
	WORD $0x4f08a4ea // sxtl2 v10.8h, v7.16b
	WORD $0x0f08a50b // sxtl v11.8h, v8.8b
	WORD $0x4f08a50c // sxtl2 v12.8h, v8.16b
	WORD $0x0f402134 // smlal v20.4s, v9.4h, v0.h[0]
	WORD $0x4f402135 // smlal2 v21.4s, v9.8h, v0.h[0]
	WORD $0x0f402156 // smlal v22.4s, v10.4h, v0.h[0]
	WORD $0x4f402157 // smlal2 v23.4s, v10.8h, v0.h[0]
	WORD $0x0f502174 // smlal v20.4s, v11.4h, v0.h[1]
	WORD $0x4f502175 // smlal2 v21.4s, v11.8h, v0.h[1]
	WORD $0x0f502196 // smlal v22.4s, v12.4h, v0.h[1]
	WORD $0x4f502197 // smlal2 v23.4s, v12.8h, v0.h[1]
	SUBS $1, R7, R7
	BNE  loop

	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R0)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R0)
	SUBS $1, R4, R4
	BNE  group
	RET

// func dot(a, b *int16, n int) int32
TEXT ·dot(SB), NOSPLIT, $0-28
	MOVD a+0(FP), R0
	MOVD b+8(FP), R1
	MOVD n+16(FP), R2
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16

next:
	VLD1.P 32(R0), [V1.H8, V2.H8]
	VLD1.P 32(R1), [V3.H8, V4.H8]
	WORD $0x0e638030 // smlal v16.4s, v1.4h, v3.4h
	WORD $0x4e638031 // smlal2 v17.4s, v1.8h, v3.8h
	WORD $0x0e648052 // smlal v18.4s, v2.4h, v4.4h
	WORD $0x4e648053 // smlal2 v19.4s, v2.8h, v4.8h
	SUBS $1, R2, R2
	BNE  next

	WORD $0x4eb18610 // add v16.4s, v16.4s, v17.4s
	WORD $0x4eb38652 // add v18.4s, v18.4s, v19.4s
	WORD $0x4eb28610 // add v16.4s, v16.4s, v18.4s
	WORD $0x4eb1ba10 // addv s16, v16.4s
	FMOVS F16, R3
	MOVW  R3, ret+24(FP)
	RET
