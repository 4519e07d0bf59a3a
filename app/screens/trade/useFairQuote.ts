import { type Live, useLive } from "../../chain/useLive.ts";
import { settings, slippageFor } from "../../settings.ts";
import type { Offer } from "./Offer.ts";

/**
 * What a trade would do now, asked anew with every block, with as much slippage as its price impact calls for.
 * @param key names the trade; undefined: nothing was typed yet
 */
export function useFairQuote<Q extends Offer>(
  key: string | undefined,
  quote: (slippageBps?: bigint) => Promise<Q>,
): Live<Q> {
  return useLive(key && `${key} within ${settings.value.slippageBps}`, async () => {
    const rough = await quote();
    const slippageBps = slippageFor(rough.priceImpactBps);
    return slippageBps === 50n ? rough : quote(slippageBps);
  });
}
