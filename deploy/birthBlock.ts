import type { Provider } from "ethers";

/** The first block with code at the address, by bisection; 0 where the node keeps no old state to ask for. */
export async function birthBlock(provider: Provider, address: string): Promise<number> {
  let before = -1;
  let after = await provider.getBlockNumber();
  try {
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if ((await provider.getCode(address, middle)) === "0x") before = middle;
      else after = middle;
    }
    return after;
  } catch {
    return 0;
  }
}
