import { openDatabase } from "../../services/shared/database/index.ts";
import type { Difference } from "../../services/indexer/verify/Difference.ts";
import { verify } from "../../services/indexer/verify/verify.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { databaseOf } from "../services/databaseOf.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { rpcOf } from "./rpcOf.ts";

interface VerifyArgs {
  readonly database: string;
  readonly sample: string;
}

const REMEDY = "Stop the indexer before verifying; if it lasts, remove the database and start the indexer anew";

const verifyIndex: Action<VerifyArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const database = await openDatabase(databaseOf(args.database));
  try {
    const sample = Number(count(args.sample, "sample"));
    const { tip, views, differences } = await verify({ client, rpc: rpcOf(client), database, sample });
    if (tip === undefined)
      throw badInput(`Nothing is indexed in ${nameOf(args.database)}`, "Run `indexer start` first");
    if (differences.length > 0) throw badInput(tell(differences), REMEDY);
    return {
      title: "The index is what the chain tells",
      facts: [
        ["block", String(tip.number)],
        ["values compared with views", String(views)],
      ],
      data: { block: tip.number, hash: tip.hash, views, differences },
    };
  } finally {
    await database.close();
  }
};

const TOLD = 5;

function tell(differences: readonly Difference[]): string {
  const lines = differences.slice(0, TOLD).map(({ where, found, expected }) => {
    return `\n  ${where}: the index has ${found}, the chain ${expected}`;
  });
  const more = differences.length > TOLD ? `\n  and more` : "";
  return `The index is not what the chain tells${lines.join("")}${more}`;
}

/** A database without its password. */
const nameOf = (url: string): string => url.replace(/\/\/[^@/]*@/, "//");

export default verifyIndex;
