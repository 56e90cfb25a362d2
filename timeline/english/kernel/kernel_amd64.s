//go:build !purego

#include "textflag.h"

// func mulAdd256(sums *int32, x *int16, w *byte, pairs, groups int)
//
// A group's 32 sums are in Y0 to Y3. For each pair of inputs, spread over a
// register, 64 weights are widened to 16 bits, multiplied, and the products of
// each pair added up by VPMADDWD.
TEXT ·mulAdd256(SB), NOSPLIT, $0-40
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

// func mulAdd512(sums *int32, x *int16, w *byte, pairs, groups int)
//
// mulAdd with registers twice as wide and instructions that multiply, add up
// the pairs and add to the sums at once. Four pairs of inputs at a time go to
// sums of their own, so that none waits for the one before.
TEXT ·mulAdd512(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ pairs+24(FP), R8
	MOVQ groups+32(FP), R9

group512:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	VPXORD    Z2, Z2, Z2
	VPXORD    Z3, Z3, Z3
	VPXORD    Z4, Z4, Z4
	VPXORD    Z5, Z5, Z5
	VPXORD    Z6, Z6, Z6
	VPXORD    Z7, Z7, Z7
	MOVQ      SI, AX
	MOVQ      R8, CX
	SUBQ      $4, CX
	JLT       rest512

four512:
	VPMOVSXBW     (DX), Z8
	VPMOVSXBW     32(DX), Z9
	VPMOVSXBW     64(DX), Z10
	VPMOVSXBW     96(DX), Z11
	VPMOVSXBW     128(DX), Z12
	VPMOVSXBW     160(DX), Z13
	VPMOVSXBW     192(DX), Z14
	VPMOVSXBW     224(DX), Z15
	VPDPWSSD.BCST (AX), Z8, Z0
	VPDPWSSD.BCST (AX), Z9, Z1
	VPDPWSSD.BCST 4(AX), Z10, Z2
	VPDPWSSD.BCST 4(AX), Z11, Z3
	VPDPWSSD.BCST 8(AX), Z12, Z4
	VPDPWSSD.BCST 8(AX), Z13, Z5
	VPDPWSSD.BCST 12(AX), Z14, Z6
	VPDPWSSD.BCST 12(AX), Z15, Z7
	ADDQ          $16, AX
	ADDQ          $256, DX
	SUBQ          $4, CX
	JGE           four512

rest512:
	ADDQ $4, CX
	JZ   sum512

one512:
	VPMOVSXBW     (DX), Z8
	VPMOVSXBW     32(DX), Z9
	VPDPWSSD.BCST (AX), Z8, Z0
	VPDPWSSD.BCST (AX), Z9, Z1
	ADDQ          $4, AX
	ADDQ          $64, DX
	DECQ          CX
	JNZ           one512

sum512:
	VPADDD    Z2, Z0, Z0
	VPADDD    Z3, Z1, Z1
	VPADDD    Z4, Z6, Z4
	VPADDD    Z5, Z7, Z5
	VPADDD    Z4, Z0, Z0
	VPADDD    Z5, Z1, Z1
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, 64(DI)
	ADDQ      $128, DI
	DECQ      R9
	JNZ       group512
	VZEROUPPER
	RET
