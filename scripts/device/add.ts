import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import { createHoldings, findContribution, openLedgerDatabase, scopeOf } from "../../services/device/index.ts";
import { readText } from "../input/readText.ts";
import { secret } from "../input/secret.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { explained } from "./explained.ts";
import { type KeyArgs, openProvider } from "./openProvider.ts";

interface AddArgs extends KeyArgs {
  readonly dataset: string;
  readonly file: string;
  readonly key: string;
  readonly metadata: string | undefined;
  readonly ledger: string;
}

const add: Action<AddArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, provider } = await openProvider(session, args);
  const fields =
    args.metadata === undefined ? undefined : declaredFields(parseMetadata(readText(args.metadata, "metadata")));
  return explained(async () => {
    const { pool } = session;
    const params = { pool, provider, file: args.file, fields, secret: secret(args.key, "key") };
    const holding = await findContribution(client, params);
    const { contribution, units, file } = holding;
    const data = { provider, pool, contribution, units, file, ledger: args.ledger };
    if (context.dryRun) return { title: "Would answer for the contribution; nothing was written", data };
    const database = await openLedgerDatabase(args.ledger);
    await createHoldings(database, scopeOf(client, provider)).add(holding);
    await database.close();
    return {
      title: `The device answers for ${units} data units of ${session.dataset.symbol}`,
      facts: [
        ["provider", provider],
        ["contribution", contribution],
        ["file", file],
        ["ledger", args.ledger],
      ],
      data,
    };
  });
};

export default add;
