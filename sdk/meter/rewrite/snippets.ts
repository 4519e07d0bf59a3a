import { leb, signedLeb } from "../binary/Writer.ts";
import { OP } from "../instructions/OP.ts";

export const EMPTY_BLOCK = 0x40;

/* One instruction with its operand. */

export const localGet = (index: number): number[] => [OP.localGet, ...leb(index)];
export const localSet = (index: number): number[] => [OP.localSet, ...leb(index)];
export const localTee = (index: number): number[] => [OP.localTee, ...leb(index)];
export const globalGet = (index: number): number[] => [OP.globalGet, ...leb(index)];
export const globalSet = (index: number): number[] => [OP.globalSet, ...leb(index)];
export const i32Const = (value: number): number[] => [OP.i32Const, ...signedLeb(value)];
export const i64Const = (value: number): number[] => [OP.i64Const, ...signedLeb(value)];

/** Traps if the i64 on top is negative, having done `before`. */
export function trapIfNegative(before: readonly number[]): number[] {
  return [...i64Const(0), OP.i64LtS, OP.if, EMPTY_BLOCK, ...before, OP.unreachable, OP.end];
}

/** Traps with a fault if the i32 on top is not 0. */
export function trapWith(faultGlobal: number, fault: number): number[] {
  return [OP.if, EMPTY_BLOCK, ...i32Const(fault), ...globalSet(faultGlobal), OP.unreachable, OP.end];
}

/** f32 NaN with the highest bit of the mantissa alone, and f64. */
export const CANONICAL_F32 = [OP.f32Const, 0x00, 0x00, 0xc0, 0x7f];
export const CANONICAL_F64 = [OP.f64Const, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xf8, 0x7f];
