import type { Table } from "../state/Table.ts";
import { accounts } from "./accounts.ts";
import { activity } from "./activity.ts";
import { attesters } from "./attesters.ts";
import { balances } from "./balances.ts";
import { candles } from "./candles.ts";
import { contributions } from "./contributions.ts";
import { datasets } from "./datasets.ts";
import { events } from "./events.ts";
import { jobClaims } from "./jobClaims.ts";
import { jobs } from "./jobs.ts";
import { licences } from "./licences.ts";
import { licenceSales } from "./licenceSales.ts";
import { liquidityChanges } from "./liquidityChanges.ts";
import { posts } from "./posts.ts";
import { prices } from "./prices.ts";
import { proposals } from "./proposals.ts";
import { slashes } from "./slashes.ts";
import { stakeChanges } from "./stakeChanges.ts";
import { trades } from "./trades.ts";
import { votes } from "./votes.ts";

/** All that the index knows, and all that a reorganization undoes. */
export const TABLES: readonly Table[] = [
  datasets,
  accounts,
  contributions,
  licences,
  licenceSales,
  proposals,
  votes,
  stakeChanges,
  slashes,
  balances,
  candles,
  trades,
  prices,
  liquidityChanges,
  jobs,
  jobClaims,
  posts,
  attesters,
  events,
  activity,
];
