//go:build !purego

#include "textflag.h"

// func mulAdd(sums *int32, x *int16, w *byte, pairs, groups int)
//
// A group's 32 sums are in Y0 to Y3. For each pair of inputs, spread over a
// register, 64 weights are widened to 16 bits, multiplied, and the products of
// each pair added up by VPMADDWD.
TEXT ·mulAdd(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ pairs+24(FP), R8
	MOVQ groups+32(FP), R9

group:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	MOVQ    SI, AX
	MOVQ    R8, CX

loop:
	VPBROADCASTD (AX), Y4
	VPMOVSXBW    (DX), Y5
	VPMOVSXBW    16(DX), Y6
	VPMOVSXBW    32(DX), Y7
	VPMOVSXBW    48(DX), Y8
	VPMADDWD     Y4, Y5, Y5
	VPMADDWD     Y4, Y6, Y6
	VPMADDWD     Y4, Y7, Y7
	VPMADDWD     Y4, Y8, Y8
	VPADDD       Y5, Y0, Y0
	VPADDD       Y6, Y1, Y1
	VPADDD       Y7, Y2, Y2
	VPADDD       Y8, Y3, Y3
	ADDQ         $4, AX
	ADDQ         $64, DX
	DECQ         CX
	JNZ          loop

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	ADDQ    $128, DI
	DECQ    R9
	JNZ     group
	VZEROUPPER
	RET

// func dot(a, b *int16, n int) int32
TEXT ·dot(SB), NOSPLIT, $0-28
	MOVQ  a+0(FP), SI
	MOVQ  b+8(FP), DI
	MOVQ  n+16(FP), CX
	VPXOR Y0, Y0, Y0

next:
	VMOVDQU  (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD   Y1, Y0, Y0
	ADDQ     $32, SI
	ADDQ     $32, DI
	DECQ     CX
	JNZ      next

	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0x4e, X0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0xb1, X0, X1
	VPADDD       X1, X0, X0
	VMOVD        X0, AX
	VZEROUPPER
	MOVL         AX, ret+24(FP)
	RET
