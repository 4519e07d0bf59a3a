/**
 * How large a guest may be. All are below what today's engines take, so that none refuses what another runs; part of the
 * version, for a module is refused or accepted by everybody alike.
 */
export const LIMITS_V1 = Object.freeze({
  moduleBytes: 8_388_608, // 8 MiB
  bodyBytes: 1_048_576, // of one function, raw
  meteredBodyBytes: 7_000_000, // of one function, metered; V8, SpiderMonkey and JavaScriptCore stop at 7,654,321
  types: 10_000,
  imports: 1_000,
  functions: 50_000,
  globals: 10_000,
  exports: 10_000,
  nameBytes: 1_000,
  segments: 10_000, // of data, and of elements
  parameters: 255, // of a function or block; results too
  slots: 4_096, // parameters, locals and highest operand stack of one function
  nesting: 1_000, // blocks in one another
  branches: 16_384, // targets of one br_table
  tables: 16,
  tableEntries: 65_536, // of all tables
  memoryPages: 2_048, // 128 MiB; what memory.grow can reach
  stackBytes: 262_144, // of static frames, see frameBytes
  frameBytes: 64, // of a frame without any slot
  slotBytes: 8,
});
