import type { Attester } from "./Attester.ts";
import { refusal } from "./refusal.ts";

/** @throws ServiceError 404 PoolNotServed */
export function requireServed({ serves }: Attester, pool: string): void {
  if (serves(pool)) return;
  throw refusal("PoolNotServed", "This attester does not serve this pool", "Ask one that does", 404);
}
