import type { Abi } from "./abi.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { plainObject } from "./plain.ts";
import { topicOf } from "./topicOf.ts";

export interface ParsedLog {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const known = new WeakMap<Abi, ReadonlyMap<string, string>>();

/** A log as an event of an ABI; undefined if it is none of its. */
export function parseLog(
  abi: Abi,
  { topics, data }: { readonly topics: readonly string[]; readonly data: string },
): ParsedLog | undefined {
  const name = namesOf(abi).get(topics[0] ?? "");
  if (name === undefined) return undefined;
  const coder = interfaceOf(abi, name);
  const inputs = coder.getEvent(name)?.inputs ?? [];
  return { name, args: plainObject(inputs, coder.decodeEventLog(name, data, topics)) };
}

/** Names of events by their topics, hashed once: ethers hashes event after event anew for each log. */
function namesOf(abi: Abi): ReadonlyMap<string, string> {
  const found = known.get(abi);
  if (found !== undefined) return found;
  const events = abi.flatMap(({ type, name }) => (type === "event" && name !== undefined ? [name] : []));
  const names = new Map(events.map((name) => [topicOf(abi, name as never), name]));
  known.set(abi, names);
  return names;
}
