import canonicalize from "canonicalize";
import { toUtf8Bytes } from "ethers";
import * as z from "zod/mini"; // a page that prepares tasks loads a quarter of what the whole of Zod weighs
import { inWords } from "./inWords.ts";
import { TASK_LIMITS } from "./limits.ts";
import type { JsonValue, Task } from "./Task.ts";
import { TaskError } from "./TaskError.ts";

const MAX_DEPTH = 16;
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

const digest = z.string().check(z.regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 lower-case hex digits"));

const DECIMAL = /^(0|[1-9]\d{0,30})$/;

const decimal = (min: bigint, max: bigint) =>
  z.string().check(
    z.refine((text) => DECIMAL.test(text) && BigInt(text) >= min && BigInt(text) <= max, {
      message: `must be a whole decimal number in quotation marks, from ${min} to ${max}`,
      abort: true, // what looks at the whole task counts on its numbers
    }),
  );

const whole = (max: number) => z.int().check(z.minimum(1), z.maximum(max));

const fieldName = z.string().check(z.minLength(1), z.maxLength(200));

const schema = z
  .strictObject({
    version: z.literal(1),
    program: z.strictObject({ kind: z.enum(["wasm", "javascript"]), digest }),
    engine: digest,
    params: z.unknown().check(z.refine((value) => value !== undefined, "is missing")),
    fields: z.optional(z.array(fieldName).check(z.minLength(1), z.maxLength(TASK_LIMITS.fields))),
    gasPerRow: decimal(1n, TASK_LIMITS.gasPerRow),
    batchRows: whole(TASK_LIMITS.batchRows),
    output: z.strictObject({ length: whole(TASK_LIMITS.length), bound: decimal(1n, TASK_LIMITS.bound) }),
  })
  .check(
    z.refine(({ fields }) => fields === undefined || new Set(fields).size === fields.length, {
      path: ["fields"],
      message: "names a field twice",
    }),
    z.refine(({ gasPerRow, batchRows }) => BigInt(gasPerRow) * BigInt(batchRows) <= TASK_LIMITS.batchGas, {
      path: ["batchRows"],
      message: `times gasPerRow must be at most ${TASK_LIMITS.batchGas} gas`,
    }),
  );

/** The task as it is, typed, if devices can run it; else a TaskError that names the faulty entry. */
export function validateTask(value: unknown): Task {
  const result = schema.safeParse(value, { error: inWords });
  if (!result.success) {
    const [issue] = result.error.issues as [z.core.$ZodIssue];
    throw invalid(issue.path.join("."), issue.message);
  }
  const { params } = result.data;
  checkJson(params, 0);
  const bytes = toUtf8Bytes(canonicalize(params) as string).length;
  if (bytes > TASK_LIMITS.paramsBytes) {
    throw invalid("params", `take ${bytes} bytes, at most ${TASK_LIMITS.paramsBytes} are accepted`);
  }
  return { ...result.data, params: params as JsonValue };
}

/** Refuses what JSON cannot hold, what nests without end, and names that harm careless readers. */
function checkJson(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw invalid("params", `are nested deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw invalid("params", "hold a number that is not finite");
    return;
  }
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw invalid("params", "hold a text that is not well-formed Unicode");
    return;
  }
  if (typeof value !== "object") throw invalid("params", `hold a ${typeof value}, which JSON lacks`);
  for (const [name, inner] of Object.entries(value)) {
    if (UNSAFE.has(name)) throw invalid("params", `use the name "${name}"`);
    checkJson(inner, depth + 1);
  }
}

function invalid(entry: string, fault: string): TaskError {
  return new TaskError(
    "InvalidTask",
    `${entry || "the task"}: ${fault}`,
    "See the task document in docs/spec/guest.md",
  );
}
