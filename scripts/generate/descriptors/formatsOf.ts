import { type FunctionFragment, Interface, ParamType, TypedDataEncoder } from "ethers";
import type { Abi } from "#sdk/chain/abi.ts";
import type { TypedData } from "#sdk/signing/TypedData.ts";
import type { Act, Acts, Field } from "./Field.ts";
import { leavesOf } from "./leavesOf.ts";
import { signatureOf } from "./signatureOf.ts";

/** How a wallet shows one function or message. */
export interface Format {
  readonly intent: string;
  readonly fields: readonly Field[];
}

export type Formats = Readonly<Record<string, Format>>;

/** Every function of a contract that changes something, by its words; whatever has none, or too many, is an error. */
export function formatsOfContract(abi: Abi, acts: Acts, leftOut: readonly string[] = []): Formats {
  const writing = new Interface(abi).fragments.filter(
    (one): one is FunctionFragment => one.type === "function" && !(one as FunctionFragment).constant,
  );
  const meant = writing.filter(({ name }) => !leftOut.includes(name));
  const used = new Set(meant.map((one) => keyIn(acts, one)));
  const idle = Object.keys(acts).filter((key) => !used.has(key));
  if (idle.length > 0) throw new Error(`There are words for ${idle.join(", ")}, which is no function`);
  return Object.fromEntries(
    meant.map((one) => [signatureOf(one), format(acts[keyIn(acts, one)], one.inputs, one.format("sighash"))]),
  );
}

const keyIn = (acts: Acts, one: FunctionFragment): string => (one.name in acts ? one.name : one.format("sighash"));

/** A message, keyed as EIP-712 encodes its type. */
export function formatsOfMessage(types: TypedData["types"], act: Act): Formats {
  const encoder = TypedDataEncoder.from(types);
  const key = encoder.encodeType(encoder.primaryType);
  const param = (name: string, type: string): ParamType => {
    const [, base = "", array = ""] = /^(\w+)((?:\[\d*\])*)$/.exec(type) ?? [];
    const parts = types[base];
    if (parts === undefined) return ParamType.from({ name, type });
    const components = parts.map((part) => param(part.name, part.type));
    return ParamType.from({ name, type: `tuple${array}`, components });
  };
  const inputs = (types[encoder.primaryType] ?? []).map(({ name, type }) => param(name, type));
  return { [key]: format(act, inputs, encoder.primaryType) };
}

function format(act: Act | undefined, inputs: readonly ParamType[], of: string): Format {
  if (act === undefined) throw new Error(`${of} has no words`);
  const leaves = inputs.flatMap((input) => leavesOf(input));
  const paths = Object.keys(act.fields);
  const [missing, strange] = [
    leaves.filter((leaf) => !paths.includes(leaf)),
    paths.filter((path) => !leaves.includes(path)),
  ];
  if (missing.length > 0) throw new Error(`${of} says nothing of ${missing.join(", ")}`);
  if (strange.length > 0) throw new Error(`${of} has no ${strange.join(", ")}`);
  return {
    intent: act.intent,
    fields: Object.entries(act.fields).map(([path, words]) => Object.assign({ path }, words)),
  };
}
