import { randomBytes } from "node:crypto";
import { hexlify } from "ethers";
import type { Database } from "../../shared/database/index.ts";

/** The attester's own secret, which makes its challenges: random when it is first asked for, the same ever after. */
export const challengeSecret = (database: Database): Promise<string> =>
  database.transaction(async (queries) => {
    await queries.run("INSERT INTO attester_secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", [
      "challenge",
      hexlify(randomBytes(32)),
    ]);
    const [kept] = await queries.query<{ value: string }>("SELECT value FROM attester_secrets WHERE name = ?", [
      "challenge",
    ]);
    return (kept as { value: string }).value;
  });
