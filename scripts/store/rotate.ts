import { openDatabase } from "../../services/shared/database/index.ts";
import { rotateKeys } from "../../services/store/keys/rotateKeys.ts";
import { STORE_TABLES } from "../../services/store/tables.ts";
import type { Action } from "../tasks/Command.ts";
import { databaseOf } from "../services/databaseOf.ts";
import { explained } from "../services/explained.ts";

interface RotateArgs {
  readonly database: string;
  readonly keyFile: string;
}

const rotate: Action<RotateArgs> = async (args, context) => {
  if (context.dryRun) return { title: "Would give the store a new key; nothing was changed", data: { dryRun: true } };
  const { from, to, resealed } = await explained(async () => {
    const database = await openDatabase(databaseOf(args.database), STORE_TABLES);
    try {
      return await rotateKeys(database, args.keyFile, Math.floor(Date.now() / 1_000));
    } finally {
      await database.close();
    }
  });
  return {
    title: `Key ${to} is in use; ${resealed} records were sealed anew`,
    facts: [
      ["destroyed", from.join(", ") || "none"],
      ["key file", args.keyFile],
    ],
    data: { from, to, resealed },
  };
};

export default rotate;
