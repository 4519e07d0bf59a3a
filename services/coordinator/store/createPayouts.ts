import { type Payout, payoutProofs, type SumNode } from "#sdk/math/sumTree.ts";
import { sumNodesFromJson, sumNodesToJson } from "#sdk/rounds/sumNodes.ts";
import type { Database, Queries, Value } from "../../shared/database/Database.ts";
import { insertRows } from "./insertRows.ts";

/** A leaf of a bill, and its way to the root that is settled. */
export interface ProvenPayout {
  readonly payout: Payout;
  readonly siblings: readonly SumNode[];
}

/** Bills as they were settled. */
export interface Payouts {
  /** In the order of the tree. */
  readonly all: (jobId: string) => Promise<readonly Payout[]>;
  readonly find: (jobId: string, contribution: string) => Promise<ProvenPayout | undefined>;
}

interface Row {
  readonly place: number;
  readonly contribution: string;
  readonly provider: string;
  readonly units: string;
}

const SELECT = "SELECT place, contribution, provider, units";

const payoutOf = ({ place, contribution, provider, units }: Row): Payout => ({
  index: place,
  provider,
  contribution,
  units: BigInt(units),
});

export const createPayouts = (database: Database): Payouts => ({
  all: async (jobId) => {
    const sql = `${SELECT} FROM round_payouts WHERE job_id = ? ORDER BY place`;
    return (await database.query<Row>(sql, [jobId])).map(payoutOf);
  },
  find: async (jobId, contribution) => {
    const sql = `${SELECT}, siblings FROM round_payouts WHERE job_id = ? AND contribution = ?`;
    const [row] = await database.query<Row & { readonly siblings: string }>(sql, [jobId, contribution]);
    return row && { payout: payoutOf(row), siblings: sumNodesFromJson(JSON.parse(row.siblings)) };
  },
});

/** Rows of a bill, with every proof: the tree is made once, and nobody who asks makes it again. */
export function payoutRows(jobId: string, payouts: readonly Payout[]): readonly (readonly Value[])[] {
  const proofs = payoutProofs(payouts);
  return payouts.map(({ index, contribution, provider, units }) => {
    const siblings = JSON.stringify(sumNodesToJson(proofs[index] ?? []));
    return [jobId, index, contribution, provider, units.toString(), siblings];
  });
}

export const addPayouts = (queries: Queries, rows: readonly (readonly Value[])[]): Promise<void> =>
  insertRows(queries, {
    table: "round_payouts",
    columns: ["job_id", "place", "contribution", "provider", "units", "siblings"],
    rows,
  });
