import type { DatasetCard } from "#sdk/indexer/types.ts";
import type { CardFacts } from "./CardFacts.ts";

/** The facts in what an indexer tells of a dataset. */
export function factsFromIndex(card: DatasetCard): CardFacts {
  const { price, reserveBase, quality, providers, units, volume24h, licencePrice, listed } = card;
  return {
    price: BigInt(price),
    liquidity: BigInt(reserveBase),
    quality: providers === 0 ? undefined : BigInt(Math.trunc(quality)),
    providers,
    rows: BigInt(units),
    volume: BigInt(volume24h),
    licencePrice: listed ? BigInt(licencePrice) : undefined,
  };
}
