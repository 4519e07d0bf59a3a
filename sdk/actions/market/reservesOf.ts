import { pairAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import type { Reserves } from "../../math/pair/Reserves.ts";
import type { Dataset } from "../../types/Dataset.ts";

/** A pair's reserves by role: what the chain orders by address. */
export async function reservesOf(
  client: Datawell,
  { pair, token }: Pick<Dataset, "pair" | "token">,
): Promise<Reserves> {
  const at = pairAt(pair);
  const [[reserve0, reserve1], supply] = await Promise.all([
    read(client, at, "getReserves", []),
    read(client, at, "totalSupply", []),
  ]);
  const dataFirst = BigInt(token) < BigInt(client.alita.address);
  return { data: dataFirst ? reserve0 : reserve1, base: dataFirst ? reserve1 : reserve0, supply };
}
