/** `transfers.ts <database>`: moves one from a to b in a transaction, again and again, and tells how often. */
import { openDatabase } from "../../../services/shared/database/index.ts";

const steps = ["CREATE TABLE balances (a INTEGER, b INTEGER); INSERT INTO balances VALUES (1000000, 0)"];
const database = await openDatabase(process.argv[2] ?? "", { name: "transfers", steps });
for (let count = 1; ; count++) {
  await database.transaction(async ({ run }) => {
    await run("UPDATE balances SET a = a - 1");
    await new Promise((resolve) => setImmediate(resolve));
    await run("UPDATE balances SET b = b + 1");
  });
  console.log(count);
}
