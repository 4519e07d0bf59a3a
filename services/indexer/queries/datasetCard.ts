import type { DatasetCard } from "#sdk/indexer/types.ts";
import type { DatasetRow } from "./findDataset.ts";

/** A dataset as the catalogue shows it. */
export const datasetCard = (row: DatasetRow, volume24h: bigint): DatasetCard => ({
  token: row.token,
  pair: row.pair,
  pool: row.pool,
  maker: row.maker,
  name: row.name,
  symbol: row.symbol,
  metadata: row.metadata,
  createdAt: row.createdAt,
  price: row.price.toString(),
  reserveBase: row.reserveBase.toString(),
  volume24h: volume24h.toString(),
  trades: row.trades,
  quality: Math.floor(row.qualityRank),
  providers: row.providers,
  units: row.liveUnits.toString(),
  licencePrice: row.licencePrice.toString(),
  unitPrice: row.unitPrice.toString(),
  listed: row.listed,
  closed: row.closed,
  lastActivity: row.lastActivity,
});
