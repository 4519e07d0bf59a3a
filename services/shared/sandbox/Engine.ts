import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import canonicalize from "canonicalize";
import { sha256, toUtf8Bytes } from "ethers";
import { meter } from "#sdk/meter/meter.ts";
import { METER_VERSION } from "#sdk/meter/METER_VERSION.ts";
import type { ProgramKind } from "#sdk/task/Task.ts";
import { PRELUDE } from "./guest/prelude.ts";
import { LOAD_GAS } from "./guest/prices.ts";
import { LANGUAGE, PAGES, STACK_BYTES } from "./guest/quickjs.ts";
import { QUICKJS_IMPORTS } from "./guest/quickJsImports.ts";
import { withoutStart } from "./withoutStart.ts";

/** What this installation runs programs on. */
export interface Engine {
  readonly quickjs: Uint8Array<ArrayBuffer>; // metered
  readonly digests: Readonly<Record<ProgramKind, string>>; // to be held against ENGINES
}

/** Version of how rows and answers pass, of both kinds. */
const INTERFACE = 1;

/** Reads QuickJS from its package and puts the meter into it. Takes about a tenth of a second. */
export function readEngine(): Engine {
  const raw = readFileSync(createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm"));
  const quickjs = meter(withoutStart(raw), { allowedImports: QUICKJS_IMPORTS });
  const common = { interface: INTERFACE, meter: METER_VERSION };
  const settings = { language: LANGUAGE, pages: PAGES, stack: STACK_BYTES, load: LOAD_GAS.toString() };
  const code = { quickjs: sha256(quickjs), prelude: sha256(toUtf8Bytes(PRELUDE)) };
  return { quickjs, digests: { wasm: digestOf(common), javascript: digestOf({ ...common, ...settings, ...code }) } };
}

const digestOf = (parts: object): string => sha256(toUtf8Bytes(canonicalize(parts) as string));
