import type { Chain } from "../../../scripts/chain/Chain.ts";

/** What the page says of a transaction without a block. */
export const PENDING = "Waiting for its block";

const PACE = 300; // milliseconds from block to block

/** Lets the chain make blocks at its own pace, as a public one does. */
export const goOn = ({ provider }: Chain): Promise<unknown> => provider.send("evm_setIntervalMining", [PACE]);

/** Keeps the chain from making blocks, until `work` is over or says `goOn`; then transactions are mined at once again. */
export async function withoutBlocks({ provider }: Chain, work: () => Promise<void>): Promise<void> {
  await provider.send("evm_setAutomine", [false]);
  try {
    await work();
  } finally {
    await provider.send("evm_setIntervalMining", [0]);
    await provider.send("evm_mine", []);
    await provider.send("evm_setAutomine", [true]);
  }
}
