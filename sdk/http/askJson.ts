import type { z } from "zod";
import { type Asking, exchange } from "./exchange.ts";
import { jsonOf } from "./jsonOf.ts";
import type { Peer } from "./Peer.ts";

/**
 * A service's answer, held against what it must look like.
 * @throws the peer's error, BadAnswer where it does not
 */
export async function askJson<S extends z.ZodType>(
  peer: Peer,
  url: string,
  schema: S,
  asking?: Asking,
): Promise<z.output<S>> {
  const value = jsonOf(await exchange(peer, url, asking));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const why = value === undefined ? "it is no JSON" : `${issue?.path.join(".") || "the answer"}: ${issue?.message}`;
  const fault = `What ${lower(peer.name)} answered cannot be read: ${why}`;
  throw peer.error({ status: 0, code: "BadAnswer", fault, remedy: peer.remedy }, { cause: parsed.error });
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
