import { hexlify, randomBytes } from "ethers";
import type { Engine } from "../engine/Engine.ts";
import type { Remote } from "../engine/talk.ts";
import type { Reading } from "../files/Reading.ts";
import { isSame } from "./createKept.ts";
import type { Kept } from "./Kept.ts";
import { keptHere } from "./keptHere.ts";

export interface ToKeep {
  readonly pool: string;
  readonly provider: string;
  readonly files: readonly string[]; // their names
  readonly reading: Reading;
}

/**
 * The secret of the records that the worker has, made once and kept before anything is told of them: whatever happens
 * then, it is there, and attesters who know the records go on where they were.
 * @throws DOMException QuotaExceededError, if the browser has no room
 */
export async function keepSecret(engine: Remote<Engine>, { pool, provider, files, reading }: ToKeep): Promise<Kept> {
  const { digest, fields, records } = reading;
  const about = { pool, provider, digest };
  const before = keptHere()
    .all()
    .find((one) => isSame(one, about));
  const secret = before?.secret ?? hexlify(randomBytes(32));
  const contentRoot = await engine.commit(secret);
  const kept = { ...before, ...about, secret, contentRoot, files, fields, records };
  keptHere().keep(kept);
  return kept;
}
