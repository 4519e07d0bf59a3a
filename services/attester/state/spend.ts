import { ServiceError } from "../../shared/http/index.ts";
import type { Attester } from "../Attester.ts";

export interface Spending {
  readonly account: string; // or "network ..." for those who ask from one, "*" for all together
  readonly kind: "elements" | "submissions" | "openings";
  readonly amount: number;
  readonly limit: number; // of a day
}

const DAY = 86_400_000; // milliseconds

/**
 * Counts what was asked, all of it or nothing, on disk: a restart grants nothing anew.
 * @throws ServiceError 429 QuotaSpent
 */
export async function spend({ database, clock }: Attester, spendings: readonly Spending[]): Promise<void> {
  const day = Math.floor(clock() / DAY);
  await database.transaction(async (queries) => {
    await queries.run("DELETE FROM attester_quotas WHERE day < ?", [day - 1]);
    for (const { account, kind, amount, limit } of spendings) {
      const [row] = await queries.query<{ used: number }>(
        `INSERT INTO attester_quotas (account, kind, day, used) VALUES (?, ?, ?, ?)
         ON CONFLICT (account, kind, day) DO UPDATE SET used = attester_quotas.used + excluded.used RETURNING used`,
        [account, kind, day, amount],
      );
      if ((row as { used: number }).used > limit) throw spent(kind, limit, (day + 1) * DAY - clock());
    }
  });
}

const spent = (kind: Spending["kind"], limit: number, wait: number): ServiceError =>
  new ServiceError({
    status: 429,
    code: "QuotaSpent",
    fault: `No more than ${limit} ${kind} are answered in a day`,
    remedy: "Come back tomorrow (UTC)",
    retryAfter: Math.ceil(wait / 1_000),
  });
