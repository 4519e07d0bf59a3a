import { parseEther } from "ethers";
import { buy } from "#sdk/actions/market/buy.ts";
import { sell } from "#sdk/actions/market/sell.ts";
import { buyLicence } from "#sdk/actions/pool/buyLicence.ts";
import { setPrice } from "#sdk/actions/pool/setPrice.ts";
import { transfer } from "#sdk/actions/dataset/transfer.ts";
import type { World } from "./world.ts";

/** Deeds in the story's first dataset, each a block of its own and each of other tables. */
const DEEDS = [
  ({ cast, estate }: World) => buy(cast.tom, { dataset: estate.datasets[0]!, amountIn: parseEther("3") }),
  ({ cast, estate }: World) => setPrice(cast.mia, { pool: estate.datasets[0]!.pool, price: parseEther("7") }),
  ({ cast, estate }: World) => buyLicence(cast.dana, { pool: estate.datasets[0]!.pool }),
  ({ cast, estate }: World) => sell(cast.tom, { dataset: estate.datasets[0]!, amountIn: parseEther("1") }),
  ({ cast, estate }: World) =>
    transfer(cast.tom, { token: estate.datasets[0]!.token, to: cast.you.address, amount: parseEther("1") }),
] as const;

/** Does so many things, beginning at one of them. */
export async function act(world: World, count: number, first = 0): Promise<void> {
  for (let i = 0; i < count; i++) await DEEDS[(first + i) % DEEDS.length]!(world);
}
