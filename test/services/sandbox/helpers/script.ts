import { toUtf8Bytes } from "ethers";
import type { Field } from "#sdk/data/table.ts";
import type { JsonValue } from "#sdk/task/Task.ts";
import type { Program } from "../../../../services/shared/sandbox/Sandbox.ts";

export const FIELDS: readonly Field[] = [
  { name: "a", type: "integer", nullable: true },
  { name: "b", type: "text", nullable: true },
];

/** A script as the sandbox takes it. */
export const script = (code: string, length = 1, params: JsonValue = null): Program => ({
  kind: "javascript",
  code: toUtf8Bytes(code),
  params,
  fields: FIELDS,
  length,
});

/** A script whose `map` has this body. */
export const body = (code: string, length = 1): Program =>
  script(`export function map(rows, params) { ${code} }`, length);
