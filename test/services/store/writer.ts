/** `writer.ts <records|rotation> <database> <key file> <owner key>`: writes until it is killed, and tells what is done. */
import { createRecord } from "../../../services/store/records/createRecord.ts";
import { withdrawRecord } from "../../../services/store/records/withdrawRecord.ts";
import { rotateKeys } from "../../../services/store/keys/rotateKeys.ts";
import { bareContext, OWNER, recordRequest } from "./bareContext.ts";

const [what, url = "", keyFile = "", ownerKey = ""] = process.argv.slice(2);
const context = await bareContext(url, keyFile);
for (let count = 0; ; count++) {
  if (what === "rotation") {
    console.log("rotated", (await rotateKeys(context.database, keyFile, count)).to);
  } else {
    const { request, body } = recordRequest(ownerKey);
    const { cid } = await createRecord(
      { ...context, quotas: { ...context.quotas, recordsPerOwner: 1e9 } },
      OWNER,
      request,
      body,
    );
    console.log("created", cid);
    if (count % 3 === 2) {
      await withdrawRecord(context, OWNER, cid);
      console.log("withdrawn", cid);
    }
  }
}
