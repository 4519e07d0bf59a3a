/** A store with 1,000 documents, in a process of its own: tells where it listens, and runs until it is killed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JsonRpcProvider, ZeroAddress } from "ethers";
import { digestToCid } from "../../sdk/metadata/cid.ts";
import { describeDataset } from "../../sdk/metadata/describeDataset.ts";
import { canonicalMetadata } from "../../sdk/metadata/canonicalMetadata.ts";
import { metadataDigest } from "../../sdk/metadata/metadataDigest.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { createLog } from "../../services/shared/log/index.ts";
import { createStore } from "../../services/store/createStore.ts";
import { indexedWords } from "../../services/store/documents/indexedWords.ts";
import { indexWords } from "../../services/store/documents/search.ts";
import { STORE_TABLES } from "../../services/store/tables.ts";

const DOCUMENTS = 1_000;

const folder = mkdtempSync(join(tmpdir(), "datawell-bench-"));
const url = `sqlite:${join(folder, "store.db")}`;
process.on("disconnect", () => process.exit(0));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const documents = Array.from({ length: DOCUMENTS }, (_, number) =>
  describeDataset({
    name: `Penguins, dataset number ${number}`,
    description: "Body measurements of penguins, one record per animal, taken in the field by those who live with them",
    license: "CC0-1.0",
    creator: { type: "Organization", name: "The station" },
    keywords: ["penguins", "biology", `number ${number}`],
    datePublished: "2026-01-31",
    version: "1",
    fields: ["species", "island", "sex"].map((name) => ({ name, type: "text", nullable: false })),
    requirements: ["At least fifty animals measured by one person"],
    usageScenarios: ["Teaching statistics"],
    potentialCustomers: ["Universities"],
  }),
);
const cids = documents.map((document) => digestToCid(metadataDigest(document)));

const database = await openDatabase(url, STORE_TABLES);
await database.transaction(async (queries) => {
  for (const [index, document] of documents.entries()) {
    const [cid = "", body] = [cids[index], new TextDecoder().decode(canonicalMetadata(document))];
    const values = [cid, body, document.name, document.description, index];
    await queries.run("INSERT INTO store_documents VALUES (?, ?, ?, ?, ?)", values);
    await indexWords(queries, "sqlite", cid, indexedWords(document));
    const authorship = [cid, ZeroAddress, ZeroAddress, "0x", "maker", "0x", index];
    await queries.run("INSERT INTO store_authorships VALUES (?, ?, ?, ?, ?, ?, ?)", authorship);
    const record = [cid, ZeroAddress, cid, ZeroAddress, "0x", "owner", "0x", null, null, cid, index, null];
    await queries.run(`INSERT INTO store_records VALUES (${record.map(() => "?").join(", ")})`, record);
  }
});
await database.close();

const none = { address: ZeroAddress, block: 0 };
const contracts = {
  Alita: none,
  AttesterRegistry: none,
  BulletinBoard: none,
  ComputeBilling: none,
  DatasetFactory: none,
  Router: none,
};
const store = createStore({
  database: url,
  keyFile: join(folder, "keys.json"),
  deployment: { chainId: 31_337, contracts },
  rpc: new JsonRpcProvider("http://127.0.0.1:9", 31_337, { staticNetwork: true }), // no read asks the chain
  log: createLog({ service: "store", level: "warn" }),
  limits: { requestsPerMinute: 1e9 },
});
const started = await store.start();
process.send?.({ url: started.url, cid: cids[7], record: cids[7] });
